import { z } from 'zod'
import { civilDateSchema, fenSchema, idSchema, momentSchema, sha256Schema } from '../call.ts'
import { cycleStatusSchema, formulaSchema } from './ledger-shapes.ts'
import { paymentKinds, withholdingKinds } from './vocabulary.ts'

/** What the payer's calls answer with; the calls themselves are in settlement-calls.ts. All money in fen. */

export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const nameSchema = z.strictObject({ id: idSchema, name: z.string() })

/** The figures of one agreement in one cycle as a payer settles them. */
const itemFigures = {
  expectedFen: fenSchema,
  withheldFen: fenSchema,
  deductedFen: fenSchema,
  allowedFen: fenSchema,
  paidFen: fenSchema,
  outstandingFen: fenSchema,
  /** What is to be paid for it now: what is outstanding, never below 0. */
  payableFen: z.int().min(0),
}

const cyclePlace = {
  agreementId: z.string(),
  title: z.string(),
  cycle: z.string(),
  from: civilDateSchema,
  to: civilDateSchema,
  dueDate: civilDateSchema.nullable(),
}

/** Something to look at before a month is settled; those of `blockingWarnings` keep the cycle out of a run. */
export const settlementWarnings = [
  'no-terms',
  'not-over',
  'in-run',
  'missing-sessions',
  'missing-amounts',
  'unconfirmed',
  'deductions-not-held',
  'overpaid',
  'no-due-date',
] as const
export type SettlementWarning = (typeof settlementWarnings)[number]
export const blockingWarnings: readonly SettlementWarning[] = ['no-terms', 'not-over', 'in-run']

/** Begins a reason of the app's own for leaving a cycle out of a run; a warning follows. Any other reason is the person's words. */
export const excludedByWarning = 'code:'

/** One agreement in one cycle that ends in the month. */
export const settlementRowSchema = z.strictObject({
  ...cyclePlace,
  agreementId: idSchema,
  payee: nameSchema,
  ...itemFigures,
  status: cycleStatusSchema,
  warnings: z.array(z.enum(settlementWarnings)),
  /** The live run that it stands in and that is not paid yet. */
  run: z.strictObject({ id: idSchema, number: z.string() }).nullable(),
})
export type SettlementRow = z.infer<typeof settlementRowSchema>

export const settlementTotalsSchema = z.strictObject(itemFigures)
export type SettlementTotals = z.infer<typeof settlementTotalsSchema>

/** One agreement and cycle in a 结算单, with all that explains its figures. */
export const statementItemSchema = z.strictObject({
  ...cyclePlace,
  ...itemFigures,
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
  withholdings: z.array(z.strictObject({ kind: z.enum(withholdingKinds), amountFen: fenSchema })),
  deductions: z.array(
    z.strictObject({
      statedReason: z.string(),
      termLabel: z.string().nullable(),
      amountFen: fenSchema,
      allowedFen: fenSchema,
      /** Whether it holds and why: a key under `deductions.` of earnings.json. */
      reason: formulaSchema,
    }),
  ),
  /** Paid before the run, as far as it counts in this cycle. */
  payments: z.array(
    z.strictObject({
      date: civilDateSchema,
      kind: z.enum(paymentKinds),
      amountFen: fenSchema,
      channel: z.string(),
      reference: z.string(),
    }),
  ),
  /** The order lines behind it, added up. */
  lines: z.strictObject({ count: z.int().min(0), saleFen: fenSchema, refundFen: fenSchema }),
  /** Lines that lack an amount the terms need. */
  missing: z.int().min(0),
})
export type StatementItem = z.infer<typeof statementItemSchema>

/** What a 结算单 says, frozen with its run: the same in the database, in the paper and in the bundle. */
export const statementContentSchema = z.strictObject({
  /** JS-2026-08-001-03: the run's number and the place in it. */
  number: z.string(),
  month: monthSchema,
  /** The day on which the figures were taken. */
  asOf: civilDateSchema,
  payer: z.strictObject({ name: z.string(), creditCode: z.string().nullable() }),
  payee: z.strictObject({ name: z.string() }),
  items: z.array(statementItemSchema).min(1),
  totals: settlementTotalsSchema,
  /** The earliest due date of what is to be paid; null where nothing is, or no term sets a day. */
  payBy: civilDateSchema.nullable(),
})
export type StatementContent = z.infer<typeof statementContentSchema>

export const statementStates = ['nothing', 'unpaid', 'part', 'paid'] as const

