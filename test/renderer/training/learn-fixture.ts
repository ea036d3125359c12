import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CallName, Input, Output } from '../../../shared/contract.ts'
import { type Lesson, lessonSchema } from '../../../shared/training/lesson.ts'

type Answers = { [N in CallName]?: (input: Input<N>) => Output<N> }

export const agreementId = '01980000-0000-7000-8000-0000000000a1'
export const selfId = '01980000-0000-7000-8000-0000000000b1'
export const recordId = '01980000-0000-7000-8000-0000000000c1'
export const someId = '01980000-0000-7000-8000-0000000000d1'

/** A lesson as it ships. */
export function shippedLesson(id: string): Lesson {
  const path = join(import.meta.dirname, '../../../resources/training/lessons', `${id}.json`)
  return lessonSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
}

type Row = Output<'training.lessons'>['lessons'][number]

export function lessonRow(lesson: Lesson, done: Partial<Row> = {}): Row {
  const { id, code, track, title, goal, minutes, edition } = lesson
  const nothing = { readAt: null, bestScore: null, passed: false, taskDoneOn: null, loggedMinutes: 0 }
  return { id, code, track, title, goal, minutes, edition, ...nothing, ...done }
}

/** A host that knows one lesson. */
export function lessonAnswers(lesson: Lesson, done: Partial<Row> = {}): Answers {
  const progress = lessonRow(lesson, done)
  return {
    'training.lessons': () => ({ lessons: [progress] }),
    'training.lesson': () => ({ lesson, progress, attempts: [], tasks: [] }),
    'training.markLessonRead': () => ({}),
    'training.answerQuiz': () => ({
      id: someId,
      right: 5,
      questions: 5,
      score: 100,
      passed: true,
      madeAt: '2026-11-24T08:00:00.000Z',
    }),
  }
}
