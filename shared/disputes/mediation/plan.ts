import { civilDate, daysInMonth, partsOf } from '../../calendar.ts'
import { BoanError } from '../../errors.ts'
import type { Instalment } from './shapes.ts'

export interface PlanTerms {
  /** How many payments; 1 is a single one. */
  count: number
  firstDate: string
  /** Day of the later payments' months; the 31st falls on the last day of a shorter month. */
  dayOfMonth: number
}

/**
 * Equal monthly payments, the last with the remainder; their sum is always the total. Throws `mediation.plan-count` where a payment
 * would be of nothing.
 */
export function buildPlan(totalFen: number, { count, firstDate, dayOfMonth }: PlanTerms): Instalment[] {
  if (count < 1 || count > totalFen) throw new BoanError('mediation.plan-count', { count, totalFen })
  const eachFen = Math.floor(totalFen / count)
  return Array.from({ length: count }, (_, index) => ({
    date: index === 0 ? firstDate : monthsLater(firstDate, index, dayOfMonth),
    amountFen: index === count - 1 ? totalFen - eachFen * (count - 1) : eachFen,
  }))
}

function monthsLater(date: string, months: number, dayOfMonth: number): string {
  const { year, month } = partsOf(date)
  const count = year * 12 + (month - 1) + months
  const inYear = Math.floor(count / 12)
  const inMonth = (count % 12) + 1
  return civilDate(inYear, inMonth, Math.min(dayOfMonth, daysInMonth(inYear, inMonth)))
}

/** What a plan lacks (above 0) or has too much (below 0) to be the total. */
export function planDifferenceFen(totalFen: number, plan: readonly Instalment[]): number {
  return totalFen - plan.reduce((sum, { amountFen }) => sum + amountFen, 0)
}

/** Whether the dates of a plan go forward; a day stands once. */
export function isInOrder(plan: readonly Instalment[]): boolean {
  return plan.every(({ date }, index) => index === 0 || (plan[index - 1]?.date ?? '') < date)
}
