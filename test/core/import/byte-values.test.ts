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

/** A text that is read quickly as something else than strictly; undefined when there is none. No answer at all is fine. */
function findDisagreement(
  texts: fc.Arbitrary<string>,
  plain: PlainReader,
  strict: (text: string) => CellReading<number>,
): string | undefined {
  return counterexample(texts, (text) => {
    const bytes = Buffer.from(`x,${text},y`)
    const value = plain(bytes, 2, bytes.length - 2)
    const reading = strict(text)
    return Number.isNaN(value) || ('value' in reading && reading.value === (value === NOTHING ? null : value))
  })
}

function counterexample(texts: fc.Arbitrary<string>, holds: (text: string) => boolean): string | undefined {
  const result = fc.check(fc.property(texts, holds), { numRuns: 5_000 })
  return result.counterexample?.[0]
}

const noise = fc
  .array(fc.constantFrom(...'0123456789.-+%/: ¥,()\t年'), { maxLength: 21 })
  .map((parts) => parts.join(''))
const number = (min: number, max: number) => fc.integer({ min, max })
const two = (max: number) => number(0, max).map((value) => String(value).padStart(2, '0'))

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
    expect(findDisagreement(fc.oneof(likely, noise), readPlainAmount, readAmountCell)).toBeUndefined()
  })

  test('rates are what the strict reader says', () => {
    const likely = fc
      .tuple(number(0, 120), fc.constantFrom('', '.0', '.25', '.125'), fc.constantFrom('%', ' %', ''))
      .map((parts) => parts.join(''))
    expect(findDisagreement(fc.oneof(likely, noise), readPlainRate, readRateCell)).toBeUndefined()
  })

  test('moments are what the strict reader says', () => {
    const date = fc
      .tuple(fc.constantFrom('1999', '2000', '2026', '2099', '2100'), fc.constantFrom('-', '/'), two(13), two(32))
      .map(([year, separator, month, day]) => [year, month, day].join(separator))
    const time = fc.tuple(two(25), two(61), two(61)).map((parts) => ` ${parts.join(':')}`)
    const likely = fc.tuple(date, fc.oneof(time, fc.constant(''))).map((parts) => parts.join(''))
    expect(findDisagreement(fc.oneof(likely, noise), readPlainMoment, readMomentCell)).toBeUndefined()
  })

  test('ids are what the strict reader says', () => {
    const different = counterexample(fc.oneof(noise, fc.stringMatching(/^[\t ]?\d{1,20}\t?$/)), (text) => {
      const bytes = Buffer.from(text)
      const id = readPlainId(bytes, 0, bytes.length)
      const reading = readIdCell(text)
      return id === undefined || ('value' in reading && (reading.value ?? '') === id)
    })
    expect(different).toBeUndefined()
  })
})
