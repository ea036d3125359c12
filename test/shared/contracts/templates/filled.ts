import type { ContractValues, PartySnapshot } from '../../../../shared/contracts/templates/template.ts'
import type { PayTerms } from '../../../../shared/earnings/terms.ts'

/** Invented people and companies; their numbers are well-formed and nobody's. */
export const company: PartySnapshot = {
  kind: 'organisation',
  name: '杭州云播文化传媒有限公司',
  creditCode: '91330106MA2H1A2B3B',
  legalRepresentative: '周正',
  address: '浙江省杭州市余杭区文一西路1218号',
}

export const streamer: PartySnapshot = {
  kind: 'person',
  name: '林小满',
  idCard: '330106199801012329',
  address: '浙江省杭州市西湖区教工路88号',
  phone: '13800138000',
}

export const civilTerms: PayTerms = {
  relation: 'civil',
  amountsAre: 'gross',
  cycle: 'month',
  due: { dayOfMonth: 15, monthsAfter: 1 },
  guarantee: { amountFen: 800_000, recoup: false },
  commissions: [
    {
      id: 'c1',
      label: '佣金',
      basis: 'net-sale',
      when: 'settled',
      mode: 'marginal',
      tiers: [{ fromFen: 0, ratePpm: 50_000 }],
      tierOver: 'cycle',
      clawbackDays: 15,
    },
  ],
  lateInterest: { kind: 'lpr-1y', at: 'breach', multiplePpm: 1_500_000 },
}

export const labourTerms: PayTerms = {
  relation: 'labour',
  amountsAre: 'gross',
  cycle: 'month',
  due: { dayOfMonth: 10, monthsAfter: 1 },
  base: { amountFen: 600_000, per: 'month' },
}

/** What makes each template complete, beside what stands in its fields from the start. */
export const filled: Record<string, { values: ContractValues; optionalClauses: string[] }> = {
  'mcn-cooperation': {
    values: {
      agency: company,
      streamer,
      startDate: '2026-12-01',
      endDate: '2027-11-30',
      platforms: '抖音',
      accountNames: '小满的店',
      payTerms: civilTerms,
      penaltyCap: 5_000_000,
      investmentContent: '直播间装修',
      investmentCap: 2_000_000,
    },
    optionalClauses: ['exclusivity', 'samples', 'investment'],
  },
  'labour-streamer': {
    values: {
      company,
      streamer,
      startDate: '2026-12-01',
      endDate: '2028-11-30',
      workPlace: '浙江省杭州市余杭区文一西路1218号',
      payTerms: labourTerms,
      minimumWage: 249_000,
      trainingContent: '外聘直播课程',
      trainingCost: 1_200_000,
      servicePenalty: 1_200_000,
      secrets: '选品底价',
      nonCompeteScope: '杭州市内同类直播带货',
      nonCompetePay: 300_000,
      nonCompetePenalty: 5_000_000,
    },
    optionalClauses: ['probation', 'service-period', 'non-compete'],
  },
  'settlement-confirmation': {
    values: {
      payer: company,
      payee: streamer,
      agreementName: '《直播合作协议》（HT-2026-0001）',
      periodFrom: '2026-10-01',
      periodTo: '2026-10-31',
      earnedFen: 1_582_346,
      withheldFen: 223_175,
      deductedFen: 50_000,
      deductionReason: '样品损坏，见登记表',
      paidFen: 500_000,
      payFen: 809_171,
      payBy: '2026-11-15',
      accountHolder: '林小满',
      accountNumber: '6214830200001234',
    },
    optionalClauses: [],
  },
}
