import { describe, expect, test } from 'vitest'
import { shanghaiClock } from '../../../../shared/earnings/statements/cells.ts'
import { momentInName, momentInPreamble } from '../../../../shared/earnings/statements/export-moment.ts'
import { indexHeader, normalizeHeader } from '../../../../shared/earnings/statements/header.ts'
import { explainRow } from '../../../../shared/earnings/statements/marks.ts'

describe('header names', () => {
  test.each([
    ['金额（元）', '金额(元)'],
    ['动帐类型', '动账类型'],
    [' 订单ID\t', '订单id'],
    ['\ufeff订单id', '订单id'],
  ])('%j is compared as %s', (name, compared) => expect(normalizeHeader(name)).toBe(compared))

  test('a name that occurs twice keeps both places', () => {
    expect(indexHeader(['订单来源', '状态', '订单来源']).places.get('订单来源')).toEqual([0, 2])
  })
})

describe('rows that are no orders', () => {
  const headerNames = ['订单id', '付款时间', '支付金额', '状态']
  const why = (cells: string[], isFirst = false) => explainRow(cells, { headerNames, isFirst })

  test.each([
    ['blank', ['', ' ', '-', '']],
    ['total', ['合计', '', '123.00', '']],
    ['total', ['人民币合计', '', '1.00', '']],
    ['total', ['共 3 笔', '', '', '']],
    ['total', ['# 收入合计', '', '1.00', '']],
    ['total', ['已收入:1笔', '500.00元']],
    ['repeated-header', ['订单id', '付款时间', '支付金额', '状态']],
    ['note', ['本单据仅供参考', '', '', '']],
  ])('%s: %j', (expected, cells) => expect(why(cells)).toBe(expected))

  test('the line below the header that explains the columns', () => {
    const cells = ['平台的订单编号', '买家付款的时间', '实付金额', '订单状态']
    expect(why(cells, true)).toBe('explanation')
    expect(why(cells)).toBeUndefined()
  })

  test('what looks like data is never explained away', () => {
    expect(why(['6900000000000000001', '', '', ''])).toBeUndefined()
    expect(why(['', '2026-03-01', '', ''])).toBeUndefined()
    expect(why(['x', 'y', '12.00', 'z'], true)).toBeUndefined()
  })
})

function clock(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : shanghaiClock(seconds)
}

describe('when a file was exported', () => {
  test.each([
    ['导出时间：[2026-04-02 10:00:00]', '2026-04-02 10:00:00'],
    ['下载日期:2026年4月2日', '2026-04-02 00:00:00'],
    ['起始时间：[2026-03-01 00:00:00]', undefined],
  ])('preamble %s', (line, expected) => expect(clock(momentInPreamble([line]))).toBe(expected))

  test.each([
    ['达人佣金_20260405093015.xlsx', '2026-04-05 09:30:15'],
    ['结算单-2026-04-05.csv', '2026-04-05 23:59:59'],
    ['2026-03-01至2026-03-31.csv', '2026-03-31 23:59:59'],
    ['账单(20260301-20260331).csv', '2026-03-31 23:59:59'],
    ['2026年4月5日.csv', undefined],
    ['2026年04月05日.csv', '2026-04-05 23:59:59'],
    ['orders_1775352615000.csv', '2026-04-05 09:30:15'],
    ['6900000020260405001.csv', undefined],
    ['结算单_20260230.csv', undefined],
    ['statement.csv', undefined],
  ])('name %s', (name, expected) => expect(clock(momentInName(name))).toBe(expected))
})
