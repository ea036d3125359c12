import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerRow } from '../../../../shared/earnings/ledger-shapes.ts'
import type { TaskWords } from '../../../../shared/training/learning-calls.ts'
import { hrefTo } from '../../../shell/route.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { type CycleOption, useCycleOptions } from './cycle-options.ts'
import type { TaskFormProps } from './task-card.tsx'
import { NoRecord, NoteField, RecordPicker, TaskFoot } from './task-frame.tsx'
import { type Task, useTask } from './use-task.ts'

interface CycleFormProps extends TaskFormProps {
  /** Its words stand under `task.<kind>` of lessons.json. */
  kind: 'cycle' | 'letter'
  /** Which months of the ledger the task can be done on. */
  fits: (row: LedgerRow) => boolean
  /** What is kept of the chosen month; undefined while something is missing. */
  wordsOf: (option: CycleOption, note: string) => TaskWords | undefined
  /** What is to be done with the chosen month before it is noted. */
  children?: (option: CycleOption | undefined, task: Task) => ReactNode
}

/** A practice task on one month of the ledger: which one, what is done with it, and the note. */
export function CycleForm({ lessonId, noteExample, kind, fits, wordsOf, children }: CycleFormProps) {
  const { t } = useTranslation('lessons')
  const { options, error } = useCycleOptions(fits)
  const task = useTask(lessonId)
  const [chosen, setChosen] = useState<string>()
  if (error !== undefined) return <ErrorNote error={error} />
  if (options === undefined) return <Loading rows={2} />
  if (options.length === 0) {
    return <NoRecord text={t(`task.${kind}.none`)} go={t(`task.${kind}.go`)} href={hrefTo('ledger')} />
  }
  const option = options.find(({ value }) => value === chosen)
  return (
    <div className="form">
      <RecordPicker
        label={t(`task.${kind}.label`)}
        options={options.map(({ value, label }) => ({ value, label }))}
        value={chosen}
        onChange={setChosen}
        problem={task.tried && option === undefined ? t('task.chooseRecord') : undefined}
      />
      {children?.(option, task)}
      <NoteField value={task.note} onChange={task.setNote} example={noteExample} />
      <TaskFoot
        task={task}
        onSave={() => void task.save(option === undefined ? undefined : wordsOf(option, task.note))}
      />
    </div>
  )
}
