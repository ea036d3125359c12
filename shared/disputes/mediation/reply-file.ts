import { z } from 'zod'
import { civilDateSchema, momentSchema, sha256Schema } from '../../call.ts'
import { proposalSchema } from './proposal.ts'
import {
  answeredCaseSchema,
  instalmentSchema,
  mediationWordsSchema,
  questionSchema,
  sessionNoteSchema,
} from './shapes.ts'

/**
 * reply.json of a `mediation-reply` bundle: the mediator's part as it goes back. It names the file it answers by the SHA-256 of its
 * manifest, so that the party's own BoAn finds which of its exports was read. Findings stand in the proposal's lines.
 */
export const replyFileSchema = z.strictObject({
  format: z.literal('boan-mediation-reply'),
  version: z.literal(1),
  appVersion: z.string(),
  title: z.string(),
  exportedAt: momentSchema,
  case: answeredCaseSchema,
  applicants: z.array(z.string()),
  respondents: z.array(z.string()),
  words: mediationWordsSchema,
  questions: z.array(questionSchema),
  sessions: z.array(sessionNoteSchema),
  /** Null while nothing has been found. */
  proposal: proposalSchema.nullable(),
  plan: z.array(instalmentSchema),
  documents: z.array(z.strictObject({ kind: z.string(), file: z.string(), sha256: sha256Schema })),
  /** The last day of the body's term. */
  termEndsOn: civilDateSchema.nullable(),
})
export type ReplyFile = z.infer<typeof replyFileSchema>
