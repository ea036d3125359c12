import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CycleDetail } from '../../../shared/earnings/ledger-shapes.ts'
import { cycleEventKinds } from '../../../shared/earnings/vocabulary.ts'
import { today } from '../../ui/due-date.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { CycleFormProps } from './cycle-form.tsx'
import { ChoiceField, DayField } from './fields.tsx'
import { useFactForm } from './use-fact-form.ts'

type Props = Omit<CycleFormProps, 'cycleName'> & { known?: CycleDetail['events'][number] }

/** The day on which a cycle was reconciled, invoiced or paid out: due dates can hang on it. */
export function EventForm({ detail, known, onClose }: Props) {
  const { t } = useTranslation('ledger')
  const form = useFactForm('earnings.saveCycleEvent', onClose)
  const [kind, setKind] = useState<(typeof cycleEventKinds)[number]>(known?.kind ?? 'reconciliation')
  const [date, setDate] = useState<string | undefined>(known?.date ?? today())
  const { agreementId, cycle } = detail.row
  const place = { ...(known === undefined ? {} : { id: known.id }), agreementId, cycle }
  const submit = (): void => void form.save(date === undefined ? undefined : { ...place, kind, date })
  return (
    <FormDialog title={t('form.event')} onSubmit={submit} {...form.dialog}>
      <div className="form-pair">
        <ChoiceField
          label={t('form.eventKind')}
          value={kind}
          onChange={setKind}
          options={cycleEventKinds.map((value) => ({ value, label: t(`earnings:cycleEvents.${value}`) }))}
        />
        <DayField form={form} date={date} onChange={setDate} />
      </div>
    </FormDialog>
  )
}
