import { Input, Radio, Select } from 'antd'
import { useState } from 'react'
import type { CyclePayment, LedgerPayment } from '../../../shared/earnings/ledger-shapes.ts'
import { paymentKinds } from '../../../shared/earnings/vocabulary.ts'
import { useApp } from '../../shell/app-store.ts'
import { today } from '../../ui/due-date.tsx'
import { EvidenceField, useChosenEvidence } from '../../ui/evidence-field.tsx'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { usePayerWords, useSideTranslation } from '../../ui/term.tsx'
import type { CycleFormProps } from './cycle-form.tsx'
import { AmountField, ChoiceField, DayField } from './fields.tsx'
import { useFactForm } from './use-fact-form.ts'

interface PaymentFormProps {
  /** The cycle it is opened from; without one its money is spread by due date. */
  place?: Pick<CycleFormProps, 'detail' | 'cycleName'>
  /** What is changed; what it was put to stays. */
  known?: CyclePayment | LedgerPayment
  /** What it begins with where it is opened for a payment that is expected. Money in fen. */
  expected?: { payerId: string | undefined; payeeId: string | undefined; amountFen: number | undefined }
  /** Hears the new payment. */
  onSaved?: (payment: { id: string; amountFen: number }) => void
  onClose: () => void
}

const channels = ['bank', 'wechat', 'alipay', 'cash', 'platform', 'other']

type Allocations = LedgerPayment['allocations']

/** What a changed payment is put to: a single allocation of all of it follows the amount, others stay as they are. */
function keptAllocations(known: CyclePayment | LedgerPayment, amountFen: number): Allocations {
  const [only, ...others] = known.allocations
  const isWhole = only?.amountFen === known.amountFen && others.length === 0
  return isWhole ? [{ ...only, amountFen }] : known.allocations
}

/** 记一笔到账: how much, when, from whom, and for which period. */
export function PaymentForm({ place, known, expected, onSaved, onClose }: PaymentFormProps) {
  const { t } = useSideTranslation('ledger')
  const form = useFactForm('earnings.savePayment', onClose, ({ id }, saved) =>
    onSaved?.({ id, amountFen: saved.amountFen }),
  )
  const { data } = useQuery('parties.list', {})
  const [amountFen, setAmountFen] = useState(known?.amountFen ?? expected?.amountFen)
  const [date, setDate] = useState<string | undefined>(known?.date ?? today())
  const [kind, setKind] = useState<(typeof paymentKinds)[number]>(known?.kind ?? 'pay')
  const self = useApp((state) => state.status?.settings.selfPartyId ?? undefined)
  // One who pays says to whom; one who is paid says who paid.
  const asksPayee = usePayerWords() && place === undefined && known === undefined && expected === undefined
  const [payerId, setPayerId] = useState(
    known?.payer.id ?? place?.detail.agreement.payer.id ?? expected?.payerId ?? (asksPayee ? self : undefined),
  )
  const [payeeId, setPayeeId] = useState(
    known === undefined ? (place?.detail.agreement.payee.id ?? expected?.payeeId) : undefined,
  )
  const [onBehalfOfId, setOnBehalfOfId] = useState(known?.onBehalfOf?.id)
  const [channel, setChannel] = useState(known?.channel ?? 'bank')
  const [reference, setReference] = useState(known?.reference ?? '')
  const [here, setHere] = useState(false)
  const evidence = useChosenEvidence(known?.evidenceIds)
  const amountWrong = amountFen === undefined || amountFen <= 0
  const parties = (data?.parties ?? []).map((party) => ({ value: party.id, label: party.name }))
  // Money given back must say what it was for; a payment may leave that to the due dates.
  const allocated = place !== undefined && (here || kind === 'repayment')
  const allocationsOf = (fen: number): Allocations => {
    if (known !== undefined) return keptAllocations(known, fen)
    const row = place?.detail.row
    return allocated && row !== undefined ? [{ agreementId: row.agreementId, cycle: row.cycle, amountFen: fen }] : []
  }
  const submit = (): void =>
    void form.save(
      amountWrong || date === undefined || payerId === undefined || (asksPayee && payeeId === undefined)
        ? undefined
        : {
            ...(known === undefined ? {} : { id: known.id }),
            date,
            kind,
            amountFen,
            payerId,
            onBehalfOfId: onBehalfOfId ?? null,
            ...(payeeId === undefined ? {} : { payeeId }),
            channel,
            reference,
            evidenceIds: evidence.ids,
            allocations: allocationsOf(amountFen),
          },
    )
  const mayBeRepaid = place !== undefined || known?.kind === 'repayment'
  return (
    <FormDialog title={t('form.payment')} onSubmit={submit} {...form.dialog}>
      <div className="form-pair">
        <AmountField form={form} fen={amountFen} onChange={setAmountFen} isWrong={amountWrong} />
        <DayField form={form} date={date} onChange={setDate} />
      </div>
      <div className="form-pair">
        {asksPayee ? (
          <PartyField
            label={t('form.payee')}
            problem={form.problem(payeeId === undefined, 'payeeProblem')}
            value={payeeId}
            onChange={setPayeeId}
            options={parties.filter((party) => party.value !== payerId)}
          />
        ) : (
          <PartyField
            label={t('form.payer')}
            problem={form.problem(payerId === undefined, 'payerProblem')}
            value={payerId}
            onChange={setPayerId}
            options={parties}
          />
        )}
        <ChoiceField
          label={t('form.kind')}
          value={kind}
          onChange={setKind}
          options={paymentKinds
            .filter((value) => mayBeRepaid || value !== 'repayment')
            .map((value) => ({ value, label: t(`earnings:paymentKinds.${value}`) }))}
        />
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
        <ChoiceField
          label={t('form.channel')}
          value={channel}
          onChange={setChannel}
          options={channels.map((value) => ({ value, label: t(`form.channels.${value}`) }))}
        />
        <Field label={t('form.reference')}>
          {(id) => (
            <Input id={id} value={reference} maxLength={200} onChange={(event) => setReference(event.target.value)} />
          )}
        </Field>
      </div>
      {place === undefined || known !== undefined ? null : (
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
      <EvidenceField label={t('form.evidence')} kind="payment" {...evidence.field} />
    </FormDialog>
  )
}

interface PartyFieldProps {
  label: string
  problem: string | undefined
  value: string | undefined
  onChange: (partyId: string) => void
  options: { value: string; label: string }[]
}

function PartyField({ label, problem, value, onChange, options }: PartyFieldProps) {
  return (
    <Field label={label} problem={problem}>
      {(id) => (
        <Select
          id={id}
          showSearch={{ optionFilterProp: 'label' }}
          value={value ?? null}
          onChange={onChange}
          options={options}
        />
      )}
    </Field>
  )
}
