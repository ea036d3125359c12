import { describe, expect, test } from 'vitest'
import { readTemplate } from '../../../electron/core/contracts/templates.ts'
import { contractFaults } from '../../../shared/contracts/templates/faults.ts'
import { ruleNames } from '../../../shared/contracts/templates/rules/index.ts'
import { longestProbation } from '../../../shared/contracts/templates/rules/labour.ts'
import type { ContractValues } from '../../../shared/contracts/templates/template.ts'
import { startingValues } from '../../../shared/contracts/templates/values.ts'
import type { PayTerms } from '../../../shared/earnings/terms.ts'
import { catalogues } from '../../../shared/i18n/catalogues.ts'
import { civilTerms, company, filled, labourTerms, streamer } from '../../shared/contracts/templates/filled.ts'

const labour = 'labour-streamer'
const mcn = 'mcn-cooperation'
const settlement = 'settlement-confirmation'

/** Codes that a complete contract has beyond those it has anyway, once `change` is made to it. */
function faultsOf(id: string, change: ContractValues = {}, optionalClauses = filled[id]?.optionalClauses ?? []) {
  const template = readTemplate(id)
  const values = { ...startingValues(template), ...filled[id]?.values }
  const all = contractFaults(template, { ...values, ...change }, { optionalClauses })
  return all.map(({ code, severity, variable }) => `${severity} ${code} ${variable}`)
}

function labourWith(change: Partial<PayTerms>): ContractValues {
  return { payTerms: { ...labourTerms, ...change } }
}

function civilWith(change: Partial<PayTerms>): ContractValues {
  return { payTerms: { ...civilTerms, ...change } }
}

test('a complete contract has no fault', () => {
  expect([faultsOf(labour), faultsOf(mcn), faultsOf(settlement)]).toEqual([[], [], []])
})

test('every rule is named by a template, and every rule a template names is there', () => {
  const named = [labour, mcn, settlement].flatMap((id) => readTemplate(id).rules.map(({ rule }) => rule))
  expect([...new Set(named)].toSorted()).toEqual([...ruleNames].toSorted())
})

// Law lcl-19: below 3 months none, up to a year 1, up to 3 years 2, beyond and open 6.
test.each([
  ['fixed', '2026-12-01', '2027-02-27', 0],
  ['fixed', '2026-12-01', '2027-02-28', 1],
  ['fixed', '2026-12-01', '2027-11-29', 1],
  ['fixed', '2026-12-01', '2027-11-30', 2],
  ['fixed', '2026-12-01', '2029-11-29', 2],
  ['fixed', '2026-12-01', '2029-11-30', 6],
  ['open', '2026-12-01', undefined, 6],
  ['task', '2026-12-01', undefined, 0],
])('a %s contract from %s to %s allows %s months of probation', (kind, from, to, months) => {
  expect(longestProbation(kind, from, to)).toBe(months)
})

describe('a labour contract', () => {
  test('may not have a longer probation than its term allows', () => {
    expect(faultsOf(labour, { probationMonths: 3 })).toEqual(['error probation-too-long probationMonths'])
    expect(faultsOf(labour, { probationMonths: 3 }, [])).toEqual([])
    expect(faultsOf(labour, { probationMonths: 1, endDate: '2027-01-31' }, ['probation'])).toEqual([
      'error probation-none probationMonths',
    ])
  })

  test('bans competing for 24 months at most, and only paid', () => {
    expect(faultsOf(labour, { nonCompeteMonths: 25 })).toContain('error non-compete-too-long nonCompeteMonths')
    expect(faultsOf(labour, { nonCompetePay: 0 })).toEqual(['error non-compete-unpaid nonCompetePay'])
    expect(faultsOf(labour, { nonCompetePay: 100_000 })).toContain('warning non-compete-low nonCompetePay')
    expect(faultsOf(labour, { nonCompetePenalty: 9_000_100 })).toEqual([
      'warning non-compete-penalty nonCompetePenalty',
    ])
  })

  test('asks no more for leaving a service period than the training cost', () => {
    expect(faultsOf(labour, { servicePenalty: 1_200_001 })).toEqual(['error service-penalty servicePenalty'])
  })

  test('takes from wages only what the law allows', () => {
    const fine = { id: 'd', label: '迟到罚款', damages: false, capFen: 10_000, evidenceRequired: true }
    expect(faultsOf(labour, labourWith({ deductions: [fine] }))).toEqual(['error wages-deduction payTerms'])
    const damages = { ...fine, damages: true, capPpm: 200_000 }
    expect(faultsOf(labour, labourWith({ deductions: [damages] }))).toEqual([])
    expect(faultsOf(labour, labourWith({ deductions: [{ ...damages, capPpm: 200_001 }] }))).toEqual([
      'warning wages-damages payTerms',
    ])
  })

  test('pays at least the minimum wage, monthly, whatever was streamed', () => {
    const low = { amountFen: 240_000, per: 'month' as const }
    expect(faultsOf(labour, labourWith({ base: low }))).toContain('error wages-below-minimum payTerms')
    const forfeit = { amountFen: 600_000, per: 'month' as const, minimumDays: 22, shortfall: 'forfeit' as const }
    expect(faultsOf(labour, labourWith({ base: forfeit }))).toEqual(['error wages-forfeit payTerms'])
    expect(faultsOf(labour, labourWith({ due: { dayOfMonth: 15, monthsAfter: 2 } }))).toEqual([
      'warning wages-late payTerms',
    ])
    expect(
      faultsOf(
        labour,
        labourWith({ base: null, slotFees: [{ id: 's', label: '场费', amountFen: 100, per: 'session' }] }),
      ),
    ).toContain('warning wages-no-floor payTerms')
  })

  test('is for people of 16, with a guardian below 18', () => {
    expect(faultsOf(labour, { startDate: '2013-12-31', endDate: '2016-12-30' })).toContain('error too-young streamer')
    expect(faultsOf(labour, { startDate: '2015-12-31', endDate: '2018-12-30' })).toContain(
      'warning needs-guardian streamer',
    )
    expect(faultsOf(labour, { startDate: '2016-01-01', endDate: '2018-12-31' })).toEqual([])
  })

  test('names both sides as the law asks', () => {
    const { idCard: _idCard, ...unnumbered } = streamer
    expect(faultsOf(labour, { streamer: unnumbered })).toEqual(['error party-lacks-idCard streamer'])
    expect(faultsOf(labour, { streamer: { ...streamer, idCard: '330106199801012320' } })).toEqual([
      'error party-wrong-idCard streamer',
    ])
    expect(faultsOf(labour, { streamer: company })).toContain('error party-not-person streamer')
    expect(faultsOf(labour, { company: streamer })).toContain('error party-not-organisation company')
  })
})

