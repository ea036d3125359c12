import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { readTemplate } from '../../../electron/core/contracts/templates.ts'
import { rememberDraft } from '../../../renderer/contracts/drafting/draft-state.ts'
import { DraftScreen } from '../../../renderer/contracts/drafting/draft-screen.tsx'
import type { Output } from '../../../shared/contract.ts'
import type { Party } from '../../../shared/parties/calls.ts'
import { filled } from '../../shared/contracts/templates/filled.ts'
import { fakeHost, resetApp, someStatus } from '../fake-host.ts'

const selfId = '01980000-0000-7000-8000-00000000000b'
const draftId = '01980000-0000-7000-8000-00000000000d'

const details = {
  idCard: '330106199801012329',
  creditCode: null,
  phone: null,
  bankCard: null,
  bankName: null,
  address: '杭州市西湖区教工路88号',
  mailingAddress: null,
  legalRepresentative: null,
  gender: null,
  ethnicity: null,
  occupation: null,
  email: null,
}

const self: Party = {
  id: selfId,
  kind: 'person',
  name: '林小满',
  alsoKnownAs: [],
  ...details,
  note: '',
  isSelf: true,
  agreements: 0,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  voidedAt: null,
  voidReason: null,
}

/** Only its id matters here: the screen goes to where the draft is kept. */
const saved = { id: draftId } as Output<'contracts.saveDraft'>

function open(template: string | undefined, draft = 'new') {
  let phone: string | null = null
  const host = fakeHost({
    'contracts.listTemplates': () => ({
      templates: ['mcn-cooperation', 'labour-streamer'].map((id) => {
        const { version, title, relation, forWhom } = readTemplate(id)
        return { id, version, title, relation, forWhom, clauses: 20, optionalClauses: 3, variables: 24 }
      }),
    }),
    'contracts.template': ({ id }) => readTemplate(id),
    'contracts.get': () =>
      ({
        ...saved,
        state: 'draft',
        templateId: 'settlement-confirmation',
        title: '十月的确认书',
        values: { ...filled['settlement-confirmation']?.values, copies: 2 },
        optionalClauses: [],
      }) as unknown as Output<'contracts.get'>,
    'contracts.saveDraft': () => saved,
    'contracts.exampleFigures': () => ({ figures: null }),
    'parties.list': () => ({ parties: [self] }),
    'parties.get': () => ({ ...self, phone }),
    'parties.reveal': () => ({ id: selfId, ...details, phone, birthDate: '1998-01-01' }),
    'parties.save': (input) => {
      phone = input.phone ?? null
      return { ...self, phone }
    },
  })
  render(<DraftScreen draft={draft} template={template} amends={undefined} />)
  return { ...host, user: userEvent.setup() }
}

/** The paper stands in a shadow tree. */
function paperText(): string {
  return screen.getByRole('document', { name: '印出来的样子' }).shadowRoot?.textContent ?? ''
}

beforeEach(() => {
  for (const id of ['mcn-cooperation', 'labour-streamer']) rememberDraft(`new ${id} `, undefined)
  resetApp({ ...someStatus, settings: { ...someStatus.settings, selfPartyId: selfId } })
})

test('every template says who it is for before it is chosen', async () => {
  open(undefined)
  const card = await screen.findByRole('link', { name: /网络主播劳动合同/ })
  expect(card).toHaveTextContent('公司招主播当员工')
  expect(card).toHaveAttribute('href', '#/contracts?draft=new&template=labour-streamer')
})

test('one’s own side is taken from the records, and what the paper needs beyond them is asked for once', async () => {
  const { asked, user } = open('mcn-cooperation')
  const needed = await screen.findByText('林小满 的资料还缺下面几项，合同上要印：', {}, { timeout: 10_000 })
  expect(needed).toBeInTheDocument()
  await user.type(screen.getByLabelText('联系电话'), '13800138000')
  await user.click(screen.getByRole('button', { name: /记 ?下/ }))
  expect(await screen.findByText('需要的资料齐了', {}, { timeout: 10_000 })).toBeInTheDocument()
  expect(asked).toContainEqual({ name: 'parties.save', input: { id: selfId, kind: 'person', phone: '13800138000' } })
  await waitFor(() => expect(paperText()).toContain('13800138000'))
})

