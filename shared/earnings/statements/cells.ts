import { dayNumberOf, daysInMonth } from '../../calendar.ts'

/**
 * What a cell of a statement says, read strictly: a value, nothing (`null`), or a reason why it cannot be trusted
 * (spec/earnings.md 'What real files do'). Amounts are integer fen, rates integer ppm, moments whole seconds since 1970 UTC.
 */
export type CellReading<T> = { value: T | null } | { problem: CellProblem }

/** Names of sentences under `errors.` in `shared/i18n/<language>/import.json`. */
export type CellProblem =
  | 'id-scientific'
  | 'id-digits-lost'
  | 'id-bad'
  | 'amount-bad'
  | 'amount-decimals'
  | 'amount-too-large'
  | 'rate-bad'
  | 'date-bad'
  | 'date-impossible'
  | 'cell-error'

/** How a cell came: CSV has only text, a workbook also numbers, dates (already written as text) and error values. */
export type CellKind = 'text' | 'number' | 'date' | 'error'

const NOTHING = { value: null } as const
const EMPTY_CELL = /^(?:\/|[-\u2010-\u2015\u2212\u30fc]+)?$/
const QUOTED_ID = /^=?"([^"]*)"$/
const SCIENTIFIC = /^[+-]?\d+(?:\.\d+)?e[+-]?\d+$/i
const ID = /^[\w.:@+-]{1,64}$/
const SHANGHAI_OFFSET_S = 8 * 3_600
/** Spreadsheets keep 15 digits of a number; what stood after them is gone. */
const KEPT_DIGITS = 15
/** A hundred billion yuan: beyond any statement, and well inside what a product of rates can hold exactly. */
const LARGEST_FEN = 10_000_000_000_000

/** Full-width forms become ordinary ones, invisible marks and blanks around the text go. */
export function tidyCell(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u200b-\u200f\ufeff]/g, '')
    .trim()
}

/** Whether a tidied cell says 'nothing': empty, `-`, `--`, `/` or a run of dashes. */
export function isEmptyCell(tidied: string): boolean {
  return EMPTY_CELL.test(tidied)
}

