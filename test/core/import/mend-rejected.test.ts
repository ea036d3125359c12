import { expect, test } from 'vitest'
import { mendedCsv, mendedFileName } from '../../../shared/earnings/statements/mended-csv.ts'
import { openDesk } from '../disputes/harness.ts'

const text = `订单id,商品id,达人名称,支付金额,退款金额,预估佣金收入,订单状态,付款时间,订单结算时间,收件人姓名
6958943977812624659,3580000000009389932,yutong,100.00,0.00,9.00,订单结算,2026-03-10 12:00:00,2026-03-20 12:00:00,张三
6958943977812624660,3580000000009389932,yutong,200.005,0.00,18.00,订单结算,2026-03-11 12:00:00,2026-03-21 12:00:00,李四
`

test('a refused row is mended on screen, and what was mended comes in as a file of its own', async () => {
  const desk = await openDesk()
  const bring = async (name: string, content: string, choice: { preset?: string; exportedAt: string }) => {
    const { files } = await desk.call('earnings.previewStatements', {
      files: [{ file: desk.give(name, content), ...choice }],
    })
    const [planned] = files
    if (planned?.ok !== true) throw new Error(`not read: ${JSON.stringify(planned)}`)
    const { statements } = await desk.call('earnings.importStatements', { plans: [{ planId: planned.preview.planId }] })
    const [statement] = statements
    if (statement?.statementId === undefined || statement.statementId === null) throw new Error('not imported')
    return { ...statement, statementId: statement.statementId }
  }
  const first = await bring('三月.csv', text, { exportedAt: '2026-04-02T00:00:00.000Z' })
  expect(first.counts).toMatchObject({ accepted: 1, rejected: 1 })

  const refused = await desk.call('earnings.rejectedCells', { statementId: first.statementId })
  expect(refused.headers).not.toContain('收件人姓名')
  expect(refused.rows).toMatchObject([{ row: 3, column: '支付金额', value: '200.005' }])
  const [row] = refused.rows
  const cells = row?.cells.map((cell) => (cell === '200.005' ? '200.01' : cell)) ?? []
  const statement = (await desk.call('earnings.listStatements', {})).statements[0]
  const second = await bring(mendedFileName('三月.csv', '-改正1行'), mendedCsv(refused.headers, [cells]), {
    preset: statement?.preset ?? '',
    exportedAt: statement?.exportedAt ?? '',
  })
  expect(second.counts).toMatchObject({ accepted: 1, rejected: 0, repeated: 0 })
  const { lines } = await desk.call('earnings.lines', {})
  expect(lines.map(({ orderId }) => orderId).toSorted()).toEqual(['6958943977812624659', '6958943977812624660'])
})
