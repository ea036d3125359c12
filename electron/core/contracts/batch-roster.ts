import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Output, ParsedInput } from '../../../shared/contract.ts'
import type { RosterPlanInput } from '../../../shared/contracts/roster/calls.ts'
import type { RosterCell } from '../../../shared/contracts/roster/check-row.ts'
import { isEmptyCell, tidyCell } from '../../../shared/earnings/statements/cells.ts'
import { BoanError } from '../../../shared/errors.ts'
import type { CallContext } from '../context.ts'
import { cellKinds, guessHeader, inspectFile, openTable, type Table } from '../earnings/import/index.ts'
import type { IntakeFile } from '../exchange.ts'

/** A roster issues at most so many contracts at once. */
const mostRows = 1_000
const shownRows = 8

/** A row of the table under its header. */
export interface RosterTableRow {
  row: number
  cells: RosterCell[]
}

/** Opens a roster by the import's readers (any encoding, .csv, .xlsx, .xls, zipped) while `use` works with it. */
async function withTable<T>(context: CallContext, file: IntakeFile, use: (table: Table) => Promise<T>): Promise<T> {
  const work = join(context.dataDir, 'issuing')
  mkdirSync(work, { recursive: true, mode: 0o700 })
  const unpackInto = mkdtempSync(join(work, 'roster-'))
  try {
    const { table } = await openTable(file, inspectFile(file), { unpackInto, fits: widthOf })
    return await use(table)
  } finally {
    rmSync(unpackInto, { recursive: true, force: true })
  }
}

/** How well a reading of the first rows serves: one column is hardly a roster. */
function widthOf(rows: readonly { cells: readonly string[] }[]): number {
  return Math.max(0, ...rows.map(({ cells }) => cells.length)) - 1
}

/** The sheet that is meant: the named one, else the first with more than a line. Throws `roster.sheet-unknown`. */
async function findSheet(table: Table, wanted: string | undefined, file: string): Promise<string> {
  if (table.sheetNames.length === 0) return ''
  if (wanted !== undefined && wanted !== '') {
    if (!table.sheetNames.includes(wanted)) throw new BoanError('roster.sheet-unknown', { sheet: wanted }, { file })
    return wanted
  }
  for (const sheet of table.sheetNames) if ((await table.sample(sheet)).length > 1) return sheet
  return table.sheetNames[0] ?? ''
}

/** The table of a roster as it is found. Throws the faults of the file, `roster.sheet-unknown` and `roster.no-rows`. */
export async function readRoster(
  context: CallContext,
  input: ParsedInput<'contracts.readRoster'>,
): Promise<Output<'contracts.readRoster'>> {
  const file = context.intake(input.token)
  return withTable(context, file, async (table) => {
    const sheet = await findSheet(table, input.sheet, file.name)
    const top = await table.sample(sheet)
    const headerRow = input.headerRow ?? top[guessHeader(top)]?.line ?? 1
    const { headers, rows } = await readRows(table, sheet, headerRow, file.name)
    return {
      fileName: file.name,
      sheets: table.sheetNames,
      sheet,
      headerRow,
      headers,
      sample: rows.slice(0, shownRows).map(({ row, cells }) => ({ row, cells: cells.map(({ text }) => text) })),
      top: top.slice(0, shownRows).map(({ line, cells }) => ({ row: line, cells })),
      rows: rows.length,
    }
  })
}

/** All rows of the roster of a plan. Throws as `readRoster` does, and `roster.too-many-rows`. */
export async function rosterRows(
  context: CallContext,
  plan: RosterPlanInput,
): Promise<{ headers: string[]; rows: RosterTableRow[]; file: IntakeFile }> {
  const file = context.intake(plan.token)
  const read = await withTable(context, file, async (table) => {
    const sheet = await findSheet(table, plan.sheet, file.name)
    return readRows(table, sheet, plan.headerRow, file.name)
  })
  return { ...read, file }
}

async function readRows(
  table: Table,
  sheet: string,
  headerRow: number,
  file: string,
): Promise<{ headers: string[]; rows: RosterTableRow[] }> {
  let headers: string[] = []
  const rows: RosterTableRow[] = []
  await table.read(sheet, (row) => {
    const texts = row.texts()
    if (row.line < headerRow) return true
    if (row.line === headerRow) headers = texts.map(tidyCell)
    else if (texts.some((text) => !isEmptyCell(tidyCell(text)))) {
      const kindAt = (index: number): RosterCell['kind'] => cellKinds[row.kinds[index] ?? 0] ?? 'text'
      rows.push({ row: row.line, cells: texts.map((text, index) => ({ text, kind: kindAt(index) })) })
    }
    if (rows.length > mostRows) throw new BoanError('roster.too-many-rows', { most: mostRows }, { file, row: row.line })
    return true
  })
  if (headers.length === 0 || rows.length === 0) throw new BoanError('roster.no-rows', {}, { file })
  return { headers, rows }
}
