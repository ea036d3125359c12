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

/** B5: the six things to look for, marked in an agreement of one's own. */
export function MarksTask({ lessonId, noteExample }: TaskFormProps) {
  const { t } = useTranslation('lessons')
  const task = useTask(lessonId)
  const [agreementId, setAgreementId] = useState<string>()
  const [given, setGiven] = useState<Partial<Marks>>({})
  const marks = wholeMarks(given)
  const words =
    agreementId === undefined || marks === undefined
      ? undefined
      : { kind: 'marks' as const, subjectId: agreementId, marks, note: task.note }
  return (
    <div className="form">
      <AgreementPicker
        about="marks"
        value={agreementId}
        onChange={setAgreementId}
        problem={task.tried && agreementId === undefined ? t('task.chooseRecord') : undefined}
      />
      {agreementId === undefined ? null : (
        <>
          <ul className="marks">
            {contractMarks.map((mark) => (
              <MarkLine
                key={mark}
                mark={mark}
                value={given[mark]}
                onChange={(value) => setGiven((before) => ({ ...before, [mark]: value }))}
                problem={task.tried ? problemOf(given[mark]) : undefined}
              />
            ))}
          </ul>
          <NoteField value={task.note} onChange={task.setNote} example={noteExample} />
          <TaskFoot task={task} onSave={() => void task.save(words)} />
        </>
      )}
    </div>
  )
}

/** What a mark lacks: a key under `task.marks.` of lessons.json. */
function problemOf(mark: Marks[Mark] | undefined): string | undefined {
  if (mark === undefined) return 'unanswered'
  return mark.state === 'found' && mark.words.trim() === '' ? 'wordsMissing' : undefined
}

/** All six, or undefined while one is open or says where without saying what. */
function wholeMarks(given: Partial<Marks>): Marks | undefined {
  const isWhole = contractMarks.every((mark) => problemOf(given[mark]) === undefined)
  return isWhole ? (given as Marks) : undefined
}

interface MarkLineProps {
  mark: Mark
  value: Marks[Mark] | undefined
  onChange: (value: Marks[Mark]) => void
  problem: string | undefined
}

function MarkLine({ mark, value, onChange, problem }: MarkLineProps) {
  const { t } = useTranslation('lessons')
  const words = value?.words ?? ''
  return (
    <li>
      <fieldset className="mark">
        <legend>{t(`marks.${mark}`)}</legend>
        <Radio.Group
          value={value?.state}
          onChange={(event) => onChange({ words, state: event.target.value as (typeof states)[number] })}
          options={states.map((state) => ({ value: state, label: t(`task.marks.states.${state}`) }))}
        />
        <Input
          aria-label={t('task.marks.words')}
          placeholder={t('task.marks.words')}
          maxLength={300}
          value={words}
          status={problem === undefined ? '' : 'error'}
          onChange={(event) => onChange({ state: value?.state ?? 'found', words: event.target.value })}
        />
        {problem === undefined ? null : (
          <p className="field-problem" role="alert">
            {t(`task.marks.${problem}`)}
          </p>
        )}
      </fieldset>
    </li>
  )
}
