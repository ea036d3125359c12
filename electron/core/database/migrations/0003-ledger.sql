-- The ledger: what people type about cycles, payments, confirmed cycles and what they hold, and the sums and figures kept of it all.
-- Kept sums and figures can be made anew from the rest at any time and always equal that; nothing else in this database can.

-- 到账, 预支, 退回. An imported payment names the row it was made from.
CREATE TABLE payments (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('pay', 'advance', 'repayment')),
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  payer_id TEXT NOT NULL REFERENCES parties (id),
  on_behalf_of_id TEXT REFERENCES parties (id),
  payee_id TEXT NOT NULL REFERENCES parties (id),
  channel TEXT NOT NULL,
  reference TEXT NOT NULL,
  -- Evidence ids, a JSON array.
  evidence TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(evidence)),
  imported_id INTEGER UNIQUE REFERENCES imported_payments (id),
  created_at TEXT NOT NULL,
  voided_at TEXT,
  void_reason TEXT,
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX payments_by_date ON payments (date, id);
CREATE INDEX payments_by_payer ON payments (payer_id);

-- What a payment was said to be for; the rest of it is spread by due date whenever figures are asked for, and kept nowhere.
CREATE TABLE payment_allocations (
  payment_id TEXT NOT NULL REFERENCES payments (id),
  agreement_id TEXT NOT NULL REFERENCES agreements (id),
  cycle TEXT NOT NULL,
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  PRIMARY KEY (payment_id, agreement_id, cycle)
) STRICT, WITHOUT ROWID;

CREATE INDEX payment_allocations_by_agreement ON payment_allocations (agreement_id);

-- What people type about one cycle of an agreement. `detail` is the kind of a withholding or event, `term_id` the deduction
-- term, commission or cost term it names. Deductions are taken in the order of their ids, which is that of typing.
CREATE TABLE cycle_facts (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  agreement_id TEXT NOT NULL REFERENCES agreements (id),
  cycle TEXT NOT NULL CHECK (cycle <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('deduction', 'withholding', 'acknowledgement', 'cycle-total', 'cost', 'cycle-event')),
  detail TEXT NOT NULL DEFAULT '',
  term_id TEXT,
  amount_fen INTEGER,
  date TEXT,
  reason TEXT NOT NULL DEFAULT '',
  evidence TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(evidence)),
  created_at TEXT NOT NULL,
  voided_at TEXT,
  void_reason TEXT,
  CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
  CHECK ((kind = 'cycle-event') = (amount_fen IS NULL)),
  CHECK ((kind = 'cycle-event') = (date IS NOT NULL)),
  CHECK (kind NOT IN ('deduction', 'withholding', 'cost') OR amount_fen > 0),
  CHECK (kind <> 'acknowledgement' OR amount_fen >= 0),
  CHECK (kind NOT IN ('cycle-total', 'cost') OR term_id IS NOT NULL),
  CHECK ((kind = 'deduction') = (reason <> '')),
  CHECK (kind <> 'withholding' OR detail IN ('iit', 'social-insurance', 'housing-fund', 'court', 'other-lawful')),
  CHECK (kind <> 'cycle-event' OR detail IN ('reconciliation', 'invoice', 'platform-payout'))
) STRICT, WITHOUT ROWID;

CREATE INDEX cycle_facts_by_agreement ON cycle_facts (agreement_id, cycle);
CREATE UNIQUE INDEX cycle_facts_one_acknowledgement ON cycle_facts (agreement_id, cycle)
  WHERE kind = 'acknowledgement' AND voided_at IS NULL;
CREATE UNIQUE INDEX cycle_facts_one_total ON cycle_facts (agreement_id, cycle, term_id)
  WHERE kind = 'cycle-total' AND voided_at IS NULL;

-- What a payment, session, income item or cycle fact said before each change.
CREATE TABLE fact_history (
  fact_id TEXT NOT NULL,
  replaced_at TEXT NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data)),
  PRIMARY KEY (fact_id, replaced_at)
) STRICT, WITHOUT ROWID;

-- 对账完成, per agreement and cycle.
CREATE TABLE cycle_confirmations (
  agreement_id TEXT NOT NULL REFERENCES agreements (id),
  cycle TEXT NOT NULL,
  confirmed_at TEXT NOT NULL,
  PRIMARY KEY (agreement_id, cycle)
) STRICT, WITHOUT ROWID;

