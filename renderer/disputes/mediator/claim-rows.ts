import type { ShownCase } from '../../../shared/bundles/contents.ts'
import type { AnsweredClaim } from '../../../shared/disputes/mediation/response-file.ts'

type Claim = ShownCase['claims'][number]
type Part = Claim['cycles'][number]

/** A line of the mediator's table: one amount about one cycle, with what the other side has admitted of it. */
export interface ClaimRow {
  kind: 'unpaid' | 'underCounted' | 'acknowledgedUnpaid' | 'improper' | 'interest'
  claimId: Claim['id']
  part: Part
  /** What the payer gave as reasons, of improper deductions. */
  reasons: string[]
  statedFen: number
  /** Null where the other side has given no figure. */
  admittedFen: number | null
  /** The payer's own statement, or its answer to this case. */
  admittedBy: 'statement' | 'response'
  interestTo: string
}

/**
 * The claims of a case line by line, in order of cycles. What is unpaid is split into what was under-counted and what was
 * acknowledged and not paid, where the payer's own statement says so; the lines add up to the case's total.
 */
export function claimRows(claims: readonly Claim[]): ClaimRow[] {
  const rows = claims.flatMap((claim) => claim.cycles.flatMap((part) => partRows(claim, part)))
  return rows.toSorted((a, b) => compare(a.part.from, b.part.from) || compare(a.part.agreementId, b.part.agreementId))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function partRows(claim: Claim, part: Part): ClaimRow[] {
  const row = (
    kind: ClaimRow['kind'],
    statedFen: number,
    admittedFen: number | null,
    reasons: string[] = [],
  ): ClaimRow => ({
    kind,
    claimId: claim.id,
    part,
    reasons,
    statedFen,
    admittedFen,
    admittedBy: 'statement',
    interestTo: claim.interestTo,
  })
  const interest = part.interestFen === 0 ? [] : [row('interest', part.interestFen, null)]
  if (claim.kind === 'improper-deduction') {
    const reasons = claim.deductions.filter(({ cycle }) => cycle === part.cycle).map(({ statedReason }) => statedReason)
    const admitted = part.acknowledgedUnpaidFen === null ? null : 0
    return [row('improper', part.amountFen, admitted, reasons), ...interest]
  }
  return [...unpaidRows(part, row), ...interest]
}

function unpaidRows(
  part: Part,
  row: (kind: ClaimRow['kind'], stated: number, admitted: number | null) => ClaimRow,
): ClaimRow[] {
  const { amountFen, underCountedFen, acknowledgedUnpaidFen } = part
  if (amountFen === 0) return []
  const isSplit = underCountedFen !== null && acknowledgedUnpaidFen !== null
  // Where a part is below 0 (paid more than was acknowledged), the two do not each stand for money that is asked.
  if (
    !isSplit ||
    underCountedFen < 0 ||
    acknowledgedUnpaidFen < 0 ||
    underCountedFen + acknowledgedUnpaidFen !== amountFen
  ) {
    return [row('unpaid', amountFen, isSplit ? Math.max(0, Math.min(amountFen, acknowledgedUnpaidFen)) : null)]
  }
  return [
    ...(underCountedFen === 0 ? [] : [row('underCounted', underCountedFen, 0)]),
    ...(acknowledgedUnpaidFen === 0 ? [] : [row('acknowledgedUnpaid', acknowledgedUnpaidFen, acknowledgedUnpaidFen)]),
  ]
}

/**
 * The rows with what the other side's answer admits of them in place of what its statement did. An amount for a whole claim is put to
 * its rows only where that leaves no choice: all of it, nothing, or a claim of one row; else its rows say nothing (null) and the
 * claim's amount stands beside them. An answer says nothing about interest. Money in fen.
 */
export function withAnswer(rows: readonly ClaimRow[], answers: readonly AnsweredClaim[]): ClaimRow[] {
  return rows.map((row) => {
    const answer = answers.find(({ claimId, stance }) => claimId === row.claimId && stance !== null)
    if (answer === undefined || row.kind === 'interest') return row
    return {
      ...row,
      admittedBy: 'response',
      admittedFen: admittedOf(row, rowsOfClaim(rows, row.claimId), answer.amountFen),
    }
  })
}

function rowsOfClaim(rows: readonly ClaimRow[], claimId: ClaimRow['claimId']): ClaimRow[] {
  return rows.filter((row) => row.claimId === claimId && row.kind !== 'interest')
}

function admittedOf(row: ClaimRow, own: readonly ClaimRow[], amountFen: number): number | null {
  if (own.length === 1) return amountFen
  if (amountFen === 0) return 0
  return amountFen === sum(own.map(({ statedFen }) => statedFen)) ? row.statedFen : null
}

/** What the other side admits in all, in fen: per claim what its answer says, else what the rows have from its statement. */
export function admittedTotalFen(rows: readonly ClaimRow[], answers: readonly AnsweredClaim[]): number {
  const said = answers.filter(({ stance }) => stance !== null)
  const unsaid = rows.filter(({ claimId }) => !said.some((answer) => answer.claimId === claimId))
  return sum(said.map(({ amountFen }) => amountFen)) + sum(unsaid.map(({ admittedFen }) => admittedFen ?? 0))
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, fen) => total + fen, 0)
}
