import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareLines } from '../../../../shared/disputes/mediation/compare-cases.ts'
import { termsOfSteps } from '../../../../shared/disputes/mediation/dates.ts'
import type { OrderLine } from '../../../../shared/earnings/index.ts'

function line(orderId: string, changes: Partial<OrderLine> = {}): OrderLine {
  return {
    id: `left ${orderId}`,
    platform: 'douyin',
    account: 'a',
    role: 'creator',
    orderId,
    productId: 'p',
    occurrence: 1,
    paidAt: '2026-03-10T04:00:00.000Z',
    saleFen: 10_000,
    status: 'settled',
    ...changes,
  }
}

const toLines = (pairs: [number, number][]): OrderLine[] => [
  ...new Map(pairs.map(([order, saleFen]) => [order, line(String(order), { saleFen })])).values(),
]

test('lines are the same, on one side only, or differ in named fields', () => {
  const left = [line('3'), line('1'), line('2', { commissionFen: 500 })]
  const right = [line('2', { commissionFen: 400, id: 'x' }), line('1', { account: 'other' }), line('4')]
  const compared = compareLines(left, right)
  expect(compared).toMatchObject({ same: 1, left: 1, right: 1, differs: 1 })
  expect(compared.lines.map(({ orderId, state }) => [orderId, state])).toEqual([
    ['2', 'differs'],
    ['3', 'left'],
    ['4', 'right'],
  ])
  expect(compared.lines[0]?.differences).toEqual([{ field: 'commissionFen', left: 500, right: 400 }])
})

test('a moment written with another offset is the same moment', () => {
  expect(compareLines([line('1')], [line('1', { paidAt: '2026-03-10T12:00:00+08:00' })]).same).toBe(1)
})

test('every line counts once, and changing sides changes only the sides', () => {
  const orders = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 2 })), { maxLength: 40 })
  fc.assert(
    fc.property(orders, orders, (a, b) => {
      const [left, right] = [toLines(a), toLines(b)]
      const one = compareLines(left, right)
      const other = compareLines(right, left)
      expect(one.same + one.differs + one.left).toBe(left.length)
      expect(one.same + one.differs + one.right).toBe(right.length)
      expect([other.same, other.differs, other.left, other.right]).toEqual([one.same, one.differs, one.right, one.left])
    }),
  )
})

test.each([
  [[['mediation-taken', '2026-05-01']], [['mediation-term', '2026-05-16']]],
  [
    [
      ['mediation-taken', '2026-05-01'],
      ['mediation-extended', '2026-05-10'],
    ],
    [['mediation-term', '2026-05-31']],
  ],
  [
    [
      ['mediation-taken', '2026-05-01'],
      ['agreement-signed', '2026-05-12'],
    ],
    [['judicial-confirmation', '2026-06-11']],
  ],
  [[['arbitration-taken', '2026-05-01']], [['arbitration-term', '2026-06-15']]],
  [
    [
      ['arbitration-taken', '2026-05-01'],
      ['award-received', '2026-06-10'],
    ],
    [['to-court', '2026-06-25']],
  ],
] as const)('steps let their terms run, and a later step ends the term before it (%#)', (steps, terms) => {
  const found = termsOfSteps(steps.map(([kind, date]) => ({ kind, date })))
  expect(found.map(({ kind, date }) => [kind, date])).toEqual(terms)
})
