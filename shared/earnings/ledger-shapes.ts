import { z } from 'zod'
import { civilDateSchema, fenSchema, idSchema, momentSchema } from '../call.ts'
import type { Formula } from './formula.ts'
import { incomeKinds, lineRoles, lineStatuses, paymentKinds, withholdingKinds } from './vocabulary.ts'

/** What the ledger's calls are asked through and answer with; the calls themselves are in ledger-calls.ts. */

export const formulaSchema: z.ZodType<Formula> = z.lazy(() =>
  z.strictObject({
    code: z.string(),
    params: z.record(z.string(), z.union([z.number(), z.string()])),
    parts: z.exactOptional(z.array(formulaSchema)),
  }),
)

const nameSchema = z.strictObject({ id: idSchema, name: z.string() })
const evidenceIdsSchema = z.array(z.string())

export const cycleStatusSchema = z.enum(['open', 'overpaid', 'settled', 'not-due', 'due-today', 'overdue'])

/** Absent filters let everything through; a period takes the cycles that overlap it. */
export const ledgerFilterSchema = z.strictObject({
  payerIds: z.array(idSchema).max(1000).optional(),
  payeeIds: z.array(idSchema).max(1000).optional(),
  agreementIds: z.array(idSchema).max(1000).optional(),
  from: civilDateSchema.optional(),
  to: civilDateSchema.optional(),
  statuses: z.array(cycleStatusSchema).optional(),
  /** Only where something is still owed. */
  owedOnly: z.boolean().optional(),
})
export type LedgerFilter = z.input<typeof ledgerFilterSchema>

/** Facts that a person types; each is voided with a reason and can be brought back. */
export const factKindSchema = z.enum([
  'payment',
  'deduction',
  'withholding',
  'acknowledgement',
  'cycle-total',
  'cost',
  'cycle-event',
  'session',
  'income-item',
])
export type FactKind = z.infer<typeof factKindSchema>

/** One agreement in one cycle, all its figures (spec/earnings.md 'Differences'). */
export const ledgerRowSchema = z.strictObject({
  agreementId: idSchema,
  cycle: z.string(),
  from: civilDateSchema,
  to: civilDateSchema,
  /** `platform`: no terms yet, so the expected figure is the platform's own commission. */
  source: z.enum(['terms', 'platform']),
  dueDate: civilDateSchema.nullable(),
  expectedFen: fenSchema,
  withheldFen: fenSchema,
  acknowledgedFen: fenSchema.nullable(),
  deductedFen: fenSchema,
  allowedFen: fenSchema,
  paidFen: fenSchema,
  outstandingFen: fenSchema,
  underCountedFen: fenSchema.nullable(),
  improperFen: fenSchema.nullable(),
  acknowledgedUnpaidFen: fenSchema.nullable(),
  status: cycleStatusSchema,
  overdueDays: z.int(),
  ageingBucket: z.enum(['1-30', '31-90', '91-180', '181-365', 'over-365']).nullable(),
  /** Lines that lack an amount the terms need. */
  missing: z.int(),
  /** The person has confirmed this cycle (对账完成). */
  confirmed: z.boolean(),
})
export type LedgerRow = z.infer<typeof ledgerRowSchema>

export const ledgerAgreementSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  payer: nameSchema,
  payee: nameSchema,
  /** What the person using this computer is in it. */
  self: z.enum(['payer', 'payee', 'none']),
  /** Why it could not be computed, as `earnings.compute` says it; null when it could. */
  error: z.strictObject({ code: z.string(), path: z.string() }).nullable(),
  rows: z.array(ledgerRowSchema),
})
export type LedgerAgreement = z.infer<typeof ledgerAgreementSchema>

/** Sums over all rows that the filters let through, on this page or not. */
export const ledgerTotalsSchema = z.strictObject({
  agreements: z.int(),
  rows: z.int(),
  expectedFen: fenSchema,
  withheldFen: fenSchema,
  deductedFen: fenSchema,
  allowedFen: fenSchema,
  paidFen: fenSchema,
  /** The positive ones added, due or not. */
  outstandingFen: fenSchema,
  /** Of outstandingFen, what is due today or overdue. */
  dueFen: fenSchema,
  /** What was paid beyond what was owed, as a positive figure: it stands apart, never netted. */
  overpaidFen: fenSchema,
})
export type LedgerTotals = z.infer<typeof ledgerTotalsSchema>

const stepSchema = z.strictObject({
  kind: z.enum(['base', 'commission', 'slotFee', 'bonus', 'guarantee', 'recoup']),
  id: z.string(),
  /** The term's own label; empty for base and guarantee. */
  label: z.string(),
  amountFen: fenSchema,
  formula: formulaSchema,
  /** Of commissions: how the basis was put together. */
  basis: formulaSchema.nullable(),
  /** Of commissions: how many order lines and income items stand behind it. */
  sources: z.int(),
})

