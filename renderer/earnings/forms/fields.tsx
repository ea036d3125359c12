import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { DateInput } from '../../ui/date-input.tsx'
import { Field } from '../../ui/field.tsx'
import { MoneyInput } from '../../ui/money-input.tsx'
import type { FactForm } from './use-fact-form.ts'

interface AmountFieldProps {
  form: FactForm
  label?: string
  help?: string
  fen: number | undefined
  onChange: (fen: number | undefined) => void
  isWrong: boolean
}

/** An amount of a fact. */
export function AmountField({ form, label, help, fen, onChange, isWrong }: AmountFieldProps) {
  const { t } = useTranslation('ledger')
  return (
    <Field label={label ?? t('form.amount')} help={help} problem={form.problem(isWrong, 'amountProblem')}>
      {(id) => <MoneyInput id={id} fen={fen} onChange={onChange} />}
    </Field>
  )
}

interface DayFieldProps {
  form: FactForm
  date: string | undefined
  onChange: (date: string | undefined) => void
}

/** The day of a fact. */
export function DayField({ form, date, onChange }: DayFieldProps) {
  const { t } = useTranslation('ledger')
  return (
    <Field label={t('form.date')} problem={form.problem(date === undefined, 'dateProblem')}>
      {(id) => <DateInput id={id} value={date} onChange={onChange} />}
    </Field>
  )
}

interface ChoiceFieldProps<Value extends string> {
  label: string
  problem?: string | undefined
  value: Value | undefined
  onChange: (value: Value) => void
  options: { value: Value; label: string }[]
}

/** One of a few things that a fact can be. */
export function ChoiceField<Value extends string>({
  label,
  problem,
  value,
  onChange,
  options,
}: ChoiceFieldProps<Value>) {
  return (
    <Field label={label} problem={problem}>
      {(id) => (
        <Select<Value> id={id} {...(value === undefined ? {} : { value })} onChange={onChange} options={options} />
      )}
    </Field>
  )
}
