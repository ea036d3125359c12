import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountInCapitals, rmbInCapitals } from '../../shared/money-capitals.ts'

const DIGITS = '零壹贰叁肆伍陆柒捌玖'

/** Reads capitals back, by another way than they were written: left to right, section by section. */
function readWhole(text: string): number {
  let total = 0
  let section = 0
  let digit = 0
  for (const char of text) {
    const unit = { 拾: 10, 佰: 100, 仟: 1000 }[char]
    if (DIGITS.includes(char)) digit = DIGITS.indexOf(char)
    else if (unit !== undefined) {
      section += digit * unit
      digit = 0
    } else if (char === '万') {
      total += (section + digit) * 1e4
      section = digit = 0
    } else if (char === '亿') {
      total = (total + section + digit) * 1e8
      section = digit = 0
    } else throw new Error(`unexpected ${char}`)
  }
  return total + section + digit
}

function readCapitals(text: string): number {
  const match = /^(?:(.+)元)?零?(?:(.)角)?零?(?:(.)分)?整?$/.exec(text)
  if (!match) throw new Error(`unreadable: ${text}`)
  const [, yuan = '', jiao = '零', fen = '零'] = match
  return Number(BigInt(readWhole(yuan)) * 100n) + DIGITS.indexOf(jiao) * 10 + DIGITS.indexOf(fen)
}

describe('amounts in capitals', () => {
  it.each([
    [140950, '壹仟肆佰零玖元伍角整'],
    [600714, '陆仟零柒元壹角肆分'],
    [1640902, '壹万陆仟肆佰零玖元零贰分'],
    [32504, '叁佰贰拾伍元零肆分'],
    [168032, '壹仟陆佰捌拾元零叁角贰分'],
    [10700053, '壹拾万柒仟元零伍角叁分'],
    [100500, '壹仟零伍元整'],
    [1000, '壹拾元整'],
    [35, '叁角伍分'],
    [30, '叁角整'],
    [5, '伍分'],
    [0, '零元整'],
    [1582346, '壹万伍仟捌佰贰拾叁元肆角陆分'],
    [10_000_500_000, '壹亿零伍仟元整'],
    [100_000_000_000_000, '壹万亿元整'],
    [100_000_010_000_000, '壹万亿零壹拾万元整'],
    [1_000_100, '壹万零壹元整'],
  ])('writes %d fen as the rules of the central bank do: %s', (fen, text) => {
    expect(amountInCapitals(fen)).toBe(text)
  })

  it('puts 人民币 directly before the amount', () => {
    expect(rmbInCapitals(1582346)).toBe('人民币壹万伍仟捌佰贰拾叁元肆角陆分')
  })

  it('reads back as the same amount, whatever the amount', () => {
    const amounts = fc.oneof(
      fc.nat(),
      fc.maxSafeNat(),
      fc.nat(2000),
      fc.nat(9_000_000).map((tenThousands) => tenThousands * 10_000),
    )
    fc.assert(
      fc.property(amounts, (fen) => {
        expect(readCapitals(amountInCapitals(fen))).toBe(fen)
      }),
      { numRuns: 3000 },
    )
  })

  it('never writes two 零 together, nor 零 before a unit, nor a bare 拾', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (fen) => {
        expect(amountInCapitals(fen)).not.toMatch(/零零|零[拾佰仟万亿角分]|^拾|[元万亿]拾/)
      }),
      { numRuns: 3000 },
    )
  })

  it('refuses what no cheque could say', () => {
    for (const amount of [-1, 0.5, Number.NaN, 2 ** 60]) {
      expect(() => amountInCapitals(amount)).toThrow('documents.amount-not-printable')
    }
  })
})
