import { Checkbox, Input, type InputRef } from 'antd'
import { useRef, type ReactNode } from 'react'
import { Icon } from './icons.tsx'
import { useFilterKey } from './keyboard.ts'

interface ListBarProps {
  /** What the filter looks for. */
  label: string
  text: string
  onText: (text: string) => void
  /** Whether what was voided is shown too; left out where nothing was. */
  voided?: { label: string; isShown: boolean; onChange: (isShown: boolean) => void } | undefined
  /** The button that adds one. */
  children: ReactNode
}

/** Above a list: the filter (`/` comes here), what was voided, and one more. */
export function ListBar({ label, text, onText, voided, children }: ListBarProps) {
  const filter = useRef<InputRef>(null)
  useFilterKey(() => filter.current?.focus())
  return (
    <div className="row">
      <Input
        ref={filter}
        className="list-filter"
        prefix={<Icon name="search" size={16} />}
        aria-label={label}
        placeholder={label}
        value={text}
        allowClear
        onChange={(event) => onText(event.target.value)}
      />
      {voided === undefined ? null : (
        <Checkbox checked={voided.isShown} onChange={(event) => voided.onChange(event.target.checked)}>
          {voided.label}
        </Checkbox>
      )}
      {children}
    </div>
  )
}
