import { shanghaiDate } from '../../../../shared/calendar.ts'
import { canonicalJsonOf } from '../../../../shared/canonical-json.ts'
import type { ParsedInput } from '../../../../shared/contract.ts'
import { isInOrder } from '../../../../shared/disputes/mediation/plan.ts'
import {
  checkFinding,
  claimedOf,
  computeProposal,
  withFinding,
} from '../../../../shared/disputes/mediation/proposal.ts'
import type { Finding, MediatedCase } from '../../../../shared/disputes/mediation/shapes.ts'
import { BoanError } from '../../../../shared/errors.ts'
import { createI18n } from '../../../../shared/i18n/index.ts'
import { readReceivedCase, readReceivedManifest } from '../../bundles/index.ts'
import type { CallContext } from '../../context.ts'
import { carryOver } from './carry-over.ts'
import {
  findEarlierMediation,
  findingsOf,
  findMediation,
  findQuestion,
  getMediation,
  insertAgreementPaper,
  insertAnswerExport,
  insertMediation,
  type MediationRecord,
  setEntryVoided,
  writeFindings,
  writeInstalments,
  writeMediationWords,
  writeQuestion,
  writeSession,
} from './mediation-store.ts'

type Done = Record<string, never>

/** A received case as its receiver works on it. Throws `bundles.unknown-bundle`, `bundles.no-such-entry`. */
export async function takeCase(
  context: CallContext,
  bundleId: string,
): Promise<{ file: MediatedCase; content: string; manifestSha256: string }> {
  const { computations: _, ...file } = await readReceivedCase(context.dataDir, bundleId)
  const manifestSha256 = await readReceivedManifest(context.dataDir, bundleId)
  return { file, content: canonicalJsonOf(file), manifestSha256 }
}

/**
 * Begins a mediator's work on a received case; begun once. Where an earlier file of the same case has been worked on, that work goes
 * on here, with what the applicant has answered since.
 */
export async function startMediation(
  context: CallContext,
  { bundleId }: ParsedInput<'disputes.startMediation'>,
): Promise<Done> {
  context.subject(bundleId)
  if (findMediation(context.db, bundleId) !== undefined) return {}
  const { file, content, manifestSha256 } = await takeCase(context, bundleId)
  const moment = context.now()
  const before = findEarlierMediation(context.db, file.caseId)
  insertMediation(context.db, {
    bundleId,
    manifestSha256,
    content,
    receivedOn: shanghaiDate(moment),
    account: accountOf(file),
    // Parties and one for the body (reference/forms.md 1).
    copies: Math.min(99, file.parties.filter(({ side }) => side !== 'representative').length + 1),
    moment,
  })
  if (before !== undefined) carryOver(context, before, getMediation(context.db, bundleId))
  return {}
}

/** The applicant's account as far as the file has it whole. */
function accountOf({ parties }: MediatedCase): string {
  const owner = parties.find(
    ({ side, bankCard, masked }) => side === 'applicant' && bankCard !== undefined && !masked.includes('bankCard'),
  )
  if (owner === undefined) return ''
  const { t } = createI18n('zh')
  return t('mediation-paper:accountWords', { holder: owner.name, bank: owner.bankName ?? '', number: owner.bankCard })
}

/** Changes a begun mediation: its subject in the journal and its moment. */
function touch(
  context: CallContext,
  bundleId: string,
  changes: Partial<MediationRecord['words']> = {},
): MediationRecord {
  const record = getMediation(context.db, bundleId)
  context.subject(bundleId)
  writeMediationWords(context.db, bundleId, { ...record.words, ...changes }, context.now())
  return record
}

/** Changes what the agreement's paper needs. Throws `mediation.not-begun`, `mediation.interest-above-claim`. */
export function saveMediation(
  context: CallContext,
  { bundleId, ...input }: ParsedInput<'disputes.saveMediation'>,
): Done {
  const changes = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  const { file, words } = touch(context, bundleId, changes)
  const { foundInterestFen } = computeProposal(file.claims, findingsOf(context.db, bundleId), words)
  if (input.agreedInterestFen !== undefined && input.agreedInterestFen > foundInterestFen)
    throw new BoanError('mediation.interest-above-claim', { amountFen: input.agreedInterestFen, foundInterestFen })
  return {}
}

