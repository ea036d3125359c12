import * as fc from 'fast-check'
import { fromDayNumber, toDayNumber } from '../../../shared/calendar.ts'
import type { Adjustment, ComputeInput, OrderLine, PayTerms, Payment, Session } from '../../../shared/earnings/index.ts'

/** Random but valid inputs of `earnings.compute`, dense enough that most rules meet in one of them. */
const START = toDayNumber('2025-12-20')
const day = (days: number): string => fromDayNumber(START + days)
const anyDay = fc.integer({ min: -10, max: 160 }).map(day)
const anyFen = fc.integer({ min: -5_000, max: 300_000 })
const positiveFen = fc.integer({ min: 1, max: 200_000 })
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 4 })
const evidence = fc.constantFrom([], ['e1'])

const cycleIds = [
  '2025-12',
  '2026-01',
  '2026-02',
  '2026-03',
  '2026-04',
  '2026-05',
  '2026-01-A',
  '2026-02-B',
  '2026-W03',
  'session:s1',
]
const anyCycle = fc.constantFrom(...cycleIds)

const platforms = ['douyin', 'kuaishou']
const products = ['p1', 'p2', 'p3']
const sessionIds = ['s1', 's2', 's3', 's4', 's5', 's6']

function tiers(): fc.Arbitrary<{ fromFen: number; ratePpm: number }[]> {
  return fc
    .uniqueArray(fc.integer({ min: 1, max: 900_000 }), { maxLength: 3 })
    .chain((starts) =>
      fc
        .array(fc.integer({ min: 0, max: 600_000 }), { minLength: starts.length + 1, maxLength: starts.length + 1 })
        .map((rates) =>
          [0, ...starts.toSorted((a, b) => a - b)].map((fromFen, at) => ({ fromFen, ratePpm: rates[at] ?? 0 })),
        ),
    )
}

const commission = (id: string): fc.Arbitrary<NonNullable<PayTerms['commissions']>[number]> =>
  fc.record({
    id: fc.constant(id),
    label: fc.constant('佣金'),
    basis: fc.constantFrom(
      'sale',
      'net-sale',
      'platform-commission',
      'net-platform-commission',
      'income',
      'net-income',
    ),
    when: fc.constantFrom('paid', 'settled'),
    mode: fc.constantFrom('marginal', 'whole'),
    tiers: tiers(),
    tierOver: fc.constantFrom('cycle', 'quarter', 'year', 'agreement'),
    clawbackDays: maybe(fc.integer({ min: 0, max: 40 })),
    only: maybe(
      fc.record({
        kind: maybe(fc.constantFrom('goods', 'service')),
        productIds: maybe(fc.constantFrom(['p1'], ['p1', 'p2'])),
        platforms: maybe(fc.constantFrom(['douyin'])),
        incomeKinds: maybe(fc.constantFrom<('gift' | 'ad')[]>(['gift'], ['gift', 'ad'])),
      }),
    ),
  })

const minimums = {
  minimumDays: maybe(fc.integer({ min: 0, max: 6 })),
  minimumMinutes: maybe(fc.integer({ min: 0, max: 900 })),
  shortfall: maybe(fc.constantFrom('prorate' as const, 'forfeit' as const, 'pay-in-full' as const)),
}

const due: fc.Arbitrary<PayTerms['due']> = fc.oneof(
  fc.record({
    daysAfterCycleEnd: fc.integer({ min: 0, max: 40 }),
    holiday: maybe(fc.constantFrom('earlier', 'later', 'as-is')),
  }),
  fc.record({
    dayOfMonth: fc.integer({ min: 1, max: 31 }),
    monthsAfter: fc.integer({ min: 0, max: 2 }),
    holiday: maybe(fc.constantFrom('earlier', 'later', 'as-is')),
  }),
  fc.record({
    after: fc.constantFrom('reconciliation', 'invoice', 'platform-payout'),
    days: fc.integer({ min: 0, max: 20 }),
    unit: fc.constantFrom('day', 'workday'),
    latestDaysAfterCycleEnd: maybe(fc.integer({ min: 0, max: 60 })),
  }),
)

type Cycle = Pick<PayTerms, 'cycle' | 'cycleStartDay'>

