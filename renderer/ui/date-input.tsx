import { DatePicker } from 'antd'
import dayjs from 'dayjs'

interface DateInputProps {
  id?: string
  /** A civil date, `2026-03-31`. */
  value: string | undefined
  onChange: (date: string | undefined) => void
  label?: string
  clearable?: boolean
  invalid?: boolean
}

/** A civil date, typed or picked. */
export function DateInput({ id, value, onChange, label, clearable = false, invalid = false }: DateInputProps) {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      value={value === undefined ? null : dayjs(value)}
      allowClear={clearable}
      format="YYYY-MM-DD"
      status={invalid ? 'error' : ''}
      {...(label === undefined ? {} : { 'aria-label': label })}
      onChange={(date) => onChange(date === null ? undefined : date.format('YYYY-MM-DD'))}
    />
  )
}
