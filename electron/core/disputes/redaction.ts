import { csvPieces } from '../../../shared/bundles/safe-csv.ts'
import { BoanError } from '../../../shared/errors.ts'
import { buyerColumns } from '../../../shared/earnings/statements/buyer-columns.ts'
import { createI18n } from '../../../shared/i18n/index.ts'
import { createAttachmentWriter, type KeptFile, recordAttachment } from '../attachments/store.ts'
import type { CallContext } from '../context.ts'
import { readStatementRows, type StoredStatement } from '../earnings/import/index.ts'
import { type EvidenceRow, insertEvidence } from './evidence.ts'

/**
 * Makes the copy of a statement that may leave: the same rows in the same lines, as CSV, buyers' cells empty. It is evidence of its
 * own that names the original and says what was removed. Answers false when the file cannot be read again (a workbook with a
 * password): then the statement stays. Throws `app.cancelled`.
 */
export async function makeRedactedCopy(
  context: CallContext,
  evidence: EvidenceRow,
  statement: StoredStatement,
): Promise<boolean> {
  const columns = buyerColumns(statement.layout.table)
  const copied = await copyRows(context, statement, new Set(columns.map(({ index }) => index)))
  if (copied === undefined) return false
  const { t } = createI18n('zh')
  const stem = evidence.fileName.replace(/\.[^.]{1,8}$/, '')
  recordAttachment(context.db, copied, t('disputes:statementEvidence.copyName', { stem }), context.now())
  context.tookIn(copied.sha256)
  const id = context.newId()
  insertEvidence(context.db, {
    ...evidence,
    id,
    sha256: copied.sha256,
    redactedOf: evidence.id,
    redaction: t('disputes:statementEvidence.redaction', { columns: columns.map(({ name }) => name).join('、') }),
    createdAt: context.now(),
  })
  context.subject(id)
  return true
}

async function copyRows(
  context: CallContext,
  statement: StoredStatement,
  removed: ReadonlySet<number>,
): Promise<KeptFile | undefined> {
  const writer = createAttachmentWriter(context.dataDir)
  let lines = 0
  try {
    writer.write(Buffer.from('\ufeff'))
    await readStatementRows(context.dataDir, statement, (line, read) => {
      if (lines % 10_000 === 0) context.throwIfCancelled()
      const cells = line > statement.headerRow ? read().map((cell, at) => (removed.has(at) ? '' : cell)) : read()
      // Rows keep their lines, so that every figure can still be traced to its place.
      writer.write(Buffer.from('\r\n'.repeat(Math.max(0, line - 1 - lines)) + csvText(cells)))
      lines = line
    })
  } catch (error) {
    writer.abandon()
    if (error instanceof BoanError && error.code === 'import.password-needed') return undefined
    throw error
  }
  return writer.finish()
}

/** One CSV line without the mark that begins a file. */
function csvText(cells: readonly string[]): string {
  return [...csvPieces(cells, [])].join('').slice(1)
}
