import { array, assert as check, constantFrom, property, string, tuple } from 'fast-check'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { csvPieces } from '../../../shared/bundles/safe-csv.ts'

const csvOf = (...rows: (string | number | null)[][]): string => [...csvPieces(['a'], rows)].join('')

function* manyRows(): Generator<string[]> {
  for (let row = 0; row < 50_000; row++) yield [`订单 ${row}`]
}

describe('tables that leave the computer', () => {
  it('begin with a BOM and keep figures, ids and Chinese as they are', () => {
    expect(csvOf(['6953000000008621', '-12.30', '退款', 5, null])).toBe(
      '\ufeffa\r\n6953000000008621,-12.30,退款,5,\r\n',
    )
  })

  it('hold no cell that a spreadsheet would run', () => {
    const tricks = ['=1+1', '+1+1', '-1+1', '@SUM(A1)', ' =1', '\t=1', '\r=1', '＝1+1', '=cmd|"/c calc"!A1', '\u200b=1']
    for (const trick of tricks) {
      const [, row] = parse(csvOf([trick]), { bom: true })
      expect(row?.[0]).toMatch(/^'/)
    }
  })

  it('hold none for a reader that splits at another sign either', () => {
    expect(csvOf(['标题;=1+1'])).toContain("标题;'=1+1")
    expect(csvOf(['a', 'b;\n@x'])).not.toMatch(/;\s*@/)
  })

  it('are read back by a CSV reader with one record per row, whatever people wrote', () => {
    const cell = string({ unit: constantFrom('a', '"', ',', ';', '\n', '\r', '=', ' ', '文', "'") })
    check(
      property(array(tuple(cell, cell), { minLength: 1 }), (rows) => {
        const records = parse(csvOf(...rows), { bom: true, relax_column_count: true })
        expect(records).toHaveLength(rows.length + 1)
        for (const record of records.slice(1)) {
          expect(record).toHaveLength(2)
          for (const value of record) expect(value).not.toMatch(/^\s*[=@]/)
        }
      }),
    )
  })

  it('come in pieces, so that a long table needs no memory', () => {
    const pieces = [...csvPieces(['a'], manyRows())]
    expect(pieces.length).toBeGreaterThan(5)
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(70_000)
  })
})