function terms(cycle: Cycle): fc.Arbitrary<PayTerms> {
  const per = cycle.cycle === 'month' ? (['month', 'session', 'hour'] as const) : (['session', 'hour'] as const)
  return fc.record({
    relation: fc.constantFrom('labour', 'civil', 'undetermined', 'intermediate'),
    amountsAre: fc.constantFrom('gross', 'gross', 'net'),
    cycle: fc.constant(cycle.cycle),
    cycleStartDay: fc.constant(cycle.cycleStartDay),
    due,
    base: maybe(fc.record({ amountFen: fc.nat(300_000), per: fc.constantFrom(...per), ...minimums })),
    commissions: fc.tuple(commission('c1'), commission('c2')),
    slotFees: maybe(
      fc.constant([
        { id: 'f1', label: '', amountFen: 2000, per: 'session' as const },
        { id: 'f2', label: '', amountFen: 70, per: 'product' as const },
      ]),
    ),
    bonuses: maybe(
      fc
        .record({
          metric: fc.constantFrom('net-sale', 'orders', 'days', 'minutes', 'sessions'),
          atLeast: fc.nat(6),
        })
        .map((bonus) => [{ id: 'b1', label: '', amountFen: 5000, ...bonus }]),
    ),
    costs: maybe(
      fc.constant([
        { id: 'k1', label: '', commissionId: 'c1', sharePpm: 333_333, capFen: 60_000, evidenceRequired: true },
      ]),
    ),
    guarantee: maybe(fc.record({ amountFen: fc.nat(200_000), ...minimums, recoup: fc.boolean() })),
    deductions: maybe(
      fc.constant([
        { id: 'd1', label: '', damages: true, capPpm: 150_000, evidenceRequired: false },
        { id: 'd2', label: '', damages: false, capFen: 9000, evidenceRequired: true },
      ]),
    ),
    lateInterest: maybe(
      fc.constantFrom(
        { kind: 'lpr-1y' as const, at: 'breach' as const, multiplePpm: 1_300_000 },
        { kind: 'lpr-1y' as const, at: 'floating' as const, multiplePpm: 1_000_000 },
        { kind: 'daily' as const, ratePpm: 500 },
      ),
    ),
  })
}

const moment = fc
  .tuple(fc.integer({ min: -10, max: 160 }), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([days, hour, minute]) => `${day(days)}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`)

const session = (id: string): fc.Arbitrary<Session> =>
  fc
    .record({
      start: moment,
      platform: fc.constantFrom(...platforms),
      account: fc.constant('acc'),
      productIds: fc.array(fc.constantFrom(...products), { maxLength: 4 }),
      seconds: fc.integer({ min: 0, max: 20_000 }),
    })
    .map(({ seconds, ...rest }) => ({
      id,
      ...rest,
      end: new Date(Date.parse(rest.start) + seconds * 1000).toISOString(),
    }))

const line = (at: number): fc.Arbitrary<OrderLine> =>
  fc.record({
    id: fc.constant(`l${at}`),
    platform: fc.constantFrom(...platforms),
    account: fc.constant('acc'),
    role: fc.constantFrom('creator', 'agency'),
    orderId: fc.constant(`o${Math.floor(at / 2)}`),
    productId: fc.constantFrom(...products),
    occurrence: fc.constant(at),
    shopId: maybe(fc.constantFrom('shop1', 'shop2')),
    kind: maybe(fc.constantFrom('goods', 'service')),
    sessionId: maybe(fc.constantFrom(...sessionIds)),
    paidAt: moment,
    settledAt: maybe(moment),
    saleFen: anyFen,
    refundFen: maybe(anyFen),
    settledBaseFen: fc.option(anyFen, { freq: 1 }),
    estimatedCommissionFen: maybe(anyFen),
    commissionFen: maybe(anyFen),
    feeFen: maybe(anyFen),
    status: fc.constantFrom('paid', 'received', 'settled', 'settled', 'settled', 'refunded', 'invalid'),
  })

const adjustment = (at: number, lineCount: number): fc.Arbitrary<Adjustment> =>
  fc.record({
    id: fc.constant(`j${at}`),
    lineId: fc.nat(lineCount - 1).map((index) => `l${index}`),
    date: anyDay,
    saleDeltaFen: anyFen,
    netSaleDeltaFen: anyFen,
    commissionDeltaFen: anyFen,
    feeDeltaFen: anyFen,
  })

const payment = (at: number): fc.Arbitrary<Payment> =>
  fc
    .record({
      date: anyDay,
      kind: fc.constantFrom<('pay' | 'advance' | 'repayment')[]>('pay', 'pay', 'advance', 'repayment'),
      amountFen: fc.integer({ min: 3, max: 400_000 }),
      payer: fc.constantFrom('mcn', 'mcn', 'boss'),
      onBehalfOf: maybe(fc.constantFrom('mcn', 'other')),
      share: fc.integer({ min: 0, max: 100 }),
      agreementId: fc.constantFrom('a', 'a', 'b'),
      cycle: anyCycle,
    })
    .map(({ share, agreementId, cycle, ...rest }) => {
      const part = rest.kind === 'repayment' ? rest.amountFen : Math.floor((rest.amountFen * share) / 100)
      return {
        id: `p${at}`,
        ...rest,
        payee: 'me',
        channel: 'bank',
        reference: '',
        allocations: part === 0 ? [] : [{ agreementId, cycle, amountFen: part }],
      }
    })

const LINES = 14

