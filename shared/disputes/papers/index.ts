import { canonicalJsonOf } from '../../canonical-json.ts'
import type { PaperDocument } from '../../documents/model.ts'
import { unreachable } from '../../errors.ts'
import type { CaseFile } from '../case-file.ts'
import { buildApplication } from './application.ts'
import { buildCalculationSheet } from './calculation-sheet.ts'
import type { PaperContext } from './context.ts'
import { buildCaseDemandLetter } from './demand-letter.ts'
import { buildEvidenceList } from './evidence-list.ts'
import { buildSummary } from './summary.ts'

export type { PaperContext, PaperText } from './context.ts'
export { buildDemandLetter, demandMessage, demandOfCase, type DemandLetter } from './demand-letter.ts'
export { paperContext } from './paper-context.ts'
export { dataHashWords } from './parts.ts'
export { amountWords, cycleWords, dateWords, tableAmount } from './words.ts'

/** The papers of a case, in the order of its folder; each name is a file's name without its ending. */
export const casePaperKinds = ['summary', 'application', 'calculation-sheet', 'evidence-list', 'demand-letter'] as const
export type CasePaperKind = (typeof casePaperKinds)[number]

/** What a case's papers are made from, as the text whose SHA-256 they carry: the case without its list of papers. */
export function paperData(file: CaseFile): string {
  return canonicalJsonOf({ ...file, documents: [] })
}

/** One paper of a case as the document model. `payBy`: the day a demand letter asks for. */
export function buildCasePaper(
  kind: CasePaperKind,
  context: PaperContext,
  file: CaseFile,
  options: { payBy: string },
): PaperDocument {
  switch (kind) {
    case 'summary':
      return buildSummary(context, file)
    case 'application':
      return buildApplication(context, file)
    case 'calculation-sheet':
      return buildCalculationSheet(context, file)
    case 'evidence-list':
      return buildEvidenceList(context, file)
    case 'demand-letter':
      return buildCaseDemandLetter(context, file, options.payBy)
    default:
      return unreachable(kind)
  }
}
