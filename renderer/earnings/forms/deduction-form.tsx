import { Input } from 'antd'
import { useState } from 'react'
import type { CycleDetail } from '../../../shared/earnings/ledger-shapes.ts'
import { EvidenceField, useChosenEvidence } from '../../ui/evidence-field.tsx'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useSideTranslation } from '../../ui/term.tsx'
import type { CycleFormProps } from './cycle-form.tsx'
import { AmountField, ChoiceField } from './fields.tsx'
import { useFactForm } from './use-fact-form.ts'
import { useGoverningTerms } from './use-governing-terms.ts'

type Props = Omit<CycleFormProps, 'cycleName'> & { known?: CycleDetail['deductions'][number] }

/** 记一笔扣款: how much was taken, the reason given, and the agreed reason it falls under, if any. */
export function DeductionForm({ detail, known, onClose }: Props) {
  const { t } = useSideTranslation('ledger')
  const form = useFactForm('earnings.saveDeduction', onClose)
  const terms = useGoverningTerms(detail)
  const [amountFen, setAmountFen] = useState(known?.amountFen)
  const [reason, setReason] = useState(known?.statedReason ?? '')
  const [deductionTermId, setDeductionTermId] = useState(known?.deductionTermId ?? '')
  const evidence = useChosenEvidence(known?.evidenceIds)
  const amountWrong = amountFen === undefined || amountFen <= 0
  const reasonWrong = reason.trim() === ''
  const { agreementId, cycle } = detail.row
  const submit = (): void =>
    void form.save(
      amountWrong || reasonWrong
        ? undefined
        : {
            ...(known === undefined ? {} : { id: known.id }),
            agreementId,
            cycle,
            amountFen,
            reason,
            deductionTermId: deductionTermId === '' ? null : deductionTermId,
            evidenceIds: evidence.ids,
          },
    )
  return (
    <FormDialog title={t('form.deduction')} onSubmit={submit} {...form.dialog}>
      <AmountField form={form} fen={amountFen} onChange={setAmountFen} isWrong={amountWrong} />
      <Field label={t('form.reason')} problem={form.problem(reasonWrong, 'reasonProblem')}>
        {(id) => <Input id={id} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      <ChoiceField
        label={t('form.term')}
        value={deductionTermId}
        onChange={setDeductionTermId}
        options={[
          { value: '', label: t('form.noTerm') },
          ...(terms?.deductions ?? []).map((term) => ({ value: term.id, label: term.label })),
        ]}
      />
      <EvidenceField label={t('form.evidence')} kind="other" {...evidence.field} />
    </FormDialog>
  )
}
