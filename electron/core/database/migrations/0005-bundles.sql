-- Bundles received from others: the files lie in received/<sha256>.boan and stay files; here is that they came, and whose key signed them.

CREATE TABLE received_bundles (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  -- The name it came under.
  name TEXT NOT NULL,
  kind TEXT CHECK (kind IN ('case', 'response', 'mediation-reply', 'contract', 'contract-acceptance', 'statement')),
  sender TEXT NOT NULL,
  external_id TEXT NOT NULL,
  title TEXT NOT NULL,
  size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
  received_at TEXT NOT NULL,
  opened_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- First use of a key by a sender, as the sender calls itself (spec/bundle.md 'Verifying'). A key that a person accepted after a
-- change is one more row; the earlier one stays.
CREATE TABLE known_keys (
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
  sender TEXT NOT NULL,
  -- Civil date in Asia/Shanghai.
  first_seen_on TEXT NOT NULL,
  accepted_by TEXT NOT NULL CHECK (accepted_by IN ('first-use', 'person')),
  sequence INTEGER NOT NULL UNIQUE,
  PRIMARY KEY (fingerprint, sender)
) STRICT, WITHOUT ROWID;
