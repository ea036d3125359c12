import { fromDayNumber } from '../../../../shared/calendar.ts'
import type { Output, ParsedInput } from '../../../../shared/contract.ts'
import type { Overview } from '../../../../shared/earnings/ledger-shapes.ts'
import type { Db } from '../../database/open.ts'
import { getSelfPartyId } from '../../parties/index.ts'
import { listLineAccounts } from './line-source.ts'
import { checkDate, filterLedger, isDue, ledgerAgreements, pageLedger, selfIn } from './ledger-rows.ts'
import { readLedgerView, type LedgerView, type ViewedAgreement } from './ledger-view.ts'

const DUE_SOON_DAYS = 7

/** `earnings.ledger`: a page of agreements with their cycles, and totals over all that the filters let through. */
export function queryLedger(db: Db, input: ParsedInput<'earnings.ledger'>): Output<'earnings.ledger'> {
  const { agreements, totals, next } = pageLedger(db, input.asOf, input.filter, input.after, input.agreements)
  return { agreements: ledgerAgreements(db, agreements), totals, next }
}

/** `earnings.months`: figures in fen by the month in which cycles end, of all agreements or of one side of the person. */
export function queryMonths(db: Db, input: ParsedInput<'earnings.months'>): Output<'earnings.months'> {
  const months = new Map<string, Output<'earnings.months'>['months'][number]>()
  const selfPartyId = getSelfPartyId(db)
  for (const { agreement, positions } of filterLedger(db, input.asOf, input.filter)) {
    const side = selfIn(selfPartyId, agreement) === 'payer' ? 'payer' : 'payee'
    if (input.side !== undefined && input.side !== side) continue
    for (const position of positions) {
      const figures = agreement.cycles[position]
      const settlement = agreement.settlements[position]
      if (figures === undefined || settlement === undefined) continue
      const month = fromDayNumber(figures.toDay).slice(0, -3)
      const sum = months.get(month) ?? {
        month,
        expectedFen: 0,
        paidFen: 0,
        outstandingFen: 0,
        dueFen: 0,
        overpaidFen: 0,
      }
      sum.expectedFen += figures.expectedFen
      sum.paidFen += settlement.paidFen
      if (settlement.outstandingFen < 0) sum.overpaidFen -= settlement.outstandingFen
      else sum.outstandingFen += settlement.outstandingFen
      if (isDue(settlement)) sum.dueFen += settlement.outstandingFen
      months.set(month, sum)
    }
  }
  return { months: [...months.values()].toSorted((a, b) => (a.month < b.month ? -1 : 1)) }
}

interface OwedRow {
  agreement: ViewedAgreement
  position: number
  outstandingFen: number
  dueDay: number | undefined
  isDue: boolean
}

/** Every cycle in which something is still owed. */
function owedRows(view: LedgerView): OwedRow[] {
  return view.agreements.flatMap((agreement) =>
    agreement.settlements.flatMap((settlement, position) => {
      const { outstandingFen } = settlement
      if (outstandingFen <= 0) return []
      const dueDay = agreement.cycles[position]?.dueDay
      return [{ agreement, position, outstandingFen, dueDay, isDue: isDue(settlement) }]
    }),
  )
}

type PayerRow = Overview['payers'][number]

/** What each payer owes: what is due first, the oldest first. */
function payerRows(owed: readonly OwedRow[]): PayerRow[] {
  const byPayer = Map.groupBy(owed, (row) => row.agreement.payer.id)
  return [...byPayer.values()]
    .map((rows) => {
      const earliest = rows.reduce((a, b) => ((b.dueDay ?? Infinity) < (a.dueDay ?? Infinity) ? b : a))
      const sum = (due: boolean): number =>
        rows.filter((row) => row.isDue === due).reduce((total, row) => total + row.outstandingFen, 0)
      return {
        payer: earliest.agreement.payer,
        dueFen: sum(true),
        notDueFen: sum(false),
        earliestDue: earliest.dueDay === undefined ? null : fromDayNumber(earliest.dueDay),
        agreementId: earliest.agreement.id,
        cycle: earliest.agreement.cycles[earliest.position]?.cycle ?? '',
      }
    })
    .toSorted(byDueThenAge)
}

function byDueThenAge(a: PayerRow, b: PayerRow): number {
  if (a.dueFen > 0 !== b.dueFen > 0) return a.dueFen > 0 ? -1 : 1
  return (a.earliestDue ?? '9999') < (b.earliestDue ?? '9999') ? -1 : 1
}

