import { fromDayNumber, toDayNumber } from '../calendar.ts'
import { groupFacts, noFacts, type CycleFacts } from './cycle-facts.ts'
import { workingDays } from './due.ts'
import type { ComputeInput } from './facts.ts'
import { ComputeFault, type ComputeErrorCode } from './fault.ts'
import { foldCycle, initialState, type Carried, type CycleFigures, type FigureContext, type Step } from './figures.ts'
import type { DeductionResult } from './deductions.ts'
import type { Formula } from './formula.ts'
import { interestTermOf, lprTable, type InterestResult, type LprTable } from './interest.ts'
import { foldAdjustment, foldIncomeItem, foldLine, foldSession, toFoldable } from './lines-fold.ts'
import { decidingDay, makePlan, type Plan, type PlanCycle } from './plan.ts'
import { dueDateOf, interestOf, settleAgreement, type Settlement } from './settle.ts'
import type { Sums } from './sums.ts'
import type { PayTerms } from './terms.ts'
import { validateInput } from './validate.ts'

/** One cycle as `earnings.compute` answers it (spec/compute.md, Output), with what explains its figures. */
export interface CycleOutput {
  cycle: string
  from: string
  to: string
  dueDate: string | null
  dueFormula: Formula
  steps: Step[]
  grossFen: number
  expectedFen: number
  carried: Carried[]
  guaranteeBalanceFen: number
  withheldFen: number
  acknowledgedFen: number | null
  underCountedFen: number | null
  improperFen: number | null
  acknowledgedUnpaidFen: number | null
  deductedFen: number
  allowedFen: number
  deductions: DeductionResult[]
  paidFen: number
  payments: { paymentId: string; date: string; amountFen: number; explicit: boolean }[]
  outstandingFen: number
  status: Settlement['status']
  overdueDays: number
  interestFen: number
  interest: Omit<InterestResult, 'interestFen'>
  ageingBucket: Settlement['ageingBucket']
  missing: number
}

export interface ComputeOutput {
  cycles: CycleOutput[]
  unallocatedFen: number
}

export interface ComputeErrorOutput {
  error: { code: ComputeErrorCode; path: string }
}

/** The first fold over everything an input holds. */
export function foldInput(plan: Plan, input: ComputeInput): Sums {
  const sums: Sums = new Map()
  const sessions = new Map((input.sessions ?? []).map((session) => [session.id, session]))
  const lines = new Map((input.lines ?? []).map((line) => [line.id, toFoldable(line)]))
  for (const session of sessions.values()) foldSession(plan, sums, session, 1)
  for (const line of lines.values()) foldLine(plan, sums, line, 1)
  for (const adjustment of input.adjustments ?? []) {
    const line = lines.get(adjustment.lineId)
    if (line !== undefined) foldAdjustment(plan, sums, adjustment, line, 1)
  }
  for (const item of input.incomeItems ?? []) {
    foldIncomeItem(plan, sums, item, sessions.get(item.sessionId ?? '')?.platform, 1)
  }
  return sums
}

/** The number of the last cycle that settlements, adjustments or totals after the end keep going (C2). */
function lastIndexAfterEnd(plan: Plan, sums: Sums, facts: ReadonlyMap<string, CycleFacts>): number {
  const { calendar, lastTerms } = plan
  if (calendar === undefined || lastTerms === undefined) return -Infinity
  let last = -Infinity
  for (const [cycleId, cycle] of sums) {
    const goesOn =
      (lastTerms.settledOnLines && (cycle.settlements > 0 || cycle.adjustmentsOfSettled > 0)) ||
      (lastTerms.paidOnLines && cycle.adjustmentsOfPaid > 0)
    if (goesOn) last = Math.max(last, calendar.parse(cycleId) ?? -Infinity)
  }
  for (const [cycleId, { totals }] of facts) {
    if (lastTerms.commissions.some(({ term }) => totals.has(term.id))) {
      last = Math.max(last, calendar.parse(cycleId) ?? -Infinity)
    }
  }
  return last
}

/**
 * The cycles to compute: from the agreement's first to the last that begins on or before `horizonDay`, after the end only
 * as long as something keeps them going (C1, C2). In order of time.
 */
