import type { CallContext } from '../context.ts'
import type { Db } from '../database/open.ts'
import { findEvidenceOfFile, insertEvidence } from './evidence.ts'
import type { StatementRecord } from './ledger-access.ts'

/** Whether a kept file has columns about buyers, so that only a redacted copy may leave (design.md 'Buyers' data'). */
export function hasBuyersData(_db: Db, _sha256: string): boolean {
  return false
}

/** The evidence that a statement's file is, made when it is not there yet. */
export async function keepStatementAsEvidence(
  context: CallContext,
  statement: StatementRecord,
  payeeName: string,
): Promise<string> {
  const { db } = context
  const known = findEvidenceOfFile(db, statement.sha256)
  if (known !== undefined) return known.id
  const { createI18n } = await import('../../../shared/i18n/index.ts')
  const { t } = createI18n('zh')
  const id = context.newId()
  const platform = t(`disputes:platforms.${statement.platform}`, { defaultValue: statement.platform })
  insertEvidence(db, {
    id,
    sha256: statement.sha256,
    title: t('disputes:statementEvidence.title', { platform, file: statement.file }).slice(0, 200),
    kind: 'statement',
    source: t('disputes:statementEvidence.source', { platform }),
    takenBy: payeeName,
    takenAt: (statement.exportedAt ?? statement.importedAt).slice(0, 10),
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
