import { z } from 'zod'
import { civilDateSchema, idSchema, momentSchema, sha256Schema } from '../call.ts'
import { payTermsSchema } from '../earnings/terms.ts'
import { relations } from '../earnings/vocabulary.ts'
import {
  contractActions,
  contractEventKinds,
  contractOrigins,
  contractStandings,
  contractStates,
  signatureWays,
} from './life.ts'
import { scopeSchema } from './scope.ts'
import { builtContractSchema } from './templates/built.ts'
import { contractValuesSchema, optionalClausesSchema, partySnapshotSchema } from './templates/template.ts'

/** What calls and bundles say about a contract. Money in fen, civil dates, moments in UTC. */

/**
 * A contract as it is frozen at issue: everything its papers were made from. Canonical JSON of it is what `contentSha256` names;
 * a changed letter is another contract.
 */
export const contractContentSchema = z.strictObject({
  format: z.literal('boan-contract-content'),
  version: z.literal(1),
  number: z.string().min(1).max(60),
  title: z.string().min(1).max(200),
  templateId: z.string().min(1).max(100),
  templateVersion: z.int().min(1),
  relation: z.enum(relations),
  /** Moment of issue, UTC. */
  issuedAt: momentSchema,
  values: contractValuesSchema,
  optionalClauses: optionalClausesSchema,
  payer: partySnapshotSchema,
  payee: partySnapshotSchema,
  from: civilDateSchema,
  to: civilDateSchema.nullable(),
  scope: scopeSchema,
  /** What is computed; null for a paper that says nothing about pay to come. */
  terms: payTermsSchema.nullable(),
  /** The text as it was printed, clause by clause. */
  built: builtContractSchema,
  /** The contract that this one amends. */
  amends: z.strictObject({ number: z.string(), contentSha256: sha256Schema }).nullable(),
})
export type ContractContent = z.infer<typeof contractContentSchema>

const nameSchema = z.strictObject({ id: idSchema.nullable(), name: z.string() })

const rowShape = {
  id: idSchema,
  origin: z.enum(contractOrigins),
  state: z.enum(contractStates),
  standing: z.enum(contractStandings),
  title: z.string(),
  /** Null before issue, and where a contract made elsewhere has none. */
  number: z.string().nullable(),
  templateId: z.string().nullable(),
  relation: z.enum(relations),
  payer: nameSchema,
  payee: nameSchema,
  /** What the person using this computer is in it. */
  self: z.enum(['payer', 'payee', 'none']),
  from: civilDateSchema.nullable(),
  to: civilDateSchema.nullable(),
  endedOn: civilDateSchema.nullable(),
  agreementId: idSchema.nullable(),
  batchId: idSchema.nullable(),
  updatedAt: momentSchema,
}

export const contractRowSchema = z.strictObject(rowShape)
export type ContractRow = z.infer<typeof contractRowSchema>

export const contractEventSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(contractEventKinds),
  date: civilDateSchema,
  at: momentSchema,
  /** Who accepted, declined or signed, as they wrote their name. */
  by: z.string(),
  way: z.enum(signatureWays).nullable(),
  note: z.string(),
  evidenceIds: z.array(idSchema),
  /** What was said to single clauses, by clause id. */
  remarks: z.array(z.strictObject({ clauseId: z.string(), text: z.string() })),
})
export type ContractEvent = z.infer<typeof contractEventSchema>

const fileSchema = z.strictObject({
  kind: z.enum(['pdf', 'docx', 'evidence', 'bundle']),
  name: z.string(),
  sha256: sha256Schema,
})

const relatedSchema = z.strictObject({
  id: idSchema,
  number: z.string().nullable(),
  title: z.string(),
  standing: z.enum(contractStandings),
})

export const contractDetailSchema = z.strictObject({
  ...rowShape,
  templateVersion: z.int().nullable(),
  values: contractValuesSchema,
  optionalClauses: optionalClausesSchema,
  scope: scopeSchema,
  terms: payTermsSchema.nullable(),
  note: z.string(),
  /** Frozen at issue; null while it is a draft, and for what was made elsewhere. */
  content: contractContentSchema.nullable(),
  contentSha256: sha256Schema.nullable(),
  issuedAt: momentSchema.nullable(),
  pages: z.int().nullable(),
  files: z.array(fileSchema),
  evidence: z.array(z.strictObject({ id: idSchema, title: z.string(), kind: z.string(), sha256: sha256Schema })),
  events: z.array(contractEventSchema),
  actions: z.array(z.enum(contractActions)),
  amends: relatedSchema.nullable(),
  amendedBy: z.array(relatedSchema),
  createdAt: momentSchema,
  voidedAt: momentSchema.nullable(),
  voidReason: z.string().nullable(),
})
export type ContractDetail = z.infer<typeof contractDetailSchema>
