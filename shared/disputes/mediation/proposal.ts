import { z } from 'zod'
import { fenSchema } from '../../call.ts'
import { BoanError } from '../../errors.ts'
import { mulDivHalfAway } from '../../money.ts'
import { caseClaimSchema, type CaseClaim, type ClaimCycle } from '../case-file.ts'
import { type Finding, findingSchema, type InterestChoice, interestChoiceSchema, verdictSchema } from './shapes.ts'

/** One line of a proposal: a claim as a whole or one cycle of it, what is asked and what is found. Money in fen. */
export const proposalLineSchema = z.strictObject({
  claimId: caseClaimSchema.shape.id,
  kind: caseClaimSchema.shape.kind,
  /** Null where the claim is decided as a whole. */
  agreementId: z.string().nullable(),
  cycle: z.string().nullable(),
  /** Begin of the cycle, for its name; of a whole claim that of its first cycle. */
  from: z.string(),
  claimedFen: fenSchema,
  claimedInterestFen: fenSchema,
  /** Null while nothing is found yet. */
  verdict: verdictSchema.nullable(),
  reason: z.string(),
  amountFen: fenSchema,
  /** Interest on what is found, before the proposal's choice: the claimed interest in the proportion of the amounts. */
  interestFen: fenSchema,
})
export type ProposalLine = z.infer<typeof proposalLineSchema>

export const proposalSchema = z.strictObject({
  lines: z.array(proposalLineSchema),
  interest: interestChoiceSchema,
  principalFen: fenSchema,
  /** Interest on what is found owed: the most that can be chosen. */
  foundInterestFen: fenSchema,
  interestFen: fenSchema,
  totalFen: fenSchema,
  claimedFen: fenSchema,
  /** Lines on which nothing is found yet; a proposal is complete at 0. */
  undecided: z.int().min(0),
})
export type Proposal = z.infer<typeof proposalSchema>

export interface InterestTerms {
  interest: InterestChoice
  agreedInterestFen: number
}

/**
 * The proposal that follows from the findings: per claim what is found owed, interest by choice, the total; no amount above what
 * is claimed. Where a cycle of a claim has a finding of its own, every cycle of it stands as a line. Throws what `checkFinding`
 * throws, and `mediation.interest-above-claim`.
 */
export function computeProposal(
  claims: readonly CaseClaim[],
  findings: readonly Finding[],
  { interest, agreedInterestFen }: InterestTerms,
): Proposal {
  for (const finding of findings) checkFinding(claims, finding)
  const lines = claims.flatMap((claim) => linesOf(claim, findings))
  const principalFen = sum(lines.map((line) => line.amountFen))
  const foundInterestFen = sum(lines.map((line) => line.interestFen))
  const interestFen = chosenInterest(interest, foundInterestFen, agreedInterestFen)
  return {
    lines,
    interest,
    principalFen,
    foundInterestFen,
    interestFen,
    totalFen: principalFen + interestFen,
    claimedFen: sum(claims.map((claim) => claim.totalFen)),
    undecided: lines.filter((line) => line.verdict === null).length,
  }
}

function chosenInterest(choice: InterestChoice, foundFen: number, agreedFen: number): number {
  if (choice === 'waived') return 0
  // Findings that became smaller take the agreed sum down with them; a larger one than is claimed was never to be had.
  return choice === 'claimed' ? foundFen : Math.min(foundFen, agreedFen)
}

/**
 * Refuses a finding that names no claim or cycle of the case (`mediation.unknown-claim`), finds more than is claimed
 * (`mediation.above-claim`), or whose amount is not what its verdict says (`mediation.verdict-amount`).
 */
export function checkFinding(claims: readonly CaseClaim[], finding: Finding): void {
  const claimedFen = claimedOf(claims, finding)
  const { amountFen, verdict } = finding
  if (amountFen > claimedFen || amountFen < 0) throw new BoanError('mediation.above-claim', { amountFen, claimedFen })
  const fits =
    verdict === 'accepted'
      ? amountFen === claimedFen
      : verdict === 'rejected'
        ? amountFen === 0
        : amountFen > 0 && amountFen < claimedFen
  if (!fits) throw new BoanError('mediation.verdict-amount', { amountFen, claimedFen })
}

/** The amount (without interest) that a finding is about. Throws `mediation.unknown-claim`. */
export function claimedOf(
  claims: readonly CaseClaim[],
  { claimId, agreementId, cycle }: Pick<Finding, 'claimId' | 'agreementId' | 'cycle'>,
): number {
  const claim = claims.find(({ id }) => id === claimId)
  const part =
    cycle === null ? claim : claim?.cycles.find((one) => one.agreementId === agreementId && one.cycle === cycle)
  if (part === undefined) throw new BoanError('mediation.unknown-claim', { claim: claimId })
  return part.amountFen
}

function linesOf(claim: CaseClaim, findings: readonly Finding[]): ProposalLine[] {
  const own = findings.filter(({ claimId }) => claimId === claim.id)
  const isParted = own.some(({ cycle }) => cycle !== null)
  if (!isParted) {
    const whole = { agreementId: null, cycle: null, from: claim.cycles[0]?.from ?? '' }
    return [lineOf(claim, whole, claim, own[0])]
  }
  return claim.cycles.map((part) =>
    lineOf(
      claim,
      part,
      part,
      own.find(({ agreementId, cycle }) => agreementId === part.agreementId && cycle === part.cycle),
    ),
  )
}

function lineOf(
  { id, kind }: CaseClaim,
  place: Pick<ProposalLine, 'agreementId' | 'cycle' | 'from'>,
  asked: Pick<ClaimCycle, 'amountFen' | 'interestFen'>,
  finding: Finding | undefined,
): ProposalLine {
  return {
    claimId: id,
    kind,
    agreementId: place.agreementId,
    cycle: place.cycle,
    from: place.from,
    claimedFen: asked.amountFen,
    claimedInterestFen: asked.interestFen,
    verdict: finding?.verdict ?? null,
    reason: finding?.reason ?? '',
    amountFen: finding?.amountFen ?? 0,
    interestFen: finding === undefined ? 0 : interestOn(asked, finding),
  }
}

/** Claimed interest in the proportion of what is found to what is claimed; one rounding half away from zero. */
function interestOn(asked: Pick<ClaimCycle, 'amountFen' | 'interestFen'>, { verdict, amountFen }: Finding): number {
  if (verdict === 'accepted') return asked.interestFen
  if (verdict === 'rejected' || asked.amountFen === 0) return 0
  return Number(mulDivHalfAway(BigInt(asked.interestFen), BigInt(amountFen), BigInt(asked.amountFen)))
}

function sum(amountsFen: readonly number[]): number {
  return amountsFen.reduce((total, amountFen) => total + amountFen, 0)
}

/**
 * The findings after one more: a claim is decided either as a whole or by cycles, so the one replaces the other. `next` null takes
 * the finding of that place away.
 */
export function withFinding(
  findings: readonly Finding[],
  place: Pick<Finding, 'claimId' | 'agreementId' | 'cycle'>,
  next: Finding | null,
): Finding[] {
  const kept = findings.filter((finding) => {
    if (finding.claimId !== place.claimId) return true
    if (next !== null && (finding.cycle === null) !== (place.cycle === null)) return false
    return finding.agreementId !== place.agreementId || finding.cycle !== place.cycle
  })
  return next === null ? kept : [...kept, findingSchema.parse(next)]
}
