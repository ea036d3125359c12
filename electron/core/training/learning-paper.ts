import { shanghaiDate } from '../../../shared/calendar.ts'
import { canonicalJsonOf } from '../../../shared/canonical-json.ts'
import type { Output, ParsedInput } from '../../../shared/contract.ts'
import { paperContext } from '../../../shared/disputes/papers/index.ts'
import { buildIndicatorPaper, type IndicatorPaperData } from '../../../shared/training/indicator-paper.ts'
import { sha256Text } from '../audit/journal.ts'
import type { CallContext } from '../context.ts'
import { getAgreementRecord } from '../contracts/index.ts'
import { drawPaper, handOverPaper } from '../documents/index.ts'
import { getParty } from '../parties/index.ts'
import { evidenceTitles, listIndicators } from './learning-store.ts'

/** The table of signs of an agreement as a file. Throws `contracts.agreement-not-found`. */
export async function renderIndicators(
  context: CallContext,
  { agreementId, format }: ParsedInput<'training.renderIndicators'>,
): Promise<Output<'training.renderIndicators'>> {
  const { db } = context
  const moment = context.now()
  const { title, payerId, payeeId, from, to } = getAgreementRecord(db, agreementId)
  const { answers } = listIndicators(db, agreementId)
  const data: IndicatorPaperData = {
    agreement: { title, payer: getParty(db, payerId).name, payee: getParty(db, payeeId).name, from, to },
    answers,
    evidence: evidenceTitles(
      db,
      answers.flatMap(({ evidenceIds }) => evidenceIds),
    ),
    madeOn: shanghaiDate(moment),
  }
  const paper = buildIndicatorPaper(paperContext(sha256Text(canonicalJsonOf(data))), data)
  return handOverPaper(context, await drawPaper(paper, format, moment), `${paper.title}-${title}`, format).file
}
