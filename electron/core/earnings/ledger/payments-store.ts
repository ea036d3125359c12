import type { Allocation, Payment } from '../../../../shared/earnings/index.ts'
import { BoanError } from '../../../../shared/errors.ts'
import type { Db } from '../../database/open.ts'

/** A payment as it is kept; parties by id. */
export interface PaymentRecord extends Omit<Payment, 'onBehalfOf'> {
  onBehalfOf: string | null
  evidenceIds: string[]
  importedId: number | null
  createdAt: string
  voidedAt: string | null
  voidReason: string | null
}

interface PaymentRow extends Omit<PaymentRecord, 'evidenceIds' | 'allocations'> {
  evidence: string
}

const paymentSql = `SELECT id, date, kind, amount_fen AS amountFen, payer_id AS payer, on_behalf_of_id AS onBehalfOf,
  payee_id AS payee, channel, reference, evidence, imported_id AS importedId, created_at AS createdAt,
  voided_at AS voidedAt, void_reason AS voidReason FROM payments`

type AllocationRow = Allocation & { paymentId: string }

const allocationSql = `SELECT payment_id AS paymentId, agreement_id AS agreementId, cycle, amount_fen AS amountFen
  FROM payment_allocations`

const noAllocations: readonly Allocation[] = []

function withAllocations({ evidence, ...row }: PaymentRow, allocations: readonly AllocationRow[]): PaymentRecord {
  return {
    ...row,
    evidenceIds: JSON.parse(evidence) as string[],
    allocations: allocations.map(({ agreementId, cycle, amountFen }) => ({ agreementId, cycle, amountFen })),
  }
}

function joined(rows: readonly PaymentRow[], allocations: readonly AllocationRow[]): PaymentRecord[] {
  const byPayment = Map.groupBy(allocations, (allocation) => allocation.paymentId)
  return rows.map((row) => withAllocations(row, byPayment.get(row.id) ?? []))
}

/** A payment as figures need it, read by thousands. */
export type CountedPayment = Omit<Payment, 'onBehalfOf'> & { onBehalfOf: string | null }

/** Every payment that counts, dated up to a day, by date, then id. */
export function listCountedPayments(db: Db, date: string): CountedPayment[] {
  const allocations = Map.groupBy(
    db.prepare<[], AllocationRow>(`${allocationSql} ORDER BY payment_id, agreement_id, cycle`).all(),
    (allocation) => allocation.paymentId,
  )
  return db
    .prepare<[string], CountedPayment>(
      `SELECT id, date, kind, amount_fen AS amountFen, payer_id AS payer, on_behalf_of_id AS onBehalfOf, payee_id AS payee,
         channel, reference FROM payments WHERE date <= ? AND voided_at IS NULL ORDER BY date, id`,
    )
    .all(date)
    .map((payment) => {
      payment.allocations = allocations.get(payment.id) ?? noAllocations
      return payment
    })
}

/** One payment, voided or not. Throws `earnings.payment-not-found`. */
export function getPayment(db: Db, id: string): PaymentRecord {
  const row = db.prepare<[string], PaymentRow>(`${paymentSql} WHERE id = ?`).get(id)
  if (row === undefined) throw new BoanError('earnings.payment-not-found', { id })
  const allocations = db
    .prepare<[string], AllocationRow>(`${allocationSql} WHERE payment_id = ? ORDER BY agreement_id, cycle`)
    .all(id)
  return withAllocations(row, allocations)
}

export interface PaymentPage {
  payerId: string | undefined
  payeeId: string | undefined
  withVoided: boolean
  /** Date and id of the last one of the page before. */
  after: { date: string; id: string } | null
  limit: number
}

/** Payments, the newest first. */
export function pagePayments(db: Db, { payerId, payeeId, withVoided, after, limit }: PaymentPage): PaymentRecord[] {
  const rows = db
    .prepare<Record<string, string | number | null>, PaymentRow>(
      `${paymentSql} WHERE (@payerId IS NULL OR payer_id = @payerId OR on_behalf_of_id = @payerId)
       AND (@payeeId IS NULL OR payee_id = @payeeId)
       AND (@withVoided = 1 OR voided_at IS NULL) AND (@date IS NULL OR (date, id) < (@date, @id))
       ORDER BY date DESC, id DESC LIMIT @limit`,
    )
    .all({
      payerId: payerId ?? null,
      payeeId: payeeId ?? null,
      withVoided: withVoided ? 1 : 0,
      date: after?.date ?? null,
      id: after?.id ?? null,
      limit,
    })
  const allocations = db
    .prepare<[string], AllocationRow>(
      `${allocationSql} WHERE payment_id IN (SELECT value FROM json_each(?)) ORDER BY payment_id, agreement_id, cycle`,
    )
    .all(JSON.stringify(rows.map((row) => row.id)))
  return joined(rows, allocations)
}

/** Writes a payment with its allocations, new or changed. */
export function writePayment(db: Db, payment: PaymentRecord): void {
  const { allocations, evidenceIds, ...row } = payment
  db.prepare(
    `INSERT INTO payments (id, date, kind, amount_fen, payer_id, on_behalf_of_id, payee_id, channel, reference, evidence,
       imported_id, created_at, voided_at, void_reason)
     VALUES (@id, @date, @kind, @amountFen, @payer, @onBehalfOf, @payee, @channel, @reference, @evidence, @importedId,
       @createdAt, @voidedAt, @voidReason)
     ON CONFLICT (id) DO UPDATE SET date = excluded.date, kind = excluded.kind, amount_fen = excluded.amount_fen,
       payer_id = excluded.payer_id, on_behalf_of_id = excluded.on_behalf_of_id, payee_id = excluded.payee_id,
       channel = excluded.channel, reference = excluded.reference, evidence = excluded.evidence,
       voided_at = excluded.voided_at, void_reason = excluded.void_reason`,
  ).run({ ...row, evidence: JSON.stringify(evidenceIds) })
  db.prepare('DELETE FROM payment_allocations WHERE payment_id = ?').run(payment.id)
  const insert = db.prepare(
    'INSERT INTO payment_allocations (payment_id, agreement_id, cycle, amount_fen) VALUES (?, ?, ?, ?)',
  )
  for (const { agreementId, cycle, amountFen } of allocations) insert.run(payment.id, agreementId, cycle, amountFen)
}
