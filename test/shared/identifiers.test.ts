import { assert, constantFrom, property, stringMatching } from 'fast-check'
import { expect, test } from 'vitest'
import {
  checkBankCard,
  checkCompanyAccount,
  checkCreditCode,
  checkIdCard,
  checkPhone,
  maskAddress,
  maskEmail,
  maskIdentifier,
} from '../../shared/identifiers.ts'

test('an identity number tells the date of birth and the gender', () => {
  // The worked example of GB 11643-1999, and an invented one with X.
  expect(checkIdCard('110105194912310021')).toEqual({ ok: false, problem: 'checksum' })
  expect(checkIdCard('11010519491231002X')).toEqual({
    ok: true,
    value: '11010519491231002X',
    birthDate: '1949-12-31',
    gender: 'female',
  })
  expect(checkIdCard('440524188001010014')).toEqual({ ok: false, problem: 'date' })
})

test('an identity number is read as it was typed: spaces, full width, a small x', () => {
  expect(checkIdCard(' １１０１０５ 1949-1231 002x ')).toMatchObject({ ok: true, value: '11010519491231002X' })
})

test('each fault of an identity number has its own name', () => {
  expect(checkIdCard('11010519491231002')).toEqual({ ok: false, problem: 'length' })
  expect(checkIdCard('1101051949123100AX')).toEqual({ ok: false, problem: 'characters' })
  expect(checkIdCard('99010519491231002X')).toEqual({ ok: false, problem: 'region' })
  expect(checkIdCard('11010519490230002X')).toEqual({ ok: false, problem: 'date' })
})

test('any one mistyped digit of an identity number, and any two neighbours swapped, are found', () => {
  const good = '11010519491231002X'
  const slips = [...Array(17).keys()].flatMap((at) => {
    const digits = [...'0123456789'].map((digit) => good.slice(0, at) + digit + good.slice(at + 1))
    return [...digits, good.slice(0, at) + (good[at + 1] ?? '') + (good[at] ?? '') + good.slice(at + 2)]
  })
  expect(slips.filter((slip) => slip !== good && checkIdCard(slip).ok)).toEqual([])
})

test('a unified credit code is checked by GB 32100', () => {
  expect(checkCreditCode('91350100M000100Y43')).toEqual({ ok: true, value: '91350100M000100Y43' })
  expect(checkCreditCode('9135 0100 m000 100y43')).toMatchObject({ ok: true })
  expect(checkCreditCode('91350100M000100Y44')).toEqual({ ok: false, problem: 'checksum' })
  expect(checkCreditCode('91350100M000100O43')).toEqual({ ok: false, problem: 'characters' })
  expect(checkCreditCode('91350100M000100Y4')).toEqual({ ok: false, problem: 'length' })
})

test('mobile numbers, landlines and service numbers are kept in one form', () => {
  expect(checkPhone('+86 138-0013-8000')).toEqual({ ok: true, value: '13800138000' })
  expect(checkPhone('（0571）8765 4321 转 802')).toEqual({ ok: true, value: '0571-87654321-802' })
  expect(checkPhone('01087654321')).toEqual({ ok: true, value: '010-87654321' })
  expect(checkPhone('4008001234')).toEqual({ ok: true, value: '4008001234' })
  expect(checkPhone('1380013800')).toEqual({ ok: false, problem: 'length' })
  expect(checkPhone('微信同号')).toEqual({ ok: false, problem: 'characters' })
})

test('a bank card has a Luhn digit; an organisation has an account without one', () => {
  expect(checkBankCard('6222 0210 0111 6245 702')).toEqual({ ok: true, value: '6222021001116245702' })
  expect(checkBankCard('6222021001116245703')).toEqual({ ok: false, problem: 'checksum' })
  expect(checkBankCard('622202')).toEqual({ ok: false, problem: 'length' })
  expect(checkBankCard('6222o21001116245702')).toEqual({ ok: false, problem: 'characters' })
  expect(checkCompanyAccount('3301040160000123457')).toMatchObject({ ok: true })
})

test('a masked identifier keeps its length and shows no more than its ends', () => {
  expect(maskIdentifier('idCard', '11010519491231002X')).toBe('1101**********002X')
  expect(maskIdentifier('phone', '13800138000')).toBe('138****8000')
  expect(maskIdentifier('bankCard', '6222021001116245702')).toBe('***************5702')
  expect(maskIdentifier('phone', '110')).toBe('***')
  assert(
    property(constantFrom('idCard', 'creditCode', 'phone', 'bankCard'), stringMatching(/^\d{0,25}$/), (kind, value) => {
      const masked = maskIdentifier(kind, value)
      expect(masked).toHaveLength(value.length)
      expect(masked.replaceAll(/[^*]/g, '').length).toBeGreaterThanOrEqual(Math.min(4, value.length))
    }),
  )
})

test('an address is masked below the city, an e-mail before its host', () => {
  expect(maskAddress('浙江省杭州市滨江区长河街道1号')).toBe('浙江省杭州市****')
  expect(maskAddress('滨江花园')).toBe('滨江****')
  expect(maskEmail('boan@example.com')).toBe('b****@example.com')
})