export const cyclePaymentSchema = z.strictObject({
  id: idSchema,
  date: civilDateSchema,
  kind: z.enum(paymentKinds),
  /** The whole payment, and the part of it that counts here. */
  amountFen: fenSchema,
  partFen: fenSchema,
  /** Put here by the person; false where it was spread by due date. */
  explicit: z.boolean(),
  /** All that the person has put, here and elsewhere: what moving it starts from. */
  allocations: z.array(z.strictObject({ agreementId: idSchema, cycle: z.string(), amountFen: fenSchema })),
  payer: nameSchema,
  /** Whose money it was when the payer only passed it on. */
  onBehalfOf: nameSchema.nullable(),
  channel: z.string(),
  reference: z.string(),
  evidenceIds: evidenceIdsSchema,
  /** Made from a row of an imported list: what that says stays. */
  isImported: z.boolean(),
})
export type CyclePayment = z.infer<typeof cyclePaymentSchema>

/** A cycle opened: everything behind its figures. */
export const cycleDetailSchema = z.strictObject({
  row: ledgerRowSchema,
  agreement: ledgerAgreementSchema.omit({ rows: true }),
  /** The version of the terms that governs it; null while there are none. */
  version: z.strictObject({ id: idSchema, from: civilDateSchema }).nullable(),
  steps: z.array(stepSchema),
  grossFen: fenSchema,
  carried: z.array(z.strictObject({ id: z.string(), inFen: fenSchema, basisFen: fenSchema, outFen: fenSchema })),
  guaranteeBalanceFen: fenSchema,
  dueFormula: formulaSchema.nullable(),
  deductions: z.array(
    z.strictObject({
      id: idSchema,
      amountFen: fenSchema,
      allowedFen: fenSchema,
      statedReason: z.string(),
      deductionTermId: z.string().nullable(),
      termLabel: z.string().nullable(),
      /** Whether it holds and why not: a key under `deductions.` of earnings.json. */
      reason: formulaSchema,
      evidenceIds: evidenceIdsSchema,
    }),
  ),
  withholdings: z.array(
    z.strictObject({
      id: idSchema,
      kind: z.enum(withholdingKinds),
      amountFen: fenSchema,
      evidenceIds: evidenceIdsSchema,
    }),
  ),
  acknowledgement: z.strictObject({ id: idSchema, amountFen: fenSchema, evidenceIds: evidenceIdsSchema }).nullable(),
  payments: z.array(cyclePaymentSchema),
  cycleTotals: z.array(
    z.strictObject({
      id: idSchema,
      commissionId: z.string(),
      amountFen: fenSchema,
      evidenceIds: evidenceIdsSchema,
    }),
  ),
  costs: z.array(
    z.strictObject({ id: idSchema, costTermId: z.string(), amountFen: fenSchema, evidenceIds: evidenceIdsSchema }),
  ),
  events: z.array(
    z.strictObject({
      id: idSchema,
      kind: z.enum(['reconciliation', 'invoice', 'platform-payout']),
      date: civilDateSchema,
    }),
  ),
  adjustments: z.array(
    z.strictObject({
      id: z.string(),
      lineId: z.string(),
      orderId: z.string(),
      date: civilDateSchema,
      saleDeltaFen: fenSchema,
      netSaleDeltaFen: fenSchema,
      commissionDeltaFen: fenSchema,
      feeDeltaFen: fenSchema,
    }),
  ),
  interest: z.strictObject({
    interestFen: fenSchema,
    /** With payments taken first on interest (民法典 561); null unless the setting asks for it. */
    interestFirstFen: fenSchema.nullable(),
    /** `none`: no interest applies; `terms`: agreed on; `statutory`: offered where the terms say nothing. */
    basis: z.enum(['none', 'terms', 'statutory']),
    kind: z.enum(['lpr-1y', 'daily']).nullable(),
    multiplePpm: z.int().nullable(),
    periods: z.array(
      z.strictObject({
        from: civilDateSchema,
        to: civilDateSchema,
        days: z.int(),
        principalFen: fenSchema,
        ratePpm: z.int(),
      }),
    ),
    assumedDays: z.int(),
    unknownDays: z.int(),
  }),
  confirmedAt: momentSchema.nullable(),
  /** The files behind its lines. */
  statements: z.array(z.strictObject({ id: z.string(), file: z.string(), lines: z.int() })),
})
export type CycleDetail = z.infer<typeof cycleDetailSchema>

