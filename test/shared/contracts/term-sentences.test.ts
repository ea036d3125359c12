import { expect, test } from 'vitest'
import { startingTerms } from '../../../shared/contracts/patterns.ts'
import { renderSentence, termSentences, termWarnings } from '../../../shared/contracts/term-sentences.ts'
import type { PayTerms } from '../../../shared/earnings/terms.ts'
import { createI18n } from '../../../shared/i18n/index.ts'

/** Every kind of term there is, each variant of a list once. */
const everything: PayTerms = {
  relation: 'labour',
  amountsAre: 'net',
  cycle: 'month',
  cycleStartDay: 26,
  due: { after: 'platform-payout', days: 3, unit: 'workday', holiday: 'later' },
  base: { amountFen: 300_000, per: 'month', minimumDays: 20, minimumMinutes: 3_000, shortfall: 'forfeit' },
  commissions: [
    {
      id: 'c1',
      label: '带货佣金',
      basis: 'net-sale',
      when: 'settled',
      mode: 'marginal',
      tiers: [
        { fromFen: 0, ratePpm: 50_000 },
        { fromFen: 10_000_000, ratePpm: 80_000 },
        { fromFen: 50_000_000, ratePpm: 100_000 },
      ],
      tierOver: 'quarter',
      clawbackDays: 15,
      only: { kind: 'goods', platforms: ['douyin', 'bilibili'], productIds: ['35001', '35002'] },
      source: { kind: 'contract', evidenceIds: [], note: '第七条' },
    },
    {
      id: 'c2',
      label: '打赏分成',
      basis: 'net-income',
      when: 'paid',
      mode: 'whole',
      tiers: [
        { fromFen: 0, ratePpm: 300_000 },
        { fromFen: 2_000_000, ratePpm: 400_000 },
      ],
      tierOver: 'cycle',
      only: { incomeKinds: ['gift', 'ad'] },
    },
  ],
  slotFees: [
    { id: 's1', label: '坑位费', amountFen: 20_000, per: 'session' },
    { id: 's2', label: '上架费', amountFen: 5_000, per: 'product' },
  ],
  bonuses: [{ id: 'b1', label: '冲量奖', amountFen: 100_000, metric: 'net-sale', atLeast: 50_000_000 }],
  costs: [{ id: 'k1', label: '投流', commissionId: 'c1', sharePpm: 500_000, capFen: 200_000, evidenceRequired: true }],
  guarantee: { amountFen: 800_000, minimumDays: 20, recoup: true },
  deductions: [{ id: 'd1', label: '样品损坏', damages: true, capFen: 50_000, capPpm: 100_000, evidenceRequired: true }],
  lateInterest: { kind: 'lpr-1y', at: 'breach', multiplePpm: 1_300_000 },
}

function say(terms: PayTerms, language: 'zh' | 'en'): string[] {
  const { t } = createI18n(language)
  return termSentences(terms).map(({ sentence }) => renderSentence(t, sentence))
}

test('an agreement reads in Chinese as people write it', () => {
  expect(say(everything, 'zh')).toEqual([
    '每月 26 日到次月 25 日算一期，记在结束的那个月',
    '每月底薪 ¥3,000.00，满 20 个直播日，播满 3000 分钟，不足就没有',
    '带货佣金：已结算的订单，按净销售额（扣掉退款）提成：不到 ¥100,000.00 的部分 5%；¥100,000.00 到 ¥500,000.00 的部分 8%；¥500,000.00 以上的部分 10%，业绩按自然季度累计，只算实物商品，只算抖音、bilibili，只算商品 35001, 35002，结算 15 天以后的退款不再扣回',
    '打赏分成：按打赏和商单收入（扣掉平台抽成）提成：全部按 30%；达到 ¥20,000.00 全部按 40%，只算打赏、商单',
    '投流：发生额的 50% 先从“带货佣金”的基数里扣，每期最多算 ¥2,000.00 的发生额，要有凭证',
    '坑位费：每场 ¥200.00',
    '上架费：每场每个商品 ¥50.00',
    '冲量奖：净销售额达到 ¥500,000.00，奖 ¥1,000.00',
    '每期保底 ¥8,000.00，满 20 个直播日，不足按比例给，补过的差额以后挣得多时还回去',
    '平台打款后 3 个工作日内付清，没有写最晚哪天，遇节假日顺延到后一个工作日',
    '可以扣“样品损坏”（赔偿损失），每期不超过 ¥500.00，不超过应得的 10%，要有凭证',
    '逾期按违约那天一年期 LPR 的 130% 计息',
    '双方是劳动关系，约定的数都算到手（税费由付款方另付）',
  ])
})

test('every sentence has its words in both languages', () => {
  const dues: PayTerms['due'][] = [
    { daysAfterCycleEnd: 15, holiday: 'earlier' },
    { dayOfMonth: 15, monthsAfter: 0, holiday: 'as-is' },
    { dayOfMonth: 15, monthsAfter: 1 },
    { dayOfMonth: 31, monthsAfter: 3 },
    { after: 'reconciliation', days: 5, unit: 'day', latestDaysAfterCycleEnd: 45 },
    { after: 'invoice', days: 0, unit: 'workday' },
  ]
  const variants: PayTerms[] = [
    everything,
    ...(['month', 'half-month', 'week', 'session'] as const).map((cycle) => ({
      ...everything,
      cycle,
      cycleStartDay: null,
    })),
    ...(['labour', 'intermediate', 'civil', 'undetermined'] as const).map((relation) => ({ ...everything, relation })),
    ...dues.map((due) => ({ ...everything, due })),
    ...(['month', 'session', 'hour'] as const).map((per) => ({ ...everything, base: { amountFen: 1, per } })),
    ...(['net-sale', 'orders', 'days', 'minutes', 'sessions'] as const).map((metric) => ({
      ...everything,
      bonuses: [{ id: 'b', label: 'b', amountFen: 1, metric, atLeast: 2 }],
    })),
    { ...startingTerms('commission-only', 'x'), lateInterest: { kind: 'daily', ratePpm: 500 } },
    {
      ...startingTerms('base-commission', 'x'),
      lateInterest: { kind: 'lpr-1y', at: 'floating', multiplePpm: 1_000_000 },
    },
    { ...startingTerms('guarantee-tiers', 'x'), amountsAre: 'gross' },
  ]
  for (const language of ['zh', 'en'] as const) {
    const sentences = variants.flatMap((terms) => say(terms, language))
    expect(sentences.filter((sentence) => /sentence\.|\{\{|undefined/.test(sentence))).toEqual([])
  }
})

test('a due date that may never come is named as a risk, and so are terms that earn nothing', () => {
  expect(termWarnings(everything)).toEqual(['due-no-last-day', 'interest-under-labour'])
  const bare: PayTerms = { relation: 'civil', amountsAre: 'gross', cycle: 'week', due: { daysAfterCycleEnd: 1 } }
  expect(termWarnings(bare)).toEqual(['nothing-earned'])
  expect(termWarnings(startingTerms('commission-only', 'x'))).toEqual([])
})
