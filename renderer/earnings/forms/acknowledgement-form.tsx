import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EvidenceField, type ChosenEvidence } from '../../ui/evidence-field.tsx'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { MoneyInput } from '../../ui/money-input.tsx'
import type { CycleFormProps } from './cycle-form.tsx'
import { useFactForm } from './use-fact-form.ts'

/** What the payer's own statement admits, before deductions and tax. */
export function AcknowledgementForm({ detail, onClose }: CycleFormProps) {
  const { t } = useTranslation('ledger')
  const form = useFactForm('earnings.saveAcknowledgement', onClose)
  const [amountFen, setAmountFen] = useState(detail.acknowledgement?.amountFen)
  const [evidence, setEvidence] = useState<ChosenEvidence[]>([])
  const amountWrong = amountFen === undefined || amountFen < 0
  const { agreementId, cycle } = detail.row
  const kept = detail.acknowledgement?.evidenceIds ?? []
  const submit = (): void =>
    void form.save(
      amountWrong
        ? undefined
        : { agreementId, cycle, amountFen, evidenceIds: [...kept, ...evidence.map((item) => item.id)] },
    )
  return (
    <FormDialog
      title={t('form.acknowledgement')}
      onSubmit={submit}
      onClose={onClose}
      busy={form.busy}
      error={form.error}
    >
      <Field
        label={t('form.amount')}
        problem={form.problem(amountWrong, 'amountProblem')}
        help={t('form.acknowledgementHelp')}
      >
        {(id) => <MoneyInput id={id} fen={amountFen} onChange={setAmountFen} />}
      </Field>
      <EvidenceField label={t('form.evidence')} kind="statement" chosen={evidence} onChange={setEvidence} />
    </FormDialog>
  )
}
