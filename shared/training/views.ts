import { z } from 'zod'
import { civilDateSchema, idSchema } from '../call.ts'
import { assessmentPartSchema, jobSchema, levelSchema, occupationRowSchema, tracks } from './occupation.ts'
import { goalSchema, trainingKinds } from './records.ts'
import { requiredKinds } from './required.ts'

/** A person as training speaks of them. */
export const personSchema = z.strictObject({ id: idSchema, name: z.string(), isSelf: z.boolean() })
export type Person = z.infer<typeof personSchema>

/** The fields of an entry that a change replaced, as they were. */
export const replacedFieldsSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.null(), z.array(z.string())]),
)
export type ReplacedFields = z.infer<typeof replacedFieldsSchema>

/** Titles of the proof files that a list names. */
export const evidenceTitlesSchema = z.array(
  z.strictObject({ id: idSchema, title: z.string(), sha256: z.string(), fileName: z.string() }),
)

const sum = { minutes: z.int(), records: z.int() }
const totalsSchema = z.strictObject({
  ...sum,
  byYear: z.array(z.strictObject({ year: z.int(), ...sum })),
  byKind: z.array(z.strictObject({ kind: z.enum(trainingKinds), ...sum })),
  byLevel: z.array(z.strictObject({ job: jobSchema, level: levelSchema, ...sum })),
  noLevel: z.strictObject(sum),
})

export const requiredTrainingSchema = z.strictObject({
  kind: z.enum(requiredKinds),
  year: z.int(),
  state: z.enum(['done', 'open', 'missing', 'advised', 'before-law']),
  dueOn: civilDateSchema.nullable(),
  lawId: z.string(),
  recordIds: z.array(idSchema),
})

const warningSchema = z.strictObject({
  code: z.enum(['same-hour', 'looks-twice', 'long-day', 'after-first-stream', 'certificate-early']),
  date: civilDateSchema,
  ids: z.array(idSchema),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const overviewSchema = z.strictObject({
  /** Null when nobody was named and the person using this computer has not said who they are. */
  person: personSchema.nullable(),
  year: z.int(),
  /** Minutes in one 学时. */
  lessonMinutes: z.int(),
  totals: totalsSchema,
  /** Of the year. */
  yearTotals: totalsSchema,
  required: z.array(requiredTrainingSchema),
  warnings: z.array(warningSchema),
  firstStreamOn: civilDateSchema.nullable(),
})
export type Overview = z.infer<typeof overviewSchema>

export const occupationViewSchema = z.strictObject({
  name: z.strictObject({ zh: z.string(), en: z.string() }),
  code: z.string(),
  edition: z.strictObject({ zh: z.string(), en: z.string() }),
  rows: z.array(occupationRowSchema),
  /** Built-in rows that a row of the person's own stands in for. */
  replaced: z.array(occupationRowSchema),
  weightFaults: z.array(
    z.strictObject({ job: jobSchema, level: levelSchema, part: assessmentPartSchema, sum: z.int() }),
  ),
})
export type OccupationView = z.infer<typeof occupationViewSchema>

const stateSchema = z.enum(['met', 'unmet', 'unknown'])
export const planViewSchema = z.strictObject({
  person: personSchema.nullable(),
  goal: goalSchema.nullable(),
  lessonMinutes: z.int(),
  /** Null without a goal. */
  plan: z
    .strictObject({
      hours: z.strictObject({
        rowId: z.string().nullable(),
        neededMinutes: z.int().nullable(),
        doneMinutes: z.int(),
        missingMinutes: z.int().nullable(),
      }),
      yearsInTrade: z.int().nullable(),
      paths: z.array(
        z.strictObject({
          rowId: z.string(),
          state: stateSchema,
          conditions: z.array(
            z.strictObject({
              kind: z.enum(['years', 'training', 'certificate', 'apprenticeship', 'diploma']),
              state: stateSchema,
              needed: z.int().nullable(),
              have: z.int().nullable(),
            }),
          ),
        }),
      ),
      parts: z.array(
        z.strictObject({
          part: assessmentPartSchema,
          passMark: z.number(),
          bestScore: z.number().nullable(),
          state: z.enum(['passed', 'failed', 'none']),
        }),
      ),
      certificateId: idSchema.nullable(),
    })
    .nullable(),
  /** The rows that the plan rests on. */
  rows: z.array(occupationRowSchema),
})
export type PlanView = z.infer<typeof planViewSchema>

export const skillMapSchema = z.strictObject({
  axes: z.array(
    z.strictObject({
      id: z.string(),
      name: z.strictObject({ zh: z.string(), en: z.string() }).nullable(),
      track: z.enum(tracks).nullable(),
      minutes: z.int(),
      targetMinutes: z.int().nullable(),
      records: z.int(),
    }),
  ),
  unplacedMinutes: z.int(),
  totalMinutes: z.int(),
  lessonMinutes: z.int(),
})
export type SkillMapView = z.infer<typeof skillMapSchema>

export const rosterSchema = z.strictObject({
  year: z.int(),
  lessonMinutes: z.int(),
  people: z.array(
    z.strictObject({
      person: personSchema,
      minutes: z.int(),
      yearMinutes: z.int(),
      required: z.array(requiredTrainingSchema),
      /** Certificates within their reminder, or past. */
      expiring: z.array(z.strictObject({ id: idSchema, title: z.string(), expiresOn: civilDateSchema })),
      warnings: z.int(),
    }),
  ),
})
export type Roster = z.infer<typeof rosterSchema>

export const datesSchema = z.strictObject({
  dates: z.array(
    z.strictObject({
      id: z.string(),
      /** One of the calendar's kinds (shared/app/dates.ts), which has the words. */
      kind: z.enum(['certificate-expiry', 'yearly', 'operator-yearly']),
      date: civilDateSchema,
      /** From this day on one wants to be told. */
      remindFrom: civilDateSchema,
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      lawIds: z.array(z.string()),
      partyId: idSchema,
    }),
  ),
})
