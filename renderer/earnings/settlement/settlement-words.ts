import type { TFunction } from 'i18next'
import type { RunSummary } from '../../../shared/earnings/settlement-shapes.ts'
import type { Tone } from '../../ui/status.tsx'

/** `2026-08` as the parts a sentence needs. */
export function monthParts(month: string): { year: string; month: number } {
  return { year: month.slice(0, 4), month: Number(month.slice(5)) }
}

/** The month before the one of a civil date. */
export function monthBefore(date: string): string {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 2
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

/** How far a run is paid, in words and tone. */
export function runState(
  t: TFunction<'settlement'>,
  run: Pick<RunSummary, 'voidedAt' | 'toPay' | 'paid'>,
): { tone: Tone; words: string } {
  if (run.voidedAt !== null) return { tone: 'plain', words: t('runs.voided') }
  if (run.toPay === 0) return { tone: 'plain', words: t('runs.nothing') }
  if (run.paid === run.toPay) return { tone: 'good', words: t('runs.allPaid') }
  return { tone: run.paid === 0 ? 'plain' : 'warn', words: t('runs.state', { paid: run.paid, toPay: run.toPay }) }
}
