import { readFileSync } from 'node:fs'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { resolveOutgoing } from '../../../electron/core/exchange.ts'
import type { Desk } from '../disputes/harness.ts'
import { openWorkedExample } from '../disputes/worked-example.ts'
import { agencyName, openAgency, settleAugust, total } from './agency.ts'

const august = { month: '2026-08', asOf: '2026-09-02' }

async function ledgerRows(desk: Desk, asOf = august.asOf) {
  const { agreements } = await desk.call('earnings.ledger', { asOf, agreements: 200 })
  return agreements.flatMap((agreement) => agreement.rows).filter(({ cycle }) => cycle === '2026-08')
}

test('a run has the figures of the ledger to the fen, and its totals are the sums of its lines', async () => {
  const { desk } = await openAgency(20)
  const runId = await settleAugust(desk)
  const rows = await ledgerRows(desk)
  const run = await desk.call('earnings.settlement', { id: runId })
  expect(run.number).toBe('JS-2026-08-001')
  expect(run.statements).toHaveLength(20)
  const items = run.statements.flatMap((statement) => statement.items)
  for (const row of rows) {
    const item = items.find(({ agreementId }) => agreementId === row.agreementId)
    expect(item).toMatchObject({
      expectedFen: row.expectedFen,
      paidFen: row.paidFen,
      outstandingFen: row.outstandingFen,
      payableFen: row.outstandingFen,
      changedFen: 0,
    })
  }
  expect(run.payableFen).toBe(rows.reduce((sum, row) => sum + row.outstandingFen, 0))
  expect(run.payableFen).toBe(items.reduce((sum, item) => sum + item.payableFen, 0))
  expect(run.statements[0]).toMatchObject({ number: 'JS-2026-08-001-01', payBy: '2026-09-15', state: 'unpaid' })
})

test('what was frozen stays when the ledger changes, and the difference is shown; the ledger itself is never changed by a run', async () => {
  const { desk, streamers } = await openAgency(2)
  const before = await ledgerRows(desk)
  const runId = await settleAugust(desk)
  expect(await ledgerRows(desk)).toEqual(before)
  const [first] = streamers
  if (first === undefined) throw new Error('no streamer')
  await total(desk, first.agreementId, '2026-08', 12_000_000)
  const run = await desk.call('earnings.settlement', { id: runId })
  const statement = run.statements.find(({ payee }) => payee.id === first.partyId)
  expect(statement?.totals.expectedFen).toBe(1_100_000)
  expect(statement?.items[0]?.changedFen).toBe(160_000)
})

test('figures that changed after the person looked are not frozen', async () => {
  const { desk, streamers } = await openAgency(1)
  const { stateSha256 } = await desk.call('earnings.previewSettlement', august)
  await total(desk, streamers[0]?.agreementId ?? '', '2026-08', 1)
  await expect(desk.call('earnings.createSettlement', { ...august, stateSha256 })).rejects.toMatchObject({
    code: 'settlement.stale',
  })
  expect((await desk.call('earnings.listSettlements', {})).runs).toEqual([])
})

test('a cycle can be left out with a reason, and waits in one run at a time', async () => {
  const { desk, streamers } = await openAgency(3)
  const [first, second] = streamers
  const place = { agreementId: first?.agreementId ?? '', cycle: '2026-08' }
  const runId = await settleAugust(desk, [{ ...place, reason: '本人要求下月一起结' }])
  const run = await desk.call('earnings.settlement', { id: runId })
  expect(run.statements.map(({ payee }) => payee.name)).toEqual(['主播02', '主播03'])
  expect(run.excluded).toEqual([expect.objectContaining({ reason: '本人要求下月一起结', payee: expect.anything() })])
  const { rows } = await desk.call('earnings.previewSettlement', august)
  expect(rows.find((row) => row.agreementId === second?.agreementId)).toMatchObject({
    run: { number: 'JS-2026-08-001' },
    warnings: expect.arrayContaining(['in-run']),
  })
  const again = await settleAugust(desk)
  expect((await desk.call('earnings.settlement', { id: again })).statements.map(({ payee }) => payee.name)).toEqual([
    '主播01',
  ])
})

test('a month that is not over, or without terms, is not settled', async () => {
  const { desk, streamers } = await openAgency(1, '2026-08-20')
  await desk.call('contracts.saveAgreement', {
    title: '口头约定',
    payerId: (await desk.call('parties.list', {})).parties.find(({ isSelf }) => isSelf)?.id ?? '',
    payeeId: streamers[0]?.partyId ?? '',
    from: '2026-08-01',
  })
  const month = { month: '2026-08', asOf: '2026-08-20' }
  const { rows, stateSha256 } = await desk.call('earnings.previewSettlement', month)
  expect(rows.map(({ warnings }) => warnings.filter((one) => one === 'no-terms' || one === 'not-over'))).toEqual(
    expect.arrayContaining([['not-over'], ['no-terms', 'not-over']]),
  )
  await expect(desk.call('earnings.createSettlement', { ...month, stateSha256 })).rejects.toMatchObject({
    code: 'settlement.nothing-to-settle',
  })
})

