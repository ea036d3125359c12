/**
 * Civil dates `YYYY-MM-DD` as they are on a wall calendar in Asia/Shanghai. Arithmetic is on day numbers (days since
 * 1970-01-01) by integer formulas, without Date objects: a statement of a million rows asks for two dates a row.
 * Dates in this form compare correctly as text.
 */

export interface CivilParts {
  year: number
  /** 1–12 */
  month: number
  day: number
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/**
 * Asia/Shanghai is UTC+8 all year and has been since 1991-09-15, when China gave up summer time. Nothing this app
 * records is older, so a fixed offset is exact and needs no time zone table.
 */
const SHANGHAI_OFFSET_MS = 8 * 60 * MINUTE_MS

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** How many days `month` (1–12) of `year` has. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0)
}

/** The day number (days since 1970-01-01) of a year, month (1–12) and day, by the proleptic Gregorian calendar. */
export function dayNumberOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** Year, month and day of a day number; the inverse of `dayNumberOf`. */
export function partsOfDayNumber(dayNumber: number): CivilParts {
  const z = dayNumber + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

/** Year, month and day of a civil date, read from its digits; the date must be valid. */
export function partsOf(date: string): CivilParts {
  return { year: digits(date, 0, 4), month: digits(date, 5, 2), day: digits(date, 8, 2) }
}

/** The number written at `start` with `count` ASCII digits, or −1 when something else stands there. */
function digits(text: string, start: number, count: number): number {
  let value = 0
  for (let index = start; index < start + count; index += 1) {
    const digit = text.charCodeAt(index) - 48
    if (!(digit >= 0 && digit <= 9)) return -1
    value = value * 10 + digit
  }
  return value
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

/** A civil date from year, month (1–12) and day. */
export function civilDate(year: number, month: number, day: number): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** Whether the text is a real date `YYYY-MM-DD` (2026-02-30 is not). */
export function isCivilDate(text: string): boolean {
  return text.length === 10 && startsWithCivilDate(text)
}

function startsWithCivilDate(text: string): boolean {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 2)
  const day = digits(text, 8, 2)
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Days since 1970-01-01 of a valid civil date. */
export function toDayNumber(date: string): number {
  return dayNumberOf(digits(date, 0, 4), digits(date, 5, 2), digits(date, 8, 2))
}

/** The civil date of a day number. */
export function fromDayNumber(dayNumber: number): string {
  const { year, month, day } = partsOfDayNumber(dayNumber)
  return civilDate(year, month, day)
}

/** The date `days` after (before, when negative) `date`. */
export function addDays(date: string, days: number): string {
  return fromDayNumber(toDayNumber(date) + days)
}

/** The same day `months` later; in a month that lacks it, that month's last day. */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return civilDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

/** How many days `to` is after `from`: 0 on the same day, negative when earlier. */
export function daysBetween(from: string, to: string): number {
  return toDayNumber(to) - toDayNumber(from)
}

/** The last day of the month that `date` lies in. */
export function lastDayOfMonth(date: string): string {
  const { year, month } = partsOf(date)
  return civilDate(year, month, daysInMonth(year, month))
}

/** Weekday of a day number: 1 Monday … 7 Sunday. */
export function weekdayOf(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1
}

/** The ISO 8601 week a day lies in: its year (that of its Thursday), number 1–53, and its Monday as a day number. */
export function isoWeekOf(dayNumber: number): { year: number; week: number; mondayNumber: number } {
  const mondayNumber = dayNumber - weekdayOf(dayNumber) + 1
  const { year } = partsOfDayNumber(mondayNumber + 3)
  const firstMonday = dayNumberOf(year, 1, 4) - weekdayOf(dayNumberOf(year, 1, 4)) + 1
  return { year, week: (mondayNumber - firstMonday) / 7 + 1, mondayNumber }
}

/** Offset in minutes written as `Z`, `+08:00` or `+0800` from `start` to the end of the text, or undefined. */
function offsetMinutes(text: string, start: number): number | undefined {
  const sign = text.charCodeAt(start)
  const rest = text.length - start
  if (sign === 90) return rest === 1 ? 0 : undefined
  const colon = text.charCodeAt(start + 3) === 58 ? 1 : 0
  if ((sign !== 43 && sign !== 45) || rest !== 5 + colon) return undefined
  const hours = digits(text, start + 1, 2)
  const minutes = digits(text, start + 3 + colon, 2)
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return undefined
  return (sign === 45 ? -1 : 1) * (hours * 60 + minutes)
}

/** Seconds and their fraction (all digits of it read, milliseconds kept) from index 16 on: [milliseconds, next index]. */
function secondsFrom(text: string): [number, number] | undefined {
  if (text.charCodeAt(16) !== 58) return [0, 16]
  const seconds = digits(text, 17, 2)
  if (seconds < 0 || seconds > 59) return undefined
  const point = text.charCodeAt(19)
  if (point !== 46 && point !== 44) return [seconds * 1000, 19]
  let next = 20
  while (digits(text, next, 1) >= 0) next += 1
  if (next === 20) return undefined
  return [
    seconds * 1000 +
      Number(
        text
          .slice(20, 23)
          .slice(0, next - 20)
          .padEnd(3, '0'),
      ),
    next,
  ]
}

/**
 * Milliseconds since 1970 UTC of an ISO 8601 moment `YYYY-MM-DDTHH:MM[:SS[.fff]]` with `Z` or an offset. Undefined for
 * anything else, a moment without offset above all: nobody can say when that was.
 */
export function parseMoment(text: string): number | undefined {
  if (!startsWithCivilDate(text) || text.charCodeAt(10) !== 84 || text.charCodeAt(13) !== 58) return undefined
  const hours = digits(text, 11, 2)
  const minutes = digits(text, 14, 2)
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return undefined
  const seconds = secondsFrom(text)
  const offset = seconds === undefined ? undefined : offsetMinutes(text, seconds[1])
  if (seconds === undefined || offset === undefined) return undefined
  return toDayNumber(text) * DAY_MS + (hours * 60 + minutes - offset) * MINUTE_MS + seconds[0]
}

/** The day number in Asia/Shanghai of a moment given in milliseconds since 1970 UTC. */
export function shanghaiDayNumber(momentMs: number): number {
  return Math.floor((momentMs + SHANGHAI_OFFSET_MS) / DAY_MS)
}

/**
 * The civil date in Asia/Shanghai of an ISO moment: `2026-03-31T16:00:00.000Z` is `2026-04-01`.
 * Throws RangeError when the text is no moment: callers have validated it.
 */
export function shanghaiDate(momentIso: string): string {
  const momentMs = parseMoment(momentIso)
  if (momentMs === undefined) throw new RangeError(`not a moment: ${momentIso}`)
  return fromDayNumber(shanghaiDayNumber(momentMs))
}

export interface WorkCalendar {
  /** Days that are no working days though Monday to Friday might be. */
  holidays: readonly string[]
  /** Days that are working days though Saturday or Sunday (调休). */
  workdays: readonly string[]
}
