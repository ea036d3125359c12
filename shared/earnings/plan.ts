import { fromDayNumber, parseMoment, shanghaiDayNumber, toDayNumber } from '../calendar.ts'
import { cycleCalendar, type CycleCalendar, type CycleDays } from './cycles.ts'
import { sessionCycleId, type Agreement, type IncomeItem, type OrderLine, type Scope, type Session } from './facts.ts'
import { ComputeFault } from './fault.ts'
import type { CommissionTerm, PayTerms } from './terms.ts'
import type { CycleKind } from './vocabulary.ts'

/** What filters and scopes look at. */
export type LineTraits = Pick<OrderLine, 'platform' | 'account' | 'role' | 'productId' | 'shopId' | 'kind'>

/** A commission whose filters have been made ready for a million lines. */
export interface CompiledCommission {
  term: CommissionTerm
  /** False for the two bases of income items, which no line enters. */
  onLines: boolean
  /** Whether all filters of `only` hold; what lacks the value does not match. */
  matchesLine(line: LineTraits): boolean
  matchesIncome(item: IncomeItem, platform: string | null | undefined): boolean
}

export interface CompiledTerms {
  terms: PayTerms
  commissions: readonly CompiledCommission[]
  paidOnLines: boolean
  settledOnLines: boolean
  bonusOnNetSale: boolean
  bonusOnOrders: boolean
}

/** A cycle of one agreement: its natural days, how many of them are in force, and the one version that governs it. */
export interface PlanCycle extends CycleDays {
  inForceDays: number
  /** After the agreement's end only commissions arise. */
  afterEnd: boolean
  /** Undefined when no version is in force on the day that decides. */
  governing: CompiledTerms | undefined
}

/** An agreement made ready for both folds: scope, cycles and the terms that govern each. */
export interface Plan {
  agreement: Agreement
  kind: CycleKind
  fromDay: number
  /** Infinity while the agreement has no end. */
  toDay: number
  calendar: CycleCalendar | undefined
  /** The terms of the agreement's last day, which go on governing after it. */
  lastTerms: CompiledTerms | undefined
  isInForce(dayNumber: number): boolean
  matchesLine(line: LineTraits): boolean
  matchesSession(session: Session): boolean
  matchesPlatform(platform: string | null | undefined): boolean
  /** The cycle with this number of the calendar, also one that no figure is computed for. */
  cycleAt(index: number): PlanCycle
  /** The cycle a day lies in, or undefined before the agreement's first cycle and for session cycles. */
  cycleOfDay(dayNumber: number): PlanCycle | undefined
  /** The cycle of a session that counts, in session cycles only. */
  cycleOfSession(sessionId: string | null | undefined): PlanCycle | undefined
  /** In session cycles: the cycles in order of time (start, then id). */
  sessionCycles: readonly PlanCycle[]
}

const UTC_SIGN = 'Z'.charCodeAt(0)
const DIGIT_ZERO = '0'.charCodeAt(0)

type Matcher = (value: string | null | undefined) => boolean

function matcher(list: readonly string[] | null | undefined): Matcher | undefined {
  if (list === undefined || list === null) return undefined
  const values = new Set<string>(list)
  return (value) => value !== null && value !== undefined && values.has(value)
}

const anything: Matcher = () => true

function compileCommission(term: CommissionTerm): CompiledCommission {
  const { kind, productIds, platforms, incomeKinds } = term.only ?? {}
  const product = matcher(productIds)
  const platform = matcher(platforms)
  const incomeKind = matcher(incomeKinds)
  const onLines = term.basis !== 'income' && term.basis !== 'net-income'
  return {
    term,
    onLines,
    matchesLine: (line) =>
      onLines &&
      incomeKind === undefined &&
      (kind === null || kind === undefined || line.kind === kind) &&
      (product === undefined || product(line.productId)) &&
      (platform === undefined || platform(line.platform)),
    matchesIncome: (item, itemPlatform) =>
      !onLines &&
      (kind === null || kind === undefined) &&
      product === undefined &&
      (incomeKind === undefined || incomeKind(item.kind)) &&
      (platform === undefined || platform(itemPlatform)),
  }
}

function compileTerms(terms: PayTerms): CompiledTerms {
  const commissions = (terms.commissions ?? []).map(compileCommission)
  const onLines = commissions.filter((commission) => commission.onLines)
  return {
    terms,
    commissions,
    paidOnLines: onLines.some(({ term }) => term.when === 'paid'),
    settledOnLines: onLines.some(({ term }) => term.when === 'settled'),
    bonusOnNetSale: (terms.bonuses ?? []).some((bonus) => bonus.metric === 'net-sale'),
    bonusOnOrders: (terms.bonuses ?? []).some((bonus) => bonus.metric === 'orders'),
  }
}

/** Answers the version in force on a day: of several the latest `from`, of the same `from` the last given (C3). */
function versionFinder(agreement: Agreement): (dayNumber: number) => CompiledTerms | undefined {
  const versions = agreement.versions.map((version) => ({
    from: toDayNumber(version.from),
    to: version.to === undefined || version.to === null ? Infinity : toDayNumber(version.to),
    compiled: compileTerms(version.terms),
  }))
  return (dayNumber) => {
    let best: (typeof versions)[number] | undefined
    for (const version of versions) {
      if (version.from > dayNumber || version.to < dayNumber) continue
      if (best === undefined || version.from >= best.from) best = version
    }
    return best?.compiled
  }
}

