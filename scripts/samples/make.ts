/**
 * Makes the files of resources/samples from sample.json and a seed: `npm run samples`. All names, numbers and pictures are invented.
 * The same run gives the same statements and lists; the pictures depend on the Chromium that draws them, so they are made only
 * where they are missing.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { addDays } from '../../shared/calendar.ts'
import { compute, type ComputeInput } from '../../shared/earnings/index.ts'
import type { PayTerms } from '../../shared/earnings/terms.ts'
import { formatFen } from '../../shared/money.ts'
import { encodeGb18030 } from './gb18030.ts'
import { type Account, makeOrders, type SampleOrder, type SampleSession } from './orders.ts'
import { alipayBill, type SamplePayment, wechatBill } from './payments.ts'
import { agreementHtml, chatHtml, draw, slipHtml } from './pictures.ts'
import { douyinRows, kuaishouRows, type Row, sessionRows, toCsv, weixinRows } from './statements.ts'

interface SampleData {
  agreements: { key: string; title: string; payer: string; from: string; terms: PayTerms }[]
}

const folder = join(import.meta.dirname, '..', '..', 'resources', 'samples')
const data = JSON.parse(readFileSync(join(folder, 'sample.json'), 'utf8')) as SampleData
/** The day the sample's files were exported; nothing in them is later. */
const until = '2026-11-01'
const months = ['2025-11', '2025-12', ...Array.from({ length: 10 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`)]

const clothes: Account = {
  idPrefix: '695',
  months,
  sessionsPerMonth: 14,
  ordersPerSession: 34,
  seed: 11,
  products: products('358', [
    ['加厚羊毛衫 女款 M码', 19_900, 200_000],
    ['显瘦直筒休闲裤', 12_900, 180_000],
    ['复古碎花连衣裙', 16_800, 220_000],
    ['轻便保暖外套', 25_900, 200_000],
    ['纯棉打底衫 两件装', 8_900, 150_000],
    ['便携大容量帆布包', 6_990, 250_000],
  ]),
}
const fruit: Account = {
  idPrefix: '24',
  months,
  sessionsPerMonth: 4,
  ordersPerSession: 26,
  seed: 23,
  products: products('217', [
    ['徽县核桃 5斤装', 5_980, 150_000],
    ['高原苹果 10斤装', 4_990, 120_000],
    ['陇南花椒 250克', 3_680, 200_000],
    ['土蜂蜜 500克', 7_900, 180_000],
  ]),
}
const spring: Account = {
  idPrefix: '37',
  months: months.filter((month) => month >= '2026-02'),
  sessionsPerMonth: 2,
  ordersPerSession: 14,
  seed: 37,
  products: products('100', [
    ['春款针织开衫', 15_900, 100_000],
    ['防滑软底运动鞋', 13_900, 100_000],
  ]),
}

const douyin = { nickname: '小满说衣', id: 'xiaoman2019' }
const kuaishou = { nickname: '小满家乡货', id: '1836620517' }
const weixin = { nickname: '小满选好物' }
const sold = { yunbo: makeOrders(clothes, until), longshang: makeOrders(fruit, until), hemu: makeOrders(spring, until) }

await writeStatements()
writePayments()
await drawEvidence()

async function writeStatements(): Promise<void> {
  const statements = join(folder, 'statements')
  mkdirSync(statements, { recursive: true })
  const orders = sold.yunbo.orders
  // The spring file was exported in May: its last orders were only paid then, and stand again, settled, in the autumn file.
  const spring = orders.filter((order) => order.paidAt < '2026-05').map((order) => asOf(order, '2026-05-02'))
  const autumn = orders.filter((order) => order.paidAt >= '2026-04')
  const shop = '云播服饰旗舰店（示例）'
  const csv = toCsv(douyinRows(spring, douyin, shop))
  writeFileSync(join(statements, '抖音精选联盟_达人佣金_20260502093015.csv'), encodeGb18030(csv))
  await writeSheet(
    join(statements, '抖音精选联盟_达人佣金_20261101090512.xlsx'),
    '达人佣金',
    douyinRows(autumn, douyin, shop),
  )
  await writeSheet(
    join(statements, '快手分销结算明细_20261101.xlsx'),
    '结算明细',
    kuaishouRows(sold.longshang.orders, kuaishou),
  )
  writeFileSync(join(statements, '微信小店订单_20261101.csv'), `\uFEFF${toCsv(weixinRows(sold.hemu.orders, weixin))}`)
  const sessions = sessionRows(sold.yunbo.sessions, douyin)
  writeFileSync(join(statements, '抖音直播场次_20261101.csv'), `\uFEFF${toCsv(sessions)}`)
  // 视频号 has no such list: these sessions are typed, which the sample does by the same call.
  const typed = sold.hemu.sessions.map(({ start, end, productIds }) => ({
    start: moment(start),
    end: moment(end),
    platform: 'wechat-channels',
    account: weixin.nickname,
    productIds,
  }))
  writeFileSync(join(folder, 'sessions.json'), `${JSON.stringify(typed, null, 2)}\n`)
}

/** An order as a list exported earlier had it. */
function asOf(order: SampleOrder, day: string): SampleOrder {
  if (order.settledAt === null || order.settledAt < day) return order
  return { ...order, settledAt: null, refundFen: 0, commissionFen: 0, status: 'paid' }
}

function writePayments(): void {
  const paid = {
    yunbo: yunboPayments(expectedOf('yunbo')),
    longshang: expectedOf('longshang').flatMap(([month, fen]) => pay(month, fen, 30, '陇上果业', '月佣金')),
    hemu: expectedOf('hemu').flatMap(([month, fen]) =>
      pay(month, month === '2026-03' ? fen + 1_200 : fen, 19, '禾木服饰', '坑位费和佣金'),
    ),
  }
  const lists = join(folder, 'payments')
  mkdirSync(lists, { recursive: true })
  writeFileSync(
    join(lists, '微信支付账单(20251101-20261120).csv'),
    `\uFEFF${toCsv(wechatBill(paid.longshang, months))}`,
  )
  const alipay = alipayBill(
    [...paid.yunbo, ...paid.hemu].toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    months,
  )
  writeFileSync(join(lists, '支付宝交易明细(20251101-20261120).csv'), encodeGb18030(toCsv(alipay)))
}

/** Punctual until April, then later and later, and less and less. */
function yunboPayments(expected: [string, number][]): SamplePayment[] {
  const habits: Record<string, [lateDays: number, percent: number]> = {
    '2026-05': [10, 100],
    '2026-06': [18, 100],
    '2026-07': [25, 70],
    '2026-08': [27, 40],
    '2026-09': [0, 0],
    '2026-10': [0, 0],
  }
  return expected.flatMap(([month, fen]) => {
    const [lateDays, percent] = habits[month] ?? [0, 100]
    return pay(
      month,
      Math.floor((fen * percent) / 100),
      14 + lateDays,
      '杭州云播文化传媒有限公司（示例）',
      `${Number(month.slice(5))}月劳务`,
    )
  })
}

function pay(month: string, amountFen: number, daysAfterMonth: number, from: string, note: string): SamplePayment[] {
  const date = addDays(nextMonth(month), daysAfterMonth)
  return amountFen > 0 && date <= '2026-11-20' ? [{ date, from, amountFen, note }] : []
}

function nextMonth(month: string): string {
  return `${addDays(`${month}-28`, 5).slice(0, 7)}-01`
}

/** What the agreement's terms give for each month, by the app's own rules. */
function expectedOf(key: 'yunbo' | 'longshang' | 'hemu'): [string, number][] {
  const agreement = data.agreements.find((item) => item.key === key)
  if (agreement === undefined) throw new Error(`no agreement ${key} in sample.json`)
  const input: ComputeInput = {
    asOf: until,
    cycles: { from: agreement.from, to: until },
    agreement: {
      id: key,
      payer: key,
      from: agreement.from,
      versions: [{ from: agreement.from, terms: agreement.terms }],
    },
    sessions: sold[key].sessions.map(toSession),
    lines: sold[key].orders.map(toLine),
  }
  const output = compute(input)
  if ('error' in output) throw new Error(`${key}: ${output.error.code} ${output.error.path}`)
  return output.cycles.map((cycle) => [cycle.cycle, cycle.expectedFen])
}

function toSession(session: SampleSession): NonNullable<ComputeInput['sessions']>[number] {
  return {
    id: session.roomId,
    start: moment(session.start),
    end: moment(session.end),
    platform: 'x',
    account: 'x',
    productIds: session.productIds,
  }
}

function toLine(order: SampleOrder): NonNullable<ComputeInput['lines']>[number] {
  return {
    id: order.orderId,
    platform: 'x',
    account: 'x',
    role: 'creator',
    orderId: order.orderId,
    productId: order.product.id,
    occurrence: 1,
    paidAt: moment(order.paidAt),
    settledAt: order.settledAt === null ? null : moment(order.settledAt),
    saleFen: order.saleFen,
    refundFen: order.refundFen,
    commissionFen: order.commissionFen,
    status: order.status,
  }
}

function moment(civil: string): string {
  return `${civil.replace(' ', 'T')}+08:00`
}

async function drawEvidence(): Promise<void> {
  const evidence = join(folder, 'evidence')
  mkdirSync(evidence, { recursive: true })
  const august = expectedOf('yunbo').find(([month]) => month === '2026-08')?.[1] ?? 0
  const items = [
    { file: '直播合作协议.pdf', html: agreementHtml(), width: 794, height: 1123 },
    {
      file: '云播8月结算单.png',
      html: slipHtml(
        [
          ['2026 年 8 月应结', formatFen(540_000)],
          ['扣：形象管理费', '−¥1,000.00'],
          ['本次实发', formatFen(440_000)],
        ],
        '主播结算单',
      ),
      width: 640,
      height: 330,
    },
    {
      file: '微信聊天_财务小周.png',
      html: chatHtml([
        { who: 'time', text: '2026-10-13 10:26' },
        { who: 'me', text: `周姐，8 月我按合同算是 ${formatFen(august)}，结算单只有 5,400，还扣了形象管理费。` },
        { who: 'them', text: '公司这边统一扣的，先付你一部分，剩下的月底一起打。' },
        { who: 'time', text: '2026-11-16 09:12' },
        { who: 'me', text: '9 月和 10 月的也都过了 15 号，什么时候能付？' },
        { who: 'them', text: '最近账上紧张，再等等，欠你的不会少。' },
      ]),
      width: 390,
      height: 600,
    },
  ]
  const missing = items.filter((item) => !existsSync(join(evidence, item.file)))
  if (missing.length > 0) await draw(missing.map((item) => ({ ...item, file: join(evidence, item.file) })))
}

async function writeSheet(file: string, name: string, rows: Row[]): Promise<void> {
  writeFileSync(file, await writeXlsx({ sheets: [{ name, rows }] }))
}

function products(prefix: string, list: [name: string, priceFen: number, ratePpm: number][]): Account['products'] {
  return list.map(([name, priceFen, ratePpm], i) => ({
    id: `${prefix}${String(4_821_077 + i * 913_771).padStart(16, '0')}`,
    name,
    priceFen,
    ratePpm,
  }))
}
