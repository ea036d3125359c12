import { describe, expect, test } from 'vitest'
import { agree, payerName } from './agreeing.ts'
import { writeText } from './files.ts'
import { type InProcess, openInProcess } from './in-process.ts'
import { shortStatement } from './importing.ts'

async function previewed(core: InProcess, name: string, text: string): Promise<string> {
  const file = core.takeIn(writeText(core.folder, name, text))
  const { files } = await core.call('earnings.previewStatements', { files: [{ file }] })
  const [result] = files
  if (result?.ok !== true) throw new Error(JSON.stringify(result))
  return result.preview.planId
}

const countPayments = ({ db }: InProcess): unknown =>
  db.prepare('SELECT count(*) FROM payments WHERE voided_at IS NULL').pluck().get()

const roomsOf = ({ db }: InProcess): unknown[] =>
  db
    .prepare('SELECT s.room_id FROM order_lines l LEFT JOIN sessions s ON s.id = l.session_id ORDER BY l.order_id')
    .pluck()
    .all()

const row = { orderId: '6900000000000000001', account: '小林' }

describe('an import moves the ledger', () => {
  test('and says which figures it moved, and back again when it is taken back', async () => {
    const core = await openInProcess()
    const agreement = await agree(core, { platforms: ['douyin'], accounts: ['小林'] })
    const planId = await previewed(
      core,
      '账_20260401.csv',
      shortStatement([row, { ...row, orderId: '69', account: '老周' }]),
    )
    const { changes, statements } = await core.call('earnings.importStatements', { plans: [{ planId }] })
    const moved = { agreementId: agreement.id, cycle: '2026-03', expectedBeforeFen: 0, expectedAfterFen: 1_200 }
    expect(changes).toEqual([moved])
    const statementId = statements[0]?.statementId ?? ''
    const taken = await core.call('earnings.voidStatement', { statementId, reason: '导错了' })
    expect(taken.changes).toEqual([{ ...moved, expectedBeforeFen: 1_200, expectedAfterFen: 0 }])
    const back = await core.call('earnings.restoreStatement', { statementId })
    expect(back.changes).toEqual([moved])
  })

  test('adds the accounts of its files to the agreement that was named', async () => {
    const core = await openInProcess()
    const agreement = await agree(core, { platforms: ['douyin'], accounts: ['别人'] })
    const planId = await previewed(core, '账_20260401.csv', shortStatement([row]))
    await core.call('earnings.importStatements', { plans: [{ planId }], agreementId: agreement.id })
    const { scope } = await core.call('contracts.getAgreement', { id: agreement.id })
    expect(scope.accounts).toEqual(['别人', '小林'])
    const expected = core.db.prepare("SELECT expected_fen FROM cycle_figures WHERE cycle = '2026-03'").pluck().get()
    expect(expected).toBe(1_200)
  })
})

const list = [
  '交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注',
  `2026-04-15 10:00:00,转账,${payerName},佣金,收入,¥12.00,/,已存入零钱,10001,,/`,
  '2026-04-16 10:00:00,二维码收款,路人,/,收入,¥5.00,/,已收钱,10002,,/',
  `2026-04-17 10:00:00,转账,*州播悦文化传媒有限公司,佣金,收入,¥8.00,/,已存入零钱,10003,,/`,
].join('\n')

