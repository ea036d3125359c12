import { describe, expect, it } from 'vitest'
import { compute, type ComputeInput, type CycleOutput, type PayTerms } from '../../../shared/earnings/index.ts'

const flat: NonNullable<PayTerms['commissions']>[number] = {
  id: 'c',
  label: '佣金',
  basis: 'net-sale',
  when: 'settled',
  mode: 'marginal',
  tiers: [{ fromFen: 0, ratePpm: 100_000 }],
  tierOver: 'cycle',
}

const plainTerms: PayTerms = {
  relation: 'civil',
  amountsAre: 'gross',
  cycle: 'month',
  due: { daysAfterCycleEnd: 15 },
  commissions: [flat],
}

function inputWith(terms: Partial<PayTerms>, rest: Partial<ComputeInput> = {}): ComputeInput {
  return {
    asOf: '2026-06-30',
    cycles: { from: '2026-03-01', to: '2026-06-30' },
    agreement: {
      id: 'a',
      payer: 'mcn',
      from: '2026-03-01',
      versions: [{ from: '2026-03-01', terms: { ...plainTerms, ...terms } }],
    },
    ...rest,
  }
}

function line(
  id: string,
  rest: Partial<NonNullable<ComputeInput['lines']>[number]> = {},
): NonNullable<ComputeInput['lines']>[number] {
  return {
    id,
    platform: 'douyin',
    account: 'acc',
    role: 'creator',
    orderId: id,
    productId: 'p1',
    occurrence: 1,
    kind: 'goods',
    paidAt: '2026-03-05T04:00:00Z',
    settledAt: '2026-03-10T04:00:00Z',
    saleFen: 1000,
    refundFen: 0,
    status: 'settled',
    ...rest,
  }
}

function payment(
  id: string,
  date: string,
  amountFen: number,
  cycle?: string,
): NonNullable<ComputeInput['payments']>[number] {
  const allocations = cycle === undefined ? [] : [{ agreementId: 'a', cycle, amountFen }]
  return { id, date, kind: 'pay', amountFen, payer: 'mcn', payee: 'me', channel: 'bank', reference: '', allocations }
}

function cyclesOf(input: unknown): CycleOutput[] {
  const output = compute(input)
  if ('error' in output) throw new Error(`${output.error.code} at ${output.error.path}`)
  return output.cycles
}

function errorOf(input: unknown): { code: string; path: string } | undefined {
  const output = compute(input)
  return 'error' in output ? output.error : undefined
}

describe('the worked example of spec/earnings.md', () => {
  const sessions = Array.from({ length: 18 }, (_, at) => {
    const day = String(at + 1).padStart(2, '0')
    const start = `2026-03-${day}T20:00:00+08:00`
    const end = `2026-03-${day}T23:00:00+08:00`
    return { id: `s${at}`, start, end, platform: 'douyin', account: 'acc', productIds: ['p1'] }
  })
  const [march] = cyclesOf(
    inputWith(
      {
        due: { dayOfMonth: 15, monthsAfter: 1 },
        base: { amountFen: 300_000, per: 'month', minimumDays: 20, shortfall: 'prorate' },
        commissions: [
          {
            ...flat,
            tiers: [
              { fromFen: 0, ratePpm: 50_000 },
              { fromFen: 10_000_000, ratePpm: 80_000 },
            ],
          },
        ],
        slotFees: [{ id: 's', label: '坑位费', amountFen: 20_000, per: 'session' }],
        guarantee: { amountFen: 800_000, recoup: false },
      },
      {
        asOf: '2026-04-20',
        sessions,
        lines: [line('l1', { saleFen: 18_000_000, refundFen: 2_345_678 })],
        acknowledgements: [{ cycle: '2026-03', amountFen: 1_200_000 }],
        deductions: [{ id: 'd', cycle: '2026-03', amountFen: 100_000, reason: '形象管理费', evidenceIds: [] }],
        payments: [payment('p', '2026-04-20', 1_000_000)],
      },
    ),
  )

  it('comes out to the fen', () => {
    expect(march?.steps.map((step) => step.amountFen)).toEqual([270_000, 952_346, 360_000, 0])
    expect(march).toMatchObject({
      expectedFen: 1_582_346,
      dueDate: '2026-04-15',
      outstandingFen: 582_346,
      underCountedFen: 382_346,
      improperFen: 100_000,
      acknowledgedUnpaidFen: 100_000,
      status: 'overdue',
      overdueDays: 5,
    })
  })

  it('says why the deduction does not hold', () => {
    expect(march?.deductions).toEqual([
      { id: 'd', amountFen: 100_000, allowedFen: 0, reason: { code: 'not-agreed', params: {} } },
    ])
  })
})

