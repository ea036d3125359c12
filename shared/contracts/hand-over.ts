import { z } from 'zod'
import { civilDateSchema, momentSchema, sha256Schema } from '../call.ts'
import { contractContentSchema } from './life-shapes.ts'

/** What travels between the two sides of a contract (spec/bundle.md kinds `contract` and `contract-acceptance`). */

/** `contract.json`: the frozen contract, its hash, and the papers beside it. */
export const contractFileSchema = z.strictObject({
  format: z.literal('boan-contract'),
  version: z.literal(1),
  appVersion: z.string(),
  exportedAt: momentSchema,
  title: z.string(),
  /** SHA-256 of the canonical JSON (RFC 8785) of `content`. */
  contentSha256: sha256Schema,
  content: contractContentSchema,
  documents: z.array(
    z.strictObject({
      kind: z.enum(['pdf', 'docx']),
      /** Below `data/`. */
      file: z.string().min(1).max(500),
      sha256: sha256Schema,
      pages: z.int().nullable(),
    }),
  ),
})
export type ContractFile = z.infer<typeof contractFileSchema>

export const contractDecisions = ['accepted', 'declined'] as const

export const clauseRemarkSchema = z.strictObject({
  clauseId: z.string().min(1).max(100),
  text: z.string().trim().min(1).max(2000),
})

/** `acceptance.json`: what the other side answered, to which contract, as it was handed over. An acceptance is not a signature. */
export const acceptanceFileSchema = z.strictObject({
  format: z.literal('boan-contract-acceptance'),
  version: z.literal(1),
  appVersion: z.string(),
  title: z.string(),
  number: z.string(),
  contentSha256: sha256Schema,
  /** SHA-256 of the manifest of the bundle that was read: names every byte of it. */
  manifestSha256: sha256Schema,
  decision: z.enum(contractDecisions),
  /** The name as it was typed; no signature. */
  by: z.string().min(1).max(200),
  date: civilDateSchema,
  decidedAt: momentSchema,
  note: z.string().max(2000),
  remarks: z.array(clauseRemarkSchema).max(200),
})
export type AcceptanceFile = z.infer<typeof acceptanceFileSchema>
