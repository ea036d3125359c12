import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonicalJsonOf } from '../../../shared/canonical-json.ts'
import { buildReadMe } from '../../../shared/bundles/read-me.ts'
import { bundleFileName } from '../../../shared/bundles/entry-names.ts'
import type { Output, ParsedInput } from '../../../shared/contract.ts'
import { documentsFor } from '../../../shared/disputes/audience.ts'
import { type CaseFile, caseFileSchema } from '../../../shared/disputes/case-file.ts'
import type { Substitution } from '../../../shared/documents/model.ts'
import { createI18n } from '../../../shared/i18n/index.ts'
import { attachmentPath } from '../attachments/store.ts'
import { type BundleFile, loadSigningKey, writeBundle } from '../bundles/index.ts'
import type { CallContext } from '../context.ts'
import { readOneState } from '../database/one-state.ts'
import { drawPaper } from '../documents/index.ts'
import { type ComputedAgreement, computeCase } from './case-computation.ts'
import { buildCaseFile } from './case-file.ts'
import { getCase } from './case-store.ts'
import { journalSlice } from './journal-slice.ts'
import { ledgerTables } from './ledger-tables.ts'
import { paperOf } from './papers.ts'

type Exported = Output<'disputes.exportCase'>

/**
 * Makes the signed file of a case for an audience (spec/bundle.md). Reads one state of the database from begin to end; the same
 * state and moment give the same bytes. The caller notes it with `disputes.noteExport` once the person has it.
 */
export function exportCase(context: CallContext, input: ParsedInput<'disputes.exportCase'>): Promise<Exported> {
  return readOneState(context.db, () => exportState(context, input))
}

async function exportState(context: CallContext, input: ParsedInput<'disputes.exportCase'>): Promise<Exported> {
  const { db, dataDir } = context
  const moment = input.moment ?? context.now()
  const file = buildCaseFile(db, input.caseId, { audience: input.audience, moment, appVersion: context.appVersion })
  const agreements = computeCase(db, getCase(db, input.caseId))
  const papers = await drawPapers(context, file, moment)
  const complete: CaseFile = { ...file, documents: papers.documents }
  const key = loadSigningKey(dataDir)
  const bagName = `boan-case-${file.caseNumber}`
  const fileName = `BoAn-${file.caseNumber}-${file.audience}.boan`
  const draft = context.outgoing(fileName)
  const sender = file.parties.filter((party) => party.side === 'applicant').map((party) => party.name)
  const { t } = createI18n('zh')
  const tables = ledgerTables(t, complete, agreements)
  const readMe = buildReadMe({
    file: complete,
    sender: sender.join('、'),
    fingerprint: key.fingerprint,
    bagName,
    fileName,
    tables: tables.map((table) => table.path),
  })
  const written = writeBundle({
    kind: 'case',
    name: bagName,
    externalId: file.caseNumber,
    organization: sender.join('、'),
    moment,
    files: [
      { path: 'READ-ME-FIRST.html', bytes: readMe },
      { path: 'case.json', bytes: `${canonicalJsonOf(complete)}\n` },
      { path: 'case.schema.json', bytes: `${JSON.stringify(z.toJSONSchema(caseFileSchema), null, 2)}\n` },
      { path: 'journal.jsonl', pieces: () => journalSlice(db, subjectsOf(complete, agreements)) },
      ...papers.files,
      ...tables,
      ...evidenceFiles(dataDir, complete),
    ],
    key,
    outFile: draft.path,
    progress: (done, total) => context.progress({ done, total, label: 'disputes:progress.writing' }),
    throwIfCancelled: () => context.throwIfCancelled(),
  })
  return {
    file: draft.finish(),
    manifestSha256: written.manifestSha256,
    fingerprint: written.fingerprint,
    moment,
    caseNumber: file.caseNumber,
    audience: file.audience,
    payloadFiles: written.payloadFiles,
    withheld: file.withheld.length,
    substituted: papers.substituted,
  }
}

interface DrawnPapers {
  files: BundleFile[]
  documents: CaseFile['documents']
  substituted: Substitution[]
}

async function drawPapers(context: CallContext, file: CaseFile, moment: string): Promise<DrawnPapers> {
  const { t } = createI18n('zh')
  const drawn: DrawnPapers = { files: [], documents: [], substituted: [] }
  const kinds = documentsFor(file.audience)
  for (const [index, kind] of kinds.entries()) {
    context.throwIfCancelled()
    context.progress({ done: index, total: kinds.length, label: 'disputes:progress.papers' })
    const paper = paperOf(kind, file)
    for (const format of kind === 'application' ? (['pdf', 'docx'] as const) : (['pdf'] as const)) {
      const { bytes, substituted } = await drawPaper(paper, format, moment)
      const path = `documents/${index + 1}-${bundleFileName(`${t(`documents:kinds.${kind}`)}.${format}`)}`
      drawn.files.push({ path, bytes })
      drawn.documents.push({ kind, file: path, sha256: createHash('sha256').update(bytes).digest('hex') })
      drawn.substituted.push(...substituted)
    }
  }
  return { ...drawn, substituted: distinct(drawn.substituted) }
}

function distinct(substituted: readonly Substitution[]): Substitution[] {
  return [...new Map(substituted.map((item) => [item.codePoint, item])).values()]
}

function evidenceFiles(dataDir: string, file: CaseFile): BundleFile[] {
  return file.evidence.flatMap(({ file: path, sha256 }) =>
    path === null ? [] : [{ path, sourcePath: attachmentPath(dataDir, sha256), sha256 }],
  )
}

/** What the case is about: the journal's content goes along of the entries about these, and of no others. */
function subjectsOf(file: CaseFile, agreements: readonly ComputedAgreement[]): string[] {
  return [
    file.caseId,
    ...file.parties.map((party) => party.id),
    ...file.evidence.map((evidence) => evidence.id),
    ...file.statements.map((statement) => statement.id),
    ...agreements.flatMap(({ agreement, input }) => [
      agreement.id,
      ...(input.deductions ?? []).map((deduction) => deduction.id),
      ...(input.payments ?? []).map((payment) => payment.id),
    ]),
  ]
}
