-- Dispute cases (spec/disputes.md 'A case'): who against whom, for which cycles, what happened, with which evidence, and what left the computer.

-- Pages in the page count through all evidence; none for what has no pages.
ALTER TABLE evidence ADD COLUMN pages INTEGER CHECK (pages >= 1);

CREATE INDEX evidence_by_sha256 ON evidence (sha256);

CREATE TABLE cases (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  -- Such as 2026-0001: the year it was opened in and a count from 1.
  number TEXT NOT NULL UNIQUE CHECK (number GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]*'),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  relation TEXT NOT NULL CHECK (relation IN ('labour', 'intermediate', 'civil', 'undetermined')),
  procedure TEXT NOT NULL CHECK (procedure IN ('people-mediation', 'labour-mediation')),
  addressee TEXT NOT NULL DEFAULT '',
  statement TEXT NOT NULL DEFAULT '',
  -- The chosen day: interest and status are counted up to and including it.
  as_of TEXT NOT NULL CHECK (length(as_of) = 10),
  opened_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  voided_at TEXT,
  void_reason TEXT,
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT, WITHOUT ROWID;

-- The cycles that are claimed; a case may be about several agreements.
CREATE TABLE case_cycles (
  case_id TEXT NOT NULL REFERENCES cases (id),
  agreement_id TEXT NOT NULL REFERENCES agreements (id),
  cycle TEXT NOT NULL CHECK (cycle <> ''),
  PRIMARY KEY (case_id, agreement_id, cycle)
) STRICT, WITHOUT ROWID;

CREATE INDEX case_cycles_by_agreement ON case_cycles (agreement_id, cycle);

CREATE TABLE case_parties (
  case_id TEXT NOT NULL REFERENCES cases (id),
  party_id TEXT NOT NULL REFERENCES parties (id),
  side TEXT NOT NULL CHECK (side IN ('applicant', 'respondent', 'representative', 'related')),
  position INTEGER NOT NULL,
  PRIMARY KEY (case_id, party_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_facts (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  case_id TEXT NOT NULL REFERENCES cases (id),
  -- Order among facts of one day.
  position INTEGER NOT NULL,
  date TEXT NOT NULL CHECK (length(date) = 10),
  -- The person's own words; empty while the fact is told by its code and params.
  text TEXT NOT NULL DEFAULT '',
  code TEXT NOT NULL CHECK (code <> ''),
  params TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(params)),
  -- What the app made it from, such as payment:<id>; a fact of the person's own has none.
  record_key TEXT,
  -- Evidence, payments, deductions, imports: a JSON array of ids.
  source_ids TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(source_ids)),
  created_at TEXT NOT NULL,
  voided_at TEXT,
  void_reason TEXT,
  CHECK (text <> '' OR record_key IS NOT NULL),
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX case_facts_by_case ON case_facts (case_id, date, position);
CREATE UNIQUE INDEX case_facts_by_record ON case_facts (case_id, record_key) WHERE record_key IS NOT NULL;

CREATE TABLE case_evidence (
  case_id TEXT NOT NULL REFERENCES cases (id),
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  position INTEGER NOT NULL,
  -- Where the person chose otherwise than the profile: audience → original | redacted | none.
  choices TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(choices)),
  PRIMARY KEY (case_id, evidence_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX case_evidence_by_evidence ON case_evidence (evidence_id);

-- What has left the computer: for whom, which bytes, at which state. Never updated.
CREATE TABLE case_exports (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  case_id TEXT NOT NULL REFERENCES cases (id),
  audience TEXT NOT NULL CHECK (audience IN ('mediator', 'court', 'other-side', 'hotline')),
  moment TEXT NOT NULL,
  file_name TEXT NOT NULL,
  -- SHA-256 of the bag's manifest: names every byte that left.
  manifest_sha256 TEXT NOT NULL CHECK (length(manifest_sha256) = 64),
  fingerprint TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX case_exports_by_case ON case_exports (case_id, made_at);