test('paid statements become payments put to their cycles, and the run says how far it is', async () => {
  const { desk } = await openAgency(3)
  const runId = await settleAugust(desk)
  const { statements } = await desk.call('earnings.settlement', { id: runId })
  const [one, two] = statements
  if (one === undefined || two === undefined) throw new Error('no statements')
  desk.setDay('2026-09-10')
  await desk.call('earnings.payStatements', {
    runId,
    date: '2026-09-10',
    channel: '银行转账',
    statements: [{ statementId: one.id }, { statementId: two.id, amountFen: 100_000 }],
  })
  const run = await desk.call('earnings.settlement', { id: runId })
  expect(run.statements.map(({ state }) => state)).toEqual(['paid', 'part', 'unpaid'])
  expect(run).toMatchObject({ toPay: 3, paid: 1, paidFen: one.totals.payableFen + 100_000 })
  const { payments } = await desk.call('earnings.listPayments', { asOf: '2026-09-10' })
  expect(payments).toHaveLength(2)
  expect(payments.find(({ payee }) => payee.id === one.payee.id)).toMatchObject({
    amountFen: one.totals.payableFen,
    reference: one.number,
    allocations: [{ agreementId: one.items[0]?.agreementId, cycle: '2026-08', amountFen: one.totals.payableFen }],
    unallocatedFen: 0,
  })
  const rows = await ledgerRows(desk, '2026-09-10')
  expect(rows.find(({ agreementId }) => agreementId === one.items[0]?.agreementId)?.status).toBe('settled')
  const again = { runId, date: '2026-09-10', statements: [{ statementId: one.id }] }
  await expect(desk.call('earnings.payStatements', again)).rejects.toMatchObject({ code: 'settlement.already-paid' })
  const tooMuch = { ...again, statements: [{ statementId: two.id, amountFen: two.totals.payableFen }] }
  await expect(desk.call('earnings.payStatements', tooMuch)).rejects.toMatchObject({ code: 'settlement.pays-too-much' })
  await desk.call('earnings.voidFact', { kind: 'payment', id: payments[0]?.id ?? '', reason: '记错了' })
  expect((await desk.call('earnings.settlement', { id: runId })).paid + run.paid).toBeLessThanOrEqual(2)
})

test('payments that the ledger already has are found by payee and amount and put to their statements', async () => {
  const { desk } = await openAgency(2)
  const runId = await settleAugust(desk)
  const { statements } = await desk.call('earnings.settlement', { id: runId })
  const [one, two] = statements
  if (one === undefined || two === undefined) throw new Error('no statements')
  const self = (await desk.call('parties.list', {})).parties.find(({ isSelf }) => isSelf)?.id ?? ''
  desk.setDay('2026-09-12')
  const paid = { date: '2026-09-11', payerId: self, channel: 'bank' }
  const exact = await desk.call('earnings.savePayment', {
    ...paid,
    amountFen: one.totals.payableFen,
    payeeId: one.payee.id,
  })
  const part = await desk.call('earnings.savePayment', { ...paid, amountFen: 50_000, payeeId: two.payee.id })
  // Counted in the frozen figures already: none of the run's.
  await desk.call('earnings.savePayment', { ...paid, date: '2026-09-01', amountFen: 1, payeeId: two.payee.id })
  const { matches } = await desk.call('earnings.matchStatements', { runId })
  expect(matches).toEqual([
    expect.objectContaining({ statementId: one.id, paymentId: exact.id, exact: true }),
    expect.objectContaining({ statementId: two.id, paymentId: part.id, exact: false }),
  ])
  await desk.call('earnings.linkStatements', {
    runId,
    links: matches.map(({ statementId, paymentId }) => ({ statementId, paymentId })),
  })
  const run = await desk.call('earnings.settlement', { id: runId })
  expect(run.statements.map(({ state, paidFen }) => [state, paidFen])).toEqual([
    ['paid', one.totals.payableFen],
    ['part', 50_000],
  ])
  await expect(
    desk.call('earnings.linkStatements', { runId, links: [{ statementId: two.id, paymentId: exact.id }] }),
  ).rejects.toMatchObject({ code: 'settlement.other-payment' })
})

test('a run that is taken back lets its cycles be settled again and keeps its payments', async () => {
  const { desk } = await openAgency(1)
  const runId = await settleAugust(desk)
  const { statements } = await desk.call('earnings.settlement', { id: runId })
  await desk.call('earnings.payStatements', {
    runId,
    date: '2026-09-02',
    statements: [{ statementId: statements[0]?.id ?? '', amountFen: 1000 }],
  })
  await desk.call('earnings.voidSettlement', { id: runId, reason: '取数日错了' })
  await expect(desk.call('earnings.exportPaymentList', { runId })).rejects.toMatchObject({
    code: 'settlement.run-voided',
  })
  const again = await settleAugust(desk)
  const run = await desk.call('earnings.settlement', { id: again })
  expect(run.number).toBe('JS-2026-08-002')
  expect(run.payableFen).toBe((statements[0]?.totals.payableFen ?? 0) - 1000)
})

