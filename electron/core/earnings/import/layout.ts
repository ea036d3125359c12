import { choosePreset, indexHeader, scorePreset } from '../../../../shared/earnings/statements/header.ts'
import { tidyCell } from '../../../../shared/earnings/statements/cells.ts'
import type { StatementPreset } from '../../../../shared/earnings/statements/preset.ts'
import { mostColumns } from './cells.ts'
import type { SampleRow } from './delimited.ts'
import type { TableForm } from './table.ts'
import type { TableLayout } from './table-typer.ts'

/** The table found among a file's first rows, and the lines above it. */
export interface FoundLayout extends TableLayout {
  preamble: string[]
}

/**
 * Finds the header row by its names, wherever it stands, and the preset it belongs to. `presets` may be one that a person
 * chose: then its header is looked for and no other. A header of two rows, its amounts grouped under one name, is read as one.
 */
export function findLayout(
  rows: readonly SampleRow[],
  presets: readonly StatementPreset[],
  content: TableForm['content'],
): FoundLayout | undefined {
  let best: { preset: StatementPreset; at: HeaderPlace; score: number } | undefined
  for (const at of headerPlaces(rows)) {
    const header = indexHeader(at.cells)
    const preset = choosePreset(header, presets)
    const score = preset === undefined ? 0 : scorePreset(header, preset)
    if (preset !== undefined && score > (best?.score ?? 0)) best = { preset, at, score }
  }
  return best === undefined ? undefined : describeLayout(rows, best.at, best.preset, content)
}

/** Where a header may stand: rows `first` to `last` of a sample, read as one row of names. */
interface HeaderPlace {
  first: number
  last: number
  cells: string[]
}

function headerPlaces(rows: readonly SampleRow[]): HeaderPlace[] {
  const single = rows.map(({ cells }, index) => ({ first: index, last: index, cells }))
  const double = rows.flatMap((_, index) => {
    const cells = joinHeader(rows, index)
    return cells === undefined ? [] : [{ first: index, last: index + 1, cells }]
  })
  return [...single, ...double]
}

/** A number, a date, an id or a mark that stands for none: what rows hold and headers do not. */
function isFigure(cell: string): boolean {
  return cell.trim() !== '' && /^[\d¥.,:/\s-]+$/.test(cell)
}

function isBlank(cell: string): boolean {
  return tidyCell(cell) === ''
}

/** Names of two rows as one: what the lower says, else the upper. Undefined unless each names columns the other does not. */
function joinHeader(rows: readonly SampleRow[], upperIndex: number): string[] | undefined {
  const [upper, lower] = rows.slice(upperIndex, upperIndex + 2)
  if (upper === undefined || lower?.line !== upper.line + 1 || lower.cells.some(isFigure)) return undefined
  const width = Math.max(upper.cells.length, lower.cells.length)
  const pairs = Array.from({ length: width }, (_, at) => [upper.cells[at] ?? '', lower.cells[at] ?? ''] as const)
  const addsBelow = pairs.some(([above, below]) => isBlank(above) && !isBlank(below))
  const staysAbove = pairs.some(([above, below]) => !isBlank(above) && isBlank(below))
  if (!addsBelow || !staysAbove) return undefined
  return pairs.map(([above, below]) => (isBlank(below) ? above : below))
}

/** The layout when the header row stands there in the sample. */
function describeLayout(
  rows: readonly SampleRow[],
  { first, last, cells }: HeaderPlace,
  preset: StatementPreset,
  content: TableForm['content'],
): FoundLayout {
  return {
    preset,
    headerLine: rows[last]?.line ?? 1,
    headerCells: cells,
    preamble: rows.slice(0, first).map((row) => row.cells.join(' ').trim()),
    fields: content === 'delimited' ? countFields(rows.slice(last + 1), cells) : anyFields,
  }
}

/** Cells of a sheet have places of their own: a row that ends early is not cut off, and a note beside the table shifts nothing. */
const anyFields = { fewest: 0, most: mostColumns }

const enoughForAWay = 3

/**
 * How many fields the rows below a header have. Lists that end each row with a delimiter, but not the header (or the other
 * way round), have one more (or less) in every row: that is their way, not a fault.
 */
function countFields(rows: readonly SampleRow[], headerCells: readonly string[]): { fewest: number; most: number } {
  const lastName = headerCells.findLastIndex((cell) => tidyCell(cell) !== '') + 1
  const times = new Map<number, number>()
  for (const { cells } of rows) {
    if (cells.length < 2 || cells.slice(headerCells.length).some((cell) => tidyCell(cell) !== '')) continue
    times.set(cells.length, (times.get(cells.length) ?? 0) + 1)
  }
  const [usual, count] = [...times].toSorted(([, a], [, b]) => b - a)[0] ?? [headerCells.length, 0]
  // A few short rows are cut off; a list in which none reaches its header's last name has its own way.
  if (usual < lastName && count < enoughForAWay) return { fewest: lastName, most: headerCells.length }
  return { fewest: Math.min(lastName, usual), most: Math.max(headerCells.length, usual) }
}

/** How likely each row is the header of a list no preset knows: many different short texts, none a number or a date. */
export function guessHeader(rows: readonly SampleRow[]): number {
  let best = 0
  let bestScore = -1
  rows.forEach((row, index) => {
    const cells = row.cells.map(tidyCell).filter((cell) => cell !== '')
    const names = new Set(cells.filter((cell) => cell.length <= 24 && !isFigure(cell)))
    const score = names.size - (cells.length - names.size) * 2
    if (score > bestScore) {
      best = index
      bestScore = score
    }
  })
  return best
}

/** The likeliest names of the columns, of one row or of two, and the line the last of them stands in. */
export function guessNames(rows: readonly SampleRow[]): { line: number; cells: string[] } {
  const index = guessHeader(rows)
  for (const upper of [index, index - 1]) {
    const cells = upper < 0 ? undefined : joinHeader(rows, upper)
    if (cells !== undefined) return { line: rows[upper + 1]?.line ?? 1, cells }
  }
  return { line: rows[index]?.line ?? 1, cells: rows[index]?.cells ?? [] }
}
