import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { PayablesScreen, SettlementScreen } from '../../../renderer/earnings/settlement/index.ts'
import { Surroundings } from '../../../renderer/shell/surroundings.tsx'
import { fakeHost, resetApp, someStatus } from '../fake-host.ts'
import { ids, payables, preview, run } from './samples.ts'

const agency = { ...someStatus, settings: { ...someStatus.settings, roles: ['agency' as const] } }

function openAt(hash: string, answers: Parameters<typeof fakeHost>[0] = {}) {
  const host = fakeHost({
    'earnings.previewSettlement': () => preview,
    'earnings.settlement': () => run,
    'earnings.listSettlements': () => ({ runs: [] }),
    ...answers,
  })
  location.hash = hash
  render(<SettlementScreen />, { wrapper: Surroundings })
  return host
}

beforeEach(() => resetApp(agency))

test('a month is reviewed, a cycle left out with a reason, and what was looked at is frozen', async () => {
  const { asked } = openAt('#/ledger/settlement/review?month=2026-08', {
    'earnings.createSettlement': () => ({ id: ids.run, number: run.number, sha256: run.sha256 }),
  })
  const second = await screen.findByRole('checkbox', { name: /结算 王一诺 的 王一诺直播合作/ })
  expect(screen.getByRole('checkbox', { name: /口头约定/ })).toBeDisabled()
  expect(screen.getByText('没有报酬条件')).toBeVisible()
  expect(screen.getByText(/以前月份还欠 ¥50\.00/)).toBeVisible()
  expect(screen.getByText(/2 人，2 个周期，本期应付 ¥21,700\.00/)).toBeVisible()
  await userEvent.click(second)
  await userEvent.type(await screen.findByLabelText('原因'), '本人要求下月结{Enter}')
  expect(await screen.findByText('不结算：本人要求下月结')).toBeVisible()
  expect(screen.getByText(/1 人，1 个周期，本期应付 ¥10,850\.00/)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '冻结成一期结算' }))
  expect(asked.find(({ name }) => name === 'earnings.createSettlement')?.input).toMatchObject({
    month: '2026-08',
    stateSha256: preview.stateSha256,
    excluded: [{ agreementId: ids.second, cycle: '2026-08', reason: '本人要求下月结' }],
  })
  expect(location.hash).toContain(ids.run)
})

test('a ledger that moved on is said, and nothing is frozen', async () => {
  openAt('#/ledger/settlement/review?month=2026-08', {
    'earnings.createSettlement': () => ({ code: 'settlement.stale', params: {} }),
  })
  await userEvent.click(await screen.findByRole('button', { name: '冻结成一期结算' }))
  expect(await screen.findByText(/账目在你查看之后又变了/)).toBeVisible()
})

test('a run says what is paid, what lacks and what the ledger says differently, and marks rows as paid', async () => {
  const { asked } = openAt(`#/ledger/settlement/${ids.run}`, {
    'earnings.payStatements': () => ({ payments: 1, amountFen: 1_085_000 }),
  })
  expect(await screen.findByRole('heading', { name: /2026 年 8 月结算/ })).toBeVisible()
  expect(screen.getByText('缺卡号')).toBeVisible()
  expect(screen.getByText('账目变了 ¥1,600.00')).toBeVisible()
  expect(screen.getByText(/冻结之后账目又变了 1 处/)).toBeVisible()
  expect(screen.getByRole('checkbox', { name: '选中 王一诺' })).toBeDisabled()
  await userEvent.click(screen.getByRole('checkbox', { name: '选中 林小满' }))
  await userEvent.click(screen.getByRole('button', { name: '记为已付（1）' }))
  const dialog = await screen.findByRole('dialog', { name: '付给 林小满' })
  await userEvent.type(within(dialog).getByLabelText('怎么付的'), '银行转账{Enter}')
  expect(asked.find(({ name }) => name === 'earnings.payStatements')?.input).toMatchObject({
    runId: ids.run,
    channel: '银行转账',
    statements: [{ statementId: ids.statement, amountFen: 1_085_000 }],
  })
})

test('payments that fit are proposed, and only those ticked are put to their statements', async () => {
  const match = {
    statementId: ids.statement,
    paymentId: ids.payee,
    date: '2026-09-11',
    amountFen: 1_085_000,
    channel: 'bank',
    reference: '0911',
    exact: true,
  }
  const { asked } = openAt(`#/ledger/settlement/${ids.run}`, {
    'earnings.matchStatements': () => ({
      matches: [match, { ...match, paymentId: ids.second, amountFen: 5000, exact: false }],
    }),
    'earnings.linkStatements': () => ({ linked: 1 }),
  })
  await userEvent.click(await screen.findByRole('button', { name: '从流水里找付款' }))
  const part = await screen.findByRole('checkbox', { name: /把 2026-09-11 的 ¥50\.00 算到 林小满/ })
  await userEvent.click(part)
  await userEvent.click(screen.getByRole('button', { name: '算上 1 笔' }))
  expect(asked.find(({ name }) => name === 'earnings.linkStatements')?.input).toEqual({
    runId: ids.run,
    links: [{ statementId: ids.statement, paymentId: ids.payee }],
  })
})

test('what is owed stands in groups by due date, in the payer’s words, and can be filtered', async () => {
  fakeHost({ 'earnings.payables': () => payables })
  render(<PayablesScreen />, { wrapper: Surroundings })
  const due = await screen.findByRole('region', { name: '已经到期' })
  expect(within(due).getByText('1 项，共 ¥10,850.00')).toBeVisible()
  expect(within(due).getByRole('columnheader', { name: '还要付' })).toBeVisible()
  expect(screen.getByRole('region', { name: '以后到期' })).toBeVisible()
  await userEvent.type(screen.getByRole('textbox', { name: '按收款人或约定筛选' }), '没有这个人')
  expect(screen.getByText('没有符合筛选的款项。')).toBeVisible()
})

test('without runs the place says what it is for', async () => {
  openAt('#/ledger/settlement')
  expect(await screen.findByRole('heading', { name: '还没有做过结算' })).toBeVisible()
  expect(screen.getByRole('button', { name: /^核对 \d{4} 年 \d+ 月$/ })).toBeVisible()
})
