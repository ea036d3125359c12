import type { RowProblem } from '../../../../shared/earnings/statements/rows.ts'
import type { CellReader } from './cell-reader.ts'
import type { Source } from './columns.ts'

/** Values are shown to people to find the cell again; a whole essay in one cell is not. */
const shownLength = 80

/** What is wrong, with the column's own name and what stands in the cell. */
export function problemAt(reader: CellReader, source: Source | undefined, code: string): RowProblem {
  return {
    code,
    column: source?.header ?? '',
    value: source === undefined ? '' : shorten(reader.raw(source.index)),
  }
}

export function shorten(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim()
  return plain.length > shownLength ? `${plain.slice(0, shownLength)}…` : plain
}
