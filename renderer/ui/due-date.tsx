import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { daysBetween, shanghaiDate } from '../../shared/calendar.ts'
import { Status, type Tone } from './status.tsx'

/** Today in Shanghai, the day that every due date is measured against. */
export function today(): string {
  return shanghaiDate(new Date().toISOString())
}

/** The distance from `asOf` to a date in words: 逾期 37 天, 今天到期, 6 天后到期. */
export function distanceWords(t: TFunction, date: string, asOf: string): string {
  const days = daysBetween(asOf, date)
  if (days < 0) return t('due.overdue', { count: -days })
  if (days === 0) return t('due.today')
  return t('due.ahead', { count: days })
}

function toneOf(date: string, asOf: string): Tone {
  const days = daysBetween(asOf, date)
  if (days < 0) return 'bad'
  return days <= 7 ? 'warn' : 'plain'
}

/** A date that something is due, with the distance in words beside it. */
export function DueDate({ date, asOf = today(), done = false }: { date: string; asOf?: string; done?: boolean }) {
  const { t } = useTranslation()
  return (
    <span className="due-date">
      <time dateTime={date}>{date}</time>
      {done ? null : <Status tone={toneOf(date, asOf)}>{distanceWords(t, date, asOf)}</Status>}
    </span>
  )
}
