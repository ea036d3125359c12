import { fireEvent, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { moveAllocation } from '../../../renderer/earnings/ledger/dragged-payment.ts'
import { LedgerScreen } from '../../../renderer/earnings/ledger/ledger-screen.tsx'
import { Surroundings } from '../../../renderer/shell/surroundings.tsx'
import { fakeHost, resetApp, someStatus } from '../fake-host.ts'
import { chatPicture, claim, debt, detail, ids, ledger, overview } from './ledger-sample.ts'

vi.mock('../../../renderer/ui/chart/echarts.ts', () => ({
  init: () => ({ setOption: () => undefined, on: () => undefined, resize: () => undefined, dispose: () => undefined }),
}))

const asOf = '2026-05-22'

function openLedger(hash: string, answers: Parameters<typeof fakeHost>[0] = {}) {
  const host = fakeHost({
    'earnings.ledger': () => ledger,
    'earnings.overview': () => overview,
    'earnings.cycle': () => detail,
    'contracts.listAgreements': () => ({ agreements: [] }),
    'parties.list': () => ({ parties: [] }),
    ...answers,
  })
  location.hash = hash
  render(<LedgerScreen />, { wrapper: Surroundings })
  return host
}

beforeEach(() => {
  resetApp(someStatus)
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 1000 })
})

test('a cell shows what was due, what came and what is owed, and opens with Enter', async () => {
  openLedger(`#/ledger?asOf=${asOf}`)
  const cell = await screen.findByRole('button', { name: /云播合作，2026 年 3 月，应得.*15,823\.46.*差 5,823\.46/ })
  cell.focus()
  await userEvent.keyboard('{ArrowLeft}')
  expect(screen.getByRole('button', { name: /2026 年 2 月，应得.*8,000\.00.*结清/ })).toHaveFocus()
  await userEvent.keyboard('{ArrowRight}{Enter}')
  expect(location.hash).toContain('cycle=2026-03')
})

test('an opened cycle explains every step, every deduction and every part of what is owed', async () => {
  openLedger(`#/ledger?asOf=${asOf}&open=${ids.agreement}&cycle=2026-03&month=2026-03`)
  const panel = await screen.findByRole('complementary', { name: /云播合作 2026 年 3 月/ })
  expect(within(panel).getByText(/¥3,000\.00 × 开播天数 18\/20/)).toBeVisible()
  expect(within(panel).getByText(/¥100,000\.00 × 5% \+ ¥56,543\.22 × 8%/)).toBeVisible()
  expect(within(panel).getByRole('link', { name: '1,087 行订单' })).toHaveAttribute(
    'href',
    expect.stringContaining('commission=c1'),
  )
  expect(within(panel).getByText('不成立')).toBeVisible()
  expect(within(panel).getByText(/约定里没有这一项扣款/)).toBeVisible()
  expect(within(panel).getByRole('button', { name: '少算' })).toBeVisible()
  expect(within(panel).getByText('¥3,823.46')).toBeVisible()
  expect(within(panel).getByText('逾期 37 天')).toBeVisible()
})

test('a payment is recorded with its amount as typed, and nothing is sent while the amount is wrong', async () => {
  const { asked } = openLedger(`#/ledger?asOf=${asOf}&open=${ids.agreement}&cycle=2026-03&month=2026-03`, {
    'earnings.savePayment': () => ({ id: ids.payment }),
  })
  await userEvent.click(await screen.findByRole('button', { name: '记一笔到账' }))
  const dialog = await screen.findByRole('dialog', { name: '记一笔到账' })
  await userEvent.type(within(dialog).getByLabelText('金额（元）'), '5,823.467')
  await userEvent.click(within(dialog).getByRole('button', { name: '保存' }))
  expect(within(dialog).getByText(/请填一个大于 0 的金额/)).toBeInTheDocument()
  await userEvent.clear(within(dialog).getByLabelText('金额（元）'))
  await userEvent.type(within(dialog).getByLabelText('金额（元）'), '５,823.46{Enter}')
  const saved = asked.find((one) => one.name === 'earnings.savePayment')
  expect(saved?.input).toMatchObject({ amountFen: 582_346, payerId: ids.payer, allocations: [] })
})

test('a payment dragged onto another month moves its part there and leaves what was put elsewhere', async () => {
  const { asked } = openLedger(`#/ledger?asOf=${asOf}&open=${ids.agreement}&cycle=2026-03&month=2026-03`, {
    'earnings.allocatePayment': () => ({ id: ids.payment }),
  })
  const handle = await screen.findByRole('button', { name: /把这一条拖到表里的另一个月/ })
  const dataTransfer = { types: ['application/x-boan-payment'], setData: () => undefined, effectAllowed: '' }
  fireEvent.dragStart(handle, { dataTransfer })
  fireEvent.drop(screen.getByRole('button', { name: /2026 年 2 月，应得/ }), { dataTransfer })
  expect(asked.find((one) => one.name === 'earnings.allocatePayment')?.input).toEqual({
    paymentId: ids.payment,
    allocations: [{ agreementId: ids.agreement, cycle: '2026-02', amountFen: 1_000_000 }],
  })
})

