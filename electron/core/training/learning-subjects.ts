import { shanghaiDate } from '../../../shared/calendar.ts'
import { BoanError, unreachable } from '../../../shared/errors.ts'
import { indicatorIds } from '../../../shared/training/indicators.ts'
import { contractMarks, streamSubjects, type TaskWords } from '../../../shared/training/learning-calls.ts'
import type { CallContext } from '../context.ts'
import { getAgreementRecord } from '../contracts/index.ts'
import { ledgerHandlers } from '../earnings/index.ts'
import { getStatement } from '../earnings/import/index.ts'
import { listIndicators } from './learning-store.ts'

/** The real record that a practice task was done on, as the log of the task keeps it. */
export interface TaskSubject {
  title: string
  cycles: string[]
  details: Record<string, unknown>
}

/**
 * Finds the record of a practice task and looks whether the task was really done on it. Throws `lessons.not-orders`,
 * `lessons.not-confirmed`, `lessons.nothing-owed`, `lessons.marks-incomplete`, `lessons.subjects-missing`,
 * `lessons.indicators-incomplete`, `lessons.subject-voided`, `lessons.session-not-found` and what the record's own domain throws.
 */
export async function findTaskSubject(context: CallContext, task: TaskWords): Promise<TaskSubject> {
  switch (task.kind) {
    case 'statement':
      return plain(statementTitle(context, task.subjectId))
    case 'cycle':
      return cycleSubject(context, task.subjectId, [task.cycle], 'confirmed')
    case 'letter':
      return cycleSubject(context, task.subjectId, task.cycles, 'owed')
    case 'marks':
      return { ...plain(agreementTitle(context, task.subjectId)), details: { marks: checkMarks(task.marks) } }
    case 'session':
      return {
        ...plain(await sessionTitle(context, task.subjectId)),
        details: { subjects: checkSubjects(task.subjects) },
      }
    case 'indicators':
      return indicatorSubject(context, task.subjectId)
    default:
      return unreachable(task)
  }
}

function plain(title: string): TaskSubject {
  return { title, cycles: [], details: {} }
}

function statementTitle({ db }: CallContext, id: string): string {
  const statement = getStatement(db, id)
  if (statement.voidedAt !== null) throw new BoanError('lessons.subject-voided', { title: statement.file })
  if (statement.kind !== 'orders') throw new BoanError('lessons.not-orders', { file: statement.file })
  return statement.file
}

function agreementTitle({ db }: CallContext, id: string): string {
  const agreement = getAgreementRecord(db, id)
  if (agreement.voidedAt !== null) throw new BoanError('lessons.subject-voided', { title: agreement.title })
  return agreement.title
}

async function cycleSubject(
  context: CallContext,
  agreementId: string,
  cycles: readonly string[],
  wanted: 'confirmed' | 'owed',
): Promise<TaskSubject> {
  const title = agreementTitle(context, agreementId)
  const asOf = shanghaiDate(context.now())
  for (const cycle of cycles) {
    const { row } = await ledgerHandlers['earnings.cycle'](context, { agreementId, cycle, asOf })
    if (wanted === 'confirmed' && !row.confirmed) throw new BoanError('lessons.not-confirmed', { cycle })
    if (wanted === 'owed' && row.outstandingFen <= 0) throw new BoanError('lessons.nothing-owed', { cycle })
  }
  return { title, cycles: [...cycles], details: {} }
}

async function sessionTitle(context: CallContext, id: string): Promise<string> {
  const { sessions } = await ledgerHandlers['earnings.listSessions'](context, {
    from: '2000-01-01',
    to: '9999-12-31',
    withVoided: false,
  })
  const session = sessions.find((candidate) => candidate.id === id)
  if (session === undefined) throw new BoanError('lessons.session-not-found', { id })
  return `${shanghaiDate(session.start)} ${session.account}`
}

type Marks = Extract<TaskWords, { kind: 'marks' }>['marks']

/** What was found must say where it stands. */
function checkMarks(marks: Marks): Marks {
  const bare = contractMarks.filter((mark) => marks[mark].state === 'found' && marks[mark].words === '')
  if (bare.length > 0) throw new BoanError('lessons.marks-incomplete', { count: bare.length })
  return marks
}

type Subjects = Extract<TaskWords, { kind: 'session' }>['subjects']

/** A stream may have no agency; the other three it always has (law live-2). */
function checkSubjects(subjects: Subjects): Subjects {
  const missing = streamSubjects.filter((subject) => subject !== 'agency' && subjects[subject] === '')
  if (missing.length > 0) throw new BoanError('lessons.subjects-missing', { count: missing.length })
  return subjects
}

function indicatorSubject(context: CallContext, agreementId: string): TaskSubject {
  const title = agreementTitle(context, agreementId)
  const answered = new Set(listIndicators(context.db, agreementId).answers.map(({ indicator }) => indicator))
  const open = indicatorIds.filter((indicator) => !answered.has(indicator)).length
  if (open > 0) throw new BoanError('lessons.indicators-incomplete', { count: open })
  return plain(title)
}
