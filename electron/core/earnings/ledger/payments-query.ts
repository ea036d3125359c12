import { toDayNumber } from '../../../../shared/calendar.ts'
import type { Output, ParsedInput } from '../../../../shared/contract.ts'
import type { LedgerPayment } from '../../../../shared/earnings/ledger-shapes.ts'
import type { Db } from '../../database/open.ts'
import { checkDate } from './ledger-rows.ts'
import { readLedgerView, type LedgerView } from './ledger-view.ts'
import { pagePayments, type PaymentRecord } from './payments-store.ts'

const PAGE_PAYMENTS = 100

type Part = LedgerPayment['parts'][number]

/** Where the money of each payment counts on the chosen day. */
function partsByPayment(view: LedgerView): Map<string, Part[]> {
  const parts = new Map<string, Part[]>()
  for (const { id: agreementId, settlements } of view.agreements) {
    for (const { cycle, payments } of settlements) {
      for (const { paymentId, amountFen, explicit } of payments) {
        const own = parts.get(paymentId) ?? []
        own.push({ agreementId, cycle, amountFen, explicit })
        parts.set(paymentId, own)
      }
    }
  }
  return parts
}

interface ImportedPlace {
  statementId: string
  file: string
  row: number
}

/** `earnings.listPayments`: payments, the newest first. */
export function queryPayments(db: Db, input: ParsedInput<'earnings.listPayments'>): Output<'earnings.listPayments'> {
  checkDate(input.asOf)
  const view = readLedgerView(db, input.asOf)
  const [date = '', id = ''] = input.after?.split(' ') ?? []
  const records = pagePayments(db, {
    payerId: input.payerId,
    payeeId: input.payeeId,
    withVoided: input.withVoided,
    after: input.after === null ? null : { date, id },
    limit: PAGE_PAYMENTS + 1,
  })
  const page = records.slice(0, PAGE_PAYMENTS)
  const last = page.at(-1)
  const parts = partsByPayment(view)
  const toPayment = paymentShaper(db, view, parts)
  return {
    payments: page.map(toPayment),
    next: records.length > PAGE_PAYMENTS && last !== undefined ? `${last.date} ${last.id}` : null,
  }
}

function paymentShaper(
  db: Db,
  view: LedgerView,
  parts: ReadonlyMap<string, Part[]>,
): (payment: PaymentRecord) => LedgerPayment {
  const name = db.prepare<[string], string>('SELECT name FROM parties WHERE id = ?').pluck()
  const place = db.prepare<[number], ImportedPlace>(
    `SELECT statements.id AS statementId, file_name AS file, imported_payments.row AS row FROM imported_payments
     JOIN statements ON statements.number = statement WHERE imported_payments.id = ?`,
  )
  const named = (id: string) => ({ id, name: name.get(id) ?? '' })
  return (payment) => {
    const isCounted = payment.voidedAt === null && toDayNumber(payment.date) <= view.asOfDay
    return {
      id: payment.id,
      date: payment.date,
      kind: payment.kind,
      amountFen: payment.amountFen,
      payer: named(payment.payer),
      onBehalfOf: payment.onBehalfOf === null ? null : named(payment.onBehalfOf),
      payee: named(payment.payee),
      channel: payment.channel,
      reference: payment.reference,
      evidenceIds: payment.evidenceIds,
      allocations: payment.allocations.map((allocation) => ({ ...allocation })),
      parts: parts.get(payment.id) ?? [],
      unallocatedFen: isCounted ? (view.leftByPayment.get(payment.id) ?? 0) : 0,
      importedFrom: payment.importedId === null ? null : (place.get(payment.importedId) ?? null),
      voidedAt: payment.voidedAt,
      voidReason: payment.voidReason,
    }
  }
}
