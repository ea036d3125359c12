import { Input } from 'antd'
import { useState } from 'react'
import { parseYuan, plainYuan } from '../../shared/money.ts'

interface MoneyInputProps {
  id?: string
  fen: number | undefined
  /** Undefined while what is typed is no amount. */
  onChange: (fen: number | undefined) => void
  label?: string
  invalid?: boolean
}

/** An amount in yuan, typed as people type it (commas, ￥, full-width digits), held in fen. */
export function MoneyInput({ id, fen, onChange, label, invalid = false }: MoneyInputProps) {
  const [text, setText] = useState(fen === undefined ? '' : plainYuan(fen))
  const read = parseYuan(text)
  // The field shows what was typed as long as it means the amount held; an amount set from outside replaces it.
  const shown = fen !== undefined && read !== fen ? plainYuan(fen) : text
  const unreadable = text.trim() !== '' && read === undefined
  return (
    <Input
      id={id}
      className="money-input"
      prefix="¥"
      inputMode="decimal"
      autoComplete="off"
      value={shown}
      {...(label === undefined ? {} : { 'aria-label': label })}
      aria-invalid={invalid || unreadable}
      status={invalid || unreadable ? 'error' : ''}
      onChange={(event) => {
        setText(event.target.value)
        onChange(parseYuan(event.target.value))
      }}
    />
  )
}
