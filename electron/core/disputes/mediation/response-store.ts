import { cyclesToAnswer } from '../../../../shared/disputes/mediation/compare-sides.ts'
import type { AnsweredClaim, AnsweredCycle } from '../../../../shared/disputes/mediation/response-file.ts'
import type { MediatedCase } from '../../../../shared/disputes/mediation/shapes.ts'
import { BoanError } from '../../../../shared/errors.ts'
import type { Db } from '../../database/open.ts'

/** The other side's answer to a received case, before it leaves. */
export interface ResponseRecord {
  bundleId: string
  manifestSha256: string
  file: MediatedCase
  respondent: string
  statement: string
}

export function findResponse(db: Db, bundleId: string): ResponseRecord | undefined {
  const row = db
    .prepare<[string], Omit<ResponseRecord, 'file'> & { content: string }>(
      `SELECT bundle_sha256 AS bundleId, manifest_sha256 AS manifestSha256, content, respondent, statement
       FROM responses WHERE bundle_sha256 = ?`,
    )
    .get(bundleId)
  if (row === undefined) return undefined
  const { content, ...record } = row
  return { ...record, file: JSON.parse(content) as MediatedCase }
}

/** Throws `mediation.response-not-begun`. */
export function getResponse(db: Db, bundleId: string): ResponseRecord {
  const record = findResponse(db, bundleId)
  if (record === undefined) throw new BoanError('mediation.response-not-begun')
  return record
}

export function insertResponse(
  db: Db,
  row: { bundleId: string; manifestSha256: string; content: string; respondent: string; moment: string },
): void {
  db.prepare(
    `INSERT INTO responses (bundle_sha256, manifest_sha256, content, respondent, started_at, updated_at)
     VALUES (@bundleId, @manifestSha256, @content, @respondent, @moment, @moment) ON CONFLICT DO NOTHING`,
  ).run(row)
}

export function writeResponse(db: Db, { bundleId, respondent, statement }: ResponseRecord, moment: string): void {
  db.prepare('UPDATE responses SET respondent = ?, statement = ?, updated_at = ? WHERE bundle_sha256 = ?').run(
    respondent,
    statement,
    moment,
    bundleId,
  )
}

type ClaimRow = Pick<AnsweredClaim, 'claimId' | 'amountFen' | 'reason'> & { stance: 'agree' | 'disagree' }

/** Every claim of the case with what is said about it. */
export function answeredClaimsOf(db: Db, { bundleId, file }: ResponseRecord): AnsweredClaim[] {
  const rows = db
    .prepare<[string], ClaimRow>(
      'SELECT claim_id AS claimId, stance, amount_fen AS amountFen, reason FROM response_claims WHERE bundle_sha256 = ?',
    )
    .all(bundleId)
  const known = new Map(rows.map((row) => [row.claimId, row]))
  return file.claims.map(({ id, kind, amountFen }) => {
    const row = known.get(id)
    return {
      claimId: id,
      kind,
      claimedFen: amountFen,
      stance: row?.stance ?? null,
      amountFen: row?.amountFen ?? 0,
      reason: row?.reason ?? '',
    }
  })
}

/** Sets what is said about a claim; stance null says nothing. */
export function writeAnsweredClaim(
  db: Db,
  bundleId: string,
  claim: Pick<AnsweredClaim, 'claimId' | 'stance' | 'amountFen' | 'reason'>,
): void {
  db.prepare('DELETE FROM response_claims WHERE bundle_sha256 = ? AND claim_id = ?').run(bundleId, claim.claimId)
  if (claim.stance === null) return
  db.prepare(
    `INSERT INTO response_claims (bundle_sha256, claim_id, stance, amount_fen, reason)
     VALUES (@bundleId, @claimId, @stance, @amountFen, @reason)`,
  ).run({ ...claim, bundleId })
}

type CycleRow = AnsweredCycle['respondent'] & Pick<AnsweredCycle, 'agreementId' | 'cycle' | 'source' | 'reason'>

/** Every claimed cycle with the answerer's own figures. */
export function answeredCyclesOf(db: Db, { bundleId, file }: ResponseRecord): AnsweredCycle[] {
  const rows = db
    .prepare<[string], CycleRow>(
      `SELECT agreement_id AS agreementId, cycle, expected_fen AS expectedFen, withheld_fen AS withheldFen,
         allowed_fen AS allowedFen, paid_fen AS paidFen, source, reason FROM response_cycles WHERE bundle_sha256 = ?`,
    )
    .all(bundleId)
  const known = new Map(rows.map((row) => [`${row.agreementId} ${row.cycle}`, row]))
  return cyclesToAnswer(file.claims).map((one) => {
    const row = known.get(`${one.agreementId} ${one.cycle}`)
    if (row === undefined) return one
    const { expectedFen, withheldFen, allowedFen, paidFen, source, reason } = row
    return { ...one, respondent: { expectedFen, withheldFen, allowedFen, paidFen }, source, reason }
  })
}

/** Sets the figures of a cycle; where nothing is said any more, nothing is kept. */
export function writeAnsweredCycle(db: Db, bundleId: string, cycle: CycleRow): void {
  db.prepare('DELETE FROM response_cycles WHERE bundle_sha256 = ? AND agreement_id = ? AND cycle = ?').run(
    bundleId,
    cycle.agreementId,
    cycle.cycle,
  )
  const { expectedFen, withheldFen, allowedFen, paidFen, reason } = cycle
  if ([expectedFen, withheldFen, allowedFen, paidFen].every((fen) => fen === null) && reason === '') return
  db.prepare(
    `INSERT INTO response_cycles (bundle_sha256, agreement_id, cycle, expected_fen, withheld_fen, allowed_fen, paid_fen, source, reason)
     VALUES (@bundleId, @agreementId, @cycle, @expectedFen, @withheldFen, @allowedFen, @paidFen, @source, @reason)`,
  ).run({ ...cycle, bundleId })
}

/** Evidence of an answer in its order; voided evidence stays out. */
export function responseEvidenceOf(db: Db, bundleId: string): string[] {
  return db
    .prepare<[string], { id: string }>(
      `SELECT evidence.id FROM response_evidence JOIN evidence ON evidence.id = evidence_id
       WHERE bundle_sha256 = ? AND voided_at IS NULL ORDER BY position`,
    )
    .all(bundleId)
    .map(({ id }) => id)
}

export function writeResponseEvidence(db: Db, bundleId: string, evidenceIds: readonly string[]): void {
  db.prepare('DELETE FROM response_evidence WHERE bundle_sha256 = ?').run(bundleId)
  const insert = db.prepare('INSERT INTO response_evidence (bundle_sha256, position, evidence_id) VALUES (?, ?, ?)')
  for (const [index, id] of [...new Set(evidenceIds)].entries()) insert.run(bundleId, index + 1, id)
}
