import { useTranslation } from 'react-i18next'
import { dateWords } from '../../shared/app/date-words.ts'
import { hrefTo } from '../shell/route.ts'
import { DueDate } from '../ui/due-date.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Loading } from '../ui/loading.tsx'
import { useQuery } from '../ui/use-query.ts'

const shown = 5

/**
 * Dates that could be lost, from the day on which one wants to be told of them: the nearest first, the rest one click away.
 * `withoutDue` leaves what others pay to the card of the week beside it.
 */
export function DatesCard({ withoutDue }: { withoutDue: boolean }) {
  const { t } = useTranslation('home')
  const { data, error } = useQuery('app.dates', {})
  const near =
    data?.dates.filter(({ kind, remindFrom }) => remindFrom <= data.today && !(withoutDue && kind === 'pay-due')) ?? []
  return (
    <section className="card">
      <div className="row">
        <h2>{t('dates.title')}</h2>
        {data === undefined ? null : (
          <a className="end" href={hrefTo('dates')}>
            {t('dates.all', { count: data.dates.length })}
          </a>
        )}
      </div>
      {error === undefined ? null : <ErrorNote error={error} />}
      {data === undefined ? (
        error === undefined && <Loading rows={3} />
      ) : near.length === 0 ? (
        <p className="soft">{t('dates.none')}</p>
      ) : (
        <ul className="lines">
          {near.slice(0, shown).map((one) => (
            <li key={one.id}>
              <a href={hrefTo(one.place.path, one.place.params)}>{dateWords(t, one).what}</a>
              <DueDate date={one.date} asOf={data.today} short />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
