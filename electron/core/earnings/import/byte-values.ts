import type { Buffer } from 'node:buffer'
import { dayNumberOf, daysInMonth } from '../../../../shared/calendar.ts'

/**
 * The plain shapes of amounts, rates, moments and ids, read from bytes without making a string: nearly every cell of a real
 * statement. What is not plain answers `NOT_PLAIN` and goes through the strict readers of shared/earnings/statements/cells.ts;
 * a property test holds the two against each other.
 */
export const NOT_PLAIN = Number.NaN
/** The cell says nothing. */
export const NOTHING = Number.POSITIVE_INFINITY

const ZERO = 0x30
const NINE = 0x39
const DASH = 0x2d
const DOT = 0x2e
const SLASH = 0x2f
const COLON = 0x3a
const SPACE = 0x20
const TAB = 0x09
const PERCENT = 0x25
const SHANGHAI_OFFSET_S = 28_800
/** Twelve digits of yuan stay below what cells.ts allows, and exact. */
const mostYuanDigits = 11

/** `1234.5`, `-3.00`, `0` → fen; empty, `-` and blanks → NOTHING. */
export function readPlainAmount(bytes: Buffer, from: number, to: number): number {
  let start = from
  let end = to
  while (start < end && isBlank(bytes[start])) start += 1
  while (end > start && isBlank(bytes[end - 1])) end -= 1
  if (start === end) return NOTHING
  const negative = bytes[start] === DASH
  let at = negative ? start + 1 : start
  if (at === end) return NOTHING
  const digitsEnd = at + mostYuanDigits
  let fen = 0
  const first = at
  for (; at < end; at += 1) {
    const digit = (bytes[at] ?? 0) - ZERO
    if (digit < 0 || digit > 9) break
    fen = fen * 10 + digit
  }
  if (at === first || at > digitsEnd) return NOT_PLAIN
  fen *= 100
  if (at < end) {
    const decimals = end - at - 1
    if (bytes[at] !== DOT || decimals > 2 || decimals < 1) return NOT_PLAIN
    const tenths = (bytes[at + 1] ?? 0) - ZERO
    const cents = decimals === 2 ? (bytes[at + 2] ?? 0) - ZERO : 0
    if (tenths < 0 || tenths > 9 || cents < 0 || cents > 9) return NOT_PLAIN
    fen += tenths * 10 + cents
  }
  return negative && fen !== 0 ? -fen : fen
}

/** `22.00%`, `5%` → ppm; empty and `-` → NOTHING. */
export function readPlainRate(bytes: Buffer, from: number, to: number): number {
  if (to === from || (to === from + 1 && bytes[from] === DASH)) return NOTHING
  const first = bytes[from] ?? 0
  if (bytes[to - 1] !== PERCENT || first < ZERO || first > NINE || to - from > 7) return NOT_PLAIN
  const hundredths = readPlainAmount(bytes, from, to - 1)
  if (!(hundredths >= 0 && hundredths <= 10_000)) return NOT_PLAIN
  return hundredths * 100
}

let knownDate = 0
let knownDayS = NOT_PLAIN

/** `2026-03-01`, `2026/03/01`, with ` 08:05:09` or without → seconds since 1970 UTC; empty and `-` → NOTHING. */
export function readPlainMoment(bytes: Buffer, from: number, to: number): number {
  const length = to - from
  if (length === 19) {
    if (bytes[from + 10] !== SPACE || bytes[from + 13] !== COLON || bytes[from + 16] !== COLON) return NOT_PLAIN
    const hour = twoDigits(bytes, from + 11)
    const minute = twoDigits(bytes, from + 14)
    const second = twoDigits(bytes, from + 17)
    if (hour > 23 || minute > 59 || second > 59) return NOT_PLAIN
    return dayStart(bytes, from) + hour * 3_600 + minute * 60 + second
  }
  if (length === 10) return dayStart(bytes, from)
  if (length === 0 || (length === 1 && bytes[from] === DASH)) return NOTHING
  return NOT_PLAIN
}

function dayStart(bytes: Buffer, from: number): number {
  const separator = bytes[from + 4]
  if ((separator !== DASH && separator !== SLASH) || bytes[from + 7] !== separator) return NOT_PLAIN
  const year = twoDigits(bytes, from) * 100 + twoDigits(bytes, from + 2)
  const month = twoDigits(bytes, from + 5)
  const day = twoDigits(bytes, from + 8)
  // Statements run in order of time: the day of the last row is mostly the day of this one.
  const date = (year * 100 + month) * 100 + day
  if (date === knownDate) return knownDayS
  if (year < 2000 || year > 2099 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return NOT_PLAIN
  }
  knownDate = date
  knownDayS = dayNumberOf(year, month, day) * 86_400 - SHANGHAI_OFFSET_S
  return knownDayS
}

/** Two digits as a number; a large one where something else stands. */
function twoDigits(bytes: Buffer, at: number): number {
  const tens = (bytes[at] ?? 0) - ZERO
  const ones = (bytes[at + 1] ?? 0) - ZERO
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 1_000_000
}

function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB
}

/**
 * An id of digits, with blanks or tabs around it → its text; `''` for an empty cell or a dash; undefined when it is not plain.
 * At most 19 digits: longer runs are left to the strict reader.
 */
export function readPlainId(bytes: Buffer, from: number, to: number): string | undefined {
  let start = from
  let end = to
  while (start < end && isBlank(bytes[start])) start += 1
  while (end > start && isBlank(bytes[end - 1])) end -= 1
  if (start === end || (end === start + 1 && bytes[start] === DASH)) return ''
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte < ZERO || byte > NINE) return undefined
  }
  return bytes.toString('latin1', start, end)
}
