import { z } from 'zod'
import {
  civilDateSchema,
  defineCall,
  fenSchema,
  intakeTokenSchema,
  momentSchema,
  outgoingFileSchema,
  sha256Schema,
} from '../call.ts'
import { formulaSchema } from '../earnings/ledger-shapes.ts'
import { bundleKinds } from './bag.ts'
import { bundleContentSchema } from './contents.ts'
import { fileFaultSchema, verificationSchema } from './verification.ts'

/** How a file of a bundle can be shown inside the app; `none` is only saved (spec/bundle.md 'Hostile files'). */
const previewSchema = z.enum(['image', 'pdf', 'audio', 'video', 'text', 'none'])
export type BundlePreview = z.infer<typeof previewSchema>

const entrySchema = z.strictObject({
  /** Below `data/`. */
  path: z.string(),
  sizeBytes: z.int(),
  preview: previewSchema,
  fault: fileFaultSchema.shape.fault.nullable(),
})
export type BundleEntry = z.infer<typeof entrySchema>

const openedBundleSchema = z.strictObject({
  /** SHA-256 of the file: its id on this computer. */
  id: sha256Schema,
  verification: verificationSchema,
  /** Null when it cannot be read; a damaged bundle is shown as far as it goes. */
  content: bundleContentSchema.nullable(),
  entries: z.array(entrySchema),
})
export type OpenedBundle = z.infer<typeof openedBundleSchema>

const receivedSchema = z.strictObject({
  id: sha256Schema,
  name: z.string(),
  kind: z.enum(bundleKinds).nullable(),
  sender: z.string(),
  externalId: z.string(),
  title: z.string(),
  sizeBytes: z.int(),
  receivedAt: momentSchema,
  openedAt: momentSchema,
})
export type ReceivedBundle = z.infer<typeof receivedSchema>

/** A cycle of a received case, computed here from the file's own rows and terms: never what the sender's computer said. */
const workingSchema = z.strictObject({
  agreement: z.string(),
  cycle: z.string(),
  from: civilDateSchema,
  to: civilDateSchema,
  dueDate: civilDateSchema.nullable(),
  steps: z.array(
    z.strictObject({
      kind: z.enum(['base', 'commission', 'slotFee', 'bonus', 'guarantee', 'recoup']),
      id: z.string(),
      label: z.string(),
      amountFen: fenSchema,
      formula: formulaSchema,
      basis: formulaSchema.nullable(),
    }),
  ),
  expectedFen: fenSchema,
  withheldFen: fenSchema,
  acknowledgedFen: fenSchema.nullable(),
  allowedFen: fenSchema,
  paidFen: fenSchema,
  outstandingFen: fenSchema,
  deductions: z.array(
    z.strictObject({
      id: z.string(),
      statedReason: z.string(),
      amountFen: fenSchema,
      allowedFen: fenSchema,
      reason: formulaSchema,
    }),
  ),
  payments: z.array(
    z.strictObject({
      id: z.string(),
      date: civilDateSchema,
      amountFen: fenSchema,
      channel: z.string(),
      reference: z.string(),
    }),
  ),
  interest: z.strictObject({
    interestFen: fenSchema,
    kind: z.enum(['lpr-1y', 'daily']).nullable(),
    periods: z.array(
      z.strictObject({
        from: civilDateSchema,
        to: civilDateSchema,
        days: z.int(),
        principalFen: fenSchema,
        ratePpm: z.int(),
      }),
    ),
  }),
  /** Order lines that count in it. */
  lines: z.int(),
})
export type Working = z.infer<typeof workingSchema>

/** One order line behind a figure, with its place in the sender's imported file. Money in fen. */
const shownLineSchema = z.strictObject({
  id: z.string(),
  orderId: z.string(),
  productId: z.string(),
  status: z.string(),
  paidAt: z.string(),
  settledAt: z.string().nullable(),
  saleFen: z.int().nullable(),
  settledBaseFen: z.int().nullable(),
  commissionFen: z.int().nullable(),
  statementId: z.string(),
  sheet: z.string(),
  row: z.int().nullable(),
})
export type ShownLine = z.infer<typeof shownLineSchema>

const byId = z.strictObject({ id: sha256Schema })

export const bundleCalls = {
  'bundles.verify': defineCall({
    summary: 'The six answers about a received bundle; nothing is kept.',
    effect: 'read',
    worker: 'documents',
    long: true,
    input: z.strictObject({ token: intakeTokenSchema }),
    output: verificationSchema,
  }),
  'bundles.open': defineCall({
    summary:
      'Verifies a received bundle and shows its content, read-only. A new file is kept under received/; note it with bundles.remember.',
    effect: 'read',
    worker: 'documents',
    long: true,
    input: z.strictObject({ token: intakeTokenSchema }).or(byId),
    output: openedBundleSchema,
  }),
  'bundles.remember': defineCall({
    summary: 'Puts an opened bundle on the list and remembers its key when this sender had none before.',
    effect: 'write',
    worker: 'writer',
    input: byId.extend({ name: z.string().min(1).max(300) }),
    output: receivedSchema,
  }),
  'bundles.acceptKey': defineCall({
    summary: 'Remembers the key of an opened bundle beside the sender’s earlier one, after the person has compared it.',
    effect: 'write',
    worker: 'writer',
    input: byId,
    output: z.strictObject({ fingerprint: sha256Schema, sender: z.string(), since: civilDateSchema }),
  }),
  'bundles.list': defineCall({
    summary: 'Received bundles, the last opened first.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({}),
    output: z.strictObject({ bundles: z.array(receivedSchema) }),
  }),
  'bundles.remove': defineCall({
    summary: 'Deletes this computer’s copy of a received bundle; what is known of its key stays.',
    effect: 'write',
    worker: 'writer',
    input: byId,
    output: z.strictObject({}),
  }),
  'bundles.file': defineCall({
    summary:
      'One file out of a received bundle, to be shown or saved; says how it can be shown by its bytes, not its name.',
    effect: 'read',
    worker: 'documents',
    input: byId.extend({ path: z.string().min(1).max(1100) }),
    output: z.strictObject({ file: outgoingFileSchema, sha256: sha256Schema, preview: previewSchema }),
  }),
  'bundles.working': defineCall({
    summary: 'How one cycle of a received case comes about, computed again from the file itself.',
    effect: 'read',
    worker: 'documents',
    input: byId.extend({ agreementId: z.string(), cycle: z.string() }),
    output: workingSchema,
  }),
  'bundles.lines': defineCall({
    summary: 'The order lines behind one cycle of a received case, 200 at a time, each with file, sheet and row.',
    effect: 'read',
    worker: 'documents',
    input: byId.extend({
      agreementId: z.string(),
      cycle: z.string(),
      /** How many lines to pass over. */
      offset: z.int().min(0),
    }),
    output: z.strictObject({ total: z.int(), lines: z.array(shownLineSchema) }),
  }),
}
