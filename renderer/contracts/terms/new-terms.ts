import { freshTermId } from '../../../shared/contracts/patterns.ts'
import type {
  BonusTerm,
  CommissionTerm,
  CostTerm,
  DeductionTerm,
  PayTerms,
  SlotFeeTerm,
} from '../../../shared/earnings/terms.ts'
import { usualLpr } from './interest-terms.tsx'

/** Terms as they stand when they are added; every figure is there to be changed. */
export function newCommission(id: string, label: string): CommissionTerm {
  const tiers = [{ fromFen: 0, ratePpm: 50_000 }]
  return { id, label, basis: 'net-sale', when: 'settled', mode: 'marginal', tiers, tierOver: 'cycle' }
}

export function newSlotFee(id: string, label: string): SlotFeeTerm {
  return { id, label, amountFen: 20_000, per: 'session' }
}

export function newBonus(id: string, label: string): BonusTerm {
  return { id, label, amountFen: 100_000, metric: 'net-sale', atLeast: 20_000_000 }
}

export function newCost(id: string, label: string, commissionId: string): CostTerm {
  return { id, label, commissionId, sharePpm: 500_000, evidenceRequired: true }
}

export function newDeduction(id: string, label: string): DeductionTerm {
  return { id, label, damages: false, evidenceRequired: true }
}

export type AddablePart = 'base' | 'commission' | 'cost' | 'slotFee' | 'bonus' | 'guarantee' | 'lateInterest'

/** What these terms do not have and could. */
export function absentParts(terms: PayTerms): AddablePart[] {
  const hasCommission = (terms.commissions ?? []).length > 0
  const present: Record<AddablePart, boolean> = {
    base: Boolean(terms.base),
    commission: hasCommission,
    // A cost is taken from the basis of a commission.
    cost: !hasCommission || (terms.costs ?? []).length > 0,
    slotFee: (terms.slotFees ?? []).length > 0,
    bonus: (terms.bonuses ?? []).length > 0,
    guarantee: Boolean(terms.guarantee),
    lateInterest: Boolean(terms.lateInterest),
  }
  return (Object.keys(present) as AddablePart[]).filter((part) => !present[part])
}

/** The terms with a part that they did not have; `label` names a new item of a list. */
export function withPart(terms: PayTerms, part: AddablePart, label: string): PayTerms {
  switch (part) {
    case 'base':
      return { ...terms, base: { amountFen: 300_000, per: terms.cycle === 'month' ? 'month' : 'session' } }
    case 'commission':
      return { ...terms, commissions: [newCommission(freshTermId('commission', []), label)] }
    case 'cost':
      return { ...terms, costs: [newCost(freshTermId('cost', []), label, terms.commissions?.[0]?.id ?? '')] }
    case 'slotFee':
      return { ...terms, slotFees: [newSlotFee(freshTermId('slot', []), label)] }
    case 'bonus':
      return { ...terms, bonuses: [newBonus(freshTermId('bonus', []), label)] }
    case 'guarantee':
      return { ...terms, guarantee: { amountFen: 800_000, recoup: false } }
    default:
      return { ...terms, lateInterest: usualLpr }
  }
}
