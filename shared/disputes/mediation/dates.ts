import { z } from 'zod'
import { civilDateSchema, idSchema } from '../../call.ts'
import { addDays } from '../../calendar.ts'

/** Steps of a procedure that a person notes with their day; each lets a term run (law of reference/law.md by id). */
export const stepKinds = [
  'mediation-taken',
  'mediation-extended',
  'agreement-signed',
  'arbitration-taken',
  'arbitration-extended',
  'award-received',
] as const
export const stepKindSchema = z.enum(stepKinds)
export type StepKind = z.infer<typeof stepKindSchema>

export const procedureStepSchema = z.strictObject({
  id: idSchema,
  caseId: idSchema,
  kind: stepKindSchema,
  date: civilDateSchema,
  note: z.string(),
})
export type ProcedureStep = z.infer<typeof procedureStepSchema>

export const disputeDateKinds = [
  'instalment',
  'mediation-term',
  'judicial-confirmation',
  'arbitration-term',
  'to-court',
] as const

/** A day to keep, with what it is about, for the calendar: words are `mediation:dates.<kind>`. */
export const disputeDateSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(disputeDateKinds),
  date: civilDateSchema,
  /** Null for a case that this person mediates. */
  caseId: idSchema.nullable(),
  /** The received file, for a case that this person mediates. */
  bundleId: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  lawId: z.string().nullable(),
})
export type DisputeDate = z.infer<typeof disputeDateSchema>

const mediationDays = 15
const confirmationDays = 30
const arbitrationDays = 45
const arbitrationExtraDays = 15
const courtDays = 15

/**
 * The last day of a mediation body's term: 15 days from taking the application, 15 more at a one-stop centre with both sides'
 * consent (law dma-14, dma-onestop). The first day is not counted.
 */
export function mediationTermEnd(receivedOn: string, isExtended: boolean): string {
  return addDays(receivedOn, mediationDays * (isExtended ? 2 : 1))
}

/** The last day to ask a court together to confirm an agreement: 30 days from its effect (law pm-28, cpl-205). */
export function confirmationEnd(signedOn: string): string {
  return addDays(signedOn, confirmationDays)
}

export interface Term {
  kind: Exclude<DisputeDate['kind'], 'instalment'>
  date: string
  lawId: string
}

/** The terms that noted steps let run. A later step ends the term before it: what has been signed is no longer mediated. */
export function termsOfSteps(steps: readonly Pick<ProcedureStep, 'kind' | 'date'>[]): Term[] {
  const last = (kind: StepKind): string | undefined =>
    steps
      .filter((step) => step.kind === kind)
      .map((step) => step.date)
      .toSorted()
      .at(-1)
  const taken = last('mediation-taken')
  const signed = last('agreement-signed')
  const arbitration = last('arbitration-taken')
  const award = last('award-received')
  const terms: Term[] = []
  if (taken !== undefined && signed === undefined && arbitration === undefined) {
    const isExtended = last('mediation-extended') !== undefined
    terms.push({
      kind: 'mediation-term',
      date: mediationTermEnd(taken, isExtended),
      lawId: isExtended ? 'dma-onestop' : 'dma-14',
    })
  }
  if (signed !== undefined) terms.push({ kind: 'judicial-confirmation', date: confirmationEnd(signed), lawId: 'pm-28' })
  if (arbitration !== undefined && award === undefined) {
    const days = arbitrationDays + (last('arbitration-extended') === undefined ? 0 : arbitrationExtraDays)
    terms.push({ kind: 'arbitration-term', date: addDays(arbitration, days), lawId: 'dma-43' })
  }
  if (award !== undefined) terms.push({ kind: 'to-court', date: addDays(award, courtDays), lawId: 'dma-47' })
  return terms
}
