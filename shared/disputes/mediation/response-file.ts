import { z } from 'zod'
import { civilDateSchema, fenSchema, momentSchema } from '../../call.ts'
import { caseClaimSchema, caseEvidenceSchema } from '../case-file.ts'
import { answeredCaseSchema } from './shapes.ts'

/** The parts of a cycle's account that both sides can put a figure to; outstanding follows from them. */
export const figureParts = ['expectedFen', 'withheldFen', 'allowedFen', 'paidFen'] as const
export type FigurePart = (typeof figureParts)[number]

export const sideFiguresSchema = z.strictObject({
  expectedFen: fenSchema,
  withheldFen: fenSchema,
  allowedFen: fenSchema,
  paidFen: fenSchema,
})
export type SideFigures = z.infer<typeof sideFiguresSchema>

/** The other side's figures of one cycle: null where it says nothing of its own. Beside them what the case says. */
export const answeredCycleSchema = z.strictObject({
  agreementId: z.string(),
  cycle: z.string(),
  from: civilDateSchema,
  applicant: sideFiguresSchema,
  respondent: z.strictObject({
    expectedFen: fenSchema.nullable(),
    withheldFen: fenSchema.nullable(),
    allowedFen: fenSchema.nullable(),
    paidFen: fenSchema.nullable(),
  }),
  /** Typed, or computed by the ledger on the other side's own computer. */
  source: z.enum(['typed', 'ledger']),
  reason: z.string().max(4000),
})
export type AnsweredCycle = z.infer<typeof answeredCycleSchema>

export const stanceSchema = z.enum(['agree', 'disagree'])

export const answeredClaimSchema = z.strictObject({
  claimId: caseClaimSchema.shape.id,
  kind: caseClaimSchema.shape.kind,
  claimedFen: fenSchema,
  /** Null where nothing is said about it. */
  stance: stanceSchema.nullable(),
  /** What the other side holds to be owed. */
  amountFen: fenSchema,
  reason: z.string().max(4000),
})
export type AnsweredClaim = z.infer<typeof answeredClaimSchema>

/** response.json: the other side's answer to a case, whole by itself: what it answers stands beside the answer. */
export const responseFileSchema = z.strictObject({
  format: z.literal('boan-response'),
  version: z.literal(1),
  appVersion: z.string(),
  title: z.string(),
  exportedAt: momentSchema,
  case: answeredCaseSchema,
  /** Who answers, as they call themselves. */
  respondent: z.string(),
  applicants: z.array(z.string()),
  statement: z.string(),
  claims: z.array(answeredClaimSchema),
  cycles: z.array(answeredCycleSchema),
  evidence: z.array(caseEvidenceSchema),
})
export type ResponseFile = z.infer<typeof responseFileSchema>
