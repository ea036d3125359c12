import { parseMoment, toDayNumber } from '../calendar.ts'
import { unreachable } from '../errors.ts'
import { ExactSum } from '../money.ts'
import type { Adjustment, IncomeItem, OrderLine, Session } from './facts.ts'
import { toFen } from './fault.ts'
import { dayOfMoment, type CompiledCommission, type Plan, type PlanCycle } from './plan.ts'
import { basisOf, count, countLacking, sumsOf, type CycleSums, type Sums } from './sums.ts'
import type { Basis } from './vocabulary.ts'

/** An order line as the folds read it: its moments as Shanghai day numbers, so that a million rows need no texts of them. */
export interface FoldableLine extends Omit<OrderLine, 'paidAt' | 'settledAt'> {
  paidDay: number
  settledDay: number | null
  /** Only an import knows it; it dates an adjustment. */
  refundedDay?: number | null | undefined
}

/** A line with its moments as days. Throws ComputeFault for a text that is no moment. */
export function toFoldable(line: OrderLine): FoldableLine {
  const { paidAt, settledAt, ...rest } = line
  return {
    ...rest,
    paidDay: dayOfMoment(paidAt),
    settledDay: settledAt === undefined || settledAt === null ? null : dayOfMoment(settledAt),
  }
}

/** +1 adds a fact to the sums, −1 takes it away again. */
export type Sign = 1 | -1

type When = 'paid' | 'settled'

/** Where a line stands in an agreement: the cycle it counts in as paid, as settled, or neither (rule 1, C6). */
export interface LinePlace {
  paid: PlanCycle | undefined
  settled: PlanCycle | undefined
}

const nowhere: LinePlace = { paid: undefined, settled: undefined }

function countsAsPaid(line: FoldableLine): boolean {
  return line.status === 'paid' || line.status === 'received' || line.status === 'settled'
}

function countsAsSettled(line: FoldableLine): boolean {
  return line.status === 'settled' && line.settledDay !== null
}

/** Whether a line is the agreement's at all: its scope, and (but for session cycles) its day of payment in force. */
function belongs(plan: Plan, line: FoldableLine): boolean {
  if (!plan.matchesLine(line)) return false
  return plan.calendar === undefined || plan.isInForce(line.paidDay)
}

/** The cycles a line counts in. Session cycles look at the session only, all others at the dates only. */
export function placeFoldable(plan: Plan, line: FoldableLine): LinePlace {
  if (!plan.matchesLine(line)) return nowhere
  const settledDay = line.status === 'settled' ? line.settledDay : null
  if (plan.calendar === undefined) {
    const cycle = plan.cycleOfSession(line.sessionId)
    return { paid: countsAsPaid(line) ? cycle : undefined, settled: settledDay === null ? undefined : cycle }
  }
  const { paidDay } = line
  if (!plan.isInForce(paidDay)) return nowhere
  return {
    paid: countsAsPaid(line) ? plan.cycleOfDay(paidDay) : undefined,
    settled: settledDay === null ? undefined : plan.cycleOfDay(settledDay),
  }
}

/** The cycles an order line counts in. */
export function placeLine(plan: Plan, line: OrderLine): LinePlace {
  return placeFoldable(plan, toFoldable(line))
}

function addNetSale(sum: ExactSum, line: FoldableLine, sign: Sign): boolean {
  const { settledBaseFen, refundFen } = line
  if (settledBaseFen !== undefined && settledBaseFen !== null) {
    sum.add(sign * settledBaseFen)
    return true
  }
  if (refundFen === undefined || refundFen === null) return false
  sum.add(sign * line.saleFen)
  sum.add(-sign * refundFen)
  return true
}

function addPlatformCommission(sum: ExactSum, line: FoldableLine, when: When, net: boolean, sign: Sign): boolean {
  const estimated = when === 'paid' ? line.estimatedCommissionFen : undefined
  const commissionFen = estimated ?? line.commissionFen
  const feeFen = net ? line.feeFen : 0
  if (commissionFen === undefined || commissionFen === null || feeFen === undefined || feeFen === null) return false
  sum.add(sign * commissionFen)
  sum.add(-sign * feeFen)
  return true
}

