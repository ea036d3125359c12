import { z } from 'zod'
import { civilDateSchema, defineCall, fenSchema, idSchema, momentSchema, sha256Schema } from '../../call.ts'
import { disputeDateSchema, procedureStepSchema, stepKindSchema } from './dates.ts'
import { followedInstalmentSchema } from './instalments.ts'
import { replyFileSchema } from './reply-file.ts'

const emptySchema = z.strictObject({})
const doneSchema = z.strictObject({ id: idSchema })

/** A mediator's part of a case, as it was signed, and what the party did about it. */
export const caseReplySchema = z.strictObject({
  id: idSchema,
  bundleId: sha256Schema,
  sender: z.string(),
  fingerprint: z.string(),
  joinedAt: momentSchema,
  /** When the case was exported that the mediator read; null where this computer has no note of that file. */
  answersExportOf: momentSchema.nullable(),
  reply: replyFileSchema,
  answers: z.array(z.strictObject({ questionId: idSchema, answer: z.string(), answeredOn: civilDateSchema })),
  acceptedAt: momentSchema.nullable(),
  acceptanceNote: z.string(),
  instalments: z.array(followedInstalmentSchema),
  paidFen: fenSchema,
  remainingFen: fenSchema,
})
export type CaseReply = z.infer<typeof caseReplySchema>

export const caseMediationSchema = z.strictObject({
  caseId: idSchema,
  /** The newest first. */
  replies: z.array(caseReplySchema),
  /** Payments of the ledger between the parties of the case that are not all linked yet, newest first. */
  payments: z.array(
    z.strictObject({
      id: idSchema,
      date: civilDateSchema,
      payerName: z.string(),
      amountFen: fenSchema,
      /** What no instalment has of it yet. */
      freeFen: fenSchema,
    }),
  ),
  steps: z.array(procedureStepSchema),
  dates: z.array(disputeDateSchema),
})
export type CaseMediation = z.infer<typeof caseMediationSchema>

export const mediatedPartyCalls = {
  'disputes.joinReply': defineCall({
    summary: 'Joins a received mediation reply to the case it answers, as the mediator’s part; nothing else changes.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ bundleId: sha256Schema }),
    output: z.strictObject({ caseId: idSchema, replyId: idSchema }),
  }),
  'disputes.caseMediation': defineCall({
    summary: 'What mediation brought to a case: replies, questions, proposal, instalments followed, steps, dates.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ caseId: idSchema }),
    output: caseMediationSchema,
  }),
  'disputes.answerQuestion': defineCall({
    summary: 'Answers a question of the mediator; an empty answer takes it back.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ replyId: idSchema, questionId: idSchema, answer: z.string().trim().max(10_000) }),
    output: emptySchema,
  }),
  'disputes.acceptProposal': defineCall({
    summary: 'Notes that the person takes the proposal (or not, after all); it is their own act and no signature.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ replyId: idSchema, accepted: z.boolean(), note: z.string().max(2000).default('') }),
    output: emptySchema,
  }),
  'disputes.linkInstalment': defineCall({
    summary: 'Says what of a payment in the ledger went to an instalment; 0 takes the link away.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      replyId: idSchema,
      number: z.int().min(1),
      paymentId: idSchema,
      amountFen: fenSchema.min(0),
    }),
    output: emptySchema,
  }),
  'disputes.saveStep': defineCall({
    summary: 'Notes a step of the procedure with its day (without id), or changes one; terms run from it.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      caseId: idSchema,
      id: idSchema.optional(),
      kind: stepKindSchema,
      date: civilDateSchema,
      note: z.string().max(500).default(''),
    }),
    output: doneSchema,
  }),
  'disputes.voidStep': defineCall({
    summary: 'Takes a step back; it can be brought back.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ caseId: idSchema, id: idSchema, reason: z.string().trim().min(1).max(500) }),
    output: emptySchema,
  }),
  'disputes.restoreStep': defineCall({
    summary: 'Brings a step back.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ caseId: idSchema, id: idSchema }),
    output: emptySchema,
  }),
  'disputes.dates': defineCall({
    summary:
      'Days to keep of all cases: instalments, terms of mediation, confirmation, arbitration, court; the nearest first.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({}),
    output: z.strictObject({ dates: z.array(disputeDateSchema) }),
  }),
}
