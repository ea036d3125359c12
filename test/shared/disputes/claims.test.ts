import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildClaims, type CycleFigures } from '../../../shared/disputes/claims.ts'

/** March 2026 of the worked example in spec/earnings.md. */
const march: CycleFigures = {
  cycle: '2026-03',
  from: '2026-03-01',
  to: '2026-03-31',
  dueDate: '2026-04-15',
  expectedFen: 1_582_346,
  withheldFen: 0,
  deductedFen: 100_000,
  allowedFen: 0,
  paidFen: 1_000_000,
  outstandingFen: 582_346,
  underCountedFen: 382_346,
  acknowledgedUnpaidFen: 100_000,
  status: 'overdue',
  overdueDays: 30,
  interestFen: 1_234,
}
const imageFee = {
  id: 'd1',
  cycle: '2026-03',
  statedReason: '形象管理费',
  deductedFen: 100_000,
  allowedFen: 0,
  whyCode: 'no-term',
  whyParams: {},
}

test('the worked example claims 少算 and 认账未付 as unpaid pay, 不当扣款 as the second claim, and interest once', () => {
  const { claims, totals } = buildClaims({
    relation: 'civil',
    asOf: '2026-05-15',
    interest: 'statutory',
    agreements: [{ agreementId: 'a', cycles: [march], deductions: [imageFee] }],
  })
  expect(claims.map((claim) => [claim.kind, claim.amountFen, claim.interestFen])).toEqual([
    ['unpaid-pay', 482_346, 1_234],
    ['improper-deduction', 100_000, 0],
  ])
  expect(totals).toEqual({ outstandingFen: 582_346, interestFen: 1_234, totalFen: 583_580, undisputedFen: 100_000 })
  expect(claims[1]?.deductions).toEqual([imageFee])
  expect(claims[0]?.lawIds).toContain('int-lpr')
})

test('a deduction that was paid back in part claims only what is still outstanding', () => {
  const { claims } = buildClaims({
    relation: 'labour',
    asOf: '2026-05-15',
    interest: 'none',
    agreements: [
      {
        agreementId: 'a',
        cycles: [{ ...march, paidFen: 1_542_346, outstandingFen: 40_000, interestFen: 0 }],
        deductions: [imageFee],
      },
    ],
  })
  expect(claims.map((claim) => [claim.kind, claim.amountFen])).toEqual([['improper-deduction', 40_000]])
  expect(claims[0]?.lawIds).toEqual(['wage-15', 'wage-16', 'ev-j1-44'])
})

const fen = fc.integer({ min: 0, max: 50_000_00 })
const cycleFigures = fc
  .record({
    expectedFen: fen,
    withheldFen: fc.integer({ min: 0, max: 1_000_00 }),
    deductedFen: fen,
    allowedShare: fc.integer({ min: 0, max: 100 }),
    paidFen: fc.integer({ min: -1_000_00, max: 60_000_00 }),
    acknowledgedFen: fc.option(fen),
    interestFen: fc.integer({ min: 0, max: 1_000_00 }),
    month: fc.integer({ min: 1, max: 12 }),
  })
  .map((it): CycleFigures => {
    const allowedFen = Math.trunc((it.deductedFen * it.allowedShare) / 100)
    const month = String(it.month).padStart(2, '0')
    return {
      ...march,
      cycle: `2026-${month}`,
      expectedFen: it.expectedFen,
      withheldFen: it.withheldFen,
      deductedFen: it.deductedFen,
      allowedFen,
      paidFen: it.paidFen,
      outstandingFen: it.expectedFen - it.withheldFen - allowedFen - it.paidFen,
      underCountedFen: it.acknowledgedFen === null ? null : it.expectedFen - it.acknowledgedFen,
      acknowledgedUnpaidFen:
        it.acknowledgedFen === null ? null : it.acknowledgedFen - it.withheldFen - it.deductedFen - it.paidFen,
      interestFen: it.interestFen,
    }
  })

test('the two claims together are exactly what is outstanding and its interest, whatever the figures', () => {
  fc.assert(
    fc.property(fc.array(cycleFigures, { maxLength: 8 }), (cycles) => {
      const { claims, totals } = buildClaims({
        relation: 'civil',
        asOf: '2026-12-31',
        interest: 'statutory',
        agreements: [{ agreementId: 'a', cycles, deductions: [] }],
      })
      const owedFen = cycles.reduce((sum, cycle) => sum + Math.max(0, cycle.outstandingFen), 0)
      const interestFen = cycles.reduce((sum, cycle) => sum + cycle.interestFen, 0)
      expect(totals).toMatchObject({ outstandingFen: owedFen, interestFen, totalFen: owedFen + interestFen })
      expect(totals.undisputedFen).toBeLessThanOrEqual(owedFen)
      for (const claim of claims) {
        for (const cycle of claim.cycles) expect(cycle.amountFen).toBeGreaterThanOrEqual(0)
        expect(claim.cycles.reduce((sum, cycle) => sum + cycle.amountFen, 0)).toBe(claim.amountFen)
      }
      const second = claims.find((claim) => claim.kind === 'improper-deduction')
      for (const cycle of second?.cycles ?? []) expect(cycle.amountFen).toBeLessThanOrEqual(cycle.improperFen)
    }),
  )
})
