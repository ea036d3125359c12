import { fromDayNumber } from '../calendar.ts'
import type { Payment } from './facts.ts'
import { sumFen } from './fault.ts'
import type { CycleFigures } from './figures.ts'
import { lateInterest, type InterestResult, type LprTable } from './interest.ts'
import { debtorOf, spreadPayments, type OwedCycle, type PaidPart } from './payments.ts'
import type { LateInterest } from './terms.ts'

export type CycleStatus = 'open' | 'overpaid' | 'settled' | 'not-due' | 'due-today' | 'overdue'
export type AgeingBucket = '1-30' | '31-90' | '91-180' | '181-365' | 'over-365'

/** The kept figures that the second half of the second fold needs. */
export type SettleableFigures = Pick<
  CycleFigures,
  'cycle' | 'toDay' | 'dueDay' | 'expectedFen' | 'withheldFen' | 'allowedFen' | 'deductedFen' | 'acknowledgedFen'
>

/** The figures of a cycle that depend on the chosen day and on payments. */
export interface Settlement {
  cycle: string
  underCountedFen: number | null
  improperFen: number | null
  acknowledgedUnpaidFen: number | null
  paidFen: number
  outstandingFen: number
  status: CycleStatus
  overdueDays: number
  ageingBucket: AgeingBucket | null
  payments: readonly PaidPart[]
}

/** Ageing by days overdue; null when none. */
export function ageingBucketOf(overdueDays: number): AgeingBucket | null {
  if (overdueDays <= 0) return null
  if (overdueDays <= 30) return '1-30'
  if (overdueDays <= 90) return '31-90'
  if (overdueDays <= 180) return '91-180'
  return overdueDays <= 365 ? '181-365' : 'over-365'
}

/** The first status that holds (C24). Days are counted under `overdue` only. */
export function statusOf(
  toDay: number,
  dueDay: number | undefined,
  outstandingFen: number,
  asOfDay: number,
): CycleStatus {
  if (asOfDay <= toDay) return 'open'
  if (outstandingFen < 0) return 'overpaid'
  if (outstandingFen === 0) return 'settled'
  if (dueDay === undefined || asOfDay < dueDay) return 'not-due'
  return asOfDay === dueDay ? 'due-today' : 'overdue'
}

/** expected − withheld − allowed: what payments are held against. */
export function owedFenOf(figures: Pick<CycleFigures, 'expectedFen' | 'withheldFen' | 'allowedFen'>): number {
  return sumFen([figures.expectedFen, -figures.withheldFen, -figures.allowedFen])
}

/** What is outstanding in one cycle on the chosen day, its three parts when acknowledged, and its status. */
export function settleCycle(figures: SettleableFigures, payments: readonly PaidPart[], asOfDay: number): Settlement {
  const { expectedFen, withheldFen, allowedFen, deductedFen, acknowledgedFen } = figures
  const paidFen = sumFen(payments.map((part) => part.amountFen))
  const outstandingFen = sumFen([expectedFen, -withheldFen, -allowedFen, -paidFen])
  const status = statusOf(figures.toDay, figures.dueDay, outstandingFen, asOfDay)
  const overdueDays = status === 'overdue' && figures.dueDay !== undefined ? asOfDay - figures.dueDay : 0
  const acknowledged = acknowledgedFen !== null
  return {
    cycle: figures.cycle,
    underCountedFen: acknowledged ? sumFen([expectedFen, -acknowledgedFen]) : null,
    improperFen: acknowledged ? sumFen([deductedFen, -allowedFen]) : null,
    acknowledgedUnpaidFen: acknowledged ? sumFen([acknowledgedFen, -withheldFen, -deductedFen, -paidFen]) : null,
    paidFen,
    outstandingFen,
    status,
    overdueDays,
    ageingBucket: ageingBucketOf(overdueDays),
    payments,
  }
}

/** A cycle as payments are spread over it. */
export function owedCycleOf(figures: SettleableFigures, key: string): OwedCycle {
  return { key, toDay: figures.toDay, dueDay: figures.dueDay, owedFen: owedFenOf(figures) }
}

/**
 * The second fold, second half: payments spread over the cycles of one agreement, and what follows from them on the
 * chosen day. `cycles` are all computed cycles in order of time.
 */
export function settleAgreement(
  cycles: readonly SettleableFigures[],
  payments: readonly Payment[],
  agreement: { id: string; payer: string },
  asOfDay: number,
): { settlements: Settlement[]; unallocatedFen: number } {
  const { parts, unallocatedFen } = spreadPayments(
    {
      cycles: cycles.map((figures) => owedCycleOf(figures, figures.cycle)),
      isTheirs: (payment) => debtorOf(payment) === agreement.payer,
      keyOf: (allocation) => (allocation.agreementId === agreement.id ? allocation.cycle : undefined),
      asOfDay,
    },
    payments,
  )
  return {
    settlements: cycles.map((figures, at) => settleCycle(figures, parts[at] ?? [], asOfDay)),
    unallocatedFen,
  }
}

/** Late interest of a settled cycle: asked for apart, because a ledger of many cycles is shown without it. */
export function interestOf(
  figures: SettleableFigures,
  settlement: Settlement,
  term: LateInterest | undefined,
  table: LprTable,
  asOfDay: number,
): InterestResult {
  return lateInterest(term, table, owedFenOf(figures), figures.dueDay, asOfDay, settlement.payments)
}

/** The due date as it is shown. */
export function dueDateOf(figures: Pick<CycleFigures, 'dueDay'>): string | null {
  return figures.dueDay === undefined ? null : fromDayNumber(figures.dueDay)
}
