import type { StatementPreview, StatementRecord } from '../../../shared/earnings/import-shapes.ts'

/** What the core would answer about the files of these tests. */

const noRows = { new: 0, repeated: 0, superseding: 0, superseded: 0, conflict: 0, ignored: 0, rejected: 0 }

type Order = StatementPreview['orders'][number]

export function someOrder(row: number, part: Partial<Order> = {}): Order {
  return {
    row,
    decision: 'new',
    orderId: `69589439778126246${String(row).padStart(2, '0')}`,
    productId: '3580000000009389932',
    account: 'xiaoman2019',
    status: 'settled',
    paidAt: '2026-03-02T11:00:39.000Z',
    settledAt: '2026-03-21T06:38:07.000Z',
    saleFen: 6990,
    refundFen: null,
    settledBaseFen: 6990,
    ratePpm: 250_000,
    estimatedCommissionFen: 1748,
    commissionFen: 1748,
    feeFen: null,
    ...part,
  }
}

export const planOf = (number: number): string => `01980000-0000-7000-8000-0000000001${String(number).padStart(2, '0')}`

export function orderPreview(part: Partial<StatementPreview> = {}): StatementPreview {
  return {
    planId: planOf(1),
    file: '抖音精选联盟_达人佣金_20260401093015.csv',
    sha256: 'a'.repeat(64),
    sizeBytes: 812_345,
    inner: null,
    kind: 'orders',
    preset: 'douyin-creator',
    presetFrom: 'header',
    platform: 'douyin',
    role: 'creator',
    encoding: 'gb18030',
    sheet: null,
    sheets: [],
    headerRow: 1,
    headers: ['订单id', '商品id', '商品名称', '作者账号', '支付金额', '佣金率', '订单状态', '付款时间', '收件人姓名'],
    columns: [
      { field: 'orderId', header: '订单id' },
      { field: 'productId', header: '商品id' },
      { field: 'saleFen', header: '支付金额' },
      { field: 'status', header: '订单状态' },
      { field: 'paidAt', header: '付款时间' },
    ],
    buyerColumns: ['收件人姓名'],
    rows: 3214,
    decisions: { ...noRows, new: 3101, repeated: 80, superseding: 12, conflict: 1, rejected: 3, ignored: 17 },
    ignored: { total: 1, blank: 16 },
    sums: {
      settled: {
        rows: 3194,
        saleFen: 15_654_322,
        estimatedCommissionFen: 3_912_000,
        settledBaseFen: 15_654_322,
        commissionFen: 3_911_050,
        feeFen: 0,
      },
    },
    lacking: { sale: 0, settledAt: 0 },
    rejected: [
      { row: 17, column: '订单id', value: '6.95894E+18', code: 'id-scientific' },
      { row: 204, column: '付款时间', value: '2026-02-30', code: 'date-impossible' },
      { row: 300, column: '支付金额', value: '12.345', code: 'amount-decimals' },
    ],
    exportedAt: '2026-04-01T01:30:15.000Z',
    exportedFrom: 'name',
    periodFrom: '2026-03-01',
    periodTo: '2026-03-31',
    accounts: [{ account: 'xiaoman2019', name: '小满说衣', rows: 3197 }],
    accountCount: 1,
    asksAccount: false,
    alreadyImported: null,
    orders: [
      someOrder(2),
      someOrder(3, { refundFen: 2000, settledBaseFen: 4990 }),
      someOrder(4, { decision: 'repeated' }),
      someOrder(5, { decision: 'conflict', commissionFen: 1700 }),
      someOrder(6, { decision: 'superseding', status: 'refunded' }),
    ],
    payments: [],
    sessions: [],
    ...part,
  }
}

type Payment = StatementPreview['payments'][number]

function somePayment(row: number, part: Partial<Payment>): Payment {
  return {
    row,
    decision: 'new',
    keep: false,
    class: 'income',
    paidAt: '2026-04-20T02:10:00.000Z',
    amountFen: 1_000_000,
    counterparty: '云播文化传媒',
    partyId: null,
    subject: '3 月佣金',
    status: '已存入零钱',
    reference: `10000395012026042000${row}`,
    ...part,
  }
}

export function paymentPreview(): StatementPreview {
  const payments = [
    somePayment(18, { keep: true, partyId: planOf(50) }),
    somePayment(19, { counterparty: '妈妈', amountFen: 20_000, subject: '生日' }),
    somePayment(20, { class: 'expense', counterparty: '美团', amountFen: 3_250, subject: '外卖' }),
  ]
  return orderPreview({
    planId: planOf(2),
    file: '微信支付账单(20251101-20261120).csv',
    kind: 'payments',
    preset: 'wechat-pay',
    platform: 'wechat-pay',
    role: null,
    encoding: 'utf-8',
    headerRow: 17,
    buyerColumns: [],
    rows: 3,
    decisions: { ...noRows, new: 3 },
    ignored: {},
    lacking: null,
    sums: { income: { rows: 2, amountFen: 1_020_000 }, expense: { rows: 1, amountFen: 3_250 } },
    rejected: [],
    exportedFrom: 'preamble',
    accounts: [],
    accountCount: 0,
    orders: [],
    payments,
  })
}

export function someStatement(part: Partial<StatementRecord> = {}): StatementRecord {
  const preview = orderPreview()
  return {
    id: planOf(30),
    file: preview.file,
    sha256: preview.sha256,
    isKept: true,
    kind: 'orders',
    preset: preview.preset,
    platform: preview.platform,
    role: preview.role,
    encoding: preview.encoding,
    sheet: null,
    headerRow: 1,
    exportedAt: preview.exportedAt,
    exportedFrom: 'name',
    periodFrom: preview.periodFrom,
    periodTo: preview.periodTo,
    rows: 3214,
    counts: { accepted: 3113, repeated: 80, superseded: 0, rejected: 4, ignored: 17 },
    decisions: preview.decisions,
    sums: preview.sums,
    importedAt: '2026-04-02T02:00:00.000Z',
    voidedAt: null,
    voidReason: null,
    ...part,
  }
}
