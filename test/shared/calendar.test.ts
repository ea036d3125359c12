import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  daysBetween,
  fromDayNumber,
  isCivilDate,
  isoWeekOf,
  lastDayOfMonth,
  parseMoment,
  shanghaiDate,
  toDayNumber,
  weekdayOf,
} from '../../shared/calendar.ts'
import { officialCalendar, officialCalendarYears } from '../../shared/official-calendar.ts'

const DAY_MS = 86_400_000

function weekName(date: string): string {
  const { year, week } = isoWeekOf(toDayNumber(date))
  return `${year}-W${week}`
}

const anyDay = fc.integer({ min: toDayNumber('0001-01-01'), max: toDayNumber('9999-12-31') })

describe('civil dates', () => {
  it('count days as the Gregorian calendar does, over ten thousand years', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = fromDayNumber(day)
        expect(date).toBe(new Date(day * DAY_MS).toISOString().slice(0, 10))
        expect(toDayNumber(date)).toBe(day)
        expect(isCivilDate(date)).toBe(true)
        expect(weekdayOf(day) % 7).toBe(new Date(day * DAY_MS).getUTCDay())
      }),
    )
  })

  it('refuse days that no calendar has', () => {
    const texts = ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '2026-01-01T', '20260101', '', '2026-04-31']
    expect(texts.filter((text) => isCivilDate(text))).toEqual([])
    expect(isCivilDate('2024-02-29')).toBe(true)
  })

  it('add days across months and years and measure them again', () => {
    expect(addDays('2026-02-27', 2)).toBe('2026-03-01')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(daysBetween('2025-12-31', '2026-01-02')).toBe(2)
    expect(lastDayOfMonth('2024-02-10')).toBe('2024-02-29')
  })

  it('know the ISO week and the year it belongs to', () => {
    expect(weekName('2025-12-29')).toBe('2026-W1')
    expect(weekName('2026-01-04')).toBe('2026-W1')
    expect(weekName('2027-01-03')).toBe('2026-W53')
    expect(weekName('2021-01-03')).toBe('2020-W53')
  })
})

describe('moments', () => {
  it('fall on the Shanghai date, eight hours ahead of UTC', () => {
    expect(shanghaiDate('2026-03-31T15:59:59.999Z')).toBe('2026-03-31')
    expect(shanghaiDate('2026-03-31T16:00:00.000Z')).toBe('2026-04-01')
    expect(shanghaiDate('2026-03-05T20:00:00+08:00')).toBe('2026-03-05')
    expect(shanghaiDate('2026-03-05T23:30-0500')).toBe('2026-03-06')
  })

  it('are read as the platform reads them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -6e12, max: 2e13 }), (momentMs) => {
        expect(parseMoment(new Date(momentMs).toISOString())).toBe(momentMs)
      }),
    )
  })

  it('need an offset and a real time of day', () => {
    const texts = [
      '2026-03-05T20:00:00',
      '2026-03-05',
      '2026-02-30T10:00:00Z',
      '2026-03-05T25:00:00Z',
      '2026-03-05T10:60Z',
      '2026-03-05T10:00:00.Z',
      '2026-03-05T10:00:00+8',
      '2026-03-05T10:00:00Z ',
    ]
    expect(texts.filter((text) => parseMoment(text) !== undefined)).toEqual([])
  })
})

describe('the official calendar', () => {
  it('holds the holidays and the shifted working days of the years asked for', () => {
    const { holidays, workdays } = officialCalendar(2026, 2026)
    expect(holidays).toContain('2026-10-01')
    expect(workdays).toContain('2026-10-10')
    expect(holidays.every((date) => date.startsWith('2026-'))).toBe(true)
  })

  it('says which years it knows', () => {
    expect(officialCalendarYears.from).toBeLessThanOrEqual(2010)
    expect(officialCalendarYears.to).toBeGreaterThanOrEqual(2026)
  })
})
