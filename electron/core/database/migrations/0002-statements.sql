-- Imported statements: files, the rows they hold, the order lines and payments those rows are, and what was planned and decided.
-- Rows of files have integer keys (design.md 'Keys'). The tables that take a row per row of a file name their parents without
-- REFERENCES: a foreign key check costs as much as the insert, all writing goes through electron/core/earnings/import, and
-- its tests run the checks instead.

-- Whose statement, on which platform: the platform's stable id where the file has one, else what the person said ('' = not known).
CREATE TABLE line_accounts (
  id INTEGER PRIMARY KEY,
  platform TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('creator', 'agency', 'leader', 'merchant')),
  account TEXT NOT NULL,
  -- The name shown beside the id, from the newest file that had one.
  name TEXT NOT NULL DEFAULT '',
  UNIQUE (platform, role, account)
) STRICT;

-- One imported table: a file, or one sheet of it.
CREATE TABLE statements (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  kind TEXT NOT NULL CHECK (kind IN ('orders', 'payments', 'sessions')),
  file_name TEXT NOT NULL,
  -- The file as the person has it, and the file its rows are in (another one when that came out of a zip).
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64),
  content_name TEXT NOT NULL,
  size_bytes INTEGER NOT NULL CHECK (size_bytes > 0),
  -- Whether the bytes were kept; of a personal payment list only when the person said so.
  is_kept INTEGER NOT NULL CHECK (is_kept IN (0, 1)),
  preset TEXT NOT NULL,
  platform TEXT NOT NULL,
  role TEXT CHECK (role IN ('creator', 'agency', 'leader', 'merchant')),
  -- '' for files without sheets.
  sheet TEXT NOT NULL,
  header_row INTEGER NOT NULL CHECK (header_row >= 1),
  -- How the rows are found again: TableForm and TableLayout of electron/core/earnings/import.
  layout TEXT NOT NULL CHECK (json_valid(layout)),
  -- What the person said the account is, for files that do not say.
  said_account TEXT NOT NULL DEFAULT '',
  -- Seconds since 1970 UTC, and where they come from: person | preamble | name | rows.
  exported_at_s INTEGER NOT NULL,
  exported_from TEXT NOT NULL CHECK (exported_from IN ('person', 'preamble', 'name', 'rows')),
  period_from TEXT,
  period_to TEXT,
  rows INTEGER NOT NULL CHECK (rows >= 0),
  accepted INTEGER NOT NULL,
  repeated INTEGER NOT NULL,
  superseded INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  ignored INTEGER NOT NULL,
  decisions TEXT NOT NULL CHECK (json_valid(decisions)),
  sums TEXT NOT NULL CHECK (json_valid(sums)),
  imported_at TEXT NOT NULL,
  voided_at TEXT,
  void_reason TEXT,
  CHECK (accepted + repeated + superseded + rejected + ignored = rows),
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT;

CREATE INDEX statements_by_sha256 ON statements (sha256, sheet);

-- The current version of every order line: the one that counts (spec/earnings.md 'Which row is newer').
-- Moments are seconds since 1970 UTC (`…_s`), money is fen, NULL = the file does not say.
CREATE TABLE order_lines (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL,
  order_id TEXT NOT NULL,
  product_id TEXT NOT NULL,
  occurrence INTEGER NOT NULL DEFAULT 1 CHECK (occurrence >= 1),
  -- 0 once every statement that holds the line is voided: such a line counts nowhere.
  is_held INTEGER NOT NULL DEFAULT 1 CHECK (is_held IN (0, 1)),
  -- Two versions claim to be the newest with other amounts, and the person has not decided; the surer one counts meanwhile.
  in_conflict INTEGER NOT NULL DEFAULT 0 CHECK (in_conflict IN (0, 1)),
  -- Number of this version within the line, and the newest place it stands in: statement, and line of the file or sheet.
  version INTEGER NOT NULL CHECK (version >= 1),
  statement INTEGER NOT NULL,
  row INTEGER NOT NULL CHECK (row >= 1),
  -- Export moment of that statement.
  seen_at_s INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('paid', 'received', 'settled', 'refunded', 'invalid')),
  paid_at_s INTEGER NOT NULL,
  received_at_s INTEGER,
  settled_at_s INTEGER,
  refunded_at_s INTEGER,
  sale_fen INTEGER NOT NULL,
  refund_fen INTEGER,
  settled_base_fen INTEGER,
  rate_ppm INTEGER CHECK (rate_ppm BETWEEN 0 AND 1000000),
  estimated_commission_fen INTEGER,
  commission_fen INTEGER,
  fee_fen INTEGER,
  agency_share_fen INTEGER,
  payout_fen INTEGER,
  shop_id TEXT,
  kind TEXT CHECK (kind IN ('goods', 'service')),
  room_id TEXT,
  -- The live session it belongs to (earnings.saveSession), by live room or by account and time.
  session_id TEXT
) STRICT;

