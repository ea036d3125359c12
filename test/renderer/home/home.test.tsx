import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { HomeScreen } from '../../../renderer/home/home-screen.tsx'
import { Surroundings } from '../../../renderer/shell/surroundings.tsx'
import { ids, overview } from '../earnings/ledger-sample.ts'
import { fakeHost, resetApp, someStatus } from '../fake-host.ts'

vi.mock('../../../renderer/ui/chart/echarts.ts', () => ({
  init: () => ({ setOption: () => undefined, on: () => undefined, resize: () => undefined, dispose: () => undefined }),
}))

const march = {
  month: '2026-03',
  expectedFen: 1_582_346,
  paidFen: 1_000_000,
  outstandingFen: 582_346,
  dueFen: 582_346,
  overpaidFen: 0,
}

function openHome(answers: Parameters<typeof fakeHost>[0] = {}) {
  fakeHost({
    'earnings.overview': () => overview,
    'earnings.months': () => ({ months: [march] }),
    'app.dates': () => ({ today: '2026-05-15', dates: [] }),
    ...answers,
  })
  render(<HomeScreen />, { wrapper: Surroundings })
}

beforeEach(() => resetApp(someStatus))

test('one look says how much is due and unpaid, by whom, and what is not due yet beside it', async () => {
  openHome()
  expect(await screen.findByRole('button', { name: /到期还差我多少 ¥5,823\.46/ })).toBeVisible()
  expect(screen.getByText('还没到期的另有 ¥1,260.00')).toBeVisible()
  expect(screen.getByText('杭州云播文化传媒')).toBeVisible()
  expect(screen.getByRole('link', { name: '催款或立案' })).toHaveAttribute(
    'href',
    expect.stringContaining(ids.agreement),
  )
})

test('the chart says its figures in a sentence and shows them as a table', async () => {
  openHome()
  expect(await screen.findByText(/2026-03 到 2026-03：应得 ¥15,823\.46/)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '看成表格' }))
  expect(screen.getByRole('row', { name: '2026-03 ¥15,823.46 ¥10,000.00 ¥5,823.46' })).toBeVisible()
})

test('next steps lead to what the ledger still lacks', async () => {
  const withoutTerms = [{ id: ids.agreement, name: '云播合作' }]
  openHome({ 'earnings.overview': () => ({ ...overview, withoutTerms }) })
  expect(await screen.findByText('“云播合作”还没有填报酬条件')).toBeVisible()
  expect(screen.getByRole('link', { name: '填条件' })).toHaveAttribute('href', expect.stringContaining(ids.agreement))
  expect(screen.getByText('1 笔扣款不成立，看看理由')).toBeVisible()
})

test('a home with nothing in it offers the choices of the first run instead of zeros', async () => {
  const nothing = { ...overview, lines: 0, payers: [], dueFen: 0 }
  openHome({ 'earnings.overview': () => nothing })
  expect(await screen.findByRole('button', { name: /用我自己的文件/ })).toBeVisible()
  expect(screen.queryByText(/¥0\.00/)).not.toBeInTheDocument()
})