/** How what is due splits into its three parts; without an acknowledgement nothing says which part it is. */
function dueParts(
  owed: readonly OwedRow[],
): Pick<Overview, 'underCountedFen' | 'improperFen' | 'acknowledgedUnpaidFen' | 'unexplainedFen'> {
  const parts = { underCountedFen: 0, improperFen: 0, acknowledgedUnpaidFen: 0, unexplainedFen: 0 }
  for (const { agreement, position, outstandingFen, isDue } of owed) {
    const settlement = agreement.settlements[position]
    if (!isDue || settlement === undefined) continue
    if (settlement.underCountedFen === null) parts.unexplainedFen += outstandingFen
    parts.underCountedFen += settlement.underCountedFen ?? 0
    parts.improperFen += settlement.improperFen ?? 0
    parts.acknowledgedUnpaidFen += settlement.acknowledgedUnpaidFen ?? 0
  }
  return parts
}

function dueSoon(owed: readonly OwedRow[], asOfDay: number): Overview['dueSoon'] {
  return owed
    .flatMap(({ agreement, position, outstandingFen, dueDay }) => {
      if (dueDay === undefined || dueDay < asOfDay || dueDay >= asOfDay + DUE_SOON_DAYS) return []
      const cycle = agreement.cycles[position]?.cycle ?? ''
      return [
        { agreementId: agreement.id, title: agreement.title, cycle, dueDate: fromDayNumber(dueDay), outstandingFen },
      ]
    })
    .toSorted((a, b) => (a.dueDate < b.dueDate ? -1 : 1))
}

/** Accounts of imported lines that no agreement's scope takes. */
function unassignedAccounts(db: Db): Overview['unassigned'] {
  const scopes = db
    .prepare<[], string>('SELECT scope FROM agreements WHERE voided_at IS NULL')
    .pluck()
    .all()
    .map((text) => JSON.parse(text) as { platforms?: string[]; accounts?: string[]; roles?: string[] })
  const count = db.prepare<[number], { lines: number; commissionFen: number | null }>(
    'SELECT count(*) AS lines, sum(commission_fen) AS commissionFen FROM order_lines WHERE account_id = ? AND is_held = 1',
  )
  return listLineAccounts(db)
    .filter(({ platform, account, role }) =>
      scopes.every(
        (scope) =>
          scope.platforms?.includes(platform) === false ||
          scope.accounts?.includes(account) === false ||
          scope.roles?.includes(role) === false,
      ),
    )
    .map(({ id, platform, account, role }) => {
      const found = count.get(id)
      return { platform, account, role, lines: found?.lines ?? 0, commissionFen: found?.commissionFen ?? 0 }
    })
    .filter(({ lines }) => lines > 0)
}

/** Cycles of deductions that do not hold in full, where that still matters. */
function improperDeductions(view: LedgerView): number {
  let count = 0
  for (const { cycles, settlements } of view.agreements) {
    cycles.forEach((figures, position) => {
      const status = settlements[position]?.status
      if (figures.deductedFen > figures.allowedFen && (status === 'overdue' || status === 'open')) count += 1
    })
  }
  return count
}

function named(agreements: readonly ViewedAgreement[]): { id: string; name: string }[] {
  return agreements.map(({ id, title }) => ({ id, name: title }))
}

/**
 * `earnings.overview`: what the home page says at one look. What the person themselves owes is among the payers only:
 * owing and being owed are never added up.
 */
export function queryOverview(db: Db, asOf: string): Overview {
  checkDate(asOf)
  const view = readLedgerView(db, asOf)
  const selfPartyId = getSelfPartyId(db)
  const isClaim = (agreement: ViewedAgreement): boolean => selfIn(selfPartyId, agreement) !== 'payer'
  const allOwed = owedRows(view)
  const owed = allOwed.filter(({ agreement }) => isClaim(agreement))
  const largest = allOwed.reduce<OwedRow | undefined>(
    (best, row) => (best === undefined || row.outstandingFen > best.outstandingFen ? row : best),
    undefined,
  )
  const sum = (rows: readonly OwedRow[]): number => rows.reduce((total, row) => total + row.outstandingFen, 0)
  const overpaid = view.agreements
    .filter(isClaim)
    .flatMap(({ settlements }) => settlements.map((one) => Math.max(0, -one.outstandingFen)))
  return {
    dueFen: sum(owed.filter((row) => row.isDue)),
    notDueFen: sum(owed.filter((row) => !row.isDue)),
    overpaidFen: overpaid.reduce((total, fen) => total + fen, 0),
    ...dueParts(owed),
    payers: payerRows(allOwed),
    dueSoon: dueSoon(owed, view.asOfDay),
    improperDeductions: improperDeductions(view),
    withoutTerms: named(view.agreements.filter(({ hasTerms }) => !hasTerms)),
    faulty: named(view.agreements.filter(({ fault }) => fault !== null)),
    unassigned: unassignedAccounts(db),
    largest:
      largest === undefined
        ? null
        : { agreementId: largest.agreement.id, cycle: largest.agreement.cycles[largest.position]?.cycle ?? '' },
  }
}
