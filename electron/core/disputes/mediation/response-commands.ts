import { shanghaiDate } from '../../../../shared/calendar.ts'
import type { Output, ParsedInput } from '../../../../shared/contract.ts'
import { claimedOf } from '../../../../shared/disputes/mediation/proposal.ts'
import type { AnsweredCycle } from '../../../../shared/disputes/mediation/response-file.ts'
import { BoanError } from '../../../../shared/errors.ts'
import type { CallContext } from '../../context.ts'
import { getParty, getSelfPartyId } from '../../parties/index.ts'
import { computeAgreement } from '../case-computation.ts'
import { evidenceItem, getEvidence } from '../evidence.ts'
import { answerExportsOf } from './mediation-store.ts'
import { takeCase } from './mediator-commands.ts'
import {
  answeredClaimsOf,
  answeredCyclesOf,
  findResponse,
  getResponse,
  insertResponse,
  type ResponseRecord,
  responseEvidenceOf,
  writeAnsweredClaim,
  writeAnsweredCycle,
  writeResponse,
  writeResponseEvidence,
} from './response-store.ts'

type Done = Record<string, never>

/** This person's answer to a received case, or null where none was begun. */
export function viewResponse(context: CallContext, bundleId: string): Output<'disputes.response'> {
  const { db } = context
  const record = findResponse(db, bundleId)
  if (record === undefined) return { response: null }
  const today = shanghaiDate(context.now())
  return {
    response: {
      bundleId,
      caseNumber: record.file.caseNumber,
      respondent: record.respondent,
      statement: record.statement,
      claims: answeredClaimsOf(db, record),
      cycles: answeredCyclesOf(db, record),
      evidence: responseEvidenceOf(db, bundleId).map((id) => evidenceItem(db, getEvidence(db, id), today)),
      handedBack: answerExportsOf(db, bundleId, 'response'),
    },
  }
}

/** Begins an answer in the name of the case's respondent, or of who uses this computer. Begun once. */
export async function startResponse(
  context: CallContext,
  { bundleId }: ParsedInput<'disputes.startResponse'>,
): Promise<Done> {
  const { db } = context
  context.subject(bundleId)
  if (findResponse(db, bundleId) !== undefined) return {}
  const taken = await takeCase(context, bundleId)
  const self = getSelfPartyId(db)
  const ownName = self === null ? '' : getParty(db, self).name
  const respondents = taken.file.parties.filter(({ side }) => side === 'respondent').map(({ name }) => name)
  const respondent = respondents.find((name) => name === ownName) ?? respondents[0] ?? ownName
  const { content, manifestSha256 } = taken
  insertResponse(db, { bundleId, content, manifestSha256, respondent, moment: context.now() })
  return {}
}

/** Changes a begun answer: its subject in the journal and its moment. */
function touch(context: CallContext, bundleId: string, changes: Partial<ResponseRecord> = {}): ResponseRecord {
  const record = { ...getResponse(context.db, bundleId), ...changes }
  context.subject(bundleId)
  writeResponse(context.db, record, context.now())
  return record
}

/** Who answers and what they say. Throws `mediation.response-not-begun`. */
export function saveResponse(context: CallContext, input: ParsedInput<'disputes.saveResponse'>): Done {
  const { respondent, statement } = input
  touch(context, input.bundleId, {
    ...(respondent === undefined ? {} : { respondent }),
    ...(statement === undefined ? {} : { statement }),
  })
  return {}
}

/** Agrees or disagrees with a claim. Throws `mediation.unknown-claim`, `mediation.response-amount`, `mediation.response-reason`. */
export function saveResponseClaim(context: CallContext, input: ParsedInput<'disputes.saveResponseClaim'>): Done {
  const { bundleId, claimId, stance, reason } = input
  const { file } = touch(context, bundleId)
  const claimedFen = claimedOf(file.claims, { claimId, agreementId: null, cycle: null })
  const amountFen = stance === 'agree' ? claimedFen : (input.amountFen ?? 0)
  if (stance === 'disagree') {
    if (amountFen >= claimedFen && claimedFen > 0)
      throw new BoanError('mediation.response-amount', { amountFen, claimedFen })
    if (reason === '') throw new BoanError('mediation.response-reason')
  }
  writeAnsweredClaim(context.db, bundleId, { claimId, stance, amountFen, reason })
  return {}
}

function requireCycle(
  context: CallContext,
  record: ResponseRecord,
  place: Pick<AnsweredCycle, 'agreementId' | 'cycle'>,
): AnsweredCycle {
  const known = answeredCyclesOf(context.db, record).find(
    ({ agreementId, cycle }) => agreementId === place.agreementId && cycle === place.cycle,
  )
  if (known === undefined) throw new BoanError('mediation.unknown-claim', { claim: place.cycle })
  return known
}

/** Typed figures of a cycle. Throws `mediation.unknown-claim`. */
export function saveResponseCycle(context: CallContext, input: ParsedInput<'disputes.saveResponseCycle'>): Done {
  const { bundleId, agreementId, cycle, figures, reason } = input
  const known = requireCycle(context, touch(context, bundleId), input)
  const same = Object.entries(figures).every(([part, fen]) => known.respondent[part as keyof typeof figures] === fen)
  const source = same ? known.source : 'typed'
  writeAnsweredCycle(context.db, bundleId, { agreementId, cycle, ...figures, source, reason })
  return {}
}

/** Takes the figures of an agreement's cycles from the ledger here, computed to the case's day. Cycles it does not have stay as they are. */
export function fillResponse(
  context: CallContext,
  { bundleId, agreementId, ownAgreementId }: ParsedInput<'disputes.fillResponse'>,
): Output<'disputes.fillResponse'> {
  const { db } = context
  const record = touch(context, bundleId)
  context.subject(ownAgreementId)
  const { output } = computeAgreement(db, ownAgreementId, [], undefined, record.file.asOf)
  const own = new Map(output.cycles.map((cycle) => [cycle.cycle, cycle]))
  const asked = answeredCyclesOf(db, record).filter((one) => one.agreementId === agreementId)
  let filled = 0
  for (const { cycle, reason } of asked) {
    const figures = own.get(cycle)
    if (figures === undefined) continue
    const { expectedFen, withheldFen, allowedFen, paidFen } = figures
    writeAnsweredCycle(db, bundleId, {
      agreementId,
      cycle,
      expectedFen,
      withheldFen,
      allowedFen,
      paidFen,
      source: 'ledger',
      reason,
    })
    filled++
  }
  return { filled, without: asked.length - filled }
}

/** Sets which evidence goes with an answer. Throws `disputes.evidence-not-found`. */
export function setResponseEvidence(context: CallContext, input: ParsedInput<'disputes.setResponseEvidence'>): Done {
  touch(context, input.bundleId)
  for (const id of input.evidenceIds) getEvidence(context.db, id)
  context.subject(...input.evidenceIds)
  writeResponseEvidence(context.db, input.bundleId, input.evidenceIds)
  return {}
}