test('the page follows what is typed, and says itself what is missing', async () => {
  const { user } = open('mcn-cooperation')
  await user.type(await screen.findByLabelText('在哪些平台直播'), '抖音、快手')
  await waitFor(() => expect(paperText()).toContain('乙方在下列平台开展直播：抖音、快手'))
  expect(paperText()).toContain('草稿，未出具')
})

test('what was written is still there after another page, until it is given up', async () => {
  const { user } = open('mcn-cooperation')
  await user.type(await screen.findByLabelText('在哪些平台直播'), '抖音')
  cleanup()
  const again = open('mcn-cooperation')
  expect(await screen.findByLabelText('在哪些平台直播')).toHaveValue('抖音')
  await again.user.click(screen.getByRole('button', { name: /取 ?消/ }))
  cleanup()
  open('mcn-cooperation')
  expect(await screen.findByLabelText('在哪些平台直播')).toHaveValue('')
})

test('an optional clause says what it means and its law before it is taken in, and then asks what it needs', async () => {
  const { user } = open('mcn-cooperation')
  const choices = await screen.findByRole('region', { name: '可以选的条款' })
  expect(within(choices).getByText(/独家只管写明的范围和月数/)).toBeInTheDocument()
  expect(within(choices).getAllByText(/《中华人民共和国民法典》第四百九十六条/).length).toBeGreaterThan(0)
  expect(within(choices).queryByLabelText('独家多少个月')).not.toBeInTheDocument()
  await user.click(within(choices).getByRole('switch', { name: '约定独家合作' }))
  const months = within(choices).getByLabelText('独家多少个月')
  await user.clear(months)
  await user.type(months, '48')
  expect(within(choices).getByText('独家 48 个月太长。请不超过 36 个月。')).toBeInTheDocument()
  await waitFor(() => expect(paperText()).toContain('独家合作'))
})

test('a contract with something missing is kept as a draft and not taken on to be issued', async () => {
  const { asked, user } = open('mcn-cooperation')
  await user.click(await screen.findByRole('button', { name: '存好，去签发' }))
  expect(asked.map(({ name }) => name)).not.toContain('contracts.saveDraft')
  expect(screen.getAllByText('还没有填。').length).toBeGreaterThan(3)
  await user.click(screen.getByRole('button', { name: '存草稿' }))
  await waitFor(() => expect(location.hash).toBe(`#/contracts?draft=${draftId}`))
})

test('a kept draft opens as it was, and goes on to its page when all is filled in', async () => {
  const { asked, user } = open(undefined, draftId)
  await waitFor(() => expect(paperText()).toContain('人民币8,091.71元（大写：捌仟零玖拾壹元柒角壹分）'))
  expect(screen.getByText('都填好了')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: '存好，去签发' }))
  await waitFor(() => expect(location.hash).toBe(`#/contracts?contract=${draftId}`))
  const kept = asked.find(({ name }) => name === 'contracts.saveDraft')?.input
  expect(kept).toMatchObject({ id: draftId, title: '十月的确认书', templateId: 'settlement-confirmation' })
})

test('pay terms are begun from a common way of paying, and the clause is their text', async () => {
  const { user } = open('labour-streamer')
  const pay = await screen.findByRole('region', { name: '工资' })
  await user.click(within(pay).getByRole('button', { name: /底薪 \+ 提成/ }))
  await waitFor(() => expect(paperText()).toContain('基本工资：每月人民币4,000.00元（大写：肆仟元整）'))
  expect(paperText()).toContain('甲方按本合同约定向乙方支付劳动报酬（工资）')
})
