import { shanghaiDate } from '../../../shared/calendar.ts'
import { buyerColumns } from '../../../shared/earnings/statements/buyer-columns.ts'
import type { CallContext } from '../context.ts'
import type { Db } from '../database/open.ts'
import type { StatementLayout } from '../earnings/import/index.ts'
import { findEvidenceOfFile, findRedactedCopy, getEvidence, insertEvidence } from './evidence.ts'
import type { StatementRecord } from './ledger-access.ts'

/** The statement whose file has columns about buyers; undefined when a file is no statement or has none (design.md 'Buyers' data'). */
function findBuyersData(db: Db, sha256: string): string | undefined {
  return db
    .prepare<[string], { id: string; layout: string }>(
      'SELECT id, layout FROM statements WHERE sha256 = ? ORDER BY number',
    )
    .all(sha256)
    .find(({ layout }) => buyerColumns((JSON.parse(layout) as StatementLayout).table).length > 0)?.id
}

/** Whether a kept file has columns about buyers, so that only a redacted copy may leave. */
export function hasBuyersData(db: Db, sha256: string): boolean {
  return findBuyersData(db, sha256) !== undefined
}

/** The evidence that a statement's file is, made when it is not there yet, and its redacted copy where one is needed. */
export async function keepStatementAsEvidence(
  context: CallContext,
  statement: StatementRecord,
  payeeName: string,
): Promise<string> {
  const { db } = context
  const id = findEvidenceOfFile(db, statement.sha256)?.id ?? (await addStatement(context, statement, payeeName))
  const buyers = findBuyersData(db, statement.sha256)
  if (buyers !== undefined && findRedactedCopy(db, id) === undefined) {
    context.progress({ done: 0, total: 0, label: 'disputes:progress.redacting' })
    const { makeRedactedCopy } = await import('./redaction.ts')
    const { getStatement } = await import('../earnings/import/index.ts')
    await makeRedactedCopy(context, getEvidence(db, id), getStatement(db, buyers))
  }
  return id
}

async function addStatement(context: CallContext, statement: StatementRecord, payeeName: string): Promise<string> {
  const { createI18n, platformName } = await import('../../../shared/i18n/index.ts')
  const { t } = createI18n('zh')
  const id = context.newId()
  const platform = platformName(t, statement.platform)
  insertEvidence(context.db, {
    id,
    sha256: statement.sha256,
    title: t('disputes:statementEvidence.title', { platform, file: statement.file }).slice(0, 200),
    kind: 'statement',
    source: t('disputes:statementEvidence.source', { platform }),
    takenBy: payeeName,
    takenAt: shanghaiDate(statement.exportedAt ?? statement.importedAt),
    purpose: t('disputes:statementEvidence.purpose'),
    originalPlace: t('disputes:statementEvidence.place', { platform }),
    originalHolder: 'platform',
    redactedOf: null,
    redaction: '',
    pages: null,
    createdAt: context.now(),
  })
  return id
}
