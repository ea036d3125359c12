import { partsOfDayNumber } from '../calendar.ts'
import { unreachable } from '../errors.ts'
import { divHalfAway } from '../money.ts'
import { toFen } from './fault.ts'
import type { Formula } from './formula.ts'
import type { CommissionTerm, Tier } from './terms.ts'

const PPM = 1_000_000n

/** What the earlier cycles of an agreement hand to the next, per commission id: `before` and what is carried (C12). */
export interface CommissionMemory {
  /** Rest below 0 that waits for the commission's next cycle; never above 0. */
  carriedFen: bigint
  /** B of all earlier cycles, and of those in the civil year and quarter that the key names. */
  agreementFen: bigint
  year: { key: number; fen: bigint }
  quarter: { key: number; fen: bigint }
}

export function emptyMemory(): CommissionMemory {
  return { carriedFen: 0n, agreementFen: 0n, year: { key: -1, fen: 0n }, quarter: { key: -1, fen: 0n } }
}

/** The civil year and quarter a cycle belongs to: those of its last day. */
export function spanKeys(lastDay: number): { year: number; quarter: number } {
  const { year, month } = partsOfDayNumber(lastDay)
  return { year, quarter: year * 4 + Math.floor((month - 1) / 3) }
}

/** The memory after a cycle in which this commission's B was `basisFen` and `outFen` <= 0 was left over. */
export function remember(
  memory: CommissionMemory,
  lastDay: number,
  basisFen: bigint,
  outFen: bigint,
): CommissionMemory {
  const keys = spanKeys(lastDay)
  return {
    carriedFen: outFen,
    agreementFen: memory.agreementFen + basisFen,
    year: { key: keys.year, fen: (memory.year.key === keys.year ? memory.year.fen : 0n) + basisFen },
    quarter: { key: keys.quarter, fen: (memory.quarter.key === keys.quarter ? memory.quarter.fen : 0n) + basisFen },
  }
}

/** `before` of rule 3: the B of earlier cycles in the span that the tiers are measured over. */
export function beforeOf(memory: CommissionMemory, tierOver: CommissionTerm['tierOver'], lastDay: number): bigint {
  const keys = spanKeys(lastDay)
  switch (tierOver) {
    case 'cycle':
      return 0n
    case 'quarter':
      return memory.quarter.key === keys.quarter ? memory.quarter.fen : 0n
    case 'year':
      return memory.year.key === keys.year ? memory.year.fen : 0n
    case 'agreement':
      return memory.agreementFen
    default:
      return unreachable(tierOver)
  }
}

/** The highest tier whose fromFen is not above x. */
function tierAt(tiers: readonly Tier[], x: bigint): Tier | undefined {
  return tiers.findLast((tier) => BigInt(tier.fromFen) <= x)
}

interface Slice {
  fen: bigint
  ratePpm: number
}

/** What lies between `from` and `to` in each tier, lowest first; tiers that nothing lies in are left out. */
function slicesBetween(tiers: readonly Tier[], from: bigint, to: bigint): Slice[] {
  const slices: Slice[] = []
  tiers.forEach((tier, at) => {
    const next = tiers[at + 1]
    const low = from > BigInt(tier.fromFen) ? from : BigInt(tier.fromFen)
    const high = next !== undefined && BigInt(next.fromFen) < to ? BigInt(next.fromFen) : to
    if (high > low) slices.push({ fen: high - low, ratePpm: tier.ratePpm })
  })
  return slices
}

export interface CommissionResult {
  amountFen: number
  formula: Formula
}

/**
 * Commission of one cycle (rule 3): F(before + B) − F(before), exact, rounded once half away from zero. `whole` applies the
 * rate of the highest tier reached to everything, `marginal` each tier's rate to its slice. Can be below 0 (C13).
 */
export function commissionOf(term: CommissionTerm, beforeFen: bigint, basisFen: bigint): CommissionResult {
  const { tiers } = term
  if (term.mode === 'marginal') {
    const slices = slicesBetween(tiers, beforeFen, beforeFen + basisFen)
    const product = slices.reduce((sum, slice) => sum + slice.fen * BigInt(slice.ratePpm), 0n)
    return { amountFen: toFen(divHalfAway(product, PPM)), formula: marginalFormula(slices, beforeFen) }
  }
  const reached = tierAt(tiers, beforeFen + basisFen)?.ratePpm ?? 0
  const passed = tierAt(tiers, beforeFen)?.ratePpm ?? 0
  const product = (beforeFen + basisFen) * BigInt(reached) - beforeFen * BigInt(passed)
  return { amountFen: toFen(divHalfAway(product, PPM)), formula: wholeFormula(beforeFen, basisFen, reached, passed) }
}

function marginalFormula(slices: readonly Slice[], beforeFen: bigint): Formula {
  if (slices.length === 0) return { code: 'commission-none', params: {} }
  const parts = slices.map((slice) => ({
    code: 'commission-slice',
    params: { sliceFen: toFen(slice.fen), ratePpm: slice.ratePpm },
  }))
  return beforeFen === 0n
    ? { code: 'commission-marginal', params: {}, parts }
    : { code: 'commission-marginal-after', params: { beforeFen: toFen(beforeFen) }, parts }
}

function wholeFormula(beforeFen: bigint, basisFen: bigint, reachedPpm: number, passedPpm: number): Formula {
  if (basisFen === 0n) return { code: 'commission-none', params: {} }
  if (beforeFen === 0n) {
    return { code: 'commission-slice', params: { sliceFen: toFen(basisFen), ratePpm: reachedPpm } }
  }
  return {
    code: 'commission-whole-after',
    params: {
      totalFen: toFen(beforeFen + basisFen),
      ratePpm: reachedPpm,
      beforeFen: toFen(beforeFen),
      beforeRatePpm: passedPpm,
    },
  }
}
