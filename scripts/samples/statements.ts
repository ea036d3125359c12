import { plainYuan } from '../../shared/money.ts'
import type { SampleOrder, SampleSession } from './orders.ts'

export type Row = string[]

const statusWords = {
  douyin: { paid: '订单付款', settled: '订单结算', refunded: '订单退货退款' },
}

/** 抖音精选联盟, the creator's own side: the platform's 47-column names as far as a creator sees them, ids with a tab after them. */
export function douyinRows(orders: SampleOrder[], account: { nickname: string; id: string }, shop: string): Row[] {
  const header = [
    '订单id',
    '商品id',
    '商品名称',
    '作者账号',
    '抖音/火山号',
    '支付金额',
    '佣金率',
    '预估佣金收入',
    '结算金额',
    '实际佣金收入',
    '订单状态',
    '超时未结算原因',
    '付款时间',
    '收货时间',
    '订单结算时间',
    '商品来源',
    '店铺id',
    '店铺名称',
    '商品数量',
    '直播间id',
    '流量来源',
    '订单类型',
  ]
  const rows = orders.map((order) => [
    `${order.orderId}\t`,
    `${order.product.id}\t`,
    order.product.name,
    account.nickname,
    account.id,
    plainYuan(order.saleFen),
    `${(order.ratePpm / 10_000).toFixed(2)}%`,
    plainYuan(order.estimatedFen),
    order.status === 'settled' ? plainYuan(order.saleFen - order.refundFen) : '0.00',
    plainYuan(order.commissionFen),
    statusWords.douyin[order.status],
    '',
    order.paidAt,
    order.settledAt ?? '-',
    order.settledAt ?? '-',
    '小店',
    '7100233\t',
    shop,
    '1',
    `${order.session.roomId}\t`,
    '直播',
    '普通订单',
  ])
  return [header, ...rows]
}

/** 快手分销 settlement: two lines of preamble, amounts in 元, a totals row at the end. */
export function kuaishouRows(orders: SampleOrder[], account: { nickname: string; id: string }): Row[] {
  const settled = orders.filter((order) => order.status === 'settled')
  const total = settled.reduce((sum, order) => sum + order.commissionFen, 0)
  const header = [
    '商家ID',
    '订单号',
    '商品ID',
    '商品名称',
    '订单创建时间',
    '合计收入(元)',
    '订单退款(元)',
    '技术服务费(元)',
    '达人ID',
    '达人昵称',
    'MCN机构ID',
    '达人佣金(元)',
    '团长id',
    '团长佣金(元)',
    '佣金模式',
    '分账基数',
    '实际结算时间',
    '结算规则',
    '资金渠道',
    '备注',
  ]
  const rows = settled.map((order) => [
    '3300187',
    order.orderId,
    order.product.id,
    order.product.name,
    order.paidAt,
    plainYuan(order.saleFen),
    plainYuan(order.refundFen),
    plainYuan(Math.round(order.commissionFen / 10)),
    account.id,
    account.nickname,
    '',
    plainYuan(order.commissionFen),
    '',
    '0.00',
    '普通分销',
    plainYuan(order.saleFen - order.refundFen),
    order.settledAt ?? '',
    '确认收货后 7 天',
    '微信支付',
    '',
  ])
  return [
    ['快手分销结算明细'],
    ['导出时间：2026-11-02 10:12:30'],
    header,
    ...rows,
    ['合计', '', '', '', '', '', '', '', '', '', '', plainYuan(total)],
  ]
}

/** 微信小店·优选联盟 orders: of its 63 columns those that matter here, the recipients' among them (invented, and never stored by the app). */
export function weixinRows(orders: SampleOrder[], account: { nickname: string }): Row[] {
  const header = [
    '订单号',
    '订单下单时间',
    '支付时间',
    '订单状态',
    '商品名称',
    '商品编码(平台)',
    '商品数量',
    '订单实际支付金额',
    '退款金额',
    '收件人姓名',
    '收件人手机',
    '收件人地址',
    '省',
    '市',
    '区',
    '快递单号',
    '买家备注',
    '带货方式',
    '带货账号类型',
    '带货账号昵称',
    '带货费用渠道',
    '带货费用类型',
    '带货费用',
    '带货佣金率',
    '订单完成结算时间',
  ]
  const rows = orders.map((order, i) => [
    order.orderId,
    order.paidAt,
    order.paidAt,
    order.status === 'settled' ? '已完成' : order.status === 'paid' ? '待收货' : '已取消',
    order.product.name,
    order.product.id,
    '1',
    plainYuan(order.saleFen),
    plainYuan(order.refundFen),
    `示例买家${(i % 37) + 1}`,
    `1350000${String(1000 + (i % 9000))}`,
    '示例路 1 号',
    '浙江省',
    '金华市',
    '义乌市',
    `SF00000${100_000 + i}`,
    '',
    '达人带货',
    '视频号',
    account.nickname,
    order.status === 'refunded' ? '-' : '达人佣金',
    order.status === 'settled' ? '佣金' : order.status === 'paid' ? '预估佣金' : '-',
    order.status === 'refunded'
      ? '-'
      : plainYuan(order.status === 'settled' ? order.commissionFen : order.estimatedFen),
    `${order.ratePpm / 10_000}%`,
    order.settledAt ?? '-',
  ])
  return [header, ...rows]
}

/** 抖音 直播场次: which sessions an account had, as the platform lists them. */
export function sessionRows(sessions: SampleSession[], account: { nickname: string; id: string }): Row[] {
  const rows = sessions.map((session) => [
    `${session.roomId}\t`,
    account.id,
    account.nickname,
    session.start,
    session.end,
  ])
  return [['直播间id', '抖音号', '主播昵称', '开播时间', '下播时间'], ...rows]
}

/** Comma separated, quoted where needed, with the line ends that Windows programs write. */
export function toCsv(rows: Row[]): string {
  return `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
