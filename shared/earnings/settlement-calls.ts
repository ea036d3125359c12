import { z } from 'zod'
import {
  civilDateSchema,
  defineCall,
  fenSchema,
  idSchema,
  momentSchema,
  outgoingFileSchema,
  positiveFenSchema,
  sha256Schema,
} from '../call.ts'
import {
  comparedItemSchema,
  monthSchema,
  payablesSchema,
  runSchema,
  runSummarySchema,
  settlementRowSchema,
  settlementTotalsSchema,
  statementProblems,
} from './settlement-shapes.ts'

const reasonSchema = z.string().trim().min(1).max(500)
const statementIdsSchema = z.array(idSchema).min(1).max(2000)
const byId = z.strictObject({ id: idSchema })

/** The payer's side of the ledger: what is owed, the month's run, statements, payment list, and how a statement is taken. */
export const settlementCalls = {
  'earnings.payables': defineCall({
    summary: 'What the person owes to whom by when, the longest overdue first.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ asOf: civilDateSchema }),
    output: payablesSchema,
  }),
  'earnings.previewSettlement': defineCall({
    summary: 'Every cycle that ends in a month and that the person pays, with its figures and what to look at first.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ month: monthSchema, asOf: civilDateSchema }),
    output: z.strictObject({
      rows: z.array(settlementRowSchema),
      totals: settlementTotalsSchema,
      /** Owed from cycles that ended before the month. */
      earlierFen: fenSchema,
      /** Agreements that cannot be computed, so that no cycle of theirs is here. */
      faulty: z.array(z.strictObject({ id: idSchema, title: z.string(), payee: z.string() })),
      /** The state that was looked at; createSettlement takes no other. */
      stateSha256: sha256Schema,
    }),
  }),
  'earnings.createSettlement': defineCall({
    summary:
      'Freezes the figures of a month as a numbered run with one statement per payee. No figure of the ledger changes.',
    effect: 'write',
    worker: 'writer',
    long: true,
    input: z.strictObject({
      month: monthSchema,
      asOf: civilDateSchema,
      stateSha256: sha256Schema,
      /** Cycles left out, each with why. Those that cannot be settled are left out by themselves. */
      excluded: z
        .array(z.strictObject({ agreementId: idSchema, cycle: z.string().min(1).max(220), reason: reasonSchema }))
        .max(5000)
        .default([]),
      note: z.string().max(500).default(''),
    }),
    output: z.strictObject({ id: idSchema, number: z.string(), sha256: sha256Schema }),
  }),
  'earnings.listSettlements': defineCall({
    summary: 'Settlement runs, the newest first, with how many of their statements are paid.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ withVoided: z.boolean().default(false) }),
    output: z.strictObject({ runs: z.array(runSummarySchema) }),
  }),
  'earnings.settlement': defineCall({
    summary: 'One run: its statements with what was paid since, and where the ledger says something else by now.',
    effect: 'read',
    worker: 'reader',
    input: byId,
    output: runSchema,
  }),
  'earnings.voidSettlement': defineCall({
    summary: 'Takes a run back, with a reason. Its payments stay in the ledger.',
    effect: 'write',
    worker: 'writer',
    input: byId.extend({ reason: reasonSchema }),
    output: byId,
  }),
  'earnings.renderStatement': defineCall({
    summary: 'A 结算单 or 结算确认书 of a run as a paper.',
    effect: 'read',
    worker: 'documents',
    input: z.strictObject({
      statementId: idSchema,
      paper: z.enum(['statement', 'confirmation']),
      format: z.enum(['pdf', 'docx', 'html']),
    }),
    output: z.strictObject({
      file: outgoingFileSchema,
      /** Of html. */
      text: z.string().nullable(),
      pages: z.int().nullable(),
      substituted: z.array(z.strictObject({ char: z.string(), codePoint: z.string(), where: z.string() })),
    }),
  }),
  'earnings.exportPaymentList': defineCall({
    summary: 'What is still to be paid of a run as a workbook to pay from; payees without an account are listed apart.',
    effect: 'read',
    worker: 'documents',
    input: z.strictObject({ runId: idSchema }),
    output: z.strictObject({
      file: outgoingFileSchema,
      payments: z.int(),
      amountFen: fenSchema,
      /** Payees that cannot be paid from it, by name. */
      lacking: z.array(z.string()),
    }),
  }),
  'earnings.exportStatements': defineCall({
    summary:
      'The signed statement files of a run, one per payee; several go into one zip. Note them with earnings.noteStatements.',
    effect: 'read',
    worker: 'documents',
    long: true,
    input: z.strictObject({
      runId: idSchema,
      /** All statements of the run when absent. */
      statementIds: statementIdsSchema.optional(),
      /** For repeating an export byte for byte. */
      moment: momentSchema.optional(),
    }),
    output: z.strictObject({
      file: outgoingFileSchema,
      statements: z.int(),
      fingerprint: sha256Schema,
      moment: momentSchema,
    }),
  }),
  'earnings.noteStatements': defineCall({
    summary: 'Notes in the journal that statements of a run were handed over.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      runId: idSchema,
      statements: z.int().min(1),
      moment: momentSchema,
      fingerprint: sha256Schema,
    }),
    output: z.strictObject({}),
  }),
  'earnings.payStatements': defineCall({
    summary: 'Records that statements were paid: payments in the ledger, put to the cycles of each statement.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      runId: idSchema,
      date: civilDateSchema,
      channel: z.string().max(60).default(''),
      evidenceIds: z.array(idSchema).max(200).default([]),
      statements: z
        .array(
          z.strictObject({
            statementId: idSchema,
            /** What is still to be paid of it when absent. */
            amountFen: positiveFenSchema.optional(),
            reference: z.string().max(200).optional(),
          }),
        )
        .min(1)
        .max(2000),
    }),
    output: z.strictObject({ payments: z.int(), amountFen: fenSchema }),
  }),
  'earnings.matchStatements': defineCall({
    summary: 'Payments of the ledger (such as from an imported bank list) that could be those of unpaid statements.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ runId: idSchema }),
    output: z.strictObject({
      matches: z.array(
        z.strictObject({
          statementId: idSchema,
          paymentId: idSchema,
          date: civilDateSchema,
          amountFen: fenSchema,
          channel: z.string(),
          reference: z.string(),
          /** To the fen what is still to be paid. */
          exact: z.boolean(),
        }),
      ),
    }),
  }),
  'earnings.linkStatements': defineCall({
    summary: 'Says which payments of the ledger were those of which statements, and puts them to their cycles.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      runId: idSchema,
      links: z
        .array(z.strictObject({ statementId: idSchema, paymentId: idSchema }))
        .min(1)
        .max(2000),
    }),
    output: z.strictObject({ linked: z.int() }),
  }),
  'earnings.compareStatement': defineCall({
    summary: 'A received statement beside the person’s own ledger, cycle by cycle.',
    effect: 'read',
    worker: 'documents',
    input: z.strictObject({
      bundleId: sha256Schema,
      asOf: civilDateSchema,
      /** Agreements that the person chose instead of the likely ones, by place in the statement. */
      agreementIds: z
        .array(z.strictObject({ index: z.int().min(0), agreementId: idSchema }))
        .max(500)
        .default([]),
    }),
    output: z.strictObject({
      problem: z.enum(statementProblems).nullable(),
      items: z.array(comparedItemSchema),
    }),
  }),
  'earnings.takeStatement': defineCall({
    summary:
      'Takes what a received statement says was earned as acknowledged by the payer, the file kept as evidence. Nothing else enters.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      bundleId: sha256Schema,
      items: z
        .array(
          z.strictObject({
            index: z.int().min(0),
            agreementId: idSchema,
            cycle: z.string().min(1).max(220),
          }),
        )
        .min(1)
        .max(500),
    }),
    output: z.strictObject({ acknowledgements: z.int(), evidenceId: idSchema }),
  }),
}
