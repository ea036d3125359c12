import { toDayNumber } from '../../../../shared/calendar.ts'
import type { ParsedInput } from '../../../../shared/contract.ts'
import {
  lineAmountFen,
  placeFoldable,
  type CompiledCommission,
  type FoldableLine,
  type Plan,
  type PlanCycle,
} from '../../../../shared/earnings/index.ts'
import { BoanError } from '../../../../shared/errors.ts'
import type { Db } from '../../database/open.ts'
import { findLedgerAgreement, type LedgerAgreement } from './agreements.ts'
import { accountsInScope, listLineAccounts, secondsOfDay, type LineAccount } from './line-source.ts'
import { planFor } from './rebuild.ts'

/** Which of the two moments of a line puts it in order and into a cycle. */
export type Clock = 'paid' | 'settled'

/** Lines that a person asked to see. */
export interface LineSelection {
  accounts: LineAccount[]
  /** The accounts are all there are: lines can be read in one order over all of them. */
  isEveryAccount: boolean
  clock: Clock
  /** Bounds of the clock, seconds since 1970 UTC; `toS` itself is no longer in. */
  fromS: number
  toS: number
  /** Undefined when accounts and bounds say everything: then lines can be counted without reading them. */
  accepts: ((line: FoldableLine) => boolean) | undefined
  /** What a line counts in the commission asked about; null where it lacks the amount. */
  countedFen(line: FoldableLine): number | null
  orderId: string
}

const BEFORE_ALL_S = Number.MIN_SAFE_INTEGER
const AFTER_ALL_S = Number.MAX_SAFE_INTEGER

function nothingCounted(): null {
  return null
}

/** Every line there is. */
function everything(db: Db, orderId: string): LineSelection {
  return {
    accounts: listLineAccounts(db),
    isEveryAccount: true,
    clock: 'paid',
    fromS: BEFORE_ALL_S,
    toS: AFTER_ALL_S,
    accepts: undefined,
    countedFen: nothingCounted,
    orderId,
  }
}

function isNarrow({ agreement: { scope } }: LedgerAgreement): boolean {
  return Boolean(scope?.shops) || Boolean(scope?.productIds)
}

/** The lines of an agreement: its scope, paid while it is in force. */
function ofAgreement(db: Db, record: LedgerAgreement, plan: Plan, orderId: string): LineSelection {
  return {
    ...everything(db, orderId),
    accounts: accountsInScope(db, record.agreement.scope),
    isEveryAccount: false,
    fromS: secondsOfDay(plan.fromDay),
    toS: plan.toDay === Infinity ? AFTER_ALL_S : secondsOfDay(plan.toDay + 1),
    accepts: isNarrow(record) ? (line) => plan.matchesLine(line) : undefined,
  }
}

/** The clock by which a cycle's lines are looked at where no commission says it. */
function clockOf(cycle: PlanCycle, commission: CompiledCommission | undefined): Clock {
  if (commission !== undefined) return commission.term.when
  return cycle.governing?.settledOnLines === true || cycle.governing?.paidOnLines !== true ? 'settled' : 'paid'
}

/** The lines that count in a cycle, or in one commission of it. */
function ofCycle(
  db: Db,
  record: LedgerAgreement,
  plan: Plan,
  cycle: PlanCycle,
  input: Pick<ParsedInput<'earnings.lines'>, 'commissionId' | 'lacking'>,
  orderId: string,
): LineSelection {
  const commission = cycle.governing?.commissions.find(({ term }) => term.id === input.commissionId)
  const clock = clockOf(cycle, commission)
  const countedFen = (line: FoldableLine): number | null =>
    commission === undefined ? null : (lineAmountFen(line, commission.term.basis, commission.term.when) ?? null)
  const isInCycle = (line: FoldableLine): boolean => placeFoldable(plan, line)[clock]?.id === cycle.id
  const byCalendar = plan.calendar !== undefined
  return {
    accounts: accountsInScope(db, record.agreement.scope),
    isEveryAccount: false,
    clock,
    fromS: byCalendar ? secondsOfDay(cycle.from) : BEFORE_ALL_S,
    toS: byCalendar ? secondsOfDay(cycle.to + 1) : AFTER_ALL_S,
    accepts: (line) =>
      isInCycle(line) &&
      (commission?.matchesLine(line) ?? true) &&
      (input.lacking !== true || (commission !== undefined && countedFen(line) === null)),
    countedFen,
    orderId,
  }
}

/** A cycle of an agreement by its id. Throws `earnings.cycle-not-found`. */
export function cycleOf(plan: Plan, cycleId: string): PlanCycle {
  const index = plan.calendar?.parse(cycleId)
  const cycle = index === undefined ? plan.sessionCycles.find(({ id }) => id === cycleId) : plan.cycleAt(index)
  if (cycle === undefined) throw new BoanError('earnings.cycle-not-found', { cycle: cycleId })
  return cycle
}

/** What `earnings.lines` asks for. Throws `earnings.agreement-not-found` and `earnings.cycle-not-found`. */
export function selectLines(db: Db, input: ParsedInput<'earnings.lines'>): LineSelection {
  const orderId = input.orderId?.trim() ?? ''
  if (input.agreementId === undefined) return everything(db, orderId)
  const record = findLedgerAgreement(db, input.agreementId)
  if (record === undefined) throw new BoanError('earnings.agreement-not-found', { id: input.agreementId })
  const plan = planFor(db, record)
  if (input.cycle === undefined) return ofAgreement(db, record, plan, orderId)
  return ofCycle(db, record, plan, cycleOf(plan, input.cycle), input, orderId)
}

/** The lines behind a cycle, whatever commission: for the files they came from. */
export function selectCycle(db: Db, record: LedgerAgreement, plan: Plan, cycle: PlanCycle): LineSelection {
  return ofCycle(db, record, plan, cycle, {}, '')
}

/** Bounds of a month, for a jump to it. */
export function monthEndS(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const next = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`
  return secondsOfDay(toDayNumber(next))
}
