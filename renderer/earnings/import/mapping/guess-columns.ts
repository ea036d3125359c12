import { indexHeader, normalizeHeader } from '../../../../shared/earnings/statements/header.ts'
import type { OrderStatus } from '../../../../shared/earnings/statements/rows.ts'
import {
  fieldsOfKind,
  type MappedField,
  type MappingDraft,
  type MappingKind,
  type UnknownTable,
} from './mapping-draft.ts'

/** Words that headers of such columns hold, in Chinese and English exports; the first field that fits takes the column. */
const hints: Record<MappedField, RegExp> = {
  orderId: /订单.{0,2}(?:号|id)|单号|order.?(?:id|no|number)/i,
  productId: /商品.{0,2}(?:号|id|编码)|product.?id|sku/i,
  account: /账号|达人|主播|昵称|account|creator/i,
  roomId: /直播间|场次|room/i,
  status: /状态|status|state/i,
  paidAt: /(?:付款|支付|下单|交易|记账|入账|成交)(?:时间|日期)|日期|时间|date|time/i,
  settledAt: /结算(?:时间|日期)|settled?.?(?:at|date|time)/i,
  ratePpm: /比例|费率|佣金率|rate|percent/i,
  saleFen: /(?:支付|成交|订单|销售|实付).{0,3}(?:金额|额)|sales?|gmv/i,
  refundFen: /退款(?:金额)?$|refund/i,
  settledBaseFen: /(?:结算|计佣)(?:金额|基数)|base/i,
  estimatedCommissionFen: /预估.{0,4}佣|estimated/i,
  commissionFen: /佣金(?!率|比)|提成|commission/i,
  feeFen: /服务费|手续费|fee/i,
  direction: /收\/?支|借贷|方向|direction/i,
  amountFen: /金额|发生额|amount/i,
  incomeFen: /收入|贷方|存入|credit/i,
  expenseFen: /支出|借方|支取|debit/i,
  counterparty: /对方|户名|付款人|counterparty|payee|payer/i,
  reference: /流水号|交易号|单号|reference/i,
  note: /备注|摘要|附言|note|memo|remark/i,
  startAt: /开播|开始|start/i,
  endAt: /下播|结束|关播|end/i,
}

const statusHints: [OrderStatus, RegExp][] = [
  ['refunded', /退款|退货|refund/i],
  ['invalid', /失效|取消|关闭|无效|cancel|invalid|void/i],
  ['settled', /结算|完成|settled|complete/i],
  ['received', /收货|签收|received|delivered/i],
  ['paid', /付款|支付|发货|paid|shipped/i],
]

/** Which column is probably what: a start that the person corrects. Each column is used once. */
export function guessColumns(kind: MappingKind, table: UnknownTable): MappingDraft['columns'] {
  const columns: MappingDraft['columns'] = {}
  const free = new Set(table.headers.filter((header) => header.trim() !== ''))
  for (const field of fieldsOfKind[kind]) {
    const header = [...free].find((name) => hints[field].test(normalizeHeader(name)))
    if (header === undefined) continue
    columns[field] = header
    free.delete(header)
  }
  return columns
}

/** What kind of list the headers look like. */
export function guessKind(table: UnknownTable): MappingKind {
  const has = (field: MappedField): boolean => table.headers.some((name) => hints[field].test(normalizeHeader(name)))
  if (has('startAt') && has('endAt')) return 'sessions'
  return has('orderId') || has('commissionFen') || has('saleFen') ? 'orders' : 'payments'
}

export function guessStatus(word: string): OrderStatus | undefined {
  return statusHints.find(([, pattern]) => pattern.test(word))?.[0]
}

export function guessDirection(word: string): 'income' | 'expense' | undefined {
  if (/收入|入账|贷|in/i.test(word)) return 'income'
  return /支出|支取|借|out/i.test(word) ? 'expense' : undefined
}

/** The texts of a column in the sample, in order of appearance. */
export function wordsInColumn(table: UnknownTable, header: string | undefined): string[] {
  if (header === undefined) return []
  const place = indexHeader(table.headers).places.get(normalizeHeader(header))?.[0]
  if (place === undefined) return []
  const words = table.sample.map(({ cells }) => (cells[place] ?? '').normalize('NFKC').trim())
  return [...new Set(words.filter((word) => word !== ''))]
}
