-- Training (spec/records.md 'Training'): the log, certificates, assessments, the level one works towards, and rows of the occupation's
-- data that a person replaced or added.

CREATE TABLE training_records (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  party_id TEXT NOT NULL REFERENCES parties (id),
  date TEXT NOT NULL CHECK (length(date) = 10),
  -- When it began, HH:MM on the clock in Shanghai; null when nobody noted it.
  start_time TEXT CHECK (start_time GLOB '[0-2][0-9]:[0-5][0-9]'),
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
  kind TEXT NOT NULL CHECK (kind IN ('first-stream', 'yearly', 'operator-yearly', 'agency', 'special', 'level', 'other')),
  topic TEXT NOT NULL CHECK (length(topic) BETWEEN 1 AND 200),
  provider TEXT NOT NULL DEFAULT '',
  trainer TEXT NOT NULL DEFAULT '',
  mode TEXT NOT NULL CHECK (mode IN ('online', 'on-site', 'on-the-job')),
  -- The job and level it counts toward: both or none.
  job TEXT,
  level INTEGER CHECK (level BETWEEN 1 AND 5),
  -- Ids of functions or course units, or words of the person's own: a JSON array of texts.
  skills TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(skills)),
  -- Out of 100, with the mark that passed.
  score REAL CHECK (score BETWEEN 0 AND 100),
  pass_mark REAL CHECK (pass_mark BETWEEN 0 AND 100),
  -- What an employer paid for it; only of kind special (service period, law lcl-22).
  cost_fen INTEGER CHECK (cost_fen >= 0),
  -- Proof files: a JSON array of evidence ids; those of the cost stand apart.
  evidence TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(evidence)),
  vouchers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(vouchers)),
  note TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  voided_at TEXT,
  void_reason TEXT,
  CHECK ((job IS NULL) = (level IS NULL)),
  CHECK (kind = 'special' OR (cost_fen IS NULL AND vouchers = '[]')),
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX training_records_by_party ON training_records (party_id, date);

CREATE TABLE training_certificates (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  party_id TEXT NOT NULL REFERENCES parties (id),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  number TEXT NOT NULL DEFAULT '',
  issuer TEXT NOT NULL DEFAULT '',
  job TEXT,
  level INTEGER CHECK (level BETWEEN 1 AND 5),
  issued_on TEXT NOT NULL CHECK (length(issued_on) = 10),
  expires_on TEXT CHECK (expires_on >= issued_on),
  -- How many days before the expiry one wants to be told.
  remind_days INTEGER NOT NULL DEFAULT 60 CHECK (remind_days BETWEEN 0 AND 730),
  -- What the person saw when they looked it up, and when; the app does not look it up.
  check_result TEXT NOT NULL DEFAULT '',
  checked_on TEXT CHECK (length(checked_on) = 10),
  evidence TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(evidence)),
  note TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  voided_at TEXT,
  void_reason TEXT,
  CHECK ((job IS NULL) = (level IS NULL)),
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX training_certificates_by_party ON training_certificates (party_id, issued_on);

CREATE TABLE training_assessments (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  party_id TEXT NOT NULL REFERENCES parties (id),
  -- A mock paper is practice and never counts as passed.
  kind TEXT NOT NULL CHECK (kind IN ('formal', 'mock')),
  date TEXT NOT NULL CHECK (length(date) = 10),
  job TEXT,
  level INTEGER CHECK (level BETWEEN 1 AND 5),
  part TEXT NOT NULL CHECK (part IN ('theory', 'skill', 'review')),
  score REAL NOT NULL CHECK (score BETWEEN 0 AND 100),
  pass_mark REAL NOT NULL CHECK (pass_mark BETWEEN 0 AND 100),
  assessor TEXT NOT NULL DEFAULT '',
  evidence TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(evidence)),
  note TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  voided_at TEXT,
  void_reason TEXT,
  CHECK ((job IS NULL) = (level IS NULL)),
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX training_assessments_by_party ON training_assessments (party_id, date);

-- What a record, certificate or assessment was before each change.
CREATE TABLE training_history (
  subject_id TEXT NOT NULL,
  replaced_at TEXT NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data)),
  PRIMARY KEY (subject_id, replaced_at)
) STRICT, WITHOUT ROWID;

-- The job and level a person works towards, and since when they have been in the trade.
CREATE TABLE training_goals (
  party_id TEXT PRIMARY KEY REFERENCES parties (id),
  job TEXT NOT NULL,
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
  trade_since TEXT CHECK (length(trade_since) = 10),
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Rows that replace a row of resources/training/occupation.json (same id) or stand beside its rows.
CREATE TABLE own_occupation_rows (
  id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 80),
  section TEXT NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data)),
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
