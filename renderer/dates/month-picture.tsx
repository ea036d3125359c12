import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ComingDate } from '../../shared/app/dates.ts'
import { addMonths, daysInMonth, toDayNumber, weekdayOf } from '../../shared/calendar.ts'
import { Icon } from '../ui/icons.tsx'

interface MonthPictureProps {
  /** `2026-03`. */
  month: string
  today: string
  dates: readonly ComingDate[]
  onMonth: (month: string) => void
}

/** One month as a sheet of a wall calendar, the days that carry a date marked with how many. */
export function MonthPicture({ month, today, dates, onMonth }: MonthPictureProps) {
  const { t } = useTranslation('dates')
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  const byDay = Map.groupBy(dates, ({ date }) => date)
  const days = Array.from({ length: daysInMonth(year, number) }, (_, index) => dayOf(month, index + 1))
  const first = weekdayOf(toDayNumber(dayOf(month, 1)))
  const count = days.reduce((sum, day) => sum + (byDay.get(day)?.length ?? 0), 0)
  const move = (months: number): void => onMonth(addMonths(`${month}-01`, months).slice(0, 7))
  return (
    <section className="card month-picture" aria-label={t('monthPicture', { year, month: number, count })}>
      <div className="row">
        <Button
          type="text"
          aria-label={t('previousMonth')}
          icon={<Icon name="back" size={16} />}
          onClick={() => move(-1)}
        />
        <h2>{t('month', { year, month: number })}</h2>
        <Button
          type="text"
          aria-label={t('nextMonth')}
          icon={<Icon name="chevron" size={16} />}
          onClick={() => move(1)}
        />
      </div>
      <div className="month-days" aria-hidden="true">
        {([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => (
          <span key={weekday} className="soft">
            {t(`weekday.${weekday}`)}
          </span>
        ))}
        {days.map((day, index) => {
          const here = byDay.get(day)?.length ?? 0
          const classes = ['month-day', ...(day === today ? ['today'] : []), ...(here > 0 ? ['marked'] : [])]
          return (
            <span
              key={day}
              className={classes.join(' ')}
              {...(index === 0 ? { style: { gridColumnStart: first } } : {})}
            >
              {index + 1}
              {here > 0 ? <b>{here}</b> : null}
            </span>
          )
        })}
      </div>
    </section>
  )
}

function dayOf(month: string, day: number): string {
  return `${month}-${String(day).padStart(2, '0')}`
}
