import { fromDayNumber, toDayNumber } from '../calendar.ts'
import type { Adjustment } from './facts.ts'
import { placeFoldable, type FoldableLine } from './lines-fold.ts'
import type { Plan, PlanCycle } from './plan.ts'

/**
 * What happens to a line of a cycle that the person has confirmed (对账完成): the confirmed figures stay and the difference
 * becomes an adjustment (spec/earnings.md, Facts). Per agreement, because confirming is per agreement and cycle.
 */
export type Deltas = Pick<Adjustment, 'saleDeltaFen' | 'netSaleDeltaFen' | 'commissionDeltaFen' | 'feeDeltaFen'>

/** How an agreement sees a line now, and what adjustments of it already come to. */
export interface LineView {
  line: FoldableLine
  adjusted: Deltas
}

export interface ViewChange {
  /** How the agreement sees the line from now on; undefined when it is gone. */
  line: FoldableLine | undefined
  /** Whether that differs from the current line, so that it has to be kept. */
  held: boolean
  adjustment: (Deltas & { date: string }) | undefined
}

export const noDeltas: Deltas = { saleDeltaFen: 0, netSaleDeltaFen: 0, commissionDeltaFen: 0, feeDeltaFen: 0 }

/** The cycles of a line in which its amounts move a figure: others may be confirmed without holding it. */
export function countingCycles(plan: Plan, line: FoldableLine): { paid?: PlanCycle; settled?: PlanCycle } {
  const { paid, settled } = placeFoldable(plan, line)
  const paidTerms = paid?.governing
  const paidCounts =
    paidTerms?.paidOnLines === true || paidTerms?.bonusOnNetSale === true || paidTerms?.bonusOnOrders === true
  return {
    ...(paid !== undefined && paidCounts ? { paid } : {}),
    ...(settled?.governing?.settledOnLines === true ? { settled } : {}),
  }
}

type IsConfirmed = (cycleId: string) => boolean

/** Whether a confirmed cycle holds this line. */
export function isLineConfirmed(plan: Plan, line: FoldableLine, isConfirmed: IsConfirmed): boolean {
  const { paid, settled } = countingCycles(plan, line)
  return (paid !== undefined && isConfirmed(paid.id)) || (settled !== undefined && isConfirmed(settled.id))
}

function amountsOf(
  line: FoldableLine | undefined,
  counts: boolean,
): { sale: number; net: number; paid: number; settled: number; fee: number } {
  if (line === undefined || !counts) return { sale: 0, net: 0, paid: 0, settled: 0, fee: 0 }
  const refundFen = line.refundFen ?? undefined
  return {
    sale: line.saleFen,
    net: line.settledBaseFen ?? (refundFen === undefined ? 0 : line.saleFen - refundFen),
    paid: line.estimatedCommissionFen ?? line.commissionFen ?? 0,
    settled: line.commissionFen ?? 0,
    fee: line.feeFen ?? 0,
  }
}

/** The first of the wished days whose cycle is not confirmed, else the first day of the next cycle that is not. */
function adjustmentDay(plan: Plan, wishedDays: readonly number[], isConfirmed: IsConfirmed): number {
  const last = wishedDays.at(-1) ?? plan.fromDay
  const free = wishedDays.find((day) => {
    const cycle = plan.cycleOfDay(day)
    return cycle !== undefined && !isConfirmed(cycle.id)
  })
  if (free !== undefined) return free
  let cycle = plan.cycleOfDay(Math.max(last, plan.fromDay))
  while (cycle !== undefined && isConfirmed(cycle.id)) cycle = plan.cycleOfDay(cycle.to + 1)
  return cycle?.from ?? last
}

function wishedDays(view: LineView | undefined, next: FoldableLine | undefined, exportedOn: string): number[] {
  const refundGrew = (next?.refundFen ?? 0) > (view?.line.refundFen ?? 0)
  const refundedDay = next?.refundedDay ?? undefined
  const exported = toDayNumber(exportedOn)
  return refundGrew && refundedDay !== undefined ? [refundedDay, exported] : [exported]
}

function isNothing(deltas: Deltas): boolean {
  return Object.values(deltas).every((delta) => delta === 0)
}

