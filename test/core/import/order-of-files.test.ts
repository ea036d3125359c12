import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { InProcess } from './in-process.ts'
import { openInProcess } from './in-process.ts'
import { agree } from './agreeing.ts'
import { writeText } from './files.ts'
import { type ShortRow, shortStatement } from './importing.ts'

const row: fc.Arbitrary<ShortRow> = fc.record({
  orderId: fc.constantFrom('6900000000000000001', '6900000000000000002', '6900000000000000003'),
  productId: fc.constantFrom('3510000000000000001', '3510000000000000002'),
  account: fc.constantFrom('小林', '老周'),
  paidAt: fc.constantFrom('2026-03-01 08:00:00', '2026-03-31 23:59:59'),
  saleYuan: fc.constantFrom('100.00', '90.00'),
  commissionYuan: fc.constantFrom('20.00', '18.00'),
  status: fc.constantFrom('已付款', '已结算', '已退款', '已失效'),
  settledAt: fc.constantFrom('2026-03-20 10:00:00', '2026-04-02 10:00:00'),
})

/** Few days of export, so that files are often equally new. */
const file = fc.record({
  day: fc.constantFrom('20260401', '20260402', '20260501'),
  rows: fc.array(row, { minLength: 1, maxLength: 5 }),
})

/** Everything the ledger can see, without the numbers that say only what came first. */
function seen({ db }: InProcess): unknown {
  const lines = db
    .prepare(
      `SELECT a.platform, a.role, a.account, l.order_id, l.product_id, l.occurrence, l.is_held, l.in_conflict, l.seen_at_s, l.status,
         l.paid_at_s, l.settled_at_s, l.sale_fen, l.refund_fen, l.estimated_commission_fen, l.commission_fen, l.fee_fen
       FROM order_lines l JOIN line_accounts a ON a.id = l.account_id
       ORDER BY a.account, l.order_id, l.product_id, l.occurrence`,
    )
    .all()
  const sums = db.prepare('SELECT cycle, sums FROM cycle_sums ORDER BY cycle').all()
  const figures = db.prepare('SELECT cycle, expected_fen FROM cycle_figures ORDER BY position').all()
  return { lines, sums, figures }
}

describe('the order in which files are imported', () => {
  test('never changes the ledger, one by one or in one go, also after files were taken back and brought back', async () => {
    const core = await openInProcess()
    await agree(core, { platforms: ['douyin'], accounts: ['小林'] })
    let run = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(file, { minLength: 2, maxLength: 4 }),
        fc.infiniteStream(fc.nat()),
        async (files, random) => {
          run += 1
          const named = files.map(({ day, rows }, index) =>
            writeText(core.folder, `${run}-${index}_${day}.csv`, shortStatement(rows)),
          )
          core.forgetImports()
          for (const one of named) await core.importFiles([one])
          const first = seen(core)
          const mixed = named
            .map((one) => ({ one, rank: random.next().value }))
            .toSorted((a, b) => a.rank - b.rank)
            .map(({ one }) => one)
          core.forgetImports()
          for (const one of mixed) await core.importFiles([one])
          expect(seen(core)).toEqual(first)
          core.forgetImports()
          await core.importFiles(mixed)
          expect(seen(core)).toEqual(first)
          await takeBackAndBringBack(core, random.next().value)
          expect(seen(core)).toEqual(first)
        },
      ),
      { numRuns: 40 },
    )
  }, 180_000)
})

async function takeBackAndBringBack(core: InProcess, seed: number): Promise<void> {
  const { statements } = await core.call('earnings.listStatements', {})
  const some = statements.filter((_, index) => ((seed >> index) & 1) === 1)
  for (const { id } of some) await core.call('earnings.voidStatement', { statementId: id, reason: '试试' })
  for (const { id } of some.toReversed()) await core.call('earnings.restoreStatement', { statementId: id })
}
