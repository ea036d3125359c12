import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { withholdingKinds } from '../../../shared/earnings/vocabulary.ts'
import { EvidenceField, type ChosenEvidence } from '../../ui/evidence-field.tsx'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { MoneyInput } from '../../ui/money-input.tsx'
import type { CycleFormProps } from './cycle-form.tsx'
import { useFactForm } from './use-fact-form.ts'

/** 记一笔代扣: tax, social insurance and the like, which are not owed. */
export function WithholdingForm({ detail, onClose }: CycleFormProps) {
  const { t } = useTranslation('ledger')
  const form = useFactForm('earnings.saveWithholding', onClose)
  const [amountFen, setAmountFen] = useState<number>()
  const [kind, setKind] = useState<(typeof withholdingKinds)[number]>('iit')
  const [evidence, setEvidence] = useState<ChosenEvidence[]>([])
  const amountWrong = amountFen === undefined || amountFen <= 0
  const { agreementId, cycle } = detail.row
  const submit = (): void =>
    void form.save(
      amountWrong ? undefined : { agreementId, cycle, kind, amountFen, evidenceIds: evidence.map((item) => item.id) },
    )
  return (
    <FormDialog title={t('form.withholding')} onSubmit={submit} onClose={onClose} busy={form.busy} error={form.error}>
      <div className="form-pair">
        <Field label={t('form.amount')} problem={form.problem(amountWrong, 'amountProblem')}>
          {(id) => <MoneyInput id={id} fen={amountFen} onChange={setAmountFen} />}
        </Field>
        <Field label={t('form.kind')}>
          {(id) => (
            <Select
              id={id}
              value={kind}
              onChange={setKind}
              options={withholdingKinds.map((value) => ({ value, label: t(`earnings:withholdings.${value}`) }))}
            />
          )}
        </Field>
      </div>
      <EvidenceField label={t('form.evidence')} kind="other" chosen={evidence} onChange={setEvidence} />
    </FormDialog>
  )
}
