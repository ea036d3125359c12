import { z } from 'zod'
import {
  civilDateSchema,
  defineCall,
  fenSchema,
  idSchema,
  intakeTokenSchema,
  momentSchema,
  outgoingFileSchema,
  sha256Schema,
} from '../call.ts'
import { audienceSchema } from './case-file.ts'
import { ownFactCodes } from './timeline.ts'
import {
  caseViewSchema,
  choiceSchema,
  documentFormatSchema,
  documentKindSchema,
  evidenceItemSchema,
  evidenceWordsSchema,
  previewPartySchema,
  procedureSchema,
  relationSchema,
  renderedSchema,
  sideSchema,
} from './views.ts'

const reasonSchema = z.string().trim().min(1).max(500)
const shortText = z.string().max(200)
const emptySchema = z.strictObject({})

export const disputeCalls = {
  'disputes.addEvidence': defineCall({
    summary: 'Keeps a file byte for byte as evidence, counts its pages, and puts it into a case when one is named.',
    effect: 'write',
    worker: 'writer',
    input: evidenceWordsSchema.partial().extend({
      token: intakeTokenSchema,
      caseId: idSchema.optional(),
      /** A redacted copy names the evidence it stands for and says what was removed. */
      redactedOf: idSchema.optional(),
      redaction: z.string().trim().min(1).max(500).optional(),
    }),
    output: evidenceItemSchema,
  }),
  'disputes.updateEvidence': defineCall({
    summary: 'Changes what is said about a piece of evidence; its bytes never change.',
    effect: 'write',
    worker: 'writer',
    input: evidenceWordsSchema.partial().extend({ id: idSchema }),
    output: evidenceItemSchema,
  }),
  'disputes.voidEvidence': defineCall({
    summary: 'Takes evidence out of lists and cases, with a reason; the file stays and it can be brought back.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ id: idSchema, reason: reasonSchema }),
    output: evidenceItemSchema,
  }),
  'disputes.restoreEvidence': defineCall({
    summary: 'Brings voided evidence back.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ id: idSchema }),
    output: evidenceItemSchema,
  }),
  'disputes.listEvidence': defineCall({
    summary: 'Evidence by id, or all of it, newest first, with its marks.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ ids: z.array(idSchema).max(1000).optional(), withVoided: z.boolean().default(false) }),
    output: z.strictObject({ evidence: z.array(evidenceItemSchema) }),
  }),
  'disputes.openCase': defineCall({
    summary:
      'Opens a case from cycles of an agreement (all overdue ones when none are named), with everything in place.',
    effect: 'write',
    worker: 'writer',
    long: true,
    input: z.strictObject({
      agreementId: idSchema,
      cycles: z.array(z.string()).max(500).optional(),
      /** The chosen day; today when absent. */
      asOf: civilDateSchema.optional(),
    }),
    output: z.strictObject({ id: idSchema, number: z.string() }),
  }),
  'disputes.listCases': defineCall({
    summary: 'Cases, newest first, each with what it claims.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ withVoided: z.boolean().default(false) }),
    output: z.strictObject({
      cases: z.array(
        z.strictObject({
          id: idSchema,
          number: z.string(),
          title: z.string(),
          respondents: z.array(z.string()),
          cycles: z.int(),
          /** Null when it cannot be computed as the records stand. */
          totalFen: fenSchema.nullable(),
          openedAt: momentSchema,
          exportedAt: momentSchema.nullable(),
          voidedAt: momentSchema.nullable(),
          /** The nearest day on which a claim could be lost. */
          nearestLimit: civilDateSchema.nullable(),
        }),
      ),
    }),
  }),
  'disputes.getCase': defineCall({
    summary: 'One case whole: parties, timeline, claims with their working, exhibits, limits, what is still missing.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ id: idSchema }),
    output: caseViewSchema,
  }),
  'disputes.updateCase': defineCall({
    summary:
      'Changes what the person says about a case: title, relation, procedure, addressee, their own words, the chosen day.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      id: idSchema,
      title: z.string().trim().min(1).max(200).optional(),
      relation: relationSchema.optional(),
      procedure: procedureSchema.optional(),
      addressee: shortText.optional(),
      statement: z.string().max(50_000).optional(),
      asOf: civilDateSchema.optional(),
    }),
    output: emptySchema,
  }),
  'disputes.setCycles': defineCall({
    summary:
      'Sets which cycles of an agreement a case claims; with none the agreement leaves the case. New records join the timeline.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ caseId: idSchema, agreementId: idSchema, cycles: z.array(z.string()).max(500) }),
    output: emptySchema,
  }),
  'disputes.setParty': defineCall({
    summary: 'Puts a party on a side of a case, or takes it out (side null).',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ caseId: idSchema, partyId: idSchema, side: sideSchema.nullable() }),
    output: emptySchema,
  }),
  'disputes.saveFact': defineCall({
    summary:
      'Adds a fact (without id) or changes one. A fact told by a record becomes the person’s own when its words change.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      caseId: idSchema,
      id: idSchema.optional(),
      date: civilDateSchema,
      text: z.string().trim().min(1).max(4000),
      /** A demand, promise or application starts a limit anew; a hindrance stops it until it is over. */
      code: z.enum(ownFactCodes),
      sourceIds: z.array(idSchema).max(200),
    }),
    output: z.strictObject({ id: idSchema }),
  }),
  'disputes.moveFact': defineCall({
    summary: 'Moves a fact before another of the same day, or to the end of its day.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ caseId: idSchema, id: idSchema, beforeId: idSchema.nullable() }),
    output: emptySchema,
  }),
  'disputes.voidFact': defineCall({
    summary: 'Takes a fact out of the timeline; it can be brought back.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ caseId: idSchema, id: idSchema, reason: reasonSchema }),
    output: emptySchema,
  }),
  'disputes.restoreFact': defineCall({
    summary: 'Brings a fact back into the timeline.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ caseId: idSchema, id: idSchema }),
    output: emptySchema,
  }),
  'disputes.refreshCase': defineCall({
    summary: 'Brings the timeline and the evidence up to the records as they are now; what the person wrote stays.',
    effect: 'write',
    worker: 'writer',
    long: true,
    input: z.strictObject({ id: idSchema }),
    output: z.strictObject({ added: z.int(), changed: z.int(), gone: z.int() }),
  }),
  'disputes.setExhibits': defineCall({
    summary: 'Sets which evidence stands in a case and in which order.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ caseId: idSchema, evidenceIds: z.array(idSchema).max(2000) }),
    output: emptySchema,
  }),
  'disputes.chooseExhibit': defineCall({
    summary:
      'Chooses what of an exhibit goes to an audience: the original, its redacted copy, nothing; null is the profile’s choice.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      caseId: idSchema,
      evidenceId: idSchema,
      audience: audienceSchema,
      choice: choiceSchema.nullable(),
    }),
    output: emptySchema,
  }),
  'disputes.voidCase': defineCall({
    summary: 'Takes a case out of the list with a reason; it can be brought back.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ id: idSchema, reason: reasonSchema }),
    output: emptySchema,
  }),
  'disputes.restoreCase': defineCall({
    summary: 'Brings a case back.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ id: idSchema }),
    output: emptySchema,
  }),
  'disputes.exportPreview': defineCall({
    summary: 'Who sees what: every identifier and every exhibit, whole, masked or staying, before anything leaves.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ caseId: idSchema, audience: audienceSchema }),
    output: z.strictObject({
      parties: z.array(previewPartySchema),
      exhibits: z.array(
        z.strictObject({
          evidenceId: idSchema,
          number: z.int(),
          title: z.string(),
          choice: choiceSchema,
          /** What can be chosen. */
          possible: z.array(choiceSchema),
          hasBuyersData: z.boolean(),
          redaction: z.string(),
          sizeBytes: z.int(),
        }),
      ),
      documents: z.array(documentKindSchema),
      /** Bytes of evidence that go along. */
      sizeBytes: z.int(),
    }),
  }),
  'disputes.renderDocument': defineCall({
    summary: 'Makes one paper of a case for an audience: PDF/A, DOCX, HTML for the screen, or plain text.',
    effect: 'read',
    worker: 'documents',
    input: z.strictObject({
      caseId: idSchema,
      kind: documentKindSchema,
      format: documentFormatSchema,
      audience: audienceSchema.default('mediator'),
    }),
    output: renderedSchema,
  }),
  'disputes.demandLetter': defineCall({
    summary: 'A demand letter for cycles of an agreement without a case: PDF, DOCX, HTML, or a chat-length text.',
    effect: 'read',
    worker: 'documents',
    input: z.strictObject({
      agreementId: idSchema,
      cycles: z.array(z.string()).min(1).max(500),
      format: documentFormatSchema,
      asOf: civilDateSchema.optional(),
    }),
    output: renderedSchema,
  }),
  'disputes.exportCase': defineCall({
    summary: 'Makes the signed .boan file of a case for an audience. The same state and moment give the same bytes.',
    effect: 'read',
    worker: 'documents',
    long: true,
    input: z.strictObject({ caseId: idSchema, audience: audienceSchema, moment: momentSchema.optional() }),
    output: z.strictObject({
      file: outgoingFileSchema,
      /** SHA-256 of the bag's manifest: names every byte that leaves. */
      manifestSha256: sha256Schema,
      /** Of the signing key: to compare by telephone. */
      fingerprint: z.string(),
      moment: momentSchema,
      caseNumber: z.string(),
      audience: audienceSchema,
      payloadFiles: z.int(),
      withheld: z.int(),
      substituted: z.array(z.strictObject({ char: z.string(), codePoint: z.string(), where: z.string() })),
    }),
  }),
  'disputes.noteExport': defineCall({
    summary: 'Journals that a case has left the computer: for whom and with which hash.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      caseId: idSchema,
      audience: audienceSchema,
      moment: momentSchema,
      fileName: z.string().min(1).max(300),
      manifestSha256: sha256Schema,
      fingerprint: z.string().max(100),
    }),
    output: emptySchema,
  }),
}