describe('figures beyond what a JSON integer holds', () => {
  it('are exact inside: a carried sum may pass 2^53 and come back', () => {
    const big = Number.MAX_SAFE_INTEGER
    const [march] = cyclesOf(
      inputWith(
        {},
        {
          lines: [
            line('l1', { saleFen: big }),
            line('l2', { saleFen: big }),
            line('l3', { saleFen: -big, refundFen: big - 10 }),
          ],
        },
      ),
    )
    expect(march?.steps[0]?.amountFen).toBe(1)
  })

  it('are refused outside instead of being rounded', () => {
    const big = Number.MAX_SAFE_INTEGER
    expect(errorOf(inputWith({}, { lines: [line('l1', { saleFen: big }), line('l2', { saleFen: big })] }))).toEqual({
      code: 'invalid',
      path: 'agreement',
    })
  })
})

describe('a line that lacks an amount', () => {
  it('is counted once although two commissions and the bonus miss it', () => {
    const [march] = cyclesOf(
      inputWith(
        {
          commissions: [flat, { ...flat, id: 'p', when: 'paid' }],
          bonuses: [{ id: 'b', label: '', amountFen: 1, metric: 'net-sale', atLeast: 1 }],
        },
        { lines: [line('l1', { refundFen: null })] },
      ),
    )
    expect(march?.missing).toBe(1)
  })

  it('is not missed where a total was typed in its place', () => {
    const total = { cycle: '2026-03', commissionId: 'c', amountFen: 5000, evidenceIds: ['shot'] }
    const [march] = cyclesOf(inputWith({}, { lines: [line('l1', { refundFen: null })], cycleTotals: [total] }))
    expect(march).toMatchObject({ missing: 0, expectedFen: 500 })
  })
})

describe('after the end', () => {
  const ended = { id: 'a', payer: 'mcn', from: '2026-03-01', to: '2026-03-20' }

  it('neither base nor a bonus without threshold arises, only commissions', () => {
    const terms: PayTerms = {
      ...plainTerms,
      base: { amountFen: 1000, per: 'session' },
      bonuses: [{ id: 'b', label: '', amountFen: 50, metric: 'days', atLeast: 0 }],
    }
    const cycles = cyclesOf(
      inputWith(
        {},
        {
          agreement: { ...ended, versions: [{ from: '2026-03-01', terms }] },
          lines: [line('l1', { settledAt: '2026-05-02T04:00:00Z' })],
        },
      ),
    )
    expect(cycles.map((cycle) => [cycle.cycle, cycle.expectedFen])).toEqual([
      ['2026-03', 50],
      ['2026-04', 0],
      ['2026-05', 100],
    ])
  })

  it('a settlement in the same month counts although the agreement ended before it', () => {
    const [march] = cyclesOf(
      inputWith(
        {},
        {
          agreement: { ...ended, versions: [{ from: '2026-03-01', terms: plainTerms }] },
          lines: [line('l1', { settledAt: '2026-03-25T04:00:00Z' })],
        },
      ),
    )
    expect(march?.expectedFen).toBe(100)
  })
})

describe('due dates', () => {
  it('count many working days without a listed calendar as whole weeks', () => {
    const due: PayTerms['due'] = { after: 'invoice', days: 250_000, unit: 'workday' }
    const [march] = cyclesOf(
      inputWith({ due }, { cycleEvents: [{ cycle: '2026-03', kind: 'invoice', date: '2026-04-03' }] }),
    )
    expect(march?.dueDate).toBe('2984-07-09')
  })

  it('take the first of several events', () => {
    const due: PayTerms['due'] = { after: 'invoice', days: 5, unit: 'day' }
    const cycleEvents = ['2026-04-20', '2026-04-10'].map((date) => ({
      cycle: '2026-03',
      kind: 'invoice' as const,
      date,
    }))
    expect(cyclesOf(inputWith({ due }, { cycleEvents }))[0]?.dueDate).toBe('2026-04-15')
  })
})

