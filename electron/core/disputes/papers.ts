import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, shanghaiDate } from '../../../shared/calendar.ts'
import type { Output, ParsedInput } from '../../../shared/contract.ts'
import type { CaseFile } from '../../../shared/disputes/case-file.ts'
import {
  buildCasePaper,
  buildDemandLetter,
  demandMessage,
  demandOfCase,
  paperContext,
  paperData,
} from '../../../shared/disputes/papers/index.ts'
import type { DocumentKind } from '../../../shared/disputes/views.ts'
import { renderHtml } from '../../../shared/documents/html.ts'
import type { PaperDocument, Substitution } from '../../../shared/documents/model.ts'
import { renderPlainText } from '../../../shared/documents/plain-text.ts'
import { unreachable } from '../../../shared/errors.ts'
import { appRoot } from '../../app-root.ts'
import { sha256Text } from '../audit/journal.ts'
import type { CallContext } from '../context.ts'
import { buildCaseFile } from './case-file.ts'
import { caseFileWithoutCase } from './demand-without-case.ts'

const fontsDir = join(appRoot, 'resources', 'fonts')
/** A demand letter asks to be paid within a week. */
const daysToPay = 7

export type PaperFormat = ParsedInput<'disputes.renderDocument'>['format']

export interface RenderedPaper {
  bytes: Buffer
  text: string | null
  pages: number | null
  substituted: Substitution[]
}

/** The document of one paper of a case; the moment gives the day a demand letter asks to be paid by. */
export function paperOf(kind: DocumentKind, file: CaseFile): PaperDocument {
  const context = paperContext(sha256Text(paperData(file)))
  return buildCasePaper(kind, context, file, { payBy: payBy(file) })
}

function payBy(file: CaseFile): string {
  return addDays(shanghaiDate(file.exportedAt), daysToPay)
}

/** Draws a paper in a format. The same paper and moment give the same bytes. */
export async function drawPaper(paper: PaperDocument, format: PaperFormat, moment: string): Promise<RenderedPaper> {
  switch (format) {
    case 'pdf': {
      const { renderPdf } = await import('../documents/index.ts')
      const { pdf, pages, substituted } = await renderPdf(paper, moment, fontsDir)
      return { bytes: pdf, text: null, pages, substituted }
    }
    case 'docx': {
      const { renderDocx } = await import('../documents/index.ts')
      const { docx, substituted } = await renderDocx(paper, moment)
      return { bytes: docx, text: null, pages: null, substituted }
    }
    case 'svg': {
      const { renderSvg } = await import('../documents/index.ts')
      const { svg, substituted } = await renderSvg(paper, fontsDir)
      return { ...textPaper(svg), pages: 1, substituted }
    }
    case 'html':
      return textPaper(renderHtml(paper))
    case 'text':
      return textPaper(renderPlainText(paper))
    default:
      return unreachable(format)
  }
}

function textPaper(text: string): RenderedPaper {
  return { bytes: Buffer.from(text, 'utf8'), text, pages: null, substituted: [] }
}

const extensions: Record<PaperFormat, string> = { pdf: 'pdf', docx: 'docx', html: 'html', text: 'txt', svg: 'svg' }

/** One paper of a case, for an audience, as a file to fetch. */
export async function renderDocument(
  context: CallContext,
  input: ParsedInput<'disputes.renderDocument'>,
): Promise<Output<'disputes.renderDocument'>> {
  const moment = context.now()
  const { audience, caseId, format, kind } = input
  const file = buildCaseFile(context.db, caseId, { audience, moment, appVersion: context.appVersion })
  const paper = paperOf(kind, file)
  return handOver(context, await drawPaper(paper, format, moment), `${file.caseNumber}-${paper.title}`, format)
}

/** A demand letter straight from the ledger; as text it is short enough for a chat. */
export async function demandLetter(
  context: CallContext,
  input: ParsedInput<'disputes.demandLetter'>,
): Promise<Output<'disputes.demandLetter'>> {
  const moment = context.now()
  const file = caseFileWithoutCase(context.db, {
    agreementId: input.agreementId,
    cycles: input.cycles,
    asOf: input.asOf ?? shanghaiDate(moment),
    moment,
    appVersion: context.appVersion,
  })
  const paper = paperContext(sha256Text(paperData(file)))
  const letter = { ...demandOfCase(paper, file, payBy(file)), ofCase: false, number: '' }
  const document = buildDemandLetter(paper, letter)
  const drawn =
    input.format === 'text' ? textPaper(demandMessage(paper, letter)) : await drawPaper(document, input.format, moment)
  return handOver(context, drawn, document.title, input.format)
}

/** A drawn paper as a file to fetch. */
export function handOver(
  context: CallContext,
  drawn: RenderedPaper,
  name: string,
  format: PaperFormat,
): Output<'disputes.renderDocument'> {
  const draft = context.outgoing(`${name}.${extensions[format]}`)
  writeFileSync(draft.path, drawn.bytes, { mode: 0o600 })
  return { file: draft.finish(), text: drawn.text, pages: drawn.pages, substituted: drawn.substituted }
}
