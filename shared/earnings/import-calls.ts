import { z } from 'zod'
import { defineCall, fenSchema, idSchema, intakeTokenSchema, momentSchema, outgoingFileSchema } from '../call.ts'
import {
  conflictSchema,
  failedPreviewSchema,
  importCountsSchema,
  ledgerChangeSchema,
  rejectedRowSchema,
  statementPreviewSchema,
  statementSchema,
} from './import-shapes.ts'
import { statementPresetSchema } from './statements/preset.ts'
import { orderRoles, orderStatuses } from './statements/rows.ts'

const reasonSchema = z.string().trim().min(1).max(500)

/** A file to be previewed, with what the person says about it. */
const fileChoiceSchema = z.strictObject({
  file: intakeTokenSchema,
  /** A shipped preset, or `mapping:<id>`; absent: found from the header row. */
  preset: z.string().max(200).optional(),
  /** Whose statement it is, for files that do not say. */
  account: z.string().trim().max(200).optional(),
  exportedAt: momentSchema.optional(),
  sheet: z.string().max(200).optional(),
  password: z.string().max(200).optional(),
})

/** Which rows of a payment list are kept: what the preview proposes, all income, all, none, or these rows. */
export const keepSchema = z.union([z.enum(['proposed', 'income', 'all', 'none']), z.array(z.int().min(1)).max(200_000)])
export type Keep = z.infer<typeof keepSchema>

const mappedFieldsSchema = z.partialRecord(
  z.enum([
    'orderId',
    'productId',
    'account',
    'roomId',
    'status',
    'paidAt',
    'settledAt',
    'ratePpm',
    'saleFen',
    'refundFen',
    'settledBaseFen',
    'estimatedCommissionFen',
    'commissionFen',
    'feeFen',
    'direction',
    'amountFen',
    'incomeFen',
    'expenseFen',
    'counterparty',
    'reference',
    'note',
    'startAt',
    'endAt',
  ]),
  z.string().min(1),
)

