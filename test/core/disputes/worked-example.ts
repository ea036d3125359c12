import type { PayTerms } from '../../../shared/earnings/terms.ts'
import { type Desk, openDesk } from './harness.ts'

/** Terms of the worked example in spec/earnings.md, with fields to change. */
export function workedTerms(changes: Partial<PayTerms> = {}): PayTerms {
  return {
    relation: 'civil',
    amountsAre: 'gross',
    cycle: 'month',
    due: { dayOfMonth: 15, monthsAfter: 1 },
    base: { amountFen: 300_000, per: 'month', minimumDays: 20, shortfall: 'prorate' },
    commissions: [
      {
        id: 'c1',
        label: '带货佣金',
        basis: 'net-sale',
        when: 'settled',
        mode: 'marginal',
        tierOver: 'cycle',
        tiers: [
          { fromFen: 0, ratePpm: 50_000 },
          { fromFen: 10_000_000, ratePpm: 80_000 },
        ],
      },
    ],
    slotFees: [{ id: 's1', label: '坑位费', amountFen: 20_000, per: 'session' }],
    guarantee: { amountFen: 800_000, recoup: false },
    ...changes,
  }
}

export interface WorkedExample {
  desk: Desk
  agreementId: string
  payerId: string
  payeeId: string
  statementId: string
  contractEvidenceId: string
  deductionId: string
  paymentId: string
}

/** One settled order of 180 000.00 with 23 456.78 refunded, in the layout of 抖音精选联盟. */
function statementText(buyers: boolean): string {
  const last = buyers ? ['收件人姓名', '张三'] : ['商品来源', '小店']
  return `订单id,商品id,达人名称,支付金额,退款金额,预估佣金收入,订单状态,付款时间,订单结算时间,${last[0]}
6958943977812624659,3580000000009389932,yutong,180000.00,23456.78,9000.00,订单结算,2026-03-10 12:00:00,2026-03-20 12:00:00,${last[1]}
`
}

/** March 2026 of spec/earnings.md: 18 live days, 180 000.00 sold, 23 456.78 refunded, 12 000.00 acknowledged, 10 000.00 paid. */
export async function openWorkedExample(
  options: { terms?: PayTerms; buyers?: boolean; day?: string } = {},
): Promise<WorkedExample> {
  const desk = await openDesk(options.day ?? '2026-05-15')
  const payee = await desk.call('parties.save', {
    kind: 'person',
    name: '李雨桐',
    idCard: '110105199003077622',
    phone: '13800138000',
    bankCard: '6222021234567890128',
    isSelf: true,
  })
  const payer = await desk.call('parties.save', { kind: 'organisation', name: '杭州播悦文化传媒有限公司' })
  const contract = await desk.call('disputes.addEvidence', {
    token: desk.give('合作协议.pdf', '%PDF-1.4 << /Type /Pages /Count 6 >>'),
    kind: 'contract',
    source: '公司邮件',
    purpose: '证明分成和付款日',
    originalPlace: '家中',
  })
  const agreement = await desk.call('contracts.saveAgreement', {
    title: '主播合作协议',
    payerId: payer.id,
    payeeId: payee.id,
    from: '2026-03-01',
    version: { from: '2026-03-01', terms: options.terms ?? workedTerms(), evidenceIds: [contract.id] },
  })
  const statementId = await importStatement(desk, options.buyers === true)
  const facts = await typeFacts(desk, agreement.id, payer.id)
  return {
    desk,
    agreementId: agreement.id,
    payerId: payer.id,
    payeeId: payee.id,
    statementId,
    contractEvidenceId: contract.id,
    ...facts,
  }
}

async function importStatement(desk: Desk, buyers: boolean): Promise<string> {
  const file = desk.give('抖音结算_2026-03.csv', statementText(buyers))
  const { files } = await desk.call('earnings.previewStatements', {
    files: [{ file, exportedAt: '2026-04-02T00:00:00.000Z' }],
  })
  const [planned] = files
  if (planned?.ok !== true) throw new Error(`the statement cannot be read: ${JSON.stringify(planned)}`)
  const { planId } = planned.preview
  const { statements } = await desk.call('earnings.importStatements', { plans: [{ planId }] })
  return statements[0]?.statementId ?? ''
}

async function typeFacts(
  desk: Desk,
  agreementId: string,
  payerId: string,
): Promise<Pick<WorkedExample, 'deductionId' | 'paymentId'>> {
  for (let day = 1; day <= 18; day++) {
    const date = `2026-03-${String(day).padStart(2, '0')}`
    const hours = { start: `${date}T10:00:00.000Z`, end: `${date}T13:00:00.000Z` }
    await desk.call('earnings.saveSession', { ...hours, platform: 'douyin', account: 'yutong' })
  }
  const place = { agreementId, cycle: '2026-03' }
  await desk.call('earnings.saveAcknowledgement', { ...place, amountFen: 1_200_000 })
  const deducted = await desk.call('earnings.saveDeduction', { ...place, amountFen: 100_000, reason: '形象管理费' })
  const payment = { date: '2026-04-20', amountFen: 1_000_000, payerId, channel: '银行转账' }
  const paid = await desk.call('earnings.savePayment', payment)
  return { deductionId: deducted.id, paymentId: paid.id }
}
