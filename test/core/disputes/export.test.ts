import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { resolveOutgoing } from '../../../electron/core/exchange.ts'
import { verifyBundle } from '../../../electron/core/bundles/verify-bundle.ts'
import { type CaseFile, caseFileSchema } from '../../../shared/disputes/case-file.ts'
import { tempFolder } from '../temp-core.ts'
import { openWorkedExample, type WorkedExample } from './worked-example.ts'

const moment = '2026-05-16T02:00:00.000Z'
const hasUnzip = spawnSync('unzip', ['-v']).error === undefined
if (!hasUnzip) console.warn('unzip is not installed: what the exported files hold is not looked into here')

async function exported(
  { desk, agreementId }: WorkedExample,
  audience: CaseFile['audience'],
  caseId?: string,
): Promise<{ path: string; caseId: string; sha256: string }> {
  const id = caseId ?? (await desk.call('disputes.openCase', { agreementId, cycles: ['2026-03'] })).id
  const { file } = await desk.call('disputes.exportCase', { caseId: id, audience, moment })
  const { path } = resolveOutgoing(desk.dataDir, file.token)
  return { path, caseId: id, sha256: createHash('sha256').update(readFileSync(path)).digest('hex') }
}

function unpack(path: string): string {
  const folder = tempFolder()
  execFileSync('unzip', ['-q', path, '-d', folder])
  return join(folder, readdirSync(folder)[0] ?? '', 'data')
}

function caseIn(data: string): CaseFile {
  return caseFileSchema.parse(JSON.parse(readFileSync(join(data, 'case.json'), 'utf8')))
}

/** The case in an exported file, and the applicant in it. */
function sent({ path }: { path: string }): { file: CaseFile; me: CaseFile['parties'][number] | undefined } {
  const file = caseIn(unpack(path))
  return { file, me: file.parties[0] }
}

test('an exported case verifies in all its answers, figures to the fen included', async () => {
  const { path } = await exported(await openWorkedExample(), 'mediator')
  const verification = await verifyBundle(path, { knownKeys: [] })
  expect(verification.answers.filter((answer) => !answer.ok)).toEqual([])
  expect(verification.answers.find((answer) => answer.check === 'figures')).toMatchObject({ code: 'figures-ok' })
})

test('the same state and moment give the same bytes, and noting an export changes nothing', async () => {
  const example = await openWorkedExample()
  const first = await exported(example, 'mediator')
  await example.desk.call('disputes.noteExport', {
    caseId: first.caseId,
    audience: 'mediator',
    moment,
    fileName: 'x.boan',
    manifestSha256: 'a'.repeat(64),
    fingerprint: 'f',
  })
  const second = await exported(example, 'mediator', first.caseId)
  expect(second.sha256).toBe(first.sha256)
  await example.desk.call('disputes.updateCase', { id: first.caseId, statement: '新的事实' })
  expect((await exported(example, 'mediator', first.caseId)).sha256).not.toBe(first.sha256)
})

test.runIf(hasUnzip)('papers, tables, evidence, journal and the page to read first lie in the file', async () => {
  const { path } = await exported(await openWorkedExample(), 'mediator')
  const data = unpack(path)
  const names = (folder: string): string[] => readdirSync(join(data, folder)).toSorted()
  expect(readdirSync(data).toSorted()).toEqual([
    'READ-ME-FIRST.html',
    'case.json',
    'case.schema.json',
    'documents',
    'evidence',
    'journal.jsonl',
    'ledger',
  ])
  expect(names('documents')).toEqual([
    '1-案件摘要.pdf',
    '2-调解申请书.docx',
    '2-调解申请书.pdf',
    '3-佣金_报酬计算表.pdf',
    '4-证据清单.pdf',
  ])
  expect(names('ledger')).toEqual(['cycles.csv', 'deductions.csv', 'lines.csv', 'payments.csv', 'steps.csv'])
  expect(names('evidence')).toEqual(['001-合作协议.pdf', '002-抖音结算_2026-03.csv'])
  const lines = readFileSync(join(data, 'ledger', 'lines.csv'), 'utf8')
  expect(lines).toContain('抖音结算_2026-03.csv,,2')
  const file = caseIn(data)
  expect(file.documents.map((paper) => paper.kind)).toEqual([
    'summary',
    'application',
    'application',
    'calculation-sheet',
    'evidence-list',
  ])
  expect(file.statements).toMatchObject([{ file: '抖音结算_2026-03.csv', evidenceNumber: 2 }])
  expect(file.computations[0]?.lineSources).toEqual({ 1: [file.statements[0]?.id, '', 2] })
})

