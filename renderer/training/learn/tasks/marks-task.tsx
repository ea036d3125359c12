import { Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { contractMarks, type TaskWords } from '../../../../shared/training/learning-calls.ts'
import { AgreementPicker } from './agreement-picker.tsx'
import type { TaskFormProps } from './task-card.tsx'
import { NoteField, TaskFoot } from './task-frame.tsx'
import { useTask } from './use-task.ts'

type Marks = Extract<TaskWords, { kind: 'marks' }>['marks']
type Mark = (typeof contractMarks)[number]

const states = ['found', 'absent', 'unclear'] as const
const open: Marks = {
  split: { state: 'unclear', words: '' },
  term: { state: 'unclear', words: '' },
  exclusive: { state: 'unclear', words: '' },
  penalty: { state: 'unclear', words: '' },
  account: { state: 'unclear', words: '' },
  leaving: { state: 'unclear', words: '' },
}

/** B5: the six things to look for, marked in an agreement of one's own. */
export function MarksTask({ lessonId, noteExample }: TaskFormProps) {
  const { t } = useTranslation('lessons')
  const task = useTask(lessonId)
  const [agreementId, setAgreementId] = useState<string>()
  const [marks, setMarks] = useState(open)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const isBare = (mark: Mark): boolean => marks[mark].state === 'found' && marks[mark].words.trim() === ''
  const save = async (): Promise<void> => {
    setTried(true)
    if (agreementId === undefined || contractMarks.some(isBare)) return
    if (await task.note({ kind: 'marks', subjectId: agreementId, marks, note })) setNote('')
  }
  return (
    <div className="form">
      <AgreementPicker
        about="marks"
        value={agreementId}
        onChange={setAgreementId}
        problem={tried && agreementId === undefined ? t('task.chooseRecord') : undefined}
      />
      {agreementId === undefined ? null : (
        <>
          <ul className="marks">
            {contractMarks.map((mark) => (
              <MarkLine
                key={mark}
                mark={mark}
                value={marks[mark]}
                onChange={(value) => setMarks((before) => ({ ...before, [mark]: value }))}
                problem={tried && isBare(mark) ? t('task.marks.wordsMissing') : undefined}
              />
            ))}
          </ul>
          <NoteField value={note} onChange={setNote} example={noteExample} />
          <TaskFoot busy={task.busy} error={task.error} onSave={() => void save()} />
        </>
      )}
    </div>
  )
}

interface MarkLineProps {
  mark: Mark
  value: Marks[Mark]
  onChange: (value: Marks[Mark]) => void
  problem: string | undefined
}

function MarkLine({ mark, value, onChange, problem }: MarkLineProps) {
  const { t } = useTranslation('lessons')
  return (
    <li>
      <fieldset className="mark">
        <legend>{t(`marks.${mark}`)}</legend>
        <Radio.Group
          value={value.state}
          onChange={(event) => onChange({ ...value, state: event.target.value as (typeof states)[number] })}
          options={states.map((state) => ({ value: state, label: t(`task.marks.states.${state}`) }))}
        />
        <Input
          aria-label={t('task.marks.words')}
          placeholder={t('task.marks.words')}
          maxLength={300}
          value={value.words}
          status={problem === undefined ? '' : 'error'}
          onChange={(event) => onChange({ ...value, words: event.target.value })}
        />
        {problem === undefined ? null : (
          <p className="field-problem" role="alert">
            {problem}
          </p>
        )}
      </fieldset>
    </li>
  )
}
