-- What every domain stands on: settings, kept files, the audit journal, people and organisations, agreements and their terms.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

-- Files kept byte for byte under attachments/sha256/ab/cdef…; a row here is the promise that the file is there.
CREATE TABLE attachments (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  name TEXT NOT NULL,
  mime TEXT NOT NULL,
  size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
  added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One entry per command, chained by hash (design.md 'Journal content'). Never updated, never deleted.
CREATE TABLE journal (
  sequence INTEGER PRIMARY KEY,
  content TEXT NOT NULL CHECK (json_valid(content)),
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;

-- Which entries touch a thing: a case takes its own entries' content along, the others only as hashes.
CREATE TABLE journal_subjects (
  subject_id TEXT NOT NULL,
  sequence INTEGER NOT NULL REFERENCES journal (sequence),
  PRIMARY KEY (subject_id, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE parties (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation')),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- Names under which this party pays or appears in lists, a JSON array of texts.
  also_known_as TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(also_known_as)),
  id_card TEXT,
  credit_code TEXT,
  phone TEXT,
  bank_card TEXT,
  bank_name TEXT,
  address TEXT,
  mailing_address TEXT,
  legal_representative TEXT,
  gender TEXT CHECK (gender IN ('female', 'male')),
  ethnicity TEXT,
  occupation TEXT,
  email TEXT,
  note TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  voided_at TEXT,
  void_reason TEXT,
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT, WITHOUT ROWID;

-- What a party's data were before each change.
CREATE TABLE party_history (
  party_id TEXT NOT NULL REFERENCES parties (id),
  replaced_at TEXT NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data)),
  PRIMARY KEY (party_id, replaced_at)
) STRICT, WITHOUT ROWID;

-- The relation: who pays whom, for which lines, from when (spec/earnings.md 'Facts').
CREATE TABLE agreements (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  payer_id TEXT NOT NULL REFERENCES parties (id),
  payee_id TEXT NOT NULL REFERENCES parties (id),
  from_date TEXT NOT NULL,
  to_date TEXT CHECK (to_date >= from_date),
  scope TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(scope)),
  note TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  voided_at TEXT,
  void_reason TEXT,
  CHECK (payer_id <> payee_id),
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX agreements_by_payer ON agreements (payer_id);

-- Terms in force from a date; a change is a new row, the old one stays. `position` is the order in which they were given (compute C3).
CREATE TABLE agreement_versions (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  agreement_id TEXT NOT NULL REFERENCES agreements (id),
  position INTEGER NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT CHECK (to_date >= from_date),
  terms TEXT NOT NULL CHECK (json_valid(terms)),
  -- Evidence (the contract, a chat) that this version rests on, a JSON array of ids.
  evidence TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(evidence)),
  note TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  voided_at TEXT,
  void_reason TEXT,
  UNIQUE (agreement_id, position),
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT, WITHOUT ROWID;

-- A file with what it is, where it comes from and what it is to prove (spec/disputes.md 'Evidence'). Facts and cases name it by id.
CREATE TABLE evidence (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  sha256 TEXT NOT NULL REFERENCES attachments (sha256),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  kind TEXT NOT NULL CHECK (kind IN ('contract', 'statement', 'payment', 'chat', 'screenshot', 'recording', 'video', 'witness', 'other')),
  -- Which device or platform, who took it, when, what it is to prove, where the original is and who holds it.
  source TEXT NOT NULL DEFAULT '',
  taken_by TEXT NOT NULL DEFAULT '',
  taken_at TEXT,
  purpose TEXT NOT NULL DEFAULT '',
  original_place TEXT NOT NULL DEFAULT '',
  original_holder TEXT NOT NULL DEFAULT 'me' CHECK (original_holder IN ('me', 'payer', 'platform', 'third-party', 'none')),
  -- A redacted copy names the evidence it stands for and says what was removed.
  redacted_of TEXT REFERENCES evidence (id),
  redaction TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  voided_at TEXT,
  void_reason TEXT,
  CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
  CHECK ((redacted_of IS NULL) = (redaction = ''))
) STRICT, WITHOUT ROWID;