test('the payment list has every account as text, what is to be paid, and payees without an account apart', async () => {
  const { desk } = await openAgency(3)
  const runId = await settleAugust(desk)
  const made = await desk.call('earnings.exportPaymentList', { runId })
  expect(made).toMatchObject({ payments: 2, lacking: ['主播03'] })
  const file = readFileSync(resolveOutgoing(desk.dataDir, made.file.token).path)
  const { sheets } = await readXlsx(file, { readStyles: true })
  const [ready, lacking] = sheets
  expect(ready?.rows[1]).toEqual([
    '主播01',
    '6222021001122334458',
    '工商银行杭州分行',
    11_000,
    '2026 年 8 月直播报酬',
    'JS-2026-08-001-01',
    '2026-09-15',
  ])
  expect(ready?.rows.at(-1)?.slice(0, 4)).toEqual(['合计 2 笔', null, null, made.amountFen / 100])
  expect(lacking?.rows[1]?.[0]).toBe('主播03')
  const formatAt = (column: number): string | undefined => ready?.cells?.get(`1,${column}`)?.style?.numFmt
  expect([formatAt(1), formatAt(3)]).toEqual(['@', '#,##0.00'])
})

test('what is owed stands by due date, the longest overdue first', async () => {
  const { desk } = await openAgency(2, '2026-10-20')
  const { rows, ...sums } = await desk.call('earnings.payables', { asOf: '2026-10-20' })
  const dates = rows.map(({ dueDate }) => dueDate ?? '')
  expect(dates).toEqual(dates.toSorted((a, b) => a.localeCompare(b)))
  expect(rows[0]).toMatchObject({ cycle: '2026-08', status: 'overdue', overdueDays: 35, dueDate: '2026-09-15' })
  const sum = (status: string): number =>
    rows.filter((row) => row.status === status).reduce((total, row) => total + row.outstandingFen, 0)
  expect(sums).toMatchObject({ agreements: 2, dueFen: sum('overdue'), notDueFen: sum('not-due'), openFen: sum('open') })
})

test('a streamer owes nobody: the payer’s side is empty', async () => {
  const { desk } = await openWorkedExample()
  expect(await desk.call('earnings.payables', { asOf: '2026-05-15' })).toMatchObject({ agreements: 0, rows: [] })
  expect((await desk.call('earnings.previewSettlement', { month: '2026-03', asOf: '2026-05-15' })).rows).toEqual([])
})

test('what was withheld, deducted and paid before adds up to the fen on both papers, and an overpaid cycle asks for nothing', async () => {
  const { desk, streamers } = await openAgency(2)
  const [first, second] = streamers
  const place = { agreementId: first?.agreementId ?? '', cycle: '2026-08' }
  await desk.call('earnings.saveWithholding', { ...place, kind: 'iit', amountFen: 52_033 })
  await desk.call('earnings.saveWithholding', { ...place, kind: 'social-insurance', amountFen: 101_717 })
  await desk.call('earnings.saveDeduction', {
    ...place,
    amountFen: 30_000,
    reason: '样品费',
    deductionTermId: 'sample',
  })
  const payer = (await desk.call('parties.list', {})).parties.find(({ isSelf }) => isSelf)
  await desk.call('earnings.savePayment', {
    date: '2026-08-25',
    amountFen: 1_300_000,
    payerId: payer?.id ?? '',
    payeeId: second?.partyId ?? '',
    allocations: [{ agreementId: second?.agreementId ?? '', cycle: '2026-08', amountFen: 1_300_000 }],
  })
  const { statements } = await desk.call('earnings.settlement', { id: await settleAugust(desk) })
  const texts = []
  for (const { id: statementId } of statements) {
    for (const paper of ['statement', 'confirmation'] as const) {
      texts.push((await desk.call('earnings.renderStatement', { statementId, paper, format: 'html' })).text ?? '')
    }
  }
  const [owed, confirmed, overpaid, nothing] = texts
  expect(owed).toContain('应得¥11,000.00－依法代扣¥1,537.50－有依据的扣款¥200.00－此前已付¥0.00＝¥9,262.50。')
  expect(confirmed).toMatch(/9,262\.50/)
  expect(overpaid).toContain('＝−¥1,901.23。多付、多扣的¥1,901.23不抵其他周期')
  expect(nothing).toContain('加：多付、多扣而不在本次抵扣的部分')
  expect(nothing).toContain('没有还要支付的款项')
  expect(nothing).not.toContain('收款账户')
})

test('a statement prints its figures, steps and capitals', async () => {
  const { desk } = await openAgency(1)
  const runId = await settleAugust(desk)
  const { statements } = await desk.call('earnings.settlement', { id: runId })
  const made = await desk.call('earnings.renderStatement', {
    statementId: statements[0]?.id ?? '',
    paper: 'statement',
    format: 'html',
  })
  for (const text of [
    agencyName,
    '主播01',
    'JS-2026-08-001-01',
    '人民币壹万壹仟元整',
    '2026年9月15日',
    '带货佣金',
    '8,000.00',
  ]) {
    expect(made.text).toContain(text)
  }
})
