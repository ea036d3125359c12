import { type CaseFile, caseFileVersion } from '../../../shared/disputes/case-file.ts'
import { BoanError } from '../../../shared/errors.ts'
import type { Db } from '../database/open.ts'
import { claimedCycles, claimsOf, computeAgreement } from './case-computation.ts'
import { sentParty } from './case-file.ts'

interface DemandRequest {
  agreementId: string
  cycles: string[]
  asOf: string
  moment: string
  appVersion: string
}

/**
 * What a demand letter needs, in the shape of a case that was never opened: no number, no facts, no evidence. Throws
 * `disputes.nothing-owed`, `disputes.cannot-compute`.
 */
export function caseFileWithoutCase(db: Db, request: DemandRequest): CaseFile {
  const one = computeAgreement(db, request.agreementId, request.cycles, undefined, request.asOf)
  const relation = one.input.agreement.versions.at(-1)?.terms.relation ?? 'undetermined'
  const { claims, totals } = claimsOf({ relation, asOf: request.asOf }, [one], [])
  if (claims.length === 0 || claimedCycles(one).length === 0) {
    throw new BoanError('disputes.nothing-owed', { agreement: one.agreement.title })
  }
  return {
    format: 'boan-case',
    version: caseFileVersion,
    appVersion: request.appVersion,
    caseId: '',
    caseNumber: '',
    title: one.agreement.title,
    openedAt: request.moment,
    exportedAt: request.moment,
    asOf: request.asOf,
    audience: 'other-side',
    relation,
    procedure: relation === 'labour' ? 'labour-mediation' : 'people-mediation',
    addressee: '',
    statement: '',
    parties: [
      sentParty(db, one.agreement.payeeId, 'applicant', 'other-side'),
      sentParty(db, one.agreement.payerId, 'respondent', 'other-side'),
    ],
    facts: [],
    claims,
    totals,
    labourWay: null,
    computations: [
      { agreementId: one.agreement.id, title: one.agreement.title, input: {}, output: {}, lineSources: {} },
    ],
    evidence: [],
    statements: [],
    documents: [],
    withheld: [],
  }
}
