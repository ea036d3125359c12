import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { DatesScreen } from '../../../renderer/dates/dates-screen.tsx'
import { Surroundings } from '../../../renderer/shell/surroundings.tsx'
import type { ComingDate } from '../../../shared/app/dates.ts'
import { fakeHost, resetApp, someStatus } from '../fake-host.ts'

const limit: ComingDate = {
  id: 'limit:1:civil',
  kind: 'claim-limit',
  date: '2026-06-20',
  remindFrom: '2025-06-20',
  params: { number: '2026-0001', title: '云播', track: 'civil', safe: '2026-06-20' },
  lawIds: ['cc-188', 'cc-195'],
  place: { path: 'cases/1', params: {} },
}
const due: ComingDate = {
  id: 'pay-due:a:2026-05',
  kind: 'pay-due',
  date: '2026-07-15',
  remindFrom: '2026-07-08',
  params: { title: '云播合作', cycle: '2026-05', amountFen: 582_346, other: '杭州云播' },
  lawIds: [],
  place: { path: 'ledger', params: { open: 'a', cycle: '2026-05' } },
}

beforeEach(() => {
  location.hash = '#/dates'
  resetApp(someStatus)
})

test('each date says what it is, why, by which law, and leads to where it is dealt with', async () => {
  fakeHost({ 'app.dates': () => ({ today: '2026-06-15', dates: [limit, due] }) })
  render(<DatesScreen />, { wrapper: Surroundings })
  const link = await screen.findByRole('link', { name: '2026-0001 的民事诉讼时效到期' })
  expect(link).toHaveAttribute('href', '#/cases/1')
  expect(screen.getByText(/没有任何中断或中止时，最后一天是 2026-06-20/)).toBeVisible()
  expect(screen.getByText(/依据：《中华人民共和国民法典》第一百八十八条/)).toBeVisible()
  expect(screen.getByText('5 天后到期')).toBeVisible()
  expect(screen.getByRole('link', { name: '杭州云播应付 ¥5,823.46' })).toBeVisible()
  expect(screen.getByRole('region', { name: '2026 年 6 月，1 个日期' })).toBeVisible()
})

test('one kind of dates can be looked at alone', async () => {
  fakeHost({ 'app.dates': () => ({ today: '2026-06-15', dates: [limit, due] }) })
  render(<DatesScreen />, { wrapper: Surroundings })
  await userEvent.click(await screen.findByText('收付款'))
  expect(screen.queryByRole('link', { name: /时效到期/ })).not.toBeInTheDocument()
  expect(screen.getByRole('link', { name: '杭州云播应付 ¥5,823.46' })).toBeVisible()
})

test('the month can be turned over and says how many days it marks', async () => {
  fakeHost({ 'app.dates': () => ({ today: '2026-06-15', dates: [limit, due] }) })
  render(<DatesScreen />, { wrapper: Surroundings })
  await userEvent.click(await screen.findByRole('button', { name: '下个月' }))
  expect(within(screen.getByRole('region', { name: '2026 年 7 月，1 个日期' })).getByText('2026 年 7 月')).toBeVisible()
})

test('without dates the place says where they come from', async () => {
  fakeHost({ 'app.dates': () => ({ today: '2026-06-15', dates: [] }) })
  render(<DatesScreen />, { wrapper: Surroundings })
  expect(await screen.findByRole('heading', { name: '还没有要记住的日子' })).toBeVisible()
})
