import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LessonTask } from '../../../../shared/training/learning-calls.ts'
import type { Lesson } from '../../../../shared/training/lesson.ts'
import { unreachable } from '../../../../shared/errors.ts'
import { asKept } from '../../../disputes/index.ts'
import { hrefTo } from '../../../shell/route.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { useCommand } from '../../../ui/use-command.ts'
import { useLessonText } from '../use-lesson-text.ts'
import { CycleTask } from './cycle-task.tsx'
import { IndicatorsTask } from './indicators-task.tsx'
import { LetterTask } from './letter-task.tsx'
import { MarksTask } from './marks-task.tsx'
import { SessionTask } from './session-task.tsx'
import { StatementTask } from './statement-task.tsx'
import './tasks.css'

/** What every task form is given. */
export interface TaskFormProps {
  lessonId: string
  /** What the note should say, as an example. */
  noteExample: string
}

/** The practice of a lesson: its steps, the form with a picker of real records, and what was practised before. */
export function TaskCard({ lesson, tasks }: { lesson: Lesson; tasks: LessonTask[] }) {
  const { t } = useTranslation('lessons')
  const text = useLessonText(lesson.figure)
  const { task } = lesson
  return (
    <div className="card task-card">
      <h4>{text(task.title)}</h4>
      <ol className="lesson-list lesson-list-ordered">
        {task.steps.map((step) => (
          <li key={step.en}>{text(step)}</li>
        ))}
      </ol>
      <TaskForm kind={task.kind} lessonId={lesson.id} noteExample={text(task.note)} />
      {tasks.length === 0 ? null : (
        <>
          <h4>{t('task.done')}</h4>
          <ul className="lines">
            {tasks.map((done) => (
              <DoneTask key={done.id} task={done} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function TaskForm({ kind, ...props }: TaskFormProps & { kind: LessonTask['kind'] }) {
  switch (kind) {
    case 'statement':
      return <StatementTask {...props} />
    case 'cycle':
      return <CycleTask {...props} />
    case 'marks':
      return <MarksTask {...props} />
    case 'session':
      return <SessionTask {...props} />
    case 'indicators':
      return <IndicatorsTask {...props} />
    case 'letter':
      return <LetterTask {...props} />
    default:
      return unreachable(kind)
  }
}

function DoneTask({ task }: { task: LessonTask }) {
  const { t } = useTranslation('lessons')
  const voiding = useCommand('training.voidLessonTask')
  const restoring = useCommand('training.restoreLessonTask')
  const live = task.voidedAt === null
  const title =
    task.cycles.length === 0
      ? task.subjectTitle
      : t('task.cycles', { title: task.subjectTitle, cycles: task.cycles.join(t('comma')) })
  const onVoid = (): void =>
    void (live ? voiding.run({ id: task.id, reason: asKept(t('task.voidReason')) }) : restoring.run({ id: task.id }))
  return (
    <li>
      <div className={live ? '' : 'task-voided'}>
        <p className="row">
          <time dateTime={task.doneOn}>{task.doneOn}</time>
          <a href={hrefOfSubject(task)}>{title}</a>
          {live ? null : <span className="soft">{t('task.voided')}</span>}
        </p>
        {task.note === '' ? null : <p className="soft task-note">{task.note}</p>}
        {voiding.error === undefined ? null : <ErrorNote error={voiding.error} />}
      </div>
      <Button size="small" type="text" loading={voiding.busy || restoring.busy} onClick={onVoid}>
        {t(live ? 'task.void' : 'task.restore')}
      </Button>
    </li>
  )
}

/** Where the record of a task is looked at. */
function hrefOfSubject({ kind, subjectId, cycles: [cycle] }: LessonTask): string {
  switch (kind) {
    case 'statement':
      return hrefTo('import', { statement: subjectId })
    case 'cycle':
    case 'letter':
      return hrefTo('ledger', { open: subjectId, cycle, month: cycle?.slice(0, 7) })
    case 'session':
      return hrefTo('ledger', { view: 'sessions' })
    case 'marks':
    case 'indicators':
      return hrefTo('contracts', { agreement: subjectId })
    default:
      return unreachable(kind)
  }
}
