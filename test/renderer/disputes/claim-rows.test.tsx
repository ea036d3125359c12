import { expect, test } from 'vitest'
import { admittedTotalFen, claimRows, withAnswer } from '../../../renderer/disputes/mediator/claim-rows.ts'
import type { AnsweredClaim } from '../../../shared/disputes/mediation/response-file.ts'
import { makeCase } from '../../core/bundles/sample-case.ts'

const file = makeCase()
const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)

test('the lines add up to what the case asks for, and what is admitted to what is undisputed', () => {
  const rows = claimRows(file.claims)
  expect(sum(rows.map(({ statedFen }) => statedFen))).toBe(file.totals.totalFen)
  expect(sum(rows.map(({ admittedFen }) => admittedFen ?? 0))).toBe(file.totals.undisputedFen)
  expect(rows.map(({ kind }) => kind)).toEqual(['underCounted', 'acknowledgedUnpaid', 'improper'])
  expect(rows.at(-1)?.reasons).toEqual(['形象管理费'])
})

test('without a figure from the other side nothing is said to be admitted', () => {
  const claims = file.claims.map((claim) => ({
    ...claim,
    cycles: claim.cycles.map((part) => ({ ...part, underCountedFen: null, acknowledgedUnpaidFen: null })),
  }))
  const rows = claimRows(claims)
  expect(rows.map(({ kind }) => kind)).toEqual(['unpaid', 'improper'])
  expect(rows.every(({ admittedFen }) => admittedFen === null)).toBe(true)
})

test('where more was paid than acknowledged, the unpaid part is one line', () => {
  const [claim] = file.claims
  if (claim === undefined) throw new Error('the sample has a claim')
  const cycles = claim.cycles.map((part) => ({
    ...part,
    underCountedFen: part.amountFen + 100,
    acknowledgedUnpaidFen: -100,
    interestFen: 7,
  }))
  const rows = claimRows([{ ...claim, cycles }])
  expect(rows.map(({ kind, admittedFen }) => [kind, admittedFen])).toEqual([
    ['unpaid', 0],
    ['interest', null],
  ])
})

/** What the other side says about the unpaid pay of the sample, of two rows; about the deduction it says nothing. */
function answers(stance: AnsweredClaim['stance'], amountFen: number): AnsweredClaim[] {
  return file.claims.map(({ id, kind, amountFen: claimedFen }) => ({
    claimId: id,
    kind,
    claimedFen,
    stance: kind === 'unpaid-pay' ? stance : null,
    amountFen,
    reason: '',
  }))
}

test('an answer fills what the other side admits where it leaves no choice, and its amount counts in all', () => {
  const rows = claimRows(file.claims)
  const [unpaid] = file.claims
  if (unpaid === undefined) throw new Error('the sample has a claim')
  const admitted = (said: AnsweredClaim[]): (number | null)[] => withAnswer(rows, said).map((row) => row.admittedFen)
  const stated = rows.map(({ statedFen }) => statedFen)
  expect(admitted(answers('agree', unpaid.amountFen))).toEqual([stated[0], stated[1], 0])
  expect(admitted(answers('disagree', 0))).toEqual([0, 0, 0])
  expect(admitted(answers('disagree', 12_345))).toEqual([null, null, 0])
  expect(withAnswer(rows, answers('disagree', 0)).map(({ admittedBy }) => admittedBy)).toEqual([
    'response',
    'response',
    'statement',
  ])
  expect(admittedTotalFen(rows, answers('disagree', 12_345))).toBe(12_345)
  expect(admittedTotalFen(rows, answers(null, 0))).toBe(file.totals.undisputedFen)
})
