import { Buffer } from 'node:buffer'

/** Kinds of a cell as small numbers, for the typed arrays of a row (shared `CellKind` by index). */
export const cellKinds = ['text', 'number', 'date', 'error'] as const
export const textKind = 0
export const numberKind = 1
export const dateKind = 2
export const errorKind = 3

/** Bytes in which every delimiter, digit and sign of a table is its ASCII byte. UTF-16 is turned into UTF-8 on the way in. */
export type CellEncoding = 'utf-8' | 'gb18030'

/** More columns than any table of money has. */
export const mostColumns = 1_024

/**
 * One row as places in a buffer: cell `i` is `bytes[starts[i]…ends[i])`. The object and its buffer are used again for the
 * next row, so whoever wants to keep a cell copies it.
 */
export class RowCells {
  bytes: Buffer = Buffer.alloc(0)
  readonly starts = new Int32Array(mostColumns)
  readonly ends = new Int32Array(mostColumns)
  readonly kinds = new Uint8Array(mostColumns)
  count = 0
  /** Line of the file, or row of the sheet, from 1. */
  line = 0
  /** Byte of the file where the row starts; 0 in a sheet. */
  offset = 0
  /** More columns than a table of money has: the row is refused. */
  overflowed = false
  readonly encoding: CellEncoding
  readonly #decoder: TextDecoder | undefined

  constructor(encoding: CellEncoding) {
    this.encoding = encoding
    this.#decoder = encoding === 'utf-8' ? undefined : new TextDecoder(encoding)
  }

  text(index: number): string {
    if (index >= this.count) return ''
    return this.decode(this.starts[index] ?? 0, this.ends[index] ?? 0)
  }

  decode(start: number, end: number): string {
    if (this.#decoder === undefined) return this.bytes.toString('utf8', start, end)
    return this.#decoder.decode(this.bytes.subarray(start, end))
  }

  texts(): string[] {
    return Array.from({ length: this.count }, (_, index) => this.text(index))
  }

  /** Adds a cell; past the limit it only notes that there were more. */
  add(start: number, end: number, kind: number): void {
    const index = this.count
    if (index >= mostColumns) {
      this.overflowed = true
      return
    }
    this.starts[index] = start
    this.ends[index] = end
    this.kinds[index] = kind
    this.count = index + 1
  }

  /** Takes over the places of another row of the same buffer, to try them out without touching it. */
  copyFrom(other: RowCells): void {
    this.bytes = other.bytes
    this.starts.set(other.starts.subarray(0, other.count))
    this.ends.set(other.ends.subarray(0, other.count))
    this.kinds.set(other.kinds.subarray(0, other.count))
    this.count = other.count
    this.line = other.line
    this.offset = other.offset
  }

  /** Makes the cells `index … index + extra` one again, with the delimiters that stood between them. */
  rejoin(index: number, extra: number): void {
    this.ends[index] = this.ends[index + extra] ?? 0
    for (let to = index + 1; to + extra < this.count; to += 1) {
      this.starts[to] = this.starts[to + extra] ?? 0
      this.ends[to] = this.ends[to + extra] ?? 0
      this.kinds[to] = this.kinds[to + extra] ?? 0
    }
    this.count -= extra
  }
}
