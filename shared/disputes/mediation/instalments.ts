import { z } from 'zod'
import { civilDateSchema, fenSchema, idSchema } from '../../call.ts'
import { daysBetween } from '../../calendar.ts'
import type { Instalment } from './shapes.ts'

/** What of a payment went to an instalment. */
export const instalmentPaymentSchema = z.strictObject({
  paymentId: idSchema,
  date: civilDateSchema,
  amountFen: fenSchema.positive(),
})
export type InstalmentPayment = z.infer<typeof instalmentPaymentSchema>

/** An instalment as it is followed. Late is what is paid after its day or not at all; it stays late although it was paid. */
export const followedInstalmentSchema = z.strictObject({
  /** From 1. */
  number: z.int().min(1),
  date: civilDateSchema,
  amountFen: fenSchema,
  paidFen: fenSchema,
  remainingFen: fenSchema,
  state: z.enum(['not-yet', 'due', 'overdue', 'partly', 'paid', 'paid-late']),
  /** Days past its day: until today, or until it was paid in full. */
  lateDays: z.int().min(0),
  payments: z.array(instalmentPaymentSchema),
})
export type FollowedInstalment = z.infer<typeof followedInstalmentSchema>

/** Each instalment of a plan with what was paid on it and where it stands on a day. `payments` by position in the plan. */
export function followInstalments(
  plan: readonly Instalment[],
  payments: readonly (readonly InstalmentPayment[])[],
  today: string,
): FollowedInstalment[] {
  return plan.map(({ date, amountFen }, index) => {
    const own = (payments[index] ?? []).toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)))
    const paidFen = own.reduce((sum, payment) => sum + payment.amountFen, 0)
    const remainingFen = Math.max(0, amountFen - paidFen)
    const until = remainingFen === 0 ? (own.at(-1)?.date ?? date) : today
    const lateDays = Math.max(0, daysBetween(date, until))
    return {
      number: index + 1,
      date,
      amountFen,
      paidFen,
      remainingFen,
      lateDays,
      state: stateOf(remainingFen, paidFen, lateDays, date === today),
      payments: own,
    }
  })
}

function stateOf(
  remainingFen: number,
  paidFen: number,
  lateDays: number,
  isToday: boolean,
): FollowedInstalment['state'] {
  if (remainingFen === 0) return lateDays > 0 ? 'paid-late' : 'paid'
  if (lateDays > 0) return 'overdue'
  if (paidFen > 0) return 'partly'
  return isToday ? 'due' : 'not-yet'
}

/** What of a new payment goes to which instalment: the earliest that is not paid first, each up to what it lacks. Money in fen. */
export function spreadPayment(
  instalments: readonly Pick<FollowedInstalment, 'number' | 'remainingFen'>[],
  paymentFen: number,
): { number: number; amountFen: number }[] {
  let leftFen = paymentFen
  return instalments.flatMap(({ number, remainingFen }) => {
    const amountFen = Math.min(leftFen, remainingFen)
    leftFen -= amountFen
    return amountFen > 0 ? [{ number, amountFen }] : []
  })
}
