import { posix } from 'node:path'
import { TextDecoder } from 'node:util'
import type { FileEntry } from '@zip.js/zip.js'
import type { CellValue } from 'hucre'
import { BoanError } from '../../../../shared/errors.ts'
import { openWorkbookFiles } from './archive.ts'
import type { NamedFile } from './file.ts'
import { DateStyles, Relations, SharedStrings, type SheetContext, SheetList, SheetRows } from './sheet-reader.ts'
import { XmlScanner, type XmlSink } from './xml-scanner.ts'

/**
 * The rows of a plain .xlsx, streamed: the library builds a tree of all shared strings first, 600 MB of it for 200 000 rows.
 * What it knows about dates is still asked of it; workbooks behind a password are wholly its own.
 */
interface XlsxStream {
  sheetNames: string[]
  /** Hands over rows until `onRow` answers false. The array is used again. Throws `import.workbook-damaged` and what `onRow` throws. */
  read(sheet: string, onRow: (line: number, values: CellValue[]) => boolean): Promise<void>
}

type Files = ReadonlyMap<string, FileEntry>

/** Why reading ended before the end of a part: enough was read, or whoever took the rows failed. */
class Ended extends Error {
  failure: { error: unknown } | undefined
  isEarly = false
}

/** Opens a workbook. Throws `import.workbook-damaged` and `import.zip-bomb`. */
export async function openXlsxStream(file: NamedFile): Promise<XlsxStream> {
  const workbook = await withFiles(file, readWorkbook)
  // Most workbooks are read twice: their first rows to know what they are, then all of them.
  let context: Promise<SheetContext> | undefined
  return {
    sheetNames: workbook.list.sheets.map(({ name }) => name),
    read: (sheet, onRow) =>
      withFiles(file, async (files) => {
        context ??= readContext(files, workbook)
        const { relationId } = workbook.list.sheets.find(({ name }) => name === sheet) ?? { relationId: '' }
        const ended = new Ended()
        const rows = new SheetRows(await context, (line, values) => takeRow(onRow, line, values, ended))
        await readPart(files, partPath(workbook, workbook.relations.targets.get(relationId)), rows, ended)
      }),
  }
}

function takeRow(
  onRow: (line: number, values: CellValue[]) => boolean,
  line: number,
  values: CellValue[],
  ended: Ended,
): void {
  try {
    ended.isEarly = !onRow(line, values)
  } catch (error) {
    ended.failure = { error }
  }
  if (ended.isEarly || ended.failure !== undefined) throw ended
}

interface WorkbookParts {
  /** Where the workbook part is: what it relates to is named from there. */
  folder: string
  list: SheetList
  relations: Relations
}

async function readWorkbook(files: Files): Promise<WorkbookParts> {
  const root = new Relations()
  await readPart(files, '_rels/.rels', root)
  const path = (root.kinds.get('officeDocument') ?? '').replace(/^\//, '')
  const list = new SheetList()
  await readPart(files, path, list)
  const relations = new Relations()
  const folder = posix.dirname(path)
  await readPart(files, posix.join(folder, '_rels', `${posix.basename(path)}.rels`), relations)
  return { folder, list, relations }
}

function partPath({ folder }: WorkbookParts, target: string | undefined): string {
  if (target === undefined) return ''
  return target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
}

async function readContext(files: Files, workbook: WorkbookParts): Promise<SheetContext> {
  const { kinds } = workbook.relations
  const strings = new SharedStrings()
  const styles = new DateStyles()
  for (const [kind, sink] of [
    ['sharedStrings', strings],
    ['styles', styles],
  ] as const) {
    const path = partPath(workbook, kinds.get(kind))
    // Both may be missing: a workbook may write all its texts into the cells.
    if (files.has(path)) await readPart(files, path, sink)
  }
  return { strings: strings.texts, styles, is1904: workbook.list.is1904 }
}

async function readPart(files: Files, path: string, sink: XmlSink, ended = new Ended()): Promise<void> {
  const entry = files.get(path)
  if (entry === undefined) throw new Error(`${path} is not in the workbook`)
  const scanner = new XmlScanner(sink)
  const decoder = new TextDecoder('utf-8')
  try {
    const write = (bytes: Uint8Array): void => scanner.write(decoder.decode(bytes, { stream: true }))
    await entry.getData(new WritableStream({ write }))
    scanner.write(decoder.decode())
    scanner.end()
  } catch (error) {
    if (ended.failure !== undefined) throw new SinkFailure(ended.failure.error)
    if (!ended.isEarly) throw error
  }
}

/** Carries what whoever took the rows threw past the faults of the file. */
class SinkFailure extends Error {
  readonly error: unknown

  constructor(error: unknown) {
    super('whoever took the rows failed')
    this.error = error
  }
}

async function withFiles<T>(file: NamedFile, run: (files: Files) => Promise<T>): Promise<T> {
  const archive = await openWorkbookFiles(file)
  try {
    return await run(archive.files)
  } catch (error) {
    if (error instanceof SinkFailure) throw error.error
    throw new BoanError('import.workbook-damaged', {}, { file: file.name }, { cause: error })
  } finally {
    await archive.close()
  }
}
