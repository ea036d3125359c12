import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { type Core, callCore } from '../../../electron/core/core.ts'
import { readXlsx } from 'hucre/xlsx'
import { openTempCore, tempFolder } from '../temp-core.ts'
import { writeText } from './files.ts'
import { importOne, importPlans, previewAll, previewOne, shortHeader, shortLine, shortStatement } from './importing.ts'

const march = '结算单_20260401.csv'
const april = '结算单_20260501.csv'

function linesOf(core: Core): unknown[] {
  const db = new Database(join(core.dataDir, 'boan.db'), { readonly: true })
  try {
    return db
      .prepare(
        `SELECT order_id AS orderId, occurrence, status, commission_fen AS commissionFen, in_conflict AS inConflict
         FROM order_lines WHERE is_held = 1 ORDER BY order_id, occurrence`,
      )
      .all()
  } finally {
    db.close()
  }
}

describe('an import', () => {
  test('carries out its preview: new rows, refused rows, ignored rows, and the five counts add up', async () => {
    const core = openTempCore()
    const folder = tempFolder()
    const text = [
      shortHeader,
      shortLine({ orderId: '6900000000000000001' }),
      shortLine({ orderId: '6900000000000000002', status: '已付款' }),
      shortLine({ orderId: '6.92E+18' }),
      '',
      shortLine({ orderId: '6900000000000000004', paidAt: '2026-02-30 08:00:00' }),
      shortLine({ orderId: '6900000000000000005', saleYuan: '100.005' }),
      '合计,,,,,,300.00,,,,,,,',
    ].join('\n')
    const { preview, statement } = await importOne(core, writeText(folder, march, text))
    expect(preview).toMatchObject({
      preset: 'douyin-creator',
      role: 'creator',
      encoding: 'utf-8',
      headerRow: 1,
      rows: 7,
      decisions: { new: 2, repeated: 0, superseding: 0, superseded: 0, conflict: 0, ignored: 2, rejected: 3 },
      rejected: [
        { row: 4, column: '订单id', value: '6.92E+18', code: 'id-scientific' },
        { row: 6, column: '付款时间', value: '2026-02-30 08:00:00', code: 'date-impossible' },
        { row: 7, column: '支付金额', value: '100.005', code: 'amount-decimals' },
      ],
      exportedFrom: 'name',
    })
    expect(statement.counts).toEqual({ accepted: 2, repeated: 0, superseded: 0, rejected: 3, ignored: 2 })
    expect(linesOf(core)).toHaveLength(2)
    const { statements } = await callCore(core, 'earnings.listStatements', {})
    expect(statements).toMatchObject([{ file: march, rows: 7, sha256: preview.sha256, isKept: true }])
  })

  test('counts rows that say no sale, and settled ones that do not say when, among those that count', async () => {
    const core = openTempCore()
    const text = shortStatement([
      { orderId: '6900000000000000001', saleYuan: '-' },
      { orderId: '6900000000000000002', saleYuan: '/', status: '已付款' },
      { orderId: '6900000000000000003', saleYuan: '', status: '已失效' },
      { orderId: '6900000000000000004', saleYuan: '0.00' },
      { orderId: '6900000000000000005', settledAt: '-' },
    ])
    const file = writeText(tempFolder(), march, text)
    const { preview } = await importOne(core, file)
    expect(preview).toMatchObject({ decisions: { new: 5 }, lacking: { sale: 2, settledAt: 1 } })
    expect(preview.orders.map(({ saleFen }) => saleFen)).toEqual([0, 0, 0, 0, 10_000])
    expect((await previewOne(core, file)).lacking).toBeNull()
  })

  test('keeps the file byte for byte under its hash', async () => {
    const core = openTempCore()
    const file = writeText(tempFolder(), march, shortStatement([{ orderId: '6900000000000000001' }]), 'gb18030')
    const { preview } = await importOne(core, file)
    const kept = join(core.dataDir, 'attachments', 'sha256', preview.sha256.slice(0, 2), preview.sha256.slice(2))
    expect(readFileSync(kept)).toEqual(readFileSync(file.path))
  })

  test('of the same file again changes nothing, and the preview knows it before reading rows', async () => {
    const core = openTempCore()
    const file = writeText(tempFolder(), march, shortStatement([{ orderId: '6900000000000000001' }]))
    await importOne(core, file)
    const before = linesOf(core)
    const { preview, statement } = await importOne(core, file)
    expect(preview.alreadyImported).not.toBeNull()
    expect(preview.decisions).toMatchObject({ new: 0, repeated: 1 })
    expect(statement).toMatchObject({ statementId: null, counts: { accepted: 0, repeated: 1 } })
    expect(linesOf(core)).toEqual(before)
  })

  test('of a newer file supersedes what changed, repeats what did not, and keeps older news as history', async () => {
    const core = openTempCore()
    const folder = tempFolder()
    const first = { orderId: '6900000000000000001', status: '已付款' as const }
    const second = { orderId: '6900000000000000002' }
    await importOne(core, writeText(folder, march, shortStatement([first, second])))
    const newer = await importOne(
      core,
      writeText(folder, april, shortStatement([{ ...first, status: '已结算' }, second])),
    )
    expect(newer.statement.counts).toEqual({ accepted: 1, repeated: 1, superseded: 0, rejected: 0, ignored: 0 })
    const older = await importOne(
      core,
      writeText(folder, '结算单_20260302.csv', shortStatement([{ ...first, commissionYuan: '19.00' }])),
    )
    expect(older.statement.counts).toMatchObject({ accepted: 0, superseded: 1 })
    expect(linesOf(core)).toMatchObject([
      { orderId: '6900000000000000001', status: 'settled', commissionFen: 2_000 },
      { orderId: '6900000000000000002', status: 'settled' },
    ])
  })

  test('plans several files in their order: what they share is new in the first and repeated in the second', async () => {
    const core = openTempCore()
    const folder = tempFolder()
    const shared = { orderId: '6900000000000000001' }
    const files = [
      writeText(folder, march, shortStatement([shared, { orderId: '6900000000000000002' }])),
      writeText(folder, april, shortStatement([shared, { orderId: '6900000000000000003' }])),
    ]
    const previews = (await previewAll(core, files)).map((result) => (result.ok ? result.preview : undefined))
    expect(previews.map((preview) => preview?.decisions)).toMatchObject([
      { new: 2, repeated: 0 },
      { new: 1, repeated: 1 },
    ])
    expect(linesOf(core)).toEqual([])
    const done = await importPlans(
      core,
      previews.flatMap((preview) => preview?.planId ?? []),
    )
    expect(done.statements.map(({ counts }) => counts)).toMatchObject([
      { accepted: 2, repeated: 0 },
      { accepted: 1, repeated: 1 },
    ])
    expect(linesOf(core)).toHaveLength(3)
  })

  test('is refused when the ledger has changed since the preview, and changes nothing', async () => {
    const core = openTempCore()
    const folder = tempFolder()
    const stale = await previewOne(core, writeText(folder, march, shortStatement([{ orderId: '6900000000000000001' }])))
    await importOne(core, writeText(folder, april, shortStatement([{ orderId: '6900000000000000002' }])))
    await expect(importPlans(core, [stale.planId])).rejects.toMatchObject({ code: 'import.preview-stale' })
    expect(linesOf(core)).toHaveLength(1)
  })

  test('tells apart two rows of one order and product by their rank', async () => {
    const core = openTempCore()
    const folder = tempFolder()
    const dear = { orderId: '6900000000000000001', saleYuan: '200.00', commissionYuan: '40.00' }
    const cheap = { orderId: '6900000000000000001', saleYuan: '100.00', commissionYuan: '20.00' }
    const { statement } = await importOne(core, writeText(folder, march, shortStatement([dear, cheap])))
    expect(statement.counts.accepted).toBe(2)
    const again = await importOne(core, writeText(folder, april, shortStatement([cheap, dear])))
    expect(again.statement.counts).toMatchObject({ accepted: 0, repeated: 2 })
    expect(linesOf(core)).toMatchObject([
      { occurrence: 1, commissionFen: 2_000 },
      { occurrence: 2, commissionFen: 4_000 },
    ])
  })

  test('joins a row again whose product name holds an unquoted comma, or refuses it, but never shifts its amounts', async () => {
    const core = openTempCore()
    const line = shortLine({ orderId: '6900000000000000001' })
    const text = [shortHeader, line.replace('洛川苹果', '洛川,苹果'), `${line},1,2,3`, line.slice(0, 60)].join('\n')
    const preview = await previewOne(core, writeText(tempFolder(), march, text))
    expect(preview.decisions).toMatchObject({ new: 1, rejected: 2 })
    expect(preview.orders[0]).toMatchObject({ saleFen: 10_000, estimatedCommissionFen: 2_000, commissionFen: 2_000 })
    expect(preview.rejected.map(({ code }) => code)).toEqual(['too-many-fields', 'too-few-fields'])
  })

  test('refuses ids that a spreadsheet has rounded in a whole file, but not the odd id that ends in zeros', async () => {
    const core = openTempCore()
    const folder = tempFolder()
    const rounded = shortStatement([{ orderId: '6900000000000010000' }, { orderId: '6900000000000020000' }])
    const refused = await previewOne(core, writeText(folder, march, rounded))
    expect(refused.rejected.map(({ code }) => code)).toEqual(['id-digits-lost', 'id-digits-lost'])
    const rows = Array.from({ length: 20 }, (_, i) => ({ orderId: `69000000000000123${i + 10}` }))
    const whole = shortStatement([...rows, { orderId: '6900000000000120000' }])
    expect((await previewOne(core, writeText(folder, april, whole))).decisions).toMatchObject({ new: 21, rejected: 0 })
  })
})

