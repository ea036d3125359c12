import { Buffer } from 'node:buffer'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { encode, writeBytes, writeText } from '../../core/import/files.ts'
import {
  openSharedCore,
  previewAll,
  previewOne,
  refusalOf,
  shortHeader,
  shortLine,
  shortStatement,
} from '../../core/import/importing.ts'
import { makeLyingWorkbook, makeWorkbook, makeZip } from './made-files.ts'

const statement = shortStatement([{ orderId: '6900000000000000001' }, { orderId: '6900000000000000002' }])
const table = statement
  .trim()
  .split('\n')
  .map((line) => line.split(','))

describe('a file that cannot be read is refused by name', () => {
  const { core, folder } = openSharedCore()
  const refusal = (name: string, bytes: Uint8Array, password?: string) =>
    refusalOf(core, writeBytes(folder, name, bytes), password === undefined ? {} : { password })

  test('0 bytes', async () => expect(await refusal('empty.csv', new Uint8Array())).toBe('import.file-empty'))

  test('a directory', async () => {
    const path = join(folder, 'a-folder.csv')
    mkdirSync(path)
    expect(await refusalOf(core, { path, name: 'a-folder.csv' })).toBe('app.file-is-folder')
  })

  test('a file that is not there', async () => {
    expect(await refusalOf(core, { path: join(folder, 'gone.csv'), name: 'gone.csv' })).toBe('app.file-vanished')
  })

  test('a truncated workbook', async () => {
    const whole = await makeWorkbook(table)
    for (const bytes of [100, whole.length - 200]) {
      expect(await refusal('cut.xlsx', whole.subarray(0, bytes))).toBe('import.workbook-cut')
      expect(await refusal('cut', whole.subarray(0, bytes))).toBe('import.workbook-cut')
    }
  })

  test('a truncated zip of something else', async () => {
    const whole = await makeZip([{ name: 'a.csv', content: statement }])
    expect(await refusal('cut.zip', whole.subarray(0, whole.length - 40))).toBe('import.zip-damaged')
  })

  test('a workbook whose sheet is broken', async () => {
    const broken = await makeZip([
      {
        name: 'xl/workbook.xml',
        content: '<workbook><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
      },
    ])
    expect(await refusal('broken.xlsx', broken)).toBe('import.workbook-damaged')
  })

  test('a zip that is no workbook and holds no table', async () => {
    expect(await refusal('no.xlsx', await makeZip([{ name: 'hello.md', content: 'hello' }]))).toBe(
      'import.zip-no-table',
    )
  })

  test('a zip with several tables', async () => {
    const two = await makeZip([
      { name: 'a.csv', content: statement },
      { name: 'b.csv', content: statement },
    ])
    expect(await refusal('two.zip', two)).toBe('import.zip-many-tables')
  })

  test('a zip that would unpack to hundreds of times its size', async () => {
    const bomb = await makeZip([{ name: 'bomb.csv', content: Buffer.alloc(80 << 20) }])
    expect(await refusal('bomb.zip', bomb)).toBe('import.zip-bomb')
  })

  test.each([{ zipCrypto: true }, { zipCrypto: false }])(
    'a zip with a password, asked and wrong (%o)',
    async (lock) => {
      const locked = await makeZip([{ name: 'bill.csv', content: statement }], { ...lock, password: '384756' })
      expect(await refusal('locked.zip', locked)).toBe('import.password-needed')
      expect(await refusal('locked.zip', locked, '000000')).toBe('import.password-wrong')
      const preview = await previewOne(core, writeBytes(folder, 'locked.zip', locked), { password: '384756' })
      expect(preview).toMatchObject({ inner: 'bill.csv', decisions: { new: 2 } })
    },
  )

  test('a workbook with a password, asked and wrong', async () => {
    const locked = await makeWorkbook(table, '8a8a8a')
    expect(await refusal('locked.xlsx', locked)).toBe('import.password-needed')
    expect(await refusal('locked.xlsx', locked, 'nothing')).toBe('import.password-wrong')
    const preview = await previewOne(core, writeBytes(folder, 'locked.xlsx', locked), { password: '8a8a8a' })
    expect(preview.decisions.new).toBe(2)
  })

  test('UTF-8 that is damaged in the middle or cut off', async () => {
    const bytes = encode(statement, 'utf-8')
    const damaged = Buffer.from(bytes)
    damaged[bytes.indexOf(encode('林', 'utf-8')) + 1] = 0x20
    expect(await refusal('damaged.csv', damaged)).toBe('import.encoding-damaged')
    const cut = bytes.subarray(0, bytes.lastIndexOf(encode('已结算', 'utf-8')) + 2)
    expect(await refusal('cut.csv', cut)).toBe('import.encoding-damaged')
  })

  test('text in no encoding BoAn knows', async () => {
    const latin = Buffer.from('Bestellung,Betrag\n\u00e9\u00ff,1\n', 'latin1')
    expect(await refusal('latin.csv', latin)).toBe('import.encoding-unknown')
  })

  test.each([
    ['a PDF', '%PDF-1.7\n'],
    ['a web page', '<html><table><tr><td>1</td></tr></table></html>'],
    ['a picture', '\u0089PNG\r\n'],
    ['JSON', '{"a": 1}'],
    ['another archive', 'Rar!\u001a'],
  ])('%s under the name of a workbook', async (_what, head) => {
    expect(await refusal('statement.xls', Buffer.from(head, 'latin1'))).toBe('import.not-a-table')
  })

  test('a quote that is never closed', async () => {
    const endless = `${shortHeader}\n"${'苹果,'.repeat(1_000_000)}`
    expect(await refusal('quote.csv', Buffer.from(endless))).toBe('import.row-too-long')
  })

  test('a list nobody knows', async () => {
    expect(await refusal('unknown.csv', Buffer.from('a,b\n1,2\n'))).toBe('import.unknown-layout')
  })

  test('the list of another account', async () => {
    const file = writeText(folder, 'account.csv', statement)
    expect(await refusalOf(core, file, { account: '老周' })).toBe('import.other-account')
    expect((await previewOne(core, file, { account: '小林的果园' })).decisions.new).toBe(2)
  })

  test('a sheet or a preset that is not there', async () => {
    const file = writeBytes(folder, 'sheet.xlsx', await makeWorkbook(table))
    expect(await refusalOf(core, file, { sheet: '没有' })).toBe('import.sheet-unknown')
    expect(await refusalOf(core, file, { preset: 'nobody' })).toBe('import.preset-unknown')
    expect(await refusalOf(core, file, { preset: 'wechat-pay' })).toBe('import.header-not-found')
  })
})

