import { z } from 'zod'
import {
  bases,
  bonusMetrics,
  cycleEventKinds,
  cycleKinds,
  goodsKinds,
  holidayRules,
  incomeKinds,
  relations,
  shortfalls,
  tierSpans,
} from './vocabulary.ts'

/**
 * Pay terms (spec/earnings.md, Pay terms): what an agreement says is owed, as data that can be computed. The schemas are
 * strict, for calls; `earnings.compute` checks its own input in validate.ts because its errors are values with a path.
 */
const fen = z.int().min(0)
const ppm = z.int().min(0)
const count = z.int().min(0)
const id = z.string().min(1).max(200)
const label = z.string().max(200)

/** Where a term comes from. It never changes a figure; papers print it. */
export const termSourceSchema = z.strictObject({
  kind: z.enum(['contract', 'chat', 'practice', 'claimed']),
  evidenceIds: z.array(id),
  note: z.string().max(2000),
})
export type TermSource = z.infer<typeof termSourceSchema>

const source = termSourceSchema.nullish()
const minimums = {
  minimumDays: count.nullish(),
  minimumMinutes: count.nullish(),
  shortfall: z.enum(shortfalls).nullish(),
}
const holiday = z.enum(holidayRules).nullish()

export const dueSchema = z.union([
  z.strictObject({ daysAfterCycleEnd: count, holiday, source }),
  z.strictObject({ dayOfMonth: z.int().min(1).max(31), monthsAfter: count, holiday, source }),
  z.strictObject({
    after: z.enum(cycleEventKinds),
    days: count,
    unit: z.enum(['day', 'workday']),
    latestDaysAfterCycleEnd: count.nullish(),
    holiday,
    source,
  }),
])
export type Due = z.infer<typeof dueSchema>

export const baseSchema = z.strictObject({
  amountFen: fen,
  per: z.enum(['month', 'session', 'hour']),
  ...minimums,
  source,
})
export type BaseTerm = z.infer<typeof baseSchema>

const tiersSchema = z
  .array(z.strictObject({ fromFen: fen, ratePpm: ppm }))
  .min(1)
  .refine((tiers) => tiers.every((tier, at) => tier.fromFen > (tiers[at - 1]?.fromFen ?? -1)), 'tiers-ascending')
  .refine((tiers) => tiers[0]?.fromFen === 0, 'tiers-from-zero')

export const commissionSchema = z.strictObject({
  id,
  label,
  basis: z.enum(bases),
  when: z.enum(['paid', 'settled']),
  mode: z.enum(['marginal', 'whole']),
  tiers: tiersSchema,
  tierOver: z.enum(tierSpans),
  clawbackDays: count.nullish(),
  only: z
    .strictObject({
      kind: z.enum(goodsKinds).nullish(),
      productIds: z.array(z.string()).min(1).nullish(),
      platforms: z.array(z.string()).min(1).nullish(),
      incomeKinds: z.array(z.enum(incomeKinds)).min(1).nullish(),
    })
    .nullish(),
  source,
})
export type CommissionTerm = z.infer<typeof commissionSchema>
export type Tier = CommissionTerm['tiers'][number]

export const slotFeeSchema = z.strictObject({ id, label, amountFen: fen, per: z.enum(['session', 'product']), source })
export type SlotFeeTerm = z.infer<typeof slotFeeSchema>

export const bonusSchema = z.strictObject({
  id,
  label,
  amountFen: fen,
  metric: z.enum(bonusMetrics),
  atLeast: count,
  source,
})
export type BonusTerm = z.infer<typeof bonusSchema>

export const costSchema = z.strictObject({
  id,
  label,
  commissionId: id,
  sharePpm: ppm,
  capFen: fen.nullish(),
  evidenceRequired: z.boolean(),
  source,
})
export type CostTerm = z.infer<typeof costSchema>

export const guaranteeSchema = z.strictObject({ amountFen: fen, ...minimums, recoup: z.boolean(), source })
export type GuaranteeTerm = z.infer<typeof guaranteeSchema>

export const deductionTermSchema = z.strictObject({
  id,
  label,
  damages: z.boolean(),
  capFen: fen.nullish(),
  capPpm: ppm.nullish(),
  evidenceRequired: z.boolean(),
  source,
})
export type DeductionTerm = z.infer<typeof deductionTermSchema>

export const lateInterestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lpr-1y'), at: z.enum(['breach', 'floating']), multiplePpm: ppm, source }),
  z.strictObject({ kind: z.literal('daily'), ratePpm: ppm, source }),
])
export type LateInterest = z.infer<typeof lateInterestSchema>

function idsAreDistinct(list: readonly { id: string }[] | null | undefined): boolean {
  return new Set(list?.map((item) => item.id)).size === (list?.length ?? 0)
}

export const payTermsSchema = z
  .strictObject({
    relation: z.enum(relations),
    amountsAre: z.enum(['gross', 'net']),
    cycle: z.enum(cycleKinds),
    cycleStartDay: z.int().min(2).max(28).nullish(),
    due: dueSchema,
    base: baseSchema.nullish(),
    commissions: z.array(commissionSchema).refine(idsAreDistinct, 'ids-distinct').nullish(),
    slotFees: z.array(slotFeeSchema).refine(idsAreDistinct, 'ids-distinct').nullish(),
    bonuses: z.array(bonusSchema).refine(idsAreDistinct, 'ids-distinct').nullish(),
    costs: z.array(costSchema).refine(idsAreDistinct, 'ids-distinct').nullish(),
    guarantee: guaranteeSchema.nullish(),
    deductions: z.array(deductionTermSchema).refine(idsAreDistinct, 'ids-distinct').nullish(),
    lateInterest: lateInterestSchema.nullish(),
  })
  .refine((terms) => terms.cycleStartDay === undefined || terms.cycleStartDay === null || terms.cycle === 'month', {
    path: ['cycleStartDay'],
    error: 'cycle-start-day-needs-month',
  })
  .refine((terms) => terms.base?.per !== 'month' || terms.cycle === 'month', {
    path: ['base', 'per'],
    error: 'base-per-month-needs-month',
  })
  .refine(
    (terms) =>
      (terms.costs ?? []).every((cost) => terms.commissions?.some((commission) => commission.id === cost.commissionId)),
    { path: ['costs'], error: 'cost-needs-commission' },
  )
export type PayTerms = z.infer<typeof payTermsSchema>
export type Relation = PayTerms['relation']
