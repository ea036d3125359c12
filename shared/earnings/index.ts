/**
 * The door of the earnings rules. The zod schemas of pay terms are in terms.ts and of calls in the `*-calls.ts` files: they
 * stay behind so that a command line that only computes need not load zod.
 */
export {
  compute,
  cyclesUpTo,
  foldInput,
  governingTerms,
  type ComputeErrorOutput,
  type ComputeOutput,
  type CycleOutput,
} from './compute.ts'
export { groupFacts, noFacts, type CycleFacts } from './cycle-facts.ts'
export { cycleCalendar, type CycleCalendar, type CycleDays } from './cycles.ts'
export type { DeductionResult } from './deductions.ts'
export { dueOf, workingDays, type WorkingDays } from './due.ts'
export {
  sessionCycleId,
  type Acknowledgement,
  type Adjustment,
  type Agreement,
  type Allocation,
  type ComputeInput,
  type Cost,
  type CycleEvent,
  type CycleTotal,
  type Deduction,
  type IncomeItem,
  type Law,
  type LprEntry,
  type MinimumWage,
  type OrderLine,
  type Payment,
  type Scope,
  type Session,
  type TermsVersion,
  type Withholding,
} from './facts.ts'
export { ComputeFault, sumFen, type ComputeErrorCode } from './fault.ts'
export {
  foldCycle,
  initialState,
  passCycle,
  type Carried,
  type CycleFigures,
  type FigureContext,
  type FoldState,
  type Step,
  type StepKind,
} from './figures.ts'
export { formulaText, type Formula } from './formula.ts'
export { changeView, isLineConfirmed, noDeltas, type Deltas, type LineView, type ViewChange } from './held-lines.ts'
export {
  interestFirstFen,
  interestTermOf,
  lprTable,
  type InterestPeriod,
  type InterestResult,
  type LprTable,
} from './interest.ts'
export {
  foldAdjustment,
  foldIncomeItem,
  foldLine,
  foldSession,
  lineAmountFen,
  placeFoldable,
  placeLine,
  toFoldable,
  type FoldableLine,
  type LinePlace,
  type Sign,
} from './lines-fold.ts'
export {
  allocatedFen,
  debtorOf,
  spreadPayments,
  type OwedCycle,
  type PaidPart,
  type Spread,
  type SpreadResult,
} from './payments.ts'
export {
  dayOfMoment,
  makePlan,
  type CompiledCommission,
  type CompiledTerms,
  type Plan,
  type PlanCycle,
} from './plan.ts'
export {
  interestOf,
  owedCycleOf,
  owedFenOf,
  settleCycle,
  type AgeingBucket,
  type CycleStatus,
  type SettleableFigures,
  type Settlement,
} from './settle.ts'
export {
  emptySums,
  plainCycleSums,
  plainSums,
  type CycleSums,
  type LackingLines,
  type PlainCycleSums,
  type Sums,
} from './sums.ts'
export type {
  BaseTerm,
  BonusTerm,
  CommissionTerm,
  CostTerm,
  DeductionTerm,
  Due,
  GuaranteeTerm,
  LateInterest,
  PayTerms,
  Relation,
  SlotFeeTerm,
  TermSource,
  Tier,
} from './terms.ts'
export { checkVersions, validateInput } from './validate.ts'
export type {
  Basis,
  BonusMetric,
  CycleEventKind,
  CycleKind,
  GoodsKind,
  HolidayRule,
  IncomeKind,
  LineRole,
  LineStatus,
  PaymentKind,
  Shortfall,
  WithholdingKind,
} from './vocabulary.ts'
