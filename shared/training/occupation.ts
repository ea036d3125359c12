import { z } from 'zod'

/**
 * The occupation 互联网营销师 as data (reference/occupation.md): rows of sections, each with where it comes from. Built-in rows are
 * in resources/training/occupation.json; a row of the person's own replaces the one with its id or stands beside the others.
 */
export const jobs = ['selector', 'live-seller', 'video-promoter', 'platform-manager'] as const
export const levels = [5, 4, 3, 2, 1] as const
export const assessmentParts = ['theory', 'skill', 'review'] as const
export const tracks = ['base', 'selection', 'operation', 'after-sales', 'law'] as const

export const jobSchema = z.enum(jobs)
export type Job = z.infer<typeof jobSchema>
export const levelSchema = z.literal(levels)
export type Level = z.infer<typeof levelSchema>
export const assessmentPartSchema = z.enum(assessmentParts)
export type AssessmentPart = z.infer<typeof assessmentPartSchema>
export type Track = (typeof tracks)[number]

export const originSchema = z.enum(['official', 'local', 'suggested', 'own'])
export type Origin = z.infer<typeof originSchema>
const verifiedSchema = z.enum(['read', 'reported', 'unconfirmed', 'suggested', 'own'])

const wordsSchema = z.strictObject({ zh: z.string().min(1).max(400), en: z.string().min(1).max(400) })
export type Words = z.infer<typeof wordsSchema>

const provenance = { origin: originSchema, verified: verifiedSchema, source: wordsSchema }
const rowId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,79}$/)
const levelsSchema = z.array(levelSchema).min(1).max(5)

/** One row, by section. What is unknown is null or absent: nothing here is invented. */
export const occupationRowSchema = z.discriminatedUnion('section', [
  /** A job (工种) and its levels. */
  z.strictObject({
    section: z.literal('job'),
    id: rowId,
    job: jobSchema,
    name: wordsSchema,
    levels: levelsSchema,
    outline: wordsSchema,
    ...provenance,
  }),
  /** The least 学时 of training for a level; `job` null: the same for every job. */
  z.strictObject({
    section: z.literal('hours'),
    id: rowId,
    job: jobSchema.nullable(),
    level: levelSchema,
    hours: z.int().min(1).max(2000),
    ...provenance,
  }),
  /** How many minutes one 学时 has. */
  z.strictObject({
    section: z.literal('lesson'),
    id: rowId,
    minutes: z.int().min(30).max(60),
    ...provenance,
  }),
  /** One way to be admitted to a level; `isComplete` false: its figures are not known, so it is shown and never judged. */
  z.strictObject({
    section: z.literal('path'),
    id: rowId,
    level: levelSchema,
    years: z.int().min(0).max(40).nullable(),
    training: z.boolean(),
    certificateLevel: levelSchema.nullable(),
    other: z.enum(['apprenticeship', 'diploma']).nullable(),
    isComplete: z.boolean(),
    words: wordsSchema,
    ...provenance,
  }),
  /** A part of the assessment with its marks. */
  z.strictObject({
    section: z.literal('part'),
    id: rowId,
    part: assessmentPartSchema,
    levels: levelsSchema,
    fullMark: z.int().min(1).max(1000),
    passMark: z.int().min(1).max(1000),
    ...provenance,
  }),
  /** A work function (职业功能) of a job at some levels. */
  z.strictObject({
    section: z.literal('function'),
    id: rowId,
    job: jobSchema,
    levels: levelsSchema,
    name: wordsSchema,
    ...provenance,
  }),
  /** The weight of an item in a part; no built-in row has one (no source was found). */
  z.strictObject({
    section: z.literal('weight'),
    id: rowId,
    job: jobSchema,
    level: levelSchema,
    part: assessmentPartSchema,
    item: z.string().trim().min(1).max(100),
    percent: z.int().min(0).max(100),
    edition: z.string().trim().min(1).max(100),
    page: z.string().max(40),
    ...provenance,
  }),
  /** A unit of the suggested curriculum. */
  z.strictObject({
    section: z.literal('unit'),
    id: rowId,
    track: z.enum(tracks),
    name: wordsSchema,
    hours: z.int().min(1).max(400),
    canDo: wordsSchema,
    ...provenance,
  }),
])
export type OccupationRow = z.infer<typeof occupationRowSchema>
export type Section = OccupationRow['section']
export type RowOf<S extends Section> = Extract<OccupationRow, { section: S }>

export const occupationSchema = z.strictObject({
  about: z.string(),
  name: wordsSchema,
  code: z.string(),
  edition: wordsSchema,
  rows: z.array(occupationRowSchema),
})

/** Built-in rows with the person's own in place of those with the same id, and the others after them. */
export function mergeOccupation(builtIn: readonly OccupationRow[], own: readonly OccupationRow[]): OccupationRow[] {
  const ownById = new Map(own.map((row) => [row.id, row]))
  const known = new Set(builtIn.map((row) => row.id))
  return [...builtIn.map((row) => ownById.get(row.id) ?? row), ...own.filter((row) => !known.has(row.id))]
}

/** The rows of one section, in order. */
export function rowsOf<S extends Section>(rows: readonly OccupationRow[], section: S): RowOf<S>[] {
  return rows.filter((row): row is RowOf<S> => row.section === section)
}

/** Minutes in one 学时; 45 when the data has no row for it. */
export function lessonMinutes(rows: readonly OccupationRow[]): number {
  return rowsOf(rows, 'lesson').at(-1)?.minutes ?? 45
}

/** The least hours for a job and level: a row for that job before the one for every job, the person's own before both. */
export function hoursRow(rows: readonly OccupationRow[], job: Job, level: Level): RowOf<'hours'> | undefined {
  const fitting = rowsOf(rows, 'hours').filter((row) => row.level === level && (row.job === null || row.job === job))
  const rank = (row: RowOf<'hours'>): number => (row.job === null ? 0 : 2) + (row.origin === 'own' ? 1 : 0)
  return fitting.toSorted((a, b) => rank(b) - rank(a))[0]
}

/** Whether a job is offered at a level (平台管理员: 五级 to 三级 only). */
export function isOffered(rows: readonly OccupationRow[], job: Job, level: Level): boolean {
  return rowsOf(rows, 'job').some((row) => row.job === job && row.levels.includes(level))
}

/** Minutes as 学时 in tenths, rounded down so that a threshold never looks reached before it is: 119 min of 45 → 2.6. */
export function lessonHours(minutes: number, minutesPerHour: number): string {
  return tenthsText(Math.floor((minutes * 10) / minutesPerHour))
}

/** What is still missing, rounded up, so that it never looks less than it is: 1 min of 45 → 0.1. */
export function missingLessonHours(minutes: number, minutesPerHour: number): string {
  return tenthsText(Math.ceil((minutes * 10) / minutesPerHour))
}

function tenthsText(tenths: number): string {
  const rest = tenths % 10
  return rest === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)}.${rest}`
}

/** Sums of weights per job, level and part that are not 100: what is still to be mended in the person's weight table. */
export function weightFaults(
  rows: readonly OccupationRow[],
): { job: Job; level: Level; part: AssessmentPart; sum: number }[] {
  const groups = Map.groupBy(rowsOf(rows, 'weight'), (row) => `${row.job} ${row.level} ${row.part}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    const sum = group.reduce((total, row) => total + row.percent, 0)
    return first === undefined || sum === 100 ? [] : [{ job: first.job, level: first.level, part: first.part, sum }]
  })
}
