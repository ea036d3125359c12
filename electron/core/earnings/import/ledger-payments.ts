import { createNameRecogniser, type KnownName } from '../../../../shared/parties/names.ts'
import { shanghaiClock } from '../../../../shared/earnings/statements/cells.ts'
import { BoanError } from '../../../../shared/errors.ts'
import type { PaymentClass } from '../../../../shared/earnings/statements/rows.ts'
import type { CallContext } from '../../context.ts'
import type { Db } from '../../database/open.ts'
import { getParty, getSelfPartyId } from '../../parties/index.ts'
import { getPayment, writePayment } from '../ledger/payments-store.ts'

/** How kept rows of payment lists become payments of the ledger (到账), and stop being them. */

interface KeptRow {
  id: number
  platform: string
  reference: string
  paidAtS: number
  amountFen: number
  class: PaymentClass
  counterparty: string
}

const waitingSql = `SELECT id, platform, reference, paid_at_s AS paidAtS, amount_fen AS amountFen, class, counterparty
  FROM imported_payments WHERE is_held = 1 AND class IN ('income', 'expense') AND amount_fen > 0
    AND id NOT IN (SELECT imported_id FROM payments WHERE imported_id IS NOT NULL)`

/** Rows that are kept but no payment yet, because nobody has said who paid. */
export function listWaiting(db: Db): KeptRow[] {
  return db.prepare<[], KeptRow>(`${waitingSql} AND class = 'income' ORDER BY paid_at_s DESC, id`).all()
}

interface Sides {
  payerId: string
  payeeId: string
}

/** Who pays whom in a row of a list: income from a payer of an agreement, or (for one who pays) expense to a payee. */
export type SideFinder = (row: Pick<KeptRow, 'class' | 'counterparty'>) => Sides | undefined

interface AgreementSides extends Sides {
  payerName: string
  payerNames: string
  payeeName: string
  payeeNames: string
}

export function createSideFinder(db: Db): SideFinder {
  const sides = db
    .prepare<[], AgreementSides>(
      `SELECT DISTINCT a.payer_id AS payerId, a.payee_id AS payeeId, payer.name AS payerName,
         payer.also_known_as AS payerNames, payee.name AS payeeName, payee.also_known_as AS payeeNames
       FROM agreements a JOIN parties payer ON payer.id = a.payer_id JOIN parties payee ON payee.id = a.payee_id
       WHERE a.voided_at IS NULL AND payer.voided_at IS NULL AND payee.voided_at IS NULL ORDER BY payerId, payeeId`,
    )
    .all()
  const self = getSelfPartyId(db)
  const incoming = sides.filter(({ payeeId }) => self === null || payeeId === self)
  const outgoing = sides.filter(({ payerId }) => payerId === self)
  const payerOf = createNameRecogniser(
    distinct(incoming.map((s) => ({ partyId: s.payerId, names: [s.payerName, ...namesOf(s.payerNames)] }))),
  )
  const payeeOf = createNameRecogniser(
    distinct(outgoing.map((s) => ({ partyId: s.payeeId, names: [s.payeeName, ...namesOf(s.payeeNames)] }))),
  )
  return (row) => {
    if (row.class === 'income') {
      const payerId = payerOf(row.counterparty)
      const found = incoming.find((side) => side.payerId === payerId)
      return found === undefined ? undefined : { payerId: found.payerId, payeeId: found.payeeId }
    }
    const payeeId = row.class === 'expense' && self !== null ? payeeOf(row.counterparty) : undefined
    return payeeId === undefined || self === null ? undefined : { payerId: self, payeeId }
  }
}

function namesOf(json: string): string[] {
  return JSON.parse(json) as string[]
}

function distinct(names: readonly KnownName[]): KnownName[] {
  return [...new Map(names.map((name) => [name.partyId, name])).values()]
}

/** Makes payments of the kept rows whose sides are known; answers how many wait for the person to say who paid. */
export function makePayments(context: CallContext, importedIds: readonly number[]): { made: number; waiting: number } {
  const { db } = context
  const sidesOf = createSideFinder(db)
  const rows = db
    .prepare<[string], KeptRow>(`${waitingSql} AND id IN (SELECT value FROM json_each(?)) ORDER BY paid_at_s, id`)
    .all(JSON.stringify(importedIds))
  let made = 0
  for (const row of rows) {
    const sides = sidesOf(row)
    if (sides === undefined) continue
    writeFrom(context, row, sides)
    made += 1
  }
  return { made, waiting: rows.filter((row) => row.class === 'income').length - made }
}

/** The person says who paid these rows. Throws `import.payment-unknown` for a row that is none or is a payment already. */
export function assignPayments(context: CallContext, importedIds: readonly number[], payerId: string): void {
  const { db } = context
  const find = db.prepare<[number], KeptRow>(`${waitingSql} AND id = ?`)
  const payer = getParty(db, payerId)
  const side = db
    .prepare<[string], string>('SELECT payee_id FROM agreements WHERE payer_id = ? AND voided_at IS NULL ORDER BY id')
    .pluck()
    .get(payer.id)
  const payeeId = getSelfPartyId(db) ?? side
  if (payeeId === undefined) throw new BoanError('import.payee-unknown')
  for (const id of importedIds) {
    const row = find.get(id)
    if (row === undefined) throw new BoanError('import.payment-unknown', { id })
    writeFrom(context, row, { payerId, payeeId })
  }
}

function writeFrom(context: CallContext, row: KeptRow, { payerId, payeeId }: Sides): void {
  const id = context.newId()
  writePayment(context.db, {
    id,
    date: shanghaiClock(row.paidAtS).slice(0, 10),
    kind: 'pay',
    amountFen: row.amountFen,
    payer: payerId,
    onBehalfOf: null,
    payee: payeeId,
    channel: row.platform,
    reference: row.reference,
    evidenceIds: [],
    allocations: [],
    importedId: row.id,
    createdAt: context.now(),
    voidedAt: null,
    voidReason: null,
  })
  context.subject(id)
}

/** The lists that held these rows are voided: their payments are, too. */
export function voidPaymentsOf(context: CallContext, importedIds: readonly number[], at: string, reason: string): void {
  for (const payment of paymentsOf(context.db, importedIds)) {
    if (payment.voidedAt !== null) continue
    writePayment(context.db, { ...payment, voidedAt: at, voidReason: reason })
    context.subject(payment.id)
  }
}

/** A list is brought back: so are the payments that went with it, but none that the person voided by itself. */
export function restorePaymentsOf(context: CallContext, importedIds: readonly number[], voidedAt: string): void {
  for (const payment of paymentsOf(context.db, importedIds)) {
    if (payment.voidedAt !== voidedAt) continue
    writePayment(context.db, { ...payment, voidedAt: null, voidReason: null })
    context.subject(payment.id)
  }
}

function paymentsOf(db: Db, importedIds: readonly number[]): ReturnType<typeof getPayment>[] {
  return db
    .prepare<[string], string>(
      'SELECT id FROM payments WHERE imported_id IN (SELECT value FROM json_each(?)) ORDER BY id',
    )
    .pluck()
    .all(JSON.stringify(importedIds))
    .map((id) => getPayment(db, id))
}
