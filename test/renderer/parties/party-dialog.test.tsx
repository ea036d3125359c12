import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { ConfigProvider } from 'antd'
import { beforeEach, expect, test, vi } from 'vitest'
import { PartyDialog } from '../../../renderer/parties/party-dialog.tsx'
import type { Party, PartyIdentifiers } from '../../../shared/parties/calls.ts'
import { fakeHost, resetApp, someStatus } from '../fake-host.ts'

const nothing = {
  creditCode: null,
  bankCard: null,
  bankName: null,
  address: null,
  mailingAddress: null,
  legalRepresentative: null,
  ethnicity: null,
  occupation: null,
  email: null,
}
const party: Party = {
  ...nothing,
  id: '01980000-0000-7000-8000-00000000000b',
  kind: 'person',
  name: '林小满',
  alsoKnownAs: [],
  idCard: '1101**********002X',
  phone: '138****8000',
  gender: 'female',
  note: '',
  isSelf: false,
  agreements: 0,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  voidedAt: null,
  voidReason: null,
}
const whole: PartyIdentifiers = {
  ...nothing,
  id: party.id,
  idCard: '11010519491231002X',
  phone: '13800138000',
  gender: 'female',
  birthDate: '1949-12-31',
}

function openDialog() {
  const host = fakeHost({ 'parties.reveal': () => whole, 'parties.save': () => party })
  const onSaved = vi.fn<(saved: Party) => void>()
  render(
    <ConfigProvider button={{ autoInsertSpace: false }}>
      <PartyDialog party={party} onClose={() => undefined} onSaved={onSaved} />
    </ConfigProvider>,
  )
  return { ...host, onSaved, user: userEvent.setup() }
}

beforeEach(() => resetApp(someStatus))

test('numbers are masked until they are asked for', async () => {
  const { user, asked } = openDialog()
  await user.click(await screen.findByText('证件、电话和地址'))
  expect(screen.getByText('138****8000')).toBeInTheDocument()
  expect(asked).toEqual([])
  await user.click(screen.getByRole('button', { name: '显示完整号码' }))
  expect(await screen.findByDisplayValue('13800138000')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: '遮住' }))
  expect(screen.queryByDisplayValue('13800138000')).toBeNull()
})

test('what was not touched is not sent, so a masked number is never stored', async () => {
  const { user, asked, onSaved } = openDialog()
  const name = await screen.findByLabelText('姓名')
  await user.clear(name)
  await user.type(name, '林小满儿')
  await user.click(screen.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(onSaved).toHaveBeenCalled())
  expect(asked).toEqual([
    {
      name: 'parties.save',
      input: { id: party.id, kind: 'person', name: '林小满儿', alsoKnownAs: [], note: '' },
    },
  ])
})

test('a number that cannot be is said when the field is left, and is not saved', async () => {
  const { user, asked } = openDialog()
  await user.click(await screen.findByText('证件、电话和地址'))
  await user.click(screen.getByRole('button', { name: '改身份证号' }))
  await user.type(screen.getByLabelText('身份证号'), '110105194912310021')
  expect(screen.queryByRole('alert')).toBeNull()
  await user.tab()
  expect(screen.getByRole('alert')).toHaveTextContent('身份证号的校验位对不上')
  await user.click(screen.getByRole('button', { name: '保存' }))
  expect(asked).toEqual([])
})
