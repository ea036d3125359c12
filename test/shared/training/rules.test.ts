import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkTraining } from '../../../shared/training/checks.ts'
import { jobs, levels } from '../../../shared/training/occupation.ts'
import { planTraining, wholeYears } from '../../../shared/training/plan.ts'
import { trainingKinds, type TrainingRecord } from '../../../shared/training/records.ts'
import { requiredTrainings } from '../../../shared/training/required.ts'
import { mapSkills } from '../../../shared/training/skill-map.ts'
import { minutesToward, sumTraining } from '../../../shared/training/totals.ts'
import { assessment, certificate, idOf, occupation, training } from './training-fixture.ts'

const anyRecord: fc.Arbitrary<TrainingRecord> = fc
  .record({
    at: fc.nat(10_000),
    day: fc.integer({ min: 1, max: 28 }),
    year: fc.integer({ min: 2024, max: 2027 }),
    minutes: fc.integer({ min: 1, max: 1440 }),
    kind: fc.constantFrom(...trainingKinds),
    target: fc.option(fc.tuple(fc.constantFrom(...jobs), fc.constantFrom(...levels))),
    skills: fc.subarray(['B1', 'B2', 'X3', 'Y1', 'Z2', 'L5', 'fn-seller-live', 'fn-seller-after', '自己的词']),
  })
  .map(({ at, day, year, target, ...rest }) =>
    training(at, {
      ...rest,
      date: `${year}-03-${String(day).padStart(2, '0')}`,
      job: target?.[0] ?? null,
      level: target?.[1] ?? null,
    }),
  )

const total = (sums: readonly { minutes: number }[]): number => sums.reduce((sum, one) => sum + one.minutes, 0)

describe('totals', () => {
  it('add up to the rows by year, by kind, and by level with what counts toward none', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 40 }), (records) => {
        const totals = sumTraining(records)
        expect(totals.minutes).toBe(total(records))
        expect(total(totals.byYear)).toBe(totals.minutes)
        expect(total(totals.byKind)).toBe(totals.minutes)
        expect(total([...totals.byLevel, totals.noLevel])).toBe(totals.minutes)
        expect(totals.byLevel.reduce((sum, one) => sum + one.records, totals.noLevel.records)).toBe(records.length)
      }),
    )
  })

  it('toward a level stop at the day that is asked for', () => {
    const records = [training(1, { date: '2026-03-01' }), training(2, { date: '2026-03-02', minutes: 45 })]
    expect(minutesToward(records, 'live-seller', 5)).toBe(135)
    expect(minutesToward(records, 'live-seller', 5, '2026-03-01')).toBe(90)
    expect(minutesToward(records, 'selector', 5)).toBe(0)
  })
})

describe('the skill map', () => {
  it('never loses or gains a minute, whatever is ticked', () => {
    fc.assert(
      fc.property(
        fc.array(anyRecord, { maxLength: 40 }),
        fc.constantFrom('tracks' as const, ...jobs),
        (records, view) => {
          const map = mapSkills(occupation, records, view)
          expect(total(map.axes) + map.unplacedMinutes).toBe(map.totalMinutes)
          expect(map.totalMinutes).toBe(total(records))
        },
      ),
    )
  })

  it('shares the minutes of a training among the tracks that its units belong to', () => {
    const map = mapSkills(occupation, [training(1, { minutes: 91, skills: ['B1', 'B4', 'L5'] })], 'tracks')
    const byTrack = Object.fromEntries(map.axes.map((axis) => [axis.id, axis.minutes]))
    expect(byTrack).toEqual({ base: 46, selection: 0, operation: 0, 'after-sales': 0, law: 45 })
  })

  it('has the suggested hours of each track as its target, 120 in all', () => {
    const { axes } = mapSkills(occupation, [], 'tracks')
    expect(axes.map((axis) => (axis.targetMinutes ?? 0) / 45)).toEqual([20, 28, 40, 16, 16])
  })

  it('has at least three axes for every job, so that it can be drawn', () => {
    for (const job of jobs) expect(mapSkills(occupation, [], job).axes.length).toBeGreaterThanOrEqual(3)
  })
})

