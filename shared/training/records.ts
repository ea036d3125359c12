import { z } from 'zod'
import { civilDateSchema, idSchema, momentSchema } from '../call.ts'
import { assessmentPartSchema, jobSchema, levelSchema } from './occupation.ts'

/** Why a training was held (reference/occupation.md 2). */
export const trainingKinds = [
  'first-stream',
  'yearly',
  'operator-yearly',
  'agency',
  'special',
  'level',
  'other',
] as const
export const trainingKindSchema = z.enum(trainingKinds)
export type TrainingKind = z.infer<typeof trainingKindSchema>

export const trainingModes = ['online', 'on-site', 'on-the-job'] as const

const shortText = z.string().trim().max(200)
const markSchema = z.number().min(0).max(100)
const evidenceIds = z.array(idSchema).max(100)
const voidPair = { voidedAt: momentSchema.nullable(), voidReason: z.string().nullable() }
const moments = { createdAt: momentSchema, updatedAt: momentSchema }

/** The job and level that something counts toward; both or none. */
const target = { job: jobSchema.nullable(), level: levelSchema.nullable() }

/** What is said of a training; the core adds id, moments and voiding. */
export const recordWordsSchema = z.strictObject({
  partyId: idSchema,
  date: civilDateSchema,
  /** HH:MM in Shanghai; null when nobody noted it. */
  startTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
  minutes: z.int().min(1).max(1440),
  kind: trainingKindSchema,
  topic: shortText.min(1),
  provider: shortText,
  trainer: shortText,
  mode: z.enum(trainingModes),
  ...target,
  /** Ids of functions or course units, or words of the person's own. */
  skills: z.array(z.string().trim().min(1).max(80)).max(20),
  /** Out of 100. */
  score: markSchema.nullable(),
  passMark: markSchema.nullable(),
  /** What the employer paid, in fen; kind special only (law lcl-22). */
  costFen: z.int().min(0).nullable(),
  evidenceIds,
  /** Proof of the cost; kind special only. */
  voucherIds: evidenceIds,
  note: z.string().max(2000),
})
export const trainingRecordSchema = recordWordsSchema.extend({ id: idSchema, ...moments, ...voidPair })
export type TrainingRecord = z.infer<typeof trainingRecordSchema>

export const certificateWordsSchema = z.strictObject({
  partyId: idSchema,
  title: shortText.min(1),
  number: shortText,
  issuer: shortText,
  ...target,
  issuedOn: civilDateSchema,
  /** Null: does not expire. */
  expiresOn: civilDateSchema.nullable(),
  remindDays: z.int().min(0).max(730),
  /** What the person saw when they looked it up; the app never looks it up. */
  checkResult: shortText,
  checkedOn: civilDateSchema.nullable(),
  evidenceIds,
  note: z.string().max(2000),
})
export const certificateSchema = certificateWordsSchema.extend({ id: idSchema, ...moments, ...voidPair })
export type Certificate = z.infer<typeof certificateSchema>

export const assessmentWordsSchema = z.strictObject({
  partyId: idSchema,
  /** A mock paper is practice and never counts as passed. */
  kind: z.enum(['formal', 'mock']),
  date: civilDateSchema,
  ...target,
  part: assessmentPartSchema,
  score: markSchema,
  passMark: markSchema,
  assessor: shortText,
  evidenceIds,
  note: z.string().max(2000),
})
export const assessmentSchema = assessmentWordsSchema.extend({ id: idSchema, ...moments, ...voidPair })
export type Assessment = z.infer<typeof assessmentSchema>

/** What a person works towards. */
export const goalSchema = z.strictObject({
  partyId: idSchema,
  job: jobSchema,
  level: levelSchema,
  /** Since when they have been in the trade; null when they did not say. */
  tradeSince: civilDateSchema.nullable(),
})
export type Goal = z.infer<typeof goalSchema>