describe('a conflict', () => {
  test('is two equally new files with other amounts: the surer counts until the person decides', async () => {
    const core = openTempCore()
    const folder = tempFolder()
    const row = { orderId: '6900000000000000001' }
    await importOne(core, writeText(folder, `甲_${march}`, shortStatement([row])))
    const other = writeText(folder, `乙_${march}`, shortStatement([{ ...row, commissionYuan: '25.00' }]))
    const { preview, statement } = await importOne(core, other)
    expect(preview.decisions).toMatchObject({ conflict: 1 })
    expect(statement.counts).toMatchObject({ accepted: 0, rejected: 1 })
    expect(linesOf(core)).toMatchObject([{ commissionFen: 2_000, inConflict: 1 }])
    const { conflicts, total } = await callCore(core, 'earnings.listConflicts', {})
    expect(total).toBe(1)
    const dearer = conflicts[0]?.versions.find(({ commissionFen }) => commissionFen === 2_500)
    await callCore(core, 'earnings.decideConflicts', {
      choices: [{ lineId: conflicts[0]?.lineId ?? '', version: dearer?.version ?? 0 }],
    })
    expect(linesOf(core)).toMatchObject([{ commissionFen: 2_500, inConflict: 0 }])
    expect((await callCore(core, 'earnings.listConflicts', {})).total).toBe(0)
  })
})

