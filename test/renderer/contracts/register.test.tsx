import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { CheckResult } from '../../../renderer/contracts/batch/check-result.tsx'
import { ReceivedAcceptance } from '../../../renderer/contracts/received/received-acceptance.tsx'
import { ReceivedContract } from '../../../renderer/contracts/received/received-contract.tsx'
import { ContractPage } from '../../../renderer/contracts/register/contract-page.tsx'
import { RegisterList } from '../../../renderer/contracts/register/register-list.tsx'
import type { OpenedBundle } from '../../../shared/bundles/calls.ts'
import type { BundleContent } from '../../../shared/bundles/contents.ts'
import type { Output } from '../../../shared/contract.ts'
import { fakeHost, resetApp, someStatus } from '../fake-host.ts'
import { contractContent, contractDetail, contractId, contractRow, hash } from './contract-samples.ts'

const bundleId = 'b'.repeat(64)

beforeEach(() => resetApp(someStatus))

function openedBundle(content: BundleContent): OpenedBundle {
  return {
    id: bundleId,
    verification: {
      ok: true,
      answers: [],
      name: 'x',
      kind: content.kind,
      sender: '杭州播悦文化传媒有限公司',
      externalId: 'HT-2026-0001',
      baggingDate: '2026-07-20',
      fingerprint: hash,
      payloadFiles: 3,
      payloadBytes: 100,
    },
    content,
    entries: [],
  }
}

function handedOver(): OpenedBundle {
  return openedBundle({
    kind: 'contract',
    data: {
      format: 'boan-contract',
      version: 1,
      appVersion: '0.1.0',
      exportedAt: '2026-07-20T04:00:00.000Z',
      title: '直播合作协议',
      contentSha256: hash,
      content: contractContent(),
      documents: [],
    },
  })
}

const review: Output<'contracts.review'> = {
  contentOk: true,
  isOwn: false,
  differingClauses: [],
  self: 'payee',
  answer: null,
  amendsId: null,
}

test('the register is filtered by name, number and state', async () => {
  const other = contractRow({
    id: '01900000-0000-7000-8000-000000000002',
    title: '口头约定',
    number: null,
    origin: 'unwritten',
    state: 'kept',
    standing: 'in-force',
  })
  fakeHost({
    'contracts.register': () => ({ contracts: [contractRow(), other] }),
    'contracts.listBatches': () => ({ batches: [] }),
  })
  render(<RegisterList />)
  expect(await screen.findByRole('link', { name: '直播合作协议' })).toBeVisible()
  expect(screen.getByText('履行中')).toBeVisible()
  await userEvent.type(screen.getByLabelText('按名称、编号或对方筛选'), 'HT-2026-0001')
  expect(screen.queryByRole('link', { name: '口头约定' })).toBeNull()
  expect(screen.getByRole('link', { name: '直播合作协议' })).toBeVisible()
})

test('an empty register says what it is for and has one button that fills it', async () => {
  fakeHost({ 'contracts.register': () => ({ contracts: [] }), 'contracts.listBatches': () => ({ batches: [] }) })
  render(<RegisterList />)
  expect(await screen.findByRole('button', { name: '写一份合同' })).toBeVisible()
})

test('a contract shows each clause with what it means, and offers the step that comes next', async () => {
  const { asked } = fakeHost({
    'contracts.get': () => contractDetail(),
    'contracts.exportHandOver': () => ({
      file: { token: 't', name: 'BoAn-HT-2026-0001.boan', mime: 'application/zip', sizeBytes: 1 },
      fingerprint: hash,
      bundles: [{ id: contractId, manifestSha256: hash }],
    }),
    'contracts.noteHandOver': () => ({}),
  })
  render(<ContractPage id={contractId} />)
  const clause = await screen.findByRole('region', { name: /^第一条/ })
  expect(within(clause).getByRole('note', { name: '这一条的意思' })).toHaveTextContent('《')
  expect(screen.queryByRole('button', { name: '签发' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '交给对方' }))
  await waitFor(() => expect(asked.map(({ name }) => name)).toContain('contracts.noteHandOver'))
  expect(await screen.findByText('已导出：BoAn-HT-2026-0001.boan')).toBeVisible()
})

test('an end that is noted is said until its day has passed', async () => {
  fakeHost({ 'contracts.get': () => contractDetail({ standing: 'in-force', endedOn: '2026-11-25', actions: [] }) })
  render(<ContractPage id={contractId} />)
  expect(await screen.findByText(/最后一天是\s?2026-11-25/)).toBeVisible()
})

test('an acceptance is called what it is, and a labour contract is sent to an outside platform', async () => {
  fakeHost({
    'contracts.get': () =>
      contractDetail({ state: 'accepted', standing: 'accepted', relation: 'labour', actions: ['sign'] }),
  })
  render(<ContractPage id={contractId} />)
  expect(await screen.findByText('对方已接受（未签署）')).toBeVisible()
  expect(screen.getByText(/可靠电子签名和可信时间戳/)).toBeVisible()
})