/** Adds a line's amount for a basis (rule 2). False when the line lacks it: then it counts 0. */
function addLineAmount(sum: ExactSum, line: FoldableLine, basis: Basis, when: When, sign: Sign): boolean {
  switch (basis) {
    case 'sale':
      sum.add(sign * line.saleFen)
      return true
    case 'net-sale':
      return addNetSale(sum, line, sign)
    case 'platform-commission':
      return addPlatformCommission(sum, line, when, false, sign)
    case 'net-platform-commission':
      return addPlatformCommission(sum, line, when, true, sign)
    case 'income':
    case 'net-income':
      return true
    default:
      return unreachable(basis)
  }
}

/** What a line counts in a basis (rule 2), or undefined when it lacks the amount. */
export function lineAmountFen(line: FoldableLine, basis: Basis, when: When): number | undefined {
  const sum = new ExactSum()
  return addLineAmount(sum, line, basis, when, 1) ? toFen(sum.total()) : undefined
}

const noCommissions: readonly CompiledCommission[] = []

function commissionsOf(cycle: PlanCycle): readonly CompiledCommission[] {
  return cycle.governing?.commissions ?? noCommissions
}

/** Adds a line to the commissions of one cycle under one `when`; answers the ids of those whose amount it lacks. */
function addToCommissions(sums: CycleSums, cycle: PlanCycle, when: When, line: FoldableLine, sign: Sign): string[] {
  const lacking: string[] = []
  for (const commission of commissionsOf(cycle)) {
    const { term } = commission
    if (term.when !== when || !commission.matchesLine(line)) continue
    const basis = basisOf(sums, term.id)
    basis.sourceCount += sign
    if (!addLineAmount(basis.sources, line, term.basis, when, sign)) lacking.push(term.id)
  }
  return lacking
}

/** Adds a line to the metrics of bonuses (C15); true when a bonus needs its net sale and it has none. */
function addToBonuses(sums: CycleSums, cycle: PlanCycle, line: FoldableLine, sign: Sign): boolean {
  if (cycle.governing === undefined) return false
  if (cycle.governing.bonusOnOrders) count(sums.orders, JSON.stringify([line.platform, line.orderId]), sign)
  if (!cycle.governing.bonusOnNetSale) return false
  sums.bonusLineCount += sign
  return !addNetSale(sums.bonusNetSale, line, sign)
}

/** Adds a line to the sums of its agreement, or takes it away. */
export function foldLine(plan: Plan, sums: Sums, line: FoldableLine, sign: Sign): void {
  const { paid, settled } = placeFoldable(plan, line)
  let paidLacking: string[] = []
  let bonusLacking = false
  if (paid !== undefined) {
    const cycle = sumsOf(sums, paid.id)
    paidLacking = addToCommissions(cycle, paid, 'paid', line, sign)
    bonusLacking = addToBonuses(cycle, paid, line, sign)
  }
  let settledLacking: string[] = []
  if (settled !== undefined) {
    const cycle = sumsOf(sums, settled.id)
    cycle.settlements += sign
    settledLacking = addToCommissions(cycle, settled, 'settled', line, sign)
  }
  recordLacking(sums, { paid, settled }, paidLacking, settledLacking, bonusLacking, sign)
}

/** A line that lacks amounts under both `when` in the same cycle is one line there. */
function recordLacking(
  sums: Sums,
  { paid, settled }: LinePlace,
  paidLacking: string[],
  settledLacking: string[],
  bonusLacking: boolean,
  sign: Sign,
): void {
  if (paidLacking.length === 0 && settledLacking.length === 0 && !bonusLacking) return
  const together = paid !== undefined && paid.id === settled?.id
  const inPaid = together ? [...paidLacking, ...settledLacking] : paidLacking
  if (paid !== undefined && (inPaid.length > 0 || bonusLacking)) {
    countLacking(sumsOf(sums, paid.id), inPaid, bonusLacking, sign)
  }
  if (settled !== undefined && !together && settledLacking.length > 0) {
    countLacking(sumsOf(sums, settled.id), settledLacking, false, sign)
  }
}

