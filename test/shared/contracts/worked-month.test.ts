import { expect, test } from 'vitest'
import { inventedFigures } from '../../../shared/contracts/example-figures.ts'
import { patternNames, startingTerms } from '../../../shared/contracts/patterns.ts'
import { workMonth } from '../../../shared/contracts/worked-month.ts'
import { type PayTerms, payTermsSchema } from '../../../shared/earnings/terms.ts'

const figures = inventedFigures('2026-03-20')
const noCalendar = { holidays: [], workdays: [] }

const workedExample: PayTerms = {
  relation: 'civil',
  amountsAre: 'gross',
  cycle: 'month',
  due: { dayOfMonth: 15, monthsAfter: 1 },
  base: { amountFen: 300_000, per: 'month', minimumDays: 20, shortfall: 'prorate' },
  commissions: [
    {
      id: 'c',
      label: '佣金',
      basis: 'net-sale',
      when: 'settled',
      mode: 'marginal',
      tiers: [
        { fromFen: 0, ratePpm: 50_000 },
        { fromFen: 10_000_000, ratePpm: 80_000 },
      ],
      tierOver: 'cycle',
    },
  ],
  slotFees: [{ id: 's', label: '坑位费', amountFen: 20_000, per: 'session' }],
  guarantee: { amountFen: 800_000, recoup: false },
}

test('the invented month gives the figures of the worked example', () => {
  const worked = workMonth(workedExample, figures, noCalendar)
  expect(worked?.figures.steps.map(({ kind, amountFen }) => [kind, amountFen])).toEqual([
    ['base', 270_000],
    ['commission', 952_346],
    ['slotFee', 360_000],
    ['guarantee', 0],
  ])
  expect(worked).toMatchObject({ cycle: '2026-03', from: '2026-03-01', to: '2026-03-31', notes: [] })
  expect(worked?.figures.expectedFen).toBe(1_582_346)
})

test('each starting pattern is valid as it is and earns something in the invented month', () => {
  for (const name of patternNames) {
    const terms = startingTerms(name, '佣金')
    expect(payTermsSchema.safeParse(terms).success).toBe(true)
    expect(workMonth(terms, figures, noCalendar)?.figures.expectedFen).toBeGreaterThan(0)
  }
})

test('every kind of cycle works its last whole one', () => {
  const cycleOf = (change: Partial<PayTerms>) =>
    workMonth({ ...workedExample, base: null, ...change }, figures, noCalendar)
  expect(cycleOf({ cycle: 'half-month' })?.cycle).toBe('2026-03-B')
  expect(cycleOf({ cycle: 'week' })?.cycle).toBe('2026-W13')
  expect(cycleOf({ cycle: 'month', cycleStartDay: 26 })).toMatchObject({ cycle: '2026-03', from: '2026-02-26' })
  expect(cycleOf({ cycle: 'session' })?.figures.steps[1]?.amountFen).toBe(20_000)
  expect(
    workMonth({ ...workedExample, base: null, cycle: 'session' }, { ...figures, sessions: [] }, noCalendar),
  ).toBeUndefined()
})

test('commissions take only what their filters let through, bonuses count distinct orders', () => {
  const commission = workedExample.commissions?.[0]
  if (commission === undefined) throw new Error('the worked example has a commission')
  const terms: PayTerms = {
    ...workedExample,
    commissions: [
      { ...commission, id: 'other', only: { platforms: ['kuaishou'] } },
      {
        ...commission,
        id: 'gifts',
        basis: 'net-income',
        only: { incomeKinds: ['gift'] },
        tiers: [{ fromFen: 0, ratePpm: 500_000 }],
      },
    ],
    bonuses: [
      { id: 'b1', label: '', amountFen: 100, metric: 'orders', atLeast: 1087 },
      { id: 'b2', label: '', amountFen: 100, metric: 'orders', atLeast: 1088 },
    ],
  }
  const steps = workMonth(terms, figures, noCalendar)?.figures.steps ?? []
  const amounts = Object.fromEntries(steps.map(({ id, amountFen }) => [id, amountFen]))
  expect(amounts).toMatchObject({ other: 0, gifts: 160_000, b1: 100, b2: 0 })
})
