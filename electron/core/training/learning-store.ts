import { BoanError } from '../../../shared/errors.ts'
import type { IndicatorAnswer } from '../../../shared/training/indicators.ts'
import type { LessonTask } from '../../../shared/training/learning-calls.ts'
import { quizPassMark } from '../../../shared/training/quiz.ts'
import type { Db } from '../database/open.ts'

export interface StoredAttempt {
  id: string
  right: number
  questions: number
  score: number
  passed: boolean
  madeAt: string
}

/** What of each lesson is done, by lesson id. */
export interface LessonProgress {
  readAt: string | null
  bestScore: number | null
  taskDoneOn: string | null
  loggedMinutes: number
}

const nothingDone: LessonProgress = { readAt: null, bestScore: null, taskDoneOn: null, loggedMinutes: 0 }

/** What of a lesson is done. */
export function progressOf(db: Db, lessonId: string): LessonProgress {
  return { ...nothingDone, ...listProgress(db).get(lessonId) }
}

/** What of the lessons is done; a lesson that is not in it was never touched. */
export function listProgress(db: Db): Map<string, LessonProgress> {
  const rows = db
    .prepare<[], LessonProgress & { lessonId: string }>(
      `SELECT lesson_id AS lessonId, max(read_at) AS readAt, max(score) AS bestScore, max(done_on) AS taskDoneOn,
         coalesce(sum(minutes), 0) AS loggedMinutes
       FROM (
         SELECT lesson_id, read_at, NULL AS score, NULL AS done_on, NULL AS minutes FROM lesson_readings
         UNION ALL SELECT lesson_id, NULL, score, NULL, NULL FROM lesson_attempts
         UNION ALL SELECT lesson_id, NULL, NULL, done_on, NULL FROM lesson_tasks WHERE voided_at IS NULL
         UNION ALL SELECT lesson_id, NULL, NULL, NULL, minutes FROM lesson_records
           JOIN training_records ON training_records.id = record_id WHERE voided_at IS NULL
       ) GROUP BY lesson_id`,
    )
    .all()
  return new Map(rows.map(({ lessonId, ...progress }) => [lessonId, progress]))
}

/** Notes a lesson as read; with null takes the note back. The first reading stays. */
export function markRead(db: Db, lessonId: string, readAt: string | null): void {
  if (readAt === null) db.prepare('DELETE FROM lesson_readings WHERE lesson_id = ?').run(lessonId)
  else
    db.prepare('INSERT INTO lesson_readings (lesson_id, read_at) VALUES (?, ?) ON CONFLICT DO NOTHING').run(
      lessonId,
      readAt,
    )
}

export interface NewAttempt extends Omit<StoredAttempt, 'passed'> {
  lessonId: string
  edition: string
  answers: string
}

export function insertAttempt(db: Db, attempt: NewAttempt): void {
  db.prepare(
    `INSERT INTO lesson_attempts (id, lesson_id, edition, answers, right_answers, questions, score, made_at)
     VALUES (@id, @lessonId, @edition, @answers, @right, @questions, @score, @madeAt)`,
  ).run(attempt)
}

/** Every try at a lesson's quiz, the newest first. */
export function listAttempts(db: Db, lessonId: string): StoredAttempt[] {
  return db
    .prepare<[string], Omit<StoredAttempt, 'passed'>>(
      `SELECT id, right_answers AS right, questions, score, made_at AS madeAt FROM lesson_attempts
       WHERE lesson_id = ? ORDER BY made_at DESC, id DESC`,
    )
    .all(lessonId)
    .map((row) => ({ ...row, passed: row.score >= quizPassMark }))
}

interface TaskRow extends Omit<LessonTask, 'cycles' | 'details'> {
  cycles: string
  details: string
}

const taskSql = `SELECT id, kind, subject_id AS subjectId, subject_title AS subjectTitle, cycles, details, note,
  done_on AS doneOn, voided_at AS voidedAt, void_reason AS voidReason FROM lesson_tasks`