CREATE INDEX order_lines_by_account_paid ON order_lines (account_id, paid_at_s) WHERE is_held = 1;
-- Pages of all lines, newest first: without it a page asks every account for its newest line.
CREATE INDEX order_lines_by_paid ON order_lines (paid_at_s) WHERE is_held = 1;
CREATE INDEX order_lines_by_account_settled ON order_lines (account_id, settled_at_s) WHERE is_held = 1 AND settled_at_s IS NOT NULL;

-- Finds a line by its natural key: 53 bits of a hash of platform, role, account, order and product. Lines with the same
-- hash are told apart by what order_lines says. Filled in sorted runs: a third of the cost of an index over the texts.
CREATE TABLE order_line_keys (
  key INTEGER NOT NULL,
  line_id INTEGER NOT NULL,
  PRIMARY KEY (key, line_id)
) STRICT, WITHOUT ROWID;

-- The other versions of a line: older ones, and those that lost. Same columns as order_lines.
CREATE TABLE order_line_versions (
  line_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  is_held INTEGER NOT NULL CHECK (is_held IN (0, 1)),
  -- The person chose this one in a conflict.
  is_chosen INTEGER NOT NULL DEFAULT 0 CHECK (is_chosen IN (0, 1)),
  seen_at_s INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  row INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('paid', 'received', 'settled', 'refunded', 'invalid')),
  paid_at_s INTEGER NOT NULL,
  received_at_s INTEGER,
  settled_at_s INTEGER,
  refunded_at_s INTEGER,
  sale_fen INTEGER NOT NULL,
  refund_fen INTEGER,
  settled_base_fen INTEGER,
  rate_ppm INTEGER,
  estimated_commission_fen INTEGER,
  commission_fen INTEGER,
  fee_fen INTEGER,
  agency_share_fen INTEGER,
  payout_fen INTEGER,
  shop_id TEXT,
  kind TEXT,
  room_id TEXT,
  PRIMARY KEY (line_id, version)
) STRICT, WITHOUT ROWID;

-- Which version of which line every row of every file is, repeated ones too: voiding one file keeps what another holds.
-- Looked up by line only when a file is voided or a row is shown, by reading it whole: an index would slow every import.
CREATE TABLE statement_rows (
  statement INTEGER NOT NULL,
  row INTEGER NOT NULL,
  line_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (statement, row)
) STRICT, WITHOUT ROWID;

-- Rows that were rejected, each with what is wrong: listed, exported, mended, imported again.
CREATE TABLE statement_problems (
  statement INTEGER NOT NULL REFERENCES statements (number),
  row INTEGER NOT NULL,
  column_name TEXT NOT NULL,
  value TEXT NOT NULL,
  code TEXT NOT NULL,
  PRIMARY KEY (statement, row)
) STRICT, WITHOUT ROWID;

-- Rows that are neither an order nor a payment, in runs, each with why.
CREATE TABLE statement_ignored (
  statement INTEGER NOT NULL REFERENCES statements (number),
  from_row INTEGER NOT NULL,
  to_row INTEGER NOT NULL CHECK (to_row >= from_row),
  why TEXT NOT NULL,
  PRIMARY KEY (statement, from_row)
) STRICT, WITHOUT ROWID;