export const anyCycleKind: fc.Arbitrary<Cycle> = fc.constantFrom<Cycle[]>(
  { cycle: 'month' },
  { cycle: 'month' },
  { cycle: 'month', cycleStartDay: 26 },
  { cycle: 'half-month' },
  { cycle: 'week' },
  { cycle: 'session' },
)

const agreement = (cycle: Cycle): fc.Arbitrary<ComputeInput['agreement']> =>
  fc.record({
    id: fc.constant('a'),
    payer: fc.constant('mcn'),
    from: fc.integer({ min: 0, max: 25 }).map(day),
    to: maybe(fc.integer({ min: 40, max: 120 }).map(day)),
    scope: maybe(
      fc.record({
        platforms: maybe(fc.constant(['douyin'])),
        roles: maybe(fc.constant(['creator' as const])),
        shops: fc.option(fc.constant(['shop1']), { freq: 1 }),
      }),
    ),
    versions: fc.tuple(terms(cycle), terms(cycle), fc.integer({ min: 30, max: 90 })).map(([first, second, from]) => [
      { from: day(-100), terms: first },
      { from: day(from), terms: second },
    ]),
  })

const list = <T>(make: (at: number) => fc.Arbitrary<T>, length: number): fc.Arbitrary<T[]> =>
  fc.tuple(...Array.from({ length }, (_, at) => make(at))).chain((items) => fc.subarray(items))

const facts = {
  cycleTotals: fc.uniqueArray(
    fc.record({ cycle: anyCycle, commissionId: fc.constantFrom('c1', 'c2'), amountFen: anyFen, evidenceIds: evidence }),
    { maxLength: 2, selector: (total) => `${total.cycle} ${total.commissionId}` },
  ),
  costs: fc.array(
    fc.record({
      cycle: anyCycle,
      costTermId: fc.constantFrom('k1', 'k9'),
      amountFen: positiveFen,
      evidenceIds: evidence,
    }),
    { maxLength: 5 },
  ),
  withholdings: fc.array(
    fc.record({
      cycle: anyCycle,
      kind: fc.constantFrom('iit' as const, 'court' as const),
      amountFen: positiveFen,
      evidenceIds: evidence,
    }),
    { maxLength: 4 },
  ),
  deductions: fc.array(
    fc.record({
      id: fc.uuid(),
      cycle: anyCycle,
      amountFen: positiveFen,
      reason: fc.constant('扣款'),
      deductionTermId: maybe(fc.constantFrom('d1', 'd2', 'd9')),
      evidenceIds: evidence,
    }),
    { maxLength: 8 },
  ),
  acknowledgements: fc.uniqueArray(fc.record({ cycle: anyCycle, amountFen: fc.nat(300_000) }), {
    maxLength: 4,
    selector: (acknowledgement) => acknowledgement.cycle,
  }),
  cycleEvents: fc.array(
    fc.record({
      cycle: anyCycle,
      kind: fc.constantFrom('reconciliation' as const, 'invoice' as const, 'platform-payout' as const),
      date: anyDay,
    }),
    { maxLength: 6 },
  ),
}

const incomeItem = (at: number): fc.Arbitrary<NonNullable<ComputeInput['incomeItems']>[number]> =>
  fc.record({
    id: fc.constant(`i${at}`),
    kind: fc.constantFrom('gift' as const, 'ad' as const, 'other' as const),
    date: anyDay,
    sessionId: maybe(fc.constantFrom(...sessionIds)),
    platform: maybe(fc.constantFrom(...platforms)),
    grossFen: anyFen,
    feeFen: anyFen,
  })

/** A valid input: `compute` answers figures for it, never an error. */
export const anyInput: fc.Arbitrary<ComputeInput> = anyCycleKind.chain((cycle) =>
  fc.record({
    asOf: fc.integer({ min: 30, max: 220 }).map(day),
    cycles: fc.constant({ from: '2000-01-01', to: day(700) }),
    agreement: agreement(cycle),
    sessions: list((at) => session(sessionIds[at] ?? 's0'), sessionIds.length),
    lines: fc.tuple(...Array.from({ length: LINES }, (_, at) => line(at))),
    adjustments: list((at) => adjustment(at, LINES), 5),
    incomeItems: list(incomeItem, 5),
    ...facts,
    payments: list(payment, 6),
    calendar: fc.constant({ holidays: [day(12), day(58), day(59)], workdays: [day(63)] }),
    interest: fc.constantFrom(null, { kind: 'lpr-1y' as const, at: 'breach' as const, multiplePpm: 1_500_000 }),
    lpr: fc.constantFrom(
      [],
      [
        { from: day(-300), ratePpm: 31_000 },
        { from: day(80), ratePpm: 30_000 },
      ],
      [{ from: day(90), ratePpm: 28_000 }],
    ),
    law: fc.constantFrom(null, { minimumWage: [{ from: day(-400), amountFen: 40_000 }] }),
  }),
)
