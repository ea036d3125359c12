import { App, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunStatement, SettlementRun } from '../../../shared/earnings/settlement-shapes.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { today } from '../../ui/due-date.tsx'
import { type ChosenEvidence, EvidenceField } from '../../ui/evidence-field.tsx'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { MoneyInput } from '../../ui/money-input.tsx'
import { useCommand } from '../../ui/use-command.ts'

interface PayDialogProps {
  run: SettlementRun
  statements: readonly RunStatement[]
  onClose: () => void
  onPaid: () => void
}

function leftOf({ totals, paidFen }: RunStatement): number {
  return totals.payableFen - paidFen
}

/** Says that statements were paid: one of them with an amount of its own, several with what is left of each. */
export function PayDialog({ run, statements, onClose, onPaid }: PayDialogProps) {
  const { t } = useTranslation('settlement')
  const { message } = App.useApp()
  const pay = useCommand('earnings.payStatements')
  const [only] = statements.length === 1 ? statements : []
  const leftFen = statements.reduce((sum, statement) => sum + leftOf(statement), 0)
  const [date, setDate] = useState<string | undefined>(today())
  const [channel, setChannel] = useState('')
  const [reference, setReference] = useState('')
  const [amountFen, setAmountFen] = useState<number | undefined>(leftFen)
  const [evidence, setEvidence] = useState<ChosenEvidence[]>([])
  const submit = async (): Promise<void> => {
    if (date === undefined || amountFen === undefined || amountFen <= 0) return
    const done = await pay.run({
      runId: run.id,
      date,
      channel: channel.trim(),
      evidenceIds: evidence.map(({ id }) => id),
      statements: statements.map(({ id }) => ({
        statementId: id,
        ...(only === undefined ? {} : { amountFen }),
        ...(only === undefined || reference.trim() === '' ? {} : { reference: reference.trim() }),
      })),
    })
    if (done === undefined) return
    void message.success(t('payDialog.done', { count: done.payments, fen: done.amountFen }))
    onPaid()
    onClose()
  }
  return (
    <FormDialog
      title={
        only === undefined
          ? t('payDialog.title', { count: statements.length, fen: leftFen })
          : t('payDialog.one', { payee: only.payee.name })
      }
      submitLabel={t('payDialog.submit')}
      busy={pay.busy}
      error={pay.error}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      {only === undefined ? null : (
        <Field label={t('payDialog.amount')} help={t('payDialog.amountHelp', { fen: leftFen })}>
          {(id) => <MoneyInput id={id} fen={amountFen} onChange={setAmountFen} />}
        </Field>
      )}
      <div className="form-pair">
        <Field label={t('payDialog.date')}>{(id) => <DateInput id={id} value={date} onChange={setDate} />}</Field>
        <Field label={t('payDialog.channel')}>
          {(id) => (
            <Input
              id={id}
              value={channel}
              maxLength={60}
              placeholder={t('payDialog.channelExample')}
              onChange={(event) => setChannel(event.target.value)}
            />
          )}
        </Field>
      </div>
      {only === undefined ? null : (
        <Field label={t('payDialog.reference')}>
          {(id) => (
            <Input id={id} value={reference} maxLength={200} onChange={(event) => setReference(event.target.value)} />
          )}
        </Field>
      )}
      <EvidenceField label={t('payDialog.evidence')} kind="payment" chosen={evidence} onChange={setEvidence} />
    </FormDialog>
  )
}
