import type { PayTerms } from './terms.ts'
import {
  blockingWarnings,
  type SettlementTotals,
  type SettlementWarning,
  type statementStates,
  type StatementItem,
} from './settlement-shapes.ts'
import type { LedgerRow } from './ledger-shapes.ts'

/** Rules of a payer's monthly run; pure. All money in fen. */

/** What is to be paid for a cycle now. What was paid beyond what was owed is never taken from another cycle. */
export function payableFenOf({ outstandingFen }: { outstandingFen: number }): number {
  return Math.max(0, outstandingFen)
}

/** A cycle of the ledger as runs and statements name it, with its figures and what is to be paid; all in fen. */
export function settledCycleOf(
  row: LedgerRow,
): SettlementTotals & Pick<LedgerRow, 'agreementId' | 'cycle' | 'from' | 'to' | 'dueDate'> {
  const { agreementId, cycle, from, to, dueDate } = row
  const { expectedFen, withheldFen, deductedFen, allowedFen, paidFen, outstandingFen } = row
  const figures = { expectedFen, withheldFen, deductedFen, allowedFen, paidFen, outstandingFen }
  return { agreementId, cycle, from, to, dueDate, ...figures, payableFen: payableFenOf(row) }
}

/**
 * What was paid or taken beyond the amounts of single cycles, in fen: the part by which what is payable exceeds
 * expected − withheld − allowed − paid, since it is set against no other cycle.
 */
export function overpaidFenOf({ payableFen, outstandingFen }: { payableFen: number; outstandingFen: number }): number {
  return payableFen - outstandingFen
}

const summed = [
  'expectedFen',
  'withheldFen',
  'deductedFen',
  'allowedFen',
  'paidFen',
  'outstandingFen',
  'payableFen',
] as const

/** Every figure of the items added up. */
export function settlementTotals(items: readonly SettlementTotals[]): SettlementTotals {
  const totals = {
    expectedFen: 0,
    withheldFen: 0,
    deductedFen: 0,
    allowedFen: 0,
    paidFen: 0,
    outstandingFen: 0,
    payableFen: 0,
  }
  for (const item of items) for (const name of summed) totals[name] += item[name]
  return totals
}

/** The earliest due date among what is to be paid; null where nothing is, or no term sets a day. */
export function payByOf(items: readonly Pick<StatementItem, 'dueDate' | 'payableFen'>[]): string | null {
  const dates = items.flatMap(({ dueDate, payableFen }) => (dueDate === null || payableFen === 0 ? [] : [dueDate]))
  return dates.toSorted()[0] ?? null
}

/** Whether terms look at live sessions: then a cycle without any is a cycle whose sessions nobody has entered. */
export function needsSessions({ base, guarantee, slotFees, bonuses }: PayTerms): boolean {
  const minimums = [base, guarantee].some((term) => (term?.minimumDays ?? 0) > 0 || (term?.minimumMinutes ?? 0) > 0)
  return (
    minimums ||
    (base !== undefined && base !== null && base.per !== 'month') ||
    (slotFees ?? []).length > 0 ||
    (bonuses ?? []).some(({ metric }) => metric === 'days' || metric === 'minutes' || metric === 'sessions')
  )
}

interface WarnedRow extends Pick<
  LedgerRow,
  'source' | 'status' | 'missing' | 'confirmed' | 'deductedFen' | 'allowedFen' | 'outstandingFen' | 'dueDate'
> {
  lacksSessions: boolean
  isInRun: boolean
}

/** What to look at before a cycle is settled, in the order of `settlementWarnings`. */
export function warningsOf(row: WarnedRow): SettlementWarning[] {
  const holds: [SettlementWarning, boolean][] = [
    ['no-terms', row.source === 'platform'],
    ['not-over', row.status === 'open'],
    ['in-run', row.isInRun],
    ['missing-sessions', row.lacksSessions],
    ['missing-amounts', row.missing > 0],
    ['unconfirmed', !row.confirmed],
    ['deductions-not-held', row.deductedFen > row.allowedFen],
    ['overpaid', row.outstandingFen < 0],
    ['no-due-date', row.dueDate === null && row.source === 'terms'],
  ]
  return holds.flatMap(([warning, isSo]) => (isSo ? [warning] : []))
}

/** Whether a cycle cannot be part of a run. */
export function isBlocked({ warnings }: { warnings: readonly SettlementWarning[] }): boolean {
  return warnings.some((warning) => blockingWarnings.includes(warning))
}

/** How much of a payment goes to each of several amounts that are still open: in their order, each up to what is open. */
export function spreadOver(openFen: readonly number[], amountFen: number): number[] {
  let left = amountFen
  return openFen.map((open) => {
    const part = Math.min(Math.max(0, open), left)
    left -= part
    return part
  })
}

/** How far a statement is paid. */
export function statementState(payableFen: number, paidFen: number): (typeof statementStates)[number] {
  if (payableFen === 0) return 'nothing'
  if (paidFen >= payableFen) return 'paid'
  return paidFen > 0 ? 'part' : 'unpaid'
}

/** JS-2026-08-001: the run's month and its place in it, voided runs counted. */
export function runNumber(month: string, place: number): string {
  return `JS-${month}-${String(place).padStart(3, '0')}`
}

/** JS-2026-08-001-03: one statement of a run. */
export function statementNumber(run: string, place: number): string {
  return `${run}-${String(place).padStart(2, '0')}`
}
