import { civilDate, dayNumberOf, daysInMonth, isoWeekOf, partsOfDayNumber, type CivilParts } from '../calendar.ts'
import { unreachable } from '../errors.ts'
import type { CycleKind } from './vocabulary.ts'

/** The natural days of a cycle as day numbers, both included, also when only a part of it is in force (C1). */
export interface CycleDays {
  id: string
  from: number
  to: number
}

/** Cycles that follow the calendar are numbered without gaps, so that a day's cycle is arithmetic and not a search. */
export interface CycleCalendar {
  indexOf(dayNumber: number): number
  at(index: number): CycleDays
  /** The number of the cycle with this id, or undefined when no such cycle exists. */
  parse(cycleId: string): number | undefined
}

function monthId(monthIndex: number): string {
  return civilDate(Math.floor(monthIndex / 12), (((monthIndex % 12) + 12) % 12) + 1, 1).slice(0, -3)
}

function monthIndexOf({ year, month }: CivilParts): number {
  return year * 12 + month - 1
}

/** The day number of `day` in the month with this index. */
function dayInMonth(monthIndex: number, day: number): number {
  return dayNumberOf(Math.floor(monthIndex / 12), (((monthIndex % 12) + 12) % 12) + 1, day)
}

function lengthOfMonth(monthIndex: number): number {
  return daysInMonth(Math.floor(monthIndex / 12), (((monthIndex % 12) + 12) % 12) + 1)
}

function parsed(
  pattern: RegExp,
  cycleId: string,
  read: (match: string[]) => number,
  calendar: CycleCalendar,
): number | undefined {
  const match = pattern.exec(cycleId)
  if (match === null) return undefined
  const index = read(match)
  return calendar.at(index).id === cycleId ? index : undefined
}

/** Months, or from `startDay` (2–28) to the day before it, named by the month they end in. */
function monthCalendar(startDay: number): CycleCalendar {
  const calendar: CycleCalendar = {
    indexOf(dayNumber) {
      const parts = partsOfDayNumber(dayNumber)
      return monthIndexOf(parts) + (startDay > 1 && parts.day >= startDay ? 1 : 0)
    },
    at(index) {
      return startDay === 1
        ? { id: monthId(index), from: dayInMonth(index, 1), to: dayInMonth(index, lengthOfMonth(index)) }
        : { id: monthId(index), from: dayInMonth(index - 1, startDay), to: dayInMonth(index, startDay - 1) }
    },
    parse(cycleId) {
      return parsed(/^(\d{4})-(\d{2})$/, cycleId, (match) => Number(match[1]) * 12 + Number(match[2]) - 1, calendar)
    },
  }
  return calendar
}

/** `2026-03-A` is the 1st to the 15th, `2026-03-B` the rest of the month. */
const halfMonthCalendar: CycleCalendar = {
  indexOf(dayNumber) {
    const parts = partsOfDayNumber(dayNumber)
    return monthIndexOf(parts) * 2 + (parts.day > 15 ? 1 : 0)
  },
  at(index) {
    const month = Math.floor(index / 2)
    return index % 2 === 0
      ? { id: `${monthId(month)}-A`, from: dayInMonth(month, 1), to: dayInMonth(month, 15) }
      : { id: `${monthId(month)}-B`, from: dayInMonth(month, 16), to: dayInMonth(month, lengthOfMonth(month)) }
  },
  parse(cycleId) {
    return parsed(
      /^(\d{4})-(\d{2})-([AB])$/,
      cycleId,
      (match) => (Number(match[1]) * 12 + Number(match[2]) - 1) * 2 + (match[3] === 'B' ? 1 : 0),
      halfMonthCalendar,
    )
  },
}

/** Days from 1970-01-01, a Thursday, back to the Monday of its week. */
const EPOCH_WEEKDAY_OFFSET = 3

/** ISO weeks, Monday to Sunday. */
const weekCalendar: CycleCalendar = {
  indexOf(dayNumber) {
    return Math.floor((dayNumber + EPOCH_WEEKDAY_OFFSET) / 7)
  },
  at(index) {
    const from = index * 7 - EPOCH_WEEKDAY_OFFSET
    const { year, week } = isoWeekOf(from)
    return { id: `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`, from, to: from + 6 }
  },
  parse(cycleId) {
    return parsed(
      /^(\d{4})-W(\d{2})$/,
      cycleId,
      (match) => weekCalendar.indexOf(dayNumberOf(Number(match[1]), 1, 4)) + Number(match[2]) - 1,
      weekCalendar,
    )
  },
}

/** The calendar of a cycle kind; undefined for session cycles, which follow the sessions and no calendar. */
export function cycleCalendar(kind: CycleKind, cycleStartDay: number | null | undefined): CycleCalendar | undefined {
  switch (kind) {
    case 'month':
      return monthCalendar(cycleStartDay ?? 1)
    case 'half-month':
      return halfMonthCalendar
    case 'week':
      return weekCalendar
    case 'session':
      return undefined
    default:
      return unreachable(kind)
  }
}
