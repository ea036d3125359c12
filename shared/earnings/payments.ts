import { toDayNumber } from '../calendar.ts'
import type { Payment } from './facts.ts'

/** What payments are spread over: a cycle with what is owed in it before any payment. */
export interface OwedCycle {
  id: string
  toDay: number
  dueDay: number | undefined
  /** expected − withheld − allowed. */
  owedFen: bigint
}

/** A part of a payment that counts in a cycle; a repayment counts below 0. */
export interface PaidPart {
  paymentId: string
  day: number
  amountFen: bigint
  /** Named by the payer or the person, not spread by BoAn. */
  explicit: boolean
}

export interface SpreadResult {
  byCycle: Map<string, PaidPart[]>
  /** What is left of payments of the agreement's payer. */
  unallocatedFen: bigint
}

/** Who paid, in law: the one it was paid for, else the one who paid (C21). */
export function debtorOf(payment: Payment): string {
  return payment.onBehalfOf ?? payment.payer
}

function byDateThenId(a: Payment, b: Payment): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1
  if (a.id === b.id) return 0
  return a.id < b.id ? -1 : 1
}

/** Cycles that are over, those due first first, those without due date last, then by time (C22). */
function spreadOrder(cycles: readonly OwedCycle[], asOfDay: number): OwedCycle[] {
  return cycles
    .map((cycle, position) => ({ cycle, position, due: cycle.dueDay ?? Infinity }))
    .filter(({ cycle }) => cycle.toDay < asOfDay)
    .toSorted((a, b) => (a.due === b.due ? a.position - b.position : a.due - b.due))
    .map(({ cycle }) => cycle)
}

function allocatedFen(payment: Payment): bigint {
  return payment.allocations.reduce((sum, allocation) => sum + BigInt(allocation.amountFen), 0n)
}

/**
 * Lays payments dated up to the chosen day over the cycles of one agreement (C21, C22): first every explicit allocation,
 * also beyond what is owed, then what is left of the payer's own payments, each cycle up to what is owed. `cycles` are in
 * order of time. No payment counts twice: an allocation elsewhere uses up its amount.
 */
export function spreadPayments(
  cycles: readonly OwedCycle[],
  payments: readonly Payment[],
  agreement: { id: string; payer: string },
  asOfDay: number,
): SpreadResult {
  const byCycle = new Map(cycles.map((cycle): [string, PaidPart[]] => [cycle.id, []]))
  const counted = payments.filter((payment) => toDayNumber(payment.date) <= asOfDay).toSorted(byDateThenId)
  const openFen = new Map(cycles.map((cycle) => [cycle.id, cycle.owedFen]))
  const lay = (payment: Payment, cycleId: string, amountFen: bigint, explicit: boolean): void => {
    byCycle.get(cycleId)?.push({ paymentId: payment.id, day: toDayNumber(payment.date), amountFen, explicit })
    openFen.set(cycleId, (openFen.get(cycleId) ?? 0n) - amountFen)
  }
  for (const payment of counted) {
    for (const allocation of payment.allocations) {
      if (allocation.agreementId !== agreement.id || !byCycle.has(allocation.cycle)) continue
      const amountFen = BigInt(allocation.amountFen)
      lay(payment, allocation.cycle, payment.kind === 'repayment' ? -amountFen : amountFen, true)
    }
  }
  const order = spreadOrder(cycles, asOfDay)
  let next = 0
  let unallocatedFen = 0n
  for (const payment of counted) {
    if (payment.kind === 'repayment' || debtorOf(payment) !== agreement.payer) continue
    let leftFen = BigInt(payment.amountFen) - allocatedFen(payment)
    // A cycle that is paid up stays so: only repayments could open it again, and they came before.
    for (let cycle = order[next]; cycle !== undefined && leftFen > 0n; cycle = order[next]) {
      const openHere = openFen.get(cycle.id) ?? 0n
      if (openHere > 0n) {
        const part = openHere < leftFen ? openHere : leftFen
        lay(payment, cycle.id, part, false)
        leftFen -= part
      }
      if ((openFen.get(cycle.id) ?? 0n) <= 0n) next += 1
    }
    unallocatedFen += leftFen
  }
  return { byCycle, unallocatedFen }
}