/** An order line behind a figure and the place it came from. */
export const ledgerLineSchema = z.strictObject({
  id: z.string(),
  platform: z.string(),
  account: z.string(),
  role: z.enum(lineRoles),
  orderId: z.string(),
  productId: z.string(),
  sessionId: z.string().nullable(),
  paidAt: momentSchema,
  settledAt: momentSchema.nullable(),
  status: z.enum(lineStatuses),
  saleFen: fenSchema,
  refundFen: fenSchema.nullable(),
  settledBaseFen: fenSchema.nullable(),
  ratePpm: z.int().nullable(),
  estimatedCommissionFen: fenSchema.nullable(),
  commissionFen: fenSchema.nullable(),
  feeFen: fenSchema.nullable(),
  /** What it counts in the basis asked about; null where it lacks the amount or no commission was asked about. */
  countedFen: fenSchema.nullable(),
  statementId: z.string(),
  file: z.string(),
  sheet: z.string(),
  /** Line of the file or sheet, from 1. */
  row: z.int(),
})
export type LedgerLine = z.infer<typeof ledgerLineSchema>

/** The home page's figures. Sums and `dueSoon` are of what others owe; what the person themselves owes is never added to it. */
export const overviewSchema = z.strictObject({
  /** Due and unpaid, and not yet due beside it. */
  dueFen: fenSchema,
  notDueFen: fenSchema,
  overpaidFen: fenSchema,
  /** Of dueFen, where the payer has acknowledged an amount. */
  underCountedFen: fenSchema,
  improperFen: fenSchema,
  acknowledgedUnpaidFen: fenSchema,
  /** Of dueFen, cycles without an acknowledgement: nothing says which part it is. */
  unexplainedFen: fenSchema,
  /** By payer, the person themselves among them; what is due first, oldest first. */
  payers: z.array(
    z.strictObject({
      payer: nameSchema,
      dueFen: fenSchema,
      notDueFen: fenSchema,
      /** Earliest due date among what is owed. */
      earliestDue: civilDateSchema.nullable(),
      /** The cycle with that date. */
      agreementId: idSchema,
      cycle: z.string(),
    }),
  ),
  /** Cycles that fall due within the next seven days, the chosen day included. */
  dueSoon: z.array(
    z.strictObject({
      agreementId: idSchema,
      title: z.string(),
      cycle: z.string(),
      dueDate: civilDateSchema,
      outstandingFen: fenSchema,
    }),
  ),
  /** Deductions of overdue or open cycles that do not hold in full. */
  improperDeductions: z.int(),
  /** Agreements without any terms, and those that cannot be computed. */
  withoutTerms: z.array(nameSchema),
  faulty: z.array(nameSchema),
  /** Accounts whose lines no agreement takes. */
  unassigned: z.array(
    z.strictObject({
      platform: z.string(),
      account: z.string(),
      role: z.enum(lineRoles),
      lines: z.int(),
      commissionFen: fenSchema,
    }),
  ),
  /** The cycle with the largest difference; null when nothing is owed. */
  largest: z.strictObject({ agreementId: idSchema, cycle: z.string() }).nullable(),
})
export type Overview = z.infer<typeof overviewSchema>

export const paymentSchema = z.strictObject({
  id: idSchema,
  date: civilDateSchema,
  kind: z.enum(paymentKinds),
  amountFen: fenSchema,
  payer: nameSchema,
  onBehalfOf: nameSchema.nullable(),
  payee: nameSchema,
  channel: z.string(),
  reference: z.string(),
  evidenceIds: evidenceIdsSchema,
  /** Put by the person; the rest is spread by due date. */
  allocations: z.array(z.strictObject({ agreementId: idSchema, cycle: z.string(), amountFen: fenSchema })),
  /** Where the money counts now, explicit or spread. */
  parts: z.array(
    z.strictObject({ agreementId: idSchema, cycle: z.string(), amountFen: fenSchema, explicit: z.boolean() }),
  ),
  unallocatedFen: fenSchema,
  /** The imported row it was made from. */
  importedFrom: z.strictObject({ statementId: z.string(), file: z.string(), row: z.int() }).nullable(),
  voidedAt: momentSchema.nullable(),
  voidReason: z.string().nullable(),
})
export type LedgerPayment = z.infer<typeof paymentSchema>

export const sessionSchema = z.strictObject({
  id: z.string(),
  start: momentSchema,
  end: momentSchema,
  platform: z.string(),
  account: z.string(),
  productIds: z.array(z.string()),
  lines: z.int(),
  voidedAt: momentSchema.nullable(),
})

export const incomeItemSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(incomeKinds),
  date: civilDateSchema,
  sessionId: z.string().nullable(),
  platform: z.string().nullable(),
  grossFen: fenSchema,
  feeFen: fenSchema,
  voidedAt: momentSchema.nullable(),
})
