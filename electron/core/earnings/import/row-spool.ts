import { Buffer } from 'node:buffer'
import { closeSync, existsSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { RowCells } from './cells.ts'
import type { RowSink } from './tokenizer.ts'

/**
 * The rows of a sheet as a preview has read them, beside the intake. Unpacking a workbook costs more than everything else
 * done with its rows, so the import reads them from here; that the workbook is still the same file is checked by its hash.
 * A row is: line, number of cells, then kind and length of each, then their bytes.
 */
const headBytes = 8
const cellHeadBytes = 5
const flushBytes = 1 << 20

export interface SpoolWriter {
  add(row: RowCells): void
  /** Complete: it may be read from now on. */
  finish(): void
  /** The reading ended early: what was written is of no use. */
  abandon(): void
}

export function createSpool(path: string): SpoolWriter {
  const partial = `${path}.partial`
  const file = openSync(partial, 'w', 0o600)
  let buffer = Buffer.allocUnsafeSlow(flushBytes * 2)
  let used = 0
  const flush = (): void => {
    for (let done = 0; done < used;) done += writeSync(file, buffer, done, used - done)
    used = 0
  }
  return {
    add(row) {
      const start = row.count === 0 ? 0 : (row.starts[0] ?? 0)
      const end = row.count === 0 ? 0 : (row.ends[row.count - 1] ?? 0)
      const size = headBytes + row.count * cellHeadBytes + end - start
      if (used + size > buffer.length) flush()
      if (size > buffer.length) buffer = Buffer.allocUnsafeSlow(size * 2)
      used = buffer.writeUInt32LE(row.line, used)
      used = buffer.writeUInt32LE(row.count, used)
      for (let index = 0; index < row.count; index += 1) {
        used = buffer.writeUInt8(row.kinds[index] ?? 0, used)
        used = buffer.writeUInt32LE((row.ends[index] ?? 0) - (row.starts[index] ?? 0), used)
      }
      // Cells of a sheet lie one behind the other in their buffer.
      used += row.bytes.copy(buffer, used, start, end)
      if (used >= flushBytes) flush()
    },
    finish() {
      flush()
      closeSync(file)
      renameSync(partial, path)
    },
    abandon() {
      closeSync(file)
      rmSync(partial, { force: true })
    },
  }
}

/** Hands the spooled rows over, in order, until the sink answers false. Answers false when there is no spool. */
export function readSpool(path: string, sink: RowSink): boolean {
  if (!existsSync(path)) return false
  const file = openSync(path, 'r')
  try {
    const row = new RowCells('utf-8')
    let buffer = Buffer.allocUnsafeSlow(flushBytes * 2)
    let held = 0
    for (;;) {
      const count = readSync(file, buffer, held, buffer.length - held, null)
      const end = held + count
      const done = readRows(buffer, end, row, sink)
      if (done < 0 || (count === 0 && done === end)) return true
      if (count === 0) throw new Error(`${path} ends in the middle of a row`)
      held = end - done
      if (done > 0) buffer.copyWithin(0, done, end)
      else if (held === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafeSlow(buffer.length)])
    }
  } finally {
    closeSync(file)
  }
}

/** Answers how many bytes the complete rows of the buffer were; -1 when the sink has had enough. */
function readRows(buffer: Buffer, end: number, row: RowCells, sink: RowSink): number {
  row.bytes = buffer
  let at = 0
  while (at + headBytes <= end) {
    const count = buffer.readUInt32LE(at + 4)
    let from = at + headBytes + count * cellHeadBytes
    if (from > end) break
    row.line = buffer.readUInt32LE(at)
    row.count = 0
    row.overflowed = false
    for (let index = 0; index < count; index += 1) {
      const head = at + headBytes + index * cellHeadBytes
      const to = from + buffer.readUInt32LE(head + 1)
      row.add(from, to, buffer[head] ?? 0)
      from = to
    }
    if (from > end) break
    at = from
    if (sink(row) === false) return -1
  }
  return at
}
