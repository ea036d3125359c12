import { shanghaiDate } from '../../../../shared/calendar.ts'
import type { settlementCalls } from '../../../../shared/earnings/settlement-calls.ts'
import type { CallContext, Handlers } from '../../context.ts'
import { checkDate } from '../ledger/ledger-rows.ts'
import { createSettlement } from './create-run.ts'
import { linkStatements, matchStatements, payStatements } from './pay-run.ts'
import { queryPayables } from './payables.ts'
import { previewSettlement } from './preview.ts'
import { listSettlements, querySettlement } from './run-query.ts'
import { requireRun, voidRun } from './run-store.ts'

// Papers, workbooks and bundles are loaded when they are first made: the start of a thread touches none of them.
export const settlementHandlers: Handlers<keyof typeof settlementCalls> = {
  'earnings.payables': ({ db }, { asOf }) => {
    checkDate(asOf)
    return queryPayables(db, asOf)
  },
  'earnings.previewSettlement': ({ db }, { month, asOf }) => {
    checkDate(asOf)
    return previewSettlement(db, month, asOf)
  },
  'earnings.createSettlement': createSettlement,
  'earnings.listSettlements': ({ db }, { withVoided }) => listSettlements(db, withVoided),
  'earnings.settlement': (context, { id }) => querySettlement(context.db, id, shanghaiDate(context.now())),
  'earnings.voidSettlement': voidSettlement,
  'earnings.renderStatement': async (context, input) => (await import('./papers.ts')).renderStatement(context, input),
  'earnings.exportPaymentList': async (context, input) =>
    (await import('./payment-list.ts')).exportPaymentList(context, input.runId),
  'earnings.exportStatements': async (context, input) =>
    (await import('./export-statements.ts')).exportStatements(context, input),
  'earnings.noteStatements': (context, { runId, ...noted }) => {
    context.subject(requireRun(context.db, runId).id)
    context.changed(noted)
    return {}
  },
  'earnings.payStatements': payStatements,
  'earnings.matchStatements': ({ db }, { runId }) => matchStatements(db, runId),
  'earnings.linkStatements': linkStatements,
  'earnings.compareStatement': async (context, input) =>
    (await import('./take-statement.ts')).compareStatement(context, input),
  'earnings.takeStatement': async (context, input) =>
    (await import('./take-statement.ts')).takeStatement(context, input),
}

/** Takes a run back: its cycles can be settled anew. What was paid stays in the ledger. Throws `settlement.run-voided`. */
function voidSettlement(context: CallContext, { id, reason }: { id: string; reason: string }): { id: string } {
  requireRun(context.db, id)
  voidRun(context.db, id, context.now(), reason)
  context.subject(id)
  return { id }
}