const check = (facts: Partial<Parameters<typeof checkTraining>[0]>) =>
  checkTraining({ records: [], certificates: [], firstStreamOn: null, occupation, ...facts })

describe('checks', () => {
  it('find the same hour logged twice, past midnight too', () => {
    const records = [
      training(1, { date: '2026-03-05', startTime: '23:30', minutes: 60 }),
      training(2, { date: '2026-03-06', startTime: '00:10', minutes: 60 }),
      training(3, { date: '2026-03-06', startTime: '01:10', minutes: 30 }),
    ]
    expect(check({ records })).toMatchObject([
      { code: 'same-hour', date: '2026-03-06', ids: [idOf(1), idOf(2)], params: { minutes: 20 } },
    ])
  })

  it('take two entries of one day that nothing tells apart for one, until a start time does', () => {
    const twice = [training(1, { topic: '选品 实操' }), training(2, { topic: '选品实操' })]
    expect(check({ records: twice })).toMatchObject([{ code: 'looks-twice', params: { count: 2 } }])
    const apart = twice.map((record, index) => ({ ...record, startTime: index === 0 ? '09:00' : '14:00' }))
    expect(check({ records: apart })).toEqual([])
  })

  it('mark a day of more than eight hours, and not one of exactly eight', () => {
    expect(check({ records: [training(1, { minutes: 360 })] })).toEqual([])
    expect(check({ records: [training(1, { minutes: 361 })] })).toMatchObject([{ code: 'long-day' }])
  })

  it('mark training for the first stream that came after it, unless there was one before', () => {
    const late = training(1, { kind: 'first-stream', date: '2026-03-10', job: null, level: null })
    expect(check({ records: [late], firstStreamOn: '2026-03-09' })).toMatchObject([{ code: 'after-first-stream' }])
    expect(check({ records: [late], firstStreamOn: '2026-03-10' })).toEqual([])
    const early = { ...late, id: idOf(2), date: '2026-03-01', topic: '别的' }
    expect(check({ records: [late, early], firstStreamOn: '2026-03-09' })).toEqual([])
  })

  it('mark a certificate issued before its hours were logged, to the minute', () => {
    const days = Array.from({ length: 15 }, (_, at) =>
      training(at, { date: `2026-04-${String(at + 1).padStart(2, '0')}`, minutes: 360 }),
    )
    const issued = certificate(50, { issuedOn: '2026-04-15' })
    expect(check({ records: days, certificates: [issued] })).toEqual([])
    const short = days.map((record, at) => (at === 0 ? { ...record, minutes: 359 } : record))
    expect(check({ records: short, certificates: [issued] })).toMatchObject([
      { code: 'certificate-early', ids: [idOf(50)], params: { minutes: 5399, hours: 120 } },
    ])
  })
})

const streamer = { streams: true, operatesRoom: false, worksForAgency: true, firstStreamOn: '2026-02-20' }

const stateOf = (records: TrainingRecord[], asOf: string, facts = streamer, year = 2026) =>
  Object.fromEntries(requiredTrainings(facts, records, year, asOf).map(({ kind, state }) => [kind, state]))
const logged = (kind: TrainingRecord['kind'], date: string): TrainingRecord =>
  training(1, { kind, date, job: null, level: null })

