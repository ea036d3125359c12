import { isCivilDate, shanghaiDate } from '../../../shared/calendar.ts'
import type { Output, ParsedInput } from '../../../shared/contract.ts'
import { BoanError } from '../../../shared/errors.ts'
import type { learningCalls, LessonRow } from '../../../shared/training/learning-calls.ts'
import type { Lesson } from '../../../shared/training/lesson.ts'
import { buildMockPaper, quizPassMark, scoreQuiz } from '../../../shared/training/quiz.ts'
import type { CallContext, Handlers } from '../context.ts'
import { getAgreementRecord } from '../contracts/index.ts'
import { getLesson, listLessons } from './learning-lessons.ts'
import {
  evidenceTitles,
  getTask,
  insertAttempt,
  insertTask,
  linkRecord,
  listAttempts,
  listIndicators,
  listProgress,
  listTasks,
  type LessonProgress,
  markRead,
  markTask,
  progressOf,
  saveIndicator,
} from './learning-store.ts'

export const learningHandlers: Handlers<keyof typeof learningCalls> = {
  'training.lessons': ({ db }) => {
    const progress = listProgress(db)
    return { lessons: listLessons().map((lesson) => toRow(lesson, progress.get(lesson.id))) }
  },
  'training.lesson': ({ db }, { id }) => {
    const lesson = getLesson(id)
    return {
      lesson,
      progress: toRow(lesson, progressOf(db, id)),
      attempts: listAttempts(db, id),
      tasks: listTasks(db, id),
    }
  },
  'training.markLessonRead': (context, { id, read }) => {
    markRead(context.db, getLesson(id).id, read ? context.now() : null)
    return {}
  },
  'training.answerQuiz': answerQuiz,
  'training.saveLessonTask': saveLessonTask,
  'training.voidLessonTask': (context, { id, reason }) => setTaskVoided(context, id, reason),
  'training.restoreLessonTask': (context, { id }) => setTaskVoided(context, id, null),
  'training.noteLessonRecord': (context, { lessonId, recordId }) => {
    const known = context.db.prepare<[string]>('SELECT 1 FROM training_records WHERE id = ?').get(recordId)
    if (known === undefined) throw new BoanError('lessons.record-not-found', { id: recordId })
    linkRecord(context.db, getLesson(lessonId).id, recordId)
    context.subject(recordId)
    return {}
  },
  'training.indicators': ({ db }, { agreementId }) => {
    const { answers, updatedAt } = listIndicators(db, getAgreementRecord(db, agreementId).id)
    return {
      answers,
      updatedAt,
      evidence: evidenceTitles(
        db,
        answers.flatMap(({ evidenceIds }) => evidenceIds),
      ),
    }
  },
  'training.saveIndicators': saveIndicators,
  // Papers are loaded when one is first made.
  'training.renderIndicators': async (context, input) =>
    (await import('./learning-paper.ts')).renderIndicators(context, input),
  'training.mockPaper': (_, { number }) => ({ questions: buildMockPaper(listLessons(), number) }),
}

function toRow(lesson: Lesson, progress: LessonProgress | undefined): LessonRow {
  const { id, code, track, title, goal, minutes, edition } = lesson
  const { readAt = null, bestScore = null, taskDoneOn = null, loggedMinutes = 0 } = progress ?? {}
  const passed = bestScore !== null && bestScore >= quizPassMark
  return { id, code, track, title, goal, minutes, edition, readAt, bestScore, passed, taskDoneOn, loggedMinutes }
}

/** Marks a try and keeps it. Throws `lessons.not-found`, `lessons.unknown-question`. */
function answerQuiz(
  context: CallContext,
  { id: lessonId, answers }: ParsedInput<'training.answerQuiz'>,
): Output<'training.answerQuiz'> {
  const { quiz, edition } = getLesson(lessonId)
  const strange = Object.keys(answers).find((id) => !quiz.some((question) => question.id === id))
  if (strange !== undefined) throw new BoanError('lessons.unknown-question', { id: strange })
  const { right, total, score, passed } = scoreQuiz(quiz, answers)
  const attempt = { id: context.newId(), right, questions: total, score, madeAt: context.now() }
  insertAttempt(context.db, { ...attempt, lessonId, edition, answers: JSON.stringify(answers) })
  context.subject(attempt.id)
  return { ...attempt, passed }
}

/** Throws `lessons.not-found`, `lessons.other-task`, `lessons.bad-date` and what `findTaskSubject` throws. */
async function saveLessonTask(
  context: CallContext,
  input: ParsedInput<'training.saveLessonTask'>,
): Promise<Output<'training.saveLessonTask'>> {
  const lesson = getLesson(input.lessonId)
  if (lesson.task.kind !== input.task.kind) throw new BoanError('lessons.other-task', { code: lesson.code })
  const today = shanghaiDate(context.now())
  const doneOn = input.doneOn ?? today
  if (!isCivilDate(doneOn) || doneOn > today) throw new BoanError('lessons.bad-date', { date: doneOn })
  const { findTaskSubject } = await import('./learning-subjects.ts')
  const subject = await findTaskSubject(context, input.task)
  const id = context.newId()
  insertTask(context.db, {
    id,
    lessonId: lesson.id,
    kind: input.task.kind,
    subjectId: input.task.subjectId,
    subjectTitle: subject.title,
    cycles: subject.cycles,
    details: subject.details,
    note: input.task.note,
    doneOn,
    createdAt: context.now(),
  })
  context.subject(id, input.task.subjectId)
  return getTask(context.db, id)
}

function setTaskVoided(context: CallContext, id: string, reason: string | null): Output<'training.voidLessonTask'> {
  getTask(context.db, id)
  markTask(context.db, id, reason === null ? null : { at: context.now(), reason })
  context.subject(id)
  return getTask(context.db, id)
}

/** Throws `contracts.agreement-not-found`, `lessons.evidence-not-found`. */
function saveIndicators(
  context: CallContext,
  { agreementId, answers }: ParsedInput<'training.saveIndicators'>,
): Record<string, never> {
  const { db } = context
  getAgreementRecord(db, agreementId)
  const named = [...new Set(answers.flatMap(({ evidenceIds }) => evidenceIds))]
  if (evidenceTitles(db, named).length < named.length) throw new BoanError('lessons.evidence-not-found')
  for (const answer of answers) saveIndicator(db, agreementId, answer, context.now())
  context.subject(agreementId, ...named)
  return {}
}
