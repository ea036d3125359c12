import type { Statement } from 'better-sqlite3'
import type { PaymentRow } from '../../../../shared/earnings/statements/rows.ts'
import type { Db } from '../../database/open.ts'
import { isNew, isRepeated, isSuperseded, isSuperseding } from './decisions.ts'

/** What a payment row says beyond its natural key (platform, reference, moment, amount, occurrence). */
export type PaymentContent = Pick<
  PaymentRow,
  | 'paymentClass'
  | 'counterparty'
  | 'counterpartyAccount'
  | 'merchantReference'
  | 'type'
  | 'subject'
  | 'method'
  | 'status'
  | 'note'
>

interface StoredPayment {
  id: number
  isHeld: number
  seenAtS: number
  statement: number
  row: number
}

function contentOfPayment(row: PaymentRow): PaymentContent {
  return {
    paymentClass: row.paymentClass,
    counterparty: row.counterparty,
    counterpartyAccount: row.counterpartyAccount,
    merchantReference: row.merchantReference,
    type: row.type,
    subject: row.subject,
    method: row.method,
    status: row.status,
    note: row.note,
  }
}

/** Counts how often a key has come in a file: two different payments can share reference, moment and amount. */
export class PaymentOccurrences {
  readonly #seen = new Map<string, number>()

  next(row: PaymentRow): number {
    const key = `${row.reference}\n${row.paidAtS}\n${row.amountFen}`
    const occurrence = (this.#seen.get(key) ?? 0) + 1
    this.#seen.set(key, occurrence)
    return occurrence
  }
}

/** Kept rows of payment lists. */
export class PaymentStore {
  readonly #find: Statement<[string, string, number, number, number], StoredPayment>
  readonly #rowData: Statement<[number, number], { data: string }>
  readonly #insert: Statement
  readonly #update: Statement
  readonly #insertRow: Statement
  readonly #platform: string

  constructor(db: Db, platform: string) {
    this.#platform = platform
    this.#find = db.prepare(
      `SELECT id, is_held AS isHeld, seen_at_s AS seenAtS, statement, row FROM imported_payments
       WHERE platform = ? AND reference = ? AND paid_at_s = ? AND amount_fen = ? AND occurrence = ?`,
    )
    this.#rowData = db.prepare('SELECT data FROM payment_rows WHERE statement = ? AND row = ?')
    this.#insert = db.prepare(
      `INSERT INTO imported_payments (platform, reference, paid_at_s, amount_fen, occurrence, class, counterparty,
         counterparty_account, merchant_reference, type, subject, method, status, note, statement, row, seen_at_s)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#update = db.prepare(
      `UPDATE imported_payments SET class = ?, counterparty = ?, counterparty_account = ?, merchant_reference = ?, type = ?,
         subject = ?, method = ?, status = ?, note = ?, statement = ?, row = ?, seen_at_s = ?, is_held = 1 WHERE id = ?`,
    )
    this.#insertRow = db.prepare('INSERT INTO payment_rows (statement, row, payment_id, data) VALUES (?, ?, ?, ?)')
  }

  /** What keeping this row would do; nothing is written. */
  weigh(row: PaymentRow, occurrence: number, seenAtS: number): number {
    const known = this.#known(row, occurrence)
    return known === undefined ? isNew : this.#compare(known, contentText(row), seenAtS)
  }

  /** Keeps a row. Answers the decision and the payment it is. */
  keep(
    row: PaymentRow,
    occurrence: number,
    place: { statement: number; row: number; seenAtS: number },
  ): { id: number; decision: number } {
    const known = this.#known(row, occurrence)
    const decision = known === undefined ? isNew : this.#compare(known, contentText(row), place.seenAtS)
    const values = valuesOf(contentOfPayment(row))
    let id = known?.id
    if (id === undefined) {
      const key = [this.#platform, row.reference, row.paidAtS, row.amountFen, occurrence]
      id = Number(this.#insert.run(...key, ...values, place.statement, place.row, place.seenAtS).lastInsertRowid)
    } else if (decision === isNew || decision === isSuperseding || (known?.seenAtS ?? 0) < place.seenAtS) {
      this.#update.run(...values, place.statement, place.row, place.seenAtS, id)
    }
    this.#insertRow.run(place.statement, place.row, id, contentText(row))
    return { id, decision }
  }

  #known(row: PaymentRow, occurrence: number): StoredPayment | undefined {
    return this.#find.get(this.#platform, row.reference, row.paidAtS, row.amountFen, occurrence)
  }

  /** Newer by the list's export moment; equally new lists are told apart by their text, whatever came first. */
  #compare(known: StoredPayment, text: string, seenAtS: number): number {
    if (known.isHeld === 0) return isNew
    const held = this.#rowData.get(known.statement, known.row)?.data ?? ''
    if (held === text) return isRepeated
    if (seenAtS !== known.seenAtS) return seenAtS > known.seenAtS ? isSuperseding : isSuperseded
    return text > held ? isSuperseding : isSuperseded
  }
}

function contentText(row: PaymentRow): string {
  return JSON.stringify(contentOfPayment(row))
}

function valuesOf(content: PaymentContent): string[] {
  const { paymentClass, counterparty, counterpartyAccount, merchantReference } = content
  const { type, subject, method, status, note } = content
  return [paymentClass, counterparty, counterpartyAccount, merchantReference, type, subject, method, status, note]
}

/** Makes the newest row that is still held the one a payment shows; used when files are voided or brought back. */
export function restandPayment(db: Db, paymentId: number): boolean {
  const newest = db
    .prepare<[number], { data: string; statement: number; row: number; seenAtS: number }>(
      `SELECT r.data, r.statement, r.row, s.exported_at_s AS seenAtS FROM payment_rows r
       JOIN statements s ON s.number = r.statement AND s.voided_at IS NULL
       WHERE r.payment_id = ? ORDER BY s.exported_at_s DESC, r.data DESC LIMIT 1`,
    )
    .get(paymentId)
  if (newest === undefined) {
    db.prepare('UPDATE imported_payments SET is_held = 0 WHERE id = ?').run(paymentId)
    return false
  }
  const content = JSON.parse(newest.data) as PaymentContent
  db.prepare(
    `UPDATE imported_payments SET class = ?, counterparty = ?, counterparty_account = ?, merchant_reference = ?, type = ?,
       subject = ?, method = ?, status = ?, note = ?, statement = ?, row = ?, seen_at_s = ?, is_held = 1 WHERE id = ?`,
  ).run(...valuesOf(content), newest.statement, newest.row, newest.seenAtS, paymentId)
  return true
}