/** An identifier: the tab, quotes, apostrophe or `="…"` that platforms put around it are taken off; lost digits are refused. */
export function readIdCell(text: string, kind: CellKind = 'text'): CellReading<string> {
  if (kind === 'error') return { problem: 'cell-error' }
  let id = tidyCell(text)
  id = (QUOTED_ID.exec(id)?.[1] ?? id)
    .trim()
    .replace(/^['\u2018\u2019`]+/, '')
    .trim()
  if (isEmptyCell(id)) return NOTHING
  if (SCIENTIFIC.test(id)) return { problem: 'id-scientific' }
  if (kind === 'number' && id.replace(/\D/g, '').length > KEPT_DIGITS) return { problem: 'id-digits-lost' }
  return ID.test(id) ? { value: id } : { problem: 'id-bad' }
}

/** Whether an id in text looks as if a spreadsheet had rounded it: more than 15 digits, all zeros after the fifteenth. */
export function looksRounded(id: string): boolean {
  return id.length > KEPT_DIGITS && /^\d{15}0+$/.test(id)
}

const AMOUNT = /^([+-]?)\s*(?:¥|RMB|CNY)?\s*([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?\s*元?$/

/** An amount in yuan as fen: ¥, commas, full-width digits, `(123.45)` and `-123.45`; three decimals are refused. */
export function readAmountCell(text: string, kind: CellKind = 'text'): CellReading<number> {
  if (kind === 'error') return { problem: 'cell-error' }
  const plain = tidyCell(text).replaceAll('\u2212', '-')
  if (isEmptyCell(plain)) return NOTHING
  if (kind === 'number') return readAmountNumber(Number(plain))
  const bracketed = /^[(](.*)[)]$/.exec(plain)?.[1]
  const match = AMOUNT.exec(bracketed ?? plain)
  if (match === null) return { problem: 'amount-bad' }
  const [, before = '', after = '', whole = '', decimals = ''] = match
  const sign = before + after
  if (sign.length > 1 || (bracketed !== undefined && sign !== '')) return { problem: 'amount-bad' }
  if (decimals.length > 2) return { problem: 'amount-decimals' }
  const fen = Number(whole.replaceAll(',', '') + decimals.padEnd(2, '0'))
  if (fen > LARGEST_FEN) return { problem: 'amount-too-large' }
  return { value: fen !== 0 && (sign === '-' || bracketed !== undefined) ? -fen : fen }
}

/** A number of a workbook: the noise of its binary fraction (30.000000000000004) is no third decimal. */
function readAmountNumber(yuan: number): CellReading<number> {
  const exact = yuan * 100
  const fen = Math.round(exact)
  if (!Number.isFinite(exact)) return { problem: 'amount-bad' }
  if (Math.abs(fen) > LARGEST_FEN) return { problem: 'amount-too-large' }
  if (Math.abs(exact - fen) > 1e-6 * Math.max(1, Math.abs(yuan) / 1e6)) return { problem: 'amount-decimals' }
  return { value: fen === 0 ? 0 : fen }
}

const RATE = /^(\d{1,3})(?:\.(\d+))?\s*(%?)$/

/** A rate as ppm: `12.5%`, `5.00 %` or a share up to 1 (`0.125`); a bare number above 1 could mean either and is refused. */
export function readRateCell(text: string, kind: CellKind = 'text'): CellReading<number> {
  if (kind === 'error') return { problem: 'cell-error' }
  const plain = tidyCell(text)
  if (isEmptyCell(plain)) return NOTHING
  const match = RATE.exec(plain)
  if (match === null) return { problem: 'rate-bad' }
  const [, whole = '', decimals = '', percent = ''] = match
  const shift = percent === '%' ? 4 : 6
  const digits = whole + decimals.padEnd(shift + 1, '0').slice(0, shift)
  const ppm = Number(digits) + (Number(decimals.charAt(shift)) >= 5 ? 1 : 0)
  return ppm <= 1_000_000 ? { value: ppm } : { problem: 'rate-bad' }
}

const DATE =
  /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日?|(\d{2})(\d{2}))(?:[ T]*(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})(?:\.\d+)?秒?)?|(\d{2})(\d{2})(\d{2}))?(Z|[+-]\d{2}:?\d{2})?$/
const SERIAL = /^\d{5}(?:\.\d+)?$/
/** Day 0 of the 1900 date system of spreadsheets is 1899-12-30, which absorbs its invented 1900-02-29. */
const SERIAL_DAY_0 = dayNumberOf(1899, 12, 30)
const FIRST_YEAR = 2000
const LAST_YEAR = 2099

/**
 * A date or moment on a Shanghai clock, in the shapes exports have: `2026/3/1`, `2026-03-01 08:05:09`, `2026年3月1日`,
 * `20260115`, ISO 8601 with zone, and serial numbers of spreadsheets. Days and times that cannot be are refused.
 */
export function readMomentCell(text: string, kind: CellKind = 'text'): CellReading<number> {
  if (kind === 'error') return { problem: 'cell-error' }
  const plain = tidyCell(text).replaceAll(/\s+/g, ' ')
  if (isEmptyCell(plain)) return NOTHING
  if (SERIAL.test(plain)) return readSerial(Number(plain))
  const match = DATE.exec(plain)
  if (match === null) return { problem: 'date-bad' }
  const [, year, m1, d1, m2, d2, m3, d3, hour, minute, second, hour2, minute2, second2, zone] = match
  const seconds = secondsOf(
    Number(year),
    Number(m1 ?? m2 ?? m3),
    Number(d1 ?? d2 ?? d3),
    Number(hour ?? hour2 ?? 0),
    Number(minute ?? minute2 ?? 0),
    Number(second ?? second2 ?? 0),
  )
  if (Number.isNaN(seconds)) return { problem: 'date-impossible' }
  return { value: zone === undefined ? seconds : seconds + SHANGHAI_OFFSET_S - zoneSeconds(zone) }
}

function readSerial(serial: number): CellReading<number> {
  const days = Math.floor(serial)
  const dayNumber = SERIAL_DAY_0 + days
  const seconds = Math.round((serial - days) * 86_400)
  if (dayNumber < dayNumberOf(FIRST_YEAR, 1, 1) || dayNumber > dayNumberOf(LAST_YEAR, 12, 31)) {
    return { problem: 'date-impossible' }
  }
  return { value: dayNumber * 86_400 + seconds - SHANGHAI_OFFSET_S }
}

function zoneSeconds(zone: string): number {
  if (zone === 'Z') return 0
  const digits = zone.replaceAll(/\D/g, '')
  const seconds = Number(digits.slice(0, 2)) * 3_600 + Number(digits.slice(2)) * 60
  return zone.startsWith('-') ? -seconds : seconds
}

/** Seconds since 1970 UTC of a Shanghai clock's reading; NaN for a day or time that cannot be, or a year outside 2000–2099. */
export function secondsOf(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return Number.NaN
  if (day < 1 || day > daysInMonth(year, month) || hour > 23 || minute > 59 || second > 59) return Number.NaN
  return dayNumberOf(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second - SHANGHAI_OFFSET_S
}

/** Whole seconds as the text a Shanghai clock shows: `2026-03-01 08:05:09`. */
export function shanghaiClock(seconds: number): string {
  return new Date((seconds + SHANGHAI_OFFSET_S) * 1000).toISOString().slice(0, 19).replace('T', ' ')
}
