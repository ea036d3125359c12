import { z } from 'zod'
import { civilDateSchema, fenSchema } from '../call.ts'
import { tracks } from './occupation.ts'

/**
 * A lesson as data: `resources/training/lessons/<id>.json` (its README says how to add one). All text is in both languages. A text may
 * name a row of the worked figure, `{{basis}}`: the number itself stands in one place and is recomputed by a test.
 */
const textSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
export type LessonText = z.infer<typeof textSchema>

/** Ids of reference/law.md; name and article of each are `law.<id>` of documents.json. */
const lawSchema = z.array(z.string().min(1)).min(1)

const keySchema = z.string().regex(/^[a-z][A-Za-z0-9-]{0,39}$/)

const passageSchema = z.strictObject({ text: textSchema, law: lawSchema.optional() })
export type Passage = z.infer<typeof passageSchema>

const blockSchema = z.discriminatedUnion('kind', [
  passageSchema.extend({ kind: z.literal('text') }),
  /** Set apart: what is easily got wrong. */
  passageSchema.extend({ kind: z.literal('note') }),
  z.strictObject({
    kind: z.literal('list'),
    ordered: z.boolean().default(false),
    items: z.array(passageSchema).min(2),
  }),
  /** Words of the trade with what they mean. */
  z.strictObject({
    kind: z.literal('words'),
    items: z.array(z.strictObject({ word: textSchema, meaning: textSchema })).min(2),
  }),
])
export type LessonBlock = z.infer<typeof blockSchema>

/** One step of the worked figure: exactly one value. */
const figureRowSchema = z.strictObject({
  id: keySchema,
  label: textSchema,
  /** How it comes about; empty for what is read off a file. */
  how: textSchema.optional(),
  value: z.union([
    z.strictObject({ fen: fenSchema }),
    z.strictObject({ ppm: z.int() }),
    z.strictObject({ count: z.int() }),
    z.strictObject({ date: civilDateSchema }),
  ]),
  /** The result that the lesson is about. */
  strong: z.boolean().default(false),
})
export type FigureRow = z.infer<typeof figureRowSchema>

const figureSchema = z.strictObject({
  title: textSchema,
  /** Where in the sample it comes from. */
  source: textSchema,
  rows: z.array(figureRowSchema).min(3),
  /** What one learns from it. */
  lesson: textSchema,
})
export type LessonFigure = z.infer<typeof figureSchema>

const questionSchema = z
  .strictObject({
    id: keySchema,
    kind: z.enum(['single', 'multiple']),
    question: textSchema,
    options: z
      .array(z.strictObject({ id: keySchema, text: textSchema, right: z.boolean() }))
      .min(3)
      .max(6),
    /** Why the right answer is right. */
    why: textSchema,
    /** What it rests on: law ids, or in words. */
    law: lawSchema.optional(),
    source: textSchema.optional(),
  })
  .refine(({ law, source }) => law !== undefined || source !== undefined, 'a question names its law or its source')
export type Question = z.infer<typeof questionSchema>

/** What the practice task is logged against. */
export const taskKinds = ['statement', 'cycle', 'marks', 'session', 'indicators', 'letter'] as const
export type TaskKind = (typeof taskKinds)[number]

export const lessonSchema = z.strictObject({
  id: keySchema,
  /** Of the curriculum (reference/occupation.md 3): B1, L2. */
  code: z.string().regex(/^[A-Z]\d$/),
  track: z.enum(tracks),
  /** Month in which the text was last looked through. */
  edition: z.string().regex(/^\d{4}-\d{2}$/),
  title: textSchema,
  /** What one can do after it. */
  goal: textSchema,
  /** Of reading. */
  minutes: z.int().min(1).max(20),
  /** The lesson in a few lines: they stand on the printed card. */
  keyPoints: z.array(passageSchema).min(3).max(8),
  sections: z.array(z.strictObject({ id: keySchema, title: textSchema, blocks: z.array(blockSchema).min(1) })).min(2),
  figure: figureSchema,
  checklist: z.array(passageSchema).min(3),
  quiz: z.array(questionSchema).min(1),
  task: z.strictObject({
    kind: z.enum(taskKinds),
    title: textSchema,
    steps: z.array(textSchema).min(2),
    /** What the note beside it should say. */
    note: textSchema,
  }),
})
export type Lesson = z.infer<typeof lessonSchema>

/** Every law that a lesson rests on, in the order in which it is met. */
export function lawOfLesson(lesson: Lesson): string[] {
  const passages: { law?: string[] | undefined }[] = [
    ...lesson.keyPoints,
    ...lesson.sections.flatMap(({ blocks }) => blocks.flatMap(passagesOf)),
    ...lesson.checklist,
    ...lesson.quiz,
  ]
  return [...new Set(passages.flatMap(({ law }) => law ?? []))]
}

function passagesOf(block: LessonBlock): { law?: string[] | undefined }[] {
  if (block.kind === 'list') return block.items
  return block.kind === 'words' ? [] : [block]
}
