import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cycleEventKinds } from '../../../shared/earnings/vocabulary.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { today } from '../../ui/due-date.tsx'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { CycleFormProps } from './cycle-form.tsx'
import { useFactForm } from './use-fact-form.ts'

/** The day on which a cycle was reconciled, invoiced or paid out: due dates can hang on it. */
export function EventForm({ detail, onClose }: CycleFormProps) {
  const { t } = useTranslation('ledger')
  const form = useFactForm('earnings.saveCycleEvent', onClose)
  const [kind, setKind] = useState<(typeof cycleEventKinds)[number]>('reconciliation')
  const [date, setDate] = useState<string | undefined>(today())
  const { agreementId, cycle } = detail.row
  const submit = (): void => void form.save(date === undefined ? undefined : { agreementId, cycle, kind, date })
  return (
    <FormDialog title={t('form.event')} onSubmit={submit} onClose={onClose} busy={form.busy} error={form.error}>
      <div className="form-pair">
        <Field label={t('form.eventKind')}>
          {(id) => (
            <Select
              id={id}
              value={kind}
              onChange={setKind}
              options={cycleEventKinds.map((value) => ({ value, label: t(`earnings:cycleEvents.${value}`) }))}
            />
          )}
        </Field>
        <Field label={t('form.date')} problem={form.problem(date === undefined, 'dateProblem')}>
          {(id) => <DateInput id={id} value={date} onChange={setDate} />}
        </Field>
      </div>
    </FormDialog>
  )
}
