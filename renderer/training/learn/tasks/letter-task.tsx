import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveFile } from '../../../client.ts'
import { today } from '../../../ui/due-date.tsx'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { Icon } from '../../../ui/icons.tsx'
import { useCommand } from '../../../ui/use-command.ts'
import { CycleForm } from './cycle-form.tsx'
import type { CycleOption } from './cycle-options.ts'
import type { TaskFormProps } from './task-card.tsx'
import type { Task } from './use-task.ts'

/** L5: a demand letter for a month that is really due and unpaid. */
export function LetterTask(props: TaskFormProps) {
  const [madeFor, setMadeFor] = useState<string>()
  return (
    <CycleForm
      {...props}
      kind="letter"
      fits={(row) => row.outstandingFen > 0 && row.status === 'overdue'}
      wordsOf={({ value, agreement, row }, note) =>
        value === madeFor ? { kind: 'letter', subjectId: agreement.id, cycles: [row.cycle], note } : undefined
      }
    >
      {(option, task) => (
        <MakeLetter
          option={option}
          task={task}
          isMade={option !== undefined && option.value === madeFor}
          onMade={setMadeFor}
        />
      )}
    </CycleForm>
  )
}

interface MakeLetterProps {
  option: CycleOption | undefined
  task: Task
  isMade: boolean
  onMade: (value: string) => void
}

function MakeLetter({ option, task, isMade, onMade }: MakeLetterProps) {
  const { t } = useTranslation('lessons')
  const letter = useCommand('disputes.demandLetter')
  const make = async (): Promise<void> => {
    task.setTried(true)
    if (option === undefined) return
    const about = { agreementId: option.agreement.id, cycles: [option.row.cycle], asOf: today() }
    const made = await letter.run({ ...about, format: 'pdf' })
    if (made === undefined) return
    saveFile(made.file)
    onMade(option.value)
  }
  return (
    <>
      <div className="row">
        <Button icon={<Icon name="download" size={16} />} loading={letter.busy} onClick={() => void make()}>
          {t('task.letter.make')}
        </Button>
        {task.tried && option !== undefined && !isMade ? (
          <span className="field-problem">{t('task.letter.makeFirst')}</span>
        ) : null}
      </div>
      {isMade ? <output>{t('task.letter.made')}</output> : null}
      {letter.error === undefined ? null : <ErrorNote error={letter.error} />}
    </>
  )
}
