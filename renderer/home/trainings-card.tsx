import { useTranslation } from 'react-i18next'
import { hrefTo } from '../shell/route.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { Loading } from '../ui/loading.tsx'
import { useQuery } from '../ui/use-query.ts'

const shown = 5

/** Whom an agency still has to train this year, as the law asks (live-10, live-41). */
export function TrainingsCard() {
  const { t } = useTranslation('home')
  const { data, error } = useQuery('training.roster', {})
  const gaps =
    data?.people.flatMap(({ person, required }) => {
      const missing = required.filter(({ state }) => state === 'open' || state === 'missing')
      return missing.length === 0 ? [] : [{ person, missing }]
    }) ?? []
  return (
    <section className="card">
      <div className="row">
        <h2>{t('trainings.title', { year: data?.year ?? '' })}</h2>
        <a className="end" href={hrefTo('training/roster')}>
          {t('trainings.all')}
        </a>
      </div>
      {error === undefined ? null : <ErrorNote error={error} />}
      {data === undefined ? (
        error === undefined && <Loading rows={3} />
      ) : gaps.length === 0 ? (
        <p className="soft">{t('trainings.none')}</p>
      ) : (
        <ul className="lines">
          {gaps.slice(0, shown).map(({ person, missing }) => (
            <li key={person.id}>
              <span>{person.name}</span>
              <span className="soft">
                {missing.map(({ kind }) => t(`training:kinds.${kind}`)).join(t('trainings.comma'))}
              </span>
            </li>
          ))}
        </ul>
      )}
      {gaps.length <= shown ? null : <p className="soft">{t('trainings.more', { count: gaps.length - shown })}</p>}
    </section>
  )
}
