import type { Lesson, LessonFigure, Question } from './lesson.ts'

/** Of 100; the mark at which the national assessments pass too (reference/occupation.md 1.2). */
export const quizPassMark = 60

/** Chosen option ids by question id; a question that is missing was not answered. */
export type QuizAnswers = Readonly<Record<string, readonly string[]>>

export interface QuizResult {
  right: number
  total: number
  /** Of 100, rounded down: 59.9 is not 60. */
  score: number
  passed: boolean
  /** Ids of the questions that were answered rightly. */
  rightIds: string[]
}

/** Right is exactly the right options, no more and no fewer: half an answer earns nothing. */
export function isRight(question: Question, chosen: readonly string[]): boolean {
  const picked = new Set(chosen)
  return (
    question.options.every((option) => option.right === picked.has(option.id)) &&
    picked.size === question.options.filter((option) => option.right).length
  )
}

/** Marks a quiz; every question weighs the same. A quiz without questions is not passed. */
export function scoreQuiz(questions: readonly Question[], answers: QuizAnswers): QuizResult {
  const rightIds = questions.filter((question) => isRight(question, answers[question.id] ?? [])).map(({ id }) => id)
  const total = questions.length
  const score = total === 0 ? 0 : Math.floor((rightIds.length * 100) / total)
  return { right: rightIds.length, total, score, passed: score >= quizPassMark, rightIds }
}

/** A question of a paper that is put together from several lessons; its id is unique within the paper. */
export interface PaperQuestion {
  lessonId: string
  question: Question
  /** The worked figure that its text may name rows of. */
  figure: LessonFigure
}

export const mockPaperQuestions = 20
/** For information only: nobody is cut off. The national theory paper takes at least this long (reference/occupation.md 1.2). */
export const mockPaperMinutes = 90

/**
 * The practice paper of a number: the same number gives the same questions in the same order, as long as the lessons are the same.
 * Fewer lessons than it needs give a shorter paper.
 */
export function buildMockPaper(lessons: readonly Lesson[], number: number): PaperQuestion[] {
  const pool = lessons.flatMap((lesson) =>
    lesson.quiz.map((question) => ({
      lessonId: lesson.id,
      figure: lesson.figure,
      question: { ...question, id: `${lesson.id}-${question.id}` },
    })),
  )
  const random = randomOf(number)
  // Fisher–Yates: every order is as likely as any other.
  for (let last = pool.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const [a, b] = [pool[last], pool[other]]
    if (a === undefined || b === undefined) continue
    pool[last] = b
    pool[other] = a
  }
  return pool.slice(0, mockPaperQuestions)
}

/** Mulberry32: numbers in [0, 1), the same everywhere for the same start. */
function randomOf(start: number): () => number {
  let state = start | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
