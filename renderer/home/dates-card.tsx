import { useTranslation } from 'react-i18next'
import { addDays } from '../../shared/calendar.ts'
import { hrefTo } from '../shell/route.ts'
import { DueDate } from '../ui/due-date.tsx'
import { useQuery } from '../ui/use-query.ts'

const renewalNoticeDays = 60
/** A limit farther away than this is no date one is about to miss. */
const limitNoticeDays = 365
const shown = 5

interface ComingDate {
  key: string
  date: string
  what: string
  about: string
  href: string
}

/** Dates that could be lost: limits of claims, agreements that end. Nearest first. */
export function DatesCard({ asOf }: { asOf: string }) {
  const { t } = useTranslation('home')
  const dates = useComingDates(asOf)
  return (
    <section className="card">
      <h2>{t('dates.title')}</h2>
      {dates.length === 0 ? (
        <p className="soft">{t('dates.none')}</p>
      ) : (
        <ul className="lines">
          {dates.slice(0, shown).map((one) => (
            <li key={one.key}>
              <span>
                <a href={one.href}>{one.what}</a>
                <br />
                <span className="soft">{one.about}</span>
              </span>
              <DueDate date={one.date} asOf={asOf} short />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function useComingDates(asOf: string): ComingDate[] {
  const { t } = useTranslation('home')
  const cases = useQuery('disputes.listCases', {}).data?.cases ?? []
  const agreements = useQuery('contracts.listAgreements', { onDay: asOf }).data?.agreements ?? []
  const limits = cases.flatMap((one) =>
    one.nearestLimit === null || one.nearestLimit > addDays(asOf, limitNoticeDays)
      ? []
      : [
          {
            key: one.id,
            date: one.nearestLimit,
            what: t('dates.limit'),
            about: `${one.number} ${one.title}`,
            href: hrefTo(`cases/${one.id}`),
          },
        ],
  )
  const ends = agreements.flatMap((one) =>
    one.to === null || one.to < asOf || one.to > addDays(asOf, renewalNoticeDays)
      ? []
      : [
          {
            key: one.id,
            date: one.to,
            what: t('dates.end'),
            about: one.title,
            href: hrefTo('contracts', { agreement: one.id }),
          },
        ],
  )
  return [...limits, ...ends].toSorted((a, b) => (a.date < b.date ? -1 : 1))
}