/** Up to which day an adjustment of this line counts: settledAt + clawbackDays, without one for ever (C9). */
function isWithinClawback(commission: CompiledCommission, line: FoldableLine, adjustmentDay: number): boolean {
  const { clawbackDays } = commission.term
  if (clawbackDays === undefined || clawbackDays === null) return true
  return line.settledDay === null || adjustmentDay <= line.settledDay + clawbackDays
}

function addAdjustmentAmount(sum: ExactSum, adjustment: Adjustment, basis: Basis, sign: Sign): void {
  if (basis === 'sale') sum.add(sign * adjustment.saleDeltaFen)
  else if (basis === 'net-sale') sum.add(sign * adjustment.netSaleDeltaFen)
  else {
    sum.add(sign * adjustment.commissionDeltaFen)
    if (basis === 'net-platform-commission') sum.add(-sign * adjustment.feeDeltaFen)
  }
}

/** Adds an adjustment to the sums: where its line would count, in the cycle of its own date (rule 1, C9), or takes it away. */
export function foldAdjustment(plan: Plan, sums: Sums, adjustment: Adjustment, line: FoldableLine, sign: Sign): void {
  if (!belongs(plan, line)) return
  const day = toDayNumber(adjustment.date)
  const cycle = plan.calendar === undefined ? plan.cycleOfSession(line.sessionId) : plan.cycleOfDay(day)
  if (cycle === undefined) return
  const into = sumsOf(sums, cycle.id)
  const asPaid = countsAsPaid(line)
  const asSettled = countsAsSettled(line)
  if (asPaid) into.adjustmentsOfPaid += sign
  if (asSettled) into.adjustmentsOfSettled += sign
  for (const commission of commissionsOf(cycle)) {
    const counts = commission.term.when === 'paid' ? asPaid : asSettled
    if (!counts || !commission.matchesLine(line)) continue
    if (!isWithinClawback(commission, line, day)) continue
    const basis = basisOf(into, commission.term.id)
    basis.adjustedCount += sign
    addAdjustmentAmount(basis.adjusted, adjustment, commission.term.basis, sign)
  }
}

/**
 * Adds an income item to the sums by its date in force, in session cycles by its session (C7), or takes it away.
 * `sessionPlatform` is that of its session, used when the item names none (C5).
 */
export function foldIncomeItem(
  plan: Plan,
  sums: Sums,
  item: IncomeItem,
  sessionPlatform: string | undefined,
  sign: Sign,
): void {
  const platform = item.platform ?? sessionPlatform
  if (!plan.matchesPlatform(platform)) return
  const day = toDayNumber(item.date)
  const bySession = plan.cycleOfSession(item.sessionId)
  const byDate = plan.isInForce(day) ? plan.cycleOfDay(day) : undefined
  const cycle = plan.calendar === undefined ? bySession : byDate
  if (cycle?.governing === undefined) return
  for (const commission of cycle.governing.commissions) {
    if (!commission.matchesIncome(item, platform)) continue
    const basis = basisOf(sumsOf(sums, cycle.id), commission.term.id)
    basis.sourceCount += sign
    basis.sources.add(sign * item.grossFen)
    if (commission.term.basis === 'net-income') basis.sources.add(-sign * item.feeFen)
  }
}

/** Adds a session, whole, to the cycle of its start date (or its own cycle), or takes it away. Minutes are rounded down. */
export function foldSession(plan: Plan, sums: Sums, session: Session, sign: Sign): void {
  const startMs = parseMoment(session.start) ?? 0
  const endMs = parseMoment(session.end) ?? 0
  const day = dayOfMoment(session.start)
  if (!plan.isInForce(day) || !plan.matchesSession(session)) return
  const cycle = plan.calendar === undefined ? plan.cycleOfSession(session.id) : plan.cycleOfDay(day)
  if (cycle === undefined) return
  const into = sumsOf(sums, cycle.id)
  into.sessions += sign
  into.minutes += sign * Math.floor((endMs - startMs) / 60_000)
  into.products += sign * new Set(session.productIds).size
  count(into.sessionDays, day, sign)
}
