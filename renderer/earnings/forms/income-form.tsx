import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { platformName } from '../../../shared/i18n/index.ts'
import type { Output } from '../../../shared/contract.ts'
import { incomeKinds } from '../../../shared/earnings/vocabulary.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { today } from '../../ui/due-date.tsx'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { shanghaiClock } from '../../ui/format.ts'
import { MoneyInput } from '../../ui/money-input.tsx'
import { useFactForm } from './use-fact-form.ts'

interface IncomeFormProps {
  sessions: Output<'earnings.listSessions'>['sessions']
  onClose: () => void
}

/** 打赏, 商单 and other income beside sales. */
export function IncomeForm({ sessions, onClose }: IncomeFormProps) {
  const { t } = useTranslation('ledger')
  const form = useFactForm('earnings.saveIncomeItem', onClose)
  const [kind, setKind] = useState<(typeof incomeKinds)[number]>('gift')
  const [date, setDate] = useState<string | undefined>(today())
  const [grossFen, setGrossFen] = useState<number>()
  const [feeFen, setFeeFen] = useState<number | undefined>(0)
  const [sessionId, setSessionId] = useState('')
  const session = sessions.find((one) => one.id === sessionId)
  const submit = (): void =>
    void form.save(
      date === undefined || grossFen === undefined || feeFen === undefined
        ? undefined
        : { kind, date, grossFen, feeFen, sessionId: session?.id ?? null, platform: session?.platform ?? null },
    )
  return (
    <FormDialog title={t('sessions.addIncome')} onSubmit={submit} onClose={onClose} busy={form.busy} error={form.error}>
      <div className="form-pair">
        <Field label={t('sessions.kind')}>
          {(id) => (
            <Select
              id={id}
              value={kind}
              onChange={setKind}
              options={incomeKinds.map((value) => ({ value, label: t(`earnings:incomeKinds.${value}`) }))}
            />
          )}
        </Field>
        <Field label={t('form.date')} problem={form.problem(date === undefined, 'dateProblem')}>
          {(id) => <DateInput id={id} value={date} onChange={setDate} />}
        </Field>
      </div>
      <div className="form-pair">
        <Field label={t('sessions.gross')} problem={form.problem(grossFen === undefined, 'amountProblem')}>
          {(id) => <MoneyInput id={id} fen={grossFen} onChange={setGrossFen} />}
        </Field>
        <Field label={t('sessions.fee')} problem={form.problem(feeFen === undefined, 'amountProblem')}>
          {(id) => <MoneyInput id={id} fen={feeFen} onChange={setFeeFen} />}
        </Field>
      </div>
      <Field label={t('sessions.session')}>
        {(id) => (
          <Select
            id={id}
            value={sessionId}
            onChange={setSessionId}
            options={[
              { value: '', label: t('sessions.noSession') },
              ...sessions.map((one) => ({
                value: one.id,
                label: t('sessions.name', {
                  date: shanghaiClock(one.start),
                  platform: platformName(t, one.platform),
                  account: one.account,
                }),
              })),
            ]}
          />
        )}
      </Field>
    </FormDialog>
  )
}
