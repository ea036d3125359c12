import { expect, test } from 'vitest'
import { evidenceMarks, isWeak, platformKeepsUntil } from '../../../shared/disputes/evidence-marks.ts'
import { pageRanges, pageRangeText } from '../../../shared/disputes/exhibits.ts'
import { limitHints, pairHindrances } from '../../../shared/disputes/time-limit.ts'

const screenshot = {
  kind: 'screenshot',
  source: '微信（本人手机）',
  takenBy: '本人',
  takenAt: '2026-04-16',
  purpose: '证明对方认账',
  originalPlace: '手机',
  originalHolder: 'me',
} as const

test('electronic data that nobody vouches for is weak, and so is a copy without an original', () => {
  expect(evidenceMarks(screenshot)).toEqual([])
  expect(isWeak({ ...screenshot, takenBy: '' })).toBe(true)
  expect(isWeak({ ...screenshot, kind: 'contract', originalHolder: 'none' })).toBe(true)
  expect(evidenceMarks({ ...screenshot, kind: 'contract', originalHolder: 'payer' })).toEqual(['held-by-payer'])
})

test('what a platform holds is counted down for three years', () => {
  expect(platformKeepsUntil({ originalHolder: 'platform', takenAt: '2024-02-29' }, '2027-02-20')).toEqual({
    date: '2027-02-28',
    daysLeft: 8,
  })
  expect(platformKeepsUntil({ originalHolder: 'me', takenAt: '2024-02-29' }, '2027-02-20')).toBeNull()
})

test('pages are counted through all evidence and skip what has none', () => {
  const ranges = pageRanges([{ pages: 2 }, { pages: null }, { pages: 1 }])
  expect(ranges.map(pageRangeText)).toEqual(['1–2', '', '3'])
})

test('civil claims run three years from the first due date and start anew with a demand made in time', () => {
  const facts = {
    relation: 'civil',
    asOf: '2026-06-01',
    relationEnd: null,
    dueDates: ['2026-05-15', '2026-04-15'],
    hindrances: [],
  } as const
  expect(limitHints({ ...facts, interruptions: [] })).toMatchObject([
    { track: 'civil', startsOn: '2026-04-15', endsOn: '2029-04-15', extendedEndsOn: null },
  ])
  expect(limitHints({ ...facts, interruptions: ['2026-05-20', '2026-04-01'] })).toMatchObject([
    { interruptedOn: '2026-05-20', extendedEndsOn: '2029-05-20' },
  ])
})

test('a labour claim for pay has no limit while the relation lasts, then one year; an undetermined relation shows both', () => {
  const facts = { asOf: '2026-06-01', dueDates: ['2026-04-15'], interruptions: [], hindrances: [] } as const
  expect(limitHints({ ...facts, relation: 'labour', relationEnd: null })).toMatchObject([
    { from: 'relation-lasts', endsOn: null },
  ])
  expect(limitHints({ ...facts, relation: 'undetermined', relationEnd: '2026-03-31' })).toMatchObject([
    { track: 'labour', endsOn: '2027-03-31', daysLeft: 303 },
    { track: 'civil', endsOn: '2029-04-15' },
  ])
})

test('a hindrance stops the limits: labour time is not counted, a civil one in its last six months ends six months after it', () => {
  const base = { asOf: '2026-06-01', dueDates: ['2023-09-01'], interruptions: [] } as const
  const late = [{ from: '2026-04-01', to: '2026-07-10' }]
  expect(limitHints({ ...base, relation: 'civil', relationEnd: null, hindrances: late })).toMatchObject([
    { endsOn: '2026-09-01', hindrance: late[0], extendedEndsOn: '2027-01-10' },
  ])
  const early = [{ from: '2024-01-01', to: '2024-06-01' }]
  expect(limitHints({ ...base, relation: 'civil', relationEnd: null, hindrances: early })).toMatchObject([
    { endsOn: '2026-09-01', hindrance: null, extendedEndsOn: null },
  ])
  expect(limitHints({ ...base, relation: 'labour', relationEnd: '2026-01-31', hindrances: late })).toMatchObject([
    { endsOn: '2027-01-31', extendedEndsOn: '2027-05-11' },
  ])
})

test('while a hindrance lasts there is no later day to rely on', () => {
  const facts = {
    asOf: '2026-06-01',
    dueDates: [],
    interruptions: [],
    relation: 'labour',
    relationEnd: '2026-01-31',
  } as const
  expect(limitHints({ ...facts, hindrances: pairHindrances(['2026-03-01'], ['2026-02-01']) })).toMatchObject([
    { endsOn: '2027-01-31', hindrance: { from: '2026-03-01', to: null }, extendedEndsOn: null },
  ])
})

test('an interruption counts only in the time that was running, hindrances included', () => {
  const facts = { asOf: '2027-06-01', dueDates: [], relation: 'labour', relationEnd: '2026-01-31' } as const
  const hindrances = [{ from: '2026-12-01', to: '2027-03-01' }]
  expect(limitHints({ ...facts, hindrances, interruptions: ['2027-04-01'] })).toMatchObject([
    { interruptedOn: '2027-04-01', extendedEndsOn: '2028-04-01' },
  ])
  expect(limitHints({ ...facts, hindrances: [], interruptions: ['2027-04-01'] })).toMatchObject([
    { interruptedOn: null, extendedEndsOn: null },
  ])
})
