import { isCivilDate } from './calendar.ts'
import { toHalfWidth } from './money.ts'

/**
 * Identifiers of people and organisations: checked by their own check digits, kept in one form, masked for the screen.
 * Pure: whether a number was ever issued nobody can tell from its digits.
 */
export type IdentifierKind = 'idCard' | 'creditCode' | 'phone' | 'bankCard'

/** What is wrong with an identifier, as the last part of an error code. */
export type IdentifierProblem = 'length' | 'characters' | 'region' | 'date' | 'checksum'

export type Checked<T extends object = object> =
  | ({ ok: true; value: string } & T)
  | { ok: false; problem: IdentifierProblem }

export type Gender = 'female' | 'male'

/** Digits and letters as a keyboard in Chinese mode, a chat or a form with groups of four leaves them. */
function compact(text: string): string {
  return toHalfWidth(text)
    .replaceAll(/[\s\u200b\u2060\ufeff\-‐–—·]/g, '')
    .toUpperCase()
}

const idCardWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const idCardCheckDigits = '10X98765432'
/** GB/T 2260: the two digits of provinces; 83 is on residence permits for Taiwan, 81 and 82 for Hong Kong and Macao. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)

/** A citizen's identity number of 18 characters (GB 11643-1999): region, date of birth, sequence, check digit. */
export function checkIdCard(text: string): Checked<{ birthDate: string; gender: Gender }> {
  const value = compact(text)
  if (value.length !== 18) return { ok: false, problem: 'length' }
  if (!/^\d{17}[\dX]$/.test(value)) return { ok: false, problem: 'characters' }
  if (!provinces.has(value.slice(0, 2))) return { ok: false, problem: 'region' }
  const birthDate = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`
  if (!isCivilDate(birthDate) || birthDate < '1900-01-01') return { ok: false, problem: 'date' }
  const sum = idCardWeights.reduce((total, weight, at) => total + weight * Number(value[at]), 0)
  if (idCardCheckDigits[sum % 11] !== value[17]) return { ok: false, problem: 'checksum' }
  return { ok: true, value, birthDate, gender: Number(value[16]) % 2 === 1 ? 'male' : 'female' }
}

/** Base 31 of GB 32100: no I, O, S, V, Z, which look like digits. */
const creditCodeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** A unified social credit code of 18 characters (GB 32100-2015), its last one the check character. */
export function checkCreditCode(text: string): Checked {
  const value = compact(text)
  if (value.length !== 18) return { ok: false, problem: 'length' }
  const digits = [...value].map((char) => creditCodeAlphabet.indexOf(char))
  if (digits.includes(-1) || !/^\d{6}$/.test(value.slice(2, 8))) return { ok: false, problem: 'characters' }
  let weight = 1
  let sum = 0
  for (const digit of digits.slice(0, 17)) {
    sum += digit * weight
    weight = (weight * 3) % 31
  }
  if ((31 - (sum % 31)) % 31 !== digits[17]) return { ok: false, problem: 'checksum' }
  return { ok: true, value }
}

/** A telephone number of the mainland: mobile, landline with area code (and extension), 400 or 800. +86 is dropped. */
export function checkPhone(text: string): Checked {
  const plain = toHalfWidth(text).trim()
  const extension = /^(.*\d)\s*(?:转|ext\.?|#|x)\s*(\d{1,6})$/i.exec(plain)
  const digits = (extension?.[1] ?? plain).replaceAll(/[\s()\-‐–—]/g, '').replace(/^(?:\+|00)86(?=\d)/, '')
  if (!/^\d+$/.test(digits)) return { ok: false, problem: 'characters' }
  if (/^1[3-9]\d{9}$/.test(digits) && extension === null) return { ok: true, value: digits }
  const landline = /^(0(?:10|2\d|[3-9]\d{2}))(\d{7,8})$/.exec(digits)
  const service = /^[48]00\d{7}$/.test(digits) ? digits : undefined
  const main = landline === null ? service : `${landline[1]}-${landline[2]}`
  if (main === undefined) return { ok: false, problem: 'length' }
  return { ok: true, value: extension === null ? main : `${main}-${extension[2]}` }
}

/** A bank card number of a person: 12 to 19 digits with a Luhn check digit. */
export function checkBankCard(text: string): Checked {
  const value = compact(text)
  if (!/^\d*$/.test(value)) return { ok: false, problem: 'characters' }
  if (value.length < 12 || value.length > 19) return { ok: false, problem: 'length' }
  const sum = [...value].toReversed().reduce((total, char, at) => {
    const digit = Number(char) * (at % 2 === 1 ? 2 : 1)
    return total + (digit > 9 ? digit - 9 : digit)
  }, 0)
  return sum % 10 === 0 ? { ok: true, value } : { ok: false, problem: 'checksum' }
}

/** An organisation's account (对公账号): banks number these each in their own way, without a common check digit. */
export function checkCompanyAccount(text: string): Checked {
  const value = compact(text)
  if (!/^\d*$/.test(value)) return { ok: false, problem: 'characters' }
  return value.length < 6 || value.length > 32 ? { ok: false, problem: 'length' } : { ok: true, value }
}

/** How many characters at the start and the end of an identifier stay readable when it is masked. */
const kept: Record<IdentifierKind, [start: number, end: number]> = {
  idCard: [4, 4],
  creditCode: [4, 4],
  phone: [3, 4],
  bankCard: [0, 4],
}

/** `3301**********1234`: enough to recognise one's own, too little to use. What is shorter than what stays is all stars. */
export function maskIdentifier(kind: IdentifierKind, value: string): string {
  const [start, end] = kept[kind]
  const hidden = value.length - start - end
  if (hidden < 4) return '*'.repeat(value.length)
  return value.slice(0, start) + '*'.repeat(hidden) + value.slice(value.length - end)
}

/** An address down to the city or county: `浙江省杭州市****`; one without such a word keeps six characters. */
export function maskAddress(value: string): string {
  const place = /^.{2,12}?(?:自治州|地区|市|盟|县)/.exec(value)?.[0] ?? value.slice(0, Math.min(6, value.length >> 1))
  return `${place}****`
}

/** `b****@example.com` */
export function maskEmail(value: string): string {
  const at = value.indexOf('@')
  return at < 1 ? '****' : `${value.slice(0, 1)}****${value.slice(at)}`
}
