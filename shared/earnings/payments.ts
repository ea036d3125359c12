import { toDayNumber } from '../calendar.ts'
import type { Allocation, Payment } from './facts.ts'
import { sumFen } from './fault.ts'

/** What payments are spread over: a cycle with what is owed in it before any payment. */
export interface OwedCycle {
  /** Names the cycle among all that the payments are spread over. */
  key: string
  toDay: number
  dueDay: number | undefined
  /** expected − withheld − allowed. */
  owedFen: number
}

/** A part of a payment that counts in a cycle; a repayment counts below 0. */
export interface PaidPart {
  paymentId: string
  day: number
  amountFen: number
  /** Named by the payer or the person, not spread by BoAn. */
  explicit: boolean
}

export interface SpreadResult {
  byCycle: Map<string, PaidPart[]>
  /** What is left of each payment of the debtor; payments with nothing left are not in it. */
  leftByPayment: Map<string, number>
  unallocatedFen: number
}

/** Who paid, in law: the one it was paid for, else the one who paid (C21). */
export function debtorOf(payment: Pick<Payment, 'payer' | 'onBehalfOf'>): string {
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

/** What a payment's explicit allocations come to, wherever they are. */
export function allocatedFen(payment: Pick<Payment, 'allocations'>): number {
  return sumFen(payment.allocations.map((allocation) => allocation.amountFen))
}

/** What payments are laid over and how: the cycles in order of time, whose debts they are, and which allocations are theirs. */
export interface Spread {
  cycles: readonly OwedCycle[]
  /** Only what is left of this debtor's payments is spread. */
  debtor: string
  /** The key of the cycle that an allocation names; undefined for one of another agreement. */
  keyOf(allocation: Allocation): string | undefined
  asOfDay: number
}

/**
 * Lays payments dated up to the chosen day over cycles (C21, C22): first every explicit allocation, also beyond what is
 * owed, then what is left of the debtor's own payments, each cycle up to what is owed. No payment counts twice: an
 * allocation elsewhere uses up its amount.
 */
export function spreadPayments(spread: Spread, payments: readonly Payment[]): SpreadResult {
  const { cycles, debtor, asOfDay } = spread
  const byCycle = new Map(cycles.map((cycle): [string, PaidPart[]] => [cycle.key, []]))
  const openFen = new Map(cycles.map((cycle) => [cycle.key, cycle.owedFen]))
  const counted = payments.filter((payment) => toDayNumber(payment.date) <= asOfDay).toSorted(byDateThenId)
  const lay = (payment: Payment, key: string, amountFen: number, explicit: boolean): void => {
    byCycle.get(key)?.push({ paymentId: payment.id, day: toDayNumber(payment.date), amountFen, explicit })
    openFen.set(key, sumFen([openFen.get(key) ?? 0, -amountFen]))
  }
  for (const payment of counted) {
    for (const allocation of payment.allocations) {
      const key = spread.keyOf(allocation)
      if (key === undefined || !byCycle.has(key)) continue
      lay(payment, key, payment.kind === 'repayment' ? -allocation.amountFen : allocation.amountFen, true)
    }
  }
  const order = spreadOrder(cycles, asOfDay)
  const leftByPayment = new Map<string, number>()
  let next = 0
  for (const payment of counted) {
    if (payment.kind === 'repayment' || debtorOf(payment) !== debtor) continue
    let leftFen = sumFen([payment.amountFen, -allocatedFen(payment)])
    // A cycle that is paid up stays so: only repayments could open it again, and they came before.
    for (let cycle = order[next]; cycle !== undefined && leftFen > 0; cycle = order[next]) {
      const openHere = openFen.get(cycle.key) ?? 0
      if (openHere > 0) {
        const part = Math.min(openHere, leftFen)
        lay(payment, cycle.key, part, false)
        leftFen -= part
      }
      if ((openFen.get(cycle.key) ?? 0) <= 0) next += 1
    }
    if (leftFen !== 0) leftByPayment.set(payment.id, leftFen)
  }
  return { byCycle, leftByPayment, unallocatedFen: sumFen([...leftByPayment.values()]) }
}
