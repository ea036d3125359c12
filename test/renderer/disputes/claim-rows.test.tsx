import { expect, test } from 'vitest'
import { claimRows } from '../../../renderer/disputes/mediator/claim-rows.ts'
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
