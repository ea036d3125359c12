import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgreementDetail } from '../../shared/contracts/calls.ts'
import { DateInput } from '../ui/date-input.tsx'
import { today } from '../ui/due-date.tsx'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useCommand } from '../ui/use-command.ts'

/** Asks for the last day of an agreement. */
export function EndDialog({ agreement, onClose }: { agreement: AgreementDetail; onClose: () => void }) {
  const { t } = useTranslation('contracts')
  const [to, setTo] = useState<string | undefined>(today())
  const end = useCommand('contracts.endAgreement')
  const submit = async (): Promise<void> => {
    if (to !== undefined && (await end.run({ id: agreement.id, to })) !== undefined) onClose()
  }
  return (
    <FormDialog
      title={t('end.title')}
      submitLabel={t('page.end')}
      busy={end.busy}
      error={end.error}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p>{t('end.text')}</p>
      <Field label={t('end.day')} problem={to === undefined ? t('fault.from') : undefined}>
        {(id) => <DateInput id={id} value={to} onChange={setTo} invalid={to === undefined} />}
      </Field>
    </FormDialog>
  )
}
