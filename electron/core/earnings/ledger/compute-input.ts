import { addDays } from '../../../../shared/calendar.ts'
import { debtorOf, type ComputeInput, type OrderLine, type Payment } from '../../../../shared/earnings/index.ts'
import { BoanError } from '../../../../shared/errors.ts'
import type { Db } from '../../database/open.ts'
import { findLedgerAgreement, type LedgerAgreement } from './agreements.ts'
import { factLists, listCycleFacts } from './facts-store.ts'
import { ledgerCalendar } from './figure-context.ts'
import { readLedgerView, type LedgerView } from './ledger-view.ts'
import {
  dayOfSeconds,
  listIncomeItems,
  momentOfDay,
  momentOfSeconds,
  sessionsInScope,
  type StoredLine,
} from './line-source.ts'
import { readLaw, readLpr, readOfferedInterest } from './rates.ts'
import { iterateViews } from './rebuild.ts'
import { listAdjustments } from './views.ts'

/** The exact moment where the day is the line's own; noon where a confirmed cycle holds another day. */
function momentOn(dayNumber: number, seconds: number | null): string {
  return seconds !== null && dayOfSeconds(seconds) === dayNumber ? momentOfSeconds(seconds) : momentOfDay(dayNumber)
}

/** A line as `earnings.compute` takes it. */
function toOrderLine({
  paidDay,
  settledDay,
  refundedDay: _refunded,
  paidAtS,
  settledAtS,
  ...line
}: StoredLine): OrderLine {
  return {
    ...line,
    paidAt: momentOn(paidDay, paidAtS),
    settledAt: settledDay === null ? null : momentOn(settledDay, settledAtS),
  }
}

function byId<Item extends { id: string }>(a: Item, b: Item): number {
  return a.id < b.id ? -1 : 1
}

function byNumber(a: OrderLine, b: OrderLine): number {
  return Number(a.id) - Number(b.id)
}

/**
 * The payments of an agreement with explicit allocations of everything that the ledger lays on it, so that the computation
 * of one agreement alone has the same figures as the ledger of several (spec/earnings.md, Payments).
 */
function paymentsFor(view: LedgerView, record: LedgerAgreement): Payment[] {
  const own = view.agreements.find(({ id }) => id === record.id)
  const parts = (own?.settlements ?? []).flatMap(({ cycle, payments }) => payments.map((part) => ({ ...part, cycle })))
  const spread = Map.groupBy(
    parts.filter((part) => !part.explicit),
    (part) => part.paymentId,
  )
  const agreementId = record.id
  return view.payments
    .filter((payment) => isOf(payment, record) || spread.has(payment.id))
    .map((payment) => {
      const laid = (spread.get(payment.id) ?? []).map(({ cycle, amountFen }) => ({ agreementId, cycle, amountFen }))
      const elsewhere = spreadElsewhere(view, payment, record)
      return { ...payment, allocations: merged([...payment.allocations, ...laid, ...elsewhere]) }
    })
}

function isOf(payment: Payment, record: LedgerAgreement): boolean {
  if (payment.allocations.some(({ agreementId }) => agreementId === record.id)) return true
  return payment.kind !== 'repayment' && debtorOf(payment) === record.payer.id && payment.payee === record.payee.id
}

/** What the ledger spread of a payment over other agreements of the same two, as allocations there. */
function spreadElsewhere(view: LedgerView, payment: Payment, record: LedgerAgreement): Payment['allocations'] {
  return view.agreements
    .filter(({ id, payer, payee }) => id !== record.id && payer.id === record.payer.id && payee.id === record.payee.id)
    .flatMap(({ id, settlements }) =>
      settlements.flatMap(({ cycle, payments }) =>
        payments
          .filter((part) => !part.explicit && part.paymentId === payment.id)
          .map(({ amountFen }) => ({ agreementId: id, cycle, amountFen })),
      ),
    )
}

