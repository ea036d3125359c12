import { Buffer } from 'node:buffer'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Delimiter, Tokenizer } from '../../../electron/core/earnings/import/tokenizer.ts'
import { encodeGb18030 } from './files.ts'

/** Reads bytes in pieces of the given size, as a file of any size is read. */
function tokenize(bytes: Buffer, delimiter: Delimiter, pieceBytes: number, encoding: 'utf-8' | 'gb18030' = 'utf-8') {
  const rows: string[][] = []
  const lines: number[] = []
  const tokenizer = new Tokenizer(encoding, delimiter, (row) => {
    rows.push(row.texts())
    lines.push(row.line)
  })
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = bytes.subarray(at, at + pieceBytes)
    piece.copy(tokenizer.room(piece.length))
    tokenizer.take(piece.length)
  }
  tokenizer.finish()
  return { rows, lines }
}

const cell = fc.oneof(
  fc.stringMatching(/^[\d.%-]{0,6}$/),
  fc
    .array(fc.constantFrom('苹', '𠮷', 'a', '1', ' ', '\t', ',', ';', '"', "'", '¥'), { maxLength: 8 })
    .map((parts) => parts.join('')),
)
const quotable = fc
  .array(fc.constantFrom('果', '"', ',', '\n', '\r\n', ';', '\t', 'x', '9'), { maxLength: 6 })
  .map((parts) => parts.join(''))

function writeCell(text: string, delimiter: string, quoted: boolean): string {
  const mustQuote = quoted || /["\r\n]/.test(text) || text.includes(delimiter)
  return mustQuote ? `"${text.replaceAll('"', '""')}"` : text
}

const table = fc.record({
  delimiter: fc.constantFrom<Delimiter[]>(',', ';', '\t'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  rows: fc.array(fc.array(fc.tuple(fc.oneof(cell, quotable), fc.boolean()), { minLength: 1, maxLength: 5 }), {
    maxLength: 8,
  }),
  endsWithLine: fc.boolean(),
  pieceBytes: fc.integer({ min: 1, max: 40 }),
})

describe('the tokenizer', () => {
  test('reads what csv-parse reads, whatever the delimiter, line end, quoting and size of pieces', () => {
    fc.assert(
      fc.property(table, ({ delimiter, lineEnd, rows, endsWithLine, pieceBytes }) => {
        // With CR alone as line end csv-parse takes LF inside quotes the same way; a lone empty last line is no row for either.
        const text =
          rows
            .map((row) => row.map(([value, quoted]) => writeCell(value, delimiter, quoted)).join(delimiter))
            .join(lineEnd) + (endsWithLine && rows.length > 0 ? lineEnd : '')
        const expected: string[][] = parse(text, {
          delimiter,
          record_delimiter: lineEnd,
          relax_column_count: true,
          skip_empty_lines: false,
        })
        const mine = tokenize(Buffer.from(text), delimiter, pieceBytes)
        expect(mine.rows).toEqual(expected)
      }),
      { numRuns: 2_000 },
    )
  })

  test('keeps loose quotes inside an unquoted cell as csv-parse does when it is relaxed', () => {
    const text = '="6920",a "b" c,\'69\n5"x,"q" \n'
    const expected: string[][] = parse(text, { relax_quotes: true, relax_column_count: true })
    expect(tokenize(Buffer.from(text), ',', 7).rows[0]).toEqual(expected[0])
  })

  test('keeps what follows a closing quote, so that a tab after a quoted id does no harm', () => {
    expect(tokenize(Buffer.from('"69\t"\t,"a""b"c,d\n'), ',', 100).rows).toEqual([['69\t\t', 'a"bc', 'd']])
  })

  test('finds delimiters in GB18030 text, also beside characters of four bytes', () => {
    const text = '订单,𠮷记苹果;x,"，"",\n",1\n二,三,四\n'
    for (const pieceBytes of [1, 3, 1_000]) {
      expect(tokenize(encodeGb18030(text), ',', pieceBytes, 'gb18030').rows).toEqual([
        ['订单', '𠮷记苹果;x', '，",\n', '1'],
        ['二', '三', '四'],
      ])
    }
  })

  test('counts the lines of the file, those inside quotes too', () => {
    expect(tokenize(Buffer.from('a\n"b\nb\nb",1\n\nc'), ',', 2).lines).toEqual([1, 2, 5, 6])
  })

  test('says when a row is longer than any row may be', () => {
    const tokenizer = new Tokenizer('utf-8', ',', () => {})
    const piece = Buffer.alloc(1 << 20, 'x')
    piece[0] = 0x22
    let goesOn = true
    for (let megabytes = 0; megabytes < 6 && goesOn; megabytes += 1) {
      piece.copy(tokenizer.room(piece.length))
      goesOn = tokenizer.take(piece.length)
    }
    expect(goesOn).toBe(false)
  })
})
