import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { createSpool, readSpool } from './row-spool.ts'
import type { CellEncoding } from './cells.ts'
import { cellEncodingOf, chooseDelimiter, readDelimited, type SampleRow } from './delimited.ts'
import type { FileEncoding, TextForm } from './encoding.ts'
import { type FileInspection, inspectFile, type NamedFile } from './file.ts'
import type { Delimiter, RowSink } from './tokenizer.ts'
import type { WorkbookRows } from './workbook.ts'

/** Where the rows of a workbook's sheet are put down by the preview, for the import (row-spool.ts). */
export type SpoolPath = (sheet: string) => string

/** How a table's rows are found in its file again, kept with the preview and the statement. */
export interface TableForm {
  content: 'delimited' | 'xlsx' | 'xls'
  encoding: FileEncoding | null
  bomBytes: number
  delimiter: Delimiter | null
}

/** A file whose rows can be read, as often as needed. */
export interface Table {
  form: TableForm
  cellEncoding: CellEncoding
  /** Empty for delimited files. */
  sheetNames: string[]
  /** The first rows of a sheet (of the file, when it has none). */
  sample(sheet: string): Promise<SampleRow[]>
  read(sheet: string, sink: RowSink, onChunk?: (chunk: Buffer) => void): Promise<void>
}

export interface OpenTableOptions {
  password?: string
  /** Where the table inside a zip is unpacked; the caller empties it. */
  unpackInto: string
  /** How well a reading of the first rows serves; decides on the delimiter. */
  fits: (rows: SampleRow[]) => number
}

/** A table, with the file its rows are really in when that came out of a zip. */
export interface OpenedTable {
  table: Table
  file: NamedFile
  inspection: FileInspection
}

const sampleRows = 100

/**
 * Opens a named file as a table, by its content and not by its extension. Throws the faults of the file: see the errors of
 * `shared/i18n/zh/import.json` (`zip-…`, `workbook-…`, `password-…`, `encoding-…`, `file-empty`, `not-a-table`).
 */
export async function openTable(
  file: NamedFile,
  inspection: FileInspection,
  options: OpenTableOptions,
): Promise<OpenedTable> {
  if (inspection.content === 'text' && inspection.form !== undefined) {
    return { table: openDelimited(file, inspection.form, options.fits), file, inspection }
  }
  if (inspection.content === 'ole') return { table: await openOle(file, inspection, options), file, inspection }
  const { openArchive, unpackTable } = await import('./archive.ts')
  const archive = await openArchive(file)
  try {
    if (archive.isWorkbook) {
      const { openXlsx } = await import('./workbook.ts')
      const workbook = await openXlsx(file, options.password)
      return { table: workbookTable('xlsx', workbook, spoolBeside(options, inspection)), file, inspection }
    }
    const inner = await unpackTable(file, archive, options.unpackInto, options.password)
    return await openInner(inner, options)
  } finally {
    await archive.close()
  }
}

/** What came out of a zip; a zip in a zip is opened no further than the second. */
async function openInner(inner: NamedFile, options: OpenTableOptions): Promise<OpenedTable> {
  const inspection = inspectFile(inner)
  if (inspection.content === 'text') return openTable(inner, inspection, options)
  if (inspection.content === 'ole') {
    return { table: await openOle(inner, inspection, options), file: inner, inspection }
  }
  const { openXlsx } = await import('./workbook.ts')
  const workbook = await openXlsx(inner, options.password)
  return { table: workbookTable('xlsx', workbook, spoolBeside(options, inspection)), file: inner, inspection }
}

/** An OLE container is an .xls, or an .xlsx behind a password. */
async function openOle(file: NamedFile, inspection: FileInspection, options: OpenTableOptions): Promise<Table> {
  const { isEncryptedWorkbook, openXls, openXlsx } = await import('./workbook.ts')
  const spool = spoolBeside(options, inspection)
  return isEncryptedWorkbook(file)
    ? workbookTable('xlsx', await openXlsx(file, options.password), spool)
    : workbookTable('xls', await openXls(file), spool)
}

