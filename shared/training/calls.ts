import { z } from 'zod'
import { civilDateSchema, defineCall, idSchema, intakeTokenSchema, outgoingFileSchema } from '../call.ts'
import { jobSchema, occupationRowSchema } from './occupation.ts'
import {
  assessmentSchema,
  assessmentWordsSchema,
  certificateSchema,
  certificateWordsSchema,
  goalSchema,
  recordWordsSchema,
  trainingKindSchema,
  trainingRecordSchema,
} from './records.ts'
import {
  datesSchema,
  evidenceTitlesSchema,
  occupationViewSchema,
  overviewSchema,
  planViewSchema,
  replacedFieldsSchema,
  rosterSchema,
  skillMapSchema,
} from './views.ts'

const reasonSchema = z.string().trim().min(1).max(500)
const yearSchema = z.int().min(2000).max(2200)
/** A person; the one using this computer when absent. */
const ofPerson = { partyId: idSchema.optional() }
const voiding = z.strictObject({ id: idSchema, reason: reasonSchema })
const byId = z.strictObject({ id: idSchema })

/** What may be left out of a new entry; a change takes only what it names. */
const recordInput = recordWordsSchema.partial().extend({ id: idSchema.optional() })
const certificateInput = certificateWordsSchema.partial().extend({ id: idSchema.optional() })
const assessmentInput = assessmentWordsSchema.partial().extend({ id: idSchema.optional() })

