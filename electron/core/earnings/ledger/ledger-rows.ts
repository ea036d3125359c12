import { fromDayNumber, isCivilDate, toDayNumber } from '../../../../shared/calendar.ts'
import type { ParsedInput } from '../../../../shared/contract.ts'
import type { LedgerAgreement, LedgerRow, LedgerTotals } from '../../../../shared/earnings/ledger-shapes.ts'
import { BoanError } from '../../../../shared/errors.ts'
import type { Db } from '../../database/open.ts'
import { getSelfPartyId } from '../../parties/index.ts'
import { readLedgerView, type LedgerView, type ViewedAgreement } from './ledger-view.ts'

export type LedgerFilter = ParsedInput<'earnings.ledger'>['filter']

/** Throws `earnings.bad-date` for a date that no calendar has. */
export function checkDate(date: string): void {
  if (!isCivilDate(date)) throw new BoanError('earnings.bad-date', { date })
}

/** Which cycles are confirmed, as `agreementId cycle`. */
function readConfirmed(db: Db): Set<string> {
  return new Set(db.prepare<[], string>(`SELECT agreement_id || ' ' || cycle FROM cycle_confirmations`).pluck().all())
}

/** One cycle of an agreement as the ledger lists it. */
export function ledgerRow(agreement: ViewedAgreement, position: number, isConfirmed: boolean): LedgerRow | undefined {
  const figures = agreement.cycles[position]
  const settlement = agreement.settlements[position]
  if (figures === undefined || settlement === undefined) return undefined
  return {
    agreementId: agreement.id,
    cycle: figures.cycle,
    from: fromDayNumber(figures.fromDay),
    to: fromDayNumber(figures.toDay),
    source: agreement.hasTerms ? 'terms' : 'platform',
    dueDate: figures.dueDay === undefined ? null : fromDayNumber(figures.dueDay),
    expectedFen: figures.expectedFen,
    withheldFen: figures.withheldFen,
    acknowledgedFen: figures.acknowledgedFen,
    deductedFen: figures.deductedFen,
    allowedFen: figures.allowedFen,
    paidFen: settlement.paidFen,
    outstandingFen: settlement.outstandingFen,
    underCountedFen: settlement.underCountedFen,
    improperFen: settlement.improperFen,
    acknowledgedUnpaidFen: settlement.acknowledgedUnpaidFen,
    status: settlement.status,
    overdueDays: settlement.overdueDays,
    ageingBucket: settlement.ageingBucket,
    missing: figures.missing,
    confirmed: isConfirmed,
  }
}

/** Whether a cycle passes the filters that look at single cycles. */
function rowFilter(filter: LedgerFilter): (agreement: ViewedAgreement, position: number) => boolean {
  const fromDay = filter.from === undefined ? -Infinity : toDayNumber(filter.from)
  const toDay = filter.to === undefined ? Infinity : toDayNumber(filter.to)
  const statuses = filter.statuses === undefined ? undefined : new Set<string>(filter.statuses)
  return ({ cycles, settlements }, position) => {
    const figures = cycles[position]
    const settlement = settlements[position]
    if (figures === undefined || settlement === undefined) return false
    return (
      figures.fromDay <= toDay &&
      figures.toDay >= fromDay &&
      (statuses === undefined || statuses.has(settlement.status)) &&
      (filter.owedOnly !== true || settlement.outstandingFen > 0)
    )
  }
}

/** The agreements that the filters let through, each with the positions of its cycles that they do. */
export interface FilteredLedger {
  view: LedgerView
  agreements: { agreement: ViewedAgreement; positions: number[] }[]
}

/** Looks at the ledger through filters. Agreements without any cycle left are shown only when no filter is on cycles. */
export function filterLedger(db: Db, asOf: string, filter: LedgerFilter): FilteredLedger {
  for (const date of [asOf, filter.from, filter.to]) if (date !== undefined) checkDate(date)
  const view = readLedgerView(db, asOf, filter.to)
  const payers = filter.payerIds === undefined ? undefined : new Set(filter.payerIds)
  const chosen = filter.agreementIds === undefined ? undefined : new Set(filter.agreementIds)
  const passes = rowFilter(filter)
  const onCycles = filter.statuses !== undefined || filter.owedOnly === true
  const agreements = view.agreements
    .filter(({ id, payer }) => (payers?.has(payer.id) ?? true) && (chosen?.has(id) ?? true))
    .map((agreement) => ({
      agreement,
      positions: agreement.cycles.flatMap((_, position) => (passes(agreement, position) ? [position] : [])),
    }))
    .filter(({ positions }) => positions.length > 0 || !onCycles)
  return { view, agreements }
}

/** Sums over everything the filters let through; what was overpaid stands apart and is never netted. */
export function totalsOf({ agreements }: FilteredLedger): LedgerTotals {
  const totals: LedgerTotals = {
    agreements: agreements.length,
    rows: 0,
    expectedFen: 0,
    withheldFen: 0,
    deductedFen: 0,
    allowedFen: 0,
    paidFen: 0,
    outstandingFen: 0,
    dueFen: 0,
    overpaidFen: 0,
  }
  for (const { agreement, positions } of agreements) {
    for (const position of positions) {
      const figures = agreement.cycles[position]
      const settlement = agreement.settlements[position]
      if (figures === undefined || settlement === undefined) continue
      totals.rows += 1
      totals.expectedFen += figures.expectedFen
      totals.withheldFen += figures.withheldFen
      totals.deductedFen += figures.deductedFen
      totals.allowedFen += figures.allowedFen
      totals.paidFen += settlement.paidFen
      const { outstandingFen } = settlement
      if (outstandingFen < 0) totals.overpaidFen -= outstandingFen
      else totals.outstandingFen += outstandingFen
      if (isDue(settlement)) totals.dueFen += outstandingFen
    }
  }
  return totals
}

/** Due and unpaid: what a person may ask for today. */
export function isDue({ status }: { status: LedgerRow['status'] }): boolean {
  return status === 'overdue' || status === 'due-today'
}

/** What the person using this computer is in an agreement. */
export function selfIn(
  selfPartyId: string | null,
  agreement: Pick<ViewedAgreement, 'payer' | 'payee'>,
): LedgerAgreement['self'] {
  if (selfPartyId === agreement.payer.id) return 'payer'
  return selfPartyId === agreement.payee.id ? 'payee' : 'none'
}

/** Agreements with their rows as the ledger shows them. */
export function ledgerAgreements(db: Db, filtered: FilteredLedger['agreements']): LedgerAgreement[] {
  const confirmed = readConfirmed(db)
  const self = getSelfPartyId(db)
  return filtered.map(({ agreement, positions }) => ({
    id: agreement.id,
    title: agreement.title,
    payer: agreement.payer,
    payee: agreement.payee,
    self: selfIn(self, agreement),
    error: agreement.fault,
    rows: positions.flatMap((position) => {
      const cycle = agreement.cycles[position]?.cycle ?? ''
      return ledgerRow(agreement, position, confirmed.has(`${agreement.id} ${cycle}`)) ?? []
    }),
  }))
}
