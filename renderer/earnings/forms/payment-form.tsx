import { Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paymentKinds } from '../../../shared/earnings/vocabulary.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { today } from '../../ui/due-date.tsx'
import { EvidenceField, type ChosenEvidence } from '../../ui/evidence-field.tsx'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { MoneyInput } from '../../ui/money-input.tsx'
import { useQuery } from '../../ui/use-query.ts'
import type { CycleFormProps } from './cycle-form.tsx'
import { useFactForm } from './use-fact-form.ts'

interface PaymentFormProps {
  /** The cycle it is opened from; without one its money is spread by due date. */
  place?: Pick<CycleFormProps, 'detail' | 'cycleName'>
  onClose: () => void
}

const channels = ['bank', 'wechat', 'alipay', 'cash', 'platform', 'other']

/** 记一笔到账: how much, when, from whom, and for which period. */
export function PaymentForm({ place, onClose }: PaymentFormProps) {
  const { t } = useTranslation('ledger')
  const form = useFactForm('earnings.savePayment', onClose)
  const { data } = useQuery('parties.list', {})
  const [amountFen, setAmountFen] = useState<number>()
  const [date, setDate] = useState<string | undefined>(today())
  const [kind, setKind] = useState<(typeof paymentKinds)[number]>('pay')
  const [payerId, setPayerId] = useState(place?.detail.agreement.payer.id)
  const [onBehalfOfId, setOnBehalfOfId] = useState<string>()
  const [channel, setChannel] = useState('bank')
  const [reference, setReference] = useState('')
  const [here, setHere] = useState(false)
  const [evidence, setEvidence] = useState<ChosenEvidence[]>([])
  const amountWrong = amountFen === undefined || amountFen <= 0
  const parties = (data?.parties ?? []).map((party) => ({ value: party.id, label: party.name }))
  // Money given back must say what it was for; a payment may leave that to the due dates.
  const allocated = place !== undefined && (here || kind === 'repayment')
  const submit = (): void => {
    const complete = !amountWrong && date !== undefined && payerId !== undefined
    const row = place?.detail.row
    void form.save(
      complete
        ? {
            date,
            kind,
            amountFen,
            payerId,
            onBehalfOfId: onBehalfOfId ?? null,
            ...(place === undefined ? {} : { payeeId: place.detail.agreement.payee.id }),
            channel,
            reference,
            evidenceIds: evidence.map((item) => item.id),
            allocations:
              allocated && row !== undefined ? [{ agreementId: row.agreementId, cycle: row.cycle, amountFen }] : [],
          }
        : undefined,
    )
  }
  return (
    <FormDialog title={t('form.payment')} onSubmit={submit} onClose={onClose} busy={form.busy} error={form.error}>
      <div className="form-pair">
        <Field label={t('form.amount')} problem={form.problem(amountWrong, 'amountProblem')}>
          {(id) => <MoneyInput id={id} fen={amountFen} onChange={setAmountFen} />}
        </Field>
        <Field label={t('form.date')} problem={form.problem(date === undefined, 'dateProblem')}>
          {(id) => <DateInput id={id} value={date} onChange={setDate} />}
        </Field>
      </div>
      <div className="form-pair">
        <Field label={t('form.payer')} problem={form.problem(payerId === undefined, 'payerProblem')}>
          {(id) => (
            <Select
              id={id}
              showSearch={{ optionFilterProp: 'label' }}
              value={payerId ?? null}
              onChange={setPayerId}
              options={parties}
            />
          )}
        </Field>
        <Field label={t('form.kind')}>
          {(id) => (
            <Select
              id={id}
              value={kind}
              onChange={setKind}
              options={paymentKinds
                .filter((value) => place !== undefined || value !== 'repayment')
                .map((value) => ({ value, label: t(`earnings:paymentKinds.${value}`) }))}
            />
          )}
        </Field>
      </div>
      <Field label={t('form.onBehalf')} help={t('form.onBehalfHelp')}>
        {(id) => (
          <Select
            id={id}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={onBehalfOfId ?? null}
            onChange={(value: string | null | undefined) => setOnBehalfOfId(value ?? undefined)}
            options={parties.filter((party) => party.value !== payerId)}
          />
        )}
      </Field>
      <div className="form-pair">
        <Field label={t('form.channel')}>
          {(id) => (
            <Select
              id={id}
              value={channel}
              onChange={setChannel}
              options={channels.map((value) => ({ value, label: t(`form.channels.${value}`) }))}
            />
          )}
        </Field>
        <Field label={t('form.reference')}>
          {(id) => (
            <Input id={id} value={reference} maxLength={200} onChange={(event) => setReference(event.target.value)} />
          )}
        </Field>
      </div>
      {place === undefined ? null : (
        <Radio.Group
          aria-label={t('form.allocation')}
          value={allocated}
          disabled={kind === 'repayment'}
          onChange={(event) => setHere(event.target.value === true)}
          options={[
            { value: false, label: t('form.auto') },
            { value: true, label: t('form.here', { cycle: place.cycleName }) },
          ]}
        />
      )}
      <EvidenceField label={t('form.evidence')} kind="payment" chosen={evidence} onChange={setEvidence} />
    </FormDialog>
  )
}
