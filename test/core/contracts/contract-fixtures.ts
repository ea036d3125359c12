import type { ContractValues, PartySnapshot } from '../../../shared/contracts/templates/template.ts'
import type { PayTerms } from '../../../shared/earnings/terms.ts'
import type { Desk } from '../disputes/harness.ts'

/** Invented people and companies; their numbers are well-formed and nobody's. */
export const agency: PartySnapshot = {
  kind: 'organisation',
  name: '杭州播悦文化传媒有限公司',
  creditCode: '91330106MA2CEXAM0T',
  legalRepresentative: '周明',
  address: '浙江省杭州市余杭区文一西路1号',
}

export const streamer: PartySnapshot = {
  kind: 'person',
  name: '李雨桐',
  idCard: '330106199805126024',
  address: '浙江省杭州市西湖区文三路8号',
  phone: '13800138000',
}

export const splitTerms: PayTerms = {
  relation: 'civil',
  amountsAre: 'gross',
  cycle: 'month',
  due: { dayOfMonth: 15, monthsAfter: 1 },
  commissions: [
    {
      id: 'commission-1',
      label: '带货佣金',
      basis: 'net-platform-commission',
      when: 'settled',
      mode: 'whole',
      tiers: [{ fromFen: 0, ratePpm: 600_000 }],
      tierOver: 'cycle',
    },
  ],
}

/** A cooperation filled in whole. */
export function cooperationValues(change: ContractValues = {}): ContractValues {
  return {
    agency,
    streamer,
    startDate: '2026-08-01',
    endDate: '2027-07-31',
    platforms: '抖音',
    accountNames: '雨桐好物',
    goods: '双方逐场书面确认的商品',
    service: '选品和商务对接',
    accountOwner: 'streamer',
    payTerms: splitTerms,
    statementDays: 5,
    objectionDays: 15,
    confidentialYears: 2,
    removalDays: 30,
    exitDays: 30,
    penaltyCap: 1_000_000,
    venue: 'streamer',
    copies: 2,
    ...change,
  }
}

/** A draft of a cooperation; answers its id. */
export async function draftCooperation(desk: Desk, change: ContractValues = {}): Promise<string> {
  const { id } = await desk.call('contracts.saveDraft', {
    templateId: 'mcn-cooperation',
    templateVersion: 1,
    title: '直播合作协议',
    values: cooperationValues(change),
    optionalClauses: [],
    scope: { platforms: ['douyin'], accounts: ['雨桐好物'] },
  })
  return id
}

/** Issues a draft whole: number, papers, register. */
export async function issue(desk: Desk, ...ids: string[]): Promise<void> {
  await desk.call('contracts.issue', { ids })
  await desk.call('contracts.makePapers', { ids })
  await desk.call('contracts.finishIssue', { ids })
}
