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
    'app.status': () => someStatus,
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
  openHome({
    'app.status': () => ({ ...someStatus, hasRecords: false }),
    'earnings.overview': () => ({ ...overview, payers: [], dueFen: 0 }),
  })
  expect(await screen.findByRole('button', { name: /用我自己的文件/ })).toBeVisible()
  expect(screen.queryByText(/¥0\.00/)).not.toBeInTheDocument()
})

test('an agency’s home is about what it owes, the month’s run, contracts that wait and trainings that are missing', async () => {
  resetApp({ ...someStatus, settings: { ...someStatus.settings, roles: ['agency'] } })
  openHome({
    'earnings.payables': () => ({ asOf: '2026-05-15', rows: [] }) as never,
    'earnings.listSettlements': () => ({ runs: [] }),
    'contracts.register': () => ({ contracts: [] }),
    'training.roster': () => ({
      year: 2026,
      lessonMinutes: 45,
      people: [
        {
          person: { id: ids.agreement, name: '林小满' },
          minutes: 0,
          yearMinutes: 0,
          required: [
            { kind: 'yearly', year: 2026, state: 'open', dueOn: '2026-12-31', lawId: 'live-10', recordIds: [] },
          ],
          certificates: [],
        } as never,
      ],
    }),
  })
  expect(await screen.findByRole('heading', { name: '等着的合同' })).toBeVisible()
  expect(await screen.findByText('平台年度培训')).toBeVisible()
  expect(screen.getByRole('link', { name: '名册' })).toHaveAttribute('href', '#/training/roster')
  expect(screen.queryByRole('heading', { name: '本周到期' })).not.toBeInTheDocument()
})

test('an agency that has paid everything, or only issued contracts, has its home before any order is there', async () => {
  resetApp({ ...someStatus, settings: { ...someStatus.settings, roles: ['agency'] } })
  const nothing = { ...overview, payers: [], dueFen: 0 }
  const row = { id: ids.agreement, title: '合作协议', standing: 'issued', self: 'payer', payee: { name: '林小满' } }
  openHome({
    'earnings.overview': () => nothing,
    'contracts.register': () => ({ contracts: [row as never] }),
    'earnings.payables': () => ({ asOf: '2026-05-15', rows: [] }) as never,
    'earnings.listSettlements': () => ({ runs: [] }),
    'training.roster': () => ({ year: 2026, lessonMinutes: 45, people: [] }),
  })
  expect(await screen.findByRole('link', { name: '林小满 · 合作协议' })).toBeVisible()
  expect(screen.queryByRole('button', { name: /先写合同/ })).not.toBeInTheDocument()
})

test('money that the person owes others is no claim of theirs', async () => {
  const [first] = overview.payers
  resetApp({ ...someStatus, settings: { ...someStatus.settings, selfPartyId: first?.payer.id ?? null } })
  openHome({ 'earnings.overview': () => ({ ...overview, payers: overview.payers.slice(0, 1) }) })
  expect(await screen.findByRole('heading', { name: '本周到期' })).toBeVisible()
  expect(screen.queryByRole('link', { name: '催款或立案' })).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /到期还差我多少/ })).not.toBeInTheDocument()
})

test('beside what the person owes, the headline keeps the parts of what others owe them', async () => {
  const self = { id: ids.self, name: '林小满' }
  resetApp({ ...someStatus, settings: { ...someStatus.settings, selfPartyId: ids.self } })
  const [first] = overview.payers
  const payers = first === undefined ? [] : [first, { ...first, payer: self, dueFen: 9_900_000 }]
  openHome({ 'earnings.overview': () => ({ ...overview, payers }) })
  expect(await screen.findByRole('button', { name: /到期还差我多少 ¥5,823\.46/ })).toBeVisible()
  expect(screen.getByText(/少算 3,823\.46/)).toBeVisible()
  expect(screen.queryByText('林小满')).not.toBeInTheDocument()
})

test('a mediator’s home takes files in and lists the cases they work on, also without books of their own', async () => {
  resetApp({ ...someStatus, settings: { ...someStatus.settings, roles: ['mediator'] } })
  openHome({
    'app.status': () => ({ ...someStatus, hasRecords: false }),
    'earnings.overview': () => ({ ...overview, payers: [], dueFen: 0 }),
    'disputes.listMediations': () => ({ mediations: [] }),
  })
  expect(await screen.findByRole('region', { name: /把收到的文件（\.boan）拖到这里/ })).toBeVisible()
  expect(screen.queryByRole('button', { name: /用我自己的文件/ })).not.toBeInTheDocument()
})

test('a payer without payables reads the chart of what they are owed in its own words', async () => {
  resetApp({ ...someStatus, settings: { ...someStatus.settings, roles: ['merchant'] } })
  openHome({
    'earnings.payables': () => ({ asOf: '2026-05-15', rows: [] }) as never,
    'earnings.listSettlements': () => ({ runs: [] }),
    'earnings.months': ({ side }) => ({ months: side === 'payee' ? [march] : [] }),
  })
  expect(await screen.findByText(/2026-03 到 2026-03：应得 ¥15,823\.46/)).toBeInTheDocument()
})

const comingDate = (kind: 'pay-due' | 'yearly', id: string) => ({
  id,
  kind,
  date: '2026-05-20',
  remindFrom: '2026-05-13',
  params: { title: '云播合作', cycle: '2026-04', amountFen: 100, other: '云播', name: '林小满', year: 2026 },
  lawIds: [],
  place: { path: 'ledger', params: {} },
})

test('what falls due this week stands once: the dates beside it leave it out', async () => {
  openHome({
    'app.dates': () => ({ today: '2026-05-15', dates: [comingDate('pay-due', 'a'), comingDate('yearly', 'b')] }),
  })
  expect(await screen.findByRole('link', { name: /平台年度培训/ })).toBeVisible()
  expect(screen.getByRole('link', { name: '全部 2 个日期' })).toBeVisible()
  expect(screen.queryByRole('link', { name: /应付/ })).not.toBeInTheDocument()
})
