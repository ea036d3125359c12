import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type IndicatorAnswer, indicatorIds } from '../../../../shared/training/indicators.ts'
import type { Output } from '../../../../shared/contract.ts'
import { saveFile } from '../../../client.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { Icon } from '../../../ui/icons.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { useCommand } from '../../../ui/use-command.ts'
import { useQuery } from '../../../ui/use-query.ts'
import { AgreementPicker } from './agreement-picker.tsx'
import { IndicatorTable } from './indicator-table.tsx'
import type { TaskFormProps } from './task-card.tsx'
import { NoteField, TaskFoot } from './task-frame.tsx'
import { useTask } from './use-task.ts'

/** L4: the table of signs for an agreement of one's own, kept, printed, and no verdict. */
export function IndicatorsTask({ lessonId, noteExample }: TaskFormProps) {
  const { t } = useTranslation('lessons')
  const [agreementId, setAgreementId] = useState<string>()
  const { data, error } = useQuery('training.indicators', agreementId === undefined ? undefined : { agreementId })
  return (
    <div className="form">
      <AgreementPicker about="indicators" value={agreementId} onChange={setAgreementId} problem={undefined} />
      <p className="note note-plain">{t('task.indicators.noVerdict')}</p>
      {error === undefined ? null : <ErrorNote error={error} />}
      {agreementId === undefined ? null : data === undefined ? (
        <Loading />
      ) : (
        <Filled key={agreementId} {...{ lessonId, noteExample, agreementId }} stored={data} />
      )}
    </div>
  )
}

type FilledProps = TaskFormProps & { agreementId: string; stored: Output<'training.indicators'> }

function Filled({ lessonId, noteExample, agreementId, stored }: FilledProps) {
  const { t } = useTranslation('lessons')
  const { message } = App.useApp()
  const [changes, setChanges] = useState<IndicatorAnswer[]>([])
  const [titles, setTitles] = useState(stored.evidence)
  const keep = useCommand('training.saveIndicators')
  const task = useTask(lessonId)
  const changed = new Set(changes.map(({ indicator }) => indicator))
  const answers = [...stored.answers.filter(({ indicator }) => !changed.has(indicator)), ...changes]
  const left = indicatorIds.length - answers.length
  const save = async (): Promise<boolean> => {
    if (changes.length === 0) return true
    if ((await keep.run({ agreementId, answers: changes })) === undefined) return false
    setChanges([])
    void message.success(t('task.indicators.saved'))
    return true
  }
  const done = async (): Promise<void> => {
    if (left > 0 || !(await save())) return
    await task.save({ kind: 'indicators', subjectId: agreementId, note: task.note })
  }
  return (
    <>
      <IndicatorTable
        answers={answers}
        titles={titles}
        onTitles={(added) => setTitles((before) => [...before, ...added])}
        onAnswer={(answer) =>
          setChanges((before) => [...before.filter(({ indicator }) => indicator !== answer.indicator), answer])
        }
      />
      <div className="row">
        <Button loading={keep.busy} disabled={changes.length === 0} onClick={() => void save()}>
          {t('task.indicators.save')}
        </Button>
        <PrintButtons agreementId={agreementId} disabled={changes.length > 0} />
        {changes.length > 0 ? <span className="soft">{t('task.indicators.unsaved')}</span> : null}
      </div>
      {keep.error === undefined ? null : <ErrorNote error={keep.error} />}
      <NoteField value={task.note} onChange={task.setNote} example={noteExample} />
      <TaskFoot task={task} onSave={() => void done()}>
        {left > 0 ? <span className="soft">{t('task.indicators.open', { left })}</span> : null}
      </TaskFoot>
    </>
  )
}

/** The table as a paper, from what is kept: changes are saved first. */
function PrintButtons({ agreementId, disabled }: { agreementId: string; disabled: boolean }) {
  const { t } = useTranslation('lessons')
  const print = useCommand('training.renderIndicators')
  const make = async (format: 'pdf' | 'docx'): Promise<void> => {
    const file = await print.run({ agreementId, format })
    if (file !== undefined) saveFile(file)
  }
  return (
    <>
      {(['pdf', 'docx'] as const).map((format) => (
        <Button
          key={format}
          icon={<Icon name="download" size={16} />}
          loading={print.busy}
          disabled={disabled}
          onClick={() => void make(format)}
        >
          {t(`task.indicators.${format}`)}
        </Button>
      ))}
      {print.error === undefined ? null : <ErrorNote error={print.error} />}
    </>
  )
}
