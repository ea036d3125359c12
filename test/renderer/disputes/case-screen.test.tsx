import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { CasesScreen } from '../../../renderer/disputes/case/cases-screen.tsx'
import { Surroundings } from '../../../renderer/shell/surroundings.tsx'
import type { CallName, Input, Output } from '../../../shared/contract.ts'
import { fakeHost, resetApp, someStatus } from '../fake-host.ts'
import { caseId, someCaseView } from './case-fixture.ts'

type Answers = { [N in CallName]?: (input: Input<N>) => Output<N> }

function open(place: string, answers: Answers = {}, view = someCaseView()) {
  resetApp(someStatus)
  const host = fakeHost({ 'disputes.getCase': () => view, ...answers })
  location.hash = `#/cases/${caseId}/${place}`
  render(
    <Surroundings>
      <CasesScreen />
    </Surroundings>,
  )
  return { ...host, view }
}

const inputsOf = (asked: { name: string; input: unknown }[], name: CallName): unknown[] =>
  asked.filter((call) => call.name === name).map((call) => call.input)

test('an empty list says what cases are for and leads to what is overdue', async () => {
  resetApp(someStatus)
  fakeHost({ 'disputes.listCases': () => ({ cases: [] }) })
  location.hash = '#/cases'
  render(<CasesScreen />)
  await userEvent.click(await screen.findByRole('button', { name: '去看逾期的账' }))
  expect(location.hash).toBe('#/ledger?status=overdue')
})

test('the places tell what each lacks, and the rail leads to where it is mended', async () => {
  open('facts')
  const places = await screen.findByRole('navigation', { name: '案件的各步' })
  expect(within(places).getByRole('link', { name: /事实/ })).toHaveAttribute('aria-current', 'step')
  const rail = screen.getByRole('complementary', { name: '还差什么' })
  expect(within(rail).getByRole('link', { name: /申请书交给哪个机构/ })).toHaveAttribute(
    'href',
    `#/cases/${caseId}/documents`,
  )
})

test('one’s own words are kept by themselves when the field is left', async () => {
  const { asked } = open('facts', { 'disputes.updateCase': () => ({}) }, someCaseView({ statement: '' }))
  await userEvent.type(await screen.findByLabelText('事情经过'), '三月没有付清。')
  await userEvent.tab()
  await waitFor(() =>
    expect(inputsOf(asked, 'disputes.updateCase')).toEqual([{ id: caseId, statement: '三月没有付清。' }]),
  )
})

test('a fact that is taken out of the timeline can be taken back', async () => {
  const { asked, view } = open('facts', { 'disputes.voidFact': () => ({}), 'disputes.restoreFact': () => ({}) })
  const [first] = view.facts
  await userEvent.click(await screen.findByRole('button', { name: `移除：${first?.text}` }))
  await userEvent.click(await screen.findByRole('button', { name: '撤销' }))
  await waitFor(() => expect(inputsOf(asked, 'disputes.restoreFact')).toEqual([{ caseId, id: first?.id }]))
})

test('a new fact needs its words and names its evidence', async () => {
  const { asked, view } = open('facts', { 'disputes.saveFact': () => ({ id: caseId }) })
  await userEvent.click(await screen.findByRole('button', { name: '加一条' }))
  const dialog = await screen.findByRole('dialog', { name: '加一条事实' })
  await userEvent.click(within(dialog).getByRole('button', { name: '保存' }))
  expect(await within(dialog).findByText('请写一句发生了什么。')).toBeInTheDocument()
  await userEvent.type(within(dialog).getByLabelText('发生了什么'), '微信催款')
  await userEvent.click(within(dialog).getByRole('checkbox', { name: /证据1 / }))
  await userEvent.click(within(dialog).getByRole('button', { name: '保存' }))
  await waitFor(() =>
    expect(inputsOf(asked, 'disputes.saveFact')).toMatchObject([
      { text: '微信催款', code: 'event', sourceIds: [view.exhibits[0]?.evidence.id] },
    ]),
  )
})

test('a claim’s amount opens its working in the ledger', async () => {
  const { view } = open('claims')
  const [figure] = await screen.findAllByRole('button', { name: /打开计算过程/ })
  if (figure === undefined) throw new Error('no figure')
  await userEvent.click(figure)
  const cycle = view.claims[0]?.cycles[0]
  expect(location.hash).toContain(`open=${cycle?.agreementId}`)
  expect(location.hash).toContain(`cycle=${cycle?.cycle}`)
})

test('a pasted picture becomes evidence of the case and is asked about at once', async () => {
  const view = someCaseView()
  const added = view.exhibits[0]?.evidence
  if (added === undefined) throw new Error('no exhibit')
  const { asked } = open('evidence', { 'disputes.addEvidence': () => added }, view)
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => Response.json({ ok: true, value: { token: 't1', name: 'image.png', sizeBytes: 3, sha256: '' } })),
  )
  await screen.findByText('证据清单')
  const paste = new Event('paste', { bubbles: true, cancelable: true })
  Object.assign(paste, { clipboardData: { files: [new File(['x'], 'image.png', { type: 'image/png' })] } })
  document.dispatchEvent(paste)
  expect(await screen.findByRole('dialog')).toBeInTheDocument()
  const [input] = inputsOf(asked, 'disputes.addEvidence')
  expect(input).toMatchObject({ token: 't1', caseId, title: expect.stringMatching(/^粘贴的截图 \d{4}-/) as unknown })
})

test('what leaves is shown before it leaves, and an export is noted with its hash', async () => {
  const made: Output<'disputes.exportCase'> = {
    file: { token: 'out', name: 'BoAn-2026-0001-mediator.boan', mime: 'application/zip', sizeBytes: 5 },
    manifestSha256: 'a'.repeat(64),
    fingerprint: '7f3a91c20b5e44d8'.repeat(4),
    moment: '2026-06-01T00:00:00.000Z',
    caseNumber: '2026-0001',
    audience: 'mediator',
    payloadFiles: 9,
    withheld: 1,
    substituted: [],
  }
  const { asked } = open('submit', {
    'disputes.exportPreview': () => ({
      parties: [
        {
          id: caseId,
          side: 'applicant',
          name: '李雨桐',
          fields: [{ field: 'idCard', treatment: 'masked', shown: '3301**********1224' }],
        },
      ],
      exhibits: [],
      documents: ['summary'],
      sizeBytes: 0,
    }),
    'disputes.exportCase': () => made,
    'disputes.noteExport': () => ({}),
  })
  expect(await screen.findByText('3301**********1224')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '导出给调解员' }))
  expect(await screen.findByText('7F3A 91C2 0B5E 44D8')).toBeInTheDocument()
  expect(inputsOf(asked, 'disputes.noteExport')).toMatchObject([{ caseId, manifestSha256: 'a'.repeat(64) }])
})
