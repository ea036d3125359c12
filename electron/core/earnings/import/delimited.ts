import { Buffer } from 'node:buffer'
import { BoanError } from '../../../../shared/errors.ts'
import type { CellEncoding } from './cells.ts'
import type { TextForm } from './encoding.ts'
import { chunkBytes, type NamedFile, openNamedFile, readInto } from './file.ts'
import { type Delimiter, longestRowBytes, type RowSink, Tokenizer } from './tokenizer.ts'

export interface DelimitedOptions {
  form: TextForm
  delimiter: Delimiter
  /** Sees the file's own bytes as they pass, before any row of them is handed over. */
  onChunk?: (chunk: Buffer) => void
}

/** UTF-16 is read as the UTF-8 it is turned into; the other encodings are read as they are. */
export function cellEncodingOf(form: TextForm): CellEncoding {
  return form.encoding === 'gb18030' ? 'gb18030' : 'utf-8'
}

/**
 * Hands every row of a delimited file to the sink, in order, with flat memory. Stops early when the sink answers false.
 * Throws `import.row-too-long` (a quote that is never closed), `app.file-vanished`.
 */
export function readDelimited(file: NamedFile, options: DelimitedOptions, sink: RowSink): void {
  const { form } = options
  const tokenizer = new Tokenizer(cellEncodingOf(form), options.delimiter, sink)
  const opened = openNamedFile(file)
  try {
    const wide = form.encoding.startsWith('utf-16') ? new TextDecoder(form.encoding) : undefined
    const raw = wide === undefined ? undefined : Buffer.allocUnsafeSlow(chunkBytes)
    let total = 0
    while (!tokenizer.stopped) {
      const target = raw ?? tokenizer.room(chunkBytes)
      const count = readInto(opened, target, file)
      const isFirst = total === 0
      total += count
      options.onChunk?.(target.subarray(0, count))
      let fresh = count
      if (wide !== undefined) {
        const text = Buffer.from(wide.decode(target.subarray(0, count), { stream: count > 0 }))
        fresh = text.copy(tokenizer.room(text.length))
      } else if (isFirst && form.bomBytes > 0) {
        target.copyWithin(0, form.bomBytes, count)
        fresh = count - form.bomBytes
      }
      if (fresh > 0 && !tokenizer.take(fresh)) {
        throw new BoanError('import.row-too-long', { bytes: longestRowBytes }, { file: file.name, row: tokenizer.line })
      }
      if (count === 0) break
    }
    if (total < opened.sizeBytes && !tokenizer.stopped) {
      throw new BoanError('app.file-vanished', {}, { file: file.name })
    }
    tokenizer.finish()
  } finally {
    opened.close()
  }
}

const delimiters: Delimiter[] = [',', '\t', ';']
const sampleRows = 100

/** The first rows of a file, as texts, with their line numbers. */
export interface SampleRow {
  line: number
  cells: string[]
}

/** Reads the first rows once with each delimiter; `fits` says how well a reading serves (0 = not at all). */
export function chooseDelimiter(
  file: NamedFile,
  form: TextForm,
  fits: (rows: SampleRow[]) => number,
): { delimiter: Delimiter; rows: SampleRow[] } {
  let best = { delimiter: delimiters[0] ?? ',', rows: sampleDelimited(file, form, ',') }
  let bestFit = fits(best.rows)
  for (const delimiter of delimiters.slice(1)) {
    const rows = sampleDelimited(file, form, delimiter)
    const fit = fits(rows)
    if (fit > bestFit) {
      best = { delimiter, rows }
      bestFit = fit
    }
  }
  return best
}

function sampleDelimited(file: NamedFile, form: TextForm, delimiter: Delimiter): SampleRow[] {
  const rows: SampleRow[] = []
  readDelimited(file, { form, delimiter }, (row) => {
    rows.push({ line: row.line, cells: row.texts() })
    return rows.length < sampleRows
  })
  return rows
}