test('moving a part joins what the payment already has there', () => {
  const moved = moveAllocation(
    {
      paymentId: 'p',
      fromAgreementId: 'a',
      fromCycle: '2026-03',
      partFen: 300,
      allocations: [
        { agreementId: 'a', cycle: '2026-03', amountFen: 300 },
        { agreementId: 'a', cycle: '2026-02', amountFen: 100 },
        { agreementId: 'b', cycle: '2026-03', amountFen: 50 },
      ],
    },
    'a',
    '2026-02',
  )
  expect(moved).toEqual([
    { agreementId: 'b', cycle: '2026-03', amountFen: 50 },
    { agreementId: 'a', cycle: '2026-02', amountFen: 400 },
  ])
})

test('a voided deduction asks for a reason and can be brought back at once', async () => {
  const { asked } = openLedger(`#/ledger?asOf=${asOf}&open=${ids.agreement}&cycle=2026-03&month=2026-03`, {
    'earnings.voidFact': () => ({ id: ids.deduction }),
    'earnings.restoreFact': () => ({ id: ids.deduction }),
  })
  await userEvent.click(await screen.findByRole('button', { name: '作废这一条: 形象管理费' }))
  const dialog = await screen.findByRole('dialog', { name: '作废这一条' })
  await userEvent.type(within(dialog).getByLabelText('为什么作废'), '记错了{Enter}')
  await userEvent.click(await screen.findByRole('button', { name: '撤销' }))
  expect(asked.filter((one) => one.name.endsWith('Fact')).map((one) => one.input)).toEqual([
    { kind: 'deduction', id: ids.deduction, reason: '记错了' },
    { kind: 'deduction', id: ids.deduction },
  ])
})

test('an empty ledger says what it is for and leads to the import', async () => {
  const nothing = { ...ledger, agreements: [], totals: { ...ledger.totals, agreements: 0, rows: 0 } }
  openLedger('#/ledger', { 'earnings.ledger': () => nothing })
  await userEvent.click(await screen.findByRole('button', { name: '导入文件' }))
  expect(location.hash).toBe('#/import')
})

test('lines that no agreement takes are named above the ledger, because its totals leave them out', async () => {
  const unassigned = [
    { platform: 'douyin', account: '小满说衣', role: 'creator' as const, lines: 1204, commissionFen: 1_234_567 },
  ]
  openLedger('#/ledger', { 'earnings.overview': () => ({ ...overview, unassigned }) })
  expect(await screen.findByText(/有 1,204 行订单还没有归到任何协议.*¥12,345\.67/)).toBeVisible()
})

test('/ goes to the filters', async () => {
  openLedger('#/ledger')
  await screen.findByRole('button', { name: /2026 年 3 月，应得/ })
  await userEvent.keyboard('/')
  expect(screen.getByRole('combobox', { name: '付款方' })).toHaveFocus()
})

test('books of both sides say so and lead to either side; who receives can be chosen where there are several', async () => {
  const { id, title, payer, payee, self } = debt
  const owing = { id, title, payer, payee, self, error: null, rows: [] }
  const { asked } = openLedger(`#/ledger?asOf=${asOf}`, {
    'contracts.listAgreements': () => ({ agreements: [claim, debt] }),
    'earnings.ledger': () => ({ ...ledger, agreements: [...ledger.agreements, owing] }),
  })
  expect(await screen.findByText(/这里既有别人该付你的，也有你该付别人的/)).toBeVisible()
  expect(screen.getByRole('rowheader', { name: '助播 阿蓝 · 由你付' })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '只看付给我的' }))
  expect(screen.queryByText(/这里既有别人该付你的/)).not.toBeInTheDocument()
  expect(asked.findLast((one) => one.name === 'earnings.ledger')?.input).toMatchObject({
    filter: { payeeIds: [ids.self] },
  })
  await userEvent.click(screen.getByRole('combobox', { name: '收款方' }))
  await userEvent.click(await screen.findByTitle('阿蓝'))
  expect(location.hash).toContain(`payee=${ids.payment}`)
})

test('an agreement called after the other side says the name once', async () => {
  const named = ledger.agreements.map((one) => ({ ...one, title: one.payer.name }))
  openLedger(`#/ledger?asOf=${asOf}`, { 'earnings.ledger': () => ({ ...ledger, agreements: named }) })
  const head = await screen.findByRole('rowheader', { name: '杭州云播文化传媒' })
  expect(head).toBeVisible()
})

test('the list is a table whose rows a screen reader can walk, and each opens by its own button', async () => {
  openLedger(`#/ledger?asOf=${asOf}&view=list`)
  const table = await screen.findByRole('table', { name: '每份协议每一期的应得、已到账和还差' })
  const [head, ...rows] = within(table).getAllByRole('row')
  expect(within(head ?? table).getAllByRole('columnheader')).toHaveLength(7)
  expect(rows).toHaveLength(ledger.totals.rows)
  const header = within(table).getByRole('rowheader', { name: '2026 年 3 月' })
  await userEvent.click(within(header).getByRole('button'))
  expect(location.hash).toContain('cycle=2026-03')
})