describe('a cooperation', () => {
  test('needs a last day of payment and something that is earned', () => {
    const open = { after: 'platform-payout' as const, days: 3, unit: 'day' as const }
    expect(faultsOf(mcn, civilWith({ due: open }))).toEqual(['error pay-no-last-day payTerms'])
    expect(faultsOf(mcn, civilWith({ due: { ...open, latestDaysAfterCycleEnd: 45 } }))).toEqual([])
    expect(faultsOf(mcn, civilWith({ guarantee: null, commissions: [] }))).toEqual(['error pay-nothing payTerms'])
  })

  test('deducts only with a cap and with proof', () => {
    const term = { id: 'd', label: '样品', damages: true, evidenceRequired: true }
    expect(faultsOf(mcn, civilWith({ deductions: [term] }))).toEqual(['error deduction-no-cap payTerms'])
    const unproved = { ...term, capFen: 50_000, evidenceRequired: false }
    expect(faultsOf(mcn, civilWith({ deductions: [unproved] }))).toEqual(['error deduction-no-evidence payTerms'])
    expect(faultsOf(mcn, civilWith({ deductions: [{ ...term, capFen: 50_000 }] }))).toEqual([])
  })

  test('says when refunds end and what late payment costs, or is warned', () => {
    const [commission] = civilTerms.commissions ?? []
    const endless = commission === undefined ? [] : [{ ...commission, clawbackDays: null }]
    expect(faultsOf(mcn, civilWith({ commissions: endless, lateInterest: null }))).toEqual([
      'warning refund-no-limit payTerms',
      'warning pay-no-interest payTerms',
    ])
  })

  test('is exclusive for three years at most and caps penalties by what is earned', () => {
    expect(faultsOf(mcn, { exclusiveMonths: 37 })).toEqual(['error exclusivity-too-long exclusiveMonths'])
    expect(faultsOf(mcn, { penaltyCap: 12_480_001 })).toEqual(['warning penalty-high penaltyCap'])
    expect(faultsOf(mcn, { penaltyCap: 12_480_000 })).toEqual([])
  })

  test('has terms of its own relation', () => {
    expect(faultsOf(mcn, { payTerms: labourTerms })).toContain('error terms-relation payTerms')
  })
})

test('a settlement whose figures do not add up is not confirmed', () => {
  expect(faultsOf(settlement, { payFen: 809_172 })).toEqual(['error sum-differs payFen'])
  // One cycle was paid 50.00 beyond its amount: this payment does not make up for it.
  expect(faultsOf(settlement, { payFen: 809_171 + 5_000, overpaidFen: 5_000 })).toEqual([])
  // Nothing is to be paid: neither a day nor an account is asked for.
  const nothing = { paidFen: 1_309_171, payFen: 0, payBy: '', accountHolder: '', accountNumber: '' }
  expect(faultsOf(settlement, nothing)).toEqual([])
})

test('what cannot be is said of the field it is in', () => {
  const values = { endDate: '2026-11-30', statementDays: 0, venue: 'moon', startDate: '2026-12-01' }
  expect(faultsOf(mcn, values)).toEqual([
    'error ends-before-start endDate',
    'error integer-out-of-range statementDays',
    'error unknown-choice venue',
  ])
  expect(faultsOf(mcn, { startDate: '2026-02-30' })).toContain('error not-a-date startDate')
  expect(faultsOf(mcn, { platforms: 'x'.repeat(201) })).toEqual(['error too-long platforms'])
  expect(faultsOf(mcn, { penaltyCap: '五万' })).toEqual(['error wrong-type penaltyCap'])
  expect(faultsOf(settlement, { payer: streamer, payee: streamer })).toEqual(['error same-party payee'])
  expect(faultsOf(mcn, { platforms: '  ' })).toEqual(['error missing platforms'])
})

test('every fault has its sentence', () => {
  const known = Object.keys(catalogues.zh['contract-faults'].fault)
  const changes: [string, ContractValues][] = [
    [labour, { probationMonths: 7, nonCompeteMonths: 30, nonCompetePay: 0, servicePenalty: 9_000_000 }],
    [mcn, { exclusiveMonths: 60, penaltyCap: 0, payTerms: { ...civilTerms, base: { amountFen: 1, per: 'hour' } } }],
    [settlement, { payFen: 0, lateRate: 5_000, copies: 1 }],
  ]
  const codes = changes.flatMap(([id, change]) => faultsOf(id, change).map((line) => line.split(' ')[1] ?? ''))
  expect(codes.length).toBeGreaterThan(6)
  expect(codes.filter((code) => !known.includes(code))).toEqual([])
})
