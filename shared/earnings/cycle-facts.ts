import { ExactSum } from '../money.ts'
import type { ComputeInput, Cost, CycleEvent, CycleTotal, Deduction } from './facts.ts'

/** The small facts of one cycle: what people type, beside the lines. */
export interface CycleFacts {
  /** By commission id; a total replaces the lines, adjustments and income items of its commission (C10). */
  totals: Map<string, CycleTotal>
  costs: Cost[]
  withheldFen: ExactSum
  /** In the order given. */
  deductions: Deduction[]
  acknowledgedFen: number | null
  events: CycleEvent[]
}

export function noFacts(): CycleFacts {
  return {
    totals: new Map(),
    costs: [],
    withheldFen: new ExactSum(),
    deductions: [],
    acknowledgedFen: null,
    events: [],
  }
}

type CycleFactLists = Pick<
  ComputeInput,
  'cycleTotals' | 'costs' | 'withholdings' | 'deductions' | 'acknowledgements' | 'cycleEvents'
>

/** Small facts by cycle id. Those of a cycle that is never computed are simply not asked for (C11). */
export function groupFacts(lists: CycleFactLists): Map<string, CycleFacts> {
  const byCycle = new Map<string, CycleFacts>()
  const of = (cycle: string): CycleFacts => {
    let facts = byCycle.get(cycle)
    if (facts === undefined) {
      facts = noFacts()
      byCycle.set(cycle, facts)
    }
    return facts
  }
  for (const total of lists.cycleTotals ?? []) of(total.cycle).totals.set(total.commissionId, total)
  for (const cost of lists.costs ?? []) of(cost.cycle).costs.push(cost)
  for (const withholding of lists.withholdings ?? []) of(withholding.cycle).withheldFen.add(withholding.amountFen)
  for (const deduction of lists.deductions ?? []) of(deduction.cycle).deductions.push(deduction)
  for (const { cycle, amountFen } of lists.acknowledgements ?? []) of(cycle).acknowledgedFen = amountFen
  for (const event of lists.cycleEvents ?? []) of(event.cycle).events.push(event)
  return byCycle
}
