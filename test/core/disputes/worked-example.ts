import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keepFile, recordAttachment } from '../../../electron/core/attachments/store.ts'
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
}

const statementText = '订单编号,商品ID,成交金额,退款金额,收件人\r\nA1,P1,180000.00,23456.78,张三\r\n'

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
  const statementId = await plantStatement(desk, options.buyers === true)
  plantFacts(desk, agreement.id, payer.id, payee.id)
  return {
    desk,
    agreementId: agreement.id,
    payerId: payer.id,
    payeeId: payee.id,
    statementId,
    contractEvidenceId: contract.id,
  }
}

/** A statement of one settled line, as an import leaves it. */
async function plantStatement(desk: Desk, buyers: boolean): Promise<string> {
  const path = join(desk.dataDir, 'given', 'march.csv')
  desk.give('march.csv', statementText)
  writeFileSync(path, statementText)
  const kept = await keepFile(desk.dataDir, path)
  recordAttachment(desk.db, kept, '抖音结算_2026-03.csv', '2026-04-02T00:00:00.000Z')
  const id = '01900000-0000-7000-8000-00000000f001'
  const layout = {
    form: { content: 'delimited', encoding: 'utf-8', bomBytes: 0, delimiter: ',' },
    sheetNames: [],
    table: {
      preset: { id: 'douyin-settlement', buyerColumns: buyers ? ['收件人'] : [] },
      headerLine: 1,
      headerCells: ['订单编号', '商品ID', '成交金额', '退款金额', buyers ? '收件人' : '达人'],
      fields: { fewest: 5, most: 5 },
    },
  }
  desk.db
    .prepare(
      `INSERT INTO statements (number, id, kind, file_name, sha256, content_sha256, content_name, size_bytes, is_kept, preset,
         platform, role, sheet, header_row, layout, exported_at_s, exported_from, rows, accepted, repeated, superseded, rejected,
         ignored, decisions, sums, imported_at)
       VALUES (1, ?, 'orders', '抖音结算_2026-03.csv', ?, ?, 'march.csv', ?, 1, 'douyin-settlement', 'douyin', 'creator', '', 1, ?, ?,
         'name', 1, 1, 0, 0, 0, 0, '{}', '{}', '2026-04-02T00:00:00.000Z')`,
    )
    .run(
      id,
      kept.sha256,
      kept.sha256,
      kept.sizeBytes,
      JSON.stringify(layout),
      Date.parse('2026-04-02T00:00:00Z') / 1000,
    )
  desk.db
    .prepare("INSERT INTO line_accounts (id, platform, role, account) VALUES (1, 'douyin', 'creator', 'yutong')")
    .run()
  desk.db
    .prepare(
      `INSERT INTO order_lines (id, account_id, order_id, product_id, occurrence, version, statement, row, seen_at_s, status,
         paid_at_s, settled_at_s, sale_fen, refund_fen) VALUES (1, 1, 'A1', 'P1', 1, 1, 1, 2, 0, 'settled', ?, ?, 18000000, 2345678)`,
    )
    .run(Date.parse('2026-03-10T04:00:00Z') / 1000, Date.parse('2026-03-20T04:00:00Z') / 1000)
  const session = desk.db.prepare(
    "INSERT INTO sessions (id, platform, account, start_at, end_at) VALUES (?, 'douyin', 'yutong', ?, ?)",
  )
  for (let day = 1; day <= 18; day++) {
    const date = `2026-03-${String(day).padStart(2, '0')}`
    session.run(
      `01900000-0000-7000-8000-0000000053${String(day).padStart(2, '0')}`,
      `${date}T10:00:00.000Z`,
      `${date}T13:00:00.000Z`,
    )
  }
  return id
}

function plantFacts(desk: Desk, agreementId: string, payerId: string, payeeId: string): void {
  const fact = desk.db.prepare(
    `INSERT INTO cycle_facts (id, agreement_id, cycle, kind, amount_fen, reason, created_at) VALUES (?, ?, '2026-03', ?, ?, ?, '2026-04-20T00:00:00.000Z')`,
  )
  fact.run('01900000-0000-7000-8000-00000000fa01', agreementId, 'acknowledgement', 1_200_000, '')
  fact.run('01900000-0000-7000-8000-00000000fa02', agreementId, 'deduction', 100_000, '形象管理费')
  desk.db
    .prepare(
      `INSERT INTO payments (id, date, kind, amount_fen, payer_id, payee_id, channel, reference, created_at)
       VALUES ('01900000-0000-7000-8000-00000000fa03', '2026-04-20', 'pay', 1000000, ?, ?, '银行转账', '', '2026-04-20T00:00:00.000Z')`,
    )
    .run(payerId, payeeId)
}
