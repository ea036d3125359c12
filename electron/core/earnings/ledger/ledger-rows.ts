import { fromDayNumber, isCivilDate, toDayNumber } from '../../../../shared/calendar.ts'
import type { ParsedInput } from '../../../../shared/contract.ts'
import type { LedgerAgreement, LedgerRow, LedgerTotals } from '../../../../shared/earnings/ledger-shapes.ts'
import { BoanError } from '../../../../shared/errors.ts'
import type { Db } from '../../database/open.ts'
import { getSelfPartyId } from '../../parties/index.ts'
import { lookAtLedger, type LedgerLook, type ListedAgreement, type ViewedAgreement } from './ledger-view.ts'
import { sumUnpaid, type UnpaidSums } from './unpaid-sums.ts'

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
export interface FilteredAgreement {
  agreement: ViewedAgreement
  positions: number[]
}

/** Agreements that the filters on agreements let through; those on cycles are not looked at. */
function chosenAgreements(look: LedgerLook, filter: LedgerFilter): ListedAgreement[] {
  const payers = filter.payerIds === undefined ? undefined : new Set(filter.payerIds)
  const payees = filter.payeeIds === undefined ? undefined : new Set(filter.payeeIds)
  const chosen = filter.agreementIds === undefined ? undefined : new Set(filter.agreementIds)
  return look.listed.filter(
    ({ id, payer, payee }) =>
      (payers?.has(payer.id) ?? true) && (payees?.has(payee.id) ?? true) && (chosen?.has(id) ?? true),
  )
}

/** Whether filters look at single cycles: then agreements without any cycle left are not shown. */
function isOnCycles(filter: LedgerFilter): boolean {
  return filter.statuses !== undefined || filter.owedOnly === true
}

function openLook(db: Db, asOf: string, filter: LedgerFilter): LedgerLook {
  for (const date of [asOf, filter.from, filter.to]) if (date !== undefined) checkDate(date)
  return lookAtLedger(db, asOf, filter.to)
}

function withPositions(agreements: readonly ViewedAgreement[], filter: LedgerFilter): FilteredAgreement[] {
  const passes = rowFilter(filter)
  return agreements.map((agreement) => ({
    agreement,
    positions: agreement.cycles.flatMap((_, position) => (passes(agreement, position) ? [position] : [])),
  }))
}

/** Looks at the whole ledger through filters. */
export function filterLedger(db: Db, asOf: string, filter: LedgerFilter): FilteredAgreement[] {
  const look = openLook(db, asOf, filter)
  const settled = withPositions(look.settle(chosenAgreements(look, filter)), filter)
  return settled.filter(({ positions }) => positions.length > 0 || !isOnCycles(filter))
}

export interface LedgerPage {
  agreements: FilteredAgreement[]
  totals: LedgerTotals
  /** The last agreement of this page, when there are more. */
  next: string | null
}

/**
 * A page of agreements and the totals over all that the filters let through. Only the page and what payments are laid on
 * is read cycle by cycle; the rest of the totals comes from sums of kept figures.
 */
export function pageLedger(
  db: Db,
  asOf: string,
  filter: LedgerFilter,
  after: string | null,
  limit: number | undefined,
): LedgerPage {
  const look = openLook(db, asOf, filter)
  const chosen = chosenAgreements(look, filter)
  const unpaid = chosen.filter((agreement) => look.isUnpaid(agreement))
  const unpaidIds = new Set(unpaid.map(({ id }) => id))
  const sums = sumUnpaid(db, {
    asOfDay: look.asOfDay,
    lastFromDay: look.lastFromDay,
    fromDay: filter.from === undefined ? Number.MIN_SAFE_INTEGER : toDayNumber(filter.from),
    toDay: filter.to === undefined ? Number.MAX_SAFE_INTEGER : toDayNumber(filter.to),
    statuses: filter.statuses ?? null,
    owedOnly: filter.owedOnly === true,
  })
  const paid = withPositions(look.settle(chosen.filter(({ id }) => !unpaidIds.has(id))), filter)
  const paidById = new Map(paid.map((one) => [one.agreement.id, one]))
  const rowsOf = ({ id }: ListedAgreement): number =>
    unpaidIds.has(id) ? (sums.get(id)?.rows ?? 0) : (paidById.get(id)?.positions.length ?? 0)
  const shown = chosen.filter((agreement) => rowsOf(agreement) > 0 || !isOnCycles(filter))
  const totals = emptyTotals(shown.length)
  for (const { id } of unpaid) addUnpaid(totals, sums.get(id))
  for (const one of paid) addPaid(totals, one)
  const start = after === null ? 0 : shown.findIndex(({ id }) => id === after) + 1
  const page = shown.slice(start, start + (limit ?? fittingOn(shown.slice(start, start + pageAgreements), rowsOf)))
  const isLast = start + page.length >= shown.length
  return {
    agreements: withPositions(look.settle(page), filter),
    totals,
    next: isLast ? null : (page.at(-1)?.id ?? null),
  }
}

/** What a person looks through at once: so many agreements, or fewer when they have many cycles (days, weeks, years of months). */
const pageAgreements = 20
const pageRows = 240

/** How many agreements, from the first on, make a page; at least one. */
function fittingOn(agreements: readonly ListedAgreement[], rowsOf: (agreement: ListedAgreement) => number): number {
  let rows = 0
  for (const [at, agreement] of agreements.entries()) {
    rows += rowsOf(agreement)
    if (rows > pageRows) return Math.max(1, at)
  }
  return agreements.length
}

function emptyTotals(agreements: number): LedgerTotals {
  return {
    agreements,
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
}

function addUnpaid(totals: LedgerTotals, sums: UnpaidSums | undefined): void {
  if (sums === undefined) return
  totals.rows += sums.rows
  totals.expectedFen += sums.expectedFen
  totals.withheldFen += sums.withheldFen
  totals.deductedFen += sums.deductedFen
  totals.allowedFen += sums.allowedFen
  totals.outstandingFen += sums.outstandingFen
  totals.dueFen += sums.dueFen
  totals.overpaidFen += sums.overpaidFen
}

/** Adds the cycles that the filters let through; what was overpaid stands apart and is never netted. */
function addPaid(totals: LedgerTotals, { agreement, positions }: FilteredAgreement): void {
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
export function ledgerAgreements(db: Db, filtered: readonly FilteredAgreement[]): LedgerAgreement[] {
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
