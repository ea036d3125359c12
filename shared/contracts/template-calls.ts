import { z } from 'zod'
import { defineCall, outgoingFileSchema } from '../call.ts'
import {
  contractTemplateSchema,
  contractValuesSchema,
  optionalClausesSchema,
  templateSummarySchema,
} from './templates/template.ts'

/** Calls about contract templates. */
export const templateCalls = {
  'contracts.listTemplates': defineCall({
    summary: 'The contract templates that ship, with who they are for.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({}),
    output: z.strictObject({ templates: z.array(templateSummarySchema) }),
  }),
  'contracts.template': defineCall({
    summary: 'One contract template with its variables and the text and notes of its clauses.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ id: z.string().max(100) }),
    output: contractTemplateSchema,
  }),
  'contracts.previewTemplate': defineCall({
    summary: 'A contract as filled in so far, as a paper marked as a draft; nothing is kept.',
    effect: 'read',
    worker: 'documents',
    input: z.strictObject({
      templateId: z.string().max(100),
      values: contractValuesSchema,
      optionalClauses: optionalClausesSchema,
      format: z.enum(['pdf', 'docx']),
    }),
    output: z.strictObject({
      file: outgoingFileSchema,
      /** Null for DOCX, which has pages only once it is opened. */
      pages: z.int().nullable(),
      substituted: z.array(z.strictObject({ char: z.string(), codePoint: z.string(), where: z.string() })),
    }),
  }),
}
