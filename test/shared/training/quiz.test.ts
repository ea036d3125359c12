import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Lesson, Question } from '../../../shared/training/lesson.ts'
import { buildMockPaper, isRight, quizPassMark, scoreQuiz } from '../../../shared/training/quiz.ts'

const words = (text: string) => ({ zh: text, en: text })

function question(id: string, right: string[], all = ['a', 'b', 'c', 'd']): Question {
  return {
    id,
    kind: right.length === 1 ? 'single' : 'multiple',
    question: words(id),
    options: all.map((option) => ({ id: option, text: words(option), right: right.includes(option) })),
    why: words('because'),
    source: words('a lesson'),
  }
}

function lesson(id: string, questions: number): Lesson {
  const text = words(id)
  return {
    id,
    code: 'B1',
    track: 'base',
    edition: '2026-11',
    title: text,
    goal: text,
    minutes: 10,
    keyPoints: [],
    sections: [],
    figure: { title: text, source: text, rows: [], lesson: text },
    checklist: [],
    quiz: Array.from({ length: questions }, (_, index) => question(`q${index + 1}`, ['a'])),
    task: { kind: 'cycle', title: text, steps: [], note: text },
  }
}

test('several answers are right only when exactly the right ones are chosen', () => {
  const several = question('q', ['a', 'c'])
  expect(isRight(several, ['c', 'a'])).toBe(true)
  expect(isRight(several, ['a'])).toBe(false)
  expect(isRight(several, ['a', 'c', 'd'])).toBe(false)
  expect(isRight(several, [])).toBe(false)
  expect(isRight(several, ['a', 'c', 'no such option'])).toBe(false)
})

test('three of five is 60 and passes, two of five does not', () => {
  const questions = ['1', '2', '3', '4', '5'].map((id) => question(id, ['b']))
  const answered = (right: number) => Object.fromEntries(questions.map(({ id }, i) => [id, [i < right ? 'b' : 'a']]))
  expect(scoreQuiz(questions, answered(3))).toMatchObject({ right: 3, total: 5, score: 60, passed: true })
  expect(scoreQuiz(questions, answered(2))).toMatchObject({ score: 40, passed: false })
})

test('a score is never rounded up to a pass', () => {
  // 13 of 22 is 59.09…
  const questions = Array.from({ length: 22 }, (_, i) => question(`q${i}`, ['a']))
  const answers = Object.fromEntries(questions.slice(0, 13).map(({ id }) => [id, ['a']]))
  expect(scoreQuiz(questions, answers)).toMatchObject({ score: 59, passed: false })
})

test('a quiz without questions is not passed', () => {
  expect(scoreQuiz([], {})).toEqual({ right: 0, total: 0, score: 0, passed: false, rightIds: [] })
})

test('answering one more question rightly never lowers the score', () => {
  const options = ['a', 'b', 'c', 'd']
  const anyQuestion = fc.subarray(options, { minLength: 1, maxLength: 3 })
  const anyAnswers = fc.array(fc.subarray(options), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(fc.array(anyQuestion, { minLength: 1, maxLength: 12 }), anyAnswers, fc.nat(), (rights, given, at) => {
      const questions = rights.map((right, i) => question(`q${i}`, right))
      const answers = Object.fromEntries(given.map((chosen, i) => [`q${i}`, chosen]))
      const before = scoreQuiz(questions, answers)
      const mended = `q${at % questions.length}`
      const after = scoreQuiz(questions, { ...answers, [mended]: rights[at % questions.length] ?? [] })
      expect(before.right).toBe(before.rightIds.length)
      expect(before.score).toBeGreaterThanOrEqual(0)
      expect(after.score).toBeGreaterThanOrEqual(before.score)
      expect(after.passed).toBe(after.score >= quizPassMark)
      expect(after.score).toBeLessThanOrEqual(100)
    }),
  )
})

test('a practice paper of a number is always the same, without repeats, of the lessons’ questions', () => {
  const lessons = ['x', 'y', 'z', 'u', 'v', 'w'].map((id) => lesson(id, 5))
  const known = new Set(lessons.flatMap(({ id, quiz }) => quiz.map((q) => `${id}-${q.id}`)))
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999 }), (number) => {
      const paper = buildMockPaper(lessons, number)
      const ids = paper.map(({ question: { id } }) => id)
      expect(buildMockPaper(lessons, number).map(({ question: { id } }) => id)).toEqual(ids)
      expect(new Set(ids).size).toBe(20)
      expect(ids.every((id) => known.has(id))).toBe(true)
    }),
  )
})

test('papers of different numbers differ, and few lessons give a shorter paper', () => {
  const lessons = ['x', 'y', 'z', 'u', 'v', 'w'].map((id) => lesson(id, 5))
  const idsOf = (number: number) => buildMockPaper(lessons, number).map(({ question: { id } }) => id)
  expect(idsOf(1)).not.toEqual(idsOf(2))
  expect(buildMockPaper([lesson('x', 5)], 1)).toHaveLength(5)
})
