import type { ParsedInput, Output } from '../../../../shared/contract.ts'
import { type AgreementData, buildMediationAgreement } from '../../../../shared/disputes/mediation/agreement-paper.ts'
import type { Mediation } from '../../../../shared/disputes/mediation/mediator-calls.ts'
import { paperContext } from '../../../../shared/disputes/papers/index.ts'
import type { PaperDocument } from '../../../../shared/documents/model.ts'
import { BoanError } from '../../../../shared/errors.ts'
import type { CallContext } from '../../context.ts'
import { drawPaper, handOverPaper } from '../../documents/index.ts'
import { getMediation, type MediationRecord } from './mediation-store.ts'
import { mediationOf } from './mediation-view.ts'

/** The mediation agreement as a document; its hash is that of what it says, and of nothing that was written beside it. */
export function agreementOf({ file, words }: MediationRecord, { proposal, plan, agreement }: Mediation): PaperDocument {
  const data: AgreementData = { file, words, proposal, plan }
  return buildMediationAgreement(paperContext(agreement.dataSha256), data)
}

/** Refuses a paper that could not be performed: claims without a finding (`mediation.undecided`), a plan that is not the proposal (`mediation.plan-differs`). */
export function checkComplete({ proposal, plan, planDifferenceFen }: Mediation): void {
  if (proposal.undecided > 0) throw new BoanError('mediation.undecided', { count: proposal.undecided })
  if (plan.length > 0 && planDifferenceFen !== 0)
    throw new BoanError('mediation.plan-differs', { differenceFen: planDifferenceFen })
}

/** 调解协议书 as a file to fetch; on the screen it shows as far as it is. */
export async function mediationPaper(
  context: CallContext,
  { bundleId, format }: ParsedInput<'disputes.mediationPaper'>,
): Promise<Output<'disputes.mediationPaper'>> {
  const record = getMediation(context.db, bundleId)
  const mediation = mediationOf(context.db, record)
  if (format === 'pdf' || format === 'docx') checkComplete(mediation)
  const paper = agreementOf(record, mediation)
  return handOverPaper(
    context,
    await drawPaper(paper, format, context.now()),
    `${record.file.caseNumber}-${paper.title}`,
    format,
  )
}