function spoolBeside({ unpackInto }: OpenTableOptions, { sha256 }: FileInspection): SpoolPath {
  return spoolIn(unpackInto, sha256)
}

/** The place of a sheet's spool; by the file's hash, so that another file's rows are never taken for it. */
export function spoolIn(folder: string, sha256: string): SpoolPath {
  return (sheet) => join(folder, `${sha256}-${createHash('sha256').update(sheet).digest('hex').slice(0, 16)}.rows`)
}

function openDelimited(file: NamedFile, form: TextForm, fits: OpenTableOptions['fits']): Table {
  const { delimiter, rows } = chooseDelimiter(file, form, fits)
  return delimitedTable(file, form, delimiter, rows)
}

/** A delimited file whose form is known already, from its preview. */
function delimitedTable(file: NamedFile, form: TextForm, delimiter: Delimiter, rows: SampleRow[] = []): Table {
  return {
    form: { content: 'delimited', encoding: form.encoding, bomBytes: form.bomBytes, delimiter },
    cellEncoding: cellEncodingOf(form),
    sheetNames: [],
    sample: async () => rows,
    read: async (_sheet, sink, onChunk) =>
      readDelimited(file, { form, delimiter, ...(onChunk === undefined ? {} : { onChunk }) }, sink),
  }
}

function workbookTable(content: 'xlsx' | 'xls', workbook: WorkbookRows, spool?: SpoolPath): Table {
  return {
    form: { content, encoding: null, bomBytes: 0, delimiter: null },
    cellEncoding: 'utf-8',
    sheetNames: workbook.sheetNames,
    async sample(sheet) {
      const rows: SampleRow[] = []
      await workbook.read(
        sheet,
        (row) => {
          rows.push({ line: row.line, cells: row.texts() })
          return rows.length < sampleRows
        },
        sampleRows,
      )
      return rows
    },
    read: (sheet, sink) =>
      spool === undefined ? workbook.read(sheet, sink) : readThroughSpool(workbook, sheet, spool(sheet), sink),
  }
}

/** Reads a sheet from its spool, or from the workbook while writing the spool. */
async function readThroughSpool(workbook: WorkbookRows, sheet: string, path: string, sink: RowSink): Promise<void> {
  if (readSpool(path, sink)) return
  const spool = createSpool(path)
  let isWhole = true
  try {
    await workbook.read(sheet, (row) => {
      spool.add(row)
      isWhole = sink(row) !== false
      return isWhole
    })
  } catch (error) {
    spool.abandon()
    throw error
  }
  if (isWhole) spool.finish()
  else spool.abandon()
}

/**
 * Opens the table of a plan or a kept statement again, without looking for what is known. Workbooks may need their password,
 * unless the rows were spooled by the preview.
 */
export async function reopenTable(
  file: NamedFile,
  form: TableForm,
  sheetNames: readonly string[],
  options: { password?: string | undefined; spool?: SpoolPath } = {},
): Promise<Table> {
  if (form.content === 'delimited') {
    const textForm = { encoding: form.encoding ?? 'utf-8', bomBytes: form.bomBytes }
    return delimitedTable(file, textForm, form.delimiter ?? ',')
  }
  const { content } = form
  const open = async (): Promise<WorkbookRows> => {
    const { openXls, openXlsx } = await import('./workbook.ts')
    return content === 'xls' ? openXls(file) : openXlsx(file, options.password)
  }
  // Only opened when its rows are not spooled: the spool is there for not having to.
  const lazy: WorkbookRows = {
    sheetNames: [...sheetNames],
    read: async (sheet, sink, mostRows) => (await open()).read(sheet, sink, mostRows),
  }
  return workbookTable(content, lazy, options.spool)
}
