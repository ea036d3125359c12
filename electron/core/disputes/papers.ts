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
import type { PaperDocument } from '../../../shared/documents/model.ts'
import { sha256Text } from '../audit/journal.ts'
import type { CallContext } from '../context.ts'
import { drawPaper, handOverPaper, textPaper } from '../documents/index.ts'
import { buildCaseFile } from './case-file.ts'
import { caseFileWithoutCase } from './demand-without-case.ts'

/** A demand letter asks to be paid within a week. */
const daysToPay = 7

/** The document of one paper of a case; the moment gives the day a demand letter asks to be paid by. */
export function paperOf(kind: DocumentKind, file: CaseFile): PaperDocument {
  const context = paperContext(sha256Text(paperData(file)))
  return buildCasePaper(kind, context, file, { payBy: payBy(file) })
}

function payBy(file: CaseFile): string {
  return addDays(shanghaiDate(file.exportedAt), daysToPay)
}

/** One paper of a case, for an audience, as a file to fetch. */
export async function renderDocument(
  context: CallContext,
  input: ParsedInput<'disputes.renderDocument'>,
): Promise<Output<'disputes.renderDocument'>> {
  const moment = context.now()
  const { audience, caseId, format, kind } = input
  const file = buildCaseFile(context.db, caseId, { audience, moment, appVersion: context.appVersion })
  const paper = paperOf(kind, file)
  return handOverPaper(context, await drawPaper(paper, format, moment), `${file.caseNumber}-${paper.title}`, format)
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
  return handOverPaper(context, drawn, document.title, input.format)
}

/** A drawn paper as a file to fetch. */
