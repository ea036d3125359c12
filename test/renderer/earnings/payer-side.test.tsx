import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { LedgerScreen } from '../../../renderer/earnings/ledger/ledger-screen.tsx'
import { Surroundings } from '../../../renderer/shell/surroundings.tsx'
import { fakeHost, resetApp, someStatus } from '../fake-host.ts'
import { detail, ids, ledger, overview } from './ledger-sample.ts'

vi.mock('../../../renderer/ui/chart/echarts.ts', () => ({
  init: () => ({ setOption: () => undefined, on: () => undefined, resize: () => undefined, dispose: () => undefined }),
}))

const asOf = '2026-05-22'
const own = { ...detail.agreement, self: 'payer' as const }
const selfId = own.payer.id

function openLedger(hash: string) {
  const agreements = ledger.agreements.map((agreement) => ({ ...agreement, self: 'payer' as const }))
  const host = fakeHost({
    'earnings.ledger': () => ({ ...ledger, agreements }),
    'earnings.overview': () => overview,
    'earnings.cycle': () => ({ ...detail, agreement: own }),
    'earnings.listPayments': () => ({ payments: [], next: null }),
    'earnings.savePayment': () => ({ id: ids.agreement }),
    'contracts.listAgreements': () => ({ agreements: [] }),
    'parties.list': () => ({ parties: [] }),
  })
  location.hash = hash
  render(<LedgerScreen />, { wrapper: Surroundings })
  return host
}

beforeEach(() => {
  // A streamer by role: the agreements themselves say who pays.
  resetApp({ ...someStatus, settings: { ...someStatus.settings, selfPartyId: selfId } })
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 1000 })
})

test('one who pays reads 应付, 已付 and 还要付, and finds what is owed and the month’s run', async () => {
  openLedger(`#/ledger?asOf=${asOf}`)
  expect(await screen.findByRole('button', { name: /云播合作，2026 年 3 月，应付/ })).toBeVisible()
  const totals = screen.getByRole('button', { name: '还要付' }).closest('section')
  expect(totals).toHaveTextContent(/应付.*已付.*还要付/)
  expect(screen.getByRole('radio', { name: '付款' })).toBeInTheDocument()
  expect(screen.getByRole('link', { name: '应付清单' })).toHaveAttribute('href', '#/ledger/payables')
  expect(screen.getByRole('link', { name: '本月结算' })).toHaveAttribute('href', '#/ledger/settlement')
})

test('an opened cycle offers one who pays a payment, not a claim against themselves', async () => {
  openLedger(`#/ledger?asOf=${asOf}&open=${ids.agreement}&cycle=2026-03&month=2026-03`)
  const panel = await screen.findByRole('complementary', { name: /云播合作 2026 年 3 月/ })
  expect(within(panel).getByRole('button', { name: '记一笔付款' })).toBeVisible()
  expect(within(panel).queryByRole('button', { name: '立案' })).toBeNull()
  expect(within(panel).queryByRole('link', { name: '发催款函' })).toBeNull()
})

test('a payment recorded by one who pays asks to whom it went', async () => {
  openLedger(`#/ledger?view=payments&asOf=${asOf}`)
  await userEvent.click(await screen.findByRole('button', { name: '记一笔付款' }))
  const dialog = await screen.findByRole('dialog', { name: '记一笔付款' })
  expect(within(dialog).getByRole('combobox', { name: '付给谁' })).toBeVisible()
  expect(within(dialog).queryByRole('combobox', { name: '谁付的' })).toBeNull()
})