export const runSummarySchema = z.strictObject({
  id: idSchema,
  number: z.string(),
  month: monthSchema,
  asOf: civilDateSchema,
  createdAt: momentSchema,
  note: z.string(),
  /** SHA-256 over all frozen statements: names the run. */
  sha256: sha256Schema,
  voidedAt: momentSchema.nullable(),
  voidReason: z.string().nullable(),
  statements: z.int(),
  /** Statements with something to pay, and how many of them are paid. */
  toPay: z.int(),
  paid: z.int(),
  payableFen: fenSchema,
  paidFen: fenSchema,
})
export type RunSummary = z.infer<typeof runSummarySchema>

const runItemSchema = z.strictObject({
  ...cyclePlace,
  agreementId: idSchema,
  ...itemFigures,
  /** What the ledger says today less what was frozen (expected − withheld − allowed); null when the cycle is gone from it. */
  changedFen: fenSchema.nullable(),
})

export const runStatementSchema = z.strictObject({
  id: idSchema,
  number: z.string(),
  payee: nameSchema,
  payBy: civilDateSchema.nullable(),
  totals: settlementTotalsSchema,
  /** Paid for this statement since, by payments that were linked to it. */
  paidFen: fenSchema,
  state: z.enum(statementStates),
  payments: z.array(
    z.strictObject({
      id: idSchema,
      date: civilDateSchema,
      amountFen: fenSchema,
      channel: z.string(),
      reference: z.string(),
    }),
  ),
  /** What a transfer needs and the record of the payee lacks. */
  lacks: z.array(z.enum(['bankCard', 'bankName'])),
  items: z.array(runItemSchema),
})
export type RunStatement = z.infer<typeof runStatementSchema>

export const runSchema = runSummarySchema.omit({ statements: true }).extend({
  statements: z.array(runStatementSchema),
  excluded: z.array(
    z.strictObject({
      agreementId: idSchema,
      title: z.string(),
      payee: nameSchema,
      cycle: z.string(),
      from: civilDateSchema,
      reason: z.string(),
      outstandingFen: fenSchema,
    }),
  ),
})
export type SettlementRun = z.infer<typeof runSchema>

/** One cycle in which the person still owes somebody. */
export const payableRowSchema = z.strictObject({
  ...cyclePlace,
  agreementId: idSchema,
  payee: nameSchema,
  status: cycleStatusSchema,
  overdueDays: z.int(),
  expectedFen: fenSchema,
  paidFen: fenSchema,
  outstandingFen: fenSchema,
  run: z.strictObject({ id: idSchema, number: z.string() }).nullable(),
})
export type PayableRow = z.infer<typeof payableRowSchema>

export const payablesSchema = z.strictObject({
  /** How many agreements the person pays under. */
  agreements: z.int(),
  /** Due today or before. */
  dueFen: fenSchema,
  /** Cycles that are over and due later, or without a due date. */
  notDueFen: fenSchema,
  /** Cycles that are not over: their figures still grow. */
  openFen: fenSchema,
  overpaidFen: fenSchema,
  /** Those with a due date first, the earliest first. */
  rows: z.array(payableRowSchema),
  /** Rows beyond those listed. */
  more: z.int(),
})
export type Payables = z.infer<typeof payablesSchema>

/** A cycle of a received statement beside one's own ledger. */
export const comparedItemSchema = z.strictObject({
  /** Place in the statement. */
  index: z.int().min(0),
  /** One's own agreements with this payer; the likely one first. */
  agreements: z.array(z.strictObject({ id: idSchema, title: z.string() })),
  agreementId: idSchema.nullable(),
  /** One's own cycle of the same days; null when that agreement has none. */
  cycle: z.string().nullable(),
  mine: z
    .strictObject({
      expectedFen: fenSchema,
      paidFen: fenSchema,
      outstandingFen: fenSchema,
      acknowledgedFen: fenSchema.nullable(),
      source: z.enum(['terms', 'platform']),
    })
    .nullable(),
  /** Mine less theirs: above 0 they counted too little. */
  shortFen: fenSchema.nullable(),
  /** This statement is already what stands as acknowledged. */
  taken: z.boolean(),
})
export type ComparedItem = z.infer<typeof comparedItemSchema>

/** Why a statement cannot be taken: it is about somebody else, or from nobody who pays this person. */
export const statementProblems = ['other-payee', 'unknown-payer'] as const
