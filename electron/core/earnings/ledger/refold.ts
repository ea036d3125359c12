import { shanghaiDayNumber } from '../../../../shared/calendar.ts'
import {
  ComputeFault,
  cyclesUpTo,
  foldCycle,
  governingTerms,
  initialState,
  noFacts,
  type CycleFacts,
  type CycleFigures,
  type Plan,
  type Sums,
} from '../../../../shared/earnings/index.ts'
import type { Db } from '../../database/open.ts'
import type { LedgerAgreement } from './agreements.ts'
import { readFactsByCycle } from './facts-store.ts'
import { readLedgerContext, type LedgerContext } from './figure-context.ts'
import { loadFigures, loadState, replaceFigures, saveState, stateAfter, type KeptFigures } from './figures-store.ts'

/** Figures are kept this far ahead, so that a ledger asked for in the coming months finds them ready. */
const AHEAD_DAYS = 92
const REFRESH_DAYS = 31

export interface ExpectedChange {
  agreementId: string
  cycle: string
  expectedBeforeFen: number
  expectedAfterFen: number
}

/** The last day by which a kept cycle may begin: months ahead of today, and at least as far as anything has happened. */
function horizonOf(plan: Plan, sums: Sums, known: number | undefined, todayDay: number): number {
  let day = todayDay + AHEAD_DAYS
  if (known !== undefined && known >= todayDay + REFRESH_DAYS) day = known
  for (const cycleId of sums.keys()) {
    const index = plan.calendar?.parse(cycleId)
    if (index !== undefined) day = Math.max(day, plan.cycleAt(index).from)
  }
  for (const cycle of plan.sessionCycles) day = Math.max(day, cycle.from)
  return day
}

/** Everything of an agreement that the second fold reads. */
export interface FoldedAgreement {
  record: LedgerAgreement
  plan: Plan
  sums: Sums
}

/** Folds all cycles up to a day that are not among the first `skip`; answers them with what explains their figures. */
export function foldFigures(
  { plan, sums }: FoldedAgreement,
  facts: ReadonlyMap<string, CycleFacts>,
  horizonDay: number,
  kept: readonly KeptFigures[],
  context: LedgerContext,
): CycleFigures[] {
  const state = stateAfter(initialState(), kept)
  return cyclesUpTo(plan, sums, facts, horizonDay)
    .slice(kept.length)
    .map((cycle) =>
      foldCycle(
        cycle,
        governingTerms(plan, cycle),
        sums.get(cycle.id),
        facts.get(cycle.id) ?? noFacts(),
        state,
        context,
      ),
    )
}

/** How many kept cycles are still right: those before the first that changed, as long as they are the same cycles. */
function unchangedCount(
  { plan, sums }: FoldedAgreement,
  facts: ReadonlyMap<string, CycleFacts>,
  horizonDay: number,
  kept: readonly KeptFigures[],
  changed: ReadonlySet<string>,
): number {
  const cycles = cyclesUpTo(plan, sums, facts, horizonDay)
  const at = cycles.findIndex((cycle, index) => kept[index]?.cycle !== cycle.id || changed.has(cycle.id))
  return at === -1 ? Math.min(cycles.length, kept.length) : at
}

function expectedChanges(
  agreementId: string,
  before: readonly KeptFigures[],
  after: readonly KeptFigures[],
): ExpectedChange[] {
  const was = new Map(before.map((one) => [one.cycle, one.expectedFen]))
  const is = new Map(after.map((one) => [one.cycle, one.expectedFen]))
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((cycle) => ({
      agreementId,
      cycle,
      expectedBeforeFen: was.get(cycle) ?? 0,
      expectedAfterFen: is.get(cycle) ?? 0,
    }))
    .filter((change) => change.expectedBeforeFen !== change.expectedAfterFen)
}

/** Today as a day number in Shanghai. */
export function todayDay(): number {
  return shanghaiDayNumber(Date.now())
}

/**
 * Brings the kept figures of an agreement up to its kept sums and facts, forward from the first cycle that changed; all of
 * them when the calendar, the minimum wage or the agreement itself did. An agreement that cannot be computed keeps its
 * fault instead. Answers the cycles whose expected figure moved.
 */
export function refoldFigures(
  db: Db,
  folded: FoldedAgreement,
  changed: ReadonlySet<string> | 'all',
  context: LedgerContext = readLedgerContext(db),
): ExpectedChange[] {
  const { record, plan, sums } = folded
  const kept = loadFigures(db, record.id)
  const known = loadState(db, record.id)
  const horizonDay = horizonOf(plan, sums, known?.horizonDay, todayDay())
  const state = { horizonDay, context: context.key, agreementKey: record.key }
  const isFresh =
    known !== undefined && known.fault === null && known.context === context.key && known.agreementKey === record.key
  try {
    const facts = readFactsByCycle(db, record.id)
    const from = isFresh && changed !== 'all' ? unchangedCount(folded, facts, horizonDay, kept, changed) : 0
    const figures = foldFigures(folded, facts, horizonDay, kept.slice(0, from), context)
    replaceFigures(db, record.id, from, figures)
    saveState(db, record.id, { ...state, fault: null })
    return expectedChanges(record.id, kept.slice(from), figures)
  } catch (error) {
    if (!(error instanceof ComputeFault)) throw error
    replaceFigures(db, record.id, 0, [])
    saveState(db, record.id, { ...state, fault: { code: error.code, path: error.path } })
    return expectedChanges(record.id, kept, [])
  }
}
