import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hrefTo } from '../../../shell/route.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { useCycleOptions } from './cycle-options.ts'
import type { TaskFormProps } from './task-card.tsx'
import { NoRecord, NoteField, RecordPicker, TaskFoot } from './task-frame.tsx'
import { useTask } from './use-task.ts'

/** B4: a month that was reconciled and confirmed. */
export function CycleTask({ lessonId, noteExample }: TaskFormProps) {
  const { t } = useTranslation('lessons')
  const { options, error } = useCycleOptions((row) => row.confirmed)
  const task = useTask(lessonId)
  const [chosen, setChosen] = useState<string>()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  if (error !== undefined) return <ErrorNote error={error} />
  if (options === undefined) return <Loading rows={2} />
  if (options.length === 0) {
    return <NoRecord text={t('task.cycle.none')} go={t('task.cycle.go')} href={hrefTo('ledger')} />
  }
  const option = options.find(({ value }) => value === chosen)
  const save = async (): Promise<void> => {
    setTried(true)
    if (option === undefined) return
    const done = await task.note({ kind: 'cycle', subjectId: option.agreement.id, cycle: option.row.cycle, note })
    if (done) {
      setNote('')
      setTried(false)
    }
  }
  return (
    <div className="form">
      <RecordPicker
        label={t('task.cycle.label')}
        options={options.map(({ value, label }) => ({ value, label }))}
        value={chosen}
        onChange={setChosen}
        problem={tried && option === undefined ? t('task.chooseRecord') : undefined}
      />
      <NoteField value={note} onChange={setNote} example={noteExample} />
      <TaskFoot busy={task.busy} error={task.error} onSave={() => void save()} />
    </div>
  )
}
