/**
 * The closed lists of words in pay terms and facts (spec/earnings.md), apart from their schemas so that the computation and
 * the command line need not load zod.
 */
export const relations = ['labour', 'intermediate', 'civil', 'undetermined'] as const

export const cycleKinds = ['month', 'half-month', 'week', 'session'] as const
export type CycleKind = (typeof cycleKinds)[number]

export const bases = [
  'sale',
  'net-sale',
  'platform-commission',
  'net-platform-commission',
  'income',
  'net-income',
] as const
export type Basis = (typeof bases)[number]

export const tierSpans = ['cycle', 'quarter', 'year', 'agreement'] as const

export const bonusMetrics = ['net-sale', 'orders', 'days', 'minutes', 'sessions'] as const
export type BonusMetric = (typeof bonusMetrics)[number]

export const shortfalls = ['prorate', 'forfeit', 'pay-in-full'] as const
export type Shortfall = (typeof shortfalls)[number]

export const holidayRules = ['earlier', 'later', 'as-is'] as const
export type HolidayRule = (typeof holidayRules)[number]

export const lineRoles = ['creator', 'agency', 'leader', 'merchant'] as const
export type LineRole = (typeof lineRoles)[number]

export const lineStatuses = ['paid', 'received', 'settled', 'refunded', 'invalid'] as const
export type LineStatus = (typeof lineStatuses)[number]

export const goodsKinds = ['goods', 'service'] as const
export type GoodsKind = (typeof goodsKinds)[number]

export const incomeKinds = ['gift', 'ad', 'other'] as const
export type IncomeKind = (typeof incomeKinds)[number]

export const withholdingKinds = ['iit', 'social-insurance', 'housing-fund', 'court', 'other-lawful'] as const
export type WithholdingKind = (typeof withholdingKinds)[number]

export const paymentKinds = ['pay', 'advance', 'repayment'] as const
export type PaymentKind = (typeof paymentKinds)[number]

export const cycleEventKinds = ['reconciliation', 'invoice', 'platform-payout'] as const
export type CycleEventKind = (typeof cycleEventKinds)[number]
