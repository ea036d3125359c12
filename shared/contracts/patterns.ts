import type { PayTerms } from '../earnings/index.ts'
import { unreachable } from '../errors.ts'

/** The three ways of paying that most agreements start from (spec/screens.md 'First run'). */
export const patternNames = ['commission-only', 'base-commission', 'guarantee-tiers'] as const
export type PatternName = (typeof patternNames)[number]

/** What both sides settle everywhere unless they say otherwise: by the month, paid on the 15th of the next one. */
const usual: Pick<PayTerms, 'relation' | 'amountsAre' | 'cycle' | 'due'> = {
  relation: 'undetermined',
  amountsAre: 'gross',
  cycle: 'month',
  due: { dayOfMonth: 15, monthsAfter: 1 },
}

/** Terms to start from; `commissionLabel` is what the person's language calls a commission. All figures are there to be changed. */
export function startingTerms(pattern: PatternName, commissionLabel: string): PayTerms {
  const commission = {
    id: 'commission-1',
    label: commissionLabel,
    when: 'settled',
    mode: 'marginal',
    tierOver: 'cycle',
  } as const
  switch (pattern) {
    case 'commission-only':
      return {
        ...usual,
        commissions: [{ ...commission, basis: 'net-platform-commission', tiers: [{ fromFen: 0, ratePpm: 600_000 }] }],
      }
    case 'base-commission':
      return {
        ...usual,
        base: { amountFen: 400_000, per: 'month', minimumDays: 22, shortfall: 'prorate' },
        commissions: [{ ...commission, basis: 'net-sale', tiers: [{ fromFen: 0, ratePpm: 30_000 }] }],
      }
    case 'guarantee-tiers':
      return {
        ...usual,
        commissions: [
          {
            ...commission,
            basis: 'net-sale',
            tiers: [
              { fromFen: 0, ratePpm: 50_000 },
              { fromFen: 10_000_000, ratePpm: 80_000 },
            ],
          },
        ],
        guarantee: { amountFen: 800_000, minimumDays: 22, shortfall: 'prorate', recoup: false },
      }
    default:
      return unreachable(pattern)
  }
}

/** A new id for an item of a list in the terms: the first free `<prefix>-<number>`. Ids tie a commission's carry across versions, so they are never reused within `taken`. */
export function freshTermId(prefix: string, taken: readonly string[]): string {
  let number = taken.length + 1
  while (taken.includes(`${prefix}-${number}`)) number += 1
  return `${prefix}-${number}`
}
