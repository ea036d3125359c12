import type { CaseClaim, CaseFile, ClaimCycle } from './case-file.ts'

/** What a claim needs of one computed cycle; the answer of `earnings.compute` has it all (spec/compute.md, Output). Money in fen. */
export interface CycleFigures {
  cycle: string
  from: string
  to: string
  dueDate: string | null
  expectedFen: number
  withheldFen: number
  deductedFen: number
  allowedFen: number
  paidFen: number
  outstandingFen: number
  underCountedFen: number | null
  acknowledgedUnpaidFen: number | null
  status: string
  overdueDays: number
  interestFen: number
}

/** A deduction with the answer whether it holds: code and params of a sentence. */
export interface JudgedDeduction {
  id: string
  cycle: string
  statedReason: string
  deductedFen: number
  allowedFen: number
  whyCode: string
  whyParams: Record<string, string | number>
}

export interface ClaimedAgreement {
  agreementId: string
  /** The cycles that are claimed, in order of time. */
  cycles: readonly CycleFigures[]
  deductions: readonly JudgedDeduction[]
}

export interface ClaimBasis {
  relation: CaseFile['relation']
  /** The chosen day. */
  asOf: string
  agreements: readonly ClaimedAgreement[]
  /** Interest by the parties' own clause, by the statutory way (law int-lpr), or none. */
  interest: 'agreed' | 'statutory' | 'none'
}

export interface Claims {
  claims: CaseClaim[]
  totals: CaseFile['totals']
}

/** One cycle's outstanding amount, parted between the two claims. */
export interface CycleShare {
  unpaidFen: number
  improperFen: number
  unpaidInterestFen: number
  improperInterestFen: number
}

/**
 * Parts what is outstanding in a cycle (spec/disputes.md, claims 1 and 2): claim 2 takes what was deducted without ground, at most
 * what is still outstanding; claim 1 takes the rest. A cycle that is overpaid claims nothing, and nothing is netted. Interest
 * belongs to the cycle as a whole and stands in claim 1, unless claim 2 is all there is.
 */
export function shareCycle(
  figures: Pick<CycleFigures, 'outstandingFen' | 'deductedFen' | 'allowedFen' | 'interestFen'>,
): CycleShare {
  const owedFen = Math.max(0, figures.outstandingFen)
  const improperFen = Math.min(owedFen, Math.max(0, figures.deductedFen - figures.allowedFen))
  const unpaidFen = owedFen - improperFen
  const withImproper = unpaidFen === 0 && improperFen > 0
  return {
    unpaidFen,
    improperFen,
    unpaidInterestFen: withImproper ? 0 : figures.interestFen,
    improperInterestFen: withImproper ? figures.interestFen : 0,
  }
}

/** Claims 1 (拖欠) and 2 (无故扣发) of a case with their working, and what they come to together. Claims that claim nothing are left out. */
export function buildClaims(basis: ClaimBasis): Claims {
  const unpaid: ClaimCycle[] = []
  const improper: ClaimCycle[] = []
  const deductions: CaseClaim['deductions'] = []
  let undisputedFen = 0
  for (const agreement of basis.agreements) {
    const taken = new Set<string>()
    for (const figures of agreement.cycles) {
      const share = shareCycle(figures)
      undisputedFen += undisputedOf(figures)
      if (share.unpaidFen > 0 || share.unpaidInterestFen > 0) {
        unpaid.push(claimCycle(agreement.agreementId, figures, share.unpaidFen, share.unpaidInterestFen))
      }
      if (share.improperFen > 0) {
        taken.add(figures.cycle)
        improper.push(claimCycle(agreement.agreementId, figures, share.improperFen, share.improperInterestFen))
      }
    }
    deductions.push(...improperDeductions(agreement, taken))
  }
  const claims = [
    claimOf('unpaid-pay', basis, unpaid, []),
    claimOf('improper-deduction', basis, improper, deductions),
  ].filter((claim) => claim.cycles.length > 0)
  const outstandingFen = sum(claims.map((claim) => claim.amountFen))
  const interestFen = sum(claims.map((claim) => claim.interestFen))
  return { claims, totals: { outstandingFen, interestFen, totalFen: outstandingFen + interestFen, undisputedFen } }
}

/** What the payer's own statement admits and has not paid, never more than is outstanding. */
function undisputedOf(figures: CycleFigures): number {
  return Math.max(0, Math.min(figures.acknowledgedUnpaidFen ?? 0, figures.outstandingFen))
}

function improperDeductions(agreement: ClaimedAgreement, taken: ReadonlySet<string>): CaseClaim['deductions'] {
  return agreement.deductions
    .filter((deduction) => taken.has(deduction.cycle) && deduction.deductedFen > deduction.allowedFen)
    .map((deduction) => ({ ...deduction }))
}

function claimCycle(agreementId: string, figures: CycleFigures, amountFen: number, interestFen: number): ClaimCycle {
  return {
    agreementId,
    cycle: figures.cycle,
    from: figures.from,
    to: figures.to,
    dueDate: figures.dueDate,
    overdueDays: figures.overdueDays,
    expectedFen: figures.expectedFen,
    withheldFen: figures.withheldFen,
    allowedFen: figures.allowedFen,
    paidFen: figures.paidFen,
    outstandingFen: figures.outstandingFen,
    underCountedFen: figures.underCountedFen,
    acknowledgedUnpaidFen: figures.acknowledgedUnpaidFen,
    improperFen: figures.deductedFen - figures.allowedFen,
    amountFen,
    interestFen,
  }
}

function claimOf(
  kind: CaseClaim['kind'],
  basis: ClaimBasis,
  cycles: ClaimCycle[],
  deductions: CaseClaim['deductions'],
): CaseClaim {
  const amountFen = sum(cycles.map((cycle) => cycle.amountFen))
  const interestFen = sum(cycles.map((cycle) => cycle.interestFen))
  return {
    id: kind,
    kind,
    amountFen,
    interestFen,
    totalFen: amountFen + interestFen,
    interestTo: basis.asOf,
    cycles,
    deductions,
    lawIds: lawIdsOf(kind, basis, interestFen),
    warnings: [],
  }
}

/** Rules a claim rests on, by their ids in the law list (reference/law.md). */
function lawIdsOf(kind: CaseClaim['kind'], basis: ClaimBasis, interestFen: number): string[] {
  if (basis.relation === 'labour') {
    return kind === 'unpaid-pay' ? ['lcl-30', 'wage-7', 'dma-6'] : ['wage-15', 'wage-16', 'ev-j1-44']
  }
  const ground = basis.relation === 'intermediate' ? ['rel-2021-56', 'cc-509', 'cc-577'] : ['cc-509', 'cc-577']
  return interestFen > 0 && basis.interest === 'statutory' ? [...ground, 'cc-646', 'int-lpr'] : ground
}

function sum(amountsFen: readonly number[]): number {
  return amountsFen.reduce((total, amountFen) => total + amountFen, 0)
}
