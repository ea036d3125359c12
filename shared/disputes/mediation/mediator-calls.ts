import { z } from 'zod'
import {
  civilDateSchema,
  defineCall,
  fenSchema,
  idSchema,
  momentSchema,
  outgoingFileSchema,
  sha256Schema,
} from '../../call.ts'
import { renderedSchema } from '../views.ts'
import { proposalSchema } from './proposal.ts'
import {
  findingSchema,
  handedBackSchema,
  instalmentSchema,
  mediationWordsSchema,
  questionSchema,
  sessionNoteSchema,
  verdictSchema,
} from './shapes.ts'

const emptySchema = z.strictObject({})
const ofBundle = z.strictObject({ bundleId: sha256Schema })
const reasonSchema = z.string().trim().min(1).max(500)
const doneSchema = z.strictObject({ id: idSchema })

/** How far a mediator is with a case, in the order of the work. */
export const mediationStates = ['new', 'asking', 'deciding', 'proposed', 'answered', 'signed'] as const

/** As what an agreement is made to be signed. */
const agreementFormatSchema = z.enum(['pdf', 'docx'])

export const mediationSchema = z.strictObject({
  bundleId: sha256Schema,
  caseNumber: z.string(),
  title: z.string(),
  state: z.enum(mediationStates),
  words: mediationWordsSchema,
  /** 15 days, or 30, from the day the application was taken. */
  termEndsOn: civilDateSchema.nullable(),
  questions: z.array(questionSchema),
  findings: z.array(findingSchema),
  sessions: z.array(sessionNoteSchema),
  proposal: proposalSchema,
  plan: z.array(instalmentSchema),
  /** What the plan lacks to be the proposal; 0 where it fits. */
  planDifferenceFen: fenSchema,
  handedBack: z.array(handedBackSchema),
  agreement: z.strictObject({
    /** Of what the paper says now. */
    dataSha256: sha256Schema,
    /** When it was last made as a file; current where it still says the same. */
    lastMade: z
      .strictObject({ moment: momentSchema, format: agreementFormatSchema, isCurrent: z.boolean() })
      .nullable(),
  }),
})
export type Mediation = z.infer<typeof mediationSchema>

export const mediationRowSchema = z.strictObject({
  bundleId: sha256Schema,
  caseNumber: z.string(),
  title: z.string(),
  state: z.enum(mediationStates),
  openQuestions: z.int(),
  undecided: z.int(),
  claimedFen: fenSchema,
  proposedFen: fenSchema,
  termEndsOn: civilDateSchema.nullable(),
  updatedAt: momentSchema,
})
export type MediationRow = z.infer<typeof mediationRowSchema>

/** An answer that was made as a signed file: what `noteAnswer` keeps of it. */
export const madeAnswerSchema = z.strictObject({
  file: outgoingFileSchema,
  manifestSha256: sha256Schema,
  fingerprint: z.string(),
  moment: momentSchema,
  payloadFiles: z.int(),
  /** The bytes of evidence that could not go along are named; characters without a font too. */
  substituted: z.array(z.strictObject({ char: z.string(), codePoint: z.string(), where: z.string() })),
})
export type MadeAnswer = z.infer<typeof madeAnswerSchema>

