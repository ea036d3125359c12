import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { shanghaiDate } from '../../../shared/calendar.ts'
import { canonicalJsonOf } from '../../../shared/canonical-json.ts'
import type { Output, ParsedInput } from '../../../shared/contract.ts'
import { paperContext } from '../../../shared/disputes/papers/index.ts'
import { buildIndicatorPaper, type IndicatorPaperData } from '../../../shared/training/indicator-paper.ts'
import { appRoot } from '../../app-root.ts'
import { sha256Text } from '../audit/journal.ts'
import type { CallContext } from '../context.ts'
import { getAgreementRecord } from '../contracts/index.ts'
import { renderDocx, renderPdf } from '../documents/index.ts'
import { getParty } from '../parties/index.ts'
import { evidenceTitles, listIndicators } from './learning-store.ts'

const fontsDir = join(appRoot, 'resources', 'fonts')

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
  const bytes =
    format === 'pdf' ? (await renderPdf(paper, moment, fontsDir)).pdf : (await renderDocx(paper, moment)).docx
  const draft = context.outgoing(`${paper.title}-${title}.${format}`)
  writeFileSync(draft.path, bytes, { mode: 0o600 })
  return draft.finish()
}
