import type { WorkCalendar } from '../calendar.ts'
import type { LateInterest, PayTerms } from './terms.ts'
import type {
  CycleEventKind,
  GoodsKind,
  IncomeKind,
  LineRole,
  LineStatus,
  PaymentKind,
  WithholdingKind,
} from './vocabulary.ts'

/**
 * The facts that `earnings.compute` works on (spec/compute.md, Input). Money in integer fen, rates in integer ppm, dates
 * `YYYY-MM-DD` in Asia/Shanghai, moments ISO 8601 with `Z` or an offset. A field with `?` may be absent or null.
 */
type Maybe<T> = T | null | undefined

/** Which lines, sessions and income items an agreement is about; an absent list does not restrict. */
export interface Scope {
  platforms?: Maybe<readonly string[]>
  accounts?: Maybe<readonly string[]>
  shops?: Maybe<readonly string[]>
  productIds?: Maybe<readonly string[]>
  roles?: Maybe<readonly LineRole[]>
}

export interface TermsVersion {
  from: string
  to?: Maybe<string>
  terms: PayTerms
}

export interface Agreement {
  id: string
  payer: string
  from: string
  to?: Maybe<string>
  scope?: Maybe<Scope>
  versions: readonly TermsVersion[]
}

export interface Session {
  id: string
  start: string
  end: string
  platform: string
  account: string
  productIds: readonly string[]
}

export interface OrderLine {
  id: string
  platform: string
  account: string
  role: LineRole
  orderId: string
  productId: string
  occurrence: number
  shopId?: Maybe<string>
  kind?: Maybe<GoodsKind>
  sessionId?: Maybe<string>
  paidAt: string
  settledAt?: Maybe<string>
  saleFen: number
  refundFen?: Maybe<number>
  settledBaseFen?: Maybe<number>
  estimatedCommissionFen?: Maybe<number>
  commissionFen?: Maybe<number>
  feeFen?: Maybe<number>
  status: LineStatus
}

export interface Adjustment {
  id: string
  lineId: string
  date: string
  saleDeltaFen: number
  netSaleDeltaFen: number
  commissionDeltaFen: number
  feeDeltaFen: number
}

export interface IncomeItem {
  id: string
  kind: IncomeKind
  date: string
  sessionId?: Maybe<string>
  platform?: Maybe<string>
  grossFen: number
  feeFen: number
}

export interface CycleTotal {
  cycle: string
  commissionId: string
  amountFen: number
  evidenceIds: readonly string[]
}

export interface Cost {
  cycle: string
  costTermId: string
  amountFen: number
  evidenceIds: readonly string[]
}

export interface Withholding {
  cycle: string
  kind: WithholdingKind
  amountFen: number
  evidenceIds: readonly string[]
}

export interface Deduction {
  id: string
  cycle: string
  amountFen: number
  reason: string
  deductionTermId?: Maybe<string>
  evidenceIds: readonly string[]
}

export interface Acknowledgement {
  cycle: string
  amountFen: number
}

export interface CycleEvent {
  cycle: string
  kind: CycleEventKind
  date: string
}

export interface Allocation {
  agreementId: string
  cycle: string
  amountFen: number
}

export interface Payment {
  id: string
  date: string
  kind: PaymentKind
  amountFen: number
  payer: string
  onBehalfOf?: Maybe<string>
  payee: string
  channel: string
  reference: string
  allocations: readonly Allocation[]
}

export interface LprEntry {
  from: string
  ratePpm: number
}

export interface MinimumWage {
  from: string
  amountFen: number
}

/** What the law adds to the terms under `labour` (law wage-16, and the minimum wage of the place of work). */
export interface Law {
  labourDeductionPpm?: Maybe<number>
  minimumWage?: Maybe<readonly MinimumWage[]>
}

export interface ComputeInput {
  asOf: string
  cycles: { from: string; to: string }
  agreement: Agreement
  sessions?: Maybe<readonly Session[]>
  lines?: Maybe<readonly OrderLine[]>
  adjustments?: Maybe<readonly Adjustment[]>
  incomeItems?: Maybe<readonly IncomeItem[]>
  cycleTotals?: Maybe<readonly CycleTotal[]>
  costs?: Maybe<readonly Cost[]>
  withholdings?: Maybe<readonly Withholding[]>
  deductions?: Maybe<readonly Deduction[]>
  acknowledgements?: Maybe<readonly Acknowledgement[]>
  cycleEvents?: Maybe<readonly CycleEvent[]>
  payments?: Maybe<readonly Payment[]>
  calendar?: Maybe<WorkCalendar>
  interest?: Maybe<LateInterest>
  lpr?: Maybe<readonly LprEntry[]>
  lprKnownTo?: Maybe<string>
  law?: Maybe<Law>
}

/** The cycle of a session, in session cycles: `session:<id>`. */
export function sessionCycleId(sessionId: string): string {
  return `session:${sessionId}`
}
