import { applyPpm } from '../../../money.ts'
import type { ContractFault } from '../faults.ts'
import type { Rule } from './rule.ts'

/** Pay in any contract: something must be earned and there must be a last day of payment. */
export const pay: Rule = (view) => {
  const terms = view.terms('terms')
  if (terms === undefined) return []
  const faults: ContractFault[] = []
  const { base, guarantee, commissions, slotFees, bonuses, due } = terms
  const isEmpty = !base && !guarantee && ![commissions, slotFees, bonuses].some((list) => (list ?? []).length > 0)
  if (isEmpty) faults.push(view.error('terms', 'pay-nothing', ['cc-509']))
  const hasNoLastDay = 'after' in due && (due.latestDaysAfterCycleEnd ?? undefined) === undefined
  if (hasNoLastDay) faults.push(view.error('terms', 'pay-no-last-day', ['cc-509', 'wage-7']))
  return faults
}

/** Pay of a cooperation: deductions only with proof and a cap, refunds with an end, nothing lost as a whole. */
export const cooperationPay: Rule = (view) => {
  const terms = view.terms('terms')
  if (terms === undefined) return []
  const faults: ContractFault[] = []
  for (const { label, capFen, capPpm, evidenceRequired } of terms.deductions ?? []) {
    const hasCap = (capFen ?? capPpm ?? undefined) !== undefined
    if (!hasCap) faults.push(view.error('terms', 'deduction-no-cap', ['cc-496'], { label }))
    if (!evidenceRequired) faults.push(view.error('terms', 'deduction-no-evidence', ['cc-496'], { label }))
  }
  const withoutEnd = (terms.commissions ?? []).filter(
    ({ basis, clawbackDays }) =>
      basis !== 'income' && basis !== 'net-income' && (clawbackDays ?? undefined) === undefined,
  )
  for (const { label } of withoutEnd) faults.push(view.warning('terms', 'refund-no-limit', ['cons-25'], { label }))
  if (terms.base?.shortfall === 'forfeit') faults.push(view.warning('terms', 'pay-forfeit', ['cc-496']))
  if (!terms.lateInterest) faults.push(view.warning('terms', 'pay-no-interest', ['int-lpr']))
  return faults
}

const longestExclusivity = 36

/** Exclusive for `months`: longer than three years is what reviews mark. */
export const exclusivity: Rule = (view) => {
  const months = view.number('months')
  if (months === undefined || months <= longestExclusivity) return []
  return [view.error('months', 'exclusivity-too-long', ['cc-496'], { months, most: longestExclusivity })]
}

/** Law cc-585-j65: what is above 130 % of the loss is usually too high. */
const usuallyTooHighPpm = 1_300_000

/** A `cap` on penalties against the pay that is certain in a year of these `terms`. */
export const penaltyCap: Rule = (view) => {
  const capFen = view.number('cap')
  const terms = view.terms('terms')
  if (capFen === undefined || terms === undefined || terms.cycle !== 'month') return []
  const monthlyFen = Math.max(terms.base?.per === 'month' ? terms.base.amountFen : 0, terms.guarantee?.amountFen ?? 0)
  const yearFen = monthlyFen * 12
  if (yearFen === 0 || capFen <= applyPpm(yearFen, usuallyTooHighPpm)) return []
  return [view.warning('cap', 'penalty-high', ['cc-585', 'cc-585-j65'], { capFen, yearFen })]
}

/**
 * Figures of a settlement: what is paid now is what was earned less what was withheld, deducted and paid before. What went beyond
 * a cycle's amount is added back: it is not set against another one.
 */
export const settlementSum: Rule = (view) => {
  const earned = view.number('earned')
  const pays = view.number('pays')
  if (earned === undefined || pays === undefined) return []
  const taken = ['withheld', 'deducted', 'paid'].reduce((sum, name) => sum + (view.number(name) ?? 0), 0)
  const shouldBeFen = earned - taken + (view.number('overpaid') ?? 0)
  if (shouldBeFen === pays) return []
  return [view.error('pays', 'sum-differs', [], { paysFen: pays, shouldBeFen })]
}
