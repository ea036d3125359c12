import { z } from 'zod'
import { civilDateSchema, fenSchema, idSchema, momentSchema, sha256Schema } from '../call.ts'
import { orderRoles, orderStatuses, paymentClasses } from './statements/rows.ts'

/** What the calls of the import answer with; the calls themselves are in import-calls.ts. */

const countSchema = z.int().min(0)

/** What happens to each row (spec/earnings.md 'Importing statements'); the seven add up to the file's rows. */
const decisionCountsSchema = z.strictObject({
  new: countSchema,
  repeated: countSchema,
  superseding: countSchema,
  superseded: countSchema,
  conflict: countSchema,
  ignored: countSchema,
  rejected: countSchema,
})
export type DecisionCounts = z.infer<typeof decisionCountsSchema>
export type Decision = keyof DecisionCounts

/** What became of the rows: accepted = new + superseding, rejected = faulty + conflicts not decided. They add up to `rows`. */
export const importCountsSchema = z.strictObject({
  accepted: countSchema,
  repeated: countSchema,
  superseded: countSchema,
  rejected: countSchema,
  ignored: countSchema,
})
export type ImportCounts = z.infer<typeof importCountsSchema>

const orderSumSchema = z.strictObject({
  rows: countSchema,
  saleFen: fenSchema,
  estimatedCommissionFen: fenSchema,
  settledBaseFen: fenSchema,
  commissionFen: fenSchema,
  feeFen: fenSchema,
})
export type OrderSum = z.infer<typeof orderSumSchema>
const paymentSumSchema = z.strictObject({ rows: countSchema, amountFen: fenSchema })
export type PaymentSum = z.infer<typeof paymentSumSchema>

/** Of orders by status, of payments by class; every row that is one, whatever its decision. */
const statementSumsSchema = z.union([
  z.partialRecord(z.enum(orderStatuses), orderSumSchema),
  z.partialRecord(z.enum(paymentClasses), paymentSumSchema),
  z.strictObject({ sessions: z.strictObject({ rows: countSchema, minutes: countSchema }) }),
])
export type StatementSums = z.infer<typeof statementSumsSchema>

/** A row that was refused: `row` is the line of the file or sheet from 1, `code` has its sentence under `errors.` of import.json. */
export const rejectedRowSchema = z.strictObject({
  row: z.int().min(1),
  column: z.string(),
  value: z.string(),
  code: z.string(),
})
export type RejectedRow = z.infer<typeof rejectedRowSchema>

const decisionSchema = z.enum(['new', 'repeated', 'superseding', 'superseded', 'conflict', 'ignored', 'rejected'])

/** An order as it will be stored. */
const previewOrderSchema = z.strictObject({
  row: z.int(),
  decision: decisionSchema,
  orderId: z.string(),
  productId: z.string(),
  account: z.string(),
  status: z.enum(orderStatuses),
  paidAt: momentSchema,
  settledAt: momentSchema.nullable(),
  saleFen: fenSchema.nullable(),
  refundFen: fenSchema.nullable(),
  settledBaseFen: fenSchema.nullable(),
  ratePpm: z.int().nullable(),
  estimatedCommissionFen: fenSchema.nullable(),
  commissionFen: fenSchema.nullable(),
  feeFen: fenSchema.nullable(),
})

/** A payment as it would be stored; `keep` = proposed (income from a known payer, or all income while no payer is known). */
const previewPaymentSchema = z.strictObject({
  row: z.int(),
  decision: decisionSchema,
  keep: z.boolean(),
  class: z.enum(paymentClasses),
  paidAt: momentSchema,
  amountFen: fenSchema,
  counterparty: z.string(),
  /** The party of that name, when there is one. */
  partyId: idSchema.nullable(),
  subject: z.string(),
  status: z.string(),
  reference: z.string(),
})

const previewSessionSchema = z.strictObject({
  row: z.int(),
  decision: decisionSchema,
  account: z.string(),
  roomId: z.string(),
  start: momentSchema,
  end: momentSchema,
})

const ignoredCountsSchema = z.partialRecord(
  z.enum(['blank', 'total', 'repeated-header', 'explanation', 'note', 'not-ticked', 'not-a-payment']),
  countSchema,
)

/** Of rows that count (paid, received or settled), whatever their decision: how many lack what a commission may look at. */
const lackingCountsSchema = z.strictObject({
  /** Neither a sale nor a settled base: kept as a sale of 0. */
  sale: countSchema,
  /** Settled, but not when: such a line counts in no cycle as settled (spec/compute.md C6). */
  settledAt: countSchema,
})
export type LackingCounts = z.infer<typeof lackingCountsSchema>

const presetSourceSchema = z.enum(['header', 'person', 'mapping'])
const exportedFromSchema = z.enum(['person', 'preamble', 'name', 'rows'])