describe('what real files do is read', () => {
  const { core, folder } = openSharedCore()

  test('a workbook whose dimension lies and that has no shared strings', async () => {
    const preview = await previewOne(core, writeBytes(folder, 'lying.xlsx', await makeLyingWorkbook(table)))
    expect(preview).toMatchObject({ sheet: '订单&佣金', rows: 2, decisions: { new: 2 } })
  })

  test('numbers, dates and percentages of a workbook, but no id that has become a number', async () => {
    const row = shortLine({ orderId: '6900000000000000001' }).split(',')
    const typed = row.map((cell, index) => {
      if (index === 5) return new Date('2026-03-01T08:00:00Z')
      if (index === 6 || index === 8) return Number(cell)
      return index === 7 ? 0.2 : cell
    })
    const rounded = [6_900_000_000_000_000_000, ...typed.slice(1)]
    const file = writeBytes(folder, 'typed.xlsx', await makeWorkbook([shortHeader.split(','), typed, rounded]))
    const preview = await previewOne(core, file)
    expect(preview.orders[0]).toMatchObject({
      paidAt: '2026-03-01T00:00:00.000Z',
      saleFen: 10_000,
      ratePpm: 200_000,
      estimatedCommissionFen: 2_000,
    })
    expect(preview.rejected).toMatchObject([{ row: 3, code: 'id-digits-lost' }])
  })

  test('a sheet whose rows end at their last cell, with a note beside the table', async () => {
    const paid = shortLine({ orderId: '6900000000000000001', status: '已付款' }).split(',').slice(0, 13)
    const noted = [...shortLine({ orderId: '6900000000000000002' }).split(','), '', '问过运营了']
    const rows = [['2026年3月佣金明细'], shortHeader.split(','), paid, noted]
    const preview = await previewOne(core, writeBytes(folder, 'by-hand.xlsx', await makeWorkbook(rows)))
    expect(preview).toMatchObject({ headerRow: 2, decisions: { new: 2, rejected: 0 } })
    expect(preview.orders).toMatchObject([{ status: 'paid', settledAt: null }, { commissionFen: 2_000 }])
  })

  test('a header of two rows, its amounts under one name', async () => {
    const names = shortHeader.split(',')
    const [firstAmount, lastAmount] = [6, 11]
    const upper = names.map((name, at) =>
      at < firstAmount || at > lastAmount ? name : at === firstAmount ? '金额' : '',
    )
    const lower = names.map((name, at) => (at < firstAmount || at > lastAmount ? '' : name))
    const rows = [['佣金明细'], upper, lower, shortLine({ orderId: '6900000000000000001' }).split(',')]
    const preview = await previewOne(core, writeBytes(folder, 'grouped.xlsx', await makeWorkbook(rows)))
    expect(preview).toMatchObject({ headerRow: 3, rows: 1, headers: names, decisions: { new: 1 } })
    expect(preview.orders).toMatchObject([{ saleFen: 10_000, ratePpm: 200_000, commissionFen: 2_000 }])
    const unknown = rows.map((row) => row.map((cell) => (cell.length < 3 ? cell : cell.replace('订单', '凭据'))))
    const [read] = await previewAll(core, [writeBytes(folder, 'mine.xlsx', await makeWorkbook(unknown))])
    expect(read).toMatchObject({ failure: { unknown: { headerRow: 3 } } })
    expect(read?.ok === false && read.failure.unknown?.headers).toEqual(expect.arrayContaining(['凭据id', '支付金额']))
  })

  test('an .xls with a title, blank rows, days as numbers and a rate as a percentage', async () => {
    const path = join(import.meta.dirname, '../../fixtures/import/blank-rows.xls')
    const preview = await previewOne(core, { path, name: 'blank-rows.xls' })
    expect(preview).toMatchObject({ headerRow: 3, rows: 2, decisions: { new: 2 } })
    expect(preview.orders).toMatchObject([
      { row: 4, status: 'settled', paidAt: '2026-03-01T00:00:00.000Z', saleFen: 10_000, ratePpm: 200_000 },
      { row: 6, status: 'paid', settledAt: null, saleFen: 5_000, commissionFen: null },
    ])
  })

  test('a file named .xls that is GB18030 text with tabs', async () => {
    const file = writeText(folder, 'order.xls', statement.replaceAll(',', '\t'), 'gb18030')
    expect(await previewOne(core, file)).toMatchObject({ encoding: 'gb18030', decisions: { new: 2 } })
  })

  test.each(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030'] as const)('text in %s', async (encoding) => {
    const file = writeText(folder, `${encoding}.csv`, statement.replaceAll('\n', '\r\n'), encoding)
    expect(await previewOne(core, file)).toMatchObject({
      encoding: encoding.replace('-bom', ''),
      decisions: { new: 2, ignored: 0, rejected: 0 },
      accounts: [{ account: '小林的果园', rows: 2 }],
    })
  })

  test('ids in quotes, behind apostrophes and tabs, amounts with signs and commas, rates as shares', async () => {
    const lines = [
      shortLine({ orderId: '="6900000000000000001"', saleYuan: '"¥1,234.56"' }),
      shortLine({ orderId: "'6900000000000000002\t", saleYuan: '￥１２３４．５６' }),
      shortLine({ orderId: '"\t6900000000000000003"', saleYuan: '(12.00)', paidAt: '2026年3月1日' }),
      shortLine({ orderId: '6900000000000000004\t', paidAt: '2026/3/1 8:00' }).replace('20.00%', '0.2'),
      shortLine({ orderId: '6900000000000000005', paidAt: '46082.333333' }).replace('20.00%', '/'),
    ]
    const preview = await previewOne(core, writeText(folder, 'odd.csv', [shortHeader, ...lines].join('\n')))
    expect(preview.rejected).toEqual([])
    expect(preview.orders.map(({ orderId, saleFen, ratePpm }) => [orderId.slice(-1), saleFen, ratePpm])).toEqual([
      ['1', 123_456, 200_000],
      ['2', 123_456, 200_000],
      ['3', -1_200, 200_000],
      ['4', 10_000, 200_000],
      ['5', 10_000, null],
    ])
  })

  test('columns in another order, with unknown ones between and one repeated', async () => {
    const names = ['未知', ...shortHeader.split(',').toReversed(), '未知']
    const cells = ['x', ...shortLine({ orderId: '6900000000000000001' }).split(',').toReversed(), 'y']
    const preview = await previewOne(core, writeText(folder, 'order.csv', `${names.join(',')}\n${cells.join(',')}\n`))
    expect(preview).toMatchObject({
      decisions: { new: 1 },
      orders: [{ orderId: '6900000000000000001', saleFen: 10_000 }],
    })
  })
})

