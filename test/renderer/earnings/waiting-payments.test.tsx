import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { WaitingPayments } from '../../../renderer/earnings/ledger/waiting-payments.tsx'
import { Surroundings } from '../../../renderer/shell/surroundings.tsx'
import type { Party } from '../../../shared/parties/calls.ts'
import { fakeHost, resetApp, someStatus } from '../fake-host.ts'

const payerId = '01980000-0000-7000-8000-0000000000a1'
const unsaid = {
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
}
const payer: Party = {
  id: payerId,
  kind: 'organisation',
  name: '云播文化传媒',
  alsoKnownAs: [],
  ...unsaid,
  note: '',
  isSelf: false,
  agreements: 0,
  createdAt: '2026-05-01T00:00:00.000Z',
  updatedAt: '2026-05-01T00:00:00.000Z',
  voidedAt: null,
  voidReason: null,
}
const self: Party = {
  ...payer,
  id: '01980000-0000-7000-8000-0000000000a2',
  kind: 'person',
  name: '林小满',
  isSelf: true,
}

function openWaiting(parties: Party[]) {
  const row = { platform: 'alipay', paidAt: '2026-05-15T07:00:00.000Z', counterparty: '云播' }
  const host = fakeHost({
    'earnings.listWaitingPayments': () => ({
      payments: [
        { ...row, id: 7, reference: 'a', amountFen: 120_000 },
        { ...row, id: 9, reference: 'b', amountFen: 34_567 },
      ],
    }),
    'parties.list': () => ({ parties }),
    'earnings.assignPayments': () => ({}),
  })
  render(<WaitingPayments />, { wrapper: Surroundings })
  return host
}

beforeEach(() => resetApp(someStatus))

test('rows of one name stand together with their sum, and saying who it is assigns all of them', async () => {
  const host = openWaiting([payer, self])
  expect(await screen.findByText('¥1,545.67')).toBeVisible()
  expect(screen.queryByLabelText('先说一声你是谁')).toBeNull()
  await userEvent.click(screen.getByRole('combobox', { name: '云播 是谁' }))
  await userEvent.click(await screen.findByTitle('云播文化传媒'))
  expect(host.asked).toContainEqual({ name: 'earnings.assignPayments', input: { ids: [7, 9], payerId } })
})

test('someone who has not said who they are is asked that first', async () => {
  openWaiting([payer])
  expect(await screen.findByRole('combobox', { name: '先说一声你是谁' })).toBeVisible()
})
