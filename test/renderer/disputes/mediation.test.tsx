import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { CasesScreen } from '../../../renderer/disputes/case/cases-screen.tsx'
import { DecidePlace } from '../../../renderer/disputes/mediator/decide-place.tsx'
import { MediationsCard } from '../../../renderer/disputes/mediator/mediations-card.tsx'
import { ReceivedReply } from '../../../renderer/disputes/mediator/received-reply.tsx'
import { SidesTable } from '../../../renderer/disputes/mediator/sides-table.tsx'
import { Surroundings } from '../../../renderer/shell/surroundings.tsx'
import type { OpenedBundle } from '../../../shared/bundles/calls.ts'
import type { CallName } from '../../../shared/contract.ts'
import { makeCase } from '../../core/bundles/sample-case.ts'
import { fakeHost, resetApp, someStatus } from '../fake-host.ts'
import { caseId, someCaseView } from './case-fixture.ts'
import {
  allAccepted,
  bundleId,
  paymentId,
  questionId,
  replyId,
  someCaseMediation,
  someMediation,
  someReplyFile,
} from './mediation-fixture.ts'

const { computations: _, ...file } = makeCase()
const inputsOf = (asked: { name: string; input: unknown }[], name: CallName): unknown[] =>
  asked.filter((call) => call.name === name).map((call) => call.input)

type Answers = Parameters<typeof fakeHost>[0]

const rowOf = (name: string) => within(screen.getByRole('cell', { name }).closest('tr') ?? document.body)

function decide(answers: Answers) {
  resetApp(someStatus)
  const host = fakeHost(answers)
  render(
    <Surroundings>
      <DecidePlace id={bundleId} file={file} />
    </Surroundings>,
  )
  return host
}

function openCase(answers: Answers) {
  resetApp(someStatus)
  const host = fakeHost({ 'disputes.getCase': () => someCaseView(), ...answers })
  location.hash = `#/cases/${caseId}/mediation`
  render(
    <Surroundings>
      <CasesScreen />
    </Surroundings>,
  )
  return host
}

test('before it is begun, the work on a case says what it is for and begins with one button', async () => {
  const { asked } = decide({ 'disputes.mediation': () => ({ mediation: null }), 'disputes.startMediation': () => ({}) })
  await userEvent.click(await screen.findByRole('button', { name: '开始调解' }))
  await waitFor(() => expect(inputsOf(asked, 'disputes.startMediation')).toEqual([{ bundleId }]))
})

test('a finding needs its reason, and an amount below the claim where it is partly accepted', async () => {
  const { asked } = decide({
    'disputes.mediation': () => ({ mediation: someMediation([]) }),
    'disputes.saveFinding': () => ({}),
  })
  const [write] = await screen.findAllByRole('button', { name: /^记意见：.*拖欠的报酬$/ })
  if (write === undefined) throw new Error('a button')
  await userEvent.click(write)
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByText('部分支持'))
  await userEvent.click(within(dialog).getByRole('button', { name: '保存' }))
  expect(await within(dialog).findByText('请写明理由。')).toBeInTheDocument()
  expect(inputsOf(asked, 'disputes.saveFinding')).toEqual([])
  await userEvent.type(within(dialog).getByLabelText('支持多少'), '1000')
  await userEvent.type(within(dialog).getByLabelText('理由'), '少播两场')
  await userEvent.click(within(dialog).getByRole('button', { name: '保存' }))
  await waitFor(() =>
    expect(inputsOf(asked, 'disputes.saveFinding')).toMatchObject([
      { claimId: 'unpaid-pay', cycle: null, finding: { verdict: 'partly', amountFen: 100_000, reason: '少播两场' } },
    ]),
  )
})

test('every figure of the proposal opens how it comes about', async () => {
  decide({ 'disputes.mediation': () => ({ mediation: someMediation(allAccepted) }) })
  await userEvent.click(await screen.findByRole('button', { name: /^方案合计/ }))
  expect((await screen.findAllByText(/全部支持/)).length).toBeGreaterThan(0)
})

test('a plan shows what it lacks to the proposal and is kept once it fits', async () => {
  const mediation = someMediation(allAccepted)
  const { totalFen } = mediation.proposal
  const { asked } = decide({
    'disputes.mediation': () => ({ mediation }),
    'disputes.setInstalments': () => ({}),
  })
  await userEvent.click(await screen.findByRole('button', { name: '生成' }))
  expect(screen.getByText(/与方案一致/)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '删去第 3 期' }))
  expect(screen.getByText(/比方案少/)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '生成' }))
  await userEvent.click(screen.getByRole('button', { name: '保存分期' }))
  await waitFor(() => expect(inputsOf(asked, 'disputes.setInstalments')).toHaveLength(1))
  const [{ plan }] = inputsOf(asked, 'disputes.setInstalments') as [{ plan: { amountFen: number }[] }]
  expect(plan.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(totalFen)
})

test('a mediator’s home shows how far each case is', async () => {
  resetApp(someStatus)
  const row = { bundleId, caseNumber: '2026-0007', title: '佣金争议', openQuestions: 1, undecided: 2 }
  const figures = {
    claimedFen: 582_346,
    proposedFen: 0,
    termEndsOn: '2026-06-04',
    updatedAt: '2026-05-20T02:00:00.000Z',
  }
  fakeHost({ 'disputes.listMediations': () => ({ mediations: [{ ...row, ...figures, state: 'asking' }] }) })
  render(<MediationsCard />)
  expect(await screen.findByRole('link', { name: /2026-0007/ })).toHaveAttribute('href', `#/received/${bundleId}/ask`)
  expect(screen.getByText('等答复')).toBeVisible()
})

