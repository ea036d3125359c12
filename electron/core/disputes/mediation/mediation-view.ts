import type { Output } from '../../../../shared/contract.ts'
import { mediationTermEnd } from '../../../../shared/disputes/mediation/dates.ts'
import type { Mediation, MediationRow } from '../../../../shared/disputes/mediation/mediator-calls.ts'
import { planDifferenceFen } from '../../../../shared/disputes/mediation/plan.ts'
import { computeProposal } from '../../../../shared/disputes/mediation/proposal.ts'
import type { MediationWords } from '../../../../shared/disputes/mediation/shapes.ts'
import type { Db } from '../../database/open.ts'
import { agreementSha256 } from './agreement-hash.ts'
import {
  answerExportsOf,
  findingsOf,
  findMediation,
  lastAgreementPaperOf,
  instalmentsOf,
  listMediationRecords,
  type MediationRecord,
  questionsOf,
  sessionsOf,
} from './mediation-store.ts'

/** The mediator's work on a received case, or null where none was begun. */
export function viewMediation(db: Db, bundleId: string): Output<'disputes.mediation'> {
  const record = findMediation(db, bundleId)
  return { mediation: record === undefined ? null : mediationOf(db, record) }
}

/** The whole of a mediation, its proposal computed from its findings. */
export function mediationOf(db: Db, record: MediationRecord): Mediation {
  const { bundleId, file, words } = record
  const findings = findingsOf(db, bundleId)
  const proposal = computeProposal(file.claims, findings, words)
  const plan = instalmentsOf(db, bundleId)
  const parts = {
    questions: questionsOf(db, bundleId),
    findings,
    proposal,
    handedBack: answerExportsOf(db, bundleId, 'mediation-reply'),
  }
  const dataSha256 = agreementSha256(record, { proposal, plan })
  const made = lastAgreementPaperOf(db, bundleId)
  return {
    ...parts,
    bundleId,
    caseNumber: file.caseNumber,
    title: file.title,
    state: stateOf(words, parts),
    words,
    termEndsOn: termEndOf(words),
    sessions: sessionsOf(db, bundleId),
    plan,
    planDifferenceFen: planDifferenceFen(proposal.totalFen, plan),
    agreement: {
      dataSha256,
      lastMade:
        made === undefined
          ? null
          : { moment: made.moment, format: made.format, isCurrent: made.dataSha256 === dataSha256 },
    },
  }
}

export function termEndOf({ receivedOn, isExtended }: MediationWords): string | null {
  return receivedOn === null ? null : mediationTermEnd(receivedOn, isExtended)
}

function stateOf(
  words: MediationWords,
  { questions, findings, proposal, handedBack }: Pick<Mediation, 'questions' | 'findings' | 'proposal' | 'handedBack'>,
): Mediation['state'] {
  if (words.signedOn !== null) return 'signed'
  if (handedBack.length > 0) return 'answered'
  if (findings.length > 0) return proposal.undecided === 0 ? 'proposed' : 'deciding'
  return questions.some(({ answeredOn }) => answeredOn === null) ? 'asking' : 'new'
}

export function listMediations(db: Db): Output<'disputes.listMediations'> {
  return { mediations: listMediationRecords(db).map((record) => rowOf(db, record)) }
}

function rowOf(db: Db, record: MediationRecord): MediationRow {
  const { bundleId, caseNumber, title, state, questions, proposal, termEndsOn } = mediationOf(db, record)
  return {
    bundleId,
    caseNumber,
    title,
    state,
    openQuestions: questions.filter(({ answeredOn }) => answeredOn === null).length,
    undecided: proposal.undecided,
    claimedFen: proposal.claimedFen,
    proposedFen: proposal.totalFen,
    termEndsOn,
    updatedAt: record.updatedAt,
  }
}
