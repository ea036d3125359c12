import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CycleDetail } from '../../../shared/earnings/ledger-shapes.ts'
import { withholdingKinds } from '../../../shared/earnings/vocabulary.ts'
import { EvidenceField, useChosenEvidence } from '../../ui/evidence-field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { CycleFormProps } from './cycle-form.tsx'
import { AmountField, ChoiceField } from './fields.tsx'
import { useFactForm } from './use-fact-form.ts'

type Props = Omit<CycleFormProps, 'cycleName'> & { known?: CycleDetail['withholdings'][number] }

/** 记一笔代扣: tax, social insurance and the like, which are not owed. */
export function WithholdingForm({ detail, known, onClose }: Props) {
  const { t } = useTranslation('ledger')
  const form = useFactForm('earnings.saveWithholding', onClose)
  const [amountFen, setAmountFen] = useState(known?.amountFen)
  const [kind, setKind] = useState<(typeof withholdingKinds)[number]>(known?.kind ?? 'iit')
  const evidence = useChosenEvidence(known?.evidenceIds)
  const amountWrong = amountFen === undefined || amountFen <= 0
  const { agreementId, cycle } = detail.row
  const place = { ...(known === undefined ? {} : { id: known.id }), agreementId, cycle }
  const submit = (): void =>
    void form.save(amountWrong ? undefined : { ...place, kind, amountFen, evidenceIds: evidence.ids })
  return (
    <FormDialog title={t('form.withholding')} onSubmit={submit} {...form.dialog}>
      <div className="form-pair">
        <AmountField form={form} fen={amountFen} onChange={setAmountFen} isWrong={amountWrong} />
        <ChoiceField
          label={t('form.kind')}
          value={kind}
          onChange={setKind}
          options={withholdingKinds.map((value) => ({ value, label: t(`earnings:withholdings.${value}`) }))}
        />
      </div>
      <EvidenceField label={t('form.evidence')} kind="other" {...evidence.field} />
    </FormDialog>
  )
}
