import { unreachable } from '../errors.ts'
import { divDown } from '../money.ts'
import { baseAmount, guaranteeOf, type Presence } from './base.ts'
import { beforeOf, commissionOf, emptyMemory, remember, type CommissionMemory } from './commission.ts'
import { judgeDeductions, type DeductionResult } from './deductions.ts'
import { dueOf, type WorkingDays } from './due.ts'
import type { CycleFacts } from './cycle-facts.ts'
import type { Cost, Law } from './facts.ts'
import { toFen } from './fault.ts'
import type { Formula } from './formula.ts'
import type { PlanCycle } from './plan.ts'
import { emptySums, missingCount, type CycleSums } from './sums.ts'
import type { BonusTerm, CommissionTerm, CostTerm, PayTerms, SlotFeeTerm } from './terms.ts'
import type { BonusMetric } from './vocabulary.ts'

const PPM = 1_000_000n

export type StepKind = 'base' | 'commission' | 'slotFee' | 'bonus' | 'guarantee' | 'recoup'

/** One line of 结算明细: an amount, how it came about, and what it came from. */
export interface Step {
  kind: StepKind
  id: string
  amountFen: number
  formula: Formula
  /** Only of commissions: how B was put together. */
  basis?: Formula
}

export interface Carried {
  id: string
  /** <= 0: what was left over from this commission's earlier cycles. */
  inFen: number
  /** B, >= 0. */
  basisFen: number
  /** <= 0: what waits for its next cycle. */
  outFen: number
}

/** The figures of a cycle that depend neither on the chosen day nor on payments: what a ledger keeps. */
export interface CycleFigures {
  cycle: string
  fromDay: number
  toDay: number
  dueDay: number | undefined
  dueFormula: Formula
  steps: Step[]
  grossFen: number
  expectedFen: number
  carried: Carried[]
  guaranteeBalanceFen: number
  withheldFen: number
  acknowledgedFen: number | null
  deductedFen: number
  allowedFen: number
  deductions: DeductionResult[]
  /** How many lines lack an amount. */
  missing: number
}

/** What earlier cycles hand on: commissions' memories by id and the balance of guarantees to be recouped. */
export interface FoldState {
  memories: Map<string, CommissionMemory>
  balanceFen: bigint
}

export function initialState(): FoldState {
  return { memories: new Map(), balanceFen: 0n }
}

/**
 * The state after a cycle whose figures are known, so that a change recomputes forward from the first cycle it touches
 * instead of from the beginning. Changes `state`.
 */
export function passCycle(
  state: FoldState,
  figures: Pick<CycleFigures, 'toDay' | 'carried' | 'guaranteeBalanceFen'>,
): void {
  for (const { id, basisFen, outFen } of figures.carried) {
    const memory = state.memories.get(id) ?? emptyMemory()
    state.memories.set(id, remember(memory, figures.toDay, BigInt(basisFen), BigInt(outFen)))
  }
  state.balanceFen = BigInt(figures.guaranteeBalanceFen)
}

/** The data beside the facts that figures need. */
export interface FigureContext {
  workingDays: WorkingDays
  law: Law | null | undefined
}

function hasEvidence(fact: { evidenceIds: readonly string[] }): boolean {
  return fact.evidenceIds.length > 0
}

/** One agreed cost taken from a basis: amounts (with evidence where required) up to the cap, × share, rounded down (C11). */
function costOf(term: CostTerm, costs: readonly Cost[]): { fen: bigint; count: number } {
  const counted = costs.filter((cost) => cost.costTermId === term.id && (!term.evidenceRequired || hasEvidence(cost)))
  const sum = counted.reduce((total, cost) => total + BigInt(cost.amountFen), 0n)
  const cap = term.capFen === undefined || term.capFen === null ? sum : BigInt(term.capFen)
  return { fen: divDown((sum < cap ? sum : cap) * BigInt(term.sharePpm), PPM), count: counted.length }
}

interface BasisResult {
  basisFen: bigint
  outFen: bigint
  formula: Formula
}

