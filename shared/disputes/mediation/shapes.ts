import { z } from 'zod'
import { civilDateSchema, fenSchema, idSchema, momentSchema, sha256Schema } from '../../call.ts'
import { type CaseFile, caseClaimSchema } from '../case-file.ts'

/** A case as its receiver works on it: the large computations stay in the file. */
export type MediatedCase = Omit<CaseFile, 'computations'>

/** The case file that a reply or a response answers; who made the file finds by it which of their exports was read. */
export const answeredCaseSchema = z.strictObject({
  caseId: z.string(),
  caseNumber: z.string(),
  exportedAt: momentSchema,
  /** Of the file as it was received, and of the manifest in it. */
  fileSha256: sha256Schema,
  manifestSha256: sha256Schema,
})
export type AnsweredCase = z.infer<typeof answeredCaseSchema>

export const verdictSchema = z.enum(['accepted', 'partly', 'rejected'])
export type Verdict = z.infer<typeof verdictSchema>

/**
 * What the mediator finds about a claim: as a whole (agreement and cycle null), or about one cycle of it. `amountFen` is what is
 * found to be owed, never above what is claimed; interest follows from the proposal's choice.
 */
export const findingSchema = z.strictObject({
  claimId: caseClaimSchema.shape.id,
  agreementId: z.string().nullable(),
  cycle: z.string().nullable(),
  verdict: verdictSchema,
  amountFen: fenSchema,
  reason: z.string().trim().min(1).max(4000),
})
export type Finding = z.infer<typeof findingSchema>

/** Interest in a proposal: as claimed for what is found owed, a sum that both would take, or none. */
export const interestChoiceSchema = z.enum(['claimed', 'agreed', 'waived'])
export type InterestChoice = z.infer<typeof interestChoiceSchema>

export const questionSchema = z.strictObject({
  id: idSchema,
  to: z.enum(['applicant', 'respondent']),
  /** What it is about: a claim of the case, an exhibit by number, or neither. */
  claimId: z.string().nullable(),
  exhibitNumber: z.int().min(1).nullable(),
  text: z.string().trim().min(1).max(4000),
  askedOn: civilDateSchema,
  answer: z.string().max(10_000),
  answeredOn: civilDateSchema.nullable(),
})
export type Question = z.infer<typeof questionSchema>

/** A session: when, where, who came, and its minutes. */
export const sessionNoteSchema = z.strictObject({
  id: idSchema,
  date: civilDateSchema,
  place: z.string().max(200),
  attendees: z.string().max(500),
  minutes: z.string().trim().min(1).max(20_000),
})
export type SessionNote = z.infer<typeof sessionNoteSchema>

/** One payment of a plan. */
export const instalmentSchema = z.strictObject({ date: civilDateSchema, amountFen: fenSchema.positive() })
export type Instalment = z.infer<typeof instalmentSchema>

/** What the agreement's paper needs beside findings and plan (reference/forms.md 1 and 2). */
export const mediationWordsSchema = z.strictObject({
  committee: z.string().max(200),
  mediator: z.string().max(100),
  recorder: z.string().max(100),
  /** The committee's own number, such as （2026）余人调字第12号. */
  agreementNumber: z.string().max(100),
  /** The day on which the body took the application: its term runs from here. */
  receivedOn: civilDateSchema.nullable(),
  /** A one-stop centre's further 15 days, with both sides' consent (law dma-onestop). */
  isExtended: z.boolean(),
  interest: interestChoiceSchema,
  /** Of `agreed`: the sum. */
  agreedInterestFen: fenSchema.min(0),
  /** Where the money goes: holder, bank and number as the parties gave them. */
  account: z.string().max(500),
  /** What follows a late payment: all falls due at once, a sum for each day, or as the law has it. */
  late: z.enum(['all-due', 'law-only']),
  /** Parties and one for the body. */
  copies: z.int().min(1).max(99),
  /** The day on which both signed: the agreement takes effect. */
  signedOn: civilDateSchema.nullable(),
})
export type MediationWords = z.infer<typeof mediationWordsSchema>

/** A paper that a party has signed or the body has sealed says so itself; what left the computer is noted here. */
export const handedBackSchema = z.strictObject({
  id: idSchema,
  moment: momentSchema,
  fileName: z.string(),
  manifestSha256: z.string(),
  fingerprint: z.string(),
})