function scopeMatchers(
  scope: Scope | null | undefined,
): Pick<Plan, 'matchesLine' | 'matchesSession' | 'matchesPlatform'> {
  const platform = matcher(scope?.platforms) ?? anything
  const account = matcher(scope?.accounts) ?? anything
  const shop = matcher(scope?.shops) ?? anything
  const product = matcher(scope?.productIds) ?? anything
  const role = matcher(scope?.roles) ?? anything
  return {
    matchesLine: (line) =>
      platform(line.platform) &&
      account(line.account) &&
      shop(line.shopId) &&
      product(line.productId) &&
      role(line.role),
    matchesSession: (session) => platform(session.platform) && account(session.account),
    matchesPlatform: platform,
  }
}

/**
 * Shanghai day number of a moment that has been validated. Throws ComputeFault when it has not. Moments in UTC, as every
 * imported row has them, take a short way: two of them are read per row, and only their date and hour matter.
 */
export function dayOfMoment(moment: string): number {
  if (moment.charCodeAt(moment.length - 1) === UTC_SIGN && moment.length >= 17) {
    const hours = (moment.charCodeAt(11) - DIGIT_ZERO) * 10 + moment.charCodeAt(12) - DIGIT_ZERO
    return toDayNumber(moment) + (hours >= 16 ? 1 : 0)
  }
  const momentMs = parseMoment(moment)
  if (momentMs === undefined) throw new ComputeFault('invalid', moment)
  return shanghaiDayNumber(momentMs)
}

interface Bounds {
  fromDay: number
  toDay: number
  versionOn(dayNumber: number): CompiledTerms | undefined
  lastTerms: CompiledTerms | undefined
}

function makeCycle(days: CycleDays, bounds: Bounds): PlanCycle {
  const { fromDay, toDay } = bounds
  const afterEnd = days.from > toDay
  const first = Math.max(days.from, fromDay)
  const last = Math.min(days.to, toDay)
  return {
    ...days,
    inForceDays: Math.max(0, last - first + 1),
    afterEnd,
    governing: afterEnd ? bounds.lastTerms : bounds.versionOn(first),
  }
}

function sessionCyclesOf(
  sessions: readonly Session[],
  plan: Pick<Plan, 'matchesSession' | 'isInForce'>,
  bounds: Bounds,
): PlanCycle[] {
  return sessions
    .filter((session) => plan.matchesSession(session) && plan.isInForce(dayOfMoment(session.start)))
    .map((session) => ({ session, startMs: parseMoment(session.start) ?? 0 }))
    .toSorted((a, b) => a.startMs - b.startMs || (a.session.id < b.session.id ? -1 : 1))
    .map(({ session, startMs }) => {
      const day = shanghaiDayNumber(startMs)
      return makeCycle({ id: sessionCycleId(session.id), from: day, to: day }, bounds)
    })
}

/**
 * Makes an agreement ready for the folds. `sessions` are needed in session cycles only, where they are the cycles.
 * Throws ComputeFault `no-terms` when the agreement has no version at all.
 */
export function makePlan(agreement: Agreement, sessions: readonly Session[]): Plan {
  const first = agreement.versions[0]
  if (first === undefined) throw new ComputeFault('no-terms', agreement.from)
  const fromDay = toDayNumber(agreement.from)
  const toDay = agreement.to === undefined || agreement.to === null ? Infinity : toDayNumber(agreement.to)
  const versionOn = versionFinder(agreement)
  const lastTerms = toDay === Infinity ? undefined : versionOn(toDay)
  const bounds: Bounds = { fromDay, toDay, versionOn, lastTerms }
  const calendar = cycleCalendar(first.terms.cycle, first.terms.cycleStartDay)
  const scope = scopeMatchers(agreement.scope)
  const isInForce = (dayNumber: number): boolean => dayNumber >= fromDay && dayNumber <= toDay
  const sessionCycles =
    calendar === undefined ? sessionCyclesOf(sessions, { ...scope, isInForce }, bounds) : ([] as PlanCycle[])
  return {
    agreement,
    kind: first.terms.cycle,
    fromDay,
    toDay,
    calendar,
    lastTerms,
    isInForce,
    ...scope,
    ...cycleLookup(calendar, sessionCycles, bounds),
    sessionCycles,
  }
}

function cycleLookup(
  calendar: CycleCalendar | undefined,
  sessionCycles: readonly PlanCycle[],
  bounds: Bounds,
): Pick<Plan, 'cycleAt' | 'cycleOfDay' | 'cycleOfSession'> {
  const known = new Map<number, PlanCycle>()
  const byDay = new Map<number, PlanCycle>()
  const bySession = new Map(sessionCycles.map((cycle) => [cycle.id, cycle]))
  const firstIndex = calendar?.indexOf(bounds.fromDay) ?? 0
  const cycleAt = (index: number): PlanCycle => {
    let cycle = known.get(index)
    if (cycle === undefined) {
      if (calendar === undefined) throw new ComputeFault('invalid', 'agreement.versions')
      cycle = makeCycle(calendar.at(index), bounds)
      known.set(index, cycle)
    }
    return cycle
  }
  return {
    cycleAt,
    cycleOfDay(dayNumber) {
      let cycle = byDay.get(dayNumber)
      if (cycle === undefined && calendar !== undefined) {
        const index = calendar.indexOf(dayNumber)
        if (index < firstIndex) return undefined
        cycle = cycleAt(index)
        byDay.set(dayNumber, cycle)
      }
      return cycle
    },
    cycleOfSession: (sessionId) =>
      sessionId === undefined || sessionId === null ? undefined : bySession.get(sessionCycleId(sessionId)),
  }
}

/** The day whose missing version makes a cycle uncomputable, as a date. */
export function decidingDay(plan: Plan, cycle: PlanCycle): string {
  return fromDayNumber(cycle.afterEnd ? plan.toDay : Math.max(cycle.from, plan.fromDay))
}
