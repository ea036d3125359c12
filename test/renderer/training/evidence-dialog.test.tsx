import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { TrainingEvidenceButton } from '../../../renderer/training/index.ts'
import type { EvidenceItem } from '../../../shared/disputes/views.ts'
import { idOf, training } from '../../shared/training/training-fixture.ts'
import { fakeHost, resetApp, someStatus } from '../fake-host.ts'

const caseId = idOf(500)
const proof = idOf(600)
const sheet = idOf(601)
const known = idOf(602)

const kept: EvidenceItem = {
  id: sheet,
  sha256: 'a'.repeat(64),
  title: '培训记录',
  kind: 'other',
  source: '',
  takenBy: '',
  takenAt: null,
  purpose: '',
  originalPlace: '',
  originalHolder: 'me',
  redactedOf: null,
  redaction: '',
  pages: 1,
  createdAt: '2026-06-01T00:00:00.000Z',
  voidedAt: null,
  voidReason: null,
  fileName: '培训记录.pdf',
  mime: 'application/pdf',
  sizeBytes: 1,
  marks: [],
  platformKeepsUntil: null,
  cases: [],
}

function openDialog() {
  const host = fakeHost({
    'training.listRecords': () => ({
      records: [training(1, { topic: '直播流程', evidenceIds: [proof] }), training(2, { topic: '没有凭证的课' })],
      evidence: [],
    }),
    'training.exportRecord': () => ({
      file: { token: 'made', name: '培训记录.pdf', mime: 'application/pdf', sizeBytes: 1 },
      text: null,
      dataSha256: 'b'.repeat(64),
    }),
    'disputes.addEvidence': () => kept,
    'disputes.setExhibits': () => ({}),
  })
  render(<TrainingEvidenceButton caseId={caseId} exhibitIds={[known]} />)
  return { ...host, user: userEvent.setup() }
}

beforeEach(() => {
  resetApp(someStatus)
  // The made file is fetched and handed to the intake as any file of the person's own.
  vi.stubGlobal('fetch', async (url: string) =>
    url.startsWith('intake')
      ? Response.json({
          ok: true,
          value: { token: 'taken', name: '培训记录.pdf', sizeBytes: 1, sha256: 'a'.repeat(64) },
        })
      : new Response('pdf'),
  )
})

test('proof files and a record made of the chosen trainings join the case behind its exhibits', async () => {
  const { user, asked } = openDialog()
  await user.click(screen.getByRole('button', { name: '从培训记录添加' }))
  const dialog = await screen.findByRole('dialog', { name: '用培训记录作证据' })
  expect(within(dialog).getByRole('button', { name: /加入案件/ })).toBeDisabled()
  await user.click(await within(dialog).findByRole('checkbox', { name: /直播流程/ }))
  await user.click(within(dialog).getByRole('button', { name: /加入案件/ }))
  await waitFor(() => expect(asked.some(({ name }) => name === 'disputes.setExhibits')).toBe(true))
  const inputOf = (wanted: string) => asked.find(({ name }) => name === wanted)?.input
  expect(inputOf('training.exportRecord')).toMatchObject({
    recordIds: [idOf(1)],
    from: '2026-03-05',
    to: '2026-03-05',
    format: 'pdf',
  })
  expect(inputOf('disputes.addEvidence')).toMatchObject({
    token: 'taken',
    title: '培训记录（2026-03-05 至 2026-03-05）',
  })
  expect(inputOf('disputes.setExhibits')).toEqual({ caseId, evidenceIds: [known, proof, sheet] })
})

test('trainings without proof and without a made record have nothing to add, and the dialog says so', async () => {
  const { user } = openDialog()
  await user.click(screen.getByRole('button', { name: '从培训记录添加' }))
  const dialog = await screen.findByRole('dialog', { name: '用培训记录作证据' })
  await user.click(await within(dialog).findByRole('checkbox', { name: /没有凭证的课/ }))
  await user.click(within(dialog).getByRole('checkbox', { name: /做成一份/ }))
  expect(within(dialog).getByText(/没有东西可加/)).toBeInTheDocument()
  expect(within(dialog).getByRole('button', { name: /加入案件/ })).toBeDisabled()
})
