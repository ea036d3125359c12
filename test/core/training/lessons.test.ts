import { expect, test } from 'vitest'
import { listLessons } from '../../../electron/core/training/learning-lessons.ts'
import { catalogues } from '../../../shared/i18n/catalogues.ts'
import { fillFigures } from '../../../shared/training/lesson-text.ts'
import { type FigureRow, lawOfLesson, type Lesson, type LessonText } from '../../../shared/training/lesson.ts'
import { openTempCore } from '../temp-core.ts'
import { figuresOf, Sample } from './lesson-figures.ts'

const lessons = listLessons()

/** Every text of a lesson, wherever it stands. */
function textsOf(value: unknown): LessonText[] {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value)
  if (entries.length === 2 && 'zh' in value && 'en' in value) return [value as LessonText]
  return entries.flatMap(([, part]) => textsOf(part))
}

function plainValue(value: FigureRow['value']): number | string {
  const [only] = Object.values(value) as (number | string)[]
  return only ?? ''
}

test('the first six lessons are there, in the order of their codes', () => {
  expect(lessons.map(({ code }) => code)).toEqual(['B1', 'B4', 'B5', 'L2', 'L4', 'L5'])
})

test.each(lessons)('$code has five questions, each with a right and a wrong answer and its ground', ({ quiz }) => {
  expect(quiz).toHaveLength(5)
  for (const question of quiz) {
    const right = question.options.filter((option) => option.right).length
    expect({ id: question.id, fits: question.kind === 'single' ? right === 1 : right >= 2 }).toMatchObject({
      fits: true,
    })
    expect(question.options.some((option) => !option.right)).toBe(true)
    expect(new Set(question.options.map(({ id }) => id)).size).toBe(question.options.length)
  }
  expect(new Set(quiz.map(({ id }) => id)).size).toBe(5)
})

test('right answers do not always stand in the same place', () => {
  const places = lessons
    .flatMap(({ quiz }) => quiz.filter(({ kind }) => kind === 'single'))
    .map(({ options }) => options.findIndex((option) => option.right))
  expect(
    Math.max(...[0, 1, 2].map((place) => places.filter((at) => at === place).length)) / places.length,
  ).toBeLessThan(0.6)
})

test.each(lessons)('$code is read in under twenty minutes and names only law that the catalogues know', (lesson) => {
  const characters = textsOf({ points: lesson.keyPoints, sections: lesson.sections, figure: lesson.figure })
    .map(({ zh }) => zh.length)
    .reduce((sum, length) => sum + length, 0)
  // 300 characters a minute is an unhurried reader.
  expect(characters / 300).toBeLessThanOrEqual(lesson.minutes)
  for (const id of lawOfLesson(lesson)) {
    expect(catalogues.zh.documents.law).toHaveProperty(id)
    expect(catalogues.en.documents.law).toHaveProperty(id)
  }
})

test.each(lessons)('$code fills every gap of its texts from its figure, the same gaps in both languages', (lesson) => {
  for (const text of textsOf(lesson)) {
    expect(fillFigures(text.zh, lesson.figure)).not.toContain('{{')
    expect(gapsOf(text.en)).toEqual(gapsOf(text.zh))
    expect(text.zh).not.toMatch(/[\u3400-\u9fff][,;:?!()]|[,;?!][\u3400-\u9fff]/)
  }
})

test.each(lessons)(
  '$code writes no amount by hand but round ones of its terms: sums are rows of the figure',
  (lesson) => {
    const { quiz, ...rest } = lesson
    // A wrong answer may name a wrong amount.
    const asked = quiz.map(({ options, ...question }) => ({
      question,
      right: options.filter((option) => option.right),
    }))
    const written = textsOf({ rest, asked }).flatMap(({ zh, en }) => [...`${zh} ${en}`.matchAll(/¥[\d,]+\.(\d\d)/g)])
    expect(written.filter(([, cents]) => cents !== '00').map(([amount]) => amount)).toEqual([])
  },
)

function gapsOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''))].toSorted()
}

test('every worked figure comes out of the sample, row by row to the fen', async () => {
  const sample = await Sample.fill(openTempCore())
  const shown = Object.fromEntries(lessons.map((lesson) => [lesson.id, figureRows(lesson)]))
  const computed: Record<string, unknown> = {}
  for (const { id } of lessons) computed[id] = await figuresOf[id]?.(sample)
  expect(shown).toEqual(computed)
})

function figureRows({ figure }: Lesson): Record<string, number | string> {
  return Object.fromEntries(figure.rows.map(({ id, value }) => [id, plainValue(value)]))
}
