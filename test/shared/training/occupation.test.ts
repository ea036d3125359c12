import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  hoursRow,
  isOffered,
  jobs,
  lessonHours,
  lessonMinutes,
  levels,
  mergeOccupation,
  type OccupationRow,
  rowsOf,
  weightFaults,
} from '../../../shared/training/occupation.ts'
import { occupation } from './training-fixture.ts'

const own = {
  origin: 'own' as const,
  verified: 'own' as const,
  source: { zh: '2027 年版第 3 页', en: 'edition 2027, p. 3' },
}

test('the hours of the levels are those of the standard, for every job', () => {
  for (const job of jobs) {
    expect(levels.map((level) => hoursRow(occupation, job, level)?.hours)).toEqual([120, 104, 88, 72, 72])
  }
  expect(rowsOf(occupation, 'hours').every((row) => row.origin === 'official' && row.verified === 'read')).toBe(true)
})

test('a platform manager stops at level three, the others go to level one', () => {
  expect(levels.filter((level) => isOffered(occupation, 'platform-manager', level))).toEqual([5, 4, 3])
  for (const job of jobs.filter((one) => one !== 'platform-manager')) {
    expect(levels.every((level) => isOffered(occupation, job, level))).toBe(true)
  }
})

test('what was not confirmed against the printed standard is not called official, and there are no weights', () => {
  const unsure = occupation.filter((row) => row.verified === 'unconfirmed' && row.origin === 'official')
  expect(unsure).toEqual([])
  expect(rowsOf(occupation, 'weight')).toEqual([])
})

test('every row has an id of its own, and the curriculum adds up to the hours of level five', () => {
  expect(new Set(occupation.map((row) => row.id)).size).toBe(occupation.length)
  expect(rowsOf(occupation, 'unit').reduce((sum, unit) => sum + unit.hours, 0)).toBe(120)
})

test('a row of the person’s own takes the place of the one with its id, a new one stands beside them', () => {
  const lesson: OccupationRow = { section: 'lesson', id: 'lesson-length', minutes: 40, ...own }
  const forJob: OccupationRow = { section: 'hours', id: 'my-hours', job: 'selector', level: 5, hours: 130, ...own }
  const merged = mergeOccupation(occupation, [lesson, forJob])
  expect(merged).toHaveLength(occupation.length + 1)
  expect(lessonMinutes(merged)).toBe(40)
  expect(hoursRow(merged, 'selector', 5)?.hours).toBe(130)
  expect(hoursRow(merged, 'live-seller', 5)?.hours).toBe(120)
})

test('minutes as training hours never look like more than they are', () => {
  expect(lessonHours(119, 45)).toBe('2.6')
  expect(lessonHours(5399, 45)).toBe('119.9')
  expect(lessonHours(5400, 45)).toBe('120')
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.integer({ min: 30, max: 60 }), (minutes, lesson) => {
      const shown = Number(lessonHours(minutes, lesson))
      expect(shown * lesson).toBeLessThanOrEqual(minutes + 1e-6)
      expect((shown + 0.1) * lesson).toBeGreaterThan(minutes - 1e-6)
    }),
  )
})

const weight = (id: string, percent: number): OccupationRow => ({
  section: 'weight',
  id,
  job: 'selector',
  level: 5,
  part: 'theory',
  item: id,
  percent,
  edition: '2021',
  page: '',
  ...own,
})

test('a group of weights that does not add up to 100 is said', () => {
  expect(weightFaults([weight('a', 60), weight('b', 40)])).toEqual([])
  expect(weightFaults([weight('a', 60), weight('b', 30)])).toEqual([
    { job: 'selector', level: 5, part: 'theory', sum: 90 },
  ])
})
