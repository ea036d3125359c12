import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CycleDetail } from '../../../shared/earnings/ledger-shapes.ts'
import { EvidenceField, useChosenEvidence } from '../../ui/evidence-field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { CycleFormProps } from './cycle-form.tsx'
import { AmountField, ChoiceField } from './fields.tsx'
import { useFactForm } from './use-fact-form.ts'
import { useGoverningTerms } from './use-governing-terms.ts'

type Props<Known> = Omit<CycleFormProps, 'cycleName'> & { known?: Known }

/** 手填基数: the basis of a commission typed from a screenshot, in place of order lines; one a commission. */
export function BasisForm({ detail, known, onClose }: Props<CycleDetail['cycleTotals'][number]>) {
  const { t } = useTranslation('ledger')
  const form = useFactForm('earnings.saveCycleTotal', onClose)
  const commissions = detail.steps.filter(
    ({ kind, id }) => kind === 'commission' && (known === undefined || id === known.commissionId),
  )
  const [commissionId, setCommissionId] = useState(known?.commissionId ?? commissions[0]?.id)
  const [amountFen, setAmountFen] = useState(known?.amountFen)
  const evidence = useChosenEvidence(known?.evidenceIds)
  const { agreementId, cycle } = detail.row
  const submit = (): void =>
    void form.save(
      amountFen === undefined || commissionId === undefined
        ? undefined
        : { agreementId, cycle, commissionId, amountFen, evidenceIds: evidence.ids },
    )
  return (
    <FormDialog title={t('form.cycleTotal')} onSubmit={submit} {...form.dialog}>
      <p className="soft">{t('form.cycleTotalHelp')}</p>
      <ChoiceField
        label={t('form.commission')}
        problem={form.problem(commissionId === undefined, 'commissionProblem')}
        value={commissionId}
        onChange={setCommissionId}
        options={termOptions(commissions)}
      />
      <AmountField form={form} fen={amountFen} onChange={setAmountFen} isWrong={amountFen === undefined} />
      <EvidenceField label={t('form.evidence')} kind="screenshot" {...evidence.field} />
    </FormDialog>
  )
}

/** An agreed cost (投流 and the like) of a cycle. */
export function CostForm({ detail, known, onClose }: Props<CycleDetail['costs'][number]>) {
  const { t } = useTranslation('ledger')
  const form = useFactForm('earnings.saveCost', onClose)
  const terms = useGoverningTerms(detail)?.costs ?? []
  const [chosen, setChosen] = useState(known?.costTermId)
  const [amountFen, setAmountFen] = useState(known?.amountFen)
  const evidence = useChosenEvidence(known?.evidenceIds)
  const costTermId = chosen ?? terms[0]?.id
  const amountWrong = amountFen === undefined || amountFen <= 0
  const { agreementId, cycle } = detail.row
  const place = { ...(known === undefined ? {} : { id: known.id }), agreementId, cycle }
  const submit = (): void =>
    void form.save(
      amountWrong || costTermId === undefined
        ? undefined
        : { ...place, costTermId, amountFen, evidenceIds: evidence.ids },
    )
  return (
    <FormDialog title={t('form.cost')} onSubmit={submit} {...form.dialog}>
      <ChoiceField
        label={t('form.costTerm')}
        problem={form.problem(costTermId === undefined, 'commissionProblem')}
        value={costTermId}
        onChange={setChosen}
        options={termOptions(terms)}
      />
      <AmountField form={form} fen={amountFen} onChange={setAmountFen} isWrong={amountWrong} />
      <EvidenceField label={t('form.evidence')} kind="other" {...evidence.field} />
    </FormDialog>
  )
}

function termOptions(terms: readonly { id: string; label: string }[]): { value: string; label: string }[] {
  return terms.map((term) => ({ value: term.id, label: term.label === '' ? term.id : term.label }))
}
