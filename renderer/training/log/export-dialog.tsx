import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TrainingRecord } from '../../../shared/training/records.ts'
import { saveFile } from '../../client.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { today } from '../../ui/due-date.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icons.tsx'
import { useCommand } from '../../ui/use-command.ts'

interface ExportDialogProps {
  partyId: string
  records: readonly TrainingRecord[]
  onClose: () => void
}

/** The training record of a period as a file; the whole log to begin with. */
export function ExportDialog({ partyId, records, onClose }: ExportDialogProps) {
  const { t } = useTranslation('training')
  const [from, setFrom] = useState<string | undefined>(records.at(-1)?.date ?? today())
  const [to, setTo] = useState<string | undefined>(today())
  const make = useCommand('training.exportRecord')
  const isWrong = from === undefined || to === undefined || to < from
  const save = async (format: 'pdf' | 'docx' | 'xlsx'): Promise<void> => {
    if (isWrong) return
    const made = await make.run({ partyId, from, to, format })
    if (made !== undefined) saveFile(made.file)
  }
  return (
    <Modal
      open
      title={t('export.title')}
      onCancel={onClose}
      footer={null}
      width={520}
      closable={{ 'aria-label': t('app:action.close') }}
    >
      <div className="form">
        <p className="soft">{t('export.text')}</p>
        <div className="form-pair">
          <Field label={t('export.from')} problem={isWrong ? t('export.periodProblem') : undefined}>
            {(id) => <DateInput id={id} value={from} onChange={setFrom} />}
          </Field>
          <Field label={t('export.to')}>{(id) => <DateInput id={id} value={to} onChange={setTo} />}</Field>
        </div>
        {make.error === undefined ? null : <ErrorNote error={make.error} />}
        <div className="form-foot">
          {(['xlsx', 'docx', 'pdf'] as const).map((format) => (
            <Button
              key={format}
              type={format === 'pdf' ? 'primary' : 'default'}
              icon={<Icon name="download" size={16} />}
              disabled={isWrong}
              loading={make.busy}
              onClick={() => void save(format)}
            >
              {t(`export.${format}`)}
            </Button>
          ))}
        </div>
      </div>
    </Modal>
  )
}