describe('trainings that the measures ask for', () => {
  it('are open until the last day of the year, then missing', () => {
    expect(stateOf([], '2026-12-31')).toEqual({ 'first-stream': 'missing', yearly: 'open', agency: 'advised' })
    expect(stateOf([], '2027-01-01')).toMatchObject({ yearly: 'missing' })
    expect(stateOf([logged('yearly', '2026-07-01')], '2027-01-01')).toMatchObject({ yearly: 'done' })
    expect(stateOf([logged('yearly', '2025-07-01')], '2026-07-01')).toMatchObject({ yearly: 'open' })
  })

  it('take one before the first stream as done, and one after it as not', () => {
    expect(stateOf([logged('first-stream', '2026-02-20')], '2026-06-01')).toMatchObject({ 'first-stream': 'done' })
    expect(stateOf([logged('first-stream', '2026-02-21')], '2026-06-01')).toMatchObject({ 'first-stream': 'missing' })
  })

  it('ask nothing of what happened before the measures were in force', () => {
    expect(stateOf([], '2026-06-01', { ...streamer, firstStreamOn: '2026-01-31' })).toMatchObject({
      'first-stream': 'before-law',
    })
    expect(stateOf([], '2026-06-01', streamer, 2025)).toEqual({})
  })

  it('name for each the law it rests on', () => {
    const all = requiredTrainings({ ...streamer, operatesRoom: true }, [], 2026, '2026-06-01')
    expect(all.map(({ kind, lawId }) => [kind, lawId])).toEqual([
      ['first-stream', 'live-10'],
      ['yearly', 'live-10'],
      ['operator-yearly', 'live-10'],
      ['agency', 'live-41'],
    ])
  })
})

describe('the plan', () => {
  const goal = { job: 'live-seller' as const, level: 5 as const, tradeSince: '2025-06-15' }
  const plan = (facts: Partial<Parameters<typeof planTraining>[0]>) =>
    planTraining({
      goal,
      records: [],
      certificates: [],
      assessments: [],
      occupation,
      asOf: '2026-06-15',
      ...facts,
    })

  it('counts whole years: the anniversary does, the day before does not', () => {
    expect(wholeYears('2025-06-15', '2026-06-15')).toBe(1)
    expect(wholeYears('2025-06-15', '2026-06-14')).toBe(0)
    expect(wholeYears('2024-02-29', '2025-02-28')).toBe(0)
    expect(wholeYears('2026-06-15', '2020-01-01')).toBe(0)
  })

  it('says what is missing in hours, and which ways in are open', () => {
    const made = plan({ records: [training(1, { minutes: 5355 })] })
    expect(made.hours).toEqual({ rowId: 'hours-5', neededMinutes: 5400, doneMinutes: 5355, missingMinutes: 45 })
    expect(made.paths.map(({ rowId, state }) => [rowId, state])).toEqual([
      ['path-5-years', 'met'],
      ['path-5-training', 'unmet'],
      ['path-5-apprentice', 'unknown'],
    ])
  })

  it('cannot tell years without the day one began, and never judges a way whose figures are unknown', () => {
    expect(plan({ goal: { ...goal, tradeSince: null } }).paths[0]?.state).toBe('unknown')
    const third = plan({ goal: { ...goal, level: 3 }, certificates: [certificate(1, { level: 4 })] })
    expect(third.paths.map(({ state }) => state)).toEqual(['unknown'])
  })

  it('counts the years beside a certificate from that certificate', () => {
    const first = { job: 'live-seller' as const, level: 1 as const, tradeSince: '2000-01-01' }
    const held = (issuedOn: string) =>
      plan({ goal: first, certificates: [certificate(1, { level: 2, issuedOn })] }).paths.map(({ state }) => state)
    expect(held('2022-06-15')).toEqual(['unmet', 'met'])
    expect(held('2022-06-16')).toEqual(['unmet', 'unmet'])
    expect(plan({ goal: first }).paths.map(({ state }) => state)).toEqual(['unmet', 'unmet'])
  })

  it('takes only formal scores, each by the pass mark of its day', () => {
    const taken = [
      assessment(1, { score: 99, kind: 'mock' }),
      assessment(2, { part: 'skill', score: 58, passMark: 60 }),
      assessment(3, { part: 'skill', score: 57, passMark: 55 }),
    ]
    expect(plan({ assessments: taken }).parts).toEqual([
      { part: 'theory', passMark: 60, bestScore: null, state: 'none' },
      { part: 'skill', passMark: 60, bestScore: 58, state: 'passed' },
    ])
  })

  it('knows the goal reached by a certificate that has not expired', () => {
    const held = certificate(1, { expiresOn: '2026-06-15' })
    expect(plan({ certificates: [held] }).certificateId).toBe(held.id)
    expect(plan({ certificates: [{ ...held, expiresOn: '2026-06-14' }] }).certificateId).toBeNull()
  })
})