export function cyclesUpTo(
  plan: Plan,
  sums: Sums,
  facts: ReadonlyMap<string, CycleFacts>,
  horizonDay: number,
): PlanCycle[] {
  const { calendar } = plan
  if (calendar === undefined) return plan.sessionCycles.filter((cycle) => cycle.from <= horizonDay)
  const first = calendar.indexOf(plan.fromDay)
  const end =
    plan.toDay === Infinity ? Infinity : Math.max(calendar.indexOf(plan.toDay), lastIndexAfterEnd(plan, sums, facts))
  const last = Math.min(calendar.indexOf(horizonDay), end)
  const cycles: PlanCycle[] = []
  for (let index = first; index <= last; index += 1) cycles.push(plan.cycleAt(index))
  return cycles
}

/** The terms that govern a cycle. Throws ComputeFault `no-terms` with the day that lacks them. */
export function governingTerms(plan: Plan, cycle: PlanCycle): PayTerms {
  if (cycle.governing === undefined) throw new ComputeFault('no-terms', decidingDay(plan, cycle))
  return cycle.governing.terms
}

/** Folds cycles in order of time into their kept figures, from the agreement's beginning. */
export function foldCycles(
  plan: Plan,
  cycles: readonly PlanCycle[],
  sums: Sums,
  facts: ReadonlyMap<string, CycleFacts>,
  context: FigureContext,
): CycleFigures[] {
  const state = initialState()
  return cycles.map((cycle) =>
    foldCycle(cycle, governingTerms(plan, cycle), sums.get(cycle.id), facts.get(cycle.id) ?? noFacts(), state, context),
  )
}

function cycleOutput(figures: CycleFigures, settlement: Settlement, interest: InterestResult): CycleOutput {
  const { interestFen, ...explained } = interest
  return {
    cycle: figures.cycle,
    from: fromDayNumber(figures.fromDay),
    to: fromDayNumber(figures.toDay),
    dueDate: dueDateOf(figures),
    dueFormula: figures.dueFormula,
    steps: figures.steps,
    grossFen: figures.grossFen,
    expectedFen: figures.expectedFen,
    carried: figures.carried,
    guaranteeBalanceFen: figures.guaranteeBalanceFen,
    withheldFen: figures.withheldFen,
    acknowledgedFen: figures.acknowledgedFen,
    underCountedFen: settlement.underCountedFen,
    improperFen: settlement.improperFen,
    acknowledgedUnpaidFen: settlement.acknowledgedUnpaidFen,
    deductedFen: figures.deductedFen,
    allowedFen: figures.allowedFen,
    deductions: figures.deductions,
    paidFen: settlement.paidFen,
    payments: settlement.payments.map(({ paymentId, day, amountFen, explicit }) => ({
      paymentId,
      date: fromDayNumber(day),
      amountFen,
      explicit,
    })),
    outstandingFen: settlement.outstandingFen,
    status: settlement.status,
    overdueDays: settlement.overdueDays,
    interestFen,
    interest: explained,
    ageingBucket: settlement.ageingBucket,
    missing: figures.missing,
  }
}

function computeValid(input: ComputeInput): ComputeOutput {
  const plan = makePlan(input.agreement, input.sessions ?? [])
  const asOfDay = toDayNumber(input.asOf)
  const windowFrom = toDayNumber(input.cycles.from)
  const windowTo = toDayNumber(input.cycles.to)
  const sums = foldInput(plan, input)
  const facts = groupFacts(input)
  const cycles = cyclesUpTo(plan, sums, facts, Math.max(windowTo, asOfDay))
  const context: FigureContext = { workingDays: workingDays(input.calendar), law: input.law }
  const figures = foldCycles(plan, cycles, sums, facts, context)
  const { settlements, unallocatedFen } = settleAgreement(figures, input.payments ?? [], input.agreement, asOfDay)
  const table: LprTable = lprTable(input.lpr, input.lprKnownTo)
  const outputs: CycleOutput[] = []
  cycles.forEach((cycle, at) => {
    const own = figures[at]
    const settlement = settlements[at]
    if (own === undefined || settlement === undefined || cycle.from > windowTo || cycle.to < windowFrom) return
    const term = interestTermOf(governingTerms(plan, cycle), input.interest)
    outputs.push(cycleOutput(own, settlement, interestOf(own, settlement, term, table, asOfDay)))
  })
  return { cycles: outputs, unallocatedFen }
}

/**
 * `earnings.compute` (spec/compute.md): what one agreement owes, from its terms and facts alone. Pure: the same input has the
 * same output, in any order of facts. A faulty input is answered with `{ error: { code, path } }`, never thrown.
 */
export function compute(input: unknown): ComputeOutput | ComputeErrorOutput {
  try {
    return computeValid(validateInput(input))
  } catch (error) {
    if (error instanceof ComputeFault) return { error: { code: error.code, path: error.path } }
    throw error
  }
}
