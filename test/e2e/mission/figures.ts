import { addDays, addMonths, shanghaiDate } from '../../../shared/calendar.ts'

const today = shanghaiDate(new Date().toISOString())
/** The month that is settled: two months ago, so that what is due on the 15th of the next one is overdue on any day of the year. */
const monthStart = addMonths(`${today.slice(0, 7)}-01`, -2)
/** As screens write it, with thin spaces. */
export const settledMonth = new RegExp(`^${monthStart.slice(0, 4)}\\s年\\s${Number(monthStart.slice(5, 7))}\\s月`)

export const agencyName = '杭州云帆直播文化有限公司'
export const streamerName = '林小满'
/** As the platform's statements name the account: its number, not its nickname. */
const account = 'xiaoman2019'
export const contractSpan = { from: monthStart, to: addDays(addMonths(monthStart, 12), -1) }
/** Of the net platform commission, to the streamer. */
const sharePercent = 60

const header = '姓名,身份证号,手机号,地址,账号,平台,佣金比例,开始日期,结束日期'
const names =
  `${streamerName} 陈一诺 王梓涵 李思远 张雨桐 刘佳宁 赵若曦 孙浩然 周子墨 吴欣怡 郑安琪 冯晓雯 许嘉树 何沐晴 吕知夏
  施南乔 蒋云舟 沈书意 韩清越 杨可欣`.split(/\s+/)
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A well-formed number of nobody. */
function idCardOf(index: number): string {
  const body = `33010619${90 + (index % 9)}0${1 + (index % 9)}1${index % 10}${String(100 + index)}`
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return body + ('10X98765432'[sum % 11] ?? '')
}

/** Twenty streamers as an agency keeps them in a table; `brokenRow` (from 0) has an identity number with a digit mistyped. */
export function rosterCsv(brokenRow?: number): Buffer {
  const rows = names.map((name, index) => {
    const idCard = idCardOf(index)
    const shown =
      index === brokenRow ? `${idCard.slice(0, 16)}${idCard[16] === '9' ? '8' : '9'}${idCard.slice(17)}` : idCard
    const share = index === 0 ? sharePercent : 50 + index
    const number = index === 0 ? account : `bozhu${2019 + index}`
    const who = `${name},${shown},138001380${10 + index},杭州市余杭区良睦路${index + 1}号`
    return `${who},${number},抖音,${share}%,${contractSpan.from},${contractSpan.to}`
  })
  return Buffer.from(`\ufeff${[header, ...rows].join('\r\n')}\r\n`)
}
export const streamers = names.length
export const brokenName = names[6] ?? ''

interface Order {
  id: string
  saleFen: number
  commissionFen: number
  feeFen: number
  paidOn: string
  settledOn: string
}

const orders: Order[] = Array.from({ length: 13 }, (_, index) => {
  const saleFen = 128_800 + index * 23_337
  const commissionFen = Math.round(saleFen / 5)
  return {
    id: `69589439778126${String(10_000 + index)}`,
    saleFen,
    commissionFen,
    feeFen: Math.round(commissionFen / 10),
    paidOn: addDays(monthStart, index),
    settledOn: addDays(monthStart, index + 12),
  }
})
/** The agency exported its statement a day before this order was settled. */
const lateOrder = orders.at(-1)

const statementHeader =
  '订单id,商品id,商品名称,达人昵称,达人id,支付金额,佣金率,预估佣金收入,付款时间,收货时间,退款金额,' +
  '平台服务费,结算金额,实际佣金收入,订单状态,订单结算时间'

function inYuan(fen: number): string {
  return (fen / 100).toFixed(2)
}

function statementRow({ id, saleFen, commissionFen, feeFen, paidOn, settledOn }: Order, isSettled: boolean): string {
  const [sale, commission, fee] = [saleFen, commissionFen, feeFen].map(inYuan)
  const sold = `${id},3580000000009389932,便携榨汁杯,小满说好物,${account},${sale},20.00%,${commission}`
  const days = `${paidOn} 20:15:00,${paidOn} 23:40:00,0.00`
  const end = isSettled ? `${fee},${sale},${commission},订单结算,${settledOn} 03:00:00` : '0.00,0.00,0.00,订单收货,'
  return `${sold},${days},${end}`
}

/** The alliance's own export for the account; the agency's is older and lacks the settlement of the last order. */
export function statementCsv(whose: 'streamer' | 'agency'): Buffer {
  const rows = orders.map((order) => statementRow(order, whose === 'streamer' || order !== lateOrder))
  return Buffer.from(`\ufeff${[statementHeader, ...rows].join('\r\n')}\r\n`)
}

/** 60 % of the commission that was settled less the platform's fee, rounded once. */
function shareOf(counted: readonly Order[]): number {
  const baseFen = counted.reduce((sum, { commissionFen, feeFen }) => sum + commissionFen - feeFen, 0)
  return Math.round((baseFen * sharePercent) / 100)
}

export const expectedFen = shareOf(orders)
export const agencyFen = shareOf(orders.filter((order) => order !== lateOrder))
export const shortFen = expectedFen - agencyFen

/** What the agency takes off without any ground, and what the mediator finds for the streamer of it. */
export const deduction = { reason: '直播间设备损耗费', amountFen: 100_00, foundFen: 60_00 }
export const unpaidFen = expectedFen - deduction.amountFen
export const proposalFen = unpaidFen + deduction.foundFen

/** Three payments as a mediator would set them: each the third part, the last one with what is left of the division. */
const firstDate = addDays(today, 14)
const partFen = Math.floor(proposalFen / 3)
export const plan = [
  { date: firstDate, amountFen: partFen },
  { date: `${addMonths(`${firstDate.slice(0, 7)}-01`, 1).slice(0, 7)}-10`, amountFen: partFen },
  { date: `${addMonths(`${firstDate.slice(0, 7)}-01`, 2).slice(0, 7)}-10`, amountFen: proposalFen - 2 * partFen },
]
