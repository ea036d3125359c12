import { shanghaiDate } from '../../../../shared/calendar.ts'
import { canonicalJsonOf } from '../../../../shared/canonical-json.ts'
import type { Output, ParsedInput } from '../../../../shared/contract.ts'
import { followInstalments } from '../../../../shared/disputes/mediation/instalments.ts'
import type { CaseReply } from '../../../../shared/disputes/mediation/party-calls.ts'
import { BoanError } from '../../../../shared/errors.ts'
import { readWholeContent } from '../../bundles/index.ts'
import type { CallContext } from '../../context.ts'
import type { Db } from '../../database/open.ts'
import { exportsOf, getCase, listCases, requireCase } from '../case-store.ts'
import { datesOfCase } from './dispute-dates.ts'
import {
  answersOf,
  type CaseReplyRecord,
  findReplyOfBundle,
  getReply,
  insertReply,
  instalmentPaymentsOf,
  paymentsOfCase,
  repliesOf,
  setStepVoided,
  stepsOf,
  writeAcceptance,
  writeAnswerOf,
  writeInstalmentPayment,
  writeStep,
} from './reply-store.ts'

type Done = Record<string, never>

/**
 * Joins a received reply to the case it answers: kept beside the case as the mediator's part, touching nothing of the party's own.
 * Joined once; a second time answers where it is. Throws `mediation.reply-other-case`, `bundles.not-whole` and what verifying throws.
 */
export async function joinReply(
  context: CallContext,
  { bundleId }: ParsedInput<'disputes.joinReply'>,
): Promise<Output<'disputes.joinReply'>> {
  const { db } = context
  const known = findReplyOfBundle(db, bundleId)
  if (known !== undefined) return { caseId: known.caseId, replyId: known.id }
  const { data, verification } = await readWholeContent(context, bundleId, 'mediation-reply')
  const own = listCases(db, true).find(({ id }) => id === data.case.caseId)
  if (own === undefined) throw new BoanError('mediation.reply-other-case', { number: data.case.caseNumber })
  const id = context.newId()
  context.subject(own.id, id)
  context.tookIn(bundleId)
  insertReply(db, {
    id,
    caseId: own.id,
    bundleId,
    content: canonicalJsonOf(data),
    sender: verification.sender,
    fingerprint: verification.fingerprint ?? '',
    joinedAt: context.now(),
  })
  return { caseId: own.id, replyId: id }
}

/** What mediation brought to a case. Throws `disputes.case-not-found`. */
export function viewCaseMediation(
  context: CallContext,
  { caseId }: ParsedInput<'disputes.caseMediation'>,
): Output<'disputes.caseMediation'> {
  const { db } = context
  getCase(db, caseId)
  const today = shanghaiDate(context.now())
  const records = repliesOf(db, caseId)
  const since = records.filter(({ acceptedAt }) => acceptedAt !== null).map(proposedOn)
  const [first] = since.toSorted()
  return {
    caseId,
    replies: records.map((record) => replyOf(db, record, today)),
    payments: first === undefined ? [] : paymentsOfCase(db, caseId, first).filter(({ freeFen }) => freeFen > 0),
    steps: stepsOf(db, caseId),
    dates: datesOfCase(db, caseId, today),
  }
}

/** The day of a proposal: what is paid from it on is for its instalments. */
function proposedOn({ reply }: CaseReplyRecord): string {
  return shanghaiDate(reply.exportedAt)
}

function replyOf(db: Db, record: CaseReplyRecord, today: string): CaseReply {
  const { id, caseId, reply, acceptedAt } = record
  const answered = exportsOf(db, caseId).find(({ manifestSha256 }) => manifestSha256 === reply.case.manifestSha256)
  const { bundleId, sender, fingerprint, joinedAt, acceptanceNote } = record
  const instalments =
    acceptedAt === null ? [] : followInstalments(reply.plan, instalmentPaymentsOf(db, id, reply.plan.length), today)
  return {
    id,
    bundleId,
    sender,
    fingerprint,
    joinedAt,
    answersExportOf: answered?.moment ?? null,
    reply,
    answers: answersOf(db, id),
    acceptedAt,
    acceptanceNote,
    instalments,
    paidFen: instalments.reduce((sum, { paidFen }) => sum + paidFen, 0),
    remainingFen: instalments.reduce((sum, { remainingFen }) => sum + remainingFen, 0),
  }
}

