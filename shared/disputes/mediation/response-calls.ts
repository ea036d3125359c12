import { z } from 'zod'
import { civilDateSchema, defineCall, fenSchema, idSchema, momentSchema, sha256Schema } from '../../call.ts'
import { caseClaimSchema } from '../case-file.ts'
import { evidenceItemSchema } from '../views.ts'
import { handedBackSchema } from './shapes.ts'
import { answeredClaimSchema, answeredCycleSchema, stanceSchema } from './response-file.ts'
import { madeAnswerSchema } from './mediator-calls.ts'

const emptySchema = z.strictObject({})
const ofBundle = z.strictObject({ bundleId: sha256Schema })

export const responseDraftSchema = z.strictObject({
  bundleId: sha256Schema,
  caseNumber: z.string(),
  respondent: z.string(),
  statement: z.string(),
  claims: z.array(answeredClaimSchema),
  cycles: z.array(answeredCycleSchema),
  evidence: z.array(evidenceItemSchema),
  handedBack: z.array(handedBackSchema),
})
export type ResponseDraft = z.infer<typeof responseDraftSchema>

/** A received response to a case, whole and signed, as it fills the mediator's table. */
export const receivedAnswerSchema = z.strictObject({
  bundleId: sha256Schema,
  respondent: z.string(),
  exportedAt: momentSchema,
  claims: z.array(answeredClaimSchema),
})
export type ReceivedAnswer = z.infer<typeof receivedAnswerSchema>

const comparedLineSchema = z.strictObject({
  platform: z.string(),
  orderId: z.string(),
  productId: z.string(),
  occurrence: z.int(),
  paidAt: z.string(),
  state: z.enum(['left', 'right', 'differs']),
  differences: z.array(
    z.strictObject({
      field: z.string(),
      left: z.union([z.string(), z.number()]).nullable(),
      right: z.union([z.string(), z.number()]).nullable(),
    }),
  ),
})

/** A file of one of the two sides, as it is shown at the head of its column. */
const comparedSideSchema = z.strictObject({
  caseNumber: z.string(),
  title: z.string(),
  exportedAt: momentSchema,
  applicants: z.array(z.string()),
  totalFen: fenSchema,
  lines: z.int(),
})

export const comparedFilesSchema = z.strictObject({
  left: comparedSideSchema,
  right: comparedSideSchema,
  /** Cycle × part where at least one of the two has a figure. */
  figures: z.array(
    z.strictObject({
      cycle: z.string(),
      from: civilDateSchema,
      part: z.enum(['expectedFen', 'withheldFen', 'allowedFen', 'paidFen', 'outstandingFen']),
      leftFen: fenSchema.nullable(),
      rightFen: fenSchema.nullable(),
    }),
  ),
  same: z.int(),
  onlyLeft: z.int(),
  onlyRight: z.int(),
  differing: z.int(),
  /** A page of the lines that are not the same, `total` of them in all. */
  lines: z.array(comparedLineSchema),
  total: z.int(),
})
export type ComparedFiles = z.infer<typeof comparedFilesSchema>

export const responseCalls = {
  'disputes.response': defineCall({
    summary: 'This person’s answer to a received case as it stands; nothing where none was begun.',
    effect: 'read',
    worker: 'reader',
    input: ofBundle,
    output: z.strictObject({ response: responseDraftSchema.nullable() }),
  }),
  'disputes.startResponse': defineCall({
    summary: 'Begins an answer to a received case, kept apart by the hash of the file; begun once.',
    effect: 'write',
    worker: 'writer',
    input: ofBundle,
    output: emptySchema,
  }),
  'disputes.saveResponse': defineCall({
    summary: 'Who answers, and what they say in their own words.',
    effect: 'write',
    worker: 'writer',
    input: ofBundle.extend({
      respondent: z.string().trim().max(200).optional(),
      statement: z.string().max(50_000).optional(),
    }),
    output: emptySchema,
  }),
  'disputes.saveResponseClaim': defineCall({
    summary: 'Agrees or disagrees with a claim, with one’s own amount and the reason; stance null says nothing.',
    effect: 'write',
    worker: 'writer',
    input: ofBundle.extend({
      claimId: caseClaimSchema.shape.id,
      stance: stanceSchema.nullable(),
      amountFen: fenSchema.min(0).optional(),
      reason: z.string().trim().max(4000).default(''),
    }),
    output: emptySchema,
  }),
  'disputes.saveResponseCycle': defineCall({
    summary: 'One’s own figures of a cycle, typed; null says nothing about a part.',
    effect: 'write',
    worker: 'writer',
    input: ofBundle.extend({
      agreementId: z.string(),
      cycle: z.string(),
      figures: answeredCycleSchema.shape.respondent,
      reason: z.string().trim().max(4000).default(''),
    }),
    output: emptySchema,
  }),
  'disputes.fillResponse': defineCall({
    summary: 'Takes one’s own figures of an agreement’s cycles from the ledger on this computer.',
    effect: 'write',
    worker: 'writer',
    input: ofBundle.extend({
      /** As the case calls it, and the one here. */
      agreementId: z.string(),
      ownAgreementId: idSchema,
    }),
    output: z.strictObject({ filled: z.int(), without: z.int() }),
  }),
  'disputes.setResponseEvidence': defineCall({
    summary: 'Sets which evidence goes with the answer, in order.',
    effect: 'write',
    worker: 'writer',
    input: ofBundle.extend({ evidenceIds: z.array(idSchema).max(500) }),
    output: emptySchema,
  }),
  'disputes.exportResponse': defineCall({
    summary:
      'Makes the signed .boan file of the answer, evidence along. The same state and moment give the same bytes.',
    effect: 'read',
    worker: 'documents',
    long: true,
    input: ofBundle.extend({ moment: momentSchema.optional() }),
    output: madeAnswerSchema,
  }),
  'disputes.answersTo': defineCall({
    summary: 'Received responses to a case that are whole and rightly signed, the last made first.',
    effect: 'read',
    worker: 'documents',
    input: z.strictObject({
      /** As the case file calls itself. */
      caseId: z.string(),
      caseNumber: z.string(),
    }),
    output: z.strictObject({ answers: z.array(receivedAnswerSchema) }),
  }),
  'disputes.compareFiles': defineCall({
    summary:
      'Two received case files of one dispute: figures by cycle, order lines the same, on one side only, differing.',
    effect: 'read',
    worker: 'documents',
    long: true,
    input: z.strictObject({
      leftId: sha256Schema,
      rightId: sha256Schema,
      state: z.enum(['left', 'right', 'differs']).optional(),
      /** How many lines to pass over; pages of 200. */
      offset: z.int().min(0).default(0),
    }),
    output: comparedFilesSchema,
  }),
}