test('a received reply shows its findings, joins the case only by the button, and then says where it is', async () => {
  resetApp(someStatus)
  let isJoined = false
  const host = fakeHost({
    'disputes.caseMediation': () => ({ ...someCaseMediation(), ...(isJoined ? {} : { replies: [] }) }),
    'disputes.joinReply': () => {
      isJoined = true
      return { caseId, replyId }
    },
  })
  const opened: OpenedBundle = {
    id: bundleId,
    verification: {
      ok: true,
      answers: [],
      name: 'r',
      kind: 'mediation-reply',
      sender: '王敏',
      externalId: '2026-0007',
      baggingDate: '2026-05-25',
      fingerprint: 'c'.repeat(64),
      payloadFiles: 5,
      payloadBytes: 100,
    },
    content: { kind: 'mediation-reply', data: someReplyFile() },
    entries: [],
  }
  render(<ReceivedReply opened={opened} place={undefined} />)
  expect(await screen.findByText('三月有几场直播？')).toBeVisible()
  expect(host.asked.map(({ name }) => name)).not.toContain('disputes.joinReply')
  await userEvent.click(screen.getByRole('button', { name: '并入我的案件' }))
  await waitFor(() => expect(location.hash).toBe(`#/cases/${caseId}/mediation`))
  expect(await screen.findByText('2026-05-26 10:00 已并入我的案件')).toBeVisible()
  expect(screen.queryByRole('button', { name: '并入我的案件' })).not.toBeInTheDocument()
})

test('the party answers questions and takes the proposal as their own act', async () => {
  const { asked } = openCase({
    'disputes.caseMediation': () => someCaseMediation(),
    'disputes.answerQuestion': () => ({}),
    'disputes.acceptProposal': () => ({}),
  })
  await userEvent.type(await screen.findByLabelText('回答：三月有几场直播？'), '十八场')
  await userEvent.tab()
  await waitFor(() =>
    expect(inputsOf(asked, 'disputes.answerQuestion')).toEqual([{ replyId, questionId, answer: '十八场' }]),
  )
  await userEvent.click(screen.getByRole('button', { name: /^接受方案/ }))
  await waitFor(() => expect(inputsOf(asked, 'disputes.acceptProposal')).toMatchObject([{ replyId, accepted: true }]))
})

test('an instalment says how late it is, and takes what of a payment fits', async () => {
  const late = {
    number: 1,
    date: '2026-06-10',
    amountFen: 300_000,
    paidFen: 0,
    remainingFen: 300_000,
    state: 'overdue',
    lateDays: 12,
    payments: [],
  } as const
  const { asked } = openCase({
    'disputes.caseMediation': () =>
      someCaseMediation({
        acceptedAt: '2026-05-27T02:00:00.000Z',
        instalments: [{ ...late, payments: [] }],
        remainingFen: 300_000,
      }),
    'disputes.linkInstalment': () => ({}),
  })
  expect(await screen.findByText('逾期 12 天')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '选到账记录' }))
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '保存' }))
  await waitFor(() =>
    expect(inputsOf(asked, 'disputes.linkInstalment')).toEqual([{ replyId, number: 1, paymentId, amountFen: 250_000 }]),
  )
})

test('a payment noted from the instalments begins with who owes whom what, and goes to the earliest of them by itself', async () => {
  const view = someCaseView()
  const partyOf = (side: string): string | undefined => view.parties.find((party) => party.side === side)?.id
  const due = { paidFen: 0, state: 'due', lateDays: 0, payments: [] } as const
  const { asked } = openCase({
    'parties.list': () => ({ parties: [] }),
    'disputes.caseMediation': () =>
      someCaseMediation({
        acceptedAt: '2026-05-27T02:00:00.000Z',
        instalments: [
          { ...due, number: 1, date: '2026-06-10', amountFen: 300_000, remainingFen: 120_000, payments: [] },
          { ...due, number: 2, date: '2026-07-10', amountFen: 300_000, remainingFen: 300_000, payments: [] },
        ],
        remainingFen: 420_000,
      }),
    'earnings.savePayment': () => ({ id: paymentId }),
    'disputes.linkInstalment': () => ({}),
  })
  await userEvent.click(await screen.findByRole('button', { name: '记一笔到账' }))
  const dialog = await screen.findByRole('dialog')
  const amount = within(dialog).getByDisplayValue('1200.00')
  await userEvent.clear(amount)
  await userEvent.type(amount, '1500')
  await userEvent.click(within(dialog).getByRole('button', { name: '保存' }))
  await waitFor(() =>
    expect(inputsOf(asked, 'disputes.linkInstalment')).toEqual([
      { replyId, number: 1, paymentId, amountFen: 120_000 },
      { replyId, number: 2, paymentId, amountFen: 30_000 },
    ]),
  )
  expect(inputsOf(asked, 'earnings.savePayment')).toMatchObject([
    { amountFen: 150_000, payerId: partyOf('respondent'), payeeId: partyOf('applicant') },
  ])
})

test('both sides’ figures stand line by line: agreed, disputed by how much, not said', () => {
  resetApp(someStatus)
  const applicant = { expectedFen: 1_000, withheldFen: 0, allowedFen: 0, paidFen: 400 }
  const respondent = { expectedFen: 900, withheldFen: null, allowedFen: null, paidFen: 400 }
  const cycle = { agreementId: 'a', cycle: '2026-03', from: '2026-03-01', source: 'typed', reason: '' } as const
  render(<SidesTable cycles={[{ ...cycle, applicant, respondent }]} />)
  expect(rowOf('应得').getByText('不一致')).toBeVisible()
  expect(rowOf('应得').getByText('¥1.00')).toBeVisible()
  expect(rowOf('已到账').getByText('一致')).toBeVisible()
  expect(rowOf('代扣').getByText('没有说')).toBeVisible()
})
