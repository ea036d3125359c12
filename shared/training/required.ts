import { civilDate } from '../calendar.ts'
import type { TrainingRecord } from './records.ts'
import { yearOf } from './totals.ts'

/** The measures that ask for these trainings hold from this day (reference/law.md, live-*). */
export const measuresInForceFrom = '2026-02-01'

export const requiredKinds = ['first-stream', 'yearly', 'operator-yearly', 'agency'] as const
export type RequiredKind = (typeof requiredKinds)[number]

/** The rule that each rests on, by id of reference/law.md. */
export const lawOfRequired: Record<RequiredKind, string> = {
  'first-stream': 'live-10',
  yearly: 'live-10',
  'operator-yearly': 'live-10',
  agency: 'live-41',
}

/**
 * `done`; `open`: still to come, until `dueOn`; `missing`: the time for it has passed; `advised`: the rule names no time and nothing is
 * logged; `before-law`: what it would rest on happened before the measures were in force.
 */
export type RequiredState = 'done' | 'open' | 'missing' | 'advised' | 'before-law'

export interface RequiredTraining {
  kind: RequiredKind
  year: number
  state: RequiredState
  dueOn: string | null
  lawId: string
  recordIds: string[]
}

/** What is known of one person that a rule asks about. */
export interface TrainingFacts {
  streams: boolean
  operatesRoom: boolean
  /** An organisation has an agreement with them that runs in the year. */
  worksForAgency: boolean
  firstStreamOn: string | null
}

type Logged = Pick<TrainingRecord, 'id' | 'date' | 'kind'>

/** The trainings that the measures ask of one person in a year, and whether the log has them. Information, not advice. */
export function requiredTrainings(
  facts: TrainingFacts,
  records: readonly Logged[],
  year: number,
  asOf: string,
): RequiredTraining[] {
  if (year < yearOf(measuresInForceFrom)) return []
  const found: RequiredTraining[] = []
  if (facts.streams) found.push(firstStream(facts, records, year), yearly('yearly', records, year, asOf))
  if (facts.operatesRoom) found.push(yearly('operator-yearly', records, year, asOf))
  if (facts.worksForAgency) found.push(ofAgency(records, year))
  return found
}

function firstStream(facts: TrainingFacts, records: readonly Logged[], year: number): RequiredTraining {
  const { firstStreamOn } = facts
  const logged = records.filter((record) => record.kind === 'first-stream')
  const inTime = logged.filter((record) => firstStreamOn === null || record.date <= firstStreamOn)
  const common = { kind: 'first-stream' as const, year, lawId: lawOfRequired['first-stream'], dueOn: firstStreamOn }
  if (inTime.length > 0) return { ...common, state: 'done', recordIds: inTime.map(({ id }) => id) }
  const recordIds = logged.map(({ id }) => id)
  if (firstStreamOn === null) return { ...common, state: 'open', recordIds }
  return { ...common, state: firstStreamOn < measuresInForceFrom ? 'before-law' : 'missing', recordIds }
}

function yearly(
  kind: 'yearly' | 'operator-yearly',
  records: readonly Logged[],
  year: number,
  asOf: string,
): RequiredTraining {
  const recordIds = inYear(records, kind, year)
  const dueOn = civilDate(year, 12, 31)
  const state = recordIds.length > 0 ? 'done' : asOf <= dueOn ? 'open' : 'missing'
  return { kind, year, state, dueOn, lawId: lawOfRequired[kind], recordIds }
}

function ofAgency(records: readonly Logged[], year: number): RequiredTraining {
  const recordIds = inYear(records, 'agency', year)
  const state = recordIds.length > 0 ? 'done' : 'advised'
  return { kind: 'agency', year, state, dueOn: null, lawId: lawOfRequired.agency, recordIds }
}

function inYear(records: readonly Logged[], kind: RequiredKind, year: number): string[] {
  return records.filter((record) => record.kind === kind && yearOf(record.date) === year).map(({ id }) => id)
}
