import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Output, ParsedInput } from '../../../../shared/contract.ts'
import { BoanError } from '../../../../shared/errors.ts'
import type { CallContext } from '../../context.ts'
import { loadAgreementCommands } from '../../contracts/index.ts'
import { type LedgerFold, openLedgerFold } from '../ledger/ledger-fold.ts'
import { DecisionList } from './decisions.ts'
import { carryOut } from './execute.ts'
import { makePayments } from './ledger-payments.ts'
import { advanceState, dropPlan, importState, loadPlan, type StoredPlan } from './plan.ts'
import { forgetPassword } from './secrets.ts'
import { getStatement } from './statements.ts'
import { spoolIn } from './table.ts'

/** A figure of the ledger that moved. */
export type FigureChange = Output<'earnings.importStatements'>['changes'][number]

type Result = Output<'earnings.importStatements'>
type ImportedFile = Result['statements'][number]

const mostAccountsAtOnce = 200

/**
 * Carries out plans, all of them or none. Throws `import.plan-gone`, `import.preview-stale` ('preview again'),
 * `import.file-changed` and the faults of the files.
 */
export async function importStatements(
  context: CallContext,
  { plans, agreementId }: ParsedInput<'earnings.importStatements'>,
): Promise<Result> {
  const { db } = context
  const fold = openLedgerFold(db)
  const statements: ImportedFile[] = []
  const paymentIds: number[] = []
  const accounts: { platform: string; account: string; role: 'creator' | 'agency' | 'leader' | 'merchant' }[] = []
  for (const choice of plans) {
    const stored = loadPlan(db, choice.planId)
    if (stored === undefined) throw new BoanError('import.plan-gone')
    const { data } = stored
    if (data.alreadyImported !== null) {
      statements.push(repeatWhole(context, stored, data.alreadyImported))
      continue
    }
    if (stored.baseState !== importState(db)) throw new BoanError('import.preview-stale', {}, { file: data.named.name })
    const done = await carryOutPlan(context, stored, choice, fold)
    statements.push({ planId: stored.id, statementId: done.statementId, file: data.named.name, counts: done.counts })
    paymentIds.push(...done.paymentIds)
    const { platform, role = 'creator' } = data.layout.preset
    for (const account of done.accounts) accounts.push({ platform, account, role })
  }
  const changes = fold.finish()
  if (agreementId !== undefined && accounts.length > 0) await widenScope(context, agreementId, accounts)
  const { waiting } = makePayments(context, paymentIds)
  return { statements, changes, waitingPayments: waiting }
}

async function widenScope(
  context: CallContext,
  id: string,
  accounts: { platform: string; account: string; role: 'creator' | 'agency' | 'leader' | 'merchant' }[],
): Promise<void> {
  const commands = await loadAgreementCommands()
  for (let at = 0; at < accounts.length; at += mostAccountsAtOnce) {
    const some = accounts.slice(at, at + mostAccountsAtOnce)
    await commands['contracts.addScopeAccounts'](context, { id, accounts: some })
  }
}

async function carryOutPlan(
  context: CallContext,
  stored: StoredPlan,
  choice: ParsedInput<'earnings.importStatements'>['plans'][number],
  fold: LedgerFold,
): ReturnType<typeof carryOut> {
  const done = await carryOut(context, {
    planId: stored.id,
    plan: stored.data,
    decisions: DecisionList.unpack(stored.packedDecisions),
    keep: choice.keep,
    keepFile: choice.keepFile,
    fold,
    isRehearsal: false,
  })
  context.subject(done.statementId)
  advanceState(context.db, stored.data.changeId)
  dropPlan(context.db, stored.id)
  forgetPassword(stored.id)
  const { contentSha256, sheet } = stored.data
  rmSync(spoolIn(join(context.dataDir, 'intake'), contentSha256)(sheet), { force: true })
  return done
}

/** The very file is imported already: its rows are all repeated, or were refused or ignored then as now. */
function repeatWhole(context: CallContext, stored: StoredPlan, statementId: string): ImportedFile {
  const { counts } = getStatement(context.db, statementId)
  dropPlan(context.db, stored.id)
  const repeated = counts.accepted + counts.repeated + counts.superseded
  return {
    planId: stored.id,
    statementId: null,
    file: stored.data.named.name,
    counts: { accepted: 0, repeated, superseded: 0, rejected: counts.rejected, ignored: counts.ignored },
  }
}