/** B of rule 2: the lines' sum or the total typed in its place, plus what was carried, minus agreed costs; never below 0. */
function basisOfCommission(
  term: CommissionTerm,
  terms: PayTerms,
  sums: CycleSums,
  facts: CycleFacts,
  carriedFen: bigint,
): BasisResult {
  const total = facts.totals.get(term.id)
  const own = sums.basis.get(term.id)
  const parts: Formula[] = []
  let fen = 0n
  const add = (code: string, amountFen: bigint, count: number): void => {
    fen += amountFen
    parts.push({ code, params: { amountFen: toFen(amountFen), count } })
  }
  if (total === undefined) {
    const onIncome = term.basis === 'income' || term.basis === 'net-income'
    add(onIncome ? 'basis-income' : 'basis-lines', own?.sources.total() ?? 0n, own?.sourceCount ?? 0)
    if (own !== undefined && own.adjustedCount !== 0) add('basis-adjustments', own.adjusted.total(), own.adjustedCount)
  } else add('basis-total', BigInt(total.amountFen), 1)
  if (carriedFen !== 0n) add('basis-carried', carriedFen, 1)
  for (const cost of terms.costs ?? []) {
    if (cost.commissionId !== term.id) continue
    const { fen: costFen, count } = costOf(cost, facts.costs)
    if (count !== 0) add('basis-cost', -costFen, count)
  }
  const formula: Formula = { code: fen < 0n ? 'basis-below-zero' : 'basis', params: { basisFen: toFen(fen) }, parts }
  return fen < 0n ? { basisFen: 0n, outFen: fen, formula } : { basisFen: fen, outFen: 0n, formula }
}

function slotFeeStep(term: SlotFeeTerm, sums: CycleSums): Step {
  const count = term.per === 'session' ? sums.sessions : sums.products
  return {
    kind: 'slotFee',
    id: term.id,
    amountFen: toFen(BigInt(term.amountFen) * BigInt(count)),
    formula: { code: `slot-${term.per}`, params: { amountFen: term.amountFen, count } },
  }
}

function metricOf(metric: BonusMetric, sums: CycleSums): bigint {
  switch (metric) {
    case 'net-sale':
      return sums.bonusNetSale.total()
    case 'orders':
      return BigInt(sums.knownOrders ?? sums.orders.size)
    case 'days':
      return BigInt(sums.sessionDays.size)
    case 'minutes':
      return BigInt(sums.minutes)
    case 'sessions':
      return BigInt(sums.sessions)
    default:
      return unreachable(metric)
  }
}

/** A bonus is paid when its metric reaches atLeast; all that are reached are paid (C15), after the end none. */
function bonusStep(term: BonusTerm, sums: CycleSums, afterEnd: boolean): Step {
  const value = metricOf(term.metric, sums)
  const reached = !afterEnd && value >= BigInt(term.atLeast)
  const unit = term.metric === 'net-sale' ? 'Fen' : ''
  return {
    kind: 'bonus',
    id: term.id,
    amountFen: reached ? term.amountFen : 0,
    formula: {
      code: `bonus-${term.metric}-${reached ? 'reached' : 'missed'}`,
      params: { amountFen: term.amountFen, [`value${unit}`]: toFen(value), [`atLeast${unit}`]: term.atLeast },
    },
  }
}

function presenceOf(cycle: PlanCycle, sums: CycleSums): Presence {
  return {
    sessions: sums.sessions,
    minutes: sums.minutes,
    days: sums.sessionDays.size,
    inForceDays: cycle.inForceDays,
    cycleDays: cycle.to - cycle.from + 1,
  }
}

interface Earned {
  steps: Step[]
  carried: Carried[]
  grossFen: bigint
  expectedFen: bigint
}

function sumOfSteps(steps: readonly Step[]): bigint {
  return steps.reduce((sum, step) => sum + BigInt(step.amountFen), 0n)
}

