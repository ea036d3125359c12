import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { callCore } from '../../../electron/core/core.ts'
import { startingTerms } from '../../../shared/contracts/patterns.ts'
import { workMonth } from '../../../shared/contracts/worked-month.ts'
import { openTempCore, tempFolder } from '../temp-core.ts'

interface Line {
  account?: number
  order: string
  paid: string
  settled?: string
  status?: string
  base?: number | null
  product?: string
  held?: number
}

function seconds(moment: string): number {
  return Date.parse(moment) / 1000
}

/** A core whose database holds these lines, as an import would have left them; account 1 is 抖音, 2 is 快手. */
async function coreWithLines(lines: readonly Line[]) {
  const dataDir = tempFolder()
  const core = openTempCore({ dataDir })
  await callCore(core, 'app.saveSettings', {})
  const db = new Database(join(dataDir, 'boan.db'))
  const account = db.prepare('INSERT INTO line_accounts (id, platform, role, account) VALUES (?, ?, ?, ?)')
  account.run(1, 'douyin', 'creator', 'a')
  account.run(2, 'kuaishou', 'creator', 'b')
  const insert = db.prepare(
    `INSERT INTO order_lines (account_id, order_id, product_id, occurrence, is_held, version, statement, row, seen_at_s,
       status, paid_at_s, settled_at_s, sale_fen, refund_fen, settled_base_fen, commission_fen, fee_fen, kind)
     VALUES (?, ?, ?, 1, ?, 1, 1, 1, 0, ?, ?, ?, 10000, NULL, ?, 2000, 200, 'goods')`,
  )
  for (const {
    account: id = 1,
    order,
    paid,
    settled,
    status = 'settled',
    base = 9_000,
    product = 'p',
    held = 1,
  } of lines) {
    insert.run(id, order, product, held, status, seconds(paid), settled === undefined ? null : seconds(settled), base)
  }
  db.close()
  return core
}

test('without order lines there are no figures of one’s own', async () => {
  const core = await coreWithLines([])
  expect(await callCore(core, 'contracts.exampleFigures', { scope: {}, onDay: '2026-04-10' })).toEqual({
    figures: null,
  })
})

test('the last whole month is summed by the day of payment and of settlement, in Shanghai', async () => {
  const core = await coreWithLines([
    { order: '1', paid: '2026-02-28T16:30:00Z', settled: '2026-03-10T02:00:00Z' },
    { order: '1', paid: '2026-02-28T17:30:00Z', settled: '2026-03-10T03:00:00Z', base: null },
    { order: '2', paid: '2026-03-05T02:00:00Z', status: 'refunded' },
    { order: '3', paid: '2026-04-02T02:00:00Z', settled: '2026-04-09T02:00:00Z' },
    { order: '4', paid: '2026-03-06T02:00:00Z', held: 0 },
  ])
  const { figures } = await callCore(core, 'contracts.exampleFigures', { scope: {}, onDay: '2026-04-10' })
  expect(figures).toMatchObject({ from: '2026-02-01', to: '2026-03-31', sessions: [], incomeItems: [] })
  const sums = { orders: 1, lines: 2, saleFen: 20_000, netSaleFen: 9_000, netPlatformCommissionFen: 3_600 }
  expect(figures?.days).toMatchObject([
    { ...sums, date: '2026-03-01', when: 'paid', platform: 'douyin', kind: 'goods' },
    { ...sums, date: '2026-03-10', when: 'settled' },
  ])
})

test('only what the scope takes is summed, and terms are worked on it', async () => {
  const line = { paid: '2026-03-05T02:00:00Z', settled: '2026-03-10T02:00:00Z' }
  const core = await coreWithLines([
    { ...line, order: '1' },
    { ...line, order: '2', product: 'q' },
    { ...line, order: '3', account: 2 },
  ])
  const scope = { platforms: ['douyin'], productIds: ['p'] }
  const { figures } = await callCore(core, 'contracts.exampleFigures', { scope, onDay: '2026-04-10' })
  expect(figures?.days.map(({ lines }) => lines)).toEqual([1, 1])
  const worked =
    figures === null
      ? undefined
      : workMonth(startingTerms('commission-only', '佣金'), figures, { holidays: [], workdays: [] })
  expect(worked).toMatchObject({ cycle: '2026-03', figures: { expectedFen: 1_080 } })
})
