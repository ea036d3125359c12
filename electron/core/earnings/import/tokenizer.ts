import { Buffer } from 'node:buffer'
import { type CellEncoding, RowCells, textKind } from './cells.ts'

export type Delimiter = ',' | ';' | '\t'

/** Called for each row; the cells are only good until it returns. `false` stops the reading. */
export type RowSink = (row: RowCells) => boolean | void

const NEWLINE = 0x0a
const RETURN = 0x0d
const QUOTE = 0x22
const INCOMPLETE = -1

/** A quote that never closes would swallow the file; no row of a statement comes near this. */
export const longestRowBytes = 4 << 20

/** A quoted cell whose bytes have to be moved together once its row is complete. */
interface Mend {
  cell: number
  /** Place of the closing quote. */
  close: number
}

/**
 * Reads delimited text as bytes, without turning it into strings first: UTF-8 and GB18030 both keep delimiters, quotes and
 * line ends as bytes of their own. Memory is the chunk and one row. Rules: `"` opens a quoted cell only at the cell's
 * start, `""` inside is one quote, what follows the closing quote up to the delimiter is kept; a line ends with LF, CR LF
 * or CR; a line of nothing is a row of one empty cell.
 */
export class Tokenizer {
  readonly row: RowCells
  readonly #delimiter: number
  readonly #sink: RowSink
  readonly #mends: Mend[] = []
  #buffer: Buffer
  #used = 0
  #line = 1
  #offset = 0
  #linesInRow = 0
  #stopped = false

  constructor(encoding: CellEncoding, delimiter: Delimiter, sink: RowSink) {
    this.row = new RowCells(encoding)
    this.#delimiter = delimiter.charCodeAt(0)
    this.#sink = sink
    this.#buffer = Buffer.allocUnsafeSlow(64 << 10)
  }

  /** The sink has had enough. */
  get stopped(): boolean {
    return this.#stopped
  }

  /** Line where the row begins that is being read. */
  get line(): number {
    return this.#line
  }

  /** Room for the next chunk, behind what is left of the last; hand the number of bytes put there to `take`. */
  room(bytes: number): Buffer {
    if (this.#buffer.length - this.#used < bytes) {
      const larger = Buffer.allocUnsafeSlow(this.#used + bytes + (64 << 10))
      this.#buffer.copy(larger, 0, 0, this.#used)
      this.#buffer = larger
    }
    return this.#buffer.subarray(this.#used, this.#used + bytes)
  }

  /** Reads the rows that are complete now. Answers false when a row is longer than any row may be. */
  take(bytes: number): boolean {
    const end = this.#used + bytes
    const done = this.#readRows(end, false)
    this.#offset += done
    this.#used = end - done
    if (done > 0) this.#buffer.copyWithin(0, done, end)
    return this.#used <= longestRowBytes
  }

  /** Reads the last row, which may have no line end. */
  finish(): void {
    if (this.#used > 0 && !this.#stopped) this.#readRows(this.#used, true)
    this.#used = 0
  }

  /** Hands over each complete row of `buffer[0…end)`; answers how many bytes they were. */
  #readRows(end: number, isLast: boolean): number {
    const row = this.row
    row.bytes = this.#buffer
    let rowStart = 0
    while (rowStart < end) {
      const next = this.#readRow(rowStart, end, isLast)
      if (next === INCOMPLETE) break
      if (this.#mends.length > 0) this.#mendCells()
      row.line = this.#line
      row.offset = this.#offset + rowStart
      this.#line += 1 + this.#linesInRow
      rowStart = next
      if (this.#sink(row) === false) {
        this.#stopped = true
        return end
      }
    }
    return rowStart
  }

  /** Finds the cells of the row at `start`; answers where the next row starts. */
  #readRow(start: number, end: number, isLast: boolean): number {
    const bytes = this.#buffer
    const row = this.row
    const delimiter = this.#delimiter
    const highest = delimiter > RETURN ? delimiter : RETURN
    row.count = 0
    row.overflowed = false
    this.#linesInRow = 0
    this.#mends.length = 0
    let cellStart = start
    let at = start
    for (;;) {
      if (at < end && bytes[at] === QUOTE) {
        const close = this.#findClosingQuote(at, end, isLast)
        if (close === INCOMPLETE) return INCOMPLETE
        cellStart += 1
        this.#mends.push({ cell: row.count, close })
        at = close < end ? close + 1 : end
      }
      while (at < end) {
        const byte = bytes[at] ?? 0
        if (byte <= highest && (byte === delimiter || byte === NEWLINE || byte === RETURN)) break
        at += 1
      }
      if (at === end && !isLast) return INCOMPLETE
      row.add(cellStart, at, textKind)
      if (at === end) return end
      if (bytes[at] !== delimiter) break
      at += 1
      cellStart = at
    }
    if (bytes[at] === NEWLINE) return at + 1
    // Whether an LF follows a CR at the end of the chunk is not known yet.
    if (at + 1 === end && !isLast) return INCOMPLETE
    return bytes[at + 1] === NEWLINE && at + 1 < end ? at + 2 : at + 1
  }

  /** Place of the quote that closes the one at `open`; `end` when none ever comes. */
  #findClosingQuote(open: number, end: number, isLast: boolean): number {
    const bytes = this.#buffer
    for (let at = open + 1; at < end; at += 1) {
      const byte = bytes[at]
      if (byte === QUOTE) {
        // At the end of the chunk it may be half of a pair.
        if (at + 1 === end && !isLast) return INCOMPLETE
        if (at + 1 === end || bytes[at + 1] !== QUOTE) return at
        at += 1
      } else if (byte === NEWLINE || (byte === RETURN && bytes[at + 1] !== NEWLINE)) this.#linesInRow += 1
    }
    return isLast ? end : INCOMPLETE
  }

  /** Takes closing quotes and the first of each `""` out of the row's quoted cells. */
  #mendCells(): void {
    const bytes = this.#buffer
    for (const { cell, close } of this.#mends) {
      const end = this.row.ends[cell] ?? 0
      let to = this.row.starts[cell] ?? 0
      for (let from = to; from < end; from += 1) {
        if (from === close) continue
        const byte = bytes[from] ?? 0
        bytes[to] = byte
        to += 1
        if (byte === QUOTE && from < close) from += 1
      }
      this.row.ends[cell] = to
    }
  }
}
