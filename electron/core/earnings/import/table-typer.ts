import { indexHeader } from '../../../../shared/earnings/statements/header.ts'
import { explainRow } from '../../../../shared/earnings/statements/marks.ts'
import type { StatementPreset } from '../../../../shared/earnings/statements/preset.ts'
import type { IgnoredWhy, RowProblem, StatementRow } from '../../../../shared/earnings/statements/rows.ts'
import { CellReader } from './cell-reader.ts'
import { type CellEncoding, RowCells } from './cells.ts'
import { bindColumns, type BoundField } from './columns.ts'
import { OrderTyper } from './order-typer.ts'
import { PaymentTyper } from './payment-typer.ts'
import { SessionTyper } from './session-typer.ts'

interface Typer {
  readonly row: StatementRow
  read(reader: CellReader): RowProblem | undefined
}

/** What one row of the file is. A `row` is used again for the next one. */
export type TypedRow = { row: StatementRow } | { ignored: IgnoredWhy } | { problem: RowProblem }

/** Where a table starts and what it is. */
export interface TableLayout {
  preset: StatementPreset
  /** Line of the header row, from 1. */
  headerLine: number
  headerCells: string[]
  /** How many fields a row of this table has; a row with fewer is cut off, one with more holds an unquoted delimiter. */
  fields: { fewest: number; most: number }
}

/** Types the rows below the header of one table: bound to its columns once, then fast. */
export class TableTyper {
  readonly fields: BoundField[]
  readonly row: StatementRow
  readonly #typer: Typer
  readonly #reader: CellReader
  readonly #trial: RowCells
  readonly #layout: TableLayout
  readonly #headerNames: string[]
  readonly #textColumns: number[]

  constructor(layout: TableLayout, encoding: CellEncoding) {
    const header = indexHeader(layout.headerCells)
    this.#layout = layout
    this.#headerNames = header.names
    this.fields = bindColumns(layout.preset, header, layout.headerCells)
    this.#typer = createTyper(layout.preset, header, this.fields)
    this.row = this.#typer.row
    this.#trial = new RowCells(encoding)
    this.#reader = new CellReader(this.#trial)
    const strict = new Set(this.fields.filter(isStrict).flatMap(({ sources }) => sources.map(({ index }) => index)))
    this.#textColumns = header.names.flatMap((_, index) => (strict.has(index) ? [] : [index]))
  }

  /**
   * Fills `row` from the cells. Answers undefined when that went well, else why the row is ignored or what is wrong with
   * it. A row with too many fields is joined again where only one reading makes sense.
   */
  read(cells: RowCells): Exclude<TypedRow, { row: StatementRow }> | undefined {
    this.#reader.at(cells)
    const problem = this.#readCells(cells)
    if (problem === undefined) return undefined
    const ignored = explainRow(cells.texts(), {
      headerNames: this.#headerNames,
      isFirst: cells.line <= this.#layout.headerLine + 1,
    })
    return ignored === undefined ? { problem } : { ignored }
  }

  #readCells(cells: RowCells): RowProblem | undefined {
    const { fewest, most } = this.#layout.fields
    if (cells.count > most || cells.overflowed) return this.#readSurplus(cells)
    if (cells.count < fewest) return { code: 'too-few-fields', column: '', value: String(cells.count) }
    return this.#typer.read(this.#reader)
  }

  /** A comma in an unquoted name makes one field too many: the name is the column where joining makes all others right. */
  #readSurplus(cells: RowCells): RowProblem | undefined {
    const surplus = cells.count - this.#layout.fields.most
    let found: { at: number; content: string } | undefined
    let contradicted = cells.overflowed
    for (const at of this.#textColumns) {
      if (contradicted) break
      if (this.#tryJoin(cells, at, surplus) !== undefined) continue
      const content = JSON.stringify(this.row)
      contradicted = found !== undefined && found.content !== content
      found ??= { at, content }
    }
    if (found === undefined || contradicted) return { code: 'too-many-fields', column: '', value: String(cells.count) }
    return this.#tryJoin(cells, found.at, surplus)
  }

  #tryJoin(cells: RowCells, at: number, surplus: number): RowProblem | undefined {
    this.#trial.copyFrom(cells)
    this.#trial.rejoin(at, surplus)
    this.#reader.at(this.#trial)
    return this.#typer.read(this.#reader)
  }
}

function createTyper(preset: StatementPreset, header: ReturnType<typeof indexHeader>, fields: BoundField[]): Typer {
  if (preset.kind === 'orders') return new OrderTyper(preset, fields)
  return preset.kind === 'payments' ? new PaymentTyper(preset, header, fields) : new SessionTyper(fields)
}

const looseFields = new Set(['accountName', 'counterparty', 'counterpartyAccount', 'type', 'subject', 'method', 'note'])

/** Whether a column's cells are checked when they are read, so that a shifted row is noticed in it. */
function isStrict({ field }: BoundField): boolean {
  return !looseFields.has(field)
}
