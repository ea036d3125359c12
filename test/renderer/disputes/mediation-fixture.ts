import type { CaseMediation, CaseReply } from '../../../shared/disputes/mediation/party-calls.ts'
import type { Mediation } from '../../../shared/disputes/mediation/mediator-calls.ts'
import { computeProposal } from '../../../shared/disputes/mediation/proposal.ts'
import type { ReplyFile } from '../../../shared/disputes/mediation/reply-file.ts'
import type { Finding, MediationWords } from '../../../shared/disputes/mediation/shapes.ts'
import { makeCase } from '../../core/bundles/sample-case.ts'
import { caseId } from './case-fixture.ts'

export const bundleId = 'a'.repeat(64)
export const questionId = '01980000-0000-7000-8000-0000000000aa'
export const replyId = '01980000-0000-7000-8000-0000000000bb'
export const paymentId = '01980000-0000-7000-8000-0000000000cc'

const words: MediationWords = {
  committee: '余杭区人民调解委员会',
  mediator: '王敏',
  recorder: '',
  agreementNumber: '',
  receivedOn: '2026-05-20',
  isExtended: false,
  interest: 'claimed',
  agreedInterestFen: 0,
  account: '',
  late: 'all-due',
  copies: 3,
  signedOn: null,
}

/** Every claim of the worked example accepted as a whole. */
export const allAccepted: Finding[] = makeCase().claims.map(({ id, amountFen }) => ({
  claimId: id,
  agreementId: null,
  cycle: null,
  verdict: 'accepted',
  amountFen,
  reason: '结算单与订单一致。',
}))

/** A mediation of the worked example with these findings. */
export function someMediation(findings: Finding[], changes: Partial<Mediation> = {}): Mediation {
  const proposal = computeProposal(makeCase().claims, findings, words)
  return {
    bundleId,
    caseNumber: '2026-0007',
    title: '佣金争议',
    state: 'deciding',
    words,
    termEndsOn: '2026-06-04',
    questions: [],
    findings,
    sessions: [],
    proposal,
    plan: [],
    planDifferenceFen: proposal.totalFen,
    handedBack: [],
    agreement: { dataSha256: 'd'.repeat(64), lastMade: null },
    ...changes,
  }
}

/** A reply that accepts every claim and asks the applicant one thing, to be paid in two instalments. */
export function someReplyFile(): ReplyFile {
  const { proposal } = someMediation(allAccepted)
  return {
    format: 'boan-mediation-reply',
    version: 1,
    appVersion: '0.1.0',
    title: '佣金争议',
    exportedAt: '2026-05-25T02:00:00.000Z',
    case: {
      caseId,
      caseNumber: '2026-0007',
      exportedAt: '2026-05-22T02:03:04.005Z',
      fileSha256: bundleId,
      manifestSha256: 'b'.repeat(64),
    },
    applicants: ['林小满'],
    respondents: ['杭州云播'],
    words,
    questions: [
      {
        id: questionId,
        to: 'applicant',
        claimId: null,
        exhibitNumber: null,
        text: '三月有几场直播？',
        askedOn: '2026-05-24',
        answer: '',
        answeredOn: null,
      },
    ],
    sessions: [],
    proposal,
    plan: [
      { date: '2026-06-10', amountFen: 300_000 },
      { date: '2026-07-10', amountFen: proposal.totalFen - 300_000 },
    ],
    documents: [],
    termEndsOn: '2026-06-04',
  }
}

/** What that reply brought to the party's case. */
export function someCaseMediation(changes: Partial<CaseReply> = {}): CaseMediation {
  const reply = someReplyFile()
  return {
    caseId,
    replies: [
      {
        id: replyId,
        bundleId,
        sender: '余杭区人民调解委员会 王敏',
        fingerprint: 'c'.repeat(64),
        joinedAt: '2026-05-26T02:00:00.000Z',
        answersExportOf: '2026-05-22T02:03:04.005Z',
        reply,
        answers: [],
        acceptedAt: null,
        acceptanceNote: '',
        instalments: [],
        paidFen: 0,
        remainingFen: 0,
        ...changes,
      },
    ],
    payments: [{ id: paymentId, date: '2026-06-09', payerName: '杭州云播', amountFen: 250_000, freeFen: 250_000 }],
    steps: [],
    dates: [],
  }
}
