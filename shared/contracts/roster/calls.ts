import { z } from 'zod'
import { defineCall, idSchema, intakeTokenSchema, momentSchema, sha256Schema } from '../../call.ts'
import { contractValuesSchema, optionalClausesSchema } from '../templates/template.ts'
import { accountMatchSchema } from './match-accounts.ts'

const headerRowSchema = z.int().min(1).max(1000)

const faultSchema = z.strictObject({
  row: z.int().nullable(),
  column: z.string(),
  value: z.string(),
  severity: z.enum(['error', 'warning']),
  sentence: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** How a roster becomes contracts: the file, where its table is, which column fills what, and what is the same for all. */
export const rosterPlanSchema = z.strictObject({
  token: intakeTokenSchema,
  /** '' for files without sheets. */
  sheet: z.string().max(200),
  headerRow: headerRowSchema,
  templateId: z.string().min(1).max(100),
  /** Column from 0 by target. */
  mapping: z.record(z.string().max(200), z.int().min(0).max(1023)),
  common: contractValuesSchema,
  optionalClauses: optionalClausesSchema,
})
export type RosterPlanInput = z.infer<typeof rosterPlanSchema>

const batchSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  templateId: z.string(),
  rosterName: z.string(),
  rosterSha256: sha256Schema,
  createdAt: momentSchema,
  contracts: z.int(),
  /** How many are issued, being issued and still drafts; voided ones aside. */
  issued: z.int(),
  issuing: z.int(),
  drafts: z.int(),
  accepted: z.int(),
  /** How many have their Word file. */
  words: z.int(),
})
export type ContractBatch = z.infer<typeof batchSchema>

export const rosterCalls = {
  'contracts.readRoster': defineCall({
    summary: 'The table of a roster as it is found: sheets, header row, columns, first rows.',
    effect: 'read',
    worker: 'documents',
    input: z.strictObject({
      token: intakeTokenSchema,
      sheet: z.string().max(200).optional(),
      headerRow: headerRowSchema.optional(),
    }),
    output: z.strictObject({
      fileName: z.string(),
      sheets: z.array(z.string()),
      sheet: z.string(),
      headerRow: z.int(),
      headers: z.array(z.string()),
      /** The first rows under the header, as they stand. */
      sample: z.array(z.strictObject({ row: z.int(), cells: z.array(z.string()) })),
      /** Rows above the header too, to choose another one. */
      top: z.array(z.strictObject({ row: z.int(), cells: z.array(z.string()) })),
      rows: z.int(),
    }),
  }),
  'contracts.checkRoster': defineCall({
    summary: 'Every row of a roster as a contract, with all that is wrong with it, before anything is made.',
    effect: 'read',
    worker: 'documents',
    long: true,
    input: rosterPlanSchema,
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          row: z.int(),
          name: z.string(),
          /** Of the party in this computer's records that the row names, if there is one. */
          knownPartyId: idSchema.nullable(),
          /** What the row calls the accounts it is about, and which known ones those are. */
          accounts: z.array(accountMatchSchema),
          errors: z.int(),
          warnings: z.int(),
        }),
      ),
      faults: z.array(faultSchema),
      ready: z.int(),
    }),
  }),
  'contracts.createBatch': defineCall({
    summary: 'Makes a draft of every row of a roster; refused while a row has an error, unless such rows are left out.',
    effect: 'write',
    worker: 'writer',
    input: rosterPlanSchema.extend({
      title: z.string().trim().min(1).max(200),
      /** Rows with errors are left out instead of refusing all. */
      leaveOutFaulty: z.boolean().default(false),
    }),
    output: z.strictObject({ batchId: idSchema, contractIds: z.array(idSchema), leftOut: z.int() }),
  }),
  'contracts.listBatches': defineCall({
    summary: 'Batches of contracts made from rosters, the latest first.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({}),
    output: z.strictObject({ batches: z.array(batchSchema) }),
  }),
}
