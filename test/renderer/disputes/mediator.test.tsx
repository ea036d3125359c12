import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import { ReceivedScreen } from '../../../renderer/bundles/received-screen.tsx'
import { useReceived } from '../../../renderer/bundles/received-store.ts'
import type { OpenedBundle, Working } from '../../../shared/bundles/calls.ts'
import { answer, type BundleAnswer } from '../../../shared/bundles/verification.ts'
import { makeCase } from '../../core/bundles/sample-case.ts'
import { fakeHost, resetApp, someStatus } from '../fake-host.ts'

const id = 'a'.repeat(64)
const fingerprint = '7f3a91c20b5e44d8'.padEnd(64, '0')
const yes: BundleAnswer[] = [
  answer('bag', true, 'bag-ok'),
  answer('payload', true, 'payload-ok', { count: 5, bytes: 100 }),
  answer('signature', true, 'signature-ok', { fingerprint: '7F3A 91C2 0B5E 44D8' }),
  answer('key', true, 'key-first-use', { fingerprint: '7F3A 91C2 0B5E 44D8', sender: '林小满' }),
  answer('journal', true, 'journal-ok', { entries: 3, withContent: 2 }),
  answer('figures', true, 'figures-ok', { cycles: 1, totalFen: 582346 }),
]

function opened(answers: BundleAnswer[] = yes): OpenedBundle {
  const { computations: _, ...file } = makeCase()
  return {
    id,
    verification: {
      ok: answers.every(({ ok }) => ok),
      answers,
      name: 'c',
      kind: 'case',
      sender: '林小满',
      externalId: '2026-0007',
      baggingDate: '2026-05-22',
      fingerprint,
      payloadFiles: 5,
      payloadBytes: 100,
    },
    content: file === null ? null : { kind: 'case', data: file },
    entries: [{ path: 'evidence/001-结算单.png', sizeBytes: 10, preview: 'image', fault: null }],
  }
}

const unanswered = { 'disputes.answersTo': () => ({ answers: [] }) }

const working: Working = {
  agreement: '直播合作',
  cycle: '2026-03',
  from: '2026-03-01',
  to: '2026-03-31',
  dueDate: '2026-04-15',
  steps: [],
  expectedFen: 1_582_346,
  withheldFen: 0,
  acknowledgedFen: 1_200_000,
  allowedFen: 0,
  paidFen: 1_000_000,
  outstandingFen: 582_346,
  deductions: [
    {
      id: 'd',
      statedReason: '形象管理费',
      amountFen: 100_000,
      allowedFen: 0,
      reason: { code: 'not-agreed', params: {} },
    },
  ],
  payments: [],
  interest: { interestFen: 0, kind: null, periods: [] },
  lines: 1087,
}

beforeEach(() => {
  resetApp(someStatus)
  useReceived.setState({ opened: undefined, busy: false, progress: undefined, error: undefined })
  location.hash = `#/received/${id}`
})

