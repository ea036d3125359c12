import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BoanError } from '../../../shared/errors.ts'
import { type Lesson, lessonSchema } from '../../../shared/training/lesson.ts'
import { appRoot } from '../../app-root.ts'

const folder = join(appRoot, 'resources', 'training', 'lessons')

/** Read on first use, so that the start of a thread does not pay for it. */
let read: Lesson[] | undefined

/** The built-in lessons in the order of their codes. */
export function listLessons(): Lesson[] {
  read ??= readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => lessonSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
  return read
}

/** One lesson. Throws `lessons.not-found`. */
export function getLesson(id: string): Lesson {
  const lesson = listLessons().find((candidate) => candidate.id === id)
  if (lesson === undefined) throw new BoanError('lessons.not-found', { id })
  return lesson
}
