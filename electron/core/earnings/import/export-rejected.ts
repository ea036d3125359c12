import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { OutgoingFile } from '../../../../shared/call.ts'
import { csvPieces } from '../../../../shared/bundles/safe-csv.ts'
import type { RejectedRow } from '../../../../shared/earnings/import-shapes.ts'
import { BoanError } from '../../../../shared/errors.ts'
import { createI18n, errorSentence, type Language } from '../../../../shared/i18n/index.ts'
import type { CallContext } from '../../context.ts'
import { readSomeRows } from './read-back.ts'
import { getStatement, listProblems, type StoredStatement } from './statements.ts'

/**
 * The refused rows as they stand in the file, with line and reason before them: a workbook whose cells are all text (a
 * spreadsheet then takes no digits from ids), to be mended and imported again. Too many rows for a sheet come as CSV.
 */
export async function exportRejected(
  context: CallContext,
  statementId: string,
  language: Language,
): Promise<OutgoingFile> {
  const { writeTextSheet, mostSheetRows } = await import('./workbook.ts')
  const statement = getStatement(context.db, statementId)
  const problems = allProblems(context, statement)
  const originals = await originalRows(context, statement, problems)
  const { t } = createI18n(language)
  const isWhole = originals.size > 0
  const header = [
    t('import:export.row'),
    t('import:export.column'),
    t('import:export.value'),
    t('import:export.reason'),
    ...(isWhole ? statement.layout.table.headerCells : []),
  ]
  const rows = problems.map(({ row, column, value, code }) => [
    String(row),
    column,
    value,
    errorSentence(t, { code: `import.${code}`, params: {}, where: { row, column, value } }),
    ...(originals.get(row) ?? []),
  ])
  const asWorkbook = rows.length < mostSheetRows
  const draft = context.outgoing(
    `${t('import:export.fileName', { file: statement.file })}${asWorkbook ? '.xlsx' : '.csv'}`,
  )
  if (asWorkbook) await writeTextSheet(draft.path, t('import:export.sheet'), header, rows)
  else await pipeline(Readable.from(csvPieces(header, rows)), createWriteStream(draft.path))
  return draft.finish()
}

function allProblems(context: CallContext, statement: StoredStatement): RejectedRow[] {
  const problems: RejectedRow[] = []
  for (let after: number | null = 0; after !== null;) {
    const page: { rows: RejectedRow[]; next: number | null } = listProblems(
      context.db,
      { statement: statement.number },
      after,
    )
    problems.push(...page.rows)
    after = page.next
  }
  return problems
}

/** The rows in the file; none when the file was not kept or cannot be read without its password. */
async function originalRows(
  context: CallContext,
  statement: StoredStatement,
  problems: readonly RejectedRow[],
): Promise<Map<number, string[]>> {
  try {
    return await readSomeRows(context.dataDir, statement, new Set(problems.map(({ row }) => row)))
  } catch (error) {
    const code = error instanceof BoanError ? error.code : ''
    if (code === 'import.file-not-kept' || code === 'import.password-needed') return new Map()
    throw error
  }
}
