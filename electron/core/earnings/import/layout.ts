import { choosePreset, indexHeader, scorePreset } from '../../../../shared/earnings/statements/header.ts'
import { tidyCell } from '../../../../shared/earnings/statements/cells.ts'
import type { StatementPreset } from '../../../../shared/earnings/statements/preset.ts'
import type { SampleRow } from './delimited.ts'
import type { TableLayout } from './table-typer.ts'

/** The table found among a file's first rows, and the lines above it. */
export interface FoundLayout extends TableLayout {
  preamble: string[]
}

/**
 * Finds the header row by its names, wherever it stands, and the preset it belongs to. `presets` may be one that a person
 * chose: then its header is looked for and no other.
 */
export function findLayout(rows: readonly SampleRow[], presets: readonly StatementPreset[]): FoundLayout | undefined {
  let best: { preset: StatementPreset; index: number; score: number } | undefined
  rows.forEach((row, index) => {
    const header = indexHeader(row.cells)
    const preset = choosePreset(header, presets)
    const score = preset === undefined ? 0 : scorePreset(header, preset)
    if (preset !== undefined && score > (best?.score ?? 0)) best = { preset, index, score }
  })
  return best === undefined ? undefined : describeLayout(rows, best.index, best.preset)
}

/** The layout when the header row stands at `index` of the sample. */
function describeLayout(rows: readonly SampleRow[], index: number, preset: StatementPreset): FoundLayout {
  const header = rows[index]
  const headerCells = header?.cells ?? []
  return {
    preset,
    headerLine: header?.line ?? 1,
    headerCells,
    preamble: rows.slice(0, index).map((row) => row.cells.join(' ').trim()),
    fields: countFields(rows.slice(index + 1), headerCells),
  }
}

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
    const names = new Set(cells.filter((cell) => cell.length <= 24 && !/^[\d¥.,:/\s-]+$/.test(cell)))
    const score = names.size - (cells.length - names.size) * 2
    if (score > bestScore) {
      best = index
      bestScore = score
    }
  })
  return best
}
