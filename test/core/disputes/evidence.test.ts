import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { attachmentPath } from '../../../electron/core/attachments/store.ts'
import { countPdfPages } from '../../../electron/core/disputes/page-count.ts'
import { openDesk } from './harness.ts'

const pdf = (pages: number): string =>
  `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<< /Kids [] /Count ${pages} /Type /Pages >>endobj\n%%EOF`

test('a file is kept byte for byte, hashed, counted and marked until its source is told', async () => {
  const desk = await openDesk()
  const item = await desk.call('disputes.addEvidence', { token: desk.give('合同.pdf', pdf(12)), kind: 'contract' })
  expect(item).toMatchObject({ title: '合同', kind: 'contract', pages: 12, mime: 'application/pdf', cases: [] })
  expect(item.marks).toEqual(['no-source', 'no-purpose', 'original-place-unknown'])
  expect(readFileSync(attachmentPath(desk.dataDir, item.sha256), 'utf8')).toBe(pdf(12))
  const told = await desk.call('disputes.updateEvidence', {
    id: item.id,
    source: '公司发来',
    purpose: '证明分成比例',
    originalPlace: '家中',
  })
  expect(told.marks).toEqual([])
  expect(told.sha256).toBe(item.sha256)
})

test('the same file twice is one piece of evidence', async () => {
  const desk = await openDesk()
  const first = await desk.call('disputes.addEvidence', { token: desk.give('a.png', 'picture') })
  const second = await desk.call('disputes.addEvidence', { token: desk.give('b.png', 'picture') })
  expect(second.id).toBe(first.id)
  expect((await desk.call('disputes.listEvidence', {})).evidence).toHaveLength(1)
})

test('voided evidence leaves the list with its reason, keeps its file and comes back', async () => {
  const desk = await openDesk()
  const { id, sha256 } = await desk.call('disputes.addEvidence', { token: desk.give('chat.png', 'x') })
  await desk.call('disputes.voidEvidence', { id, reason: '传错了' })
  expect((await desk.call('disputes.listEvidence', {})).evidence).toEqual([])
  await expect(desk.call('disputes.updateEvidence', { id, title: '新名' })).rejects.toMatchObject({
    code: 'disputes.evidence-voided',
  })
  expect(readFileSync(attachmentPath(desk.dataDir, sha256), 'utf8')).toBe('x')
  expect(await desk.call('disputes.restoreEvidence', { id })).toMatchObject({ voidedAt: null, voidReason: null })
})

test('a redacted copy names its original and says what was removed, and is no copy of a copy', async () => {
  const desk = await openDesk()
  const original = await desk.call('disputes.addEvidence', { token: desk.give('chat.png', 'whole') })
  const token = desk.give('chat-masked.png', 'masked')
  await expect(desk.call('disputes.addEvidence', { token, redactedOf: original.id })).rejects.toMatchObject({
    code: 'disputes.redaction-unsaid',
  })
  const copy = await desk.call('disputes.addEvidence', { token, redactedOf: original.id, redaction: '遮住他人手机号' })
  expect(copy).toMatchObject({ redactedOf: original.id, redaction: '遮住他人手机号' })
  await expect(
    desk.call('disputes.addEvidence', { token: desk.give('c.png', 'c'), redactedOf: copy.id, redaction: '再遮' }),
  ).rejects.toMatchObject({ code: 'disputes.redaction-of-copy' })
})

test('each command on evidence is journaled with the file it took in', async () => {
  const desk = await openDesk()
  const { id, sha256 } = await desk.call('disputes.addEvidence', { token: desk.give('a.pdf', pdf(1)) })
  const entry = desk.db
    .prepare<[string], { content: string }>(
      'SELECT content FROM journal JOIN journal_subjects USING (sequence) WHERE subject_id = ?',
    )
    .get(id)
  expect(JSON.parse(entry?.content ?? '{}')).toMatchObject({ call: 'disputes.addEvidence', filesSha256: [sha256] })
})

test('pages of a PDF are read from plain and from compressed page trees; what is no PDF has none', () => {
  const tree = deflateSync(Buffer.from('2 0 << /Type /Pages /Kids [3 0 R] /Count 7 >>'))
  const compressed = Buffer.concat([
    Buffer.from(`%PDF-1.5\n5 0 obj << /Type /ObjStm /N 1 /First 4 /Length ${tree.length} >> stream\n`),
    tree,
    Buffer.from('\nendstream endobj'),
  ])
  expect(countPdfPages(compressed)).toBe(7)
  expect(countPdfPages(Buffer.from('%PDF-1.7 nothing to count'))).toBeNull()
  expect(countPdfPages(Buffer.from('hello'))).toBeNull()
})

test('a real PDF of the papers counts as many pages as its typesetter made', async () => {
  const { renderPdf } = await import('../../../electron/core/documents/pdf.ts')
  const blocks = Array.from({ length: 120 }, () => ({ kind: 'paragraph' as const, text: '字'.repeat(60) }))
  const paper = {
    title: '页数',
    author: '测试',
    page: 'portrait' as const,
    header: { left: '', right: '' },
    footer: { left: '', pagePattern: '{page}/{pages}' },
    blocks,
  }
  const { pdf: bytes, pages } = await renderPdf(paper, '2026-06-15T04:00:00.000Z', resolve('resources', 'fonts'))
  expect(pages).toBeGreaterThan(3)
  expect(countPdfPages(bytes)).toBe(pages)
})
