import { useState } from 'react'
import { EvidenceField, useChosenEvidence } from '../../ui/evidence-field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useSideTranslation } from '../../ui/term.tsx'
import type { CycleFormProps } from './cycle-form.tsx'
import { AmountField } from './fields.tsx'
import { useFactForm } from './use-fact-form.ts'

/** What the payer's own statement admits, before deductions and tax; one a cycle, which is changed here too. */
export function AcknowledgementForm({ detail, onClose }: Omit<CycleFormProps, 'cycleName'>) {
  const { t } = useSideTranslation('ledger')
  const form = useFactForm('earnings.saveAcknowledgement', onClose)
  const known = detail.acknowledgement
  const [amountFen, setAmountFen] = useState(known?.amountFen)
  const evidence = useChosenEvidence(known?.evidenceIds)
  const amountWrong = amountFen === undefined || amountFen < 0
  const { agreementId, cycle } = detail.row
  const submit = (): void =>
    void form.save(amountWrong ? undefined : { agreementId, cycle, amountFen, evidenceIds: evidence.ids })
  return (
    <FormDialog title={t('form.acknowledgement')} onSubmit={submit} {...form.dialog}>
      <AmountField
        form={form}
        help={t('form.acknowledgementHelp')}
        fen={amountFen}
        onChange={setAmountFen}
        isWrong={amountWrong}
      />
      <EvidenceField label={t('form.evidence')} kind="statement" {...evidence.field} />
    </FormDialog>
  )
}