-- How an agreement sees a line that changed after a cycle it counts in was confirmed: as it was then. Adjustments say the rest.
CREATE TABLE held_lines (
  agreement_id TEXT NOT NULL REFERENCES agreements (id),
  line_id INTEGER NOT NULL REFERENCES order_lines (id),
  status TEXT NOT NULL CHECK (status IN ('paid', 'received', 'settled', 'refunded', 'invalid')),
  paid_day INTEGER NOT NULL,
  settled_day INTEGER,
  sale_fen INTEGER NOT NULL,
  refund_fen INTEGER,
  settled_base_fen INTEGER,
  estimated_commission_fen INTEGER,
  commission_fen INTEGER,
  fee_fen INTEGER,
  PRIMARY KEY (agreement_id, line_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE adjustments (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  agreement_id TEXT NOT NULL REFERENCES agreements (id),
  line_id INTEGER NOT NULL REFERENCES order_lines (id),
  date TEXT NOT NULL,
  sale_delta_fen INTEGER NOT NULL,
  net_sale_delta_fen INTEGER NOT NULL,
  commission_delta_fen INTEGER NOT NULL,
  fee_delta_fen INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  voided_at TEXT,
  void_reason TEXT,
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX adjustments_by_line ON adjustments (agreement_id, line_id);

-- Kept sums: the first fold of one cycle (shared/earnings/sums.ts), as JSON.
CREATE TABLE cycle_sums (
  agreement_id TEXT NOT NULL REFERENCES agreements (id),
  cycle TEXT NOT NULL,
  sums TEXT NOT NULL CHECK (json_valid(sums)),
  PRIMARY KEY (agreement_id, cycle)
) STRICT, WITHOUT ROWID;

-- How many lines each distinct order has; only of cycles whose terms have a bonus on orders.
CREATE TABLE cycle_orders (
  agreement_id TEXT NOT NULL REFERENCES agreements (id),
  cycle TEXT NOT NULL,
  order_key TEXT NOT NULL,
  lines INTEGER NOT NULL CHECK (lines > 0),
  PRIMARY KEY (agreement_id, cycle, order_key)
) STRICT, WITHOUT ROWID;

-- Kept figures: the second fold of one cycle, as far as it depends neither on the chosen day nor on payments. Days are day numbers.
CREATE TABLE cycle_figures (
  agreement_id TEXT NOT NULL REFERENCES agreements (id),
  -- In order of time, from 0.
  position INTEGER NOT NULL,
  cycle TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  due_day INTEGER,
  gross_fen INTEGER NOT NULL,
  expected_fen INTEGER NOT NULL,
  withheld_fen INTEGER NOT NULL,
  acknowledged_fen INTEGER,
  deducted_fen INTEGER NOT NULL,
  allowed_fen INTEGER NOT NULL,
  guarantee_balance_fen INTEGER NOT NULL,
  missing INTEGER NOT NULL,
  -- What commissions carry: [[id, in, basis, out], …].
  carried TEXT NOT NULL CHECK (json_valid(carried)),
  PRIMARY KEY (agreement_id, position)
) STRICT, WITHOUT ROWID;

-- What the kept figures of an agreement are good for: up to which day cycles were folded, with which calendar and minimum wage.
CREATE TABLE ledger_states (
  agreement_id TEXT PRIMARY KEY REFERENCES agreements (id),
  horizon_day INTEGER NOT NULL,
  context TEXT NOT NULL,
  -- SHA-256 of dates, scope and terms that the sums were folded for.
  agreement_key TEXT NOT NULL,
  -- {code, path} of spec/compute.md when the agreement cannot be computed.
  fault TEXT CHECK (json_valid(fault))
) STRICT, WITHOUT ROWID;

-- The person's own additions to the tables of resources/rates.
CREATE TABLE own_lpr (
  from_date TEXT PRIMARY KEY,
  rate_ppm INTEGER NOT NULL CHECK (rate_ppm BETWEEN 0 AND 1000000),
  source TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE own_minimum_wages (
  place TEXT NOT NULL CHECK (place <> ''),
  from_date TEXT NOT NULL,
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  source TEXT NOT NULL,
  PRIMARY KEY (place, from_date)
) STRICT, WITHOUT ROWID;
