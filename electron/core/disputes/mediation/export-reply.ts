import { createHash } from 'node:crypto'
import { bundleFileName } from '../../../../shared/bundles/entry-names.ts'
import type { ParsedInput } from '../../../../shared/contract.ts'
import type { MadeAnswer, Mediation } from '../../../../shared/disputes/mediation/mediator-calls.ts'
import { buildReplyReadMe } from '../../../../shared/disputes/mediation/read-me-reply.ts'
import { type ReplyFile, replyFileSchema } from '../../../../shared/disputes/mediation/reply-file.ts'
import { BoanError } from '../../../../shared/errors.ts'
import { createI18n } from '../../../../shared/i18n/index.ts'
import type { BundleFile } from '../../bundles/index.ts'
import type { CallContext } from '../../context.ts'
import { readOneState } from '../../database/one-state.ts'
import { drawPaper } from '../../documents/index.ts'
import { getMediation, type MediationRecord } from './mediation-store.ts'
import { mediationOf } from './mediation-view.ts'
import { agreementOf, checkComplete } from './paper.ts'
import { answeredCaseOf, writeAnswer } from './write-answer.ts'

/**
 * Makes the signed `mediation-reply` file of a mediator's work: questions, findings, proposal, plan, and the agreement's paper once
 * every claim has a finding. Throws `mediation.not-begun`, `mediation.nothing-to-answer`, `mediation.plan-differs`.
 */
export function exportReply(context: CallContext, input: ParsedInput<'disputes.exportReply'>): Promise<MadeAnswer> {
  return readOneState(context.db, () => exportState(context, input))
}

async function exportState(context: CallContext, input: ParsedInput<'disputes.exportReply'>): Promise<MadeAnswer> {
  const record = getMediation(context.db, input.bundleId)
  const mediation = mediationOf(context.db, record)
  const moment = input.moment ?? context.now()
  if (mediation.questions.length + mediation.findings.length + mediation.sessions.length === 0)
    throw new BoanError('mediation.nothing-to-answer')
  const papers = mediation.proposal.undecided === 0 ? await drawAgreement(context, record, mediation, moment) : noPapers
  const reply = replyOf(record, mediation, { moment, appVersion: context.appVersion, documents: papers.documents })
  return writeAnswer(context, {
    kind: 'mediation-reply',
    caseNumber: reply.case.caseNumber,
    sender: senderOf(record),
    moment,
    content: reply,
    schema: replyFileSchema,
    readMe: (names, fingerprint) => buildReplyReadMe({ reply, sender: senderOf(record), names, fingerprint }),
    files: papers.files,
    substituted: papers.substituted,
  })
}

/** The body, with the mediator's name where both are known. */
function senderOf({ words: { committee, mediator } }: MediationRecord): string {
  const { t } = createI18n('zh')
  return [committee, mediator].filter((part) => part !== '').join(' ') || t('mediation:mediator')
}

interface Papers {
  files: BundleFile[]
  documents: ReplyFile['documents']
  substituted: MadeAnswer['substituted']
}

const noPapers: Papers = { files: [], documents: [], substituted: [] }

async function drawAgreement(
  context: CallContext,
  record: MediationRecord,
  mediation: Mediation,
  moment: string,
): Promise<Papers> {
  checkComplete(mediation)
  context.progress({ done: 0, total: 1, label: 'mediation:progress.papers' })
  const paper = agreementOf(record, mediation)
  const papers: Papers = { files: [], documents: [], substituted: [] }
  for (const format of ['pdf', 'docx'] as const) {
    const { bytes, substituted } = await drawPaper(paper, format, moment)
    const path = `documents/1-${bundleFileName(`${paper.title}.${format}`)}`
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    papers.files.push({ path, bytes })
    papers.documents.push({ kind: 'mediation-agreement', file: path, sha256 })
    if (format === 'pdf') papers.substituted.push(...substituted)
  }
  return papers
}

function replyOf(
  record: MediationRecord,
  { words, questions, sessions, findings, proposal, plan, termEndsOn }: Mediation,
  { moment, appVersion, documents }: { moment: string; appVersion: string; documents: ReplyFile['documents'] },
): ReplyFile {
  const { file } = record
  const namesOf = (side: 'applicant' | 'respondent'): string[] =>
    file.parties.filter((party) => party.side === side).map(({ name }) => name)
  return {
    format: 'boan-mediation-reply',
    version: 1,
    appVersion,
    title: file.title,
    exportedAt: moment,
    case: answeredCaseOf(record),
    applicants: namesOf('applicant'),
    respondents: namesOf('respondent'),
    words,
    questions,
    sessions,
    proposal: findings.length === 0 ? null : proposal,
    plan,
    documents,
    termEndsOn,
  }
}