export const trainingCalls = {
  'training.saveRecord': defineCall({
    summary:
      'Adds a training to the log (without id; needs date, minutes, kind and topic) or changes one; what it was before is kept.',
    effect: 'write',
    worker: 'writer',
    input: recordInput,
    output: trainingRecordSchema,
  }),
  'training.saveRecordForMany': defineCall({
    summary: 'Logs one training for several people at once, as an agency holds them; all or none.',
    effect: 'write',
    worker: 'writer',
    input: recordWordsSchema
      .omit({ partyId: true })
      .partial()
      .extend({ partyIds: z.array(idSchema).min(1).max(500) }),
    output: z.strictObject({ ids: z.array(idSchema) }),
  }),
  'training.voidRecord': defineCall({
    summary: 'Takes a training out of the log, with a reason; it can be brought back.',
    effect: 'write',
    worker: 'writer',
    input: voiding,
    output: trainingRecordSchema,
  }),
  'training.restoreRecord': defineCall({
    summary: 'Brings a voided training back.',
    effect: 'write',
    worker: 'writer',
    input: byId,
    output: trainingRecordSchema,
  }),
  'training.listRecords': defineCall({
    summary: 'The log of one person (or of everyone), newest first, by year and kind when asked.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({
      ...ofPerson,
      everyone: z.boolean().default(false),
      year: yearSchema.optional(),
      kind: trainingKindSchema.optional(),
      withVoided: z.boolean().default(false),
    }),
    output: z.strictObject({ records: z.array(trainingRecordSchema), evidence: evidenceTitlesSchema }),
  }),
  'training.history': defineCall({
    summary: 'What a training, certificate or assessment was before each change, newest first.',
    effect: 'read',
    worker: 'reader',
    input: byId,
    output: z.strictObject({
      changes: z.array(
        z.strictObject({
          replacedAt: z.string(),
          before: replacedFieldsSchema,
        }),
      ),
    }),
  }),
  'training.overview': defineCall({
    summary: 'Hours by year, kind and level, what the law asks for in a year, and what in the log would not stand up.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ ...ofPerson, year: yearSchema.optional() }),
    output: overviewSchema,
  }),
  'training.saveCertificate': defineCall({
    summary: 'Adds a certificate (needs a title and the day of issue) or changes one.',
    effect: 'write',
    worker: 'writer',
    input: certificateInput,
    output: certificateSchema,
  }),
  'training.voidCertificate': defineCall({
    summary: 'Takes a certificate out of the lists, with a reason.',
    effect: 'write',
    worker: 'writer',
    input: voiding,
    output: certificateSchema,
  }),
  'training.restoreCertificate': defineCall({
    summary: 'Brings a voided certificate back.',
    effect: 'write',
    worker: 'writer',
    input: byId,
    output: certificateSchema,
  }),
  'training.listCertificates': defineCall({
    summary: 'Certificates of one person, the next to expire first.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ ...ofPerson, withVoided: z.boolean().default(false) }),
    output: z.strictObject({ certificates: z.array(certificateSchema), evidence: evidenceTitlesSchema }),
  }),
  'training.saveAssessment': defineCall({
    summary:
      'Adds an assessment (needs date, part and score; the pass mark is that of the occupation’s data) or changes one.',
    effect: 'write',
    worker: 'writer',
    input: assessmentInput,
    output: assessmentSchema,
  }),
  'training.voidAssessment': defineCall({
    summary: 'Takes an assessment out of the lists, with a reason.',
    effect: 'write',
    worker: 'writer',
    input: voiding,
    output: assessmentSchema,
  }),
  'training.restoreAssessment': defineCall({
    summary: 'Brings a voided assessment back.',
    effect: 'write',
    worker: 'writer',
    input: byId,
    output: assessmentSchema,
  }),
  'training.listAssessments': defineCall({
    summary: 'Assessments of one person, newest first; mock papers are marked as such.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ ...ofPerson, withVoided: z.boolean().default(false) }),
    output: z.strictObject({ assessments: z.array(assessmentSchema), evidence: evidenceTitlesSchema }),
  }),
  'training.occupation': defineCall({
    summary:
      'The occupation’s data: built-in rows with the person’s own in their place, and what is wrong with a weight table.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({}),
    output: occupationViewSchema,
  }),
  'training.saveOccupationRow': defineCall({
    summary: 'Adds a row of the person’s own to the occupation’s data, or replaces the row with the same id.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ row: occupationRowSchema }),
    output: z.strictObject({}),
  }),
  'training.removeOccupationRow': defineCall({
    summary: 'Removes a row of the person’s own; a built-in row that it replaced holds again.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ id: z.string().min(1).max(80) }),
    output: z.strictObject({}),
  }),
  'training.importWeights': defineCall({
    summary:
      'Reads a weight table (CSV: job, level, part, item, percent, edition, page) in place of the one there is; all or nothing.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ token: intakeTokenSchema }),
    output: z.strictObject({ rows: z.int() }),
  }),
  'training.saveGoal': defineCall({
    summary: 'Sets the job and level a person works towards, and since when they have been in the trade.',
    effect: 'write',
    worker: 'writer',
    input: goalSchema.extend(ofPerson),
    output: goalSchema,
  }),
  'training.plan': defineCall({
    summary:
      'What is there and what is missing for a person’s goal: hours, years, certificates, parts, each with its source.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject(ofPerson),
    output: planViewSchema,
  }),
  'training.skillMap': defineCall({
    summary: 'Minutes of one person by function of a job, or by track of the suggested curriculum.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ ...ofPerson, view: z.union([jobSchema, z.literal('tracks')]) }),
    output: skillMapSchema,
  }),
  'training.exportRecord': defineCall({
    summary:
      'The training record of a person and period for an employer or assessment body, as PDF, DOCX, HTML or XLSX.',
    effect: 'read',
    worker: 'documents',
    input: z.strictObject({
      ...ofPerson,
      from: civilDateSchema,
      to: civilDateSchema,
      /** Only these trainings; all of the period when absent. */
      recordIds: z.array(idSchema).min(1).max(1000).optional(),
      format: z.enum(['pdf', 'docx', 'html', 'xlsx']),
    }),
    output: z.strictObject({ file: outgoingFileSchema, text: z.string().nullable(), dataSha256: z.string() }),
  }),
  'training.roster': defineCall({
    summary:
      'Everyone whom the person pays under an agreement: hours, trainings done and missing in a year, certificates near expiry.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ year: yearSchema.optional() }),
    output: rosterSchema,
  }),
  'training.exportRoster': defineCall({
    summary: 'The roster of a year as a workbook.',
    effect: 'read',
    worker: 'documents',
    input: z.strictObject({ year: yearSchema.optional() }),
    output: z.strictObject({ file: outgoingFileSchema }),
  }),
  'training.dates': defineCall({
    summary: 'Days not to be missed: certificates that expire, yearly trainings still due.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({}),
    output: datesSchema,
  }),
}