describe('the mediator’s workspace', () => {
  test('says in one sentence that a case is whole, with the fingerprint to compare', async () => {
    fakeHost({ 'bundles.open': () => opened(), ...unanswered })
    render(<ReceivedScreen />)
    expect(await screen.findByRole('heading', { name: '这份案件文件完整，签名有效，账目可以复算' })).toBeVisible()
    expect(screen.getByText(/7F3A 91C2 0B5E 44D8/)).toBeVisible()
    expect(await screen.findByText('¥5,823.46')).toBeVisible()
    expect(screen.getByText('双方一致')).toBeVisible()
  })

  test('fills what the other side admits from its answer to this case, and says so', async () => {
    const claims = makeCase().claims.map(({ id: claimId, kind, amountFen }) => ({
      claimId,
      kind,
      claimedFen: amountFen,
      stance: kind === 'improper-deduction' ? ('agree' as const) : null,
      amountFen,
      reason: '',
    }))
    const said = { bundleId: 'b'.repeat(64), respondent: '杭州云播', exportedAt: '2026-05-24T02:00:00.000Z', claims }
    fakeHost({ 'bundles.open': () => opened(), 'disputes.answersTo': () => ({ answers: [said] }) })
    render(<ReceivedScreen />)
    expect(await screen.findByRole('link', { name: /“对方认”按 杭州云播/ })).toHaveAttribute(
      'href',
      `#/received/${said.bundleId}`,
    )
    const row = screen.getByRole('row', { name: /不当扣款/ })
    expect(within(row).getByText('双方一致')).toBeVisible()
    expect(within(row).getByText('见答复')).toBeVisible()
  })

  test('shows what a stranger wrote as text', async () => {
    fakeHost({ 'bundles.open': () => opened(), ...unanswered })
    render(<ReceivedScreen />)
    expect(await screen.findByText(/<script>alert\(1\)<\/script>/)).toBeVisible()
    expect(document.querySelector('script')).toBeNull()
  })

  test('opens the working of an amount, computed here, down to its order lines', async () => {
    const host = fakeHost({ 'bundles.open': () => opened(), ...unanswered, 'bundles.working': () => working })
    render(<ReceivedScreen />)
    await userEvent.click(await screen.findByRole('button', { name: /不当扣款/ }))
    expect(await screen.findByText('约定里没有这一项扣款')).toBeVisible()
    expect(screen.getByRole('link', { name: '看这一期的 1,087 行订单' })).toHaveAttribute(
      'href',
      `#/received/${id}/lines?agreement=a&cycle=2026-03`,
    )
    expect(host.asked.filter(({ name }) => name === 'bundles.working')).toHaveLength(1)
  })

  test('puts what is wrong first and names the file; the case stays readable', async () => {
    const path = 'data/evidence/001-结算单.png'
    const no = answer('payload', false, 'payload-damaged', { count: 1 }, [{ path, fault: 'changed' }])
    fakeHost({ 'bundles.open': () => opened([no, ...yes.filter(({ check }) => check !== 'payload')]), ...unanswered })
    render(<ReceivedScreen />)
    expect(await screen.findByRole('heading', { name: /这份文件有问题：有 1 个文件/ })).toBeVisible()
    expect(screen.getByText(/data\/evidence\/001-结算单.png（改动过）/)).toBeVisible()
    expect(await screen.findByText('¥5,823.46')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: '逐项检查' }))
    const panel = await screen.findByRole('dialog')
    expect(within(panel).getAllByRole('heading', { level: 3 })[0]).toHaveTextContent('内容完整')
  })

  test('remembers another key only when the person says that they have compared it', async () => {
    const params = { fingerprint: 'AAAA', sender: '林小满', before: 'BBBB', since: '2026-01-01' }
    const no = answer('key', false, 'key-changed', params)
    const host = fakeHost({
      'bundles.open': () => opened([no, ...yes.filter(({ check }) => check !== 'key')]),
      ...unanswered,
      'bundles.acceptKey': () => ({ fingerprint, sender: '林小满', since: '2026-05-22' }),
    })
    render(<ReceivedScreen />)
    await userEvent.click(await screen.findByRole('button', { name: '逐项检查' }))
    expect(host.asked.map(({ name }) => name)).not.toContain('bundles.acceptKey')
    await userEvent.click(await screen.findByRole('button', { name: '已核对，记住这把密钥' }))
    await waitFor(() => expect(host.asked.filter(({ name }) => name === 'bundles.open')).toHaveLength(2))
  })

  test('says why a file was not opened, and that nothing of it was kept', async () => {
    location.hash = '#/received'
    fakeHost({ 'bundles.list': () => ({ bundles: [] }) })
    useReceived.setState({ error: { code: 'bundles.climbing-path', params: {}, where: { file: '../x' } } })
    render(<ReceivedScreen />)
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('路径会跳出文件夹')
    expect(alert).toHaveTextContent('没有存下任何内容')
    expect(await screen.findByRole('heading', { name: '还没有收到的文件' })).toBeVisible()
  })
})
