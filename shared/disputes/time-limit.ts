import { civilDate, daysBetween, daysInMonth, partsOf } from '../calendar.ts'
import type { CaseFile } from './case-file.ts'

/** Facts that start a limit anew when they can be proved (law cc-195, dma-27): a demand, a promise to pay, asking an office for help. */
export const interruptingCodes = ['demand', 'promise', 'application'] as const

export interface LimitHint {
  track: 'labour' | 'civil'
  lawId: 'dma-27' | 'cc-188'
  /** Why the clock runs or does not: relation still on, from its end, from the first due date. */
  from: 'relation-lasts' | 'relation-end' | 'first-due'
  /** The day the clock began; null while the relation lasts or nothing is due. */
  startsOn: string | null
  /** The last day without any interruption: the day that is safe to rely on. */
  endsOn: string | null
  /** With the latest recorded interruption, which must be provable; null when there is none. */
  interruptedOn: string | null
  interruptedEndsOn: string | null
  /** From the chosen day to `endsOn`, below 0 when past; null without one. */
  daysLeft: number | null
}

export interface LimitFacts {
  relation: CaseFile['relation']
  asOf: string
  /** Last day of the relation; null while it lasts. */
  relationEnd: string | null
  /** Due dates of the claimed cycles. */
  dueDates: readonly string[]
  /** Days of demands, promises and applications. */
  interruptions: readonly string[]
}

/** The limits a claim for pay runs into, by relation (spec/disputes.md 'Time'). An undetermined relation has both, the earlier counts. */
export function limitHints(facts: LimitFacts): LimitHint[] {
  const labour = facts.relation === 'labour' || facts.relation === 'undetermined'
  const civil = facts.relation !== 'labour'
  return [...(labour ? [labourHint(facts)] : []), ...(civil ? [civilHint(facts)] : [])]
}

function labourHint(facts: LimitFacts): LimitHint {
  if (facts.relationEnd === null || facts.relationEnd >= facts.asOf) {
    return { ...noClock, track: 'labour', lawId: 'dma-27', from: 'relation-lasts' }
  }
  return { track: 'labour', lawId: 'dma-27', from: 'relation-end', ...clock(facts, facts.relationEnd, 1) }
}

function civilHint(facts: LimitFacts): LimitHint {
  const first = facts.dueDates.toSorted()[0]
  const base = { track: 'civil', lawId: 'cc-188', from: 'first-due' } as const
  return first === undefined ? { ...noClock, ...base } : { ...base, ...clock(facts, first, 3) }
}

const noClock = { startsOn: null, endsOn: null, interruptedOn: null, interruptedEndsOn: null, daysLeft: null }

function clock(facts: LimitFacts, startsOn: string, years: number): Omit<LimitHint, 'track' | 'lawId' | 'from'> {
  const endsOn = addYears(startsOn, years)
  // Each must fall within the time that was then running: after it has run out nothing is interrupted any more.
  let interruptedOn: string | null = null
  for (const day of facts.interruptions.toSorted()) {
    if (day > startsOn && day <= facts.asOf && day <= addYears(interruptedOn ?? startsOn, years)) interruptedOn = day
  }
  return {
    startsOn,
    endsOn,
    interruptedOn,
    interruptedEndsOn: interruptedOn === null ? null : addYears(interruptedOn, years),
    daysLeft: daysBetween(facts.asOf, endsOn),
  }
}

/** The same day some years later; 29 February becomes the 28th where there is none. */
export function addYears(date: string, years: number): string {
  const { year, month, day } = partsOf(date)
  return civilDate(year + years, month, Math.min(day, daysInMonth(year + years, month)))
}
