import type { CaseEvidence, CaseFile, CaseParty } from '../../../../shared/disputes/case-file.ts'
import { caseFileSchema } from '../../../../shared/disputes/case-file.ts'
import { buildClaims } from '../../../../shared/disputes/claims.ts'
import { compute } from '../../../../shared/earnings/index.ts'
import type { ComputeInput, OrderLine } from '../../../../shared/earnings/index.ts'

const AGREEMENT = '019a0000-0000-7000-8000-000000000001'
const SHA = '7f3a91c20b5e44d87f3a91c20b5e44d87f3a91c20b5e44d87f3a91c20b5e44d8'
const MONTHS = ['2025-12', '2026-01', '2026-02', '2026-03']

function lines(): OrderLine[] {
  return MONTHS.flatMap((month, at) =>
    Array.from({ length: 3 }, (_, index): OrderLine => ({
      id: `line-${month}-${index}`,
      platform: 'douyin',
      account: index === 2 ? '雨桐好物助农' : '雨桐好物',
      role: 'creator',
      orderId: `69214${at}${index}`,
      productId: `p${index}`,
      occurrence: 1,
      paidAt: `${month}-0${index + 2}T03:00:00.000Z`,
      settledAt: `${month}-1${index + 2}T03:00:00.000Z`,
      saleFen: 6_000_000 + at * 100_000 + index * 12_345,
      refundFen: 700_000 + index * 777,
      status: 'settled',
    })),
  )
}

function sessions(): NonNullable<ComputeInput['sessions']> {
  return MONTHS.flatMap((month) =>
    Array.from({ length: 18 }, (_, index) => ({
      id: `session-${month}-${index}`,
      start: `${month}-${String(index + 1).padStart(2, '0')}T12:00:00.000Z`,
      end: `${month}-${String(index + 1).padStart(2, '0')}T15:00:00.000Z`,
      platform: 'douyin',
      account: '雨桐好物',
      productIds: ['p0', 'p1'],
    })),
  )
}

/** Four months of the agreement of the worked example (spec/earnings.md): paid short, late, and once with a deduction. */
export function sampleInput(relation: CaseFile['relation']): ComputeInput {
  const source = { kind: 'contract' as const, evidenceIds: ['e1'], note: '' }
  return {
    asOf: '2026-05-20',
    cycles: { from: '2025-12-01', to: '2026-03-31' },
    agreement: {
      id: AGREEMENT,
      payer: 'payer',
      from: '2025-12-01',
      to: null,
      scope: null,
      versions: [
        {
          from: '2025-12-01',
          to: null,
          terms: {
            relation: relation === 'labour' ? 'labour' : 'civil',
            amountsAre: 'gross',
            cycle: 'month',
            due: { dayOfMonth: 15, monthsAfter: 1 },
            base: { amountFen: 300_000, per: 'month', minimumDays: 20, shortfall: 'prorate', source },
            commissions: [
              {
                id: 'commission',
                label: '带货佣金',
                basis: 'net-sale',
                when: 'settled',
                mode: 'marginal',
                tiers: [
                  { fromFen: 0, ratePpm: 50_000 },
                  { fromFen: 10_000_000, ratePpm: 80_000 },
                ],
                tierOver: 'cycle',
                source,
              },
            ],
            slotFees: [{ id: 'slot', label: '坑位费', amountFen: 20_000, per: 'session' }],
            guarantee: { amountFen: 800_000, recoup: false },
            lateInterest: relation === 'labour' ? null : { kind: 'lpr-1y', at: 'breach', multiplePpm: 1_300_000 },
          },
        },
      ],
    },
    sessions: sessions(),
    lines: lines(),
    deductions: [
      { id: 'd1', cycle: '2026-03', amountFen: 100_000, reason: '形象管理费', deductionTermId: null, evidenceIds: [] },
    ],
    acknowledgements: [{ cycle: '2026-03', amountFen: 1_200_000 }],
    payments: [
      payment('p1', '2026-01-15', 1_000_000, '2025-12', '微信支付', '4200002511202601153344556677'),
      payment('p2', '2026-02-14', 1_200_000, '2026-01', '工商银行', '20260214000123'),
      payment('p3', '2026-04-20', 1_000_000, '2026-03', '微信支付', '4200002511202604203344556688'),
    ],
    lpr: [{ from: '2025-05-20', ratePpm: 30_000 }],
    lprKnownTo: '2026-03-19',
  }
}

function payment(id: string, date: string, amountFen: number, cycle: string, channel: string, reference: string) {
  const allocations = [{ agreementId: AGREEMENT, cycle, amountFen }]
  return { id, date, kind: 'pay' as const, amountFen, payer: 'payer', payee: 'me', channel, reference, allocations }
}

function evidence(number: number, rest: Partial<CaseEvidence> & Pick<CaseEvidence, 'title' | 'kind'>): CaseEvidence {
  return {
    id: `e${number}`,
    number,
    source: '手机微信导出',
    takenBy: '李雨桐',
    takenAt: '2026-04-21T02:00:00.000Z',
    purpose: '证明被申请人承认应付数额以及扣款理由，扣款没有约定。',
    originalPlace: '申请人手机',
    originalHolder: 'me',
    importedAt: '2026-05-01T02:00:00.000Z',
    sha256: SHA,
    mime: 'image/png',
    sizeBytes: 12_345,
    pages: 2,
    file: `evidence/00${number}.png`,
    redactedOf: null,
    redaction: '',
    ...rest,
  }
}

