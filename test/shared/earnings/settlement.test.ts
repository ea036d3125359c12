import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isBlocked,
  needsSessions,
  payableFenOf,
  payByOf,
  settlementTotals,
  spreadOver,
  statementState,
  warningsOf,
} from '../../../shared/earnings/settlement.ts'
import { blockingWarnings } from '../../../shared/earnings/settlement-shapes.ts'

const fen = fc.integer({ min: -1e9, max: 1e9 })
const item = fc
  .record({ expectedFen: fen, withheldFen: fen, deductedFen: fen, allowedFen: fen, paidFen: fen, outstandingFen: fen })
  .map((figures) => ({ ...figures, payableFen: payableFenOf(figures) }))

test('the total of a list is the sum of its lines, whatever their order', () => {
  fc.assert(
    fc.property(fc.array(item), (items) => {
      const totals = settlementTotals(items)
      expect(settlementTotals(items.toReversed())).toEqual(totals)
      expect(totals.payableFen).toBe(items.reduce((sum, { outstandingFen }) => sum + Math.max(0, outstandingFen), 0))
      expect(totals.payableFen).toBeGreaterThanOrEqual(totals.outstandingFen)
    }),
  )
})

test('a payment is spread over what is open without losing or making a fen', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 1e9 })), fc.integer({ min: 0, max: 1e10 }), (open, amount) => {
      const parts = spreadOver(open, amount)
      const room = open.reduce((sum, one) => sum + Math.max(0, one), 0)
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(Math.min(room, amount))
      parts.forEach((part, at) => expect(part).toBeLessThanOrEqual(Math.max(0, open[at] ?? 0)))
      // In their order: nothing goes to one before the ones ahead of it are full.
      const last = parts.findLastIndex((part) => part > 0)
      const ahead = Math.max(0, last)
      expect(parts.slice(0, ahead)).toEqual(open.slice(0, ahead).map((one) => Math.max(0, one)))
    }),
  )
})

test('a statement is paid when what was paid reaches what was to be paid', () => {
  expect(statementState(0, 0)).toBe('nothing')
  expect(statementState(100, 0)).toBe('unpaid')
  expect(statementState(100, 99)).toBe('part')
  expect(statementState(100, 100)).toBe('paid')
})

test('the day to pay by is the earliest of what is to be paid', () => {
  const cycles = [
    { dueDate: '2026-09-15', payableFen: 5 },
    { dueDate: '2026-08-15', payableFen: 0 },
    { dueDate: '2026-10-15', payableFen: 5 },
  ]
  expect(payByOf(cycles)).toBe('2026-09-15')
  expect(payByOf([{ dueDate: null, payableFen: 5 }])).toBeNull()
})

const calm = {
  source: 'terms' as const,
  status: 'overdue' as const,
  missing: 0,
  confirmed: true,
  deductedFen: 0,
  allowedFen: 0,
  outstandingFen: 1,
  dueDate: '2026-09-15',
  lacksSessions: false,
  isInRun: false,
}

test('a calm cycle has nothing to look at, and each trouble is named', () => {
  expect(warningsOf(calm)).toEqual([])
  expect(warningsOf({ ...calm, source: 'platform', status: 'open', confirmed: false })).toEqual([
    'no-terms',
    'not-over',
    'unconfirmed',
  ])
  const troubled = { ...calm, missing: 2, deductedFen: 5, outstandingFen: -1, dueDate: null, lacksSessions: true }
  expect(warningsOf(troubled)).toEqual([
    'missing-sessions',
    'missing-amounts',
    'deductions-not-held',
    'overpaid',
    'no-due-date',
  ])
  expect(isBlocked({ warnings: warningsOf(troubled) })).toBe(false)
  for (const warning of blockingWarnings) expect(isBlocked({ warnings: [warning] })).toBe(true)
})

test('terms that look at live days, hours or sessions need sessions, others do not', () => {
  const plain = { relation: 'civil', amountsAre: 'gross', cycle: 'month', due: { daysAfterCycleEnd: 5 } } as const
  expect(needsSessions(plain)).toBe(false)
  expect(needsSessions({ ...plain, base: { amountFen: 1, per: 'month' } })).toBe(false)
  expect(needsSessions({ ...plain, base: { amountFen: 1, per: 'hour' } })).toBe(true)
  expect(needsSessions({ ...plain, base: { amountFen: 1, per: 'month', minimumDays: 20 } })).toBe(true)
  expect(needsSessions({ ...plain, guarantee: { amountFen: 1, minimumMinutes: 60, recoup: false } })).toBe(true)
  expect(needsSessions({ ...plain, slotFees: [{ id: 's', label: '', amountFen: 1, per: 'session' }] })).toBe(true)
  const bonus = { id: 'b', label: '', amountFen: 1, atLeast: 1 }
  expect(needsSessions({ ...plain, bonuses: [{ ...bonus, metric: 'orders' }] })).toBe(false)
  expect(needsSessions({ ...plain, bonuses: [{ ...bonus, metric: 'days' }] })).toBe(true)
})