/** A line first seen after its cycle was confirmed stands there with nothing; all of it is adjustment. */
function enterAsAdjustment(plan: Plan, next: FoldableLine, exportedOn: string, isConfirmed: IsConfirmed): ViewChange {
  const amounts = amountsOf(next, true)
  const line: FoldableLine = {
    ...next,
    saleFen: 0,
    refundFen: 0,
    settledBaseFen: 0,
    estimatedCommissionFen: 0,
    commissionFen: 0,
    feeFen: 0,
  }
  const settled = countingCycles(plan, next).settled !== undefined
  const adjustment = {
    date: fromDayNumber(adjustmentDay(plan, [toDayNumber(exportedOn)], isConfirmed)),
    saleDeltaFen: amounts.sale,
    netSaleDeltaFen: amounts.net,
    commissionDeltaFen: settled ? amounts.settled : amounts.paid,
    feeDeltaFen: amounts.fee,
  }
  return { line, held: true, adjustment: isNothing(adjustment) ? undefined : adjustment }
}

function counts(line: FoldableLine | undefined): boolean {
  return line !== undefined && line.status !== 'refunded' && line.status !== 'invalid'
}

/** Status and settlement of a held line: what confirmed cycles rest on stays, the rest follows the new version. */
function heldSettlement(
  plan: Plan,
  view: LineView,
  next: FoldableLine | undefined,
  isConfirmed: IsConfirmed,
  day: number,
): Pick<FoldableLine, 'status' | 'settledDay'> {
  const before = countingCycles(plan, view.line)
  const kept = { status: view.line.status, settledDay: view.line.settledDay }
  if (next === undefined || !counts(next)) return kept
  if (before.settled !== undefined && isConfirmed(before.settled.id)) return kept
  const after = countingCycles(plan, next)
  const late = after.settled !== undefined && isConfirmed(after.settled.id)
  return { status: next.status, settledDay: late ? day : next.settledDay }
}

/**
 * What a new version of a line (or its end, `next` undefined) means for one agreement. Without a confirmed cycle in play it
 * is simply superseded; otherwise amounts stay as they were confirmed and the difference is an adjustment, dated by the
 * refund, else by the statement's export, and never into a cycle that is confirmed itself.
 */
export function changeView(
  plan: Plan,
  isConfirmed: IsConfirmed,
  view: LineView | undefined,
  next: FoldableLine | undefined,
  exportedOn: string,
): ViewChange {
  const inPlay = [view?.line, next].some((line) => line !== undefined && isLineConfirmed(plan, line, isConfirmed))
  if (!inPlay) return { line: next, held: false, adjustment: undefined }
  if (view === undefined) {
    return next === undefined
      ? { line: undefined, held: false, adjustment: undefined }
      : enterAsAdjustment(plan, next, exportedOn, isConfirmed)
  }
  const day = adjustmentDay(plan, wishedDays(view, next, exportedOn), isConfirmed)
  const { settled } = countingCycles(plan, view.line)
  const settledIsHeld = settled !== undefined && isConfirmed(settled.id)
  const was = amountsOf(view.line, counts(view.line))
  const is = amountsOf(next, counts(next))
  const { adjusted } = view
  const commissionDeltaFen = settledIsHeld
    ? is.settled - was.settled - adjusted.commissionDeltaFen
    : is.paid - was.paid - adjusted.commissionDeltaFen
  const deltas: Deltas = {
    saleDeltaFen: is.sale - was.sale - adjusted.saleDeltaFen,
    netSaleDeltaFen: is.net - was.net - adjusted.netSaleDeltaFen,
    commissionDeltaFen,
    feeDeltaFen: is.fee - was.fee - adjusted.feeDeltaFen,
  }
  const line: FoldableLine = { ...view.line, ...heldSettlement(plan, view, next, isConfirmed, day) }
  if (!settledIsHeld) holdPaidCommission(line, next, adjusted.commissionDeltaFen + commissionDeltaFen)
  return { line, held: true, adjustment: isNothing(deltas) ? undefined : { ...deltas, date: fromDayNumber(day) } }
}

/**
 * Where only the paid figure is confirmed, the settled commission is still open and has to come out as the new version
 * says: the paid one is kept in the estimate, and the settled one is set so that with the adjustments it is the new one.
 */
function holdPaidCommission(line: FoldableLine, next: FoldableLine | undefined, adjustedFen: number): void {
  line.estimatedCommissionFen ??= line.commissionFen
  const settledFen = next?.commissionFen
  if (settledFen !== undefined && settledFen !== null) line.commissionFen = settledFen - adjustedFen
}
