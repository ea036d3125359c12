import { z } from 'zod'
import { toDayNumber } from '../../calendar.ts'
import { dayOfMoment, interestTermOf, makePlan, placeLine } from '../../earnings/index.ts'
import type { ComputeInput, Formula, LateInterest, OrderLine, Plan, PlanCycle } from '../../earnings/index.ts'
import type { CaseFile } from '../case-file.ts'

const formulaSchema: z.ZodType<Formula> = z.lazy(() =>
  z.object({
    code: z.string(),
    params: z.record(z.string(), z.union([z.number(), z.string()])),
    parts: z.array(formulaSchema).optional(),
  }),
) as z.ZodType<Formula>

/** What a paper needs of the answer of `earnings.compute`; it holds more. */
const outputSchema = z.object({
  cycles: z.array(
    z.object({
      cycle: z.string(),
      steps: z.array(
        z.object({
          kind: z.enum(['base', 'commission', 'slotFee', 'bonus', 'guarantee', 'recoup']),
          id: z.string(),
          amountFen: z.int(),
          formula: formulaSchema.optional(),
          basis: formulaSchema.optional(),
        }),
      ),
      expectedFen: z.int(),
      carried: z.array(z.object({ id: z.string(), basisFen: z.int() })),
      payments: z.array(z.object({ paymentId: z.string(), date: z.string(), amountFen: z.int() })).optional(),
      interest: z
        .object({
          periods: z.array(
            z.object({ from: z.string(), to: z.string(), days: z.int(), principalFen: z.int(), ratePpm: z.int() }),
          ),
          assumedDays: z.int(),
          unknownDays: z.int(),
        })
        .optional(),
    }),
  ),
})

export type ComputedCycle = z.infer<typeof outputSchema>['cycles'][number]
export type ComputedStep = ComputedCycle['steps'][number]

export interface CycleSales {
  saleFen: number
  refundFen: number
  accounts: Set<string>
}

/** One agreement's computation as the papers look at it. */
export interface ComputationView {
  agreementId: string
  title: string
  input: ComputeInput
  plan: Plan
  cycles: Map<string, ComputedCycle>
  sales: Map<string, CycleSales>
  /** Sessions per cycle. */
  sessions: Map<string, number>
}

function addLine(sales: Map<string, CycleSales>, cycle: PlanCycle, line: OrderLine): void {
  const known = sales.get(cycle.id) ?? { saleFen: 0, refundFen: 0, accounts: new Set<string>() }
  known.saleFen += line.saleFen
  // Some platforms give only the base that is left: what is missing from the sale was refunded.
  known.refundFen +=
    line.refundFen ?? (typeof line.settledBaseFen !== 'number' ? 0 : line.saleFen - line.settledBaseFen)
  known.accounts.add(line.account)
  sales.set(cycle.id, known)
}

/** 成交额 and 退款 per cycle: of each line that a commission of that cycle counts, once. */
function salesByCycle(plan: Plan, lines: readonly OrderLine[]): Map<string, CycleSales> {
  const sales = new Map<string, CycleSales>()
  for (const line of lines) {
    const place = placeLine(plan, line)
    const counted = new Set<PlanCycle>()
    for (const when of ['paid', 'settled'] as const) {
      const cycle = place[when]
      const matches = cycle?.governing?.commissions.some((one) => one.term.when === when && one.matchesLine(line))
      if (cycle !== undefined && matches === true) counted.add(cycle)
    }
    for (const cycle of counted) addLine(sales, cycle, line)
  }
  return sales
}

function sessionsByCycle(plan: Plan, input: ComputeInput): Map<string, number> {
  const counts = new Map<string, number>()
  for (const session of input.sessions ?? []) {
    if (!plan.matchesSession(session)) continue
    const day = dayOfMoment(session.start)
    const cycle = plan.cycleOfSession(session.id) ?? (plan.isInForce(day) ? plan.cycleOfDay(day) : undefined)
    if (cycle !== undefined) counts.set(cycle.id, (counts.get(cycle.id) ?? 0) + 1)
  }
  return counts
}

/** The cycle of the plan, with the terms that govern it. */
export function planCycle(
  { plan }: ComputationView,
  { cycle, from }: { cycle: string; from: string },
): PlanCycle | undefined {
  return plan.sessionCycles.find((one) => one.id === cycle) ?? plan.cycleOfDay(toDayNumber(from))
}

/** All computations of a case, ready to be printed. The input is one that `earnings.compute` has already taken. */
export function viewComputations(file: CaseFile): Map<string, ComputationView> {
  const views = file.computations.map((one): ComputationView => {
    const input = one.input as unknown as ComputeInput
    const plan = makePlan(input.agreement, input.sessions ?? [])
    const { cycles } = outputSchema.parse(one.output)
    return {
      agreementId: one.agreementId,
      title: one.title,
      input,
      plan,
      cycles: new Map(cycles.map((cycle) => [cycle.cycle, cycle])),
      sales: salesByCycle(plan, input.lines ?? []),
      sessions: sessionsByCycle(plan, input),
    }
  })
  return new Map(views.map((view) => [view.agreementId, view]))
}

/** How late payment is counted in a cycle: the terms' own clause, else the way chosen for the case; undefined where none is. */
export function interestRuleOf(
  view: ComputationView,
  cycle: { cycle: string; from: string },
): LateInterest | undefined {
  const terms = planCycle(view, cycle)?.governing?.terms
  return terms === undefined ? undefined : interestTermOf(terms, view.input.interest)
}

/** Label of a step in the terms that govern its cycle; undefined for steps that have none. */
export function stepLabel(cycle: PlanCycle | undefined, step: ComputedStep): string | undefined {
  const terms = cycle?.governing?.terms
  const lists = { commission: terms?.commissions, slotFee: terms?.slotFees, bonus: terms?.bonuses }
  if (step.kind !== 'commission' && step.kind !== 'slotFee' && step.kind !== 'bonus') return undefined
  return lists[step.kind]?.find((term) => term.id === step.id)?.label
}
