import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveFile } from '../../../client.ts'
import { hrefTo } from '../../../shell/route.ts'
import { today } from '../../../ui/due-date.tsx'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { Icon } from '../../../ui/icons.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { useCommand } from '../../../ui/use-command.ts'
import { useCycleOptions } from './cycle-options.ts'
import type { TaskFormProps } from './task-card.tsx'
import { NoRecord, NoteField, RecordPicker, TaskFoot } from './task-frame.tsx'
import { useTask } from './use-task.ts'

/** L5: a demand letter for a month that is really due and unpaid. */
export function LetterTask({ lessonId, noteExample }: TaskFormProps) {
  const { t } = useTranslation('lessons')
  const { options, error } = useCycleOptions((row) => row.outstandingFen > 0 && row.status === 'overdue')
  const task = useTask(lessonId)
  const letter = useCommand('disputes.demandLetter')
  const [chosen, setChosen] = useState<string>()
  const [madeFor, setMadeFor] = useState<string>()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  if (error !== undefined) return <ErrorNote error={error} />
  if (options === undefined) return <Loading rows={2} />
  if (options.length === 0) {
    return <NoRecord text={t('task.letter.none')} go={t('task.letter.go')} href={hrefTo('ledger')} />
  }
  const option = options.find(({ value }) => value === chosen)
  const isMade = option !== undefined && madeFor === option.value
  const make = async (): Promise<void> => {
    setTried(true)
    if (option === undefined) return
    const about = { agreementId: option.agreement.id, cycles: [option.row.cycle], asOf: today() }
    const made = await letter.run({ ...about, format: 'pdf' })
    if (made === undefined) return
    saveFile(made.file)
    setMadeFor(option.value)
  }
  const save = async (): Promise<void> => {
    setTried(true)
    if (option === undefined || !isMade) return
    const done = await task.note({ kind: 'letter', subjectId: option.agreement.id, cycles: [option.row.cycle], note })
    if (done) {
      setNote('')
      setTried(false)
    }
  }
  return (
    <div className="form">
      <RecordPicker
        label={t('task.letter.label')}
        options={options.map(({ value, label }) => ({ value, label }))}
        value={chosen}
        onChange={setChosen}
        problem={tried && option === undefined ? t('task.chooseRecord') : undefined}
      />
      <div className="row">
        <Button icon={<Icon name="download" size={16} />} loading={letter.busy} onClick={() => void make()}>
          {t('task.letter.make')}
        </Button>
        {tried && option !== undefined && !isMade ? (
          <span className="field-problem">{t('task.letter.makeFirst')}</span>
        ) : null}
      </div>
      {isMade ? <output>{t('task.letter.made')}</output> : null}
      {letter.error === undefined ? null : <ErrorNote error={letter.error} />}
      <NoteField value={note} onChange={setNote} example={noteExample} />
      <TaskFoot busy={task.busy} error={task.error} onSave={() => void save()} />
    </div>
  )
}
