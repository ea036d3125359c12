import { z } from 'zod'
import { civilDateSchema, defineCall, idSchema, momentSchema } from '../call.ts'
import { payTermsSchema } from '../earnings/terms.ts'
import { exampleFiguresSchema } from './example-figures.ts'
import { practiceSchema } from './practice.ts'
import { scopeSchema, statementAccountSchema } from './scope.ts'

const titleSchema = z.string().trim().min(1).max(200)
const noteSchema = z.string().max(2000)
const reasonSchema = z.string().trim().min(1).max(500)
const evidenceIdsSchema = z.array(idSchema).max(200)

/** Terms in force from a day; `to` only where they end before the agreement does. */
export const newVersionSchema = z.strictObject({
  from: civilDateSchema,
  to: civilDateSchema.nullable().default(null),
  terms: payTermsSchema,
  /** Evidence that these terms rest on: the contract, a chat. */
  evidenceIds: evidenceIdsSchema.default([]),
  note: noteSchema.default(''),
  /** A slip in an earlier version: it is voided with this reason as the new one takes its place. */
  replaces: z.strictObject({ versionId: idSchema, reason: reasonSchema }).optional(),
})

const partyNameSchema = z.strictObject({ id: idSchema, name: z.string() })

export const agreementVersionSchema = z.strictObject({
  id: idSchema,
  /** In the order in which they were given, from 1. */
  position: z.int(),
  from: civilDateSchema,
  to: civilDateSchema.nullable(),
  terms: payTermsSchema,
  evidenceIds: z.array(z.string()),
  note: z.string(),
  createdAt: momentSchema,
  voidedAt: momentSchema.nullable(),
  voidReason: z.string().nullable(),
})
export type AgreementVersion = z.infer<typeof agreementVersionSchema>

const agreementShape = {
  id: idSchema,
  title: z.string(),
  payer: partyNameSchema,
  payee: partyNameSchema,
  /** What the person using this computer is in it; `none` while they have not said who they are, or for other people's. */
  self: z.enum(['payer', 'payee', 'none']),
  from: civilDateSchema,
  to: civilDateSchema.nullable(),
  scope: scopeSchema,
  note: z.string(),
  createdAt: momentSchema,
  voidedAt: momentSchema.nullable(),
  voidReason: z.string().nullable(),
}

export const agreementRowSchema = z.strictObject({
  ...agreementShape,
  /** Versions that are not voided. */
  versions: z.int(),
  /** In force on the day asked about, else the nearest; null while there are no terms yet. */
  terms: payTermsSchema.nullable(),
})
export type AgreementRow = z.infer<typeof agreementRowSchema>

export const agreementSchema = z.strictObject({
  ...agreementShape,
  versions: z.array(agreementVersionSchema),
  /** What the versions and their terms rest on. */
  evidence: z.array(z.strictObject({ id: idSchema, title: z.string(), kind: z.string(), sha256: z.string() })),
})
export type AgreementDetail = z.infer<typeof agreementSchema>

export const contractCalls = {
  'contracts.saveAgreement': defineCall({
    summary:
      'Adds an agreement (without id: payer, payee and start needed), with first terms or without, or changes one; only the fields given.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      id: idSchema.optional(),
      /** Without one, a new agreement is called after the other side. */
      title: titleSchema.optional(),
      payerId: idSchema.optional(),
      payeeId: idSchema.optional(),
      from: civilDateSchema.optional(),
      to: civilDateSchema.nullable().optional(),
      scope: scopeSchema.optional(),
      note: noteSchema.optional(),
      /** First or further terms in the same step, such as when the start moves to before the terms there are. */
      version: newVersionSchema.optional(),
    }),
    output: agreementSchema,
  }),
  'contracts.addVersion': defineCall({
    summary: 'Terms from a day on; what was in force before stays as it was.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ agreementId: idSchema, ...newVersionSchema.shape }),
    output: agreementSchema,
  }),
  'contracts.voidVersion': defineCall({
    summary: 'Takes a version that should never have been there out of the computation; it stays in the history.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ versionId: idSchema, reason: reasonSchema }),
    output: agreementSchema,
  }),
  'contracts.restoreVersion': defineCall({
    summary: 'Brings a voided version back.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ versionId: idSchema }),
    output: agreementSchema,
  }),
  'contracts.endAgreement': defineCall({
    summary: 'Sets the last day of an agreement, or with null leaves its end open again.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ id: idSchema, to: civilDateSchema.nullable() }),
    output: agreementSchema,
  }),
  'contracts.addScopeAccounts': defineCall({
    summary: 'Makes the agreement take lines of these accounts too; a scope that is not restricted stays so.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ id: idSchema, accounts: z.array(statementAccountSchema).min(1).max(200) }),
    output: agreementSchema,
  }),
  'contracts.voidAgreement': defineCall({
    summary: 'Takes an agreement that should never have been there out of lists and ledger; it can be brought back.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ id: idSchema, reason: reasonSchema }),
    output: agreementSchema,
  }),
  'contracts.restoreAgreement': defineCall({
    summary: 'Brings a voided agreement back into lists and ledger.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ id: idSchema }),
    output: agreementSchema,
  }),
  'contracts.listAgreements': defineCall({
    summary: 'Agreements, those in force first, each with the terms of the day asked about.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ onDay: civilDateSchema, withVoided: z.boolean().default(false) }),
    output: z.strictObject({ agreements: z.array(agreementRowSchema) }),
  }),
  'contracts.getAgreement': defineCall({
    summary: 'One agreement with every version of its terms, voided ones included, and the evidence they rest on.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ id: idSchema }),
    output: agreementSchema,
  }),
  'contracts.practice': defineCall({
    summary:
      'Rates that the last twelve whole months of an agreement fit, each month with how well: to be proposed as terms.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ agreementId: idSchema }),
    output: z.strictObject({ practices: z.array(practiceSchema) }),
  }),
  'contracts.exampleFigures': defineCall({
    summary:
      'The last whole month of a scope, summed by day, to try terms out on; null while there are no order lines.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ scope: scopeSchema, onDay: civilDateSchema }),
    output: z.strictObject({ figures: exampleFiguresSchema.nullable() }),
  }),
  'contracts.suggestAgreement': defineCall({
    summary:
      'For the accounts of an import: which agreements take them already, and a scope and payers for one that would.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ accounts: z.array(statementAccountSchema).max(1000) }),
    output: z.strictObject({
      accounts: z.array(
        z.strictObject({
          ...statementAccountSchema.shape,
          agreements: z.array(z.strictObject({ id: idSchema, title: z.string() })),
        }),
      ),
      /** For an agreement about the accounts that none takes yet. */
      scope: scopeSchema,
      /** Known payers, the likeliest first: of the same platform, then of the latest agreement. */
      payers: z.array(partyNameSchema),
      payeeId: idSchema.nullable(),
    }),
  }),
}