test('Esc on an opened cycle gives the focus back to its month, however it was opened', async () => {
  openLedger(`#/ledger?asOf=${asOf}&open=${ids.agreement}&cycle=2026-03`)
  const panel = await screen.findByRole('complementary', { name: /云播合作 2026 年 3 月/ })
  await within(panel).findByRole('button', { name: '记一笔到账' })
  await userEvent.keyboard('{Escape}')
  expect(await screen.findByRole('button', { name: /2026 年 3 月，应得/ })).toHaveFocus()
  expect(screen.queryByRole('complementary')).toBeNull()
})

test('a form that is closed gives the focus back to the button that opened it', async () => {
  openLedger(`#/ledger?asOf=${asOf}&open=${ids.agreement}&cycle=2026-03`)
  const button = await screen.findByRole('button', { name: '改这一条: 形象管理费' })
  await userEvent.click(button)
  await screen.findByRole('dialog', { name: '记一笔扣款' })
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(button).toHaveFocus()
})

test('the evidence of a payment opens inside the window', async () => {
  openLedger(`#/ledger?asOf=${asOf}&open=${ids.agreement}&cycle=2026-03`, {
    'disputes.listEvidence': () => ({ evidence: [chatPicture] }),
  })
  await userEvent.click(await screen.findByRole('button', { name: /2026-04-20.*：1 份凭证/ }))
  const dialog = await screen.findByRole('dialog', { name: /1 份凭证/ })
  const picture = await within(dialog).findByRole('img', { name: '转账截图的内容' })
  expect(picture).toHaveAttribute('src', expect.stringContaining(chatPicture.sha256))
})

test('a typed deduction is changed in place, with what it said before filled in', async () => {
  const { asked } = openLedger(`#/ledger?asOf=${asOf}&open=${ids.agreement}&cycle=2026-03`, {
    'earnings.saveDeduction': () => ({ id: ids.deduction }),
  })
  await userEvent.click(await screen.findByRole('button', { name: '改这一条: 形象管理费' }))
  const dialog = await screen.findByRole('dialog', { name: '记一笔扣款' })
  expect(within(dialog).getByLabelText(/理由/)).toHaveValue('形象管理费')
  const amount = within(dialog).getByLabelText('金额（元）')
  expect(amount).toHaveValue('1000.00')
  await userEvent.clear(amount)
  await userEvent.type(amount, '900{Enter}')
  const saved = asked.find((one) => one.name === 'earnings.saveDeduction')
  expect(saved?.input).toMatchObject({ id: ids.deduction, amountFen: 90_000, reason: '形象管理费', evidenceIds: [] })
})

test('a changed payment keeps its evidence and, put whole to one cycle, its place', async () => {
  const place = { agreementId: ids.agreement, cycle: '2026-03' }
  const put = detail.payments.map((payment) => ({ ...payment, allocations: [{ ...place, amountFen: 1_000_000 }] }))
  const { asked } = openLedger(`#/ledger?asOf=${asOf}&open=${ids.agreement}&cycle=2026-03`, {
    'earnings.cycle': () => ({ ...detail, payments: put }),
    'earnings.savePayment': () => ({ id: ids.payment }),
    'disputes.listEvidence': () => ({ evidence: [chatPicture] }),
  })
  await userEvent.click(await screen.findByRole('button', { name: /改这一条: 2026-04-20/ }))
  const dialog = await screen.findByRole('dialog', { name: '记一笔到账' })
  expect(await within(dialog).findByText('转账截图')).toBeInTheDocument()
  const amount = within(dialog).getByLabelText('金额（元）')
  await userEvent.clear(amount)
  await userEvent.type(amount, '9000{Enter}')
  expect(asked.find((one) => one.name === 'earnings.savePayment')?.input).toMatchObject({
    id: ids.payment,
    amountFen: 900_000,
    evidenceIds: [chatPicture.id],
    allocations: [{ ...place, amountFen: 900_000 }],
  })
})

test('Esc closes the dialog that lies over an opened cycle, and only the next Esc the cycle', async () => {
  openLedger(`#/ledger?asOf=${asOf}&open=${ids.agreement}&cycle=2026-03`, {
    'disputes.listEvidence': () => ({ evidence: [chatPicture] }),
  })
  const evidence = await screen.findByRole('button', { name: /：1 份凭证/ })
  await userEvent.click(evidence)
  await screen.findByRole('dialog', { name: /1 份凭证/ })
  await userEvent.keyboard('{Escape}')
  expect(screen.getByRole('complementary', { name: /云播合作 2026 年 3 月/ })).toBeVisible()
  await vi.waitFor(() => expect(evidence).toHaveFocus())
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('complementary')).toBeNull()
})
