import type { StatementContent, SettlementRow } from '../../../../shared/earnings/settlement-shapes.ts'
import { BoanError } from '../../../../shared/errors.ts'
import type { Db } from '../../database/open.ts'

export interface RunRecord {
  id: string
  number: string
  month: string
  asOf: string
  payerId: string
  note: string
  sha256: string
  createdAt: string
  voidedAt: string | null
  voidReason: string | null
}

export interface StatementRecord {
  id: string
  runId: string
  position: number
  number: string
  payeeId: string
  payeeName: string
  payableFen: number
  content: StatementContent
  sha256: string
}

export interface ExclusionRecord {
  agreementId: string
  title: string
  payeeId: string
  payeeName: string
  cycle: string
  from: string
  reason: string
  outstandingFen: number
}

export interface LinkedPayment {
  statementId: string
  id: string
  date: string
  amountFen: number
  channel: string
  reference: string
}

const runSql = `SELECT id, number, month, as_of AS asOf, payer_id AS payerId, note, sha256, created_at AS createdAt,
  voided_at AS voidedAt, void_reason AS voidReason FROM settlement_runs`

/** All runs, the newest first. */
export function listRuns(db: Db, withVoided: boolean): RunRecord[] {
  const where = withVoided ? '' : 'WHERE voided_at IS NULL'
  return db.prepare<[], RunRecord>(`${runSql} ${where} ORDER BY created_at DESC, id DESC`).all()
}

/** One run, voided or not. Throws `settlement.run-not-found`. */
export function getRun(db: Db, id: string): RunRecord {
  const run = db.prepare<[string], RunRecord>(`${runSql} WHERE id = ?`).get(id)
  if (run === undefined) throw new BoanError('settlement.run-not-found')
  return run
}

/** A run that still counts. Throws `settlement.run-not-found`, `settlement.run-voided`. */
export function requireRun(db: Db, id: string): RunRecord {
  const run = getRun(db, id)
  if (run.voidedAt !== null) throw new BoanError('settlement.run-voided', { number: run.number })
  return run
}

/** How many runs a month has had, voided ones too. */
export function countRuns(db: Db, month: string): number {
  return db.prepare<[string], number>('SELECT count(*) FROM settlement_runs WHERE month = ?').pluck().get(month) ?? 0
}

type StatementRow = Omit<StatementRecord, 'content'> & { content: string }

const statementSql = `SELECT settlement_statements.id, run_id AS runId, position, number, payee_id AS payeeId,
  parties.name AS payeeName, payable_fen AS payableFen, content, sha256
  FROM settlement_statements JOIN parties ON parties.id = payee_id`

function toStatement(row: StatementRow): StatementRecord {
  return { ...row, content: JSON.parse(row.content) as StatementContent }
}

/** The statements of a run in their order. */
export function statementsOf(db: Db, runId: string): StatementRecord[] {
  return db
    .prepare<[string], StatementRow>(`${statementSql} WHERE run_id = ? ORDER BY position`)
    .all(runId)
    .map(toStatement)
}

/** One statement. Throws `settlement.statement-not-found`. */
export function getStatement(db: Db, id: string): StatementRecord {
  const row = db.prepare<[string], StatementRow>(`${statementSql} WHERE settlement_statements.id = ?`).get(id)
  if (row === undefined) throw new BoanError('settlement.statement-not-found')
  return toStatement(row)
}

export function exclusionsOf(db: Db, runId: string): ExclusionRecord[] {
  return db
    .prepare<[string], ExclusionRecord>(
      `SELECT agreement_id AS agreementId, title, payee_id AS payeeId, parties.name AS payeeName, cycle,
         settlement_exclusions.from_date AS "from", reason, outstanding_fen AS outstandingFen
       FROM settlement_exclusions JOIN agreements ON agreements.id = agreement_id JOIN parties ON parties.id = payee_id
       WHERE run_id = ? ORDER BY parties.name, title, settlement_exclusions.from_date`,
    )
    .all(runId)
}