function toTask(row: TaskRow): LessonTask {
  return {
    ...row,
    cycles: JSON.parse(row.cycles) as string[],
    details: JSON.parse(row.details) as LessonTask['details'],
  }
}

export interface NewTask extends Omit<LessonTask, 'voidedAt' | 'voidReason'> {
  lessonId: string
  createdAt: string
}

export function insertTask(db: Db, task: NewTask): void {
  db.prepare(
    `INSERT INTO lesson_tasks (id, lesson_id, kind, subject_id, cycles, subject_title, details, note, done_on, created_at)
     VALUES (@id, @lessonId, @kind, @subjectId, @cycles, @subjectTitle, @details, @note, @doneOn, @createdAt)`,
  ).run({ ...task, cycles: JSON.stringify(task.cycles), details: JSON.stringify(task.details) })
}

/** One practice task. Throws `lessons.task-not-found`. */
export function getTask(db: Db, id: string): LessonTask {
  const row = db.prepare<[string], TaskRow>(`${taskSql} WHERE id = ?`).get(id)
  if (row === undefined) throw new BoanError('lessons.task-not-found', { id })
  return toTask(row)
}

/** The practice tasks of a lesson, the newest first, voided ones too. */
export function listTasks(db: Db, lessonId: string): LessonTask[] {
  return db
    .prepare<[string], TaskRow>(`${taskSql} WHERE lesson_id = ? ORDER BY created_at DESC, id DESC`)
    .all(lessonId)
    .map(toTask)
}

/** Takes a task back (null brings it back again). */
export function markTask(db: Db, id: string, voided: { at: string; reason: string } | null): void {
  db.prepare('UPDATE lesson_tasks SET voided_at = ?, void_reason = ? WHERE id = ?').run(
    voided?.at ?? null,
    voided?.reason ?? null,
    id,
  )
}

export function linkRecord(db: Db, lessonId: string, recordId: string): void {
  db.prepare('INSERT INTO lesson_records (lesson_id, record_id) VALUES (?, ?) ON CONFLICT DO NOTHING').run(
    lessonId,
    recordId,
  )
}

interface IndicatorRow extends Omit<IndicatorAnswer, 'evidenceIds'> {
  evidence: string
  updatedAt: string
}

/** Answers about an agreement, in no order, and when the last one was given. */
export function listIndicators(db: Db, agreementId: string): { answers: IndicatorAnswer[]; updatedAt: string | null } {
  const rows = db
    .prepare<[string], IndicatorRow>(
      `SELECT indicator, answer, evidence, note, updated_at AS updatedAt FROM relation_indicators
       WHERE agreement_id = ? ORDER BY updated_at, indicator`,
    )
    .all(agreementId)
  return {
    answers: rows.map(({ indicator, answer, evidence, note }) => ({
      indicator,
      answer,
      evidenceIds: JSON.parse(evidence) as string[],
      note,
    })),
    updatedAt: rows.at(-1)?.updatedAt ?? null,
  }
}

export function saveIndicator(db: Db, agreementId: string, answer: IndicatorAnswer, moment: string): void {
  db.prepare(
    `INSERT INTO relation_indicators (agreement_id, indicator, answer, evidence, note, updated_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (agreement_id, indicator) DO UPDATE SET answer = excluded.answer, evidence = excluded.evidence,
       note = excluded.note, updated_at = excluded.updated_at`,
  ).run(agreementId, answer.indicator, answer.answer, JSON.stringify(answer.evidenceIds), answer.note, moment)
}

/** Title of each piece of evidence that is there and not voided. */
export function evidenceTitles(db: Db, ids: readonly string[]): { id: string; title: string }[] {
  return db
    .prepare<[string], { id: string; title: string }>(
      'SELECT id, title FROM evidence WHERE voided_at IS NULL AND id IN (SELECT value FROM json_each(?)) ORDER BY id',
    )
    .all(JSON.stringify(ids))
}
