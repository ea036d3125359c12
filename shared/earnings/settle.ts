import { fromDayNumber } from '../calendar.ts'
import type { Payment } from './facts.ts'
import { toFen } from './fault.ts'
import type { CycleFigures } from './figures.ts'
import { lateInterest, type InterestResult, type LprTable } from './interest.ts'
import { spreadPayments, type PaidPart } from './payments.ts'
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
  payments: PaidPart[]
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
  outstandingFen: bigint,
  asOfDay: number,
): CycleStatus {
  if (asOfDay <= toDay) return 'open'
  if (outstandingFen < 0n) return 'overpaid'
  if (outstandingFen === 0n) return 'settled'
  if (dueDay === undefined || asOfDay < dueDay) return 'not-due'
  return asOfDay === dueDay ? 'due-today' : 'overdue'
}

/** expected − withheld − allowed: what payments are held against. */
export function owedFenOf(figures: Pick<CycleFigures, 'expectedFen' | 'withheldFen' | 'allowedFen'>): bigint {
  return BigInt(figures.expectedFen) - BigInt(figures.withheldFen) - BigInt(figures.allowedFen)
}

/** What is outstanding in one cycle on the chosen day, its three parts when acknowledged, and its status. */
export function settleCycle(figures: SettleableFigures, payments: PaidPart[], asOfDay: number): Settlement {
  const paid = payments.reduce((sum, part) => sum + part.amountFen, 0n)
  const outstanding = owedFenOf(figures) - paid
  const status = statusOf(figures.toDay, figures.dueDay, outstanding, asOfDay)
  const overdueDays = status === 'overdue' && figures.dueDay !== undefined ? asOfDay - figures.dueDay : 0
  const acknowledged = figures.acknowledgedFen === null ? undefined : BigInt(figures.acknowledgedFen)
  const deducted = BigInt(figures.deductedFen)
  const orNull = (part: (acknowledgedFen: bigint) => bigint): number | null =>
    acknowledged === undefined ? null : toFen(part(acknowledged))
  return {
    cycle: figures.cycle,
    underCountedFen: orNull((fen) => BigInt(figures.expectedFen) - fen),
    improperFen: orNull(() => deducted - BigInt(figures.allowedFen)),
    acknowledgedUnpaidFen: orNull((fen) => fen - BigInt(figures.withheldFen) - deducted - paid),
    paidFen: toFen(paid),
    outstandingFen: toFen(outstanding),
    status,
    overdueDays,
    ageingBucket: ageingBucketOf(overdueDays),
    payments,
  }
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
  const owed = cycles.map((figures) => ({
    id: figures.cycle,
    toDay: figures.toDay,
    dueDay: figures.dueDay,
    owedFen: owedFenOf(figures),
  }))
  const { byCycle, unallocatedFen } = spreadPayments(owed, payments, agreement, asOfDay)
  return {
    settlements: cycles.map((figures) => settleCycle(figures, byCycle.get(figures.cycle) ?? [], asOfDay)),
    unallocatedFen: toFen(unallocatedFen),
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
