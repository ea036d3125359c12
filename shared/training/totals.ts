import { type Job, jobs, type Level, levels } from './occupation.ts'
import { type TrainingKind, trainingKinds, type TrainingRecord } from './records.ts'

type Counted = Pick<TrainingRecord, 'date' | 'minutes' | 'kind' | 'job' | 'level'>

export interface Sum {
  minutes: number
  records: number
}

export interface TrainingTotals extends Sum {
  /** Newest year first. */
  byYear: ({ year: number } & Sum)[]
  byKind: ({ kind: TrainingKind } & Sum)[]
  /** Records that count toward a job and level. */
  byLevel: ({ job: Job; level: Level } & Sum)[]
  /** Those that count toward none. */
  noLevel: Sum
}

/** The year a record counts in. */
export function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}

/** Minutes and number of records, whole and by year, kind and level; the parts of each division add up to the whole. */
export function sumTraining(records: readonly Counted[]): TrainingTotals {
  const years = [...new Set(records.map((record) => yearOf(record.date)))].toSorted((a, b) => b - a)
  return {
    ...sum(records),
    byYear: years.map((year) => ({ year, ...sum(records.filter((record) => yearOf(record.date) === year)) })),
    byKind: withSome(trainingKinds.map((kind) => ({ kind, ...sum(records.filter((record) => record.kind === kind)) }))),
    byLevel: withSome(
      jobs.flatMap((job) =>
        levels.map((level) => ({
          job,
          level,
          ...sum(records.filter((one) => one.job === job && one.level === level)),
        })),
      ),
    ),
    noLevel: sum(records.filter((record) => record.job === null)),
  }
}

function withSome<T extends Sum>(sums: T[]): T[] {
  return sums.filter((sum) => sum.records > 0)
}

function sum(records: readonly Counted[]): Sum {
  return { minutes: records.reduce((total, record) => total + record.minutes, 0), records: records.length }
}

/** Minutes that count toward a job and level, up to and including a day when one is given. */
export function minutesToward(records: readonly Counted[], job: Job, level: Level, until?: string): number {
  return sum(
    records.filter(
      (record) => record.job === job && record.level === level && (until === undefined || record.date <= until),
    ),
  ).minutes
}