describe('a row with a fault is refused alone', () => {
  const { core, folder } = openSharedCore()
  const good = shortLine({ orderId: '6900000000000000009' })

  test.each([
    ['an id in scientific notation', shortLine({ orderId: '6.92012E+18' }), 'id-scientific', '订单id'],
    ['a date that cannot be', shortLine({ orderId: '69', paidAt: '2026-02-30' }), 'date-impossible', '付款时间'],
    ['an amount with three decimals', shortLine({ orderId: '69', saleYuan: '1.234' }), 'amount-decimals', '支付金额'],
    ['an amount that is none', shortLine({ orderId: '69', saleYuan: '一百' }), 'amount-bad', '支付金额'],
    ['a status nobody knows', good.replace('已结算', '天知道'), 'status-unknown', '订单状态'],
    ['no order id', shortLine({ orderId: '-' }), 'id-missing', '订单id'],
    ['no date', shortLine({ orderId: '69', paidAt: '-' }), 'date-missing', '付款时间'],
    ['a rate that could be either', good.replace('20.00%', '20'), 'rate-bad', '佣金率'],
  ])('%s', async (_what, line, code, column) => {
    const preview = await previewOne(core, writeText(folder, 'row.csv', [shortHeader, line, good].join('\n')))
    expect(preview.decisions).toMatchObject({ new: 1, rejected: 1 })
    expect(preview.rejected).toMatchObject([{ row: 2, column, code }])
  })
})
