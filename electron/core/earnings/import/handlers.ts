import type { Handlers } from '../../context.ts'
import { listConflicts } from './conflicts.ts'
import { importStatements } from './import-handlers.ts'
import { assignPayments, listWaiting } from './ledger-payments.ts'
import { momentOf } from './line-view.ts'
import { listMappings, saveMapping, voidMapping } from './mappings.ts'
import { shippedPresets } from './presets.ts'
import { previewStatements } from './preview-handlers.ts'
import { getStatement, listProblems, listStatements, toRecord } from './statements.ts'
import { decideConflicts, restoreStatement, voidStatement } from './void-statement.ts'

type ImportCall =
  | 'earnings.previewStatements'
  | 'earnings.importStatements'
  | 'earnings.listStatements'
  | 'earnings.rejectedRows'
  | 'earnings.rejectedCells'
  | 'earnings.exportRejected'
  | 'earnings.voidStatement'
  | 'earnings.restoreStatement'
  | 'earnings.listConflicts'
  | 'earnings.decideConflicts'
  | 'earnings.listPresets'
  | 'earnings.saveMapping'
  | 'earnings.voidMapping'
  | 'earnings.listWaitingPayments'
  | 'earnings.assignPayments'

export const importHandlers: Handlers<ImportCall> = {
  'earnings.previewStatements': previewStatements,
  'earnings.importStatements': importStatements,
  'earnings.listStatements': ({ db }, { withVoided }) => ({
    statements: listStatements(db)
      .filter((statement) => withVoided || statement.voidedAt === null)
      .map(toRecord),
  }),
  'earnings.rejectedRows': ({ db }, { statementId, planId, afterRow }) => {
    if (statementId === undefined) return listProblems(db, { planId: planId ?? '' }, afterRow)
    return listProblems(db, { statement: getStatement(db, statementId).number }, afterRow)
  },
  'earnings.rejectedCells': async (context, input) => {
    const { listRejectedCells } = await import('./rejected-cells.ts')
    return listRejectedCells(context, input)
  },
  'earnings.exportRejected': async (context, { statementId, language }) => {
    const { exportRejected } = await import('./export-rejected.ts')
    return exportRejected(context, statementId, language)
  },
  'earnings.voidStatement': (context, { statementId, reason }) => ({
    changes: voidStatement(context, statementId, reason),
  }),
  'earnings.restoreStatement': (context, { statementId }) => ({ changes: restoreStatement(context, statementId) }),
  'earnings.listConflicts': ({ db }, { after }) => listConflicts(db, after),
  'earnings.decideConflicts': (context, { choices }) => ({ changes: decideConflicts(context, choices) }),
  'earnings.listPresets': ({ db }) => ({
    presets: shippedPresets().map(({ id, kind, platform, role }) => ({ id, kind, platform, role: role ?? null })),
    mappings: listMappings(db),
  }),
  'earnings.saveMapping': saveMapping,
  'earnings.voidMapping': (context, { id }) => {
    voidMapping(context, id)
    return {}
  },
  'earnings.listWaitingPayments': ({ db }) => ({
    payments: listWaiting(db).map(({ id, platform, reference, paidAtS, amountFen, counterparty }) => ({
      id,
      platform,
      reference,
      paidAt: momentOf(paidAtS),
      amountFen,
      counterparty,
    })),
  }),
  'earnings.assignPayments': (context, { ids, payerId }) => {
    assignPayments(context, ids, payerId)
    return {}
  },
}