/** A binding preview of one file (design.md 'Preview'). */
export const statementPreviewSchema = z.strictObject({
  planId: idSchema,
  file: z.string(),
  sha256: sha256Schema,
  sizeBytes: z.int(),
  /** The table inside a zip; null when the file is the table. */
  inner: z.string().nullable(),
  kind: z.enum(['orders', 'payments', 'sessions']),
  preset: z.string(),
  /** Why BoAn thinks so: its header row, the person's choice, or a mapping the person made. */
  presetFrom: presetSourceSchema,
  platform: z.string(),
  role: z.enum(orderRoles).nullable(),
  /** Of text files: utf-8, utf-16le, utf-16be, gb18030; of workbooks null. */
  encoding: z.string().nullable(),
  sheet: z.string().nullable(),
  /** Sheets of the workbook; another one can be chosen. */
  sheets: z.array(z.string()),
  headerRow: z.int(),
  headers: z.array(z.string()),
  /** Which column (by its header) each field is read from. */
  columns: z.array(z.strictObject({ field: z.string(), header: z.string() })),
  /** Columns about buyers: not stored, and the file leaves this computer only redacted. */
  buyerColumns: z.array(z.string()),
  rows: countSchema,
  decisions: decisionCountsSchema,
  ignored: ignoredCountsSchema,
  sums: statementSumsSchema,
  /** Null where no order row was read: other lists, and a file that is imported already. */
  lacking: lackingCountsSchema.nullable(),
  /** The first 1 000; `earnings.rejectedRows` gives the others. */
  rejected: z.array(rejectedRowSchema),
  exportedAt: momentSchema,
  exportedFrom: exportedFromSchema,
  periodFrom: civilDateSchema.nullable(),
  periodTo: civilDateSchema.nullable(),
  /** Accounts in it, the largest first; the first 1 000. */
  accounts: z.array(z.strictObject({ account: z.string(), name: z.string(), rows: countSchema })),
  accountCount: countSchema,
  /** The file does not say whose it is: the person may. */
  asksAccount: z.boolean(),
  /** This very file (and sheet) is imported already: nothing will change. */
  alreadyImported: idSchema.nullable(),
  /** The first rows and the strange ones. */
  orders: z.array(previewOrderSchema),
  payments: z.array(previewPaymentSchema),
  sessions: z.array(previewSessionSchema),
})
export type StatementPreview = z.infer<typeof statementPreviewSchema>

/** A file no preset knows: what is needed to map it (`earnings.saveMapping`). */
export const unknownLayoutSchema = z.strictObject({
  encoding: z.string().nullable(),
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
  headerRow: z.int(),
  headers: z.array(z.string()),
  /** The first rows of the file with their line numbers. */
  sample: z.array(z.strictObject({ row: z.int(), cells: z.array(z.string()) })),
})

const errorDataSchema = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  where: z
    .strictObject({
      file: z.string().optional(),
      sheet: z.string().optional(),
      row: z.int().optional(),
      column: z.string().optional(),
      value: z.string().optional(),
    })
    .optional(),
})

/** A file that cannot be read, and why; with `unknown` when it only has to be mapped. */
export const failedPreviewSchema = z.strictObject({
  file: z.string(),
  error: errorDataSchema,
  unknown: unknownLayoutSchema.nullable(),
})

/** One imported file (or sheet) in the history. */
export const statementSchema = z.strictObject({
  id: idSchema,
  file: z.string(),
  sha256: sha256Schema,
  isKept: z.boolean(),
  kind: z.enum(['orders', 'payments', 'sessions']),
  preset: z.string(),
  platform: z.string(),
  role: z.enum(orderRoles).nullable(),
  encoding: z.string().nullable(),
  sheet: z.string().nullable(),
  headerRow: z.int(),
  exportedAt: momentSchema,
  exportedFrom: exportedFromSchema,
  periodFrom: civilDateSchema.nullable(),
  periodTo: civilDateSchema.nullable(),
  rows: countSchema,
  counts: importCountsSchema,
  decisions: decisionCountsSchema,
  sums: statementSumsSchema,
  importedAt: momentSchema,
  voidedAt: momentSchema.nullable(),
  voidReason: z.string().nullable(),
})
export type StatementRecord = z.infer<typeof statementSchema>

/** A figure of the ledger that an import (or taking one back) moved. */
export const ledgerChangeSchema = z.strictObject({
  agreementId: idSchema,
  cycle: z.string(),
  expectedBeforeFen: fenSchema,
  expectedAfterFen: fenSchema,
})

/** One of the versions that claim to be the newest of a line. */
const conflictVersionSchema = z.strictObject({
  version: z.int(),
  counts: z.boolean(),
  file: z.string(),
  row: z.int(),
  exportedAt: momentSchema,
  status: z.enum(orderStatuses),
  saleFen: fenSchema,
  refundFen: fenSchema.nullable(),
  settledBaseFen: fenSchema.nullable(),
  estimatedCommissionFen: fenSchema.nullable(),
  commissionFen: fenSchema.nullable(),
  feeFen: fenSchema.nullable(),
})

export const conflictSchema = z.strictObject({
  lineId: z.string(),
  platform: z.string(),
  account: z.string(),
  orderId: z.string(),
  productId: z.string(),
  versions: z.array(conflictVersionSchema).min(2),
})
