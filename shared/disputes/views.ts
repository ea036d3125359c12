import { z } from 'zod'
import { civilDateSchema, fenSchema, idSchema, momentSchema, outgoingFileSchema, sha256Schema } from '../call.ts'
import {
  audienceSchema,
  caseClaimSchema,
  caseEvidenceSchema,
  caseFactSchema,
  casePartySchema,
  caseFileSchema,
} from './case-file.ts'

const longText = z.string().max(4000)
const evidenceKindSchema = caseEvidenceSchema.shape.kind
const holderSchema = caseEvidenceSchema.shape.originalHolder
export const sideSchema = casePartySchema.shape.side
export const relationSchema = caseFileSchema.shape.relation
export const procedureSchema = caseFileSchema.shape.procedure
export const choiceSchema = z.enum(['original', 'redacted', 'none'])

/** What a person says about a piece of evidence. */
export const evidenceWordsSchema = z.strictObject({
  title: z.string().trim().min(1).max(200),
  kind: evidenceKindSchema,
  source: z.string().max(200),
  takenBy: z.string().max(200),
  takenAt: civilDateSchema.nullable(),
  purpose: longText,
  originalPlace: z.string().max(200),
  originalHolder: holderSchema,
  /** For what could not be counted; null for what has none. */
  pages: z.int().min(1).max(100_000).nullable(),
})

export const evidenceItemSchema = evidenceWordsSchema.extend({
  id: idSchema,
  sha256: sha256Schema,
  /** The name it came under. */
  fileName: z.string(),
  mime: z.string(),
  sizeBytes: z.int(),
  redactedOf: idSchema.nullable(),
  redaction: z.string(),
  createdAt: momentSchema,
  voidedAt: momentSchema.nullable(),
  voidReason: z.string().nullable(),
  /** Codes of `marks.` in the catalogue (law ev-90, dma-6). */
  marks: z.array(z.string()),
  platformKeepsUntil: z.strictObject({ date: civilDateSchema, daysLeft: z.int() }).nullable(),
  /** Numbers of the cases it stands in. */
  cases: z.array(z.string()),
})
export type EvidenceItem = z.infer<typeof evidenceItemSchema>

/** A piece of evidence in its place in a case. */
const exhibitSchema = z.strictObject({
  number: z.int().min(1),
  evidence: evidenceItemSchema,
  pageRange: z.strictObject({ first: z.int(), last: z.int() }).nullable(),
  redactedCopy: evidenceItemSchema.nullable(),
  hasBuyersData: z.boolean(),
  choices: z.partialRecord(audienceSchema, choiceSchema),
})
export type Exhibit = z.infer<typeof exhibitSchema>

const limitHintSchema = z.strictObject({
  track: z.enum(['labour', 'civil']),
  lawId: z.string(),
  from: z.enum(['relation-lasts', 'relation-end', 'first-due']),
  startsOn: civilDateSchema.nullable(),
  endsOn: civilDateSchema.nullable(),
  interruptedOn: civilDateSchema.nullable(),
  hindrance: z.strictObject({ from: civilDateSchema, to: civilDateSchema.nullable() }).nullable(),
  extendedEndsOn: civilDateSchema.nullable(),
  daysLeft: z.int().nullable(),
})

const totalsSchema = caseFileSchema.shape.totals

export const caseViewSchema = z.strictObject({
  id: idSchema,
  number: z.string(),
  title: z.string(),
  relation: relationSchema,
  procedure: procedureSchema,
  addressee: z.string(),
  statement: z.string(),
  asOf: civilDateSchema,
  openedAt: momentSchema,
  updatedAt: momentSchema,
  voidedAt: momentSchema.nullable(),
  agreements: z.array(
    z.strictObject({
      id: idSchema,
      title: z.string(),
      payerName: z.string(),
      payeeName: z.string(),
      /** Claimed, and others of the agreement that owe something: to add with one click. */
      cycles: z.array(
        z.strictObject({
          cycle: z.string(),
          claimed: z.boolean(),
          status: z.string(),
          overdueDays: z.int(),
          dueDate: civilDateSchema.nullable(),
          outstandingFen: fenSchema,
        }),
      ),
    }),
  ),
  parties: z.array(
    z.strictObject({
      id: idSchema,
      side: sideSchema,
      kind: z.enum(['person', 'organisation']),
      name: z.string(),
      /** Fields that are empty, by name. */
      lacks: z.array(z.string()),
    }),
  ),
  facts: z.array(caseFactSchema),
  claims: z.array(caseClaimSchema),
  totals: totalsSchema,
  labourWay: caseFileSchema.shape.labourWay,
  exhibits: z.array(exhibitSchema),
  limits: z.array(limitHintSchema),
  missing: z.array(
    z.strictObject({
      place: z.enum(['facts', 'claims', 'evidence', 'documents', 'submit']),
      code: z.string(),
      weight: z.enum(['must', 'should']),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      id: z.string().nullable(),
    }),
  ),
  exports: z.array(
    z.strictObject({
      id: idSchema,
      audience: audienceSchema,
      moment: momentSchema,
      fileName: z.string(),
      /** SHA-256 of the bag's manifest: names every byte that left. */
      manifestSha256: sha256Schema,
      fingerprint: z.string(),
      madeAt: momentSchema,
    }),
  ),
})
export type CaseView = z.infer<typeof caseViewSchema>

export const previewPartySchema = z.strictObject({
  id: idSchema,
  side: sideSchema,
  name: z.string(),
  fields: z.array(
    z.strictObject({
      field: z.string(),
      treatment: z.enum(['whole', 'masked', 'left-out']),
      shown: z.string().nullable(),
    }),
  ),
})

export const documentKindSchema = z.enum([
  'summary',
  'application',
  'calculation-sheet',
  'evidence-list',
  'demand-letter',
])
export type DocumentKind = z.infer<typeof documentKindSchema>
export const documentFormatSchema = z.enum(['pdf', 'docx', 'html', 'text', 'svg'])

export const renderedSchema = z.strictObject({
  file: outgoingFileSchema,
  /** The paper as text or HTML, for these formats. */
  text: z.string().nullable(),
  pages: z.int().nullable(),
  /** Characters that no font has and that are printed by their code. */
  substituted: z.array(z.strictObject({ char: z.string(), codePoint: z.string(), where: z.string() })),
})
