import type { PayTerms } from '../../../../shared/earnings/terms.ts'

/** Every kind of term there is, each with every field it can have. */
export const everything: PayTerms = {
  relation: 'civil',
  amountsAre: 'gross',
  cycle: 'month',
  cycleStartDay: 26,
  due: { after: 'platform-payout', days: 3, unit: 'workday', holiday: 'later', latestDaysAfterCycleEnd: 45 },
  base: { amountFen: 300_000, per: 'month', minimumDays: 20, minimumMinutes: 3_000, shortfall: 'prorate' },
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
        { fromFen: 3_000_000, ratePpm: 450_000 },
      ],
      tierOver: 'cycle',
      only: { incomeKinds: ['gift', 'ad'] },
    },
  ],
  slotFees: [
    { id: 's1', label: '坑位费', amountFen: 20_000, per: 'session' },
    { id: 's2', label: '上架费', amountFen: 5_000, per: 'product' },
  ],
  bonuses: [
    { id: 'b1', label: '冲量奖', amountFen: 100_000, metric: 'net-sale', atLeast: 50_000_000 },
    { id: 'b2', label: '全勤奖', amountFen: 50_000, metric: 'days', atLeast: 26 },
  ],
  costs: [{ id: 'k1', label: '投流', commissionId: 'c1', sharePpm: 500_000, capFen: 200_000, evidenceRequired: true }],
  guarantee: { amountFen: 800_000, minimumDays: 20, minimumMinutes: 3_600, shortfall: 'forfeit', recoup: true },
  deductions: [
    { id: 'd1', label: '样品损坏', damages: true, capFen: 50_000, capPpm: 100_000, evidenceRequired: true },
    { id: 'd2', label: '服装费', damages: false, capFen: 20_000, evidenceRequired: false },
  ],
  lateInterest: { kind: 'lpr-1y', at: 'breach', multiplePpm: 1_300_000 },
}
