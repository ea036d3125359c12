import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaseClaim, ClaimCycle } from '../../../../shared/disputes/case-file.ts'
import { followInstalments } from '../../../../shared/disputes/mediation/instalments.ts'
import { buildPlan, isInOrder, planDifferenceFen } from '../../../../shared/disputes/mediation/plan.ts'
import { computeProposal, withFinding } from '../../../../shared/disputes/mediation/proposal.ts'
import type { Finding } from '../../../../shared/disputes/mediation/shapes.ts'

function part(cycle: string, amountFen: number, interestFen = 0): ClaimCycle {
  return {
    agreementId: 'a',
    cycle,
    from: `${cycle}-01`,
    to: `${cycle}-28`,
    dueDate: null,
    overdueDays: 0,
    expectedFen: amountFen,
    withheldFen: 0,
    allowedFen: 0,
    paidFen: 0,
    outstandingFen: amountFen,
    underCountedFen: null,
    acknowledgedUnpaidFen: null,
    improperFen: 0,
    amountFen,
    interestFen,
  }
}

function claim(id: CaseClaim['kind'], cycles: ClaimCycle[]): CaseClaim {
  const amountFen = cycles.reduce((sum, one) => sum + one.amountFen, 0)
  const interestFen = cycles.reduce((sum, one) => sum + one.interestFen, 0)
  return {
    id,
    kind: id,
    amountFen,
    interestFen,
    totalFen: amountFen + interestFen,
    interestTo: '2026-05-22',
    cycles,
    deductions: [],
    lawIds: [],
    warnings: [],
  }
}

const claims = [
  claim('unpaid-pay', [part('2026-03', 482_346, 2_837), part('2026-04', 100_000, 501)]),
  claim('improper-deduction', [part('2026-03', 100_000)]),
]

function finding(changes: Partial<Finding>): Finding {
  return {
    claimId: 'unpaid-pay',
    agreementId: null,
    cycle: null,
    verdict: 'accepted',
    amountFen: 582_346,
    reason: '结算单与订单一致。',
    ...changes,
  }
}

const paid = (date: string, amountFen: number) => ({
  paymentId: '01900000-0000-7000-8000-000000000001',
  date,
  amountFen,
})

const claimed = { interest: 'claimed', agreedInterestFen: 0 } as const

describe('a proposal', () => {
  test('sums what is found owed, with the claimed interest of what is accepted', () => {
    const rejected = finding({ claimId: 'improper-deduction', verdict: 'rejected', amountFen: 0 })
    const proposal = computeProposal(claims, [finding({}), rejected], claimed)
    expect(proposal).toMatchObject({ principalFen: 582_346, interestFen: 3_338, totalFen: 585_684, undecided: 0 })
  })

  test('counts interest in the proportion of what is found, rounded once half away from zero', () => {
    const partly = finding({ agreementId: 'a', cycle: '2026-04', verdict: 'partly', amountFen: 50_000 })
    const proposal = computeProposal(claims, [partly], claimed)
    expect(proposal.lines.map(({ cycle, interestFen }) => [cycle, interestFen])).toEqual([
      ['2026-03', 0],
      ['2026-04', 251],
      [null, 0],
    ])
    expect(proposal.undecided).toBe(2)
  })

  test('waives interest, or takes a sum that is never above what follows from the findings', () => {
    const found = [finding({})]
    expect(computeProposal(claims, found, { interest: 'waived', agreedInterestFen: 0 }).interestFen).toBe(0)
    expect(computeProposal(claims, found, { interest: 'agreed', agreedInterestFen: 1_000 }).interestFen).toBe(1_000)
    expect(computeProposal(claims, found, { interest: 'agreed', agreedInterestFen: 9_999 }).interestFen).toBe(3_338)
  })

  test.each([
    [finding({ verdict: 'partly', amountFen: 582_347 }), 'mediation.above-claim'],
    [finding({ verdict: 'accepted', amountFen: 1 }), 'mediation.verdict-amount'],
    [finding({ verdict: 'partly', amountFen: 0 }), 'mediation.verdict-amount'],
    [finding({ verdict: 'rejected', amountFen: 5 }), 'mediation.verdict-amount'],
    [finding({ agreementId: 'a', cycle: '1999-01', amountFen: 0 }), 'mediation.unknown-claim'],
  ])('refuses a finding that its claim does not bear (%#)', (wrong, code) => {
    expect(() => computeProposal(claims, [wrong], claimed)).toThrow(expect.objectContaining({ code }))
  })

  test('decides a claim as a whole or by cycles, the later way replacing the earlier', () => {
    const march = finding({ agreementId: 'a', cycle: '2026-03', amountFen: 482_346 })
    const april = finding({ agreementId: 'a', cycle: '2026-04', verdict: 'rejected', amountFen: 0 })
    const parted = withFinding(withFinding([finding({})], march, march), april, april)
    expect(parted).toEqual([march, april])
    expect(withFinding(parted, finding({}), finding({}))).toEqual([finding({})])
    expect(withFinding(parted, march, null)).toEqual([april])
  })

  test('never comes to more than is claimed, whatever is found', () => {
    const amounts = fc.array(fc.tuple(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 10 ** 7 })), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 1_000 }), (cycles, permille) => {
        const one = claim(
          'unpaid-pay',
          cycles.map(([amountFen, interestFen], index) => part(`2026-0${index + 1}`, amountFen, interestFen)),
        )
        const findings = one.cycles.map(({ cycle, amountFen }): Finding => {
          const found = Math.floor((amountFen * permille) / 1_000)
          const verdict = found === amountFen ? 'accepted' : found === 0 ? 'rejected' : 'partly'
          return finding({ agreementId: 'a', cycle, verdict, amountFen: found })
        })
        const proposal = computeProposal([one], findings, claimed)
        expect(proposal.totalFen).toBeLessThanOrEqual(one.totalFen)
        expect(proposal.lines.reduce((sum, line) => sum + line.amountFen + line.interestFen, 0)).toBe(proposal.totalFen)
      }),
    )
  })
})

