import { z } from 'zod'
import { civilDateSchema, defineCall, idSchema, momentSchema, outgoingFileSchema } from '../call.ts'
import { indicatorAnswerSchema } from './indicators.ts'
import { lessonSchema, taskKinds } from './lesson.ts'

const lessonIdSchema = z.string().min(1).max(40)
const cycleSchema = z.string().min(1).max(220)
const noteSchema = z.string().trim().max(2000)
const emptySchema = z.strictObject({})
const answersSchema = z.record(z.string().max(80), z.array(z.string().max(40)).max(10))

/** What one looks for in a contract (lesson B5). */
export const contractMarks = ['split', 'term', 'exclusive', 'penalty', 'account', 'leaving'] as const
const markSchema = z.strictObject({
  state: z.enum(['found', 'absent', 'unclear']),
  /** Where it stands and what it says. */
  words: z.string().trim().max(300),
})

/** The four subjects of a stream (law live-2). */
export const streamSubjects = ['platform', 'operator', 'streamer', 'agency'] as const

/** The practice task of a lesson with the real record it is done on. */
export const taskWordsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('statement'), subjectId: idSchema, note: noteSchema.min(10) }),
  z.strictObject({ kind: z.literal('cycle'), subjectId: idSchema, cycle: cycleSchema, note: noteSchema }),
  z.strictObject({
    kind: z.literal('marks'),
    subjectId: idSchema,
    marks: z.record(z.enum(contractMarks), markSchema),
    note: noteSchema,
  }),
  z.strictObject({
    kind: z.literal('session'),
    subjectId: idSchema,
    subjects: z.record(z.enum(streamSubjects), z.string().trim().max(100)),
    note: noteSchema,
  }),
  z.strictObject({ kind: z.literal('indicators'), subjectId: idSchema, note: noteSchema }),
  z.strictObject({
    kind: z.literal('letter'),
    subjectId: idSchema,
    cycles: z.array(cycleSchema).min(1).max(500),
    note: noteSchema,
  }),
])
export type TaskWords = z.infer<typeof taskWordsSchema>

const taskSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(taskKinds),
  subjectId: idSchema,
  subjectTitle: z.string(),
  cycles: z.array(z.string()),
  /** By kind: marks, subjects. */
  details: z.record(z.string(), z.unknown()),
  note: z.string(),
  doneOn: civilDateSchema,
  voidedAt: momentSchema.nullable(),
  voidReason: z.string().nullable(),
})
export type LessonTask = z.infer<typeof taskSchema>

const attemptSchema = z.strictObject({
  id: idSchema,
  right: z.int(),
  questions: z.int(),
  score: z.int(),
  passed: z.boolean(),
  madeAt: momentSchema,
})

const lessonRowSchema = z.strictObject({
  ...lessonSchema.pick({ id: true, code: true, track: true, title: true, goal: true, minutes: true, edition: true })
    .shape,
  readAt: momentSchema.nullable(),
  /** The best try; null before the first. */
  bestScore: z.int().nullable(),
  passed: z.boolean(),
  taskDoneOn: civilDateSchema.nullable(),
  /** Minutes of it in the training log. */
  loggedMinutes: z.int(),
})
export type LessonRow = z.infer<typeof lessonRowSchema>

const paperQuestionSchema = z.strictObject({
  lessonId: lessonIdSchema,
  question: lessonSchema.shape.quiz.element,
  /** The worked figure that the question's text may name rows of. */
  figure: lessonSchema.shape.figure,
})

export const learningCalls = {
  'training.lessons': defineCall({
    summary: 'The built-in lessons, each with what of it is done: read, quiz, practice task, minutes in the log.',
    effect: 'read',
    worker: 'reader',
    input: emptySchema,
    output: z.strictObject({ lessons: z.array(lessonRowSchema) }),
  }),
  'training.lesson': defineCall({
    summary: 'One lesson whole, with every try at its quiz and the tasks done.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ id: lessonIdSchema }),
    output: z.strictObject({
      lesson: lessonSchema,
      progress: lessonRowSchema,
      /** Newest first. */
      attempts: z.array(attemptSchema),
      tasks: z.array(taskSchema),
    }),
  }),
  'training.markLessonRead': defineCall({
    summary: 'Notes that a lesson was read to its end, or with false takes the note back.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ id: lessonIdSchema, read: z.boolean().default(true) }),
    output: emptySchema,
  }),
  'training.answerQuiz': defineCall({
    summary: 'Marks a try at a lesson’s quiz and keeps it; 60 of 100 passes.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ id: lessonIdSchema, answers: answersSchema }),
    output: attemptSchema,
  }),
  'training.saveLessonTask': defineCall({
    summary: 'Notes the practice task of a lesson as done on a real record, which must exist and fit the task.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({
      lessonId: lessonIdSchema,
      /** Today when absent. */
      doneOn: civilDateSchema.optional(),
      task: taskWordsSchema,
    }),
    output: taskSchema,
  }),
  'training.voidLessonTask': defineCall({
    summary: 'Takes a practice task back, with a reason; it can be brought back.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ id: idSchema, reason: z.string().trim().min(1).max(500) }),
    output: taskSchema,
  }),
  'training.restoreLessonTask': defineCall({
    summary: 'Brings a practice task back.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ id: idSchema }),
    output: taskSchema,
  }),
  'training.noteLessonRecord': defineCall({
    summary: 'Says which record of the training log holds the time of a lesson.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ lessonId: lessonIdSchema, recordId: idSchema }),
    output: emptySchema,
  }),
  'training.indicators': defineCall({
    summary: 'How the work under an agreement really goes: answers by indicator with their evidence (law.md 0a).',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ agreementId: idSchema }),
    output: z.strictObject({
      answers: z.array(indicatorAnswerSchema),
      evidence: z.array(z.strictObject({ id: idSchema, title: z.string() })),
      updatedAt: momentSchema.nullable(),
    }),
  }),
  'training.saveIndicators': defineCall({
    summary: 'Sets answers of the table of indicators of an agreement; those not named stay.',
    effect: 'write',
    worker: 'writer',
    input: z.strictObject({ agreementId: idSchema, answers: z.array(indicatorAnswerSchema).min(1).max(100) }),
    output: emptySchema,
  }),
  'training.renderIndicators': defineCall({
    summary: 'Prints the table of indicators of an agreement, with evidence and without any verdict.',
    effect: 'read',
    worker: 'documents',
    input: z.strictObject({ agreementId: idSchema, format: z.enum(['pdf', 'docx']) }),
    output: outgoingFileSchema,
  }),
  'training.mockPaper': defineCall({
    summary: 'The practice theory paper of a number: 20 questions of the lessons, the same for the same number.',
    effect: 'read',
    worker: 'reader',
    input: z.strictObject({ number: z.int().min(1).max(999_999) }),
    output: z.strictObject({ questions: z.array(paperQuestionSchema) }),
  }),
}
