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
  /** What counts in each cycle, in the order of the cycles given. */
  parts: readonly (readonly PaidPart[])[]
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

/** Indexes of the cycles that are over, those due first first, those without due date last, then by time (C22). */
function spreadOrder(cycles: readonly OwedCycle[], asOfDay: number): number[] {
  const over: number[] = []
  cycles.forEach((cycle, index) => {
    if (cycle.toDay < asOfDay) over.push(index)
  })
  const dueOf = (index: number): number => cycles[index]?.dueDay ?? Infinity
  const isSorted = over.every((index, at) => at === 0 || dueOf(over[at - 1] ?? 0) <= dueOf(index))
  return isSorted ? over : over.toSorted((a, b) => (dueOf(a) === dueOf(b) ? a - b : dueOf(a) - dueOf(b)))
}

/** What a payment's explicit allocations come to, wherever they are. */
export function allocatedFen(payment: Pick<Payment, 'allocations'>): number {
  return sumFen(payment.allocations.map((allocation) => allocation.amountFen))
}

/** What payments are laid over and how: the cycles in order of time, whose debts they are, and which allocations are theirs. */
export interface Spread {
  cycles: readonly OwedCycle[]
  /** Whether what is left of a payment is spread over these cycles: it is the same debtor's. */
  isTheirs(payment: Payment): boolean
  /** The key of the cycle that an allocation names; undefined for one of another agreement. */
  keyOf(allocation: Allocation): string | undefined
  asOfDay: number
}

const nothingPaid: readonly PaidPart[] = []

/** The cycles while payments are laid over them. */
class Coverage {
  readonly #spread: Spread
  readonly #openFen: number[]
  readonly parts: (readonly PaidPart[])[]
  #indexes: Map<string, number> | undefined

  constructor(spread: Spread) {
    this.#spread = spread
    this.#openFen = spread.cycles.map((cycle) => cycle.owedFen)
    this.parts = spread.cycles.map(() => nothingPaid)
  }

  indexOf(allocation: Allocation): number | undefined {
    const key = this.#spread.keyOf(allocation)
    this.#indexes ??= new Map(this.#spread.cycles.map((cycle, index) => [cycle.key, index]))
    return key === undefined ? undefined : this.#indexes.get(key)
  }

  openFen(index: number): number {
    return this.#openFen[index] ?? 0
  }

  lay(index: number, payment: Payment, amountFen: number, explicit: boolean): void {
    const part = { paymentId: payment.id, day: toDayNumber(payment.date), amountFen, explicit }
    this.parts[index] = [...(this.parts[index] ?? nothingPaid), part]
    this.#openFen[index] = sumFen([this.openFen(index), -amountFen])
  }
}

/**
 * Lays payments dated up to the chosen day over cycles (C21, C22): first every explicit allocation, also beyond what is
 * owed, then what is left of the debtor's own payments, each cycle up to what is owed. No payment counts twice: an
 * allocation elsewhere uses up its amount.
 */
export function spreadPayments(spread: Spread, payments: readonly Payment[]): SpreadResult {
  const coverage = new Coverage(spread)
  const counted = payments.filter((payment) => toDayNumber(payment.date) <= spread.asOfDay).toSorted(byDateThenId)
  for (const payment of counted) {
    for (const allocation of payment.allocations) {
      const index = coverage.indexOf(allocation)
      if (index === undefined) continue
      const { amountFen } = allocation
      coverage.lay(index, payment, payment.kind === 'repayment' ? -amountFen : amountFen, true)
    }
  }
  const order = spreadOrder(spread.cycles, spread.asOfDay)
  const leftByPayment = new Map<string, number>()
  let next = 0
  for (const payment of counted) {
    if (payment.kind === 'repayment' || !spread.isTheirs(payment)) continue
    let leftFen = sumFen([payment.amountFen, -allocatedFen(payment)])
    // A cycle that is paid up stays so: only repayments could open it again, and they came before.
    for (let index = order[next]; index !== undefined && leftFen > 0; index = order[next]) {
      const part = Math.min(coverage.openFen(index), leftFen)
      if (part > 0) {
        coverage.lay(index, payment, part, false)
        leftFen -= part
      }
      if (coverage.openFen(index) <= 0) next += 1
    }
    if (leftFen !== 0) leftByPayment.set(payment.id, leftFen)
  }
  return { parts: coverage.parts, leftByPayment, unallocatedFen: sumFen([...leftByPayment.values()]) }
}