test.runIf(hasUnzip)(
  'each audience sees its own: identifiers whole, masked or not there, and the file says so',
  async () => {
    const example = await openWorkedExample()
    const mediator = await exported(example, 'mediator')
    const court = await exported(example, 'court', mediator.caseId)
    const otherSide = await exported(example, 'other-side', mediator.caseId)
    const hotline = await exported(example, 'hotline', mediator.caseId)
    expect(sent(mediator).me).toMatchObject({
      idCard: '1101**********7622',
      birthDate: '1990-03-07',
      phone: '13800138000',
    })
    expect(sent(court).me).toMatchObject({ idCard: '110105199003077622', masked: ['bankCard'] })
    expect(sent(otherSide).me?.idCard).toBeUndefined()
    expect(sent(otherSide).me).toMatchObject({ bankCard: '6222021234567890128', phone: '138****8000' })
    const { file } = sent(hotline)
    expect(file.evidence.every((piece) => piece.file === null)).toBe(true)
    expect(file.withheld.map((item) => item.code)).toContain('evidence-stays')
    expect(readFileSync(hotline.path).includes('110105199003077622')).toBe(false)
  },
)

test.runIf(hasUnzip)('a statement with buyers’ columns leaves only as a copy that names the original', async () => {
  const example = await openWorkedExample({ buyers: true })
  const court = await exported(example, 'court')
  const data = unpack(court.path)
  const statement = caseIn(data).evidence.find((piece) => piece.kind === 'statement')
  expect(statement).toMatchObject({ redaction: '删去买家信息栏：收件人姓名' })
  const copy = readFileSync(join(data, statement?.file ?? ''), 'utf8')
  expect(copy).toContain('订单结算,"2026-03-10 12:00:00","2026-03-20 12:00:00",\r\n')
  expect(copy).toContain('收件人姓名')
  expect(copy).not.toContain('张三')
  const original = example.desk.db.prepare('SELECT sha256 FROM statements').pluck().get()
  expect(statement?.redactedOf).toBe(original)
  const preview = await example.desk.call('disputes.exportPreview', { caseId: court.caseId, audience: 'court' })
  expect(preview.exhibits[1]).toMatchObject({ choice: 'redacted', possible: ['redacted', 'none'], hasBuyersData: true })
})

test('what the person chose for an audience goes, and the journal slice holds the content of this case alone', async () => {
  const example = await openWorkedExample()
  const { desk } = example
  await desk.call('parties.save', { kind: 'person', name: '不相干的人' })
  const { caseId } = await exported(example, 'court')
  const view = await desk.call('disputes.getCase', { id: caseId })
  const evidenceId = view.exhibits[0]?.evidence.id ?? ''
  await desk.call('disputes.chooseExhibit', { caseId, evidenceId, audience: 'court', choice: 'none' })
  const after = await desk.call('disputes.exportPreview', { caseId, audience: 'court' })
  expect(after.exhibits[0]).toMatchObject({ choice: 'none', sizeBytes: 0 })
  const { journalSlice } = await import('../../../electron/core/disputes/journal-slice.ts')
  const lines = [...journalSlice(desk.db, [caseId])].map((line) => JSON.parse(line) as { content?: { call: string } })
  expect(lines.length).toBe(desk.db.prepare('SELECT count(*) FROM journal').pluck().get())
  expect(lines.flatMap((line) => line.content?.call ?? [])).toEqual(['disputes.openCase', 'disputes.chooseExhibit'])
})

test('papers come in each format, and a demand letter needs no case', async () => {
  const { desk, agreementId } = await openWorkedExample()
  const { id } = await desk.call('disputes.openCase', { agreementId, cycles: ['2026-03'] })
  const html = await desk.call('disputes.renderDocument', { caseId: id, kind: 'application', format: 'html' })
  expect(html.text).toContain('4,823.46')
  const pdf = await desk.call('disputes.renderDocument', { caseId: id, kind: 'summary', format: 'pdf' })
  expect(pdf).toMatchObject({
    pages: 1,
    substituted: [],
    file: { name: '2026-0001-案件摘要.pdf', mime: 'application/pdf' },
  })
  const letter = await desk.call('disputes.demandLetter', { agreementId, cycles: ['2026-03'], format: 'text' })
  expect(letter.text).toContain('5,823.46')
  expect((letter.text ?? '').length).toBeLessThan(500)
})