describe('a plan of instalments', () => {
  test('is monthly, with the remainder in the last, on the last day of shorter months', () => {
    expect(buildPlan(100_000, { count: 3, firstDate: '2026-12-31', dayOfMonth: 31 })).toEqual([
      { date: '2026-12-31', amountFen: 33_333 },
      { date: '2027-01-31', amountFen: 33_333 },
      { date: '2027-02-28', amountFen: 33_334 },
    ])
  })

  test('always sums to the proposal, in order, each payment of something', () => {
    const total = fc.integer({ min: 1, max: 10 ** 11 })
    const date = fc
      .integer({ min: 0, max: 3_000 })
      .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(
        total,
        fc.integer({ min: 1, max: 60 }),
        date,
        fc.integer({ min: 1, max: 31 }),
        (totalFen, count, firstDate, dayOfMonth) => {
          fc.pre(count <= totalFen)
          const plan = buildPlan(totalFen, { count, firstDate, dayOfMonth })
          expect(plan).toHaveLength(count)
          expect(planDifferenceFen(totalFen, plan)).toBe(0)
          expect(isInOrder(plan)).toBe(true)
          expect(plan.every(({ amountFen }) => amountFen > 0)).toBe(true)
        },
      ),
    )
  })

  test('tells what an edited plan lacks', () => {
    const plan = buildPlan(1_000, { count: 2, firstDate: '2026-06-01', dayOfMonth: 1 })
    expect(planDifferenceFen(1_000, plan.slice(0, 1))).toBe(500)
    expect(planDifferenceFen(400, plan)).toBe(-600)
  })

  test('refuses payments of nothing', () => {
    expect(() => buildPlan(2, { count: 3, firstDate: '2026-06-01', dayOfMonth: 1 })).toThrow(
      expect.objectContaining({ code: 'mediation.plan-count' }),
    )
  })

  test('is followed to the last payment: not yet, due, partly, paid, late and how late', () => {
    const plan = ['2026-06-01', '2026-06-15', '2026-07-01', '2026-08-01'].map((date) => ({ date, amountFen: 1_000 }))
    const payments = [[paid('2026-06-03', 1_000)], [], [paid('2026-06-10', 400)], []]
    expect(
      followInstalments(plan, payments, '2026-06-15').map(({ state, remainingFen, lateDays }) => [
        state,
        remainingFen,
        lateDays,
      ]),
    ).toEqual([
      ['paid-late', 0, 2],
      ['due', 1_000, 0],
      ['partly', 600, 0],
      ['not-yet', 1_000, 0],
    ])
    expect(followInstalments(plan, payments, '2026-07-05')[1]).toMatchObject({ state: 'overdue', lateDays: 20 })
  })
})
