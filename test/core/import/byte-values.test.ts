import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  NOTHING,
  readPlainAmount,
  readPlainId,
  readPlainMoment,
  readPlainRate,
} from '../../../electron/core/earnings/import/byte-values.ts'
import {
  type CellReading,
  readAmountCell,
  readIdCell,
  readMomentCell,
  readRateCell,
} from '../../../shared/earnings/statements/cells.ts'

type PlainReader = (bytes: Buffer, from: number, to: number) => number

/** The quick reading of bytes is either the strict one's value or no answer at all. */
function expectSame(plain: PlainReader, strict: (text: string) => CellReading<number>, text: string): void {
  const bytes = Buffer.from(`x,${text},y`)
  const value = plain(bytes, 2, bytes.length - 2)
  if (Number.isNaN(value)) return
  expect({ text, reading: strict(text) }).toEqual({ text, reading: { value: value === NOTHING ? null : value } })
}

const noise = fc
  .array(fc.constantFrom(...'0123456789.-+%/: ¥,()\t年'), { maxLength: 21 })
  .map((parts) => parts.join(''))
const number = (min: number, max: number) => fc.integer({ min, max })

describe('values read straight from bytes', () => {
  test('amounts are what the strict reader says', () => {
    const likely = fc
      .tuple(
        fc.constantFrom('', '-', ' ', '\t'),
        number(0, 1e9),
        fc.constantFrom('', '.5', '.05', '.50', '.123', '.'),
        fc.constantFrom('', '\t'),
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(likely, noise), (text) => expectSame(readPlainAmount, readAmountCell, text)),
      { numRuns: 5_000 },
    )
  })

  test('rates are what the strict reader says', () => {
    const likely = fc
      .tuple(number(0, 120), fc.constantFrom('', '.0', '.25', '.125'), fc.constantFrom('%', ' %', ''))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(likely, noise), (text) => expectSame(readPlainRate, readRateCell, text)),
      { numRuns: 5_000 },
    )
  })

  test('moments are what the strict reader says', () => {
    const two = (max: number) => number(0, max).map((value) => String(value).padStart(2, '0'))
    const likely = fc
      .tuple(
        fc.constantFrom('1999', '2000', '2026', '2099', '2100'),
        fc.constantFrom('-', '/'),
        two(13),
        fc.constantFrom('-', '/'),
        two(32),
        fc.constantFrom('', ' '),
        two(25),
        fc.constantFrom(':'),
        two(61),
        fc.constantFrom(':'),
        two(61),
      )
      .map(
        ([year, s1, month, s2, day, space, ...time]) =>
          `${year}${s1}${month}${s2}${day}${space}${space === '' ? '' : time.join('')}`,
      )
    fc.assert(
      fc.property(fc.oneof(likely, noise), (text) => expectSame(readPlainMoment, readMomentCell, text)),
      { numRuns: 5_000 },
    )
  })

  test('ids are what the strict reader says', () => {
    fc.assert(
      fc.property(fc.oneof(noise, fc.stringMatching(/^[\t ]?\d{1,20}\t?$/)), (text) => {
        const bytes = Buffer.from(text)
        const id = readPlainId(bytes, 0, bytes.length)
        if (id !== undefined) expect(readIdCell(text)).toEqual({ value: id === '' ? null : id })
      }),
      { numRuns: 5_000 },
    )
  })
})