/** Asks something, or changes a question. Throws `mediation.not-begun`, `mediation.entry-not-found`, `mediation.unknown-claim`. */
export function saveQuestion(context: CallContext, input: ParsedInput<'disputes.saveQuestion'>): { id: string } {
  const { bundleId } = input
  const { file } = touch(context, bundleId)
  const known = input.id === undefined ? undefined : findQuestion(context.db, bundleId, input.id)
  if (input.id !== undefined && known === undefined) throw new BoanError('mediation.entry-not-found')
  if (input.claimId !== undefined && input.claimId !== null)
    claimedOf(file.claims, { claimId: input.claimId, agreementId: null, cycle: null })
  const today = shanghaiDate(context.now())
  const id = known?.id ?? context.newId()
  const answer = (input.answer ?? known?.answer ?? '').trim()
  context.subject(id)
  writeQuestion(context.db, bundleId, {
    id,
    to: input.to,
    claimId: input.claimId ?? null,
    exhibitNumber: input.exhibitNumber ?? null,
    text: input.text,
    askedOn: known?.askedOn ?? today,
    answer,
    answeredOn: answer === '' ? null : (known?.answeredOn ?? today),
  })
  return { id }
}

/** Takes a question or session out (reason null brings it back). */
export function setVoided(
  context: CallContext,
  table: 'mediation_questions' | 'mediation_sessions',
  place: { bundleId: string; id: string },
  reason: string | null,
): Done {
  touch(context, place.bundleId)
  context.subject(place.id)
  setEntryVoided(context.db, table, place, reason === null ? null : { at: context.now(), reason })
  return {}
}

/**
 * Sets or takes away what is found about a claim or one cycle of it; the one way replaces the other. Throws `mediation.not-begun`
 * and what `checkFinding` throws.
 */
export function saveFinding(context: CallContext, input: ParsedInput<'disputes.saveFinding'>): Done {
  const { bundleId, claimId, agreementId, cycle } = input
  const { file } = touch(context, bundleId)
  const place = { claimId, agreementId, cycle }
  const claimedFen = claimedOf(file.claims, place)
  const next = input.finding === null ? null : findingAt(place, input.finding, claimedFen)
  if (next !== null) checkFinding(file.claims, next)
  writeFindings(context.db, bundleId, withFinding(findingsOf(context.db, bundleId), place, next))
  return {}
}

function findingAt(
  place: Pick<Finding, 'claimId' | 'agreementId' | 'cycle'>,
  { verdict, amountFen, reason }: NonNullable<ParsedInput<'disputes.saveFinding'>['finding']>,
  claimedFen: number,
): Finding {
  const found = { accepted: claimedFen, partly: amountFen ?? 0, rejected: 0 }[verdict]
  return { ...place, verdict, amountFen: found, reason }
}

/** Notes a session. Throws `mediation.not-begun`. */
export function saveSession(context: CallContext, input: ParsedInput<'disputes.saveSession'>): { id: string } {
  const { bundleId, ...session } = input
  touch(context, bundleId)
  const id = input.id ?? context.newId()
  context.subject(id)
  writeSession(context.db, bundleId, { ...session, id })
  return { id }
}

/** Sets the plan; its days go forward. Throws `mediation.not-begun`, `mediation.plan-order`. */
export function setInstalments(context: CallContext, { bundleId, plan }: ParsedInput<'disputes.setInstalments'>): Done {
  touch(context, bundleId)
  if (!isInOrder(plan)) throw new BoanError('mediation.plan-order')
  writeInstalments(context.db, bundleId, plan)
  return {}
}

/** Keeps what has left the computer. It is about the answer but no change of it: the next export is the same file. */
export function noteAnswer(context: CallContext, input: ParsedInput<'disputes.noteAnswer'>): Done {
  context.subject(input.bundleId)
  insertAnswerExport(context.db, { ...input, id: context.newId() })
  return {}
}

/** Keeps that the agreement was made as a file, and of what. Throws `mediation.not-begun`. */
export function noteAgreement(context: CallContext, input: ParsedInput<'disputes.noteAgreement'>): Done {
  getMediation(context.db, input.bundleId)
  context.subject(input.bundleId)
  insertAgreementPaper(context.db, { ...input, id: context.newId(), moment: context.now() })
  return {}
}
