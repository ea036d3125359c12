import { Buffer } from 'node:buffer'
import { closeSync, createWriteStream, openSync, readFileSync, readSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import {
  type CellValue,
  DecryptionError,
  EncryptedFileError,
  HucreError,
  readXls,
  readXlsx,
  streamXlsxRows,
  writeXlsxStream,
} from 'hucre'
import { BoanError } from '../../../../shared/errors.ts'
import { dateKind, errorKind, numberKind, RowCells, textKind } from './cells.ts'
import type { NamedFile } from './file.ts'
import type { RowSink } from './tokenizer.ts'
import { openXlsxStream } from './xlsx-stream.ts'

/** The one module that knows the spreadsheet library (reference/dependencies.md 'Spreadsheets'). */

/** More rows than this have to come as CSV (spec/earnings.md 'Importing statements'); headers and preamble come on top. */
export const mostSheetRows = 200_000
const rowsAboveTable = 200

export interface WorkbookRows {
  sheetNames: string[]
  /** Hands over the rows of one sheet; stops when the sink answers false. `mostRows` is for looking at the top only. */
  read(sheet: string, sink: RowSink, mostRows?: number): Promise<void>
}

/** Whether an OLE container is an .xlsx behind a password and not an .xls: its directory names the package. */
export function isEncryptedWorkbook(file: NamedFile): boolean {
  return readFileSync(file.path).includes(Buffer.from('EncryptedPackage', 'utf16le'))
}

/** An .xlsx, plain or with a password. */
export async function openXlsx(file: NamedFile, password: string | undefined): Promise<WorkbookRows> {
  if (isOle(file)) return openLockedXlsx(file, password)
  const stream = await openXlsxStream(file)
  return {
    sheetNames: stream.sheetNames,
    async read(sheet, sink, mostRows) {
      const pour = createPourer(file, sheet, sink)
      let left = rowLimit(mostRows)
      await stream.read(sheet, (line, values) => {
        left -= 1
        return pour(line, values) && left > 0
      })
    },
  }
}

/** An .xlsx behind a password is an OLE container that holds the zip; the library decrypts it whole. */
async function openLockedXlsx(file: NamedFile, password: string | undefined): Promise<WorkbookRows> {
  const bytes = readFileSync(file.path)
  const secret = password === undefined ? {} : { password }
  const sheetNames = await guarded(file, password, () => readSheetNames(bytes, secret))
  return {
    sheetNames,
    async read(sheet, sink, mostRows) {
      await guarded(file, password, async () => {
        const rows = streamXlsxRows(bytes, { sheet: sheetNames.indexOf(sheet), maxRows: rowLimit(mostRows), ...secret })
        const pour = createPourer(file, sheet, sink)
        for await (const { index, values } of rows) if (!pour(index + 1, values)) break
      })
    },
  }
}

const oleMark = 0xd0cf11e0

function isOle(file: NamedFile): boolean {
  const head = Buffer.alloc(4)
  const handle = openSync(file.path, 'r')
  try {
    readSync(handle, head, 0, 4, 0)
  } finally {
    closeSync(handle)
  }
  return head.readUInt32BE(0) === oleMark
}

async function readSheetNames(bytes: Uint8Array, secret: { password?: string }): Promise<string[]> {
  const names: string[] = []
  await readXlsx(bytes, {
    ...secret,
    sheets: (info) => {
      names.push(info.name)
      return false
    },
  })
  return names
}

/** An .xls (BIFF). The library reads it whole; such files hold at most 65 536 rows a sheet. */
export async function openXls(file: NamedFile): Promise<WorkbookRows> {
  const bytes = readFileSync(file.path)
  const workbook = await guarded(file, undefined, () => readXls(bytes))
  return {
    sheetNames: workbook.sheets.map((sheet) => sheet.name),
    async read(sheet, sink, mostRows) {
      const rows = workbook.sheets.find(({ name }) => name === sheet)?.rows ?? []
      const pour = createPourer(file, sheet, sink)
      const end = Math.min(rows.length, rowLimit(mostRows))
      for (let index = 0; index < end; index += 1) {
        // The library leaves a hole where a row is blank.
        const values = rows[index]
        if (values !== undefined && !pour(index + 1, values)) break
      }
    },
  }
}

function rowLimit(mostRows: number | undefined): number {
  return mostRows ?? mostSheetRows + rowsAboveTable + 1
}

const errorValue = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|GETTING_DATA)$/

/** Writes each row's values as text into one buffer, so that sheets and delimited files are typed by the same code. */
function createPourer(file: NamedFile, sheet: string, sink: RowSink): (line: number, values: CellValue[]) => boolean {
  const row = new RowCells('utf-8')
  row.bytes = Buffer.allocUnsafeSlow(256 << 10)
  let used = 0

  function add(text: string, kind: number): void {
    const room = text.length * 3
    if (used + room > row.bytes.length) {
      const larger = Buffer.allocUnsafeSlow((used + room) * 2)
      row.bytes.copy(larger, 0, 0, used)
      row.bytes = larger
    }
    const end = used + row.bytes.write(text, used)
    row.add(used, end, kind)
    used = end
  }

  return (line, values) => {
    if (line > mostSheetRows + rowsAboveTable) {
      throw new BoanError('import.sheet-too-long', { most: mostSheetRows }, { file: file.name, sheet, row: line })
    }
    used = 0
    row.count = 0
    row.overflowed = false
    row.line = line
    for (const value of values) {
      if (value === null) add('', textKind)
      else if (typeof value === 'string')
        add(value, value.startsWith('#') && errorValue.test(value) ? errorKind : textKind)
      else if (typeof value === 'number') add(String(value), numberKind)
      else if (value instanceof Date) add(clockText(value), dateKind)
      else add(value ? 'TRUE' : 'FALSE', textKind)
    }
    return sink(row) !== false
  }
}

/** The library gives wall-clock times as if they were UTC; a serial's fraction is rounded to the second it stands for. */
function clockText(date: Date): string {
  const rounded = new Date(Math.round(date.getTime() / 1000) * 1000)
  return Number.isNaN(rounded.getTime()) ? '' : rounded.toISOString().slice(0, 19).replace('T', ' ')
}

async function guarded<T>(file: NamedFile, password: string | undefined, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    const place = { file: file.name }
    if (error instanceof EncryptedFileError) {
      throw new BoanError('import.password-needed', {}, place, { cause: error })
    }
    if (error instanceof DecryptionError) {
      const code = /password/i.test(error.message) && password !== undefined ? 'password-wrong' : 'workbook-encryption'
      throw new BoanError(`import.${code}`, {}, place, { cause: error })
    }
    if (error instanceof HucreError || error instanceof RangeError || error instanceof TypeError) {
      throw new BoanError('import.workbook-damaged', {}, place, { cause: error })
    }
    throw error
  }
}

/** Writes a workbook of one sheet whose cells are all text, row by row. */
export async function writeTextSheet(
  path: string,
  name: string,
  header: readonly string[],
  rows: Iterable<readonly string[]>,
): Promise<void> {
  function* all(): Generator<string[]> {
    yield [...header]
    for (const row of rows) yield [...row]
  }
  await pipeline(Readable.fromWeb(writeXlsxStream(all(), { name }) as ReadableStream), createWriteStream(path))
}
