-- The mediator's answer (spec/disputes.md 'The mediator''s side'). What a mediator works out about a received case stands here by the
-- hash of the received file, never among the person's own matters; what comes back to a party stands beside its case.

CREATE TABLE mediations (
  -- SHA-256 of the received case file.
  bundle_sha256 TEXT PRIMARY KEY CHECK (length(bundle_sha256) = 64),
  -- SHA-256 of the manifest in it: how the sender's computer knows its export.
  manifest_sha256 TEXT NOT NULL CHECK (length(manifest_sha256) = 64),
  -- The case as it was received, without its computations: what findings are about stays when the file goes.
  content TEXT NOT NULL CHECK (json_valid(content)),
  committee TEXT NOT NULL DEFAULT '',
  mediator TEXT NOT NULL DEFAULT '',
  recorder TEXT NOT NULL DEFAULT '',
  agreement_number TEXT NOT NULL DEFAULT '',
  received_on TEXT CHECK (length(received_on) = 10),
  is_extended INTEGER NOT NULL DEFAULT 0 CHECK (is_extended IN (0, 1)),
  interest TEXT NOT NULL DEFAULT 'claimed' CHECK (interest IN ('claimed', 'agreed', 'waived')),
  agreed_interest_fen INTEGER NOT NULL DEFAULT 0 CHECK (agreed_interest_fen >= 0),
  account TEXT NOT NULL DEFAULT '',
  late TEXT NOT NULL DEFAULT 'all-due' CHECK (late IN ('all-due', 'law-only')),
  copies INTEGER NOT NULL DEFAULT 3 CHECK (copies BETWEEN 1 AND 99),
  signed_on TEXT CHECK (length(signed_on) = 10),
  started_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE mediation_questions (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  bundle_sha256 TEXT NOT NULL REFERENCES mediations (bundle_sha256),
  asked_of TEXT NOT NULL CHECK (asked_of IN ('applicant', 'respondent')),
  claim_id TEXT,
  exhibit_number INTEGER CHECK (exhibit_number >= 1),
  text TEXT NOT NULL CHECK (text <> ''),
  asked_on TEXT NOT NULL CHECK (length(asked_on) = 10),
  answer TEXT NOT NULL DEFAULT '',
  answered_on TEXT CHECK (length(answered_on) = 10),
  voided_at TEXT,
  void_reason TEXT,
  CHECK ((answer = '') = (answered_on IS NULL)),
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX mediation_questions_by_bundle ON mediation_questions (bundle_sha256);

CREATE TABLE mediation_findings (
  bundle_sha256 TEXT NOT NULL REFERENCES mediations (bundle_sha256),
  claim_id TEXT NOT NULL,
  -- Both empty where a claim is decided as a whole.
  agreement_id TEXT NOT NULL,
  cycle TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'partly', 'rejected')),
  amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0),
  reason TEXT NOT NULL CHECK (reason <> ''),
  PRIMARY KEY (bundle_sha256, claim_id, agreement_id, cycle),
  CHECK ((agreement_id = '') = (cycle = '')),
  CHECK (verdict <> 'rejected' OR amount_fen = 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE mediation_sessions (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  bundle_sha256 TEXT NOT NULL REFERENCES mediations (bundle_sha256),
  date TEXT NOT NULL CHECK (length(date) = 10),
  place TEXT NOT NULL,
  attendees TEXT NOT NULL,
  minutes TEXT NOT NULL CHECK (minutes <> ''),
  voided_at TEXT,
  void_reason TEXT,
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX mediation_sessions_by_bundle ON mediation_sessions (bundle_sha256, date);

CREATE TABLE mediation_instalments (
  bundle_sha256 TEXT NOT NULL REFERENCES mediations (bundle_sha256),
  position INTEGER NOT NULL CHECK (position >= 1),
  date TEXT NOT NULL CHECK (length(date) = 10),
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  PRIMARY KEY (bundle_sha256, position)
) STRICT, WITHOUT ROWID;

-- Answers that have left the computer: a mediator's reply, or the other side's response. Never updated.
CREATE TABLE answer_exports (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  bundle_sha256 TEXT NOT NULL CHECK (length(bundle_sha256) = 64),
  kind TEXT NOT NULL CHECK (kind IN ('mediation-reply', 'response')),
  moment TEXT NOT NULL,
  file_name TEXT NOT NULL,
  manifest_sha256 TEXT NOT NULL CHECK (length(manifest_sha256) = 64),
  fingerprint TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX answer_exports_by_bundle ON answer_exports (bundle_sha256, kind, moment);

-- The other side's answer to a case it has opened, before it leaves.
CREATE TABLE responses (
  bundle_sha256 TEXT PRIMARY KEY CHECK (length(bundle_sha256) = 64),
  manifest_sha256 TEXT NOT NULL CHECK (length(manifest_sha256) = 64),
  content TEXT NOT NULL CHECK (json_valid(content)),
  respondent TEXT NOT NULL DEFAULT '',
  statement TEXT NOT NULL DEFAULT '',
  started_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE response_claims (
  bundle_sha256 TEXT NOT NULL REFERENCES responses (bundle_sha256),
  claim_id TEXT NOT NULL,
  stance TEXT NOT NULL CHECK (stance IN ('agree', 'disagree')),
  amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0),
  reason TEXT NOT NULL,
  PRIMARY KEY (bundle_sha256, claim_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE response_cycles (
  bundle_sha256 TEXT NOT NULL REFERENCES responses (bundle_sha256),
  agreement_id TEXT NOT NULL,
  cycle TEXT NOT NULL CHECK (cycle <> ''),
  expected_fen INTEGER,
  withheld_fen INTEGER,
  allowed_fen INTEGER,
  paid_fen INTEGER,
  source TEXT NOT NULL CHECK (source IN ('typed', 'ledger')),
  reason TEXT NOT NULL,
  PRIMARY KEY (bundle_sha256, agreement_id, cycle)
) STRICT, WITHOUT ROWID;

CREATE TABLE response_evidence (
  bundle_sha256 TEXT NOT NULL REFERENCES responses (bundle_sha256),
  position INTEGER NOT NULL CHECK (position >= 1),
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  PRIMARY KEY (bundle_sha256, position)
) STRICT, WITHOUT ROWID;

-- A mediator's reply that joined a case: its content as it was signed, and what the party did about it. One file joins once.
CREATE TABLE case_replies (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  case_id TEXT NOT NULL REFERENCES cases (id),
  bundle_sha256 TEXT NOT NULL UNIQUE CHECK (length(bundle_sha256) = 64),
  content TEXT NOT NULL CHECK (json_valid(content)),
  -- Who signed it, as verified when it joined.
  sender TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  joined_at TEXT NOT NULL,
  -- The party's own act: it takes the proposal. No signature.
  accepted_at TEXT,
  acceptance_note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE INDEX case_replies_by_case ON case_replies (case_id, joined_at);

CREATE TABLE reply_answers (
  reply_id TEXT NOT NULL REFERENCES case_replies (id),
  question_id TEXT NOT NULL CHECK (length(question_id) = 36),
  answer TEXT NOT NULL CHECK (answer <> ''),
  answered_on TEXT NOT NULL CHECK (length(answered_on) = 10),
  PRIMARY KEY (reply_id, question_id)
) STRICT, WITHOUT ROWID;

-- What of a payment in the ledger went to an instalment.
CREATE TABLE instalment_payments (
  reply_id TEXT NOT NULL REFERENCES case_replies (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  payment_id TEXT NOT NULL REFERENCES payments (id),
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  PRIMARY KEY (reply_id, position, payment_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX instalment_payments_by_payment ON instalment_payments (payment_id);

-- Steps of a procedure with their day: each lets a term run.
CREATE TABLE procedure_steps (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  case_id TEXT NOT NULL REFERENCES cases (id),
  kind TEXT NOT NULL CHECK (kind IN ('mediation-taken', 'mediation-extended', 'agreement-signed', 'arbitration-taken',
    'arbitration-extended', 'award-received')),
  date TEXT NOT NULL CHECK (length(date) = 10),
  note TEXT NOT NULL DEFAULT '',
  voided_at TEXT,
  void_reason TEXT,
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX procedure_steps_by_case ON procedure_steps (case_id, date);
