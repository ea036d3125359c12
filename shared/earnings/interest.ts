import { fromDayNumber, toDayNumber } from '../calendar.ts'
import { divHalfAway } from '../money.ts'
import type { ComputeInput, LprEntry } from './facts.ts'
import { sumFen, toFen } from './fault.ts'
import type { PaidPart } from './payments.ts'
import type { LateInterest, PayTerms } from './terms.ts'

const PPM = 1_000_000n
const YEAR_DAYS = 365n

/** Days that all earn the same: 逾期利息 explained line by line. */
export interface InterestPeriod {
  from: string
  to: string
  days: number
  principalFen: number
  /** Of the year under LPR (before the multiple), of the day under a daily rate. */
  ratePpm: number
}

export interface InterestResult {
  interestFen: number
  periods: InterestPeriod[]
  /** Days after the LPR table is known to be complete: its last rate is assumed to go on. */
  assumedDays: number
  /** Days before the LPR table begins: they earn nothing. */
  unknownDays: number
}

/** The LPR as a step function of the day. */
export interface LprTable {
  /** Ascending by day. */
  entries: readonly { day: number; ratePpm: number }[]
  /** Up to this day the table is known to be complete. */
  knownToDay: number
}

/** The LPR table from its changes, in any order; without `lprKnownTo` it is known up to its last change. */
export function lprTable(lpr: readonly LprEntry[] | null | undefined, lprKnownTo: string | null | undefined): LprTable {
  const entries = (lpr ?? [])
    .map(({ from, ratePpm }) => ({ day: toDayNumber(from), ratePpm }))
    .toSorted((a, b) => a.day - b.day)
  const lastChange = entries.at(-1)?.day ?? -Infinity
  const knownTo = lprKnownTo === undefined || lprKnownTo === null ? lastChange : toDayNumber(lprKnownTo)
  return { entries, knownToDay: Math.max(lastChange, knownTo) }
}

function rateOn(table: LprTable, day: number): number | undefined {
  return table.entries.findLast((entry) => entry.day <= day)?.ratePpm
}

/** The interest that applies to a cycle: the terms' own, else the one offered, never the offered one under labour. */
export function interestTermOf(terms: PayTerms, offered: ComputeInput['interest']): LateInterest | undefined {
  if (terms.lateInterest !== undefined && terms.lateInterest !== null) return terms.lateInterest
  return terms.relation === 'labour' ? undefined : (offered ?? undefined)
}

/** First days of the stretches between which neither principal nor rate changes, from `first` to `last`. */
function stretchStarts(first: number, last: number, changes: readonly number[]): number[] {
  const inside = changes.filter((day) => day > first && day <= last)
  return [...new Set([first, ...inside])].toSorted((a, b) => a - b)
}

interface Stretch {
  from: number
  to: number
  principalFen: number
}

/** Days after due up to the chosen day, cut where the principal or (at `cuts`) the rate changes. */
function stretches(
  owedFen: number,
  dueDay: number,
  asOfDay: number,
  paid: readonly PaidPart[],
  cuts: readonly number[],
): Stretch[] {
  const starts = stretchStarts(dueDay + 1, asOfDay, [...paid.map((part) => part.day + 1), ...cuts])
  return starts.map((from, at) => {
    const before = paid.filter((part) => part.day < from).map((part) => -part.amountFen)
    const principalFen = Math.max(0, sumFen([owedFen, ...before]))
    return { from, to: (starts[at + 1] ?? asOfDay + 1) - 1, principalFen }
  })
}

/** The yearly or daily rate of a stretch, undefined where the LPR table knows none. */
function stretchRate(term: LateInterest, table: LprTable, dueDay: number, stretch: Stretch): number | undefined {
  if (term.kind === 'daily') return term.ratePpm
  return rateOn(table, term.at === 'breach' ? dueDay + 1 : stretch.from)
}

