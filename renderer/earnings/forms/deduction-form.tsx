import { Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EvidenceField, type ChosenEvidence } from '../../ui/evidence-field.tsx'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { MoneyInput } from '../../ui/money-input.tsx'
import type { CycleFormProps } from './cycle-form.tsx'
import { useFactForm } from './use-fact-form.ts'
import { useGoverningTerms } from './use-governing-terms.ts'

/** 记一笔扣款: how much was taken, the reason given, and the agreed reason it falls under, if any. */
export function DeductionForm({ detail, onClose }: CycleFormProps) {
  const { t } = useTranslation('ledger')
  const form = useFactForm('earnings.saveDeduction', onClose)
  const terms = useGoverningTerms(detail)
  const [amountFen, setAmountFen] = useState<number>()
  const [reason, setReason] = useState('')
  const [deductionTermId, setDeductionTermId] = useState('')
  const [evidence, setEvidence] = useState<ChosenEvidence[]>([])
  const amountWrong = amountFen === undefined || amountFen <= 0
  const reasonWrong = reason.trim() === ''
  const { agreementId, cycle } = detail.row
  const submit = (): void =>
    void form.save(
      amountWrong || reasonWrong
        ? undefined
        : {
            agreementId,
            cycle,
            amountFen,
            reason,
            deductionTermId: deductionTermId === '' ? null : deductionTermId,
            evidenceIds: evidence.map((item) => item.id),
          },
    )
  return (
    <FormDialog title={t('form.deduction')} onSubmit={submit} onClose={onClose} busy={form.busy} error={form.error}>
      <Field label={t('form.amount')} problem={form.problem(amountWrong, 'amountProblem')}>
        {(id) => <MoneyInput id={id} fen={amountFen} onChange={setAmountFen} />}
      </Field>
      <Field label={t('form.reason')} problem={form.problem(reasonWrong, 'reasonProblem')}>
        {(id) => <Input id={id} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      <Field label={t('form.term')}>
        {(id) => (
          <Select
            id={id}
            value={deductionTermId}
            onChange={setDeductionTermId}
            options={[
              { value: '', label: t('form.noTerm') },
              ...(terms?.deductions ?? []).map((term) => ({ value: term.id, label: term.label })),
            ]}
          />
        )}
      </Field>
      <EvidenceField label={t('form.evidence')} kind="other" chosen={evidence} onChange={setEvidence} />
    </FormDialog>
  )
}
