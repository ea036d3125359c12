import { fromDayNumber, toDayNumber, type WorkCalendar } from '../calendar.ts'
import {
  type Agreement,
  type Basis,
  type CompiledCommission,
  cycleCalendar,
  type CycleFigures,
  type CycleSums,
  dayOfMoment,
  emptySums,
  foldCycle,
  foldIncomeItem,
  foldSession,
  initialState,
  makePlan,
  noFacts,
  type PayTerms,
  type PlanCycle,
  sessionCycleId,
  type Sums,
  workingDays,
} from '../earnings/index.ts'
import { unreachable } from '../errors.ts'
import { ExactSum } from '../money.ts'
import type { DayFigures, ExampleFigures } from './example-figures.ts'

/** One cycle computed by the terms being written, with the same second fold as the ledger. */
export interface WorkedMonth {
  cycle: string
  from: string
  to: string
  figures: CycleFigures
  /** What the cycle had: of settled lines the net sales and the platform's commission, and sessions. */
  inputs: { netSaleFen: number; platformCommissionFen: number; sessions: number }
  /** What the figures could not take into account, as codes under `contracts:worked.note.`. */
  notes: string[]
}

/**
 * The last whole cycle of the figures by these terms; undefined when there is none, such as no session for session cycles.
 * What lies before it (tiers over a quarter, a balance of guarantees) counts as nothing. Throws ComputeFault when an amount
 * grows beyond 2^53 fen.
 */
export function workMonth(terms: PayTerms, figures: ExampleFigures, calendar: WorkCalendar): WorkedMonth | undefined {
  const days = lastCycleDays(terms, figures)
  if (days === undefined) return undefined
  const agreement: Agreement = {
    id: 'example',
    payer: 'example',
    from: fromDayNumber(days.from),
    to: fromDayNumber(days.to),
    versions: [{ from: fromDayNumber(days.from), terms }],
  }
  const plan = makePlan(agreement, figures.sessions)
  const cycle = plan.calendar === undefined ? plan.sessionCycles.at(-1) : plan.cycleOfDay(days.to)
  if (cycle === undefined) return undefined
  const sums: Sums = new Map()
  const platforms = new Map(figures.sessions.map((session) => [session.id, session.platform]))
  for (const session of figures.sessions) foldSession(plan, sums, session, 1)
  for (const item of figures.incomeItems) foldIncomeItem(plan, sums, item, platforms.get(item.sessionId ?? ''), 1)
  const cycleSums = sums.get(cycle.id) ?? emptySums()
  const within = figures.days.filter((day) => isInCycle(day, cycle, plan.calendar === undefined))
  for (const day of within) addDay(cycleSums, cycle, day)
  const context = { workingDays: workingDays(calendar), law: undefined }
  const folded = foldCycle(cycle, terms, cycleSums, noFacts(), initialState(), context)
  const { from, to } = agreement
  const inputs = inputsOf(within, cycleSums.sessions)
  return { cycle: cycle.id, from, to: to ?? from, figures: folded, inputs, notes: notesOn(terms) }
}

function inputsOf(days: readonly DayFigures[], sessions: number): WorkedMonth['inputs'] {
  const settled = days.filter((day) => day.when === 'settled')
  return {
    netSaleFen: settled.reduce((sum, day) => sum + day.netSaleFen, 0),
    platformCommissionFen: settled.reduce((sum, day) => sum + day.platformCommissionFen, 0),
    sessions,
  }
}

/** The last cycle that ends within the figures; in session cycles the day of the last session. */
function lastCycleDays(terms: PayTerms, { to, sessions }: ExampleFigures): { from: number; to: number } | undefined {
  const calendar = cycleCalendar(terms.cycle, terms.cycleStartDay)
  if (calendar === undefined) {
    const days = sessions.map((session) => dayOfMoment(session.start))
    if (days.length === 0) return undefined
    const last = Math.max(...days)
    return { from: last, to: last }
  }
  const lastDay = toDayNumber(to)
  const last = calendar.at(calendar.indexOf(lastDay))
  return last.to <= lastDay ? last : calendar.at(calendar.indexOf(lastDay) - 1)
}

function isInCycle(day: DayFigures, cycle: PlanCycle, bySession: boolean): boolean {
  if (bySession) return day.sessionId !== null && cycle.id === sessionCycleId(day.sessionId)
  const number = toDayNumber(day.date)
  return number >= cycle.from && number <= cycle.to
}

function addDay(sums: CycleSums, cycle: PlanCycle, day: DayFigures): void {
  for (const commission of cycle.governing?.commissions ?? []) {
    if (!takesDay(commission, day)) continue
    const none = { sources: new ExactSum(), sourceCount: 0, adjusted: new ExactSum(), adjustedCount: 0 }
    const basis = sums.basis.get(commission.term.id) ?? none
    sums.basis.set(commission.term.id, basis)
    basis.sourceCount += day.lines
    basis.sources.add(amountOf(day, commission.term.basis))
  }
  if (day.when === 'settled') return
  sums.bonusLineCount += day.lines
  sums.bonusNetSale.add(day.netSaleFen)
  for (let number = 0; number < day.orders; number += 1) {
    sums.orders.set(`${day.date}/${day.platform}/${day.kind ?? ''}/${day.sessionId ?? ''}/${number}`, 1)
  }
}

/** Filters but for products, which the days' figures do not tell apart (`notesOn` says so). */
function takesDay({ term, onLines }: CompiledCommission, day: DayFigures): boolean {
  const { kind, platforms, incomeKinds } = term.only ?? {}
  return (
    onLines &&
    term.when === day.when &&
    (incomeKinds === null || incomeKinds === undefined) &&
    (kind === null || kind === undefined || kind === day.kind) &&
    (platforms === null || platforms === undefined || platforms.includes(day.platform))
  )
}

function amountOf(day: DayFigures, basis: Basis): number {
  switch (basis) {
    case 'sale':
      return day.saleFen
    case 'net-sale':
      return day.netSaleFen
    case 'platform-commission':
      return day.platformCommissionFen
    case 'net-platform-commission':
      return day.netPlatformCommissionFen
    case 'income':
    case 'net-income':
      return 0
    default:
      return unreachable(basis)
  }
}

function notesOn(terms: PayTerms): string[] {
  const notes: string[] = []
  const commissions = terms.commissions ?? []
  if (commissions.some((term) => term.only?.productIds)) notes.push('products')
  if (commissions.some((term) => term.tierOver !== 'cycle' && term.tiers.length > 1)) notes.push('tiers-from-zero')
  if (terms.guarantee?.recoup === true) notes.push('balance-from-zero')
  if ((terms.costs ?? []).length > 0) notes.push('no-costs')
  return notes
}
