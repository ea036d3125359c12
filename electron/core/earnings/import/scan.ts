import type { RowProblem, StatementRow } from '../../../../shared/earnings/statements/rows.ts'
import { DecisionList, IgnoredRuns, isIgnored, isRejected } from './decisions.ts'
import type { RowCells } from './cells.ts'
import type { Table } from './table.ts'
import { type TableLayout, TableTyper } from './table-typer.ts'

export interface FoundProblem extends RowProblem {
  row: number
}

/** What a reading of all rows below a header has found, beside what the caller makes of the typed rows. */
export interface ScanResult {
  decisions: DecisionList
  ignored: IgnoredRuns
  problems: FoundProblem[]
}

export interface ScanOptions {
  /** Called now and then with the number of rows read; may throw to stop. */
  onRows?: (rows: number) => void
  onChunk?: (chunk: Buffer) => void
}

/** What a typed row is decided to be (decisions.ts); `index` counts rows below the header from 0. The row is used again. */
export type TypedRowSink<R extends StatementRow> = (row: R, line: number, index: number) => number | RowProblem

const progressEvery = 8_192

/** Reads every row below the header once: typed rows go to `take`, the others are noted here. */
export async function scanTable<R extends StatementRow>(
  table: Table,
  sheet: string,
  layout: TableLayout,
  take: TypedRowSink<R>,
  options: ScanOptions = {},
): Promise<ScanResult> {
  const typer = new TableTyper(layout, table.cellEncoding)
  const typed = typer.row as R
  const decisions = new DecisionList()
  const ignored = new IgnoredRuns()
  const problems: FoundProblem[] = []
  const reject = (line: number, problem: RowProblem): void => {
    problems.push({ row: line, ...problem })
    decisions.push(isRejected)
  }
  const sink = (cells: RowCells): void => {
    const { line } = cells
    if (line <= layout.headerLine) return
    if (decisions.length % progressEvery === 0) options.onRows?.(decisions.length)
    const outcome = typer.read(cells)
    if (outcome === undefined) {
      const decision = take(typed, line, decisions.length)
      if (typeof decision === 'number') decisions.push(decision)
      else reject(line, decision)
    } else if ('ignored' in outcome) {
      ignored.add(line, outcome.ignored)
      decisions.push(isIgnored)
    } else reject(line, outcome.problem)
  }
  await table.read(sheet, sink, options.onChunk)
  return { decisions, ignored, problems }
}
