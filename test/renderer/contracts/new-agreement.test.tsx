import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { NewAgreement } from '../../../renderer/contracts/new-agreement.tsx'
import type { Output } from '../../../shared/contract.ts'
import type { Party } from '../../../shared/parties/calls.ts'
import { fakeHost, resetApp, someStatus } from '../fake-host.ts'

const payerId = '01980000-0000-7000-8000-00000000000a'
const selfId = '01980000-0000-7000-8000-00000000000b'

function party(id: string, name: string, isSelf: boolean): Party {
  return {
    id,
    kind: 'person',
    name,
    alsoKnownAs: [],
    idCard: null,
    creditCode: null,
    phone: null,
    bankCard: null,
    bankName: null,
    address: null,
    mailingAddress: null,
    legalRepresentative: null,
    gender: null,
    ethnicity: null,
    occupation: null,
    email: null,
    note: '',
    isSelf,
    agreements: 0,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    voidedAt: null,
    voidReason: null,
  }
}

const saved: Output<'contracts.saveAgreement'> = {
  id: '01980000-0000-7000-8000-00000000000c',
  title: '播悦传媒',
  payer: { id: payerId, name: '播悦传媒' },
  payee: { id: selfId, name: '林小满' },
  self: 'payee',
  from: '2026-01-01',
  to: null,
  scope: {},
  note: '',
  createdAt: '2026-01-01T00:00:00.000Z',
  voidedAt: null,
  voidReason: null,
  versions: [],
  evidence: [],
}

function openForm() {
  const host = fakeHost({
    'parties.list': () => ({ parties: [party(payerId, '播悦传媒', false), party(selfId, '林小满', true)] }),
    'contracts.exampleFigures': () => ({ figures: null }),
    'contracts.saveAgreement': () => saved,
  })
  render(<NewAgreement />)
  return { ...host, user: userEvent.setup() }
}

beforeEach(() => {
  resetApp({ ...someStatus, settings: { ...someStatus.settings, selfPartyId: selfId } })
  location.hash = `#/contracts?agreement=new&payer=${payerId}&from=2026-01-01&platform=douyin`
})

test('the worked month follows what is typed, with example figures that say so', async () => {
  const { user } = openForm()
  await user.click(screen.getByRole('button', { name: /底薪 \+ 提成/ }))
  const worked = screen.getByRole('complementary', { name: '照这样算，一期是多少' })
  expect(within(worked).getByText('示例数字，只为看算法')).toBeInTheDocument()
  // 4 000 × 18/22 and 3 % of 156 543.22.
  await waitFor(() => expect(within(worked).getByText('¥7,969.03')).toBeInTheDocument())
  const base = screen.getByRole('region', { name: '底薪' })
  await user.clear(within(base).getByRole('textbox', { name: '金额（元）' }))
  await user.type(within(base).getByRole('textbox', { name: '金额（元）' }), '2,200')
  await waitFor(() => expect(within(worked).getByText('¥6,496.30')).toBeInTheDocument())
})

test('a field that cannot be read says so beside itself and keeps the form from being saved', async () => {
  const { user, asked } = openForm()
  await user.click(screen.getByRole('button', { name: /底薪 \+ 提成/ }))
  const amount = within(screen.getByRole('region', { name: '底薪' })).getByRole('textbox', { name: '金额（元）' })
  await user.clear(amount)
  await user.type(amount, '三千')
  expect(amount).toHaveAccessibleDescription('不是金额，例如 1,234.50')
  await user.click(screen.getByRole('button', { name: '保存约定' }))
  expect(screen.getByText('还有 1 处要改，改好就能保存。')).toBeInTheDocument()
  expect(asked.filter(({ name }) => name === 'contracts.saveAgreement')).toEqual([])
})

test('an agreement is saved with its scope and its terms from the first day', async () => {
  const { user, asked } = openForm()
  await user.click(screen.getByRole('button', { name: /保底 \+ 阶梯/ }))
  await user.click(screen.getByRole('button', { name: '保存约定' }))
  await waitFor(() => expect(location.hash).toContain(saved.id))
  expect(asked.find(({ name }) => name === 'contracts.saveAgreement')?.input).toMatchObject({
    payerId,
    payeeId: selfId,
    from: '2026-01-01',
    scope: { platforms: ['douyin'] },
    version: { from: '2026-01-01', terms: { guarantee: { amountFen: 800_000 }, commissions: [{ tiers: [{}, {}] }] } },
  })
})

test('no terms yet is a choice of its own', async () => {
  const { user, asked } = openForm()
  await user.click(screen.getByRole('button', { name: /先不填/ }))
  await user.click(screen.getByRole('button', { name: '保存约定' }))
  await waitFor(() => expect(location.hash).toContain(saved.id))
  expect(asked.find(({ name }) => name === 'contracts.saveAgreement')?.input).not.toHaveProperty('version')
})

test('what is added gets the focus, and tiers that do not ascend are named', async () => {
  const { user } = openForm()
  await user.click(screen.getByRole('button', { name: /保底 \+ 阶梯/ }))
  await user.click(screen.getByRole('button', { name: '加一项坑位费' }))
  const fees = screen.getByRole('region', { name: '坑位费' })
  expect(within(fees).getByRole('textbox', { name: '名称' })).toHaveFocus()
  const second = screen.getByRole('textbox', { name: '第 2 档从多少元起' })
  await user.clear(second)
  await user.type(second, '0')
  expect(screen.getByText('每一档要比上一档从更高的数开始。请改一下起点。')).toBeInTheDocument()
})
