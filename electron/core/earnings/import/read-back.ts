import { basename } from 'node:path'
import type { z } from 'zod'
import type { ledgerCalls } from '../../../../shared/earnings/ledger-calls.ts'
import { buyerColumns } from '../../../../shared/earnings/statements/buyer-columns.ts'
import { BoanError } from '../../../../shared/errors.ts'
import { attachmentPath } from '../../attachments/store.ts'
import type { Db } from '../../database/open.ts'
import type { NamedFile } from './file.ts'
import { LineStore } from './line-store.ts'
import { getStatementByNumber, type StoredStatement } from './statements.ts'
import { reopenTable } from './table.ts'

/** The kept file that a statement's rows are in. Throws `import.file-not-kept` for a list whose file was not kept. */
export function keptFileOf(dataDir: string, statement: StoredStatement): NamedFile {
  if (!statement.isKept) throw new BoanError('import.file-not-kept', {}, { file: statement.file })
  return { path: attachmentPath(dataDir, statement.contentSha256), name: basename(statement.contentName) }
}

/**
 * Reads the rows of a statement's kept file again, header and preamble included, as texts with their line. Stops when
 * `onRow` answers false. Throws `import.file-not-kept`, and `import.password-needed` for a workbook behind a password.
 */
export async function readStatementRows(
  dataDir: string,
  statement: StoredStatement,
  onRow: (line: number, cells: () => string[]) => boolean | void,
): Promise<void> {
  const { form, sheetNames } = statement.layout
  const table = await reopenTable(keptFileOf(dataDir, statement), form, sheetNames)
  await table.read(statement.sheet ?? '', (row) => onRow(row.line, () => row.texts()))
}

/** Some rows of a kept file, by line. */
export async function readSomeRows(
  dataDir: string,
  statement: StoredStatement,
  lines: ReadonlySet<number>,
): Promise<Map<number, string[]>> {
  const found = new Map<number, string[]>()
  await readStatementRows(dataDir, statement, (line, cells) => {
    if (lines.has(line)) found.set(line, cells())
    return found.size < lines.size
  })
  return found
}

type LinePlace = z.infer<(typeof ledgerCalls)['earnings.linePlace']['output']>

interface PlaceColumns {
  statement: number
  row: number
}

/** The whole row behind an order line, and every other row that is this line; buyers' columns are left out. */
export async function readWholeRow({ db, dataDir }: { db: Db; dataDir: string }, lineId: string): Promise<LinePlace> {
  const line = new LineStore(db).get(Number(lineId))
  if (line === undefined) throw new BoanError('import.line-unknown', { lineId })
  const { statement: number, row } = line.current
  const statement = getStatementByNumber(db, number)
  const cells = (await readSomeRows(dataDir, statement, new Set([row]))).get(row) ?? []
  const buyers = buyerColumns(statement.layout.table)
  const buyersAt = new Set(buyers.map(({ index }) => index))
  const columns = statement.layout.table.headerCells.map((name, index) => ({
    name: name.trim(),
    value: cells[index]?.trim() ?? '',
  }))
  const places = db
    .prepare<[number], PlaceColumns>(
      'SELECT statement, row FROM statement_rows WHERE line_id = ? ORDER BY statement, row',
    )
    .all(line.id)
  return {
    file: statement.file,
    sha256: statement.sha256,
    sheet: statement.sheet ?? '',
    row,
    columns: columns.filter((_, index) => !buyersAt.has(index)),
    withheldColumns: buyers.map(({ name }) => name),
    otherPlaces: places
      .filter((place) => place.statement !== number || place.row !== row)
      .map((place) => {
        const other = getStatementByNumber(db, place.statement)
        return { file: other.file, sheet: other.sheet ?? '', row: place.row }
      }),
  }
}
