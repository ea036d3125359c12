import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatFen } from '../../shared/money.ts'
import { Money, type MoneySize } from './money.tsx'

interface FigureProps {
  /** What the figure is, for a screen reader: 还差. */
  label: string
  fen: number
  /** Opens the working of this figure. */
  onOpen: () => void
  size?: MoneySize
  tone?: 'bad' | 'soft'
  /** Something under or beside the amount that belongs to the same target, such as a status. */
  children?: ReactNode
}

/** A number that opens its working. */
export function Figure({ label, fen, onOpen, size = 'text', tone, children }: FigureProps) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className="bare-button figure"
      onClick={onOpen}
      aria-label={t('figure.open', { label, amount: formatFen(fen) })}
    >
      <Money fen={fen} size={size} {...(tone === undefined ? {} : { tone })} />
      {children}
    </button>
  )
}