describe('an import taken back', () => {
  test('stops counting, but for what another file holds, and can be brought back', async () => {
    const core = openTempCore()
    const folder = tempFolder()
    const shared = { orderId: '6900000000000000001' }
    const changed = { orderId: '6900000000000000002' }
    const first = await importOne(
      core,
      writeText(
        folder,
        march,
        shortStatement([shared, { ...changed, status: '已付款' }, { orderId: '6900000000000000003' }]),
      ),
    )
    const second = await importOne(core, writeText(folder, april, shortStatement([shared, changed])))
    const whole = linesOf(core)
    const voidIt = (id: string | null) =>
      callCore(core, 'earnings.voidStatement', { statementId: id ?? '', reason: '导错了' })
    await voidIt(second.statement.statementId)
    expect(linesOf(core)).toMatchObject([
      { orderId: '6900000000000000001' },
      { orderId: '6900000000000000002', status: 'paid' },
      { orderId: '6900000000000000003' },
    ])
    await voidIt(first.statement.statementId)
    expect(linesOf(core)).toEqual([])
    await expect(voidIt(first.statement.statementId)).rejects.toMatchObject({ code: 'import.statement-voided' })
    for (const { statement } of [first, second]) {
      await callCore(core, 'earnings.restoreStatement', { statementId: statement.statementId ?? '' })
    }
    expect(linesOf(core)).toEqual(whole)
  })
})

describe('refused rows', () => {
  test('are exported as they stand in the file, with the reason, to be mended and imported again', async () => {
    const core = openTempCore()
    const text = [shortHeader, shortLine({ orderId: '6900000000000000001', saleYuan: '1.234' })].join('\n')
    const { statement } = await importOne(core, writeText(tempFolder(), march, text))
    const file = await callCore(core, 'earnings.exportRejected', { statementId: statement.statementId ?? '' })
    const workbook = await readXlsx(readFileSync(core.outgoing(file.token).path))
    const [header, row] = workbook.sheets[0]?.rows ?? []
    expect(header?.slice(4)).toEqual(shortHeader.split(','))
    expect(row?.slice(0, 3)).toEqual(['2', '支付金额', '1.234'])
    expect(row?.[3]).toContain('三位小数')
    expect(row?.[4]).toBe('6900000000000000001')
    const mended = text.replace('1.234', '1.23')
    const again = await importOne(core, writeText(tempFolder(), march, mended))
    expect(again.statement.counts).toMatchObject({ accepted: 1, rejected: 0 })
  })
})

