import { z } from 'zod'
import { bundleKinds } from './bag.ts'

/** The six questions of spec/bundle.md 'Verifying', in the order they are asked. */
const bundleChecks = ['bag', 'payload', 'signature', 'key', 'journal', 'figures'] as const
export type BundleCheck = (typeof bundleChecks)[number]

/** A file that is not as the bag says; its sentence is `bundles:faults.<fault>`. */
export const fileFaultSchema = z.strictObject({
  path: z.string(),
  fault: z.enum(['missing', 'changed', 'unlisted', 'damaged']),
})
export type FileFault = z.infer<typeof fileFaultSchema>

/** One answer. `ok: false` is a 'no'; its sentence is `bundles:answers.<code>` filled with `params`. */
const bundleAnswerSchema = z.strictObject({
  check: z.enum(bundleChecks),
  ok: z.boolean(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  files: z.array(fileFaultSchema),
})
export type BundleAnswer = z.infer<typeof bundleAnswerSchema>

export const verificationSchema = z.strictObject({
  /** True when no answer is a 'no'. */
  ok: z.boolean(),
  /** All six, every 'no' first, otherwise in the order asked. */
  answers: z.array(bundleAnswerSchema),
  name: z.string(),
  kind: z.enum(bundleKinds).nullable(),
  sender: z.string(),
  externalId: z.string(),
  baggingDate: z.string(),
  /** SHA-256 of the signing key, or null when the bundle has no readable key. */
  fingerprint: z.string().nullable(),
  payloadFiles: z.int(),
  payloadBytes: z.int(),
})
export type BundleVerification = z.infer<typeof verificationSchema>

/** A key that was seen before, in the order first seen. `own` is this data folder's. */
export interface KnownKey {
  sender: string
  fingerprint: string
  /** Civil date of first use. */
  since: string
  own?: boolean
}

/** A 'yes' or 'no' with what fills its sentence. */
export function answer(
  check: BundleCheck,
  ok: boolean,
  code: string,
  params: BundleAnswer['params'] = {},
  files: FileFault[] = [],
): BundleAnswer {
  return { check, ok, code, params, files }
}

/** Every 'no' first (spec/bundle.md), otherwise in the order the questions are asked. */
export function orderAnswers(answers: BundleAnswer[]): BundleAnswer[] {
  return answers.toSorted(
    (a, b) => Number(a.ok) - Number(b.ok) || bundleChecks.indexOf(a.check) - bundleChecks.indexOf(b.check),
  )
}
