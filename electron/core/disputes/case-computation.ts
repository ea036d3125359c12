import type { CaseFile } from '../../../shared/disputes/case-file.ts'
import {
  buildClaims,
  type ClaimedAgreement,
  type Claims,
  type JudgedDeduction,
} from '../../../shared/disputes/claims.ts'
import {
  claimEvidenceWarnings,
  type ClaimWarning,
  type MarkedEvidence,
} from '../../../shared/disputes/evidence-marks.ts'
import type { AgreementRecords } from '../../../shared/disputes/timeline.ts'
import { compute, type ComputeInput, type ComputeOutput, type CycleOutput } from '../../../shared/earnings/index.ts'
import { shanghaiDate } from '../../../shared/calendar.ts'
import { BoanError } from '../../../shared/errors.ts'
import { type AgreementRecord, evidenceIdsOf, getAgreementRecord, listVersions } from '../contracts/index.ts'
import type { Db } from '../database/open.ts'
import { getParty } from '../parties/index.ts'
import { type CaseRow, claimedCyclesOf } from './case-store.ts'
import { findEvidenceOfFile } from './evidence.ts'
import { type AgreementLedger, readAgreementLedger } from './ledger-access.ts'

type Relation = CaseFile['relation']

/** One agreement of a case, computed whole under the case's relation. */
export interface ComputedAgreement {
  agreement: AgreementRecord
  payerName: string
  payeeName: string
  claimed: string[]
  ledger: AgreementLedger
  input: ComputeInput
  output: ComputeOutput
}

/** Computes every agreement of a case to its chosen day. Throws `disputes.cannot-compute`. */
export function computeCase(db: Db, row: Pick<CaseRow, 'id' | 'relation' | 'asOf'>): ComputedAgreement[] {
  return claimedCyclesOf(db, row.id).map(({ agreementId, cycles }) =>
    computeAgreement(db, agreementId, cycles, row.relation, row.asOf),
  )
}

/** Computes one agreement to a day; under `relation` when one is given, else as its terms say. Throws `disputes.cannot-compute`. */
export function computeAgreement(
  db: Db,
  agreementId: string,
  claimed: string[],
  relation: Relation | undefined,
  asOf: string,
): ComputedAgreement {
  const agreement = getAgreementRecord(db, agreementId)
  const ledger = readAgreementLedger(db, agreementId, asOf)
  const input = relation === undefined ? ledger.input : withRelation(ledger.input, relation)
  return {
    agreement,
    payerName: getParty(db, agreement.payerId).name,
    payeeName: getParty(db, agreement.payeeId).name,
    claimed,
    ledger,
    input,
    output: computeOrThrow(input, agreement.title),
  }
}

/** A case is computed under one relation, whatever each version of the terms called it. */
function withRelation(input: ComputeInput, relation: Relation): ComputeInput {
  const versions = input.agreement.versions.map((version) => ({ ...version, terms: { ...version.terms, relation } }))
  return { ...input, agreement: { ...input.agreement, versions } }
}

function computeOrThrow(input: ComputeInput, title: string): ComputeOutput {
  const output = compute(input)
  if (!('error' in output)) return output
  throw new BoanError('disputes.cannot-compute', {
    agreement: title,
    reason: output.error.code,
    path: output.error.path,
  })
}

/** The claimed cycles of an agreement, in order of time. */
export function claimedCycles({ output, claimed }: Pick<ComputedAgreement, 'output' | 'claimed'>): CycleOutput[] {
  const wanted = new Set(claimed)
  return output.cycles.filter((cycle) => wanted.has(cycle.cycle))
}

/** Claims of a case with their marks (law ev-90), and where the relation is undetermined the same the labour way. */
export function claimsOf(
  row: Pick<CaseRow, 'relation' | 'asOf'>,
  agreements: readonly ComputedAgreement[],
  evidence: readonly MarkedEvidence[],
): Claims & { labourWay: CaseFile['labourWay'] } {
  const civil = claimsUnder(row.relation, row.asOf, agreements, evidence)
  if (row.relation !== 'undetermined') return { ...civil, labourWay: null }
  const asLabour = agreements.map((one) => {
    const input = withRelation(one.input, 'labour')
    return { ...one, input, output: computeOrThrow(input, one.agreement.title) }
  })
  return { ...civil, labourWay: claimsUnder('labour', row.asOf, asLabour, evidence) }
}

function claimsUnder(
  relation: Relation,
  asOf: string,
  agreements: readonly ComputedAgreement[],
  evidence: readonly MarkedEvidence[],
): Claims {
  const built = buildClaims({
    relation,
    asOf,
    agreements: agreements.map(claimedAgreement),
    interest: interestGround(relation, agreements),
  })
  const marks = marksOfCycles(agreements)
  const claims = built.claims.map((claim) => ({
    ...claim,
    warnings: [...claimEvidenceWarnings(claim.kind, evidence), ...marks],
  }))
  return { ...built, claims }
}

