import { addDays, addMonths } from '../../../calendar.ts'
import { applyPpm } from '../../../money.ts'
import type { ContractFault } from '../faults.ts'
import type { Rule } from './rule.ts'

/** Law lcl-19: the longest probation in months, by the term of the contract. */
export function longestProbation(kind: string, from: string, to: string | undefined): number {
  if (kind === 'task') return 0
  if (kind === 'open' || to === undefined) return 6
  const lasts = (months: number): boolean => addDays(to, 1) >= addMonths(from, months)
  if (lasts(36)) return 6
  if (lasts(12)) return 2
  return lasts(3) ? 1 : 0
}

/** Probation of `months` in a contract of `kind` (fixed, open, task) from `from` to `to`. */
export const probation: Rule = (view) => {
  const months = view.number('months')
  const kind = view.text('kind')
  const from = view.text('from')
  const to = view.text('to')
  if (months === undefined || kind === undefined || from === undefined) return []
  if (kind === 'fixed' && to === undefined) return []
  const most = longestProbation(kind, from, to)
  if (months <= most) return []
  return [
    view.error('months', most === 0 ? 'probation-none' : 'probation-too-long', ['lcl-19', 'lcl-83'], { months, most }),
  ]
}

const damagesLimitPpm = 200_000
const monthDays = 31

/** Wages in pay `terms`; `minimumWage` of the place, per month, where it was filled in. */
export const wages: Rule = (view) => {
  const terms = view.terms('terms')
  if (terms === undefined) return []
  const faults: ContractFault[] = []
  const minimumFen = view.number('minimumWage')
  const floorFen = Math.max(terms.base?.per === 'month' ? terms.base.amountFen : 0, terms.guarantee?.amountFen ?? 0)
  if (floorFen === 0) faults.push(view.warning('terms', 'wages-no-floor', ['lcl-85']))
  else if (minimumFen !== undefined && floorFen < minimumFen) {
    faults.push(view.error('terms', 'wages-below-minimum', ['lcl-85'], { floorFen, minimumFen }))
  }
  const forfeits = [terms.base, terms.guarantee].some((term) => term?.shortfall === 'forfeit')
  if (forfeits) faults.push(view.error('terms', 'wages-forfeit', ['lcl-26', 'lcl-30']))
  if (latestDays(terms) > monthDays) faults.push(view.warning('terms', 'wages-late', ['wage-7']))
  for (const { label, damages, capPpm } of terms.deductions ?? []) {
    if (!damages) faults.push(view.error('terms', 'wages-deduction', ['wage-15', 'lcl-25'], { label }))
    else if ((capPpm ?? Infinity) > damagesLimitPpm) {
      faults.push(view.warning('terms', 'wages-damages', ['wage-16'], { label, mostPpm: damagesLimitPpm }))
    }
  }
  if (terms.lateInterest) faults.push(view.warning('terms', 'wages-interest', []))
  return faults
}

/** Days from a cycle's end to the last day of payment, at most. */
function latestDays({ due }: NonNullable<ReturnType<Parameters<Rule>[0]['terms']>>): number {
  if ('daysAfterCycleEnd' in due) return due.daysAfterCycleEnd
  if ('dayOfMonth' in due) return due.monthsAfter > 1 ? due.monthsAfter * monthDays : due.dayOfMonth
  return due.latestDaysAfterCycleEnd ?? 0
}

const longestNonCompete = 24
const usualPpm = 300_000
const usualOverYearPpm = 500_000

/** A ban on competing after the end: `months`, `compensation` per month, `penalty`, beside the pay `terms`. */
export const nonCompete: Rule = (view) => {
  const faults: ContractFault[] = []
  const months = view.number('months')
  const monthlyFen = view.number('compensation')
  const penaltyFen = view.number('penalty')
  if (months !== undefined && months > longestNonCompete) {
    faults.push(view.error('months', 'non-compete-too-long', ['lcl-23'], { months, most: longestNonCompete }))
  }
  if (monthlyFen === 0) faults.push(view.error('compensation', 'non-compete-unpaid', ['lcl-23', 'lcl-23-36']))
  if (months === undefined || monthlyFen === undefined || monthlyFen === 0) return faults
  const base = view.terms('terms')?.base
  const leastPpm = months > 12 ? usualOverYearPpm : usualPpm
  if (base?.per === 'month' && monthlyFen < applyPpm(base.amountFen, leastPpm)) {
    faults.push(
      view.warning('compensation', 'non-compete-low', ['lcl-23-36', 'lcl-23-40'], {
        leastPpm,
        leastFen: applyPpm(base.amountFen, leastPpm),
      }),
    )
  }
  const mostFen = monthlyFen * months * 5
  if (penaltyFen !== undefined && penaltyFen > mostFen) {
    faults.push(view.warning('penalty', 'non-compete-penalty', ['lcl-23-40'], { mostFen }))
  }
  return faults
}

/** A service period bought with training: `penalty` may not be above its `cost`. */
export const servicePeriod: Rule = (view) => {
  const costFen = view.number('cost')
  const penaltyFen = view.number('penalty')
  if (costFen === 0) return [view.error('cost', 'service-no-cost', ['lcl-22', 'lcl-25'])]
  if (costFen === undefined || penaltyFen === undefined || penaltyFen <= costFen) return []
  return [view.error('penalty', 'service-penalty', ['lcl-22', 'lcl-25'], { costFen, penaltyFen })]
}
