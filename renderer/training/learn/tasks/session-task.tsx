import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shanghaiDate } from '../../../../shared/calendar.ts'
import { addYears } from '../../../../shared/disputes/time-limit.ts'
import { streamSubjects, type TaskWords } from '../../../../shared/training/learning-calls.ts'
import { hrefTo } from '../../../shell/route.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { Field } from '../../../ui/field.tsx'
import { shanghaiClock } from '../../../ui/format.ts'
import { Loading } from '../../../ui/loading.tsx'
import { useQuery } from '../../../ui/use-query.ts'
import type { TaskFormProps } from './task-card.tsx'
import { NoRecord, NoteField, RecordPicker, TaskFoot } from './task-frame.tsx'
import { useTask } from './use-task.ts'

type Subjects = Extract<TaskWords, { kind: 'session' }>['subjects']

/** Law live-16: records of a stream are kept at least this long. */
const keptYears = 3
const always = { from: '2000-01-01', to: '9999-12-31' }

/** L2: who is who in a stream of one's own, and until when its records are kept. */
export function SessionTask({ lessonId, noteExample }: TaskFormProps) {
  const { t } = useTranslation('lessons')
  const { data, error } = useQuery('earnings.listSessions', always)
  const task = useTask(lessonId)
  const [chosen, setChosen] = useState<string>()
  const [subjects, setSubjects] = useState<Subjects>({ platform: '', operator: '', streamer: '', agency: '' })
  if (error !== undefined) return <ErrorNote error={error} />
  if (data === undefined) return <Loading rows={2} />
  const sessions = data.sessions.toSorted((a, b) => (a.start < b.start ? 1 : -1))
  if (sessions.length === 0) {
    const href = hrefTo('ledger', { view: 'sessions' })
    return <NoRecord text={t('task.session.none')} go={t('task.session.go')} href={href} />
  }
  const session = sessions.find(({ id }) => id === chosen)
  const isMissing = streamSubjects.some((subject) => subject !== 'agency' && subjects[subject].trim() === '')
  const words =
    session === undefined || isMissing
      ? undefined
      : { kind: 'session' as const, subjectId: session.id, subjects, note: task.note }
  return (
    <div className="form">
      <RecordPicker
        label={t('task.session.label')}
        options={sessions.map(({ id, start, account }) => ({ value: id, label: `${shanghaiClock(start)} ${account}` }))}
        value={chosen}
        onChange={setChosen}
        problem={task.tried && session === undefined ? t('task.chooseRecord') : undefined}
      />
      {session === undefined ? null : (
        <p className="note note-plain">
          {t('task.session.keepUntil', { date: addYears(shanghaiDate(session.end), keptYears) })}
        </p>
      )}
      <div className="form-pair">
        {streamSubjects.map((subject) => (
          <Field key={subject} label={t(`subjects.${subject}`)}>
            {(id) => (
              <Input
                id={id}
                maxLength={100}
                value={subjects[subject]}
                onChange={(event) => setSubjects((before) => ({ ...before, [subject]: event.target.value }))}
              />
            )}
          </Field>
        ))}
      </div>
      {task.tried && isMissing ? (
        <p className="field-problem" role="alert">
          {t('task.session.missing')}
        </p>
      ) : null}
      <NoteField value={task.note} onChange={task.setNote} example={noteExample} />
      <TaskFoot task={task} onSave={() => void task.save(words)} />
    </div>
  )
}
