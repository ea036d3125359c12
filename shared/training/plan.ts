import { partsOf } from '../calendar.ts'
import {
  type AssessmentPart,
  hoursRow,
  type Level,
  lessonMinutes,
  type OccupationRow,
  type RowOf,
  rowsOf,
} from './occupation.ts'
import type { Assessment, Certificate, Goal, TrainingRecord } from './records.ts'
import { minutesToward } from './totals.ts'

/** `unknown`: the app has nothing to say it by (a date not given, a diploma). */
export type ConditionState = 'met' | 'unmet' | 'unknown'

export interface Condition {
  kind: 'years' | 'training' | 'certificate' | 'apprenticeship' | 'diploma'
  state: ConditionState
  /** Years, minutes or the level of a certificate, by kind. */
  needed: number | null
  have: number | null
}

export interface PlanPath {
  rowId: string
  conditions: Condition[]
  /** All conditions met; unknown when none is unmet but one cannot be told, or the figures of the path are not known. */
  state: ConditionState
}

export interface PlanPart {
  part: AssessmentPart
  passMark: number
  /** The best formal score so far. */
  bestScore: number | null
  state: 'passed' | 'failed' | 'none'
}

/** What is there and what is missing for a job and level; every figure comes from a row of the occupation's data. */
export interface TrainingPlan {
  hours: { rowId: string | null; neededMinutes: number | null; doneMinutes: number; missingMinutes: number | null }
  /** Whole years in the trade; null when the day was not given. */
  yearsInTrade: number | null
  paths: PlanPath[]
  parts: PlanPart[]
  /** A certificate of this job and level that holds on the day: the goal is reached. */
  certificateId: string | null
}

interface PlanFacts {
  goal: Pick<Goal, 'job' | 'level' | 'tradeSince'>
  records: readonly TrainingRecord[]
  certificates: readonly Certificate[]
  assessments: readonly Assessment[]
  occupation: readonly OccupationRow[]
  asOf: string
}

/** Whole years from a day to another: the anniversary counts, the day before it does not. */
export function wholeYears(from: string, to: string): number {
  const years = partsOf(to).year - partsOf(from).year
  return Math.max(0, to.slice(5) < from.slice(5) ? years - 1 : years)
}

/** Compares what one person has with what a job and level ask. */
export function planTraining(facts: PlanFacts): TrainingPlan {
  const { goal, occupation, asOf } = facts
  const hours = hoursOf(facts)
  return {
    hours,
    yearsInTrade: goal.tradeSince === null ? null : wholeYears(goal.tradeSince, asOf),
    paths: rowsOf(occupation, 'path')
      .filter((row) => row.level === goal.level)
      .map((row) => pathOf(row, facts, hours)),
    parts: rowsOf(occupation, 'part')
      .filter((row) => row.levels.includes(goal.level))
      .map((row) => partOf(row, facts)),
    certificateId: holding(facts, goal.level)?.id ?? null,
  }
}

function hoursOf({ goal, occupation, records, asOf }: PlanFacts): TrainingPlan['hours'] {
  const row = hoursRow(occupation, goal.job, goal.level)
  const doneMinutes = minutesToward(records, goal.job, goal.level, asOf)
  if (row === undefined) return { rowId: null, neededMinutes: null, doneMinutes, missingMinutes: null }
  const neededMinutes = row.hours * lessonMinutes(occupation)
  return { rowId: row.id, neededMinutes, doneMinutes, missingMinutes: Math.max(0, neededMinutes - doneMinutes) }
}

/** The earliest certificate of the goal's job and a level that holds on the day. */
function holding({ goal, certificates, asOf }: PlanFacts, level: Level): Certificate | undefined {
  return certificates
    .filter((one) => one.job === goal.job && one.level === level)
    .filter((one) => one.issuedOn <= asOf && (one.expiresOn === null || one.expiresOn >= asOf))
    .toSorted((a, b) => (a.issuedOn < b.issuedOn ? -1 : 1))[0]
}

function pathOf(row: RowOf<'path'>, facts: PlanFacts, hours: TrainingPlan['hours']): PlanPath {
  const conditions: Condition[] = []
  const certificate = row.certificateLevel === null ? undefined : holding(facts, row.certificateLevel)
  if (row.certificateLevel !== null) {
    const state = certificate === undefined ? 'unmet' : 'met'
    conditions.push({ kind: 'certificate', state, needed: row.certificateLevel, have: certificate?.level ?? null })
  }
  if (row.years !== null) {
    // Years that a path asks beside a certificate run from that certificate.
    const since = row.certificateLevel === null ? facts.goal.tradeSince : (certificate?.issuedOn ?? null)
    const have = since === null ? null : wholeYears(since, facts.asOf)
    const state =
      have !== null ? (have >= row.years ? 'met' : 'unmet') : row.certificateLevel === null ? 'unknown' : 'unmet'
    conditions.push({ kind: 'years', state, needed: row.years, have })
  }
  if (row.training) {
    const { neededMinutes, doneMinutes, missingMinutes } = hours
    const state = missingMinutes === null ? 'unknown' : missingMinutes === 0 ? 'met' : 'unmet'
    conditions.push({ kind: 'training', state, needed: neededMinutes, have: doneMinutes })
  }
  if (row.other !== null) conditions.push({ kind: row.other, state: 'unknown', needed: null, have: null })
  return { rowId: row.id, conditions, state: row.isComplete ? together(conditions) : 'unknown' }
}

function together(conditions: readonly Condition[]): ConditionState {
  if (conditions.some((condition) => condition.state === 'unmet')) return 'unmet'
  return conditions.some((condition) => condition.state === 'unknown') ? 'unknown' : 'met'
}

function partOf({ part, passMark }: RowOf<'part'>, { goal, assessments, asOf }: PlanFacts): PlanPart {
  const taken = assessments.filter(
    (one) =>
      one.kind === 'formal' &&
      one.part === part &&
      one.job === goal.job &&
      one.level === goal.level &&
      one.date <= asOf,
  )
  if (taken.length === 0) return { part, passMark, bestScore: null, state: 'none' }
  // Each was marked by the pass mark of its own day.
  const passed = taken.some((one) => one.score >= one.passMark)
  return { part, passMark, bestScore: Math.max(...taken.map((one) => one.score)), state: passed ? 'passed' : 'failed' }
}