/** Payments of the ledger that were made for statements of a run and are not voided, by statement. */
export function paymentsOfRun(db: Db, runId: string): Map<string, LinkedPayment[]> {
  const rows = db
    .prepare<[string], LinkedPayment>(
      `SELECT statement_id AS statementId, payments.id, date, amount_fen AS amountFen, channel, reference
       FROM settlement_payments JOIN payments ON payments.id = payment_id
       JOIN settlement_statements ON settlement_statements.id = statement_id
       WHERE run_id = ? AND payments.voided_at IS NULL ORDER BY date, payments.id`,
    )
    .all(runId)
  return Map.groupBy(rows, ({ statementId }) => statementId)
}

/** What of a statement was paid since. */
export function paidFenOf(payments: readonly LinkedPayment[] | undefined): number {
  return (payments ?? []).reduce((sum, { amountFen }) => sum + amountFen, 0)
}

export function placeKey({ agreementId, cycle }: { agreementId: string; cycle: string }): string {
  return `${agreementId} ${cycle}`
}

/** The live run in which a cycle waits to be paid, by agreement and cycle. A cycle can wait in one only. */
export function openRunsByCycle(db: Db): Map<string, NonNullable<SettlementRow['run']>> {
  const rows = db
    .prepare<[], { agreementId: string; cycle: string; id: string; number: string }>(
      `WITH paid AS (
         SELECT statement_id, sum(amount_fen) AS fen FROM settlement_payments JOIN payments ON payments.id = payment_id
         WHERE payments.voided_at IS NULL GROUP BY statement_id)
       SELECT agreement_id AS agreementId, cycle, settlement_runs.id, settlement_runs.number
       FROM settlement_items JOIN settlement_statements ON settlement_statements.id = settlement_items.statement_id
       JOIN settlement_runs ON settlement_runs.id = run_id LEFT JOIN paid ON paid.statement_id = settlement_statements.id
       WHERE settlement_runs.voided_at IS NULL AND settlement_statements.payable_fen > coalesce(paid.fen, 0)`,
    )
    .all()
  return new Map(rows.map(({ id, number, ...place }) => [placeKey(place), { id, number }]))
}

export function insertRun(db: Db, run: RunRecord): void {
  db.prepare(
    `INSERT INTO settlement_runs (id, number, month, as_of, payer_id, note, sha256, created_at)
     VALUES (@id, @number, @month, @asOf, @payerId, @note, @sha256, @createdAt)`,
  ).run(run)
}

/** Writes a statement with its cycles. `content` is the canonical JSON that `sha256` was made of. */
export function insertStatement(
  db: Db,
  statement: Omit<StatementRecord, 'content' | 'payeeName'> & { content: string },
  items: StatementContent['items'],
): void {
  db.prepare(
    `INSERT INTO settlement_statements (id, run_id, position, number, payee_id, payable_fen, content, sha256)
     VALUES (@id, @runId, @position, @number, @payeeId, @payableFen, @content, @sha256)`,
  ).run(statement)
  const insert = db.prepare(
    'INSERT INTO settlement_items (statement_id, position, agreement_id, cycle, payable_fen) VALUES (?, ?, ?, ?, ?)',
  )
  items.forEach((item, at) => insert.run(statement.id, at + 1, item.agreementId, item.cycle, item.payableFen))
}

export function insertExclusion(
  db: Db,
  runId: string,
  { agreementId, cycle, from, outstandingFen }: SettlementRow,
  reason: string,
): void {
  db.prepare(
    `INSERT INTO settlement_exclusions (run_id, agreement_id, cycle, from_date, reason, outstanding_fen)
     VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(runId, agreementId, cycle, from, reason, outstandingFen)
}

export function voidRun(db: Db, id: string, moment: string, reason: string): void {
  db.prepare('UPDATE settlement_runs SET voided_at = ?, void_reason = ? WHERE id = ?').run(moment, reason, id)
}

export function linkPayment(db: Db, paymentId: string, statementId: string, moment: string): void {
  db.prepare('INSERT INTO settlement_payments (payment_id, statement_id, linked_at) VALUES (?, ?, ?)').run(
    paymentId,
    statementId,
    moment,
  )
}

/** Whether a payment was made for a statement already. */
export function isLinked(db: Db, paymentId: string): boolean {
  return db.prepare('SELECT 1 FROM settlement_payments WHERE payment_id = ?').get(paymentId) !== undefined
}