/** A reply of a case that may be changed: journal subject included. */
function requireReply(context: CallContext, replyId: string): CaseReplyRecord {
  const record = getReply(context.db, replyId)
  requireCase(context.db, record.caseId)
  context.subject(record.caseId, replyId)
  return record
}

/** Answers a question of the mediator's; '' takes the answer back. Throws `mediation.question-not-found`. */
export function answerQuestion(context: CallContext, input: ParsedInput<'disputes.answerQuestion'>): Done {
  const { reply } = requireReply(context, input.replyId)
  if (!reply.questions.some(({ id }) => id === input.questionId)) throw new BoanError('mediation.question-not-found')
  const answeredOn = shanghaiDate(context.now())
  writeAnswerOf(context.db, input.replyId, { questionId: input.questionId, answer: input.answer, answeredOn })
  return {}
}

/** Notes that the person takes the proposal, or takes that back. Throws `mediation.no-proposal`. */
export function acceptProposal(context: CallContext, input: ParsedInput<'disputes.acceptProposal'>): Done {
  const { reply } = requireReply(context, input.replyId)
  if (reply.proposal === null || reply.proposal.undecided > 0) throw new BoanError('mediation.no-proposal')
  writeAcceptance(context.db, input.replyId, input.accepted ? context.now() : null, input.accepted ? input.note : '')
  return {}
}

/**
 * Says what of a payment went to an instalment. Throws `mediation.not-accepted`, `mediation.instalment-not-found`,
 * `mediation.payment-of-others`, `mediation.payment-exceeded`, `mediation.instalment-exceeded`.
 */
export function linkInstalment(context: CallContext, input: ParsedInput<'disputes.linkInstalment'>): Done {
  const { db } = context
  const record = requireReply(context, input.replyId)
  const { replyId, number, paymentId, amountFen } = input
  if (record.acceptedAt === null) throw new BoanError('mediation.not-accepted')
  context.subject(paymentId)
  writeInstalmentPayment(db, { replyId, number, paymentId, amountFen: 0 })
  if (amountFen === 0) return {}
  const payments = instalmentPaymentsOf(db, replyId, record.reply.plan.length)
  const instalment = followInstalments(record.reply.plan, payments, shanghaiDate(context.now()))[number - 1]
  if (instalment === undefined) throw new BoanError('mediation.instalment-not-found', { number })
  const payment = paymentsOfCase(db, record.caseId, proposedOn(record)).find(({ id }) => id === paymentId)
  if (payment === undefined) throw new BoanError('mediation.payment-of-others')
  const { freeFen } = payment
  const { remainingFen } = instalment
  if (amountFen > freeFen) throw new BoanError('mediation.payment-exceeded', { freeFen, amountFen })
  if (amountFen > remainingFen)
    throw new BoanError('mediation.instalment-exceeded', { number, remainingFen, amountFen })
  writeInstalmentPayment(db, input)
  return {}
}

/** Notes a step of the procedure. Throws `disputes.case-not-found`, `disputes.case-voided`, `mediation.step-not-found`. */
export function saveStep(context: CallContext, input: ParsedInput<'disputes.saveStep'>): { id: string } {
  const { db } = context
  requireCase(db, input.caseId)
  const known = input.id === undefined || stepsOf(db, input.caseId).some(({ id }) => id === input.id)
  if (!known) throw new BoanError('mediation.step-not-found')
  const id = input.id ?? context.newId()
  context.subject(input.caseId, id)
  writeStep(db, { ...input, id })
  return { id }
}

/** Takes a step back (reason null brings it back). */
export function voidStep(context: CallContext, caseId: string, id: string, reason: string | null): Done {
  requireCase(context.db, caseId)
  context.subject(caseId, id)
  setStepVoided(context.db, caseId, id, reason === null ? null : { at: context.now(), reason })
  return {}
}
