import { useTranslation } from 'react-i18next'
import type { ComingDate } from '../../shared/app/dates.ts'
import { dateWords } from '../../shared/app/date-words.ts'
import { hrefTo } from '../shell/route.ts'
import { DueDate } from '../ui/due-date.tsx'
import { Icon } from '../ui/icons.tsx'
import { dateIcons } from './date-icons.ts'

/** The dates by month, nearest first; those that have passed stand before them, since something may still be saved. */
export function DatesList({ today, dates }: { today: string; dates: ComingDate[] }) {
  const { t } = useTranslation('dates')
  const months = Map.groupBy(dates, ({ date }) => (date < today ? 'passed' : date.slice(0, 7)))
  return (
    <div className="stack">
      {[...months].map(([month, ofMonth]) => (
        <section key={month} className="card dates-month">
          <h2>
            {month === 'passed'
              ? t('passed')
              : t('month', { year: month.slice(0, 4), month: String(Number(month.slice(5))) })}
          </h2>
          <ul className="dates-list">
            {ofMonth.map((one) => (
              <DateItem key={one.id} one={one} today={today} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function DateItem({ one, today }: { one: ComingDate; today: string }) {
  const { t } = useTranslation('dates')
  const { what, why, law } = dateWords(t, one)
  return (
    <li>
      <Icon name={dateIcons[one.kind]} size={20} />
      <div>
        <div className="row">
          <a href={hrefTo(one.place.path, one.place.params)}>{what}</a>
          <span className="end">
            <DueDate date={one.date} asOf={today} />
          </span>
        </div>
        <p className="soft">{why}</p>
        {law === '' ? null : <p className="soft dates-law">{t('law', { law })}</p>}
      </div>
    </li>
  )
}
