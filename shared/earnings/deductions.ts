import { daysInMonth, partsOfDayNumber, toDayNumber } from '../calendar.ts'
import { divDown } from '../money.ts'
import type { Deduction, Law } from './facts.ts'
import { toFen } from './fault.ts'
import type { Formula } from './formula.ts'
import type { PlanCycle } from './plan.ts'
import type { DeductionTerm, PayTerms } from './terms.ts'

const PPM = 1_000_000n
/** Law wage-16: compensation for damage takes at most a fifth of the month's pay. */
const WAGE_16_DAMAGES_PPM = 200_000

/** What became of one deduction: how much of it holds and why not more. `reason.code` is a key under `deductions.`. */
export interface DeductionResult {
  id: string
  amountFen: number
  allowedFen: number
  reason: Formula
}

/** A limit that several deductions share, and what is left of it. Below 0 it is 0 (C19). */
interface Limit {
  leftFen: bigint
  reason: Formula
}

function limit(fen: bigint, code: string, params: Formula['params'] = {}): Limit {
  const leftFen = fen > 0n ? fen : 0n
  return { leftFen, reason: { code, params: { ...params, limitFen: toFen(leftFen) } } }
}

/** capFen and capPpm (of expected, rounded down) of a term, over all deductions of the cycle under it. */
function termLimits(term: DeductionTerm, expectedFen: bigint): Limit[] {
  const limits: Limit[] = []
  if (term.capFen !== undefined && term.capFen !== null) limits.push(limit(BigInt(term.capFen), 'over-cap-fen'))
  if (term.capPpm !== undefined && term.capPpm !== null) {
    const capFen = divDown(expectedFen * BigInt(term.capPpm), PPM)
    limits.push(limit(capFen, 'over-cap-ppm', { capPpm: term.capPpm }))
  }
  return limits
}

/** The minimum wage in force on the cycle's last day, per month in fen, or undefined when it is not known. */
function minimumWageOn(lastDay: number, law: Law | null | undefined): number | undefined {
  let best: { from: number; amountFen: number } | undefined
  for (const { from, amountFen } of law?.minimumWage ?? []) {
    const day = toDayNumber(from)
    if (day <= lastDay && (best === undefined || day > best.from)) best = { from: day, amountFen }
  }
  return best?.amountFen
}

/** expected − minimum wage × f, rounded down; f is of the month in month cycles and of the last day's month in others. */
function minimumWageLimit(
  cycle: PlanCycle,
  terms: PayTerms,
  expectedFen: bigint,
  law: Law | null | undefined,
): Limit[] {
  const wageFen = minimumWageOn(cycle.to, law)
  if (wageFen === undefined) return []
  const { year, month } = partsOfDayNumber(cycle.to)
  const ofDays = BigInt(terms.cycle === 'month' ? cycle.to - cycle.from + 1 : daysInMonth(year, month))
  const leftFen = divDown(expectedFen * ofDays - BigInt(wageFen) * BigInt(cycle.inForceDays), ofDays)
  return [limit(leftFen, 'below-minimum-wage', { wageFen, inForceDays: cycle.inForceDays, ofDays: Number(ofDays) })]
}

interface CycleLimits {
  byTerm: Map<string, Limit[]>
  damages: Limit[]
  all: Limit[]
}

function limitsOf(
  cycle: PlanCycle,
  terms: PayTerms,
  expectedFen: bigint,
  withheldFen: bigint,
  law: Law | null | undefined,
): CycleLimits {
  const labour = terms.relation === 'labour'
  const damagesPpm = law?.labourDeductionPpm ?? WAGE_16_DAMAGES_PPM
  return {
    byTerm: new Map((terms.deductions ?? []).map((term) => [term.id, termLimits(term, expectedFen)])),
    damages: labour
      ? [limit(divDown(expectedFen * BigInt(damagesPpm), PPM), 'over-damages-limit', { damagesPpm })]
      : [],
    all: [
      ...(labour ? minimumWageLimit(cycle, terms, expectedFen, law) : []),
      limit(expectedFen - withheldFen, 'over-expected'),
    ],
  }
}

/** Takes a deduction from all limits it is under; the tightest one says why not all of it holds. */
function take(deduction: Deduction, limits: readonly Limit[]): DeductionResult {
  const askedFen = BigInt(deduction.amountFen)
  let allowedFen = askedFen
  let reason: Formula = { code: 'holds', params: {} }
  for (const one of limits) {
    if (one.leftFen < allowedFen) {
      allowedFen = one.leftFen
      reason = one.reason
    }
  }
  for (const one of limits) one.leftFen -= allowedFen
  return { id: deduction.id, amountFen: deduction.amountFen, allowedFen: toFen(allowedFen), reason }
}

/**
 * Which of a cycle's deductions hold, taken in the order given (spec/earnings.md, Differences; C19, C20): their term is in
 * the cycle's terms, the evidence is there where required, and no limit is passed.
 */
export function judgeDeductions(
  cycle: PlanCycle,
  terms: PayTerms,
  deductions: readonly Deduction[],
  expectedFen: bigint,
  withheldFen: bigint,
  law: Law | null | undefined,
): DeductionResult[] {
  if (deductions.length === 0) return []
  const limits = limitsOf(cycle, terms, expectedFen, withheldFen, law)
  const termById = new Map((terms.deductions ?? []).map((term) => [term.id, term]))
  return deductions.map((deduction) => {
    const term = termById.get(deduction.deductionTermId ?? '')
    const refuse = (code: string): DeductionResult => ({
      id: deduction.id,
      amountFen: deduction.amountFen,
      allowedFen: 0,
      reason: { code, params: {} },
    })
    if (deduction.deductionTermId === undefined || deduction.deductionTermId === null || term === undefined) {
      return refuse('not-agreed')
    }
    if (term.evidenceRequired && deduction.evidenceIds.length === 0) return refuse('no-evidence')
    return take(deduction, [
      ...(limits.byTerm.get(term.id) ?? []),
      ...(term.damages ? limits.damages : []),
      ...limits.all,
    ])
  })
}
