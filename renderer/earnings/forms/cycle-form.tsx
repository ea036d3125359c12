import type { ReactElement } from 'react'
import type { CycleDetail } from '../../../shared/earnings/ledger-shapes.ts'
import { AcknowledgementForm } from './acknowledgement-form.tsx'
import { BasisForm, CostForm } from './basis-forms.tsx'
import { DeductionForm } from './deduction-form.tsx'
import { EventForm } from './event-form.tsx'
import { PaymentForm } from './payment-form.tsx'
import { WithholdingForm } from './withholding-form.tsx'

export type CycleFormKind =
  | 'payment'
  | 'deduction'
  | 'withholding'
  | 'acknowledgement'
  | 'event'
  | 'cycle-total'
  | 'cost'

export interface CycleFormProps {
  detail: CycleDetail
  cycleName: string
  onClose: () => void
}

const forms: Record<CycleFormKind, (props: CycleFormProps) => ReactElement> = {
  payment: ({ onClose, ...place }) => <PaymentForm place={place} onClose={onClose} />,
  deduction: DeductionForm,
  withholding: WithholdingForm,
  acknowledgement: AcknowledgementForm,
  event: EventForm,
  'cycle-total': BasisForm,
  cost: CostForm,
}

/** The form that records one kind of fact for an opened cycle. */
export function CycleForm({ kind, ...props }: CycleFormProps & { kind: CycleFormKind }) {
  const Form = forms[kind]
  return <Form {...props} />
}
