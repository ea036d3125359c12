import { describe, expect, test } from 'vitest'
import {
  looksRounded,
  readAmountCell,
  readIdCell,
  readMomentCell,
  readRateCell,
  shanghaiClock,
} from '../../../../shared/earnings/statements/cells.ts'

const clock = (text: string, kind: 'text' | 'number' | 'date' = 'text'): unknown => {
  const reading = readMomentCell(text, kind)
  return 'value' in reading ? (reading.value === null ? null : shanghaiClock(reading.value)) : reading.problem
}

describe('ids', () => {
  test.each([
    ['6920123456789012345', '6920123456789012345'],
    ['6920123456789012345\t', '6920123456789012345'],
    ['\t6920123456789012345 ', '6920123456789012345'],
    ["'6920123456789012345", '6920123456789012345'],
    ['="6920123456789012345"', '6920123456789012345'],
    ['６９２０', '6920'],
    ['T200P1234-5', 'T200P1234-5'],
  ])('%j is the id %s', (text, id) => expect(readIdCell(text)).toEqual({ value: id }))

  test.each(['', '\t', '-', '--', '/', '=""'])('%j is no id', (text) =>
    expect(readIdCell(text)).toEqual({ value: null }),
  )

  test('digits that a spreadsheet took are refused by name', () => {
    expect(readIdCell('6.92012E+18')).toEqual({ problem: 'id-scientific' })
    expect(readIdCell('6.92e18', 'number')).toEqual({ problem: 'id-scientific' })
    expect(readIdCell('6953547102608759000', 'number')).toEqual({ problem: 'id-digits-lost' })
    expect(readIdCell('123456789012345', 'number')).toEqual({ value: '123456789012345' })
    expect(looksRounded('6953547102608750000')).toBe(true)
    expect(looksRounded('6953547102608758621')).toBe(false)
  })

  test('a sentence is no id', () => expect(readIdCell('合计 3 笔')).toEqual({ problem: 'id-bad' }))
})

describe('amounts', () => {
  test.each([
    ['1234.5', 123_450],
    ['¥1,234.56', 123_456],
    ['￥１，２３４．５６', 123_456],
    ['(123.45)', -12_345],
    ['（123.45）', -12_345],
    ['-123.45', -12_345],
    ['−123.45', -12_345],
    ['¥-0.10', -10],
    ['+8', 800],
    ['88元', 8_800],
    ['0.00', 0],
    ['12.', 1_200],
  ])('%s is %i fen', (text, fen) => expect(readAmountCell(text)).toEqual({ value: fen }))

  test.each(['', '-', '--', '/', '———'])('%j says nothing', (text) =>
    expect(readAmountCell(text)).toEqual({ value: null }),
  )

  test('what is no exact amount of fen is refused by name', () => {
    expect(readAmountCell('12.345')).toEqual({ problem: 'amount-decimals' })
    expect(readAmountCell('12.340')).toEqual({ problem: 'amount-decimals' })
    expect(readAmountCell('1.2E+05')).toEqual({ problem: 'amount-bad' })
    expect(readAmountCell('12 34')).toEqual({ problem: 'amount-bad' })
    expect(readAmountCell('1,23.00')).toEqual({ problem: 'amount-bad' })
    expect(readAmountCell('(-5)')).toEqual({ problem: 'amount-bad' })
    expect(readAmountCell('$5')).toEqual({ problem: 'amount-bad' })
    expect(readAmountCell('999999999999.00')).toEqual({ problem: 'amount-too-large' })
    expect(readAmountCell('#N/A', 'error')).toEqual({ problem: 'cell-error' })
  })

  test('the noise of a binary fraction is no third decimal, a third decimal is', () => {
    expect(readAmountCell(String(0.1 + 0.2), 'number')).toEqual({ value: 30 })
    expect(readAmountCell('12345678.9', 'number')).toEqual({ value: 1_234_567_890 })
    expect(readAmountCell('0.125', 'number')).toEqual({ problem: 'amount-decimals' })
  })
})

describe('rates', () => {
  test.each([
    ['32.00%', 320_000],
    ['5.00 %', 50_000],
    ['12.5％', 125_000],
    ['0.125', 125_000],
    ['0.35', 350_000],
    ['1', 1_000_000],
    ['25%', 250_000],
  ])('%s is %i ppm', (text, ppm) => expect(readRateCell(text)).toEqual({ value: ppm }))

  test('a bare number above one could be either and is refused', () => {
    expect(readRateCell('25')).toEqual({ problem: 'rate-bad' })
    expect(readRateCell('120%')).toEqual({ problem: 'rate-bad' })
  })
})

describe('dates', () => {
  test.each([
    ['2026/3/1', '2026-03-01 00:00:00'],
    ['2026-03-01 08:05:09', '2026-03-01 08:05:09'],
    ['2025/12/03  14:06:51', '2025-12-03 14:06:51'],
    ['2026年3月1日', '2026-03-01 00:00:00'],
    ['2026年3月1日 8时5分9秒', '2026-03-01 08:05:09'],
    ['\t20260115', '2026-01-15 00:00:00'],
    ['20260115140651', '2026-01-15 14:06:51'],
    ['2026-03-01T00:05:09Z', '2026-03-01 08:05:09'],
    ['2026-03-01T08:05:09+08:00', '2026-03-01 08:05:09'],
    ['46082', '2026-03-01 00:00:00'],
    ['46082.5', '2026-03-01 12:00:00'],
    ['2024-02-29', '2024-02-29 00:00:00'],
  ])('%s is %s', (text, expected) => expect(clock(text)).toBe(expected))

  test.each([
    '2026-02-30',
    '2026-13-01',
    '2026-02-29 10:00:00',
    '2026-03-01 24:00:00',
    '1970-01-01 08:00:00',
    '20260230',
    '99999',
  ])('%s cannot be', (text) => expect(clock(text)).toBe('date-impossible'))

  test.each(['03/01/2026', 'yesterday', '2026-03'])('%s is no date', (text) => expect(clock(text)).toBe('date-bad'))
})