function claimedAgreement(one: ComputedAgreement): ClaimedAgreement {
  return { agreementId: one.agreement.id, cycles: claimedCycles(one), deductions: judgedDeductions(one) }
}

function judgedDeductions(one: ComputedAgreement): JudgedDeduction[] {
  const stated = new Map((one.input.deductions ?? []).map((deduction) => [deduction.id, deduction.reason]))
  return claimedCycles(one).flatMap((cycle) =>
    cycle.deductions.map((deduction) => ({
      id: deduction.id,
      cycle: cycle.cycle,
      statedReason: stated.get(deduction.id) ?? '',
      deductedFen: deduction.amountFen,
      allowedFen: deduction.allowedFen,
      whyCode: deduction.reason.code,
      whyParams: deduction.reason.params,
    })),
  )
}

/** A clause of the parties' own goes before the statutory way, which labour does not have (spec/earnings.md 'Differences'). */
function interestGround(relation: Relation, agreements: readonly ComputedAgreement[]): 'agreed' | 'statutory' | 'none' {
  const agreed = agreements.some((one) =>
    one.input.agreement.versions.some(({ terms }) => terms.lateInterest !== undefined && terms.lateInterest !== null),
  )
  if (agreed) return 'agreed'
  return relation === 'labour' ? 'none' : 'statutory'
}

function marksOfCycles(agreements: readonly ComputedAgreement[]): ClaimWarning[] {
  const cycles = agreements.flatMap(claimedCycles)
  const marks: ClaimWarning[] = []
  if (agreements.some(restsOnClaimedTerms)) marks.push('terms-claimed')
  if (cycles.some(({ status }) => status === 'open' || status === 'not-due')) marks.push('not-due')
  if (cycles.some(({ missing }) => missing > 0)) marks.push('lacks-amounts')
  return marks
}

/** Whether any term is only claimed: nobody has a paper or a chat for it (spec/earnings.md 'Pay terms', source). */
function restsOnClaimedTerms({ input }: ComputedAgreement): boolean {
  return input.agreement.versions.some(({ terms }) => {
    const single = [terms.due, terms.base, terms.guarantee, terms.lateInterest].map((term) => term?.source)
    const lists = [terms.commissions, terms.slotFees, terms.bonuses, terms.costs, terms.deductions]
    const listed = lists.flatMap((list) => (list ?? []).map((term) => term.source))
    return [...single, ...listed].some((source) => source?.kind === 'claimed')
  })
}

/** The records of a case that its timeline is made from. */
export function recordsOf(db: Db, agreements: readonly ComputedAgreement[]): AgreementRecords[] {
  return agreements.map((one) => recordsOfAgreement(db, one))
}

function recordsOfAgreement(db: Db, one: ComputedAgreement): AgreementRecords {
  const { agreement, ledger, input } = one
  const cycles = claimedCycles(one)
  const wanted = new Set(one.claimed)
  const evidence = new Map((input.deductions ?? []).map((deduction) => [deduction.id, deduction.evidenceIds]))
  return {
    agreementId: agreement.id,
    title: agreement.title,
    payerName: one.payerName,
    from: agreement.from,
    to: agreement.to,
    versions: listVersions(db, agreement.id)
      .filter((version) => version.voidedAt === null)
      .map((version) => ({ id: version.id, from: version.from, evidenceIds: evidenceIdsOf(version) })),
    cycles,
    deductions: judgedDeductions(one).map((deduction) => ({
      ...deduction,
      date: null,
      evidenceIds: evidence.get(deduction.id) ?? [],
    })),
    acknowledgements: (input.acknowledgements ?? [])
      .filter(({ cycle }) => wanted.has(cycle))
      .map(({ cycle, amountFen }) => ({
        cycle,
        amountFen,
        date: null,
        evidenceIds: ledger.evidenceOfAcknowledgements.get(cycle) ?? [],
      })),
    payments: paymentsOf(one, cycles),
    statements: ledger.statements.map((statement) => ({
      id: statement.id,
      file: statement.file,
      date: shanghaiDate(statement.exportedAt ?? statement.importedAt),
      rows: statement.rows,
      evidenceIds: [findEvidenceOfFile(db, statement.sha256)?.id ?? []].flat(),
    })),
  }
}

/** Payments that reached the claimed cycles, each with what of it went there. */
function paymentsOf(one: ComputedAgreement, cycles: readonly CycleOutput[]): AgreementRecords['payments'] {
  const kinds = new Map((one.input.payments ?? []).map((payment) => [payment.id, payment.kind]))
  const parts = cycles.flatMap((cycle) => cycle.payments.map((part) => ({ ...part, cycle: cycle.cycle })))
  return [...Map.groupBy(parts, (part) => part.paymentId)].map(([id, own]) => ({
    id,
    date: own[0]?.date ?? '',
    kind: kinds.get(id) ?? 'pay',
    amountFen: Math.abs(own.reduce((sum, part) => sum + part.amountFen, 0)),
    cycles: own.map((part) => part.cycle),
    evidenceIds: one.ledger.evidenceOfPayments.get(id) ?? [],
  }))
}
