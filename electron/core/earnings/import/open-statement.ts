import { BoanError } from '../../../../shared/errors.ts'
import type { unknownLayoutSchema } from '../../../../shared/earnings/import-shapes.ts'
import { momentInName, momentInPreamble } from '../../../../shared/earnings/statements/export-moment.ts'
import type { StatementPreset } from '../../../../shared/earnings/statements/preset.ts'
import type { z } from 'zod'
import type { SampleRow } from './delimited.ts'
import { type FileInspection, inspectFile, type NamedFile } from './file.ts'
import { findLayout, type FoundLayout, guessNames } from './layout.ts'
import { openTable, type Table } from './table.ts'

export type UnknownLayout = z.infer<typeof unknownLayoutSchema>

/** What a person says about a file, beside the file. */
export interface FileChoice {
  preset?: string | undefined
  account?: string | undefined
  exportedAt?: string | undefined
  sheet?: string | undefined
  password?: string | undefined
}

/** A file found to be a statement: which list it is, where its rows are. */
export interface OpenedStatement {
  /** The file the person named. */
  named: NamedFile
  inspection: FileInspection
  /** The file the rows are in; another one when it came out of a zip. */
  content: NamedFile
  contentInspection: FileInspection
  table: Table
  /** '' for files without sheets. */
  sheet: string
  layout: FoundLayout
  presetFrom: 'header' | 'person' | 'mapping'
}

/** A list no preset knows; carries what is needed to map it. */
export class UnknownLayoutError extends BoanError {
  readonly unknown: UnknownLayout

  constructor(file: string, unknown: UnknownLayout) {
    super('import.unknown-layout', {}, { file })
    this.unknown = unknown
  }
}

/**
 * Opens a file, finds its table and which list it is. Throws the faults of the file, `import.unknown-layout` (as
 * UnknownLayoutError), `import.preset-unknown`, `import.header-not-found`, `import.sheet-unknown`.
 */
export async function openStatement(
  named: NamedFile,
  choice: FileChoice,
  presets: readonly StatementPreset[],
  unpackInto: string,
  onBytes?: (done: number) => void,
): Promise<OpenedStatement> {
  const candidates = choose(named, choice.preset, presets)
  const inspection = inspectFile(named, onBytes)
  const opened = await openTable(named, inspection, {
    unpackInto,
    ...(choice.password === undefined ? {} : { password: choice.password }),
    fits: (rows) => (findLayout(rows, candidates, 'delimited') === undefined ? widthOf(rows) : 1_000_000),
  })
  const found = await findSheet(named, opened.table, choice.sheet, candidates)
  if ('layout' in found) {
    return {
      named,
      inspection,
      content: opened.file,
      contentInspection: opened.inspection,
      table: opened.table,
      ...found,
      presetFrom: choice.preset === undefined ? 'header' : choice.preset.startsWith('mapping:') ? 'mapping' : 'person',
    }
  }
  if (choice.preset !== undefined) {
    throw new BoanError('import.header-not-found', { preset: choice.preset }, { file: named.name })
  }
  throw new UnknownLayoutError(named.name, describeUnknown(opened.table, found.sheet, found.rows))
}

function choose(named: NamedFile, preset: string | undefined, presets: readonly StatementPreset[]): StatementPreset[] {
  if (preset === undefined) return [...presets]
  const chosen = presets.filter(({ id }) => id === preset)
  if (chosen.length === 0) throw new BoanError('import.preset-unknown', { preset }, { file: named.name })
  return chosen
}

/** How many columns a reading of the first rows has: one column is hardly a table. */
function widthOf(rows: readonly SampleRow[]): number {
  return Math.max(0, ...rows.map(({ cells }) => cells.length)) - 1
}

type FoundSheet = { sheet: string; layout: FoundLayout } | { sheet: string; rows: SampleRow[] }

/** The sheet the person chose, else the first that holds a list we know: one sheet per import. */
async function findSheet(
  named: NamedFile,
  table: Table,
  wanted: string | undefined,
  presets: readonly StatementPreset[],
): Promise<FoundSheet> {
  if (wanted !== undefined && wanted !== '' && !table.sheetNames.includes(wanted)) {
    throw new BoanError('import.sheet-unknown', { sheet: wanted }, { file: named.name })
  }
  const sheets = table.sheetNames.length === 0 ? [''] : table.sheetNames
  let fallback: { sheet: string; rows: SampleRow[] } | undefined
  for (const sheet of wanted === undefined || wanted === '' ? sheets : [wanted]) {
    const rows = await table.sample(sheet)
    const layout = findLayout(rows, presets, table.form.content)
    if (layout !== undefined) return { sheet, layout }
    if (fallback === undefined || fallback.rows.length === 0) fallback = { sheet, rows }
  }
  return fallback ?? { sheet: '', rows: [] }
}

const shownRows = 20

function describeUnknown(table: Table, sheet: string, rows: readonly SampleRow[]): UnknownLayout {
  const header = guessNames(rows)
  return {
    encoding: table.form.encoding,
    sheet: sheet === '' ? null : sheet,
    sheets: table.sheetNames,
    headerRow: header.line,
    headers: header.cells.map((cell) => cell.trim()),
    sample: rows.slice(0, shownRows).map(({ line, cells }) => ({ row: line, cells })),
  }
}

export interface ExportMoment {
  /** Seconds since 1970 UTC; undefined while only the rows can tell. */
  atS: number | undefined
  from: 'person' | 'preamble' | 'name' | 'rows'
}

/** When the file was exported (design.md 'Export moment'): the person, its preamble, its name, else its rows tell. */
export function findExportMoment(opened: OpenedStatement, exportedAt: string | undefined): ExportMoment {
  if (exportedAt !== undefined) return { atS: Math.floor(Date.parse(exportedAt) / 1000), from: 'person' }
  const { preamble, preset } = opened.layout
  const said = momentInPreamble(preamble, preset.exportMomentIn)
  if (said !== undefined) return { atS: said, from: 'preamble' }
  const named = momentInName(opened.named.name) ?? momentInName(opened.content.name)
  return named === undefined ? { atS: undefined, from: 'rows' } : { atS: named, from: 'name' }
}
