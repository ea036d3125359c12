-- Contracts (spec/contracts.md 'Life of a contract'): papers made here, taken over, made elsewhere or never written; what is frozen
-- at issue never changes again.

-- One roster that many contracts were made from.
CREATE TABLE contract_batches (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  template_id TEXT NOT NULL CHECK (template_id <> ''),
  template_version INTEGER NOT NULL CHECK (template_version >= 1),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  -- The roster as it came, byte for byte.
  roster_sha256 TEXT NOT NULL REFERENCES attachments (sha256),
  roster_name TEXT NOT NULL,
  -- Which column fills which variable, what was typed once, which optional clauses: JSON.
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE contracts (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  origin TEXT NOT NULL CHECK (origin IN ('template', 'received', 'elsewhere', 'unwritten')),
  state TEXT NOT NULL CHECK (state IN ('draft', 'issuing', 'issued', 'accepted', 'signed', 'kept', 'ended')),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  number TEXT CHECK (number <> ''),
  relation TEXT NOT NULL CHECK (relation IN ('labour', 'intermediate', 'civil', 'undetermined')),
  template_id TEXT,
  template_version INTEGER CHECK (template_version >= 1),
  -- What was filled in, JSON by variable, and the ids of the optional clauses.
  "values" TEXT NOT NULL DEFAULT '{}' CHECK (json_valid("values")),
  optional_clauses TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(optional_clauses)),
  scope TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(scope)),
  -- Pay terms as data; none for a paper that says nothing about pay to come.
  terms TEXT CHECK (json_valid(terms)),
  payer_id TEXT REFERENCES parties (id),
  payee_id TEXT REFERENCES parties (id),
  -- As the paper names them.
  payer_name TEXT NOT NULL DEFAULT '',
  payee_name TEXT NOT NULL DEFAULT '',
  from_date TEXT CHECK (length(from_date) = 10),
  to_date TEXT CHECK (length(to_date) = 10),
  ended_on TEXT CHECK (length(ended_on) = 10),
  -- Frozen at issue: canonical JSON of everything the papers are made from, and its hash.
  content TEXT CHECK (json_valid(content)),
  content_sha256 TEXT CHECK (length(content_sha256) = 64),
  issued_at TEXT,
  pdf_sha256 TEXT REFERENCES attachments (sha256),
  docx_sha256 TEXT REFERENCES attachments (sha256),
  pages INTEGER CHECK (pages >= 1),
  amends_id TEXT REFERENCES contracts (id),
  agreement_id TEXT REFERENCES agreements (id),
  batch_id TEXT REFERENCES contract_batches (id),
  -- Line of the roster.
  batch_row INTEGER CHECK (batch_row >= 1),
  -- Evidence attached to a contract made elsewhere or taken over: a JSON array of ids.
  evidence TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(evidence)),
  note TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  voided_at TEXT,
  void_reason TEXT,
  CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
  CHECK ((content IS NULL) = (content_sha256 IS NULL)),
  CHECK (origin IN ('elsewhere', 'unwritten') OR template_id IS NOT NULL),
  CHECK (origin NOT IN ('elsewhere', 'unwritten') OR state IN ('kept', 'ended')),
  CHECK (state IN ('draft', 'kept', 'ended') OR (content IS NOT NULL AND number IS NOT NULL)),
  CHECK (state NOT IN ('issued', 'accepted', 'signed') OR pdf_sha256 IS NOT NULL),
  CHECK ((batch_id IS NULL) = (batch_row IS NULL)),
  CHECK (ended_on IS NULL OR state = 'ended')
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX contracts_by_number ON contracts (number) WHERE origin = 'template' AND number IS NOT NULL;
CREATE INDEX contracts_by_content ON contracts (content_sha256) WHERE content_sha256 IS NOT NULL;
CREATE INDEX contracts_by_batch ON contracts (batch_id, batch_row) WHERE batch_id IS NOT NULL;
CREATE INDEX contracts_by_amended ON contracts (amends_id) WHERE amends_id IS NOT NULL;
CREATE INDEX contracts_by_agreement ON contracts (agreement_id) WHERE agreement_id IS NOT NULL;

-- Never edited after issue (spec/contracts.md): whatever the code does, the frozen text and its papers stay.
CREATE TRIGGER contracts_stay_frozen BEFORE UPDATE ON contracts
WHEN OLD.state NOT IN ('draft', 'issuing', 'kept') AND (
  NEW.content IS NOT OLD.content OR NEW.content_sha256 IS NOT OLD.content_sha256 OR NEW.number IS NOT OLD.number
  OR NEW."values" IS NOT OLD."values" OR NEW.terms IS NOT OLD.terms OR NEW.pdf_sha256 IS NOT OLD.pdf_sha256
  OR NEW.docx_sha256 IS NOT OLD.docx_sha256 OR NEW.payer_id IS NOT OLD.payer_id OR NEW.payee_id IS NOT OLD.payee_id OR NEW.issued_at IS NOT OLD.issued_at OR NEW.origin IS NOT OLD.origin
)
BEGIN
  SELECT raise(ABORT, 'an issued contract is frozen');
END;

CREATE TRIGGER contracts_are_kept BEFORE DELETE ON contracts
BEGIN
  SELECT raise(ABORT, 'contracts are voided, not deleted');
END;

-- What happened to a contract, in order. Never updated.
CREATE TABLE contract_events (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  contract_id TEXT NOT NULL REFERENCES contracts (id),
  -- Order in the life of the contract, from 1.
  position INTEGER NOT NULL CHECK (position >= 1),
  kind TEXT NOT NULL CHECK (kind IN
    ('issued', 'handed-over', 'accepted', 'declined', 'signed', 'in-force', 'amended', 'ended')),
  date TEXT NOT NULL CHECK (length(date) = 10),
  at TEXT NOT NULL,
  -- Who accepted, declined or signed, as they wrote their name.
  by_name TEXT NOT NULL DEFAULT '',
  way TEXT CHECK (way IN ('paper-scan', 'outside-platform')),
  note TEXT NOT NULL DEFAULT '',
  evidence TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(evidence)),
  remarks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(remarks)),
  -- SHA-256 of the manifest of the bundle that left with it.
  manifest_sha256 TEXT CHECK (length(manifest_sha256) = 64),
  CHECK (kind <> 'signed' OR (way IS NOT NULL AND json_array_length(evidence) > 0))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX contract_events_by_contract ON contract_events (contract_id, position);
CREATE INDEX contract_events_by_bundle ON contract_events (manifest_sha256) WHERE manifest_sha256 IS NOT NULL;

-- What the person answered to a contract that was handed over to them; the newest counts.
CREATE TABLE contract_answers (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  -- The received file.
  bundle_sha256 TEXT NOT NULL CHECK (length(bundle_sha256) = 64),
  -- SHA-256 of its manifest: how the sender's computer knows what it handed over.
  manifest_sha256 TEXT NOT NULL CHECK (length(manifest_sha256) = 64),
  content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64),
  number TEXT NOT NULL,
  title TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('accepted', 'declined')),
  by_name TEXT NOT NULL CHECK (by_name <> ''),
  date TEXT NOT NULL CHECK (length(date) = 10),
  at TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  remarks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(remarks)),
  contract_id TEXT REFERENCES contracts (id),
  CHECK ((decision = 'accepted') = (contract_id IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX contract_answers_by_bundle ON contract_answers (bundle_sha256, at);
