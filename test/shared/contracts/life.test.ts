import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contractDates } from '../../../shared/contracts/life-dates.ts'
import {
  type ContractAction,
  contractOrigins,
  contractStates,
  type LifeFacts,
  mayTake,
  nextActions,
  standingOf,
} from '../../../shared/contracts/life.ts'
import { splitTerms } from '../../core/contracts/contract-fixtures.ts'

const date = fc
  .integer({ min: 0, max: 700 })
  .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10))
const maybeDate = fc.option(date, { nil: null })

const facts: fc.Arbitrary<LifeFacts> = fc.record({
  origin: fc.constantFrom(...contractOrigins),
  state: fc.constantFrom(...contractStates),
  from: maybeDate,
  to: maybeDate,
  isComputable: fc.boolean(),
  hasAgreement: fc.boolean(),
  isDeclined: fc.boolean(),
  amendedFrom: maybeDate,
  endedOn: maybeDate,
  isVoided: fc.boolean(),
})

test('whatever a contract is, only what was never issued can be edited', () => {
  fc.assert(
    fc.property(facts, (contract) => {
      const isOpen = contract.state === 'draft' || contract.state === 'kept'
      expect(mayTake('edit', contract) && !isOpen).toBe(false)
    }),
  )
})

test('a voided contract takes no action, and one in force is ended and never voided', () => {
  fc.assert(
    fc.property(facts, (contract) => {
      expect(nextActions({ ...contract, isVoided: true })).toEqual([])
      expect(mayTake('void', { ...contract, hasAgreement: true })).toBe(false)
    }),
  )
})

/** The states in which an action is ever possible, over every other fact. */
function statesOf(action: ContractAction): string[] {
  const all = fc.sample(facts, { numRuns: 4_000, seed: 7 })
  return [...new Set(all.filter((contract) => mayTake(action, contract)).map(({ state }) => state))].toSorted((a, b) =>
    a < b ? -1 : 1,
  )
}

test('the ledger computes only by what the other side accepted, signed, or what was agreed elsewhere', () => {
  expect(statesOf('put-in-force')).toEqual(['accepted', 'kept', 'signed'])
})

test('nobody answers or signs a contract that is not issued, and only issued papers are handed over', () => {
  expect(statesOf('join-acceptance')).toEqual(['issued'])
  expect(statesOf('sign')).toEqual(['accepted', 'issued'])
  expect(statesOf('hand-over')).toEqual(['accepted', 'issued', 'signed'])
  expect(statesOf('issue')).toEqual(['draft'])
})

test('a standing follows the day: waiting, in force, run out; an amendment takes over on its first day', () => {
  const running: LifeFacts = {
    origin: 'template',
    state: 'signed',
    from: '2026-08-01',
    to: '2027-07-31',
    isComputable: true,
    hasAgreement: true,
    isDeclined: false,
    amendedFrom: null,
    endedOn: null,
    isVoided: false,
  }
  const on = (day: string, change: Partial<LifeFacts> = {}) => standingOf({ ...running, ...change }, day)
  expect(['2026-07-31', '2026-08-01', '2027-07-31', '2027-08-01'].map((day) => on(day))).toEqual([
    'waiting',
    'in-force',
    'in-force',
    'expired',
  ])
  expect(on('2026-09-30', { amendedFrom: '2026-10-01' })).toBe('in-force')
  expect(on('2026-10-01', { amendedFrom: '2026-10-01' })).toBe('amended')
  expect(on('2026-12-31', { endedOn: '2026-12-31' })).toBe('in-force')
  expect(on('2027-01-01', { endedOn: '2026-12-31' })).toBe('ended')
  expect(on('2026-09-01', { hasAgreement: false, state: 'issued', isDeclined: true })).toBe('declined')
})

test('dates of a contract lie in the span asked for, in order, each with an id of its own', () => {
  fc.assert(
    fc.property(date, maybeDate, date, fc.integer({ min: 0, max: 200 }), (from, to, first, days) => {
      const until = new Date(Date.parse(first) + days * 86_400_000).toISOString().slice(0, 10)
      const dates = contractDates({ id: 'c', from, to, endedOn: null, terms: splitTerms }, first, until)
      expect(dates.every((one) => one.date >= first && one.date <= until)).toBe(true)
      expect(dates.map((one) => one.date)).toEqual(dates.map((one) => one.date).toSorted((a, b) => (a < b ? -1 : 1)))
      expect(new Set(dates.map(({ id }) => id)).size).toBe(dates.length)
    }),
  )
})
