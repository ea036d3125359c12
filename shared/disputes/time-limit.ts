import { addDays, addMonths, civilDate, daysBetween, daysInMonth, partsOf } from '../calendar.ts'
import type { CaseFile } from './case-file.ts'

/** Facts that start a limit anew when they can be proved (law cc-195, dma-27): a demand, a promise to pay, asking an office for help. */
export const interruptingCodes = ['demand', 'promise', 'application'] as const

/** A hindrance that stops a limit while it can be proved, such as force majeure or illness (law cc-194, dma-27). */
export interface Hindrance {
  from: string
  /** The day it was over; null while it lasts. */
  to: string | null
}

export interface LimitHint {
  track: 'labour' | 'civil'
  lawId: 'dma-27' | 'cc-188'
  /** Why the clock runs or does not: relation still on, from its end, from the first due date. */
  from: 'relation-lasts' | 'relation-end' | 'first-due'
  /** The day the clock began; null while the relation lasts or nothing is due. */
  startsOn: string | null
  /** The last day without any interruption or hindrance: the day that is safe to rely on. */
  endsOn: string | null
  /** The latest recorded interruption that came in time; null when there is none. */
  interruptedOn: string | null
  /** The hindrance that counts, the latest of several; null when there is none. */
  hindrance: Hindrance | null
  /** With what is recorded, which must be provable; null when that changes nothing, or while a hindrance lasts. */
  extendedEndsOn: string | null
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
  hindrances: readonly Hindrance[]
}

/** The limits a claim for pay runs into, by relation (spec/disputes.md 'Time'). An undetermined relation has both, the earlier counts. */
export function limitHints(facts: LimitFacts): LimitHint[] {
  const labour = facts.relation === 'labour' || facts.relation === 'undetermined'
  const civil = facts.relation !== 'labour'
  return [...(labour ? [labourHint(facts)] : []), ...(civil ? [civilHint(facts)] : [])]
}

/** Hindrances from the days one began and the days one was over, by time; an end without a begin counts for nothing. */
export function pairHindrances(begun: readonly string[], over: readonly string[]): Hindrance[] {
  const ends = over.toSorted()
  return begun.toSorted().map((from) => ({ from, to: ends.find((end) => end >= from) ?? null }))
}

function labourHint(facts: LimitFacts): LimitHint {
  if (facts.relationEnd === null || facts.relationEnd >= facts.asOf) {
    return { ...noClock, track: 'labour', lawId: 'dma-27', from: 'relation-lasts' }
  }
  return { track: 'labour', lawId: 'dma-27', from: 'relation-end', ...clock(facts, facts.relationEnd, labourClock) }
}

function civilHint(facts: LimitFacts): LimitHint {
  const first = facts.dueDates.toSorted()[0]
  const base = { track: 'civil', lawId: 'cc-188', from: 'first-due' } as const
  return first === undefined ? { ...noClock, ...base } : { ...base, ...clock(facts, first, civilClock) }
}

const noClock = {
  startsOn: null,
  endsOn: null,
  interruptedOn: null,
  hindrance: null,
  extendedEndsOn: null,
  daysLeft: null,
}

interface Clock {
  years: number
  /** The end of a limit that a hindrance touches: later, null while it lasts, or undefined when it does not touch. */
  stop: (startsOn: string, endsOn: string, hindrance: Hindrance) => string | null | undefined
}

/** Law dma-27: the time of the hindrance is not counted. */
const labourClock: Clock = {
  years: 1,
  stop(startsOn, endsOn, { from, to }) {
    if (from > endsOn || (to !== null && to <= startsOn)) return undefined
    return to === null ? null : addDays(endsOn, daysBetween(from < startsOn ? startsOn : from, to))
  },
}

/** Law cc-194: only a hindrance in the last six months counts; the limit then ends six months after it is over. */
const civilClock: Clock = {
  years: 3,
  stop(_startsOn, endsOn, { from, to }) {
    if (from > endsOn || (to !== null && to < addMonths(endsOn, -6))) return undefined
    if (to === null) return null
    const later = addMonths(to, 6)
    return later > endsOn ? later : endsOn
  },
}

interface Running {
  startsOn: string
  /** Null while a hindrance lasts. */
  endsOn: string | null
  hindrance: Hindrance | null
}

/** A limit from a day on, with the hindrances of that time. */
function running(facts: LimitFacts, startsOn: string, { years, stop }: Clock): Running {
  let endsOn: string | null = addYears(startsOn, years)
  let counted: Hindrance | null = null
  for (const hindrance of facts.hindrances.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const later: string | null | undefined = endsOn === null ? undefined : stop(startsOn, endsOn, hindrance)
    if (later === undefined) continue
    endsOn = later
    counted = hindrance
  }
  return { startsOn, endsOn, hindrance: counted }
}

function clock(facts: LimitFacts, startsOn: string, kind: Clock): Omit<LimitHint, 'track' | 'lawId' | 'from'> {
  const safe = addYears(startsOn, kind.years)
  // Each must fall within the time that was then running: after it has run out nothing is interrupted any more.
  let now = running(facts, startsOn, kind)
  let interruptedOn: string | null = null
  for (const day of facts.interruptions.toSorted()) {
    if (day <= now.startsOn || day > facts.asOf || (now.endsOn !== null && day > now.endsOn)) continue
    interruptedOn = day
    now = running(facts, day, kind)
  }
  return {
    startsOn,
    endsOn: safe,
    interruptedOn,
    hindrance: now.hindrance,
    extendedEndsOn: now.endsOn === safe ? null : now.endsOn,
    daysLeft: daysBetween(facts.asOf, safe),
  }
}

/** The same day some years later; 29 February becomes the 28th where there is none. */
export function addYears(date: string, years: number): string {
  const { year, month, day } = partsOf(date)
  return civilDate(year + years, month, Math.min(day, daysInMonth(year + years, month)))
}
