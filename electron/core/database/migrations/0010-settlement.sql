-- Settlement runs of one who pays (spec/earnings.md, the payer's side): frozen figures of a month, one statement per payee. A run changes
-- no figure of the ledger; what is paid stands in payments.

CREATE TABLE settlement_runs (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  -- JS-2026-08-001
  number TEXT NOT NULL UNIQUE,
  -- The month in which its cycles end, and the day on which the figures were taken.
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  as_of TEXT NOT NULL CHECK (length(as_of) = 10),
  payer_id TEXT NOT NULL REFERENCES parties (id),
  note TEXT NOT NULL DEFAULT '',
  -- Over the hashes of its statements in their order.
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  created_at TEXT NOT NULL,
  voided_at TEXT,
  void_reason TEXT,
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE settlement_statements (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  run_id TEXT NOT NULL REFERENCES settlement_runs (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  -- JS-2026-08-001-03
  number TEXT NOT NULL UNIQUE,
  payee_id TEXT NOT NULL REFERENCES parties (id),
  payable_fen INTEGER NOT NULL CHECK (payable_fen >= 0),
  -- What the 结算单 says, canonical JSON, and its hash.
  content TEXT NOT NULL CHECK (json_valid(content)),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  UNIQUE (run_id, position),
  UNIQUE (run_id, payee_id)
) STRICT;

-- What is frozen stays as it is.
CREATE TRIGGER settlement_statements_frozen BEFORE UPDATE ON settlement_statements
BEGIN
  SELECT RAISE(ABORT, 'a statement of a run is never changed');
END;

CREATE TABLE settlement_items (
  statement_id TEXT NOT NULL REFERENCES settlement_statements (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  agreement_id TEXT NOT NULL REFERENCES agreements (id),
  cycle TEXT NOT NULL CHECK (cycle <> ''),
  payable_fen INTEGER NOT NULL CHECK (payable_fen >= 0),
  PRIMARY KEY (statement_id, position),
  UNIQUE (statement_id, agreement_id, cycle)
) STRICT, WITHOUT ROWID;

CREATE INDEX settlement_items_by_agreement ON settlement_items (agreement_id, cycle);

-- Cycles that were left out of a run, and why: the person's words, or `code:` and the warning that kept it out.
CREATE TABLE settlement_exclusions (
  run_id TEXT NOT NULL REFERENCES settlement_runs (id),
  agreement_id TEXT NOT NULL REFERENCES agreements (id),
  cycle TEXT NOT NULL CHECK (cycle <> ''),
  from_date TEXT NOT NULL CHECK (length(from_date) = 10),
  reason TEXT NOT NULL CHECK (reason <> ''),
  outstanding_fen INTEGER NOT NULL,
  PRIMARY KEY (run_id, agreement_id, cycle)
) STRICT, WITHOUT ROWID;

-- Which payments of the ledger were made for which statement. A voided payment counts no more.
CREATE TABLE settlement_payments (
  payment_id TEXT PRIMARY KEY REFERENCES payments (id),
  statement_id TEXT NOT NULL REFERENCES settlement_statements (id),
  linked_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX settlement_payments_by_statement ON settlement_payments (statement_id);
