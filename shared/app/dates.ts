import { z } from 'zod'
import { civilDateSchema } from '../call.ts'
import { addDays } from '../calendar.ts'

/** Dates of the calendar; the words of each are `dates:kinds.<kind>` and `dates:why.<kind>`. */
export const dateKinds = [
  'claim-limit',
  'owed-limit',
  'platform-records',
  'pay-due',
  'pay-owed',
  'instalment',
  'mediation-term',
  'judicial-confirmation',
  'arbitration-term',
  'to-court',
  'agreement-end',
  'contract-end',
  'contract-renewal',
  'contract-payment',
  'certificate-expiry',
  'yearly',
  'operator-yearly',
] as const
export type DateKind = (typeof dateKinds)[number]

/** How dates are told apart on screen: what is lost when one is missed. */
export const dateGroups = ['limits', 'procedure', 'money', 'contracts', 'training'] as const
export type DateGroup = (typeof dateGroups)[number]

export const groupOfKind: Record<DateKind, DateGroup> = {
  'claim-limit': 'limits',
  'owed-limit': 'limits',
  'platform-records': 'limits',
  'pay-due': 'money',
  'pay-owed': 'money',
  instalment: 'money',
  'mediation-term': 'procedure',
  'judicial-confirmation': 'procedure',
  'arbitration-term': 'procedure',
  'to-court': 'procedure',
  'agreement-end': 'contracts',
  'contract-end': 'contracts',
  'contract-renewal': 'contracts',
  'contract-payment': 'contracts',
  'certificate-expiry': 'training',
  yearly: 'training',
  'operator-yearly': 'training',
}

/** Days before the date from which the home page tells of it, unless the date itself says otherwise. */
const noticeDays: Record<DateKind, number> = {
  'claim-limit': 365,
  'owed-limit': 365,
  'platform-records': 180,
  'pay-due': 7,
  'pay-owed': 7,
  instalment: 10,
  'mediation-term': 15,
  'judicial-confirmation': 30,
  'arbitration-term': 30,
  'to-court': 15,
  'agreement-end': 60,
  'contract-end': 60,
  'contract-renewal': 14,
  'contract-payment': 7,
  'certificate-expiry': 60,
  yearly: 60,
  'operator-yearly': 60,
}

export const comingDateSchema = z.strictObject({
  /** The same date asked for again has the same id. */
  id: z.string(),
  kind: z.enum(dateKinds),
  date: civilDateSchema,
  /** From this day on the home page tells of it. */
  remindFrom: civilDateSchema,
  /** What it is about: names, numbers, amounts in fen. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Ids of reference/law.md that it follows from; names are `documents:law.<id>`. */
  lawIds: z.array(z.string()),
  /** Where it is dealt with: the address inside the app and its parameters. */
  place: z.strictObject({ path: z.string(), params: z.record(z.string(), z.string()) }),
})
export type ComingDate = z.infer<typeof comingDateSchema>

/** The day from which a date of a kind is told of. */
export function remindFrom(kind: DateKind, date: string): string {
  return addDays(date, -noticeDays[kind])
}

/** Nearest first; on one day what is lost for good comes before what only falls due. */
export function orderDates(dates: readonly ComingDate[]): ComingDate[] {
  const rank = (one: ComingDate): number => dateGroups.indexOf(groupOfKind[one.kind])
  return dates.toSorted((a, b) => compare(a.date, b.date) || rank(a) - rank(b) || compare(a.id, b.id))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