function commissionSteps(
  cycle: PlanCycle,
  terms: PayTerms,
  sums: CycleSums,
  facts: CycleFacts,
  state: FoldState,
): [Step[], Carried[]] {
  const steps: Step[] = []
  const carried: Carried[] = []
  for (const term of terms.commissions ?? []) {
    const memory = state.memories.get(term.id) ?? emptyMemory()
    const { basisFen, outFen, formula: basis } = basisOfCommission(term, terms, sums, facts, memory.carriedFen)
    const { amountFen, formula } = commissionOf(term, beforeOf(memory, term.tierOver, cycle.to), basisFen)
    steps.push({ kind: 'commission', id: term.id, amountFen, formula, basis })
    carried.push({ id: term.id, inFen: toFen(memory.carriedFen), basisFen: toFen(basisFen), outFen: toFen(outFen) })
  }
  return [steps, carried]
}

/** Rules 2 to 7 of one cycle: its steps in order, gross and expected. Changes `state.balanceFen`. */
function earn(cycle: PlanCycle, terms: PayTerms, sums: CycleSums, facts: CycleFacts, state: FoldState): Earned {
  const presence = presenceOf(cycle, sums)
  const steps: Step[] = []
  if (terms.base !== undefined && terms.base !== null) {
    steps.push({ kind: 'base', id: 'base', ...baseAmount(terms.base, presence) })
  }
  const [commissions, carried] = commissionSteps(cycle, terms, sums, facts, state)
  steps.push(...commissions)
  for (const term of terms.slotFees ?? []) steps.push(slotFeeStep(term, sums))
  for (const term of terms.bonuses ?? []) steps.push(bonusStep(term, sums, cycle.afterEnd))
  const grossFen = sumOfSteps(steps)
  if (terms.guarantee !== undefined && terms.guarantee !== null) {
    const result = guaranteeOf(terms.guarantee, presence, grossFen, state.balanceFen)
    steps.push({
      kind: 'guarantee',
      id: 'guarantee',
      amountFen: toFen(result.topUpFen),
      formula: result.topUpFormula,
    })
    if (terms.guarantee.recoup) {
      steps.push({
        kind: 'recoup',
        id: 'recoup',
        amountFen: toFen(-result.givenBackFen),
        formula: result.recoupFormula,
      })
    }
    state.balanceFen = result.balanceFen
  }
  return { steps, carried, grossFen, expectedFen: sumOfSteps(steps) }
}

/**
 * The second fold, first half: what one cycle's sums and small facts come to. Cycles are folded in order of time; `state`
 * is what the earlier ones hand on and is changed. The cycle must have governing terms.
 */
export function foldCycle(
  cycle: PlanCycle,
  terms: PayTerms,
  sums: CycleSums | undefined,
  facts: CycleFacts,
  state: FoldState,
  context: FigureContext,
): CycleFigures {
  const cycleSums = sums ?? emptySums()
  const earned = earn(cycle, terms, cycleSums, facts, state)
  const withheldFen = terms.amountsAre === 'net' ? 0n : facts.withheldFen.total()
  const deductions = judgeDeductions(cycle, terms, facts.deductions, earned.expectedFen, withheldFen, context.law)
  const due = dueOf(terms, cycle.to, facts.events, context.workingDays)
  const figures: CycleFigures = {
    cycle: cycle.id,
    fromDay: cycle.from,
    toDay: cycle.to,
    dueDay: due.dueDay,
    dueFormula: due.formula,
    steps: earned.steps,
    grossFen: toFen(earned.grossFen),
    expectedFen: toFen(earned.expectedFen),
    carried: earned.carried,
    guaranteeBalanceFen: toFen(state.balanceFen),
    withheldFen: toFen(withheldFen),
    acknowledgedFen: facts.acknowledgedFen,
    deductedFen: toFen(deductions.reduce((sum, deduction) => sum + BigInt(deduction.amountFen), 0n)),
    allowedFen: toFen(deductions.reduce((sum, deduction) => sum + BigInt(deduction.allowedFen), 0n)),
    deductions,
    missing: missingCount(cycleSums, (commissionId) => facts.totals.has(commissionId)),
  }
  passCycle(state, figures)
  return figures
}
