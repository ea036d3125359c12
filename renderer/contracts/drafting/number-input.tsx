import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parsePercent, plainPercent } from '../../../shared/contracts/percent.ts'
import { toHalfWidth } from '../../../shared/money.ts'
import { useReportedFault } from '../terms/faults.tsx'

interface NumberInputProps {
  id: string
  /** A percent is held in ppm. */
  kind: 'integer' | 'percent'
  value: number | undefined
  unit: string | undefined
  invalid: boolean
  onChange: (value: number | undefined) => void
}

/** A whole number or a percentage, typed; what cannot be read is said and keeps the contract from going on. */
export function NumberInput({ id, kind, value, unit, invalid, onChange }: NumberInputProps) {
  const { t } = useTranslation('templates')
  const [text, setText] = useState(value === undefined ? '' : show(kind, value))
  const isUnreadable = text.trim() !== '' && read(kind, text) === undefined
  useReportedFault(isUnreadable)
  const isWrong = invalid || isUnreadable
  return (
    <>
      <Input
        id={id}
        className="draft-number"
        inputMode={kind === 'integer' ? 'numeric' : 'decimal'}
        autoComplete="off"
        suffix={kind === 'percent' ? '%' : unit}
        value={text}
        aria-invalid={isWrong}
        status={isWrong ? 'error' : ''}
        onChange={(event) => {
          setText(event.target.value)
          onChange(read(kind, event.target.value))
        }}
      />
      {isUnreadable ? (
        <p className="field-problem" role="alert">
          {t(`form.unreadable.${kind}`)}
        </p>
      ) : null}
    </>
  )
}

function show(kind: NumberInputProps['kind'], value: number): string {
  return kind === 'percent' ? plainPercent(value) : String(value)
}

function read(kind: NumberInputProps['kind'], text: string): number | undefined {
  if (kind === 'percent') return parsePercent(text)
  const digits = toHalfWidth(text).trim()
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined
}
