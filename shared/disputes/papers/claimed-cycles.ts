import type { CaseFile, ClaimCycle } from '../case-file.ts'

/** A cycle that the case claims, once, with what all its claims ask for together. */
export interface ClaimedCycle extends ClaimCycle {
  /** Interest of all claims on this cycle. */
  interestFen: number
  /** Principal of all claims on this cycle. */
  amountFen: number
}

/** Each claimed cycle of each agreement once, in order of agreement and time: claims 1 and 2 may share a cycle. */
export function claimedCycles(file: CaseFile): ClaimedCycle[] {
  const cycles = new Map<string, ClaimedCycle>()
  for (const claim of file.claims) {
    for (const cycle of claim.cycles) {
      const key = JSON.stringify([cycle.agreementId, cycle.cycle])
      const known = cycles.get(key)
      if (known === undefined) {
        cycles.set(key, { ...cycle })
      } else {
        known.amountFen += cycle.amountFen
        known.interestFen += cycle.interestFen
      }
    }
  }
  const rank = new Map(file.computations.map((one, index) => [one.agreementId, index]))
  return [...cycles.values()].toSorted(
    (a, b) =>
      (rank.get(a.agreementId) ?? 0) - (rank.get(b.agreementId) ?? 0) ||
      (a.from < b.from ? -1 : Number(a.from > b.from)) ||
      (a.cycle < b.cycle ? -1 : Number(a.cycle > b.cycle)),
  )
}
