import { formatFen } from '../../money.ts'
import { rmbInCapitals } from '../../money-capitals.ts'
import type { PaperText } from './context.ts'

/** 2026-03-31 → 2026年3月31日. */
export function dateWords(t: PaperText, civilDate: string): string {
  const [year = '', month = '', day = ''] = civilDate.split('-')
  return t('date', { year, month: Number(month), day: Number(day) })
}

/** The Shanghai date of a moment, in words; the law of the country knows one time zone, eight hours ahead all year. */
export function momentDateWords(t: PaperText, moment: string): string {
  const shanghai = new Date(Date.parse(moment) + 8 * 3_600_000)
  return dateWords(t, shanghai.toISOString().slice(0, 10))
}

/** A cycle as people call it: 2026年3月, 2026年3月上半月, 2026年第10周, or the day of a session. */
export function cycleWords(t: PaperText, cycle: string, from: string): string {
  const month = /^(\d{4})-(\d{2})(?:-([AB]))?$/.exec(cycle)
  if (month) {
    const params = { year: month[1] ?? '', month: Number(month[2]) }
    if (month[3] === 'A') return t('cycle.firstHalf', params)
    return t(month[3] === 'B' ? 'cycle.secondHalf' : 'cycle.month', params)
  }
  const week = /^(\d{4})-W(\d{2})$/.exec(cycle)
  if (week) return t('cycle.week', { year: week[1] ?? '', week: Number(week[2]) })
  return t('cycle.session', { date: dateWords(t, from) })
}

/** ¥1,234.00（人民币壹仟贰佰叁拾肆元整）; an amount below 0 has no capitals. */
export function amountWords(t: PaperText, amountFen: number): string {
  if (amountFen < 0) return formatFen(amountFen)
  return t('amountWithCapitals', { amount: formatFen(amountFen), capitals: rmbInCapitals(amountFen) })
}

/** The figure alone, as table cells have it: 1,234.00. */
export function tableAmount(amountFen: number): string {
  return formatFen(amountFen).replace('¥', '')
}
