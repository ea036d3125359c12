import { compute } from '../../../../shared/earnings/index.ts'
import type { FactKind } from '../../../../shared/earnings/ledger-shapes.ts'
import type { CallContext, Handlers } from '../../context.ts'
import { readWholeRow } from '../import/index.ts'
import { confirmCycle } from './confirm-command.ts'
import { queryCycle } from './cycle-query.ts'
import {
  restoreCycleFact,
  saveAcknowledgement,
  saveCost,
  saveCycleEvent,
  saveCycleTotal,
  saveDeduction,
  saveWithholding,
  voidCycleFact,
} from './fact-commands.ts'
import { queryLedger, queryMonths, queryOverview } from './ledger-queries.ts'
import { queryLines } from './lines-query.ts'
import { queryIncomeItems, queryRates, querySessions, saveRate } from './listings.ts'
import { allocatePayment, restorePayment, savePayment, voidPayment } from './payment-commands.ts'
import { queryPayments } from './payments-query.ts'
import { markIncomeItem, markSession, saveIncomeItem, saveSession } from './session-commands.ts'

type LedgerCall =
  | 'earnings.compute'
  | 'earnings.ledger'
  | 'earnings.overview'
  | 'earnings.months'
  | 'earnings.cycle'
  | 'earnings.lines'
  | 'earnings.linePlace'
  | 'earnings.listPayments'
  | 'earnings.savePayment'
  | 'earnings.allocatePayment'
  | 'earnings.saveDeduction'
  | 'earnings.saveWithholding'
  | 'earnings.saveAcknowledgement'
  | 'earnings.saveCycleTotal'
  | 'earnings.saveCost'
  | 'earnings.saveCycleEvent'
  | 'earnings.confirmCycle'
  | 'earnings.voidFact'
  | 'earnings.restoreFact'
  | 'earnings.listSessions'
  | 'earnings.saveSession'
  | 'earnings.listIncomeItems'
  | 'earnings.saveIncomeItem'
  | 'earnings.exportLedger'
  | 'earnings.rates'
  | 'earnings.saveRate'

export const ledgerHandlers: Handlers<LedgerCall> = {
  'earnings.compute': (_context, input) => ({ ...compute(input) }),
  'earnings.ledger': ({ db }, input) => queryLedger(db, input),
  'earnings.overview': ({ db }, { asOf }) => queryOverview(db, asOf),
  'earnings.months': ({ db }, input) => queryMonths(db, input),
  'earnings.cycle': ({ db }, { agreementId, cycle, asOf }) => queryCycle(db, agreementId, cycle, asOf),
  'earnings.lines': ({ db }, input) => queryLines(db, input),
  'earnings.linePlace': (context, { lineId }) => readWholeRow(context, lineId),
  'earnings.listPayments': ({ db }, input) => queryPayments(db, input),
  'earnings.savePayment': savePayment,
  'earnings.allocatePayment': allocatePayment,
  'earnings.saveDeduction': saveDeduction,
  'earnings.saveWithholding': saveWithholding,
  'earnings.saveAcknowledgement': saveAcknowledgement,
  'earnings.saveCycleTotal': saveCycleTotal,
  'earnings.saveCost': saveCost,
  'earnings.saveCycleEvent': saveCycleEvent,
  'earnings.confirmCycle': confirmCycle,
  'earnings.voidFact': (context, { kind, id, reason }) => voidFact(context, kind, id, reason),
  'earnings.restoreFact': (context, { kind, id }) => restoreFact(context, kind, id),
  'earnings.listSessions': ({ db }, input) => querySessions(db, input),
  'earnings.saveSession': saveSession,
  'earnings.listIncomeItems': ({ db }, input) => queryIncomeItems(db, input),
  'earnings.saveIncomeItem': saveIncomeItem,
  'earnings.exportLedger': async (context, input) => {
    const { exportLedger } = await import('./export-ledger.ts')
    return exportLedger(context, input)
  },
  'earnings.rates': ({ db }) => queryRates(db),
  'earnings.saveRate': ({ db }, input) => saveRate(db, input),
}

function voidFact(context: CallContext, kind: FactKind, id: string, reason: string): { id: string } {
  switch (kind) {
    case 'payment':
      return voidPayment(context, id, reason)
    case 'session':
      return markSession(context, id, reason)
    case 'income-item':
      return markIncomeItem(context, id, reason)
    default:
      return voidCycleFact(context, id, kind, reason)
  }
}

function restoreFact(context: CallContext, kind: FactKind, id: string): { id: string } {
  switch (kind) {
    case 'payment':
      return restorePayment(context, id)
    case 'session':
      return markSession(context, id, null)
    case 'income-item':
      return markIncomeItem(context, id, null)
    default:
      return restoreCycleFact(context, id, kind)
  }
}
