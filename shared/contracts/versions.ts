import { addDays } from '../calendar.ts'
import type { PayTerms } from '../earnings/index.ts'

/** A version's part in the order of time; versions are given in the order in which they were made. */
export interface VersionSpan {
  id: string
  from: string
  to: string | null
}

/**
 * The version in force on a day: of those that cover it the latest `from`, of equal ones the last given (spec/compute.md
 * C3). The computation applies it on a cycle's first day in force.
 */
export function versionInForce<V extends VersionSpan>(versions: readonly V[], day: string): V | undefined {
  let found: V | undefined
  for (const version of versions) {
    const covers = version.from <= day && (version.to === null || version.to >= day)
    if (covers && (found === undefined || version.from >= found.from)) found = version
  }
  return found
}

/**
 * The first day between the agreement's start and end (null: open) on which no version is in force; undefined when there
 * is none. An agreement without any version has no terms yet, which is allowed: then there is no gap either.
 */
export function firstDayWithoutTerms(
  versions: readonly VersionSpan[],
  from: string,
  to: string | null,
): string | undefined {
  if (versions.length === 0) return undefined
  let day = from
  for (;;) {
    if (to !== null && day > to) return undefined
    const covering = versions.filter((version) => version.from <= day && (version.to === null || version.to >= day))
    if (covering.length === 0) return day
    const ends = covering.map((version) => version.to)
    if (ends.includes(null)) return undefined
    day = addDays(
      ends.flatMap((end) => end ?? []).reduce((last, end) => (end > last ? end : last)),
      1,
    )
  }
}

/** Whether all versions count in the same cycles, which one agreement must (spec/earnings.md 'Cycles'). */
export function cyclesAgree(terms: readonly Pick<PayTerms, 'cycle' | 'cycleStartDay'>[]): boolean {
  const kinds = new Set(terms.map((version) => `${version.cycle}/${version.cycleStartDay ?? ''}`))
  return kinds.size <= 1
}
