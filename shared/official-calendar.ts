import data from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { WorkCalendar } from './calendar.ts'

const holidayDates = Object.keys(data.holidays).toSorted()
const workdayDates = Object.keys(data.workdays).toSorted()

/** The years whose holidays the State Council has published and this build knows; later years are Monday to Friday. */
export const officialCalendarYears: { from: number; to: number } = {
  from: Number(holidayDates[0]?.slice(0, 4)),
  to: Number(holidayDates.at(-1)?.slice(0, 4)),
}

/**
 * Official holidays (节假日) and shifted working days (调休) of mainland China in the years `fromYear` to `toYear`, both
 * included, as data for `earnings.compute`. Source: the State Council's yearly notices, as kept by chinese-days.
 */
export function officialCalendar(fromYear: number, toYear: number): WorkCalendar {
  const within = (date: string): boolean => {
    const year = Number(date.slice(0, 4))
    return year >= fromYear && year <= toYear
  }
  return { holidays: holidayDates.filter(within), workdays: workdayDates.filter(within) }
}
