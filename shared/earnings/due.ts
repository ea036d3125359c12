import { dayNumberOf, daysInMonth, partsOfDayNumber, toDayNumber, weekdayOf, type WorkCalendar } from '../calendar.ts'
import type { CycleEvent } from './facts.ts'
import type { Formula } from './formula.ts'
import type { PayTerms } from './terms.ts'
import type { HolidayRule } from './vocabulary.ts'

/** Working days by the official calendar (C18). */
export interface WorkingDays {
  isWorkingDay(dayNumber: number): boolean
  /** The nearest working day at or before (step −1), at or after (step 1) a day. */
  nearest(dayNumber: number, step: 1 | -1): number
  /** The `count`-th working day after a day; 0 is the day itself. */
  after(dayNumber: number, count: number): number
}

/** A day works if it is listed as a working day, or is Monday to Friday and no holiday. */
export function workingDays(calendar: WorkCalendar | null | undefined): WorkingDays {
  const workdays = new Set((calendar?.workdays ?? []).map(toDayNumber))
  const holidays = new Set((calendar?.holidays ?? []).map(toDayNumber))
  let lastListed = -Infinity
  for (const day of [...workdays, ...holidays]) lastListed = Math.max(lastListed, day)
  const isWorkingDay = (day: number): boolean => workdays.has(day) || (weekdayOf(day) <= 5 && !holidays.has(day))
  return {
    isWorkingDay,
    nearest(dayNumber, step) {
      let day = dayNumber
      while (!isWorkingDay(day)) day += step
      return day
    },
    after(dayNumber, count) {
      let day = dayNumber
      let left = count
      while (left > 0) {
        // Beyond the last listed day every week has five working days, so whole weeks need no counting.
        if (day >= lastListed && left > 5) {
          const weeks = Math.floor((left - 1) / 5)
          day += weeks * 7
          left -= weeks * 5
        }
        day += 1
        if (isWorkingDay(day)) left -= 1
      }
      return day
    },
  }
}

export interface DueResult {
  /** Day number, or undefined where the terms give none: a risk that the screen names. */
  dueDay: number | undefined
  formula: Formula
}

/** The date as the terms say it, before it is held to the cycle's last day and moved. */
function statedDue(due: PayTerms['due'], lastDay: number, events: readonly CycleEvent[], days: WorkingDays): DueResult {
  if ('daysAfterCycleEnd' in due) {
    const { daysAfterCycleEnd } = due
    return {
      dueDay: lastDay + daysAfterCycleEnd,
      formula: { code: 'due-days-after-end', params: { days: daysAfterCycleEnd } },
    }
  }
  if ('dayOfMonth' in due) return dueInMonth(due.dayOfMonth, due.monthsAfter, lastDay)
  return dueAfterEvent(due, lastDay, events, days)
}

function dueInMonth(dayOfMonth: number, monthsAfter: number, lastDay: number): DueResult {
  const { year, month } = partsOfDayNumber(lastDay)
  const index = year * 12 + month - 1 + monthsAfter
  const dueYear = Math.floor(index / 12)
  const dueMonth = (index % 12) + 1
  const day = Math.min(dayOfMonth, daysInMonth(dueYear, dueMonth))
  return {
    dueDay: dayNumberOf(dueYear, dueMonth, day),
    formula: { code: 'due-day-of-month', params: { dayOfMonth, monthsAfter } },
  }
}

/** Of several events of the kind the first counts, whatever day is asked about (C17). */
function dueAfterEvent(
  due: Extract<PayTerms['due'], { after: string }>,
  lastDay: number,
  events: readonly CycleEvent[],
  days: WorkingDays,
): DueResult {
  const { latestDaysAfterCycleEnd } = due
  const dates = events.filter((event) => event.kind === due.after).map((event) => toDayNumber(event.date))
  const eventDay = dates.length === 0 ? undefined : Math.min(...dates)
  const latestDay =
    latestDaysAfterCycleEnd === undefined || latestDaysAfterCycleEnd === null
      ? undefined
      : lastDay + latestDaysAfterCycleEnd
  if (eventDay === undefined) {
    return latestDay === undefined
      ? { dueDay: undefined, formula: { code: 'due-no-event', params: { event: due.after } } }
      : { dueDay: latestDay, formula: { code: 'due-latest', params: { days: latestDaysAfterCycleEnd ?? 0 } } }
  }
  const dueDay = due.unit === 'day' ? eventDay + due.days : days.after(eventDay, due.days)
  if (latestDay !== undefined && latestDay < dueDay) {
    return { dueDay: latestDay, formula: { code: 'due-latest', params: { days: latestDaysAfterCycleEnd ?? 0 } } }
  }
  return { dueDay, formula: { code: `due-after-event-${due.unit}`, params: { event: due.after, days: due.days } } }
}

/** The holiday rule of the terms; without one wages go to the working day before (law wage-7), other pay stays. */
export function holidayRule(terms: PayTerms): HolidayRule {
  return terms.due.holiday ?? (terms.relation === 'labour' ? 'earlier' : 'as-is')
}

/**
 * When a cycle's pay is due (spec/earnings.md, Due): the stated date, not before the cycle's last day, moved to a working
 * day, again not before the last day (C18).
 */
export function dueOf(terms: PayTerms, lastDay: number, events: readonly CycleEvent[], days: WorkingDays): DueResult {
  const stated = statedDue(terms.due, lastDay, events, days)
  if (stated.dueDay === undefined) return stated
  const held = Math.max(stated.dueDay, lastDay)
  const rule = holidayRule(terms)
  if (rule === 'as-is') return { ...stated, dueDay: held }
  return { ...stated, dueDay: Math.max(lastDay, days.nearest(held, rule === 'earlier' ? -1 : 1)) }
}