describe('payments from a list', () => {
  test('of known payers are proposed and count at once; they go and come back with their list', async () => {
    const core = await openInProcess()
    await agree(core, {})
    const planId = await previewed(core, 'wx.csv', list)
    const { statements, waitingPayments } = await core.call('earnings.importStatements', { plans: [{ planId }] })
    expect(statements[0]?.counts).toMatchObject({ accepted: 2, ignored: 1 })
    expect(waitingPayments).toBe(0)
    expect(countPayments(core)).toBe(2)
    const statementId = statements[0]?.statementId ?? ''
    await core.call('earnings.voidStatement', { statementId, reason: '导错了' })
    expect(countPayments(core)).toBe(0)
    await core.call('earnings.restoreStatement', { statementId })
    expect(countPayments(core)).toBe(2)
  })

  test('of unknown payers wait until the person says who paid', async () => {
    const core = await openInProcess()
    const { payer } = await agree(core, {})
    const planId = await previewed(core, 'wx.csv', list)
    const done = await core.call('earnings.importStatements', { plans: [{ planId, keep: 'income' }] })
    expect(done.waitingPayments).toBe(1)
    const { payments } = await core.call('earnings.listWaitingPayments', {})
    expect(payments).toMatchObject([{ counterparty: '路人', amountFen: 500 }])
    await core.call('earnings.assignPayments', { ids: payments.map(({ id }) => id), payerId: payer.id })
    expect(countPayments(core)).toBe(3)
    expect((await core.call('earnings.listWaitingPayments', {})).payments).toEqual([])
    await expect(
      core.call('earnings.assignPayments', { ids: payments.map(({ id }) => id), payerId: payer.id }),
    ).rejects.toMatchObject({ code: 'import.payment-unknown' })
  })
})

describe('live sessions from a list', () => {
  const sessions = [
    '直播间id,主播昵称,开播时间,下播时间',
    '7301,小林,2026-03-01 07:00:00,2026-03-01 09:00:00',
    '7302,小林,2026-03-02 20:00:00,2026-03-02 23:00:00',
  ].join('\n')
  const orders = shortStatement([
    { ...row, roomId: '7302', paidAt: '2026-03-05 12:00:00' },
    { ...row, orderId: '6900000000000000002', paidAt: '2026-03-01 10:30:00' },
    { ...row, orderId: '6900000000000000003', paidAt: '2026-03-01 12:30:00' },
  ])
  test.each([
    ['before the orders', [sessions, orders]],
    ['after the orders', [orders, sessions]],
  ])('take their lines by live room, else by account and time, imported %s', async (_when, texts) => {
    const core = await openInProcess()
    const ids: string[] = []
    for (const [index, text] of texts.entries()) {
      const planId = await previewed(core, `${index}.csv`, text)
      const { statements } = await core.call('earnings.importStatements', { plans: [{ planId }] })
      if (text === sessions) ids.push(statements[0]?.statementId ?? '')
    }
    expect(roomsOf(core)).toEqual(['7302', '7301', null])
    for (const statementId of ids) await core.call('earnings.voidStatement', { statementId, reason: '导错了' })
    expect(roomsOf(core)).toEqual([null, null, null])
    for (const statementId of ids) await core.call('earnings.restoreStatement', { statementId })
    expect(roomsOf(core)).toEqual(['7302', '7301', null])
  })
})

describe('the row behind a line', () => {
  test('is read back whole from the kept file, without the columns about buyers', async () => {
    const core = await openInProcess()
    const text = [
      '订单号,订单下单时间,订单状态,商品编码(平台),带货账号昵称,带货费用渠道,带货费用类型,带货费用,订单完成结算时间,收件人姓名,收件人手机',
      '3701,2026-03-01 08:00:00,已完成,10001,小林,达人佣金,佣金,20.00,2026-03-20 08:00:00,张三,13800000000',
    ].join('\n')
    const planId = await previewed(core, 'shop.csv', text)
    await core.call('earnings.importStatements', { plans: [{ planId }] })
    const place = await core.call('earnings.linePlace', { lineId: '1' })
    expect(place).toMatchObject({ file: 'shop.csv', row: 2, withheldColumns: ['收件人姓名', '收件人手机'] })
    expect(place.columns).toContainEqual({ name: '带货费用', value: '20.00' })
    expect(JSON.stringify(place)).not.toContain('张三')
    expect(JSON.stringify(core.db.prepare('SELECT * FROM order_lines').all())).not.toContain('13800000000')
  })
})