export const mediatorCalls = {
  'disputes.startMediation': defineCall({
    summary: 'Begins the mediator’s own work on a received case, kept apart by the hash of the file; begun once.',
    effect: 'write',
    worker: 'writer',
    input: ofBundle,
    output: emptySchema,
  }),
  'disputes.mediation': defineCall({
    summary: 'The mediator’s work on a received case: questions, findings, the proposal they make, plan, sessions.',
    effect: 'read',
    worker: 'reader',
    input: ofBundle,
    output: z.strictObject({ mediation: mediationSchema.nullable() }),
  }),
  'disputes.listMediations': defineCall({
    summary: 'Received cases on which this person works as a mediator, the last touched first.',
    effect: 'read',
    worker: 'reader',
    input: emptySchema,
    output: z.strictObject({ mediations: z.array(mediationRowSchema) }),
  }),
  'disputes.saveMediation': defineCall({
    summary:
      'Changes what the agreement’s paper needs: body, mediator, number, day taken, interest, account, late payment.',
    effect: 'write',
    worker: 'writer',
    input: mediationWordsSchema.partial().extend({ bundleId: sha256Schema }),
    output: emptySchema,
  }),
  'disputes.saveQuestion': defineCall({
    summary: 'Asks a side something (without id), or changes a question or its answer.',
    effect: 'write',
    worker: 'writer',
    input: questionSchema
      .omit({ id: true, askedOn: true, answeredOn: true })
      .partial({ claimId: true, exhibitNumber: true, answer: true })
      .extend({ bundleId: sha256Schema, id: idSchema.optional() }),
    output: doneSchema,
  }),
  'disputes.voidQuestion': defineCall({
    summary: 'Takes a question back; it can be asked again.',
    effect: 'write',
    worker: 'writer',
    input: ofBundle.extend({ id: idSchema, reason: reasonSchema }),
    output: emptySchema,
  }),
  'disputes.restoreQuestion': defineCall({
    summary: 'Brings a question back.',
    effect: 'write',
    worker: 'writer',
    input: ofBundle.extend({ id: idSchema }),
    output: emptySchema,
  }),
  'disputes.saveFinding': defineCall({
    summary:
      'What is found about a claim or a cycle of it: accepted, partly with the amount, rejected; null takes it away.',
    effect: 'write',
    worker: 'writer',
    input: findingSchema.pick({ claimId: true, agreementId: true, cycle: true }).extend({
      bundleId: sha256Schema,
      finding: z
        .strictObject({
          verdict: verdictSchema,
          /** Of `partly`; the others have their own. */
          amountFen: fenSchema.min(0).optional(),
          reason: findingSchema.shape.reason,
        })
        .nullable(),
    }),
    output: emptySchema,
  }),
  'disputes.saveSession': defineCall({
    summary: 'Notes a session with its minutes (without id), or changes one.',
    effect: 'write',
    worker: 'writer',
    input: sessionNoteSchema.extend({ bundleId: sha256Schema, id: idSchema.optional() }),
    output: doneSchema,
  }),
  'disputes.voidSession': defineCall({
    summary: 'Takes a session out of the notes; it can be brought back.',
    effect: 'write',
    worker: 'writer',
    input: ofBundle.extend({ id: idSchema, reason: reasonSchema }),
    output: emptySchema,
  }),
  'disputes.restoreSession': defineCall({
    summary: 'Brings a session back.',
    effect: 'write',
    worker: 'writer',
    input: ofBundle.extend({ id: idSchema }),
    output: emptySchema,
  }),
  'disputes.setInstalments': defineCall({
    summary:
      'Sets the plan of payments, in order of their days; what it lacks to the proposal is shown, and must be 0 to leave.',
    effect: 'write',
    worker: 'writer',
    input: ofBundle.extend({ plan: z.array(instalmentSchema).max(120) }),
    output: emptySchema,
  }),
  'disputes.mediationPaper': defineCall({
    summary: 'The mediation agreement (调解协议书) as PDF/A, DOCX, HTML for the screen, or plain text.',
    effect: 'read',
    worker: 'documents',
    input: ofBundle.extend({ format: z.enum(['pdf', 'docx', 'html', 'text']) }),
    output: renderedSchema,
  }),
  'disputes.noteAgreement': defineCall({
    summary: 'Journals that the mediation agreement was made as a file, with the hash of what it says.',
    effect: 'write',
    worker: 'writer',
    input: ofBundle.extend({ format: agreementFormatSchema, dataSha256: sha256Schema }),
    output: emptySchema,
  }),
  'disputes.exportReply': defineCall({
    summary:
      'Makes the signed .boan file that goes back to the parties. The same state and moment give the same bytes.',
    effect: 'read',
    worker: 'documents',
    long: true,
    input: ofBundle.extend({ moment: momentSchema.optional() }),
    output: madeAnswerSchema,
  }),
  'disputes.noteAnswer': defineCall({
    summary: 'Journals that a reply or a response has left the computer, with its hash.',
    effect: 'write',
    worker: 'writer',
    input: ofBundle.extend({
      kind: z.enum(['mediation-reply', 'response']),
      moment: momentSchema,
      fileName: z.string().min(1).max(300),
      manifestSha256: sha256Schema,
      fingerprint: z.string().max(100),
    }),
    output: emptySchema,
  }),
}