describe('a list no preset knows', () => {
  test('is mapped once under a name and known from then on', async () => {
    const core = openTempCore()
    const folder = tempFolder()
    const text = '单据,成交日,成交额,提成,进度\nA1,2026-03-01,100.00,20.00,好了\nA2,2026-03-02,50.00,10.00,没好\n'
    const file = writeText(folder, '别的平台.csv', text)
    const [unknown] = await previewAll(core, [file])
    expect(unknown).toMatchObject({
      ok: false,
      failure: {
        error: { code: 'import.unknown-layout' },
        unknown: { headerRow: 1, headers: ['单据', '成交日', '成交额', '提成', '进度'] },
      },
    })
    const saved = await callCore(core, 'earnings.saveMapping', {
      name: '别的平台',
      kind: 'orders',
      platform: 'other',
      columns: { orderId: '单据', paidAt: '成交日', saleFen: '成交额', commissionFen: '提成', status: '进度' },
      statusWords: { settled: ['好了'], paid: ['没好'] },
    })
    const preview = await previewOne(core, file)
    expect(preview).toMatchObject({ preset: saved.preset, decisions: { new: 2 }, asksAccount: true })
    expect(preview.sums).toMatchObject({ settled: { commissionFen: 2_000 }, paid: { saleFen: 5_000 } })
    await expect(
      callCore(core, 'earnings.saveMapping', {
        name: '缺状态',
        kind: 'orders',
        platform: 'other',
        columns: { orderId: '单据', paidAt: '成交日', saleFen: '成交额' },
      }),
    ).rejects.toMatchObject({ code: 'import.mapping-incomplete' })
  })
})

const wechat = [
  '导出时间：[2026-04-02 10:00:00],,,,,,,,,,',
  '交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注',
  '2026-03-15 10:00:00,转账,杭州播悦文化传媒有限公司,佣金,收入,¥10000.00,/,已存入零钱,10001,,/',
  '2026-03-16 10:00:00,商户消费,超市,买菜,支出,¥33.50,零钱,支付成功,10002,,/',
  '2026-03-18 10:00:00,二维码收款,路人,/,收入,¥5.00,/,已收钱,10005,,/',
].join('\n')

describe('a payment list', () => {
  test('keeps only what is ticked, and of an unticked row nothing but that it was left out', async () => {
    const core = openTempCore()
    const { preview, statement } = await importOne(core, writeText(tempFolder(), 'wx.csv', wechat), {}, [3])
    expect(preview.payments.map(({ keep }) => keep)).toEqual([true, false, true])
    expect(statement.counts).toEqual({ accepted: 1, repeated: 0, superseded: 0, rejected: 0, ignored: 2 })
    const db = new Database(join(core.dataDir, 'boan.db'), { readonly: true })
    expect(db.prepare('SELECT counterparty FROM imported_payments').pluck().all()).toEqual(['杭州播悦文化传媒有限公司'])
    expect(JSON.stringify(db.prepare('SELECT * FROM statements').all())).not.toContain('超市')
    expect(db.prepare('SELECT count(*) FROM import_plans').pluck().get()).toBe(0)
    db.close()
    expect(existsSync(join(core.dataDir, 'attachments', 'sha256'))).toBe(false)
  })

  test('waits for the person to say who paid, and then counts', async () => {
    const core = openTempCore()
    const done = await importOne(core, writeText(tempFolder(), 'wx.csv', wechat), {}, 'income')
    expect(done.waitingPayments).toBe(2)
    const { payments } = await callCore(core, 'earnings.listWaitingPayments', {})
    expect(payments.map(({ amountFen }) => amountFen)).toEqual([500, 1_000_000])
  })

  test('imported twice in two files holds each payment once', async () => {
    const core = openTempCore()
    const folder = tempFolder()
    await importOne(core, writeText(folder, 'a.csv', wechat), {}, 'all')
    const again = await importOne(core, writeText(folder, 'b.csv', `${wechat}\n`), {}, 'all')
    expect(again.statement.counts).toMatchObject({ accepted: 0, repeated: 3 })
  })
})