const PARTIES: CaseParty[] = [
  {
    id: 'me',
    side: 'applicant',
    kind: 'person',
    name: '李雨桐',
    idCard: '330110199703151224',
    phone: '13800000000',
    bankCard: '6222020200112233445',
    bankName: '中国工商银行杭州临平支行',
    address: '浙江省杭州市临平区南苑街道望梅路 600 号 2 幢 1 单元 301 室',
    gender: 'female',
    occupation: '带货主播',
    masked: [],
  },
  {
    id: 'payer',
    side: 'respondent',
    kind: 'organisation',
    name: '杭州星禾文化传媒有限公司',
    creditCode: '91330110MA2AXY8W5T',
    legalRepresentative: '王建国',
    address: '浙江省杭州市余杭区仓前街道文一西路 998 号 5 幢 802 室',
    phone: '0571-88000000',
    masked: [],
  },
]

const EVIDENCE: CaseEvidence[] = [
  evidence(1, {
    title: '主播合作协议',
    kind: 'contract',
    purpose: '证明双方约定的底薪、佣金比例、坑位费和付款日期。',
    pages: 6,
  }),
  evidence(2, {
    title: '2026年3月结算单',
    kind: 'statement',
    originalHolder: 'payer',
    originalPlace: '',
    redactedOf: SHA,
    redaction: '买家昵称与收货地址',
  }),
  evidence(3, {
    title: '抖音精选联盟对账单（2025年12月至2026年3月）',
    kind: 'statement',
    pages: null,
    originalHolder: 'platform',
    originalPlace: '抖音电商罗盘',
  }),
  evidence(4, { title: '与运营负责人的微信聊天记录', kind: 'chat', pages: 9 }),
  evidence(5, { title: '直播间值班表', kind: 'other', file: null }),
]

const FACTS: [string, string][] = [
  ['2025-12-01', '双方签订《主播合作协议》，约定底薪、佣金和坑位费，次月15日付款。'],
  ['2026-01-15', '收到2025年12月的报酬10,000.00元，少于应得。'],
  ['2026-02-14', '收到2026年1月的报酬12,000.00元。'],
  ['2026-03-15', '2026年2月的报酬到期，没有收到任何款项。'],
  ['2026-04-10', '被申请人发来3月结算单，认可12,000.00元，并以“形象管理费”为由扣1,000.00元。'],
  ['2026-04-20', '收到10,000.00元。'],
  ['2026-05-06', '在微信上催款，运营负责人回复“再等等”。'],
]

/** A whole case as the core makes it, figures computed by the real rules. */
export function sampleCase(change: Partial<CaseFile> = {}): CaseFile {
  const relation = change.relation ?? 'civil'
  const input = sampleInput(relation)
  const output = compute(input)
  if ('error' in output) throw new Error(JSON.stringify(output.error))
  const claimed = output.cycles.filter((cycle) => cycle.outstandingFen > 0)
  const { claims, totals } = buildClaims({
    relation,
    asOf: input.asOf,
    interest: relation === 'labour' ? 'none' : 'agreed',
    agreements: [
      {
        agreementId: AGREEMENT,
        cycles: claimed,
        deductions: output.cycles.flatMap((cycle) =>
          cycle.deductions.map((deduction) => ({
            id: deduction.id,
            cycle: cycle.cycle,
            statedReason: '形象管理费',
            deductedFen: deduction.amountFen,
            allowedFen: deduction.allowedFen,
            whyCode: deduction.reason.code,
            whyParams: { ...deduction.reason.params },
          })),
        ),
      },
    ],
  })
  return caseFileSchema.parse({
    format: 'boan-case',
    version: 1,
    appVersion: '0.1.0',
    caseId: '019a0000-0000-7000-8000-00000000000c',
    caseNumber: '2026-0001',
    title: '星禾传媒拖欠报酬',
    openedAt: '2026-05-18T02:00:00.000Z',
    exportedAt: '2026-05-20T02:00:00.000Z',
    asOf: input.asOf,
    audience: 'court',
    relation,
    procedure: relation === 'labour' ? 'labour-mediation' : 'people-mediation',
    addressee: '',
    statement:
      '申请人自2025年12月起为被申请人的抖音直播间带货。双方书面约定每月底薪3,000元（不少于20天），按结算后的成交额分档计佣，每场坑位费200元，次月15日付款。\n被申请人从第一个月起就没有足额付款，多次催要未果，现请求调解。',
    parties: PARTIES,
    labourWay: null,
    facts: FACTS.map(([date, text], index) => ({ id: `f${index}`, date, text, origin: 'person', sourceIds: [] })),
    claims,
    totals,
    computations: [
      {
        agreementId: AGREEMENT,
        title: '主播合作协议',
        input: JSON.parse(JSON.stringify(input)),
        output: JSON.parse(JSON.stringify(output)),
        lineSources: {},
      },
    ],
    evidence: EVIDENCE,
    statements: [],
    documents: [],
    withheld: [],
    ...change,
  })
}
