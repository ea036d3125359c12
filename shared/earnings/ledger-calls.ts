import { z } from 'zod'
import {
  civilDateSchema,
  defineCall,
  fenSchema,
  idSchema,
  momentSchema,
  outgoingFileSchema,
  positiveFenSchema,
} from '../call.ts'
import {
  cycleDetailSchema,
  factKindSchema,
  incomeItemSchema,
  ledgerAgreementSchema,
  ledgerFilterSchema,
  ledgerLineSchema,
  ledgerTotalsSchema,
  overviewSchema,
  paymentSchema,
  sessionSchema,
} from './ledger-shapes.ts'
import { cycleEventKinds, incomeKinds, paymentKinds, withholdingKinds } from './vocabulary.ts'

const reasonSchema = z.string().trim().min(1).max(500)
const evidenceIdsSchema = z.array(idSchema).max(200).default([])
const cycleSchema = z.string().min(1).max(220)
const cyclePlace = { agreementId: idSchema, cycle: cycleSchema }
const doneSchema = z.strictObject({ id: z.string() })

export const ledgerCalls = {
  'earnings.compute': defineCall({
    summary:
      'What one agreement owes, from its terms and facts alone; input and output as in docs, errors in the answer.',
    effect: 'read',
    worker: 'reader',
    /** Checked by the computation itself: its errors are its value (spec/compute.md). */
    input: z.unknown(),
    output: z.union([z.looseObject({ cycles: z.array(z.unknown()) }), z.looseObject({ error: z.unknown() })]),
  }),
  'earnings.ledger': defineCall({
    summary:
      'Agreements with their cycles and all figures on the chosen day, in pages; totals over all that the filters let through.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({
      asOf: civilDateSchema,
      filter: ledgerFilterSchema.default({}),
      /** `next` of the page before. */
      after: z.string().nullable().default(null),
      /** Agreements on a page, each with all its cycles; absent, 20, or fewer where they have more than 240 cycles. */
      agreements: z.int().min(1).max(200).optional(),
    }),
    output: z.strictObject({
      agreements: z.array(ledgerAgreementSchema),
      totals: ledgerTotalsSchema,
      next: z.string().nullable(),
    }),
  }),
  'earnings.overview': defineCall({
    summary: 'What is due and unpaid by payer, what falls due soon, and what the ledger still lacks: the home page.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ asOf: civilDateSchema }),
    output: overviewSchema,
  }),
  'earnings.months': defineCall({
    summary: 'Expected, paid and outstanding by the month in which cycles end.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({
      asOf: civilDateSchema,
      filter: ledgerFilterSchema.default({}),
      /** Only agreements in which the person pays, or all the others: owing and being owed are not added up. */
      side: z.enum(['payer', 'payee']).optional(),
    }),
    output: z.strictObject({
      months: z.array(
        z.strictObject({
          month: z.string(),
          expectedFen: fenSchema,
          paidFen: fenSchema,
          outstandingFen: fenSchema,
          /** Of outstandingFen, what is due today or overdue. */
          dueFen: fenSchema,
          overpaidFen: fenSchema,
        }),
      ),
    }),
  }),
  'earnings.cycle': defineCall({
    summary:
      'One cycle of an agreement opened: steps with formulas, deductions with why, payments, due date, interest.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ ...cyclePlace, asOf: civilDateSchema }),
    output: cycleDetailSchema,
  }),
  'earnings.lines': defineCall({
    summary:
      'Order lines in pages of 200 by time, of everything, one agreement, cycle or commission; with a jump to a month.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({
      agreementId: idSchema.optional(),
      cycle: cycleSchema.optional(),
      commissionId: z.string().optional(),
      /** Only lines that lack the amount the commission needs. */
      lacking: z.boolean().optional(),
      /** Part of an order id. */
      orderId: z.string().max(100).optional(),
      /** Begin at this month instead of the newest. */
      month: z
        .string()
        .regex(/^\d{4}-\d{2}$/)
        .optional(),
      after: z.string().nullable().default(null),
    }),
    output: z.strictObject({
      lines: z.array(ledgerLineSchema),
      next: z.string().nullable(),
      total: z.int(),
      /** Months that hold such lines, newest first. */
      months: z.array(z.strictObject({ month: z.string(), lines: z.int() })),
    }),
  }),
  'earnings.linePlace': defineCall({
    summary: 'The whole row of an order line as it stands in the kept file, columns about buyers left out.',
    effect: 'read',
    worker: 'documents',
    input: z.strictObject({ lineId: z.string() }),
    output: z.strictObject({
      file: z.string(),
      sha256: z.string(),
      sheet: z.string(),
      row: z.int(),
      columns: z.array(z.strictObject({ name: z.string(), value: z.string() })),
      withheldColumns: z.array(z.string()),
      /** Earlier and repeated rows that are this same line. */
      otherPlaces: z.array(z.strictObject({ file: z.string(), sheet: z.string(), row: z.int() })),
    }),
  }),
  'earnings.listPayments': defineCall({
    summary: 'Payments, newest first, each with where its money counts on the chosen day.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({
      asOf: civilDateSchema,
      payerId: idSchema.optional(),
      payeeId: idSchema.optional(),
      withVoided: z.boolean().default(false),
      after: z.string().nullable().default(null),
    }),
    output: z.strictObject({ payments: z.array(paymentSchema), next: z.string().nullable() }),
  }),
  'earnings.savePayment': defineCall({
    summary: 'Records a payment or changes one; without allocations its money is spread by due date.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      id: idSchema.optional(),
      date: civilDateSchema,
      kind: z.enum(paymentKinds).default('pay'),
      amountFen: positiveFenSchema,
      payerId: idSchema,
      onBehalfOfId: idSchema.nullable().default(null),
      /** The person themselves when absent. */
      payeeId: idSchema.optional(),
      channel: z.string().max(60).default(''),
      reference: z.string().max(200).default(''),
      evidenceIds: evidenceIdsSchema,
      allocations: z
        .array(z.strictObject({ ...cyclePlace, amountFen: positiveFenSchema }))
        .max(500)
        .default([]),
    }),
    output: doneSchema,
  }),
  'earnings.allocatePayment': defineCall({
    summary: 'Sets which cycles a payment is for; what is left is spread by due date.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      paymentId: idSchema,
      allocations: z.array(z.strictObject({ ...cyclePlace, amountFen: positiveFenSchema })).max(500),
    }),
    output: doneSchema,
  }),
  'earnings.saveDeduction': defineCall({
    summary: 'Records what the payer took from a cycle and the reason it gave.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      id: idSchema.optional(),
      ...cyclePlace,
      amountFen: positiveFenSchema,
      reason: reasonSchema,
      /** The agreed reason that it falls under; null for none. */
      deductionTermId: z.string().nullable().default(null),
      evidenceIds: evidenceIdsSchema,
    }),
    output: doneSchema,
  }),
  'earnings.saveWithholding': defineCall({
    summary: 'Records tax, social insurance and the like that the payer withheld by law.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      id: idSchema.optional(),
      ...cyclePlace,
      kind: z.enum(withholdingKinds),
      amountFen: positiveFenSchema,
      evidenceIds: evidenceIdsSchema,
    }),
    output: doneSchema,
  }),
  'earnings.saveAcknowledgement': defineCall({
    summary: 'Records what the payer’s own statement says was earned, before deductions and tax; one a cycle.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ ...cyclePlace, amountFen: z.int().min(0), evidenceIds: evidenceIdsSchema }),
    output: doneSchema,
  }),
  'earnings.saveCycleTotal': defineCall({
    summary: 'A basis typed from a screenshot: it replaces the lines of that commission and cycle.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      ...cyclePlace,
      commissionId: z.string().min(1),
      amountFen: fenSchema,
      evidenceIds: evidenceIdsSchema,
    }),
    output: doneSchema,
  }),
  'earnings.saveCost': defineCall({
    summary: 'Records an agreed cost (投流 and the like) of a cycle.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      id: idSchema.optional(),
      ...cyclePlace,
      costTermId: z.string().min(1),
      amountFen: positiveFenSchema,
      evidenceIds: evidenceIdsSchema,
    }),
    output: doneSchema,
  }),
  'earnings.saveCycleEvent': defineCall({
    summary: 'Records the day on which a cycle was reconciled, invoiced or paid out by the platform.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      id: idSchema.optional(),
      ...cyclePlace,
      kind: z.enum(cycleEventKinds),
      date: civilDateSchema,
    }),
    output: doneSchema,
  }),
  'earnings.confirmCycle': defineCall({
    summary: 'Confirms a cycle (对账完成): later changes to its lines become adjustments. False opens it again.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ ...cyclePlace, confirmed: z.boolean() }),
    output: doneSchema,
  }),
  'earnings.voidFact': defineCall({
    summary: 'Takes a typed fact out of the figures, with a reason; it can be brought back.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ kind: factKindSchema, id: idSchema, reason: reasonSchema }),
    output: doneSchema,
  }),
  'earnings.restoreFact': defineCall({
    summary: 'Brings a voided fact back.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ kind: factKindSchema, id: idSchema }),
    output: doneSchema,
  }),
  'earnings.listSessions': defineCall({
    summary: 'Live sessions of a period.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ from: civilDateSchema, to: civilDateSchema, withVoided: z.boolean().default(false) }),
    output: z.strictObject({ sessions: z.array(sessionSchema) }),
  }),
  'earnings.saveSession': defineCall({
    summary: 'Records a live session; its start decides the day and cycle it belongs to.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      id: idSchema.optional(),
      start: momentSchema,
      end: momentSchema,
      platform: z.string().min(1).max(60),
      account: z.string().min(1).max(200),
      productIds: z.array(z.string().min(1)).max(5000).default([]),
    }),
    output: doneSchema,
  }),
  'earnings.listIncomeItems': defineCall({
    summary: 'Gifts, ads and other income of a period.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ from: civilDateSchema, to: civilDateSchema, withVoided: z.boolean().default(false) }),
    output: z.strictObject({ items: z.array(incomeItemSchema) }),
  }),
  'earnings.saveIncomeItem': defineCall({
    summary: 'Records a gift, an ad or other income (打赏, 商单).',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      id: idSchema.optional(),
      kind: z.enum(incomeKinds),
      date: civilDateSchema,
      sessionId: z.string().nullable().default(null),
      platform: z.string().nullable().default(null),
      grossFen: fenSchema,
      feeFen: fenSchema.default(0),
    }),
    output: doneSchema,
  }),
  'earnings.exportLedger': defineCall({
    summary: 'The ledger that the filters let through as a workbook or CSV.',
    effect: 'read',
    worker: 'documents',
    long: true,
    input: z.strictObject({
      asOf: civilDateSchema,
      filter: ledgerFilterSchema.default({}),
      format: z.enum(['xlsx', 'csv']),
      /** Also every order line of these cycles: in a workbook as a second sheet, as CSV instead of the cycles. */
      withLines: z.boolean().default(false),
    }),
    output: outgoingFileSchema,
  }),
  'earnings.rates': defineCall({
    summary: 'The LPR and minimum wages: the built-in table and what the person added.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({}),
    output: z.strictObject({
      lpr: z.array(z.strictObject({ from: civilDateSchema, ratePpm: z.int(), own: z.boolean(), source: z.string() })),
      lprKnownTo: civilDateSchema,
      minimumWages: z.array(
        z.strictObject({
          place: z.string(),
          from: civilDateSchema,
          amountFen: fenSchema,
          own: z.boolean(),
          source: z.string(),
        }),
      ),
    }),
  }),
  'earnings.saveRate': defineCall({
    summary: 'Adds an LPR change or a minimum wage with its source; removing takes only the person’s own.',
    effect: 'write',
    worker: 'writer',
    input: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('lpr'),
        from: civilDateSchema,
        /** Null removes the person's own entry of that day. */
        ratePpm: z.int().min(0).max(1_000_000).nullable(),
        source: z.string().max(200).default(''),
      }),
      z.strictObject({
        kind: z.literal('minimum-wage'),
        place: z.string().min(1).max(60),
        from: civilDateSchema,
        amountFen: positiveFenSchema.nullable(),
        source: z.string().max(200).default(''),
      }),
    ]),
    output: z.strictObject({}),
  }),
}