describe('interest', () => {
  const lateInterest = { kind: 'lpr-1y' as const, at: 'floating' as const, multiplePpm: 1_000_000 }

  it('says which days rest on an assumed rate and which have none', () => {
    const [march] = cyclesOf(
      inputWith(
        { lateInterest },
        {
          lines: [line('l1', { saleFen: 36_500_000 })],
          asOf: '2026-05-15',
          lpr: [{ from: '2026-04-21', ratePpm: 30_000 }],
          lprKnownTo: '2026-05-10',
        },
      ),
    )
    expect(march?.interest).toMatchObject({ unknownDays: 5, assumedDays: 5 })
    expect(march?.interest.periods.map(({ from, to, days }) => [from, to, days])).toEqual([
      ['2026-04-21', '2026-05-10', 20],
      ['2026-05-11', '2026-05-15', 5],
    ])
    expect(march?.interestFen).toBe(7500)
  })

  it('stays when the cycle was paid late', () => {
    const [march] = cyclesOf(
      inputWith(
        { lateInterest: { kind: 'daily', ratePpm: 1000 } },
        {
          lines: [line('l1', { saleFen: 1_000_000 })],
          payments: [payment('p', '2026-04-25', 100_000)],
        },
      ),
    )
    expect(march).toMatchObject({ status: 'settled', interestFen: 1000, overdueDays: 0 })
  })
})

describe('faulty inputs', () => {
  const version = 'agreement.versions[0].terms'
  const bad: [string, unknown, { code: string; path: string }][] = [
    ['no object', 5, { code: 'invalid', path: '' }],
    ['an impossible date', inputWith({}, { asOf: '2026-02-30' }), { code: 'invalid', path: 'asOf' }],
    [
      'a window that ends before it begins',
      inputWith({}, { cycles: { from: '2026-03-02', to: '2026-03-01' } }),
      { code: 'invalid', path: 'cycles.to' },
    ],
    [
      'a wrong unit',
      inputWith({ due: { after: 'invoice', days: -1, unit: 'day' } }),
      { code: 'invalid', path: `${version}.due.days` },
    ],
    ['a due rule of no kind', inputWith({ due: {} as PayTerms['due'] }), { code: 'invalid', path: `${version}.due` }],
    [
      'an empty filter',
      inputWith({ commissions: [{ ...flat, only: { platforms: [] } }] }),
      { code: 'invalid', path: `${version}.commissions[0].only.platforms` },
    ],
    [
      'a start day of a week',
      inputWith({ cycle: 'week', cycleStartDay: 26 }),
      { code: 'invalid', path: `${version}.cycleStartDay` },
    ],
    [
      'a cost of no commission',
      inputWith({ costs: [{ id: 'k', label: '', commissionId: 'x', sharePpm: 1, evidenceRequired: false }] }),
      { code: 'invalid', path: `${version}.costs[0].commissionId` },
    ],
    [
      'tiers that do not ascend',
      inputWith({
        commissions: [
          {
            ...flat,
            tiers: [
              { fromFen: 0, ratePpm: 1 },
              { fromFen: 0, ratePpm: 2 },
            ],
          },
        ],
      }),
      { code: 'invalid', path: `${version}.commissions[0].tiers` },
    ],
    [
      'half a fen',
      inputWith({}, { lines: [line('l1', { saleFen: 0.5 })] }),
      { code: 'invalid', path: 'lines[0].saleFen' },
    ],
    [
      'a moment without offset',
      inputWith({}, { lines: [line('l1', { paidAt: '2026-03-05T04:00:00' })] }),
      { code: 'invalid', path: 'lines[0].paidAt' },
    ],
    [
      'an adjustment of no line',
      inputWith(
        {},
        {
          adjustments: [
            {
              id: 'j',
              lineId: 'x',
              date: '2026-03-01',
              saleDeltaFen: 0,
              netSaleDeltaFen: 0,
              commissionDeltaFen: 0,
              feeDeltaFen: 0,
            },
          ],
        },
      ),
      { code: 'invalid', path: 'adjustments[0].lineId' },
    ],
    [
      'a repayment that lies nowhere',
      inputWith({}, { payments: [{ ...payment('p', '2026-03-01', 5), kind: 'repayment' }] }),
      { code: 'invalid', path: 'payments[0].allocations' },
    ],
    [
      'a payment of nothing',
      inputWith({}, { payments: [payment('p', '2026-03-01', 0)] }),
      { code: 'invalid', path: 'payments[0].amountFen' },
    ],
    [
      'two acknowledgements of a cycle',
      inputWith(
        {},
        {
          acknowledgements: [
            { cycle: '2026-03', amountFen: 0 },
            { cycle: '2026-03', amountFen: 1 },
          ],
        },
      ),
      { code: 'duplicate', path: 'acknowledgements[1]' },
    ],
    [
      'two commissions of one id',
      inputWith({ commissions: [flat, flat] }),
      { code: 'duplicate', path: `${version}.commissions[1]` },
    ],
    [
      'no version',
      { ...inputWith({}), agreement: { id: 'a', payer: 'mcn', from: '2026-03-01', versions: [] } },
      { code: 'no-terms', path: '2026-03-01' },
    ],
  ]

  it.each(bad)('%s is named with its place', (_, input, error) => {
    expect(errorOf(input)).toEqual(error)
  })
})
