import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildReadMe } from '../../../shared/bundles/read-me.ts'
import { csvPieces } from '../../../shared/bundles/safe-csv.ts'
import { journalLineText } from '../../../shared/bundles/journal-slice.ts'
import { canonicalJsonOf } from '../../../shared/canonical-json.ts'
import { buildClaims, type CaseFile, caseFileSchema } from '../../../shared/disputes/index.ts'
import { compute, type CycleOutput } from '../../../shared/earnings/index.ts'
import { entryHash, type JournalContent, journalContentHash, journalStart } from '../../../shared/journal.ts'
import type { BundleFile } from '../../../electron/core/bundles/write-bundle.ts'

export const moment = '2026-05-22T02:03:04.005Z'
export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export const evidenceBytes = Buffer.from('\u0089PNG not really a picture, but bytes all the same')

/** The worked example of spec/earnings.md as a case with one claim, one piece of evidence and hostile texts where people write. */
export function makeCase(changes: Partial<CaseFile> = {}): CaseFile {
  const examples = readFileSync(join(import.meta.dirname, '../../fixtures/earnings/compute-examples.jsonl'), 'utf8')
  const { input } = JSON.parse(examples.slice(0, examples.indexOf('\n'))) as { input: Record<string, unknown> }
  const output = compute(input)
  if ('error' in output) throw new Error('the worked example computes')
  const agreements = [{ agreementId: 'a', cycles: output.cycles, deductions: output.cycles.flatMap(judged) }]
  const { claims, totals } = buildClaims({ relation: 'civil', asOf: '2026-04-20', agreements, interest: 'statutory' })
  return caseFileSchema.parse({
    format: 'boan-case',
    version: 1,
    appVersion: '0.1.0',
    caseId: '0199c0de-0000-7000-8000-000000000001',
    caseNumber: '2026-0007',
    title: '林小满与杭州云播文化传媒的佣金争议',
    openedAt: moment,
    exportedAt: moment,
    asOf: '2026-04-20',
    audience: 'mediator',
    relation: 'civil',
    procedure: 'people-mediation',
    addressee: '',
    statement: '我给对方直播了一个月。\n对方没有按约定付钱。<script>alert(1)</script>',
    parties: [
      { id: 'p1', side: 'applicant', kind: 'person', name: '林小满', phone: '138****0001', masked: ['phone'] },
      { id: 'p2', side: 'respondent', kind: 'organisation', name: '杭州云播“<b>”文化传媒', masked: [] },
    ],
    facts: [{ id: 'f1', date: '2026-04-15', text: '应付日到了，没有收到。', origin: 'person', sourceIds: [] }],
    claims,
    totals,
    labourWay: null,
    computations: [{ agreementId: 'a', title: '直播合作', input, output, lineSources: {} }],
    evidence: [
      {
        id: 'e1',
        number: 1,
        title: '3 月结算单截图',
        kind: 'screenshot',
        source: '微信',
        takenBy: '林小满',
        takenAt: '2026-04-02',
        purpose: '证明"对方"算出的金额',
        originalPlace: '手机',
        originalHolder: 'me',
        importedAt: '2026-04-16T01:02:03.004Z',
        sha256: sha256(evidenceBytes),
        mime: 'image/png',
        sizeBytes: evidenceBytes.length,
        pages: null,
        file: 'evidence/001-结算单.png',
        redactedOf: null,
        redaction: '',
      },
    ],
    statements: [],
    documents: [],
    withheld: [],
    ...changes,
  })
}

function judged({ cycle, deductions }: CycleOutput): CaseFile['claims'][number]['deductions'] {
  return deductions.map(({ id, amountFen, allowedFen, reason }) => ({
    id,
    cycle,
    statedReason: '形象管理费',
    deductedFen: amountFen,
    allowedFen,
    whyCode: reason.code,
    whyParams: reason.params,
  }))
}

/** A journal of three entries, the second about another matter and so without content. */
export function makeJournal(): string {
  let previousHash = journalStart
  const lines = [1, 2, 3].map((sequence) => {
    const content: JournalContent = {
      sequence,
      moment,
      appVersion: '0.1.0',
      deviceId: 'd',
      call: 'disputes.openCase',
      subjectIds: [],
      inputSha256: sha256(`input ${sequence}`),
      filesSha256: [],
      changeSha256: sha256(`change ${sequence}`),
      salt: sha256(`salt ${sequence}`).slice(0, 32),
    }
    const contentHash = journalContentHash(content, sha256)
    const hash = entryHash({ sequence, previousHash, contentHash }, sha256)
    previousHash = hash
    return journalLineText({ sequence, contentHash, hash, ...(sequence === 2 ? {} : { content }) })
  })
  return `${lines.join('\n')}\n`
}

/** The payload of a small but complete case. */
export function makePayload(file: CaseFile, fingerprint: string): BundleFile[] {
  const tables = ['ledger/2026-03.csv']
  const readMe = {
    file,
    sender: '林小满',
    fingerprint,
    bagName: 'BoAn-2026-0007',
    fileName: 'BoAn-2026-0007.boan',
    tables,
  }
  return [
    { path: 'case.json', bytes: canonicalJsonOf(file) },
    { path: 'journal.jsonl', bytes: makeJournal() },
    { path: 'READ-ME-FIRST.html', bytes: buildReadMe(readMe) },
    { path: 'ledger/2026-03.csv', pieces: () => csvPieces(['订单号', '佣金'], [['6953000000008621', '6.45']]) },
    { path: 'evidence/001-结算单.png', bytes: evidenceBytes },
  ]
}