test('a received contract is accepted only when every clause was read, by name and day', async () => {
  const user = userEvent.setup()
  const { asked } = fakeHost({
    'contracts.review': () => review,
    'contracts.exampleFigures': () => ({ figures: null }),
    'contracts.acceptReceived': () => contractDetail({ origin: 'received' }),
  })
  render(<ReceivedContract opened={handedOver()} place={undefined} />)
  const accept = await screen.findByRole('button', { name: '我看过了，接受' })
  expect(accept).toBeDisabled()
  for (const box of screen.getAllByRole('checkbox', { name: '看过了' })) await user.click(box)
  expect(accept).toBeEnabled()
  await user.click(accept)
  expect(await screen.findByText('请写姓名')).toBeVisible()
  await user.type(screen.getByLabelText('写下你的姓名'), '李雨桐')
  await user.click(accept)
  await waitFor(() => expect(asked.at(-1)?.name === 'contracts.review').toBe(true))
  expect(asked.find(({ name }) => name === 'contracts.acceptReceived')?.input).toMatchObject({
    bundleId,
    by: '李雨桐',
    self: 'payee',
    scope: { platforms: ['douyin'] },
    remarks: [],
  })
})

test('an objection to a clause goes back with the refusal, and words that are not the template’s are marked', async () => {
  const user = userEvent.setup()
  const { asked } = fakeHost({
    'contracts.review': () => ({ ...review, differingClauses: ['exit'] }),
    'contracts.exampleFigures': () => ({ figures: null }),
    'contracts.declineReceived': () => ({
      decision: 'declined',
      by: '李雨桐',
      date: '2026-07-21',
      note: '',
      remarks: [],
      contractId: null,
    }),
  })
  render(<ReceivedContract opened={handedOver()} place={undefined} />)
  expect(await screen.findByText('文字和模板不同')).toBeVisible()
  const clause = screen.getByRole('region', { name: /^第一条/ })
  await user.click(within(clause).getByRole('button', { name: '对这一条有意见' }))
  await user.type(within(clause).getByRole('textbox', { name: '对这一条有意见' }), '账号写错了')
  await user.type(screen.getByLabelText('写下你的姓名'), '李雨桐')
  await user.click(screen.getByRole('button', { name: '不接受，发回意见' }))
  await waitFor(() =>
    expect(asked.find(({ name }) => name === 'contracts.declineReceived')?.input).toMatchObject({
      remarks: [{ clauseId: 'scope', text: '账号写错了' }],
    }),
  )
})

test('an answer to another contract cannot be noted, one that fits can', async () => {
  const acceptance = openedBundle({
    kind: 'contract-acceptance',
    data: {
      format: 'boan-contract-acceptance',
      version: 1,
      appVersion: '0.1.0',
      title: '直播合作协议',
      number: 'HT-2026-0001',
      contentSha256: hash,
      manifestSha256: hash,
      decision: 'accepted',
      by: '李雨桐',
      date: '2026-07-21',
      decidedAt: '2026-07-21T04:00:00.000Z',
      note: '',
      remarks: [],
    },
  })
  const contract = { id: contractId, number: 'HT-2026-0001', title: '直播合作协议', standing: 'issued' as const }
  fakeHost({ 'contracts.reviewAcceptance': () => ({ outcome: 'other-contract', contract: null }) })
  const { unmount } = render(<ReceivedAcceptance opened={acceptance} place={undefined} />)
  expect(await screen.findByText(/没有内容相同的合同/)).toBeVisible()
  expect(screen.queryByRole('button', { name: '记到这份合同上' })).toBeNull()
  unmount()
  const { asked } = fakeHost({
    'contracts.reviewAcceptance': () => ({ outcome: 'fits', contract }),
    'contracts.get': () => contractDetail(),
    'contracts.joinAcceptance': () => contractDetail({ state: 'accepted', standing: 'accepted' }),
  })
  render(<ReceivedAcceptance opened={acceptance} place={undefined} />)
  await userEvent.click(await screen.findByRole('button', { name: '记到这份合同上' }))
  await waitFor(() => expect(asked.map(({ name }) => name)).toContain('contracts.joinAcceptance'))
})

test('every fault of a roster is listed by row, and faulty rows are left out only when that is chosen', async () => {
  const chosen: boolean[] = []
  const byName = {
    typed: '雨桐好物',
    by: 'name' as const,
    found: { platform: 'douyin', account: 'dy-77120', name: '雨桐好物' },
  }
  const unknown = { typed: '没有的号', by: 'none' as const, found: null }
  const fault = { column: '身份证号', value: '3301', severity: 'error' as const, params: { other: 2 } }
  render(
    <CheckResult
      checked={{
        rows: [
          { row: 2, name: '主播一', knownPartyId: null, accounts: [byName], errors: 0, warnings: 0 },
          { row: 3, name: '主播二', knownPartyId: null, accounts: [unknown], errors: 1, warnings: 0 },
        ],
        faults: [{ ...fault, row: 3, sentence: 'roster:fault.same-number' }],
        ready: 1,
      }}
      busy={false}
      onIssue={(leaveOut) => chosen.push(leaveOut)}
    />,
  )
  expect(screen.getByText(/和第\s?2\s?行是同一个证件号码/)).toBeVisible()
  await userEvent.click(screen.getByText(/^账号对到谁/))
  expect(screen.getByRole('row', { name: /^3 主播二 没有的号 没有对上/ })).toBeVisible()
  expect(screen.getByRole('row', { name: /^2 主播一 雨桐好物 按昵称对上.*dy-77120/ })).toBeVisible()
  expect(screen.getByRole('button', { name: /^签发/ })).toBeDisabled()
  await userEvent.click(screen.getByRole('checkbox'))
  await userEvent.click(screen.getByRole('button', { name: /^签发/ }))
  expect(chosen).toEqual([true])
})
