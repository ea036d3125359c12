import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EvidenceField, type ChosenEvidence } from '../../ui/evidence-field.tsx'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { MoneyInput } from '../../ui/money-input.tsx'
import type { CycleFormProps } from './cycle-form.tsx'
import { useFactForm } from './use-fact-form.ts'
import { useGoverningTerms } from './use-governing-terms.ts'

/** 手填基数: the basis of a commission typed from a screenshot, in place of order lines. */
export function BasisForm({ detail, onClose }: CycleFormProps) {
  const { t } = useTranslation('ledger')
  const form = useFactForm('earnings.saveCycleTotal', onClose)
  const commissions = detail.steps.filter((step) => step.kind === 'commission')
  const [commissionId, setCommissionId] = useState(commissions[0]?.id)
  const [amountFen, setAmountFen] = useState<number>()
  const [evidence, setEvidence] = useState<ChosenEvidence[]>([])
  const { agreementId, cycle } = detail.row
  const submit = (): void =>
    void form.save(
      amountFen === undefined || commissionId === undefined
        ? undefined
        : { agreementId, cycle, commissionId, amountFen, evidenceIds: evidence.map((item) => item.id) },
    )
  return (
    <FormDialog title={t('form.cycleTotal')} onSubmit={submit} onClose={onClose} busy={form.busy} error={form.error}>
      <p className="soft">{t('form.cycleTotalHelp')}</p>
      <TermSelect
        label={t('form.commission')}
        problem={form.problem(commissionId === undefined, 'commissionProblem')}
        value={commissionId}
        onChange={setCommissionId}
        terms={commissions}
      />
      <Field label={t('form.amount')} problem={form.problem(amountFen === undefined, 'amountProblem')}>
        {(id) => <MoneyInput id={id} fen={amountFen} onChange={setAmountFen} />}
      </Field>
      <EvidenceField label={t('form.evidence')} kind="screenshot" chosen={evidence} onChange={setEvidence} />
    </FormDialog>
  )
}

/** An agreed cost (投流 and the like) of a cycle. */
export function CostForm({ detail, onClose }: CycleFormProps) {
  const { t } = useTranslation('ledger')
  const form = useFactForm('earnings.saveCost', onClose)
  const terms = useGoverningTerms(detail)?.costs ?? []
  const [chosen, setChosen] = useState<string>()
  const [amountFen, setAmountFen] = useState<number>()
  const [evidence, setEvidence] = useState<ChosenEvidence[]>([])
  const costTermId = chosen ?? terms[0]?.id
  const amountWrong = amountFen === undefined || amountFen <= 0
  const { agreementId, cycle } = detail.row
  const submit = (): void =>
    void form.save(
      amountWrong || costTermId === undefined
        ? undefined
        : { agreementId, cycle, costTermId, amountFen, evidenceIds: evidence.map((item) => item.id) },
    )
  return (
    <FormDialog title={t('form.cost')} onSubmit={submit} onClose={onClose} busy={form.busy} error={form.error}>
      <TermSelect
        label={t('form.costTerm')}
        problem={form.problem(costTermId === undefined, 'commissionProblem')}
        value={costTermId}
        onChange={setChosen}
        terms={terms}
      />
      <Field label={t('form.amount')} problem={form.problem(amountWrong, 'amountProblem')}>
        {(id) => <MoneyInput id={id} fen={amountFen} onChange={setAmountFen} />}
      </Field>
      <EvidenceField label={t('form.evidence')} kind="other" chosen={evidence} onChange={setEvidence} />
    </FormDialog>
  )
}

interface TermSelectProps {
  label: string
  problem: string | undefined
  value: string | undefined
  onChange: (id: string) => void
  terms: readonly { id: string; label: string }[]
}

function TermSelect({ label, problem, value, onChange, terms }: TermSelectProps) {
  return (
    <Field label={label} problem={problem}>
      {(id) => (
        <Select
          id={id}
          value={value ?? null}
          onChange={(chosen: string | null) => (chosen === null ? undefined : onChange(chosen))}
          options={terms.map((term) => ({ value: term.id, label: term.label === '' ? term.id : term.label }))}
        />
      )}
    </Field>
  )
}