export const importCalls = {
  'earnings.previewStatements': defineCall({
    summary:
      'Reads statements and payment lists and plans their import: one decision per row, in the given order of files.',
    effect: 'write',
    worker: 'writer',
    long: true,
    input: z.strictObject({ files: z.array(fileChoiceSchema).min(1).max(100) }),
    output: z.strictObject({
      files: z.array(
        z.discriminatedUnion('ok', [
          z.strictObject({ ok: z.literal(true), preview: statementPreviewSchema }),
          z.strictObject({ ok: z.literal(false), failure: failedPreviewSchema }),
        ]),
      ),
    }),
  }),
  'earnings.importStatements': defineCall({
    summary: 'Carries out previews, exactly and all of them or none; refused when the ledger has changed since.',
    effect: 'write',
    worker: 'writer',
    long: true,
    input: z.strictObject({
      plans: z
        .array(
          z.strictObject({
            planId: idSchema,
            /** Of payment lists. */
            keep: keepSchema.default('proposed'),
            /** Of payment lists: whether the file itself is kept; other statements always are. */
            keepFile: z.boolean().default(false),
          }),
        )
        .min(1)
        .max(100),
      /** Adds the accounts of these files to this agreement's scope. */
      agreementId: idSchema.optional(),
    }),
    output: z.strictObject({
      statements: z.array(
        z.strictObject({
          planId: idSchema,
          /** Null when this very file was imported before. */
          statementId: idSchema.nullable(),
          file: z.string(),
          counts: importCountsSchema,
        }),
      ),
      changes: z.array(ledgerChangeSchema),
      /** Payments that wait until the person says who paid. */
      waitingPayments: z.int(),
    }),
  }),
  'earnings.listStatements': defineCall({
    summary: 'The history of imports, the newest first.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ withVoided: z.boolean().default(true) }),
    output: z.strictObject({ statements: z.array(statementSchema) }),
  }),
  'earnings.rejectedRows': defineCall({
    summary: 'Rows that a statement or a preview refused, in pages.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({
      statementId: idSchema.optional(),
      planId: idSchema.optional(),
      afterRow: z.int().min(0).default(0),
    }),
    output: z.strictObject({ rows: z.array(rejectedRowSchema), next: z.int().nullable() }),
  }),
  'earnings.rejectedCells': defineCall({
    summary:
      'Refused rows of a statement with all their cells, in pages: to be mended on screen. Columns about buyers are left out.',
    effect: 'read',
    worker: 'documents',
    input: z.strictObject({ statementId: idSchema, afterRow: z.int().min(0).default(0) }),
    output: z.strictObject({
      headers: z.array(z.string()),
      rows: z.array(rejectedRowSchema.extend({ cells: z.array(z.string()) })),
      /** What the person said the account is; '' when the file says so itself. */
      account: z.string(),
      next: z.int().nullable(),
    }),
  }),
  'earnings.exportRejected': defineCall({
    summary: 'The refused rows of a statement as they stand in its file, with the reason: to be mended and imported.',
    effect: 'read',
    worker: 'documents',
    long: true,
    input: z.strictObject({ statementId: idSchema, language: z.enum(['zh', 'en']).default('zh') }),
    output: outgoingFileSchema,
  }),
  'earnings.voidStatement': defineCall({
    summary: 'Takes an import back: its rows stop counting, but for those that another file holds too.',
    effect: 'write',
    worker: 'writer',
    long: true,
    input: z.strictObject({ statementId: idSchema, reason: reasonSchema }),
    output: z.strictObject({ changes: z.array(ledgerChangeSchema) }),
  }),
  'earnings.restoreStatement': defineCall({
    summary: 'Brings back an import that was taken back.',
    effect: 'write',
    worker: 'writer',
    long: true,
    input: z.strictObject({ statementId: idSchema }),
    output: z.strictObject({ changes: z.array(ledgerChangeSchema) }),
  }),
  'earnings.listConflicts': defineCall({
    summary: 'Order lines of which two statements, equally new, say different amounts.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ after: z.string().nullable().default(null) }),
    output: z.strictObject({
      conflicts: z.array(conflictSchema),
      total: z.int(),
      next: z.string().nullable(),
    }),
  }),
  'earnings.decideConflicts': defineCall({
    summary: 'Says which version of lines in conflict counts.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      choices: z
        .array(z.strictObject({ lineId: z.string().max(20), version: z.int().min(1) }))
        .min(1)
        .max(1_000),
    }),
    output: z.strictObject({ changes: z.array(ledgerChangeSchema) }),
  }),
  'earnings.listPresets': defineCall({
    summary: 'The lists BoAn knows, and the mappings the person made.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({}),
    output: z.strictObject({
      presets: z.array(
        z.strictObject({
          id: z.string(),
          kind: z.enum(['orders', 'payments', 'sessions']),
          platform: z.string(),
          role: z.enum(orderRoles).nullable(),
        }),
      ),
      mappings: z.array(z.strictObject({ id: z.string(), name: z.string(), preset: statementPresetSchema })),
    }),
  }),
  'earnings.saveMapping': defineCall({
    summary: 'Keeps what the columns of an unknown list mean, under a name; at least date, amount and status.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      id: idSchema.optional(),
      name: z.string().trim().min(1).max(100),
      kind: z.enum(['orders', 'payments', 'sessions']),
      platform: z
        .string()
        .regex(/^[a-z0-9-]+$/)
        .max(60),
      role: z.enum(orderRoles).optional(),
      /** Field → header name. */
      columns: mappedFieldsSchema,
      /** Of orders: the file's words for each status. */
      statusWords: z.partialRecord(z.enum(orderStatuses), z.array(z.string().min(1))).optional(),
      /** Of orders without a status column. */
      statusWhenAbsent: z.enum(orderStatuses).optional(),
      /** Of payments: the words that mean money in and money out, else the sign says it. */
      incomeWords: z.array(z.string().min(1)).optional(),
      expenseWords: z.array(z.string().min(1)).optional(),
      signRule: z.enum(['income-positive', 'spending-positive']).optional(),
    }),
    output: z.strictObject({ id: idSchema, preset: z.string() }),
  }),
  'earnings.voidMapping': defineCall({
    summary: 'Takes a mapping off the list; statements read with it stay as they are.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ id: idSchema }),
    output: z.strictObject({}),
  }),
  'earnings.listWaitingPayments': defineCall({
    summary: 'Kept rows of payment lists that are no payment of the ledger yet, because nobody has said who paid.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({}),
    output: z.strictObject({
      payments: z.array(
        z.strictObject({
          id: z.int(),
          platform: z.string(),
          reference: z.string(),
          paidAt: momentSchema,
          amountFen: fenSchema,
          counterparty: z.string(),
        }),
      ),
    }),
  }),
  'earnings.assignPayments': defineCall({
    summary: 'Says who paid kept rows of payment lists: they become payments of the ledger.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ ids: z.array(z.int().min(1)).min(1).max(5_000), payerId: idSchema }),
    output: z.strictObject({}),
  }),
}