-- Rows of payment lists that the person kept. The ledger's payments name the row they were made from.
CREATE TABLE imported_payments (
  id INTEGER PRIMARY KEY,
  platform TEXT NOT NULL,
  reference TEXT NOT NULL,
  paid_at_s INTEGER NOT NULL,
  amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0),
  occurrence INTEGER NOT NULL CHECK (occurrence >= 1),
  class TEXT NOT NULL CHECK (class IN ('income', 'refund', 'expense', 'neutral')),
  counterparty TEXT NOT NULL,
  counterparty_account TEXT NOT NULL,
  merchant_reference TEXT NOT NULL,
  type TEXT NOT NULL,
  subject TEXT NOT NULL,
  method TEXT NOT NULL,
  status TEXT NOT NULL,
  note TEXT NOT NULL,
  is_held INTEGER NOT NULL DEFAULT 1 CHECK (is_held IN (0, 1)),
  statement INTEGER NOT NULL REFERENCES statements (number),
  row INTEGER NOT NULL,
  seen_at_s INTEGER NOT NULL,
  UNIQUE (platform, reference, paid_at_s, amount_fen, occurrence)
) STRICT;

-- Finds rows that wait for their payer.
CREATE INDEX imported_payments_by_counterparty ON imported_payments (counterparty, paid_at_s);

-- Every row of every list that is a kept payment, with what it says there: a newer list may say otherwise.
CREATE TABLE payment_rows (
  statement INTEGER NOT NULL REFERENCES statements (number),
  row INTEGER NOT NULL,
  payment_id INTEGER NOT NULL REFERENCES imported_payments (id),
  data TEXT NOT NULL CHECK (json_valid(data)),
  PRIMARY KEY (statement, row)
) STRICT, WITHOUT ROWID;

CREATE INDEX payment_rows_by_payment ON payment_rows (payment_id);

-- Live sessions (直播场次), typed or imported from a list. Moments are UTC ISO 8601.
CREATE TABLE sessions (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  platform TEXT NOT NULL,
  account TEXT NOT NULL,
  -- The platform's id of the live room, which order lists name; '' when not known.
  room_id TEXT NOT NULL DEFAULT '',
  start_at TEXT NOT NULL,
  end_at TEXT NOT NULL CHECK (end_at >= start_at),
  product_ids TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(product_ids)),
  voided_at TEXT,
  void_reason TEXT,
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX sessions_by_account ON sessions (platform, account, start_at);

-- Which session every row of an imported session list is.
CREATE TABLE session_rows (
  statement INTEGER NOT NULL REFERENCES statements (number),
  row INTEGER NOT NULL,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  PRIMARY KEY (statement, row)
) STRICT, WITHOUT ROWID;

-- Gifts, ads and other income (打赏, 商单).
CREATE TABLE income_items (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  kind TEXT NOT NULL CHECK (kind IN ('gift', 'ad', 'other')),
  date TEXT NOT NULL,
  session_id TEXT REFERENCES sessions (id),
  platform TEXT,
  gross_fen INTEGER NOT NULL,
  fee_fen INTEGER NOT NULL,
  voided_at TEXT,
  void_reason TEXT,
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX income_items_by_date ON income_items (date);

-- A binding preview: what importing this file would do to the ledger in the state it was previewed in.
CREATE TABLE import_plans (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  made_at TEXT NOT NULL,
  -- The state of imported data it was made for; importing it in another one is refused ('preview again').
  base_state TEXT NOT NULL,
  plan TEXT NOT NULL CHECK (json_valid(plan)),
  -- One byte per row below the header, deflated: decisions.ts.
  decisions BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE import_plan_problems (
  plan_id TEXT NOT NULL REFERENCES import_plans (id) ON DELETE CASCADE,
  row INTEGER NOT NULL,
  column_name TEXT NOT NULL,
  value TEXT NOT NULL,
  code TEXT NOT NULL,
  PRIMARY KEY (plan_id, row)
) STRICT, WITHOUT ROWID;

-- What a person said the columns of an unknown list mean, under their own name.
CREATE TABLE statement_mappings (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  preset TEXT NOT NULL CHECK (json_valid(preset)),
  created_at TEXT NOT NULL,
  voided_at TEXT
) STRICT, WITHOUT ROWID;
