import { z } from 'zod'

/**
 * Signs of the three subordinations (law.md 0a, from rel-2005-12-1 and rel-case-239): facts about how the work really goes. Each is
 * answered yes, no or unknown with its evidence, and the table stands without any verdict: who decides is the arbitration
 * commission or the court. Words of each are `indicators.<id>` of lessons.json.
 */
export const indicatorGroups = {
  personal: [
    'fixed-hours',
    'minimum-hours-fined',
    'content-ordered',
    'rules-obeyed',
    'leave-approved',
    'exclusive',
    'substitute-allowed',
  ],
  economic: [
    'fixed-base',
    'guaranteed-pay',
    'rate-set-alone',
    'company-equipment',
    'company-bears-loss',
    'main-income',
    'split-negotiated',
  ],
  organisational: ['in-organisation', 'core-business', 'company-owns-account', 'social-insurance', 'taxed-as-wages'],
} as const

export type IndicatorGroup = keyof typeof indicatorGroups
export const indicatorGroupNames = ['personal', 'economic', 'organisational'] as const satisfies IndicatorGroup[]
export const indicatorIds = [
  ...indicatorGroups.personal,
  ...indicatorGroups.economic,
  ...indicatorGroups.organisational,
] as const
export type IndicatorId = (typeof indicatorIds)[number]

export const indicatorAnswers = ['yes', 'no', 'unknown'] as const

export const indicatorAnswerSchema = z.strictObject({
  indicator: z.enum(indicatorIds),
  answer: z.enum(indicatorAnswers),
  evidenceIds: z.array(z.string()).max(50),
  note: z.string().max(500),
})
export type IndicatorAnswer = z.infer<typeof indicatorAnswerSchema>
