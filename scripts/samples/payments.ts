import { plainYuan } from '../../shared/money.ts'
import { createRandom } from './orders.ts'
import type { Row } from './statements.ts'

export interface SamplePayment {
  date: string
  from: string
  amountFen: number
  note: string
}

/** 微信支付账单: sixteen lines of preamble, then the list; what a person bought in between is invented. */
export function wechatBill(payments: SamplePayment[], months: string[]): Row[] {
  const random = createRandom(77)
  const rows = [
    ...payments.map((payment, i) => [
      `${payment.date} 10:2${i % 10}:05`,
      '转账',
      payment.from,
      payment.note,
      '收入',
      `¥${plainYuan(payment.amountFen)}`,
      '/',
      '已存入零钱',
      `10000498012026${String(i).padStart(14, '0')}\t`,
      `1000049801${i}\t`,
      '/',
    ]),
    ...months.flatMap((month, i) => [
      [
        `${month}-08 12:31:44`,
        '商户消费',
        '示例便利店',
        '午餐',
        '支出',
        `¥${plainYuan(1_500 + Math.floor(random() * 2_000))}`,
        '零钱',
        '支付成功',
        `42000021${i}0812314400\t`,
        `18000021${i}\t`,
        '/',
      ],
      [
        `${month}-19 21:04:10`,
        '商户消费-退款',
        '示例服饰店',
        '退款',
        '收入',
        `¥${plainYuan(5_900)}`,
        '零钱',
        '已全额退款',
        `50000021${i}1921041000\t`,
        `28000021${i}\t`,
        '/',
      ],
    ]),
  ].toSorted((a, b) => ((a[0] ?? '') > (b[0] ?? '') ? -1 : 1))
  const preamble = [
    '微信支付账单明细',
    '微信昵称：[小满]',
    `起始时间：[${months[0]}-01 00:00:00] 终止时间：[${months.at(-1)}-30 23:59:59]`,
    '导出类型：[全部]',
    '导出时间：[2026-11-20 09:30:12]',
    '',
    `共${rows.length}笔记录`,
    `收入：${payments.length + months.length}笔`,
    `支出：${months.length}笔`,
    '中性交易：0笔 0.00元',
    '注：',
    '1. 充值/提现/理财通购买/零钱通存取/信用卡还款等交易，将计入中性交易',
    '2. 本明细仅展示当前账单中的交易，不包括已删除的记录',
    '3. 本明细仅供个人对账使用',
    '',
    '----------------------微信支付账单明细列表--------------------',
  ]
  return [
    ...preamble.map((line) => [line]),
    [
      '交易时间',
      '交易类型',
      '交易对方',
      '商品',
      '收/支',
      '金额(元)',
      '支付方式',
      '当前状态',
      '交易单号',
      '商户单号',
      '备注',
    ],
    ...rows,
  ]
}

/** 支付宝 app bill: GB18030, 24 lines of preamble, a comma after the last cell. */
export function alipayBill(payments: SamplePayment[], months: string[]): Row[] {
  const rows = [
    ...payments.map((payment, i) => [
      `${payment.date} 15:0${i % 10}:41`,
      '转账红包',
      payment.from,
      'pay***@example.invalid',
      payment.note,
      '收入',
      plainYuan(payment.amountFen),
      '余额',
      '交易成功',
      `20261${String(i).padStart(23, '0')}\t`,
      '\t',
      '',
      '',
    ]),
    ...months.map((month, i) => [
      `${month}-12 18:20:09`,
      '日用百货',
      '示例超市',
      'sho***@example.invalid',
      '生活用品',
      '支出',
      plainYuan(3_280 + i * 100),
      '花呗',
      '交易成功',
      `20269${String(i).padStart(23, '0')}\t`,
      `T${i}\t`,
      '',
      '',
    ]),
  ].toSorted((a, b) => ((a[0] ?? '') > (b[0] ?? '') ? -1 : 1))
  const line = '------------------------------------------------------------------------------------'
  const preamble = [
    line,
    '导出信息：',
    '姓名：林小满',
    '支付宝账户：135****1207',
    `起始时间：[${months[0]}-01 00:00:00]    终止时间：[${months.at(-1)}-30 23:59:59]`,
    '导出交易类型：[全部]',
    '导出时间：[2026-11-20 09:41:55]',
    `共${rows.length}笔记录`,
    `收入：${payments.length}笔`,
    `支出：${months.length}笔`,
    '不计收支：0笔 0.00元',
    '',
    '特别提示：',
    '1.本回单内容可表明支付宝受理了相应的支付交易申请',
    '2.本明细仅展示当前账单中的交易',
    '3.本明细仅供个人对账使用',
    '4.部分账单如充值提现不计入收支',
    '5.支付宝快捷支付等非余额支付方式可能既产生支付宝交易也同步产生银行交易',
    '6.因系统原因或通讯故障等偶发因素导致本明细与实际交易结果不符时，以实际交易情况为准',
    '7.因统计逻辑不同，明细金额直接累加后，可能会和下方统计金额不一致',
    '8.禁止将本回单用于非法用途',
    '9.本明细仅供参考',
    '',
    '------------------------支付宝（中国）网络技术有限公司  电子客户回单------------------------',
  ]
  return [
    ...preamble.map((text) => [text]),
    [
      '交易时间',
      '交易分类',
      '交易对方',
      '对方账号',
      '商品说明',
      '收/支',
      '金额',
      '收/付款方式',
      '交易状态',
      '交易订单号',
      '商家订单号',
      '备注',
      '',
    ],
    ...rows,
  ]
}