/** One allocation per agreement and cycle. */
function merged(allocations: Payment['allocations']): Payment['allocations'] {
  const sums = new Map<string, Payment['allocations'][number]>()
  for (const { agreementId, cycle, amountFen } of allocations) {
    const key = `${agreementId} ${cycle}`
    sums.set(key, { agreementId, cycle, amountFen: (sums.get(key)?.amountFen ?? 0) + amountFen })
  }
  return [...sums.values()]
}

/**
 * Everything of one agreement as the input of `earnings.compute`: its lines as confirmed cycles hold them, its facts, what
 * the ledger lays of payments, calendar, rates and law. Lists are in a fixed order, so that two readings of the same state
 * are the same. Throws `earnings.agreement-not-found`.
 */
export function readComputeInput(db: Db, agreementId: string, asOf: string): ComputeInput {
  const record = findLedgerAgreement(db, agreementId)
  if (record === undefined) throw new BoanError('earnings.agreement-not-found', { id: agreementId })
  const { agreement } = record
  const lpr = readLpr(db)
  const lines = [...iterateViews(db, record)].map(toOrderLine).toSorted(byNumber)
  const known = new Set(lines.map(({ id }) => id))
  return {
    asOf,
    cycles: { from: agreement.from < asOf ? agreement.from : asOf, to: asOf },
    agreement: { ...agreement, versions: agreement.versions.map(({ from, to, terms }) => ({ from, to, terms })) },
    sessions: sessionsInScope(db, agreement.scope).toSorted(byId),
    lines,
    // A scope that was narrowed leaves adjustments of lines behind that are no longer the agreement's.
    adjustments: listAdjustments(db, agreementId).filter(({ lineId }) => known.has(lineId)),
    incomeItems: listIncomeItems(db),
    ...factLists(listCycleFacts(db, agreementId)),
    payments: paymentsFor(readLedgerView(db, asOf), record).toSorted(byId),
    calendar: calendarAround(agreement.from, addDays(asOf, 400)),
    interest: readOfferedInterest(db),
    lpr: lpr.entries.map(({ from, ratePpm }) => ({ from, ratePpm })),
    lprKnownTo: lpr.knownTo,
    law: readLaw(db),
  }
}

/** The part of the official calendar that due dates of these cycles can meet: a case file need not carry twenty years. */
function calendarAround(from: string, to: string): NonNullable<ComputeInput['calendar']> {
  const within = (date: string): boolean => date >= from && date <= to
  return { holidays: ledgerCalendar.holidays.filter(within), workdays: ledgerCalendar.workdays.filter(within) }
}

/** Where the current version of each line of an agreement stands: statement id, sheet, row. */
export function lineSourcesOf(
  db: Db,
  agreementId: string,
): Map<string, [statementId: string, sheet: string, row: number]> {
  const record = findLedgerAgreement(db, agreementId)
  if (record === undefined) throw new BoanError('earnings.agreement-not-found', { id: agreementId })
  const place = db
    .prepare<[number], [string, string, number]>(
      `SELECT statements.id, sheet, row FROM order_lines JOIN statements ON statements.number = statement WHERE order_lines.id = ?`,
    )
    .raw()
  const sources = new Map<string, [string, string, number]>()
  for (const line of iterateViews(db, record)) {
    const found = place.get(Number(line.id))
    if (found !== undefined) sources.set(line.id, found)
  }
  return sources
}

/** Evidence of payments, by payment id. */
export function evidenceOfPayments(db: Db, ids: readonly string[]): Map<string, string[]> {
  return new Map(
    db
      .prepare<[string], { id: string; evidence: string }>(
        'SELECT id, evidence FROM payments WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
      )
      .all(JSON.stringify(ids))
      .map(({ id, evidence }) => [id, JSON.parse(evidence) as string[]]),
  )
}

/** Evidence of acknowledgements, by cycle. */
export function evidenceOfAcknowledgements(db: Db, agreementId: string): Map<string, string[]> {
  return new Map(
    listCycleFacts(db, agreementId)
      .filter((fact) => fact.kind === 'acknowledgement')
      .map(({ cycle, evidenceIds }) => [cycle, evidenceIds]),
  )
}