/**
 * Late interest of one cycle (spec/earnings.md, Differences; C23): simple, each day after due up to and including the
 * chosen day, on what is owed less payments dated before that day, days / 365 for LPR, exact and rounded once.
 * `owedFen` is expected − withheld − allowed.
 */
export function lateInterest(
  term: LateInterest | undefined,
  table: LprTable,
  owedFen: number,
  dueDay: number | undefined,
  asOfDay: number,
  paid: readonly PaidPart[],
): InterestResult {
  const result: InterestResult = { interestFen: 0, periods: [], assumedDays: 0, unknownDays: 0 }
  if (term === undefined || dueDay === undefined || asOfDay <= dueDay) return result
  const floating = term.kind === 'lpr-1y' && term.at === 'floating'
  const cuts = floating ? [...table.entries.map((entry) => entry.day), table.knownToDay + 1] : []
  let product = 0n
  for (const stretch of stretches(owedFen, dueDay, asOfDay, paid, cuts)) {
    const days = stretch.to - stretch.from + 1
    const ratePpm = stretchRate(term, table, dueDay, stretch)
    if (ratePpm === undefined) {
      result.unknownDays += days
      continue
    }
    const rateDay = floating ? stretch.from : dueDay + 1
    if (term.kind === 'lpr-1y' && rateDay > table.knownToDay) result.assumedDays += days
    if (stretch.principalFen === 0) continue
    product += BigInt(stretch.principalFen) * BigInt(ratePpm) * BigInt(days)
    result.periods.push({
      from: fromDayNumber(stretch.from),
      to: fromDayNumber(stretch.to),
      days,
      principalFen: stretch.principalFen,
      ratePpm,
    })
  }
  result.interestFen = toFen(
    term.kind === 'daily'
      ? divHalfAway(product, PPM)
      : divHalfAway(product * BigInt(term.multiplePpm), PPM * PPM * YEAR_DAYS),
  )
  return result
}

/**
 * The same interest with payments taken first on the interest accrued so far and only then on principal (民法典 561): shown
 * beside the other on request. Interest is rounded to the fen at each payment, as it is when money changes hands.
 */
export function interestFirstFen(
  term: LateInterest | undefined,
  table: LprTable,
  owedFen: number,
  dueDay: number | undefined,
  asOfDay: number,
  paid: readonly PaidPart[],
): number {
  if (term === undefined || dueDay === undefined) return 0
  const late = paid.filter((part) => part.day > dueDay).toSorted((a, b) => a.day - b.day)
  let principalFen = sumFen([owedFen, ...paid.filter((part) => part.day <= dueDay).map((part) => -part.amountFen)])
  let unpaidFen = 0
  let totalFen = 0
  let day = dueDay
  const accrueTo = (until: number): void => {
    const { interestFen } = accrued(term, table, Math.max(0, principalFen), dueDay, day, until)
    unpaidFen += interestFen
    totalFen += interestFen
    day = until
  }
  for (const part of late) {
    accrueTo(part.day)
    const onInterestFen = Math.max(0, Math.min(unpaidFen, part.amountFen))
    unpaidFen -= onInterestFen
    principalFen -= part.amountFen - onInterestFen
  }
  accrueTo(asOfDay)
  return totalFen
}

/** Interest on one unchanging principal for the days after `from` up to `until`; the rate is that of the whole lateness. */
function accrued(
  term: LateInterest,
  table: LprTable,
  principalFen: number,
  dueDay: number,
  from: number,
  until: number,
): InterestResult {
  const isFixed = term.kind === 'lpr-1y' && term.at === 'breach'
  const fixedPpm = isFixed ? (rateOn(table, dueDay + 1) ?? 0) : 0
  const rates = isFixed ? { entries: [{ day: dueDay, ratePpm: fixedPpm }], knownToDay: table.knownToDay } : table
  return lateInterest(term, rates, principalFen, from, until, [])
}
