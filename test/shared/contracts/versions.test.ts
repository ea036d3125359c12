import { expect, test } from 'vitest'
import { freshTermId } from '../../../shared/contracts/patterns.ts'
import { parsePercent, plainPercent } from '../../../shared/contracts/percent.ts'
import { scopeOf, scopeTakesAccount, widenScope } from '../../../shared/contracts/scope.ts'
import { cyclesAgree, firstDayWithoutTerms, versionInForce } from '../../../shared/contracts/versions.ts'

const version = (id: string, from: string, to: string | null = null) => ({ id, from, to })

test('of several versions the latest start is in force, of equal starts the last given', () => {
  const versions = [
    version('a', '2026-01-01'),
    version('b', '2026-03-01', '2026-03-31'),
    version('c', '2026-03-01', '2026-03-15'),
  ]
  expect(versionInForce(versions, '2025-12-31')).toBeUndefined()
  expect(versionInForce(versions, '2026-02-01')?.id).toBe('a')
  expect(versionInForce(versions, '2026-03-10')?.id).toBe('c')
  expect(versionInForce(versions, '2026-03-20')?.id).toBe('b')
  expect(versionInForce(versions, '2026-04-01')?.id).toBe('a')
})

test('the first day without terms is found, before, between and after the versions', () => {
  const versions = [version('a', '2026-01-01', '2026-01-31'), version('b', '2026-02-02', '2026-02-28')]
  expect(firstDayWithoutTerms([], '2026-01-01', null)).toBeUndefined()
  expect(firstDayWithoutTerms(versions, '2025-12-31', null)).toBe('2025-12-31')
  expect(firstDayWithoutTerms(versions, '2026-01-10', null)).toBe('2026-02-01')
  expect(firstDayWithoutTerms(versions, '2026-02-02', '2026-02-28')).toBeUndefined()
  expect(firstDayWithoutTerms(versions, '2026-02-02', '2026-03-01')).toBe('2026-03-01')
  expect(firstDayWithoutTerms([version('a', '2026-01-01')], '2026-01-01', null)).toBeUndefined()
})

test('versions must settle by the same cycle and start day', () => {
  expect(cyclesAgree([{ cycle: 'month' }, { cycle: 'month', cycleStartDay: null }])).toBe(true)
  expect(cyclesAgree([{ cycle: 'month' }, { cycle: 'month', cycleStartDay: 26 }])).toBe(false)
  expect(cyclesAgree([])).toBe(true)
})

test('a scope without lists takes every account, and widening keeps it open', () => {
  const account = { platform: 'douyin', account: 'a', role: 'creator' as const }
  expect(scopeTakesAccount({}, account)).toBe(true)
  expect(widenScope({ accounts: ['b'] }, [account, account])).toEqual({ accounts: ['b', 'a'] })
  expect(scopeOf([account, { platform: 'douyin', account: 'b' }])).toEqual({
    platforms: ['douyin'],
    accounts: ['a', 'b'],
  })
  expect(scopeOf([])).toEqual({})
})

test('percentages are read exactly and written back', () => {
  expect(['8', '12.5%', '１２．５', '0.0001', '8.00001', '-1', ''].map(parsePercent)).toEqual([
    80_000,
    125_000,
    125_000,
    1,
    undefined,
    undefined,
    undefined,
  ])
  expect([80_000, 125_000, 1, 0].map(plainPercent)).toEqual(['8', '12.5', '0.0001', '0'])
})

test('a new term never takes an id that is there', () => {
  expect(freshTermId('bonus', [])).toBe('bonus-1')
  expect(freshTermId('bonus', ['bonus-2'])).toBe('bonus-3')
})
