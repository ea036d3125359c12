import { useTranslation } from 'react-i18next'
import { goTo } from '../shell/route.ts'
import { useApp } from '../shell/app-store.ts'
import { MonthsChart } from '../ui/chart/months-chart.tsx'
import { today } from '../ui/due-date.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { shanghaiClock, timeAgo } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { useWord } from '../ui/term.tsx'
import { useQuery } from '../ui/use-query.ts'
import { DatesCard } from './dates-card.tsx'
import { DueCard } from './due-card.tsx'
import { EmptyHome } from './empty-home.tsx'
import { StepsCard } from './steps-card.tsx'
import { WeekCard } from './week-card.tsx'
import './home.css'

/** One look: what is due and unpaid, what falls due this week, which dates could be lost, and what to do next. */
export function HomeScreen() {
  const { t } = useTranslation('home')
  const asOf = today()
  const { data, error, reload } = useQuery('earnings.overview', { asOf })
  if (data === undefined)
    return error === undefined ? <Loading rows={8} /> : <ErrorNote error={error} onRetry={reload} />
  const empty = data.lines === 0 && data.payers.length === 0 && data.withoutTerms.length === 0
  if (empty) return <EmptyHome />
  return (
    <div className="home">
      <h1 className="visually-hidden">{t('title')}</h1>
      <DueCard overview={data} asOf={asOf} />
      <MonthsCard asOf={asOf} />
      <DatesCard />
      <WeekCard overview={data} asOf={asOf} />
      <StepsCard overview={data} />
      <LastTimes />
    </div>
  )
}

function MonthsCard({ asOf }: { asOf: string }) {
  const { t } = useTranslation('home')
  const word = useWord()
  const { data, error } = useQuery('earnings.months', { asOf })
  const months = (data?.months ?? []).filter((month) => month.month <= asOf.slice(0, 7)).slice(-12)
  return (
    <section className="card home-months">
      <h2>{[word('expected'), word('paid'), word('outstanding')].join(t('months.and'))}</h2>
      <p className="soft">{t('months.text')}</p>
      {error === undefined ? null : <ErrorNote error={error} />}
      {months.length === 0 ? null : (
        <MonthsChart months={months} onSelect={(month) => goTo('ledger', { show: month, period: 'all' })} />
      )}
    </section>
  )
}

function LastTimes() {
  const { t } = useTranslation('home')
  const status = useApp((state) => state.status)
  if (status === undefined) return null
  const when = (moment: string | null): string =>
    moment === null ? t('app:time.never') : t('times.when', { moment: shanghaiClock(moment), ago: timeAgo(t, moment) })
  return (
    <p className="soft home-times">
      {t('times.import', { when: when(status.lastImportAt) })} ·{' '}
      {t('times.backup', { when: when(status.lastBackupAt) })}
    </p>
  )
}
