import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyPpm,
  divDown,
  divHalfAway,
  formatFen,
  formatPpm,
  mulDivHalfAway,
  parseYuan,
  plainYuan,
} from '../../shared/money.ts'

const anyFen = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER })

describe('money', () => {
  it('is shown with thousands commas, two decimals and a real minus sign', () => {
    expect(formatFen(1_234_567)).toBe('¥12,345.67')
    expect(formatFen(0)).toBe('¥0.00')
    expect(formatFen(-100)).toBe('−¥1.00')
    expect(formatFen(5)).toBe('¥0.05')
    expect(formatFen(Number.MAX_SAFE_INTEGER)).toBe('¥90,071,992,547,409.91')
  })

  it('is written for programs without grouping', () => {
    expect(plainYuan(1_234_567)).toBe('12345.67')
    expect(plainYuan(-5)).toBe('-0.05')
  })

  it('reads back every amount that it writes', () => {
    fc.assert(
      fc.property(anyFen, (fen) => {
        expect(parseYuan(formatFen(fen))).toBe(fen)
        expect(parseYuan(plainYuan(fen))).toBe(fen)
      }),
    )
  })

  it('reads what people type: full-width digits, currency signs, 元, one decimal', () => {
    expect(parseYuan('￥１，２３４．５')).toBe(123_450)
    expect(parseYuan(' 88元 ')).toBe(8800)
    expect(parseYuan('-3')).toBe(-300)
    expect(parseYuan('¥-3.10')).toBe(-310)
    expect(parseYuan('-0')).toBe(0)
  })

  it('refuses what could mean something else', () => {
    const texts = ['', '1,23', '12,34.5', '1.234', '1e3', '--1', '-¥-1', '1.', '.5', '12 3', '90071992547409.92']
    expect(texts.filter((text) => parseYuan(text) !== undefined)).toEqual([])
  })

  it('shows rates without rounding them', () => {
    expect(formatPpm(80_000)).toBe('8%')
    expect(formatPpm(125_000)).toBe('12.5%')
    expect(formatPpm(1)).toBe('0.0001%')
    expect(formatPpm(1_300_000)).toBe('130%')
  })

  it('rounds once, half away from zero, on both sides of zero', () => {
    expect(divHalfAway(5n, 2n)).toBe(3n)
    expect(divHalfAway(-5n, 2n)).toBe(-3n)
    expect(divHalfAway(4n, 3n)).toBe(1n)
    expect(divHalfAway(5n, 3n)).toBe(2n)
    expect(mulDivHalfAway(15n, 1n, 10n)).toBe(2n)
    expect(applyPpm(15_654_322, 80_000)).toBe(1_252_346)
    expect(applyPpm(-25, 500_000)).toBe(-13)
  })

  it('rounds limits down', () => {
    expect(divDown(7n, 2n)).toBe(3n)
    expect(divDown(-7n, 2n)).toBe(-4n)
    expect(divDown(-8n, 2n)).toBe(-4n)
  })

  it('never rounds further than half of the divisor', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }), fc.bigInt({ min: 1n, max: 2n ** 40n }), (a, b) => {
        const error = a - divHalfAway(a, b) * b
        expect((error < 0n ? -error : error) * 2n <= b).toBe(true)
      }),
    )
  })
})
