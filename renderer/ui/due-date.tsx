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
  if (days < 0) return t('app:due.overdue', { count: -days })
  if (days === 0) return t('app:due.today')
  return t('app:due.ahead', { count: days })
}

function toneOf(date: string, asOf: string): Tone {
  const days = daysBetween(asOf, date)
  if (days < 0) return 'bad'
  return days <= 7 ? 'warn' : 'plain'
}

interface DueDateProps {
  date: string
  asOf?: string
  /** Only the distance in words, where there is little room; the date is then its tooltip. */
  short?: boolean
}

/** A date that something is due, with the distance in words beside it. */
export function DueDate({ date, asOf = today(), short = false }: DueDateProps) {
  const { t } = useTranslation()
  const distance = <Status tone={toneOf(date, asOf)}>{distanceWords(t, date, asOf)}</Status>
  if (short) {
    return (
      <time dateTime={date} title={date}>
        {distance}
      </time>
    )
  }
  return (
    <span className="due-date">
      <time dateTime={date}>{date}</time>
      {distance}
    </span>
  )
}
