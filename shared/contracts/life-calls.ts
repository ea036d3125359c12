import { z } from 'zod'
import { civilDateSchema, defineCall, idSchema, outgoingFileSchema } from '../call.ts'
import { payTermsSchema } from '../earnings/terms.ts'
import { relations } from '../earnings/vocabulary.ts'
import { signatureWays } from './life.ts'
import { contractDetailSchema, contractRowSchema } from './life-shapes.ts'
import { scopeSchema } from './scope.ts'
import { contractValuesSchema, optionalClausesSchema } from './templates/template.ts'

const titleSchema = z.string().trim().min(1).max(200)
const noteSchema = z.string().max(2000)
const reasonSchema = z.string().trim().min(1).max(500)
const evidenceIdsSchema = z.array(idSchema).max(200)
const idsSchema = z.array(idSchema).min(1).max(1000)
const byId = z.strictObject({ id: idSchema })

/** The life of contracts, from the first draft to the end (spec/contracts.md). */
export const contractLifeCalls = {
  'contracts.saveDraft': defineCall({
    summary:
      'Adds a draft on a template (without id) or changes one; nothing is checked but its form until it is issued.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      id: idSchema.optional(),
      templateId: z.string().min(1).max(100),
      templateVersion: z.int().min(1),
      title: titleSchema,
      values: contractValuesSchema,
      optionalClauses: optionalClausesSchema,
      /** Which orders it is about; absent keeps what the draft says. */
      scope: scopeSchema.optional(),
      note: noteSchema.optional(),
      /** A new draft that amends a contract issued before. */
      amends: idSchema.optional(),
    }),
    output: contractDetailSchema,
  }),
  'contracts.saveKept': defineCall({
    summary:
      'Records a contract made elsewhere (its files attached) or one never written down, with its key terms and where each comes from.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      id: idSchema.optional(),
      origin: z.enum(['elsewhere', 'unwritten']),
      /** Without one it is called after the other side. */
      title: titleSchema.optional(),
      number: z.string().trim().max(60).default(''),
      relation: z.enum(relations),
      payerId: idSchema,
      payeeId: idSchema,
      from: civilDateSchema,
      to: civilDateSchema.nullable(),
      scope: scopeSchema,
      terms: payTermsSchema.nullable(),
      evidenceIds: evidenceIdsSchema,
      note: noteSchema.default(''),
    }),
    output: contractDetailSchema,
  }),
  'contracts.issue': defineCall({
    summary:
      'Numbers and freezes drafts, all or none: the first step of issuing. contracts.makePapers and contracts.finishIssue follow.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ ids: idsSchema }),
    output: z.strictObject({ contracts: z.array(z.strictObject({ id: idSchema, number: z.string() })) }),
  }),
  'contracts.makePapers': defineCall({
    summary: 'Makes PDF/A and DOCX of contracts; those already made are passed over. Can be stopped and begun again.',
    effect: 'read',
    worker: 'documents',
    long: true,
    input: z.strictObject({
      ids: idsSchema,
      /** A batch makes the PDFs first, so that it can be issued, and Word after it. */
      formats: z
        .array(z.enum(['pdf', 'docx']))
        .min(1)
        .default(['pdf', 'docx']),
    }),
    output: z.strictObject({
      made: z.int(),
      total: z.int(),
      /** Characters that no shipped font has; they stand as 〔U+20BB7〕 in the PDF. */
      substituted: z.array(z.strictObject({ id: idSchema, codePoint: z.string(), where: z.string() })),
    }),
  }),
  'contracts.finishIssue': defineCall({
    summary: 'Issues the contracts whose PDF is made, the others wait; takes over Word files made since.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ ids: idsSchema }),
    output: z.strictObject({ issued: z.array(idSchema), waiting: z.array(idSchema) }),
  }),
  'contracts.takeBackIssue': defineCall({
    summary: 'Makes contracts whose papers were never finished drafts again; they keep their numbers.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ ids: idsSchema }),
    output: z.strictObject({}),
  }),
  'contracts.sign': defineCall({
    summary:
      'Notes that a contract was signed: on paper (scan attached) or on an outside platform (its file attached).',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      id: idSchema,
      way: z.enum(signatureWays),
      by: z.string().trim().min(1).max(200),
      date: civilDateSchema,
      evidenceIds: evidenceIdsSchema.min(1),
      note: noteSchema.default(''),
    }),
    output: contractDetailSchema,
  }),
  'contracts.putInForce': defineCall({
    summary:
      'Lets the ledger compute by contracts: each makes its agreement, an amendment a new version of the one it amends.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      ids: idsSchema,
      /** Which orders they are about, where a contract does not say; only for a single one. */
      scope: scopeSchema.optional(),
    }),
    output: z.strictObject({ agreements: z.array(z.strictObject({ id: idSchema, agreementId: idSchema })) }),
  }),
  'contracts.end': defineCall({
    summary: 'Ends a contract in force on a day, with the reason; its agreement ends with it.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      id: idSchema,
      date: civilDateSchema,
      reason: reasonSchema,
      evidenceIds: evidenceIdsSchema.default([]),
    }),
    output: contractDetailSchema,
  }),
  'contracts.void': defineCall({
    summary: 'Takes a contract that never was in force out of the register; it can be brought back.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ id: idSchema, reason: reasonSchema }),
    output: contractDetailSchema,
  }),
  'contracts.restore': defineCall({
    summary: 'Brings a voided contract back.',
    effect: 'write',
    worker: 'writer',
    input: byId,
    output: contractDetailSchema,
  }),
  'contracts.register': defineCall({
    summary: 'All contracts, the latest changed first.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ withVoided: z.boolean().default(false), batchId: idSchema.optional() }),
    output: z.strictObject({ contracts: z.array(contractRowSchema) }),
  }),
  'contracts.get': defineCall({
    summary: 'One contract with its text, life, files and what can be done next.',
    effect: 'read',
    worker: 'reader',
    input: byId,
    output: contractDetailSchema,
  }),
  'contracts.exportRegister': defineCall({
    summary: 'The register as a workbook.',
    effect: 'read',
    worker: 'documents',
    input: z.strictObject({ ids: z.array(idSchema).max(5000).optional() }),
    output: outgoingFileSchema,
  }),
  'contracts.dates': defineCall({
    summary: 'Dates of contracts between two days: ends, when to talk about renewal, days of payment.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ from: civilDateSchema, to: civilDateSchema }),
    output: z.strictObject({
      dates: z.array(
        z.strictObject({
          /** Of the date itself: the same date asked for again has the same id. */
          id: z.string(),
          kind: z.enum(['contract-start', 'contract-end', 'contract-renewal', 'contract-payment']),
          date: civilDateSchema,
          contractId: idSchema,
          title: z.string(),
          params: z.record(z.string(), z.union([z.string(), z.number()])),
        }),
      ),
    }),
  }),
}
