import {
  type CellProblem,
  type CellReading,
  isEmptyCell,
  readAmountCell,
  readIdCell,
  readMomentCell,
  readRateCell,
  tidyCell,
} from '../../../../shared/earnings/statements/cells.ts'
import { NOT_PLAIN, NOTHING, readPlainAmount, readPlainId, readPlainMoment, readPlainRate } from './byte-values.ts'
import { cellKinds, type RowCells, textKind } from './cells.ts'
import { Interner } from './interner.ts'

/**
 * Reads single cells of the current row as values: the plain shape straight from the bytes, everything else through the
 * strict readers. After an answer of NOT_PLAIN (or undefined for ids) `fault` says what is wrong.
 */
export class CellReader {
  fault: CellProblem = 'amount-bad'
  readonly #words: Interner
  #cells: RowCells

  constructor(cells: RowCells) {
    this.#cells = cells
    this.#words = new Interner((start, end) => tidyWord(this.#cells.decode(start, end)))
  }

  at(cells: RowCells): void {
    this.#cells = cells
  }

  /** Fen, NOTHING or NOT_PLAIN. */
  amount(index: number): number {
    const cells = this.#cells
    if (index >= cells.count) return NOTHING
    if (cells.kinds[index] === textKind) {
      const fen = readPlainAmount(cells.bytes, cells.starts[index] ?? 0, cells.ends[index] ?? 0)
      if (!Number.isNaN(fen)) return fen
    }
    return this.#strict(readAmountCell(cells.text(index), this.#kind(index)))
  }

  rate(index: number): number {
    const cells = this.#cells
    if (index >= cells.count) return NOTHING
    if (cells.kinds[index] === textKind) {
      const ppm = readPlainRate(cells.bytes, cells.starts[index] ?? 0, cells.ends[index] ?? 0)
      if (!Number.isNaN(ppm)) return ppm
    }
    return this.#strict(readRateCell(cells.text(index), this.#kind(index)))
  }

  /** Seconds since 1970 UTC, NOTHING or NOT_PLAIN. */
  moment(index: number): number {
    const cells = this.#cells
    if (index >= cells.count) return NOTHING
    const seconds = readPlainMoment(cells.bytes, cells.starts[index] ?? 0, cells.ends[index] ?? 0)
    if (!Number.isNaN(seconds)) return seconds
    return this.#strict(readMomentCell(cells.text(index), this.#kind(index)))
  }

  /** An id, `''` for none, undefined when it cannot be trusted. */
  id(index: number): string | undefined {
    const cells = this.#cells
    if (index >= cells.count) return ''
    if (cells.kinds[index] === textKind) {
      const id = readPlainId(cells.bytes, cells.starts[index] ?? 0, cells.ends[index] ?? 0)
      if (id !== undefined) return id
    }
    const reading = readIdCell(cells.text(index), this.#kind(index))
    if ('value' in reading) return reading.value ?? ''
    this.fault = reading.problem
    return undefined
  }

  /** A short text that recurs (account, status, type), tidied; `''` when the cell says nothing. */
  word(index: number): string {
    const cells = this.#cells
    if (index >= cells.count) return ''
    return this.#words.text(cells.bytes, cells.starts[index] ?? 0, cells.ends[index] ?? 0)
  }

  /** A text of its own (a payer's name, a reference), tidied; `''` when the cell says nothing. */
  plainText(index: number): string {
    return tidyWord(this.#cells.text(index))
  }

  /** The cell as it stands in the file, for a person to find it. */
  raw(index: number): string {
    return this.#cells.text(index)
  }

  #kind(index: number): (typeof cellKinds)[number] {
    return cellKinds[this.#cells.kinds[index] ?? textKind] ?? 'text'
  }

  #strict(reading: CellReading<number>): number {
    if ('value' in reading) return reading.value ?? NOTHING
    this.fault = reading.problem
    return NOT_PLAIN
  }
}

/** A name or word without what platforms put around it: quotes, `="…"`, a leading apostrophe, tabs. */
function tidyWord(text: string): string {
  const tidied = tidyCell(text)
  const word = (/^="([^"]*)"$/.exec(tidied)?.[1] ?? tidied).replace(/^'+/, '').trim()
  return isEmptyCell(word) ? '' : word
}
