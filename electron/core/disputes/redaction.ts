import { join } from 'node:path'
import { csvPieces } from '../../../shared/bundles/safe-csv.ts'
import { createI18n } from '../../../shared/i18n/index.ts'
import { attachmentPath, createAttachmentWriter, recordAttachment } from '../attachments/store.ts'
import type { CallContext } from '../context.ts'
import { inspectFile } from '../earnings/import/file.ts'
import { openTable } from '../earnings/import/table.ts'
import type { TableLayout } from '../earnings/import/table-typer.ts'
import { buyerColumns } from './buyer-columns.ts'
import { type EvidenceRow, insertEvidence } from './evidence.ts'

export interface RedactableStatement {
  sheet: string
  table: TableLayout
}

/**
 * Makes the copy of a statement that may leave: the same rows in the same lines, as CSV, buyers' cells empty. It is evidence of its
 * own that names the original and says what was removed. Answers false when the file cannot be opened again (a zip with a
 * password): then the statement stays. Throws `app.cancelled`.
 */
export async function makeRedactedCopy(
  context: CallContext,
  evidence: EvidenceRow,
  statement: RedactableStatement,
): Promise<boolean> {
  const opened = await openKept(context, evidence, statement.table)
  if (opened === undefined) return false
  const columns = buyerColumns(statement.table)
  const removed = new Set(columns.map(({ index }) => index))
  const writer = createAttachmentWriter(context.dataDir)
  let lines = 0
  try {
    writer.write(Buffer.from('\ufeff'))
    await opened.read(statement.sheet, (row) => {
      if (lines % 10_000 === 0) context.throwIfCancelled()
      const isBelow = row.line > statement.table.headerLine
      const cells = row.texts().map((cell, index) => (isBelow && removed.has(index) ? '' : cell))
      // Rows keep their lines, so that every figure can still be traced to its place.
      writer.write(Buffer.from('\r\n'.repeat(Math.max(0, row.line - 1 - lines)) + csvText(cells)))
      lines = row.line
    })
  } catch (error) {
    writer.abandon()
    throw error
  }
  const kept = writer.finish()
  const { t } = createI18n('zh')
  const stem = evidence.fileName.replace(/\.[^.]{1,8}$/, '')
  recordAttachment(context.db, kept, t('disputes:statementEvidence.copyName', { stem }), context.now())
  context.tookIn(kept.sha256)
  const id = context.newId()
  insertEvidence(context.db, {
    ...evidence,
    id,
    sha256: kept.sha256,
    redactedOf: evidence.id,
    redaction: t('disputes:statementEvidence.redaction', { columns: columns.map(({ name }) => name).join('、') }),
    createdAt: context.now(),
  })
  context.subject(id)
  return true
}

/** One CSV line without the mark that begins a file. */
function csvText(cells: readonly string[]): string {
  return [...csvPieces(cells, [])].join('').slice(1)
}

async function openKept(
  context: CallContext,
  evidence: EvidenceRow,
  table: TableLayout,
): Promise<Awaited<ReturnType<typeof openTable>>['table'] | undefined> {
  const file = { path: attachmentPath(context.dataDir, evidence.sha256), name: evidence.fileName }
  const header = table.headerCells.join('\n')
  try {
    const opened = await openTable(file, inspectFile(file), {
      unpackInto: join(context.dataDir, 'intake'),
      fits: (rows) => (rows.some((row) => row.cells.join('\n') === header) ? 1_000 : 0),
    })
    return opened.table
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('import.')) return undefined
    throw error
  }
}
