import { App, Button, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LessonRow } from '../../../shared/training/learning-calls.ts'
import type { Lesson } from '../../../shared/training/lesson.ts'
import { asKept } from '../../disputes/index.ts'
import { useApp } from '../../shell/app-store.ts'
import { hrefTo } from '../../shell/route.ts'
import { today } from '../../ui/due-date.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { Status } from '../../ui/status.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { isDone } from './lesson-list.tsx'
import { useLessonText } from './use-lesson-text.ts'

/** Once a lesson is done: its time, as the person says it was, into their training log. */
export function LogCard({ lesson, progress }: { lesson: Lesson; progress: LessonRow }) {
  const { t } = useTranslation('lessons')
  const self = useApp((state) => state.status?.settings.selfPartyId ?? null)
  return (
    <section className="card log-card" aria-labelledby="log-title">
      <div className="row">
        <h3 id="log-title">{t('log.title')}</h3>
        {progress.loggedMinutes === 0 ? null : (
          <Status tone="good">{t('log.logged', { minutes: progress.loggedMinutes })}</Status>
        )}
      </div>
      <p className="soft">{t('log.text')}</p>
      {!isDone(progress) ? (
        <p>{t('log.notYet')}</p>
      ) : self === null ? (
        <p>
          <a href={hrefTo('training')}>{t('log.noSelf')}</a>
        </p>
      ) : (
        <LogForm lesson={lesson} self={self} again={progress.loggedMinutes > 0} />
      )}
    </section>
  )
}

function LogForm({ lesson, self, again }: { lesson: Lesson; self: string; again: boolean }) {
  const { t } = useTranslation('lessons')
  const { message } = App.useApp()
  const text = useLessonText(lesson.figure)
  const [minutes, setMinutes] = useState<number | null>(lesson.minutes)
  const save = useCommand('training.saveRecord')
  const link = useCommand('training.noteLessonRecord')
  const log = async (): Promise<void> => {
    if (minutes === null) return
    const record = await save.run({
      partyId: self,
      date: today(),
      minutes,
      kind: 'other',
      topic: asKept(t('log.topic', { code: lesson.code, title: text(lesson.title) })),
      provider: asKept(t('log.provider')),
      mode: 'online',
      // The unit of the curriculum: the skill map counts its minutes there.
      skills: [lesson.code],
    })
    if (record === undefined) return
    if ((await link.run({ lessonId: lesson.id, recordId: record.id })) === undefined) return
    void message.success(t('log.logged', { minutes }))
  }
  return (
    <>
      <div className="log-form">
        <Field label={t('log.minutes')}>
          {(id) => <InputNumber id={id} min={1} max={600} precision={0} value={minutes} onChange={setMinutes} />}
        </Field>
        <Button disabled={minutes === null} loading={save.busy || link.busy} onClick={() => void log()}>
          {t(again ? 'log.more' : 'log.save')}
        </Button>
      </div>
      {[save.error, link.error].map((error) =>
        error === undefined ? null : <ErrorNote key={error.code} error={error} />,
      )}
    </>
  )
}
