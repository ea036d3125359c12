import { useTranslation } from 'react-i18next'
import type { Overview } from '../../shared/earnings/ledger-shapes.ts'
import { unreachable } from '../../shared/errors.ts'
import { MediationsCard } from '../disputes/index.ts'
import { PayablesCard, RunCard } from '../earnings/settlement/index.ts'
import { goTo } from '../shell/route.ts'
import { useApp } from '../shell/app-store.ts'
import { MonthsChart } from '../ui/chart/months-chart.tsx'
import { today } from '../ui/due-date.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { shanghaiClock, timeAgo } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { useWord } from '../ui/term.tsx'
import { useQuery } from '../ui/use-query.ts'
import { type CardName, cardsOfRoles } from './cards-of-roles.ts'
import { ContractsCard } from './contracts-card.tsx'
import { DatesCard } from './dates-card.tsx'
import { DueCard } from './due-card.tsx'
import { EmptyHome } from './empty-home.tsx'
import { ReceivedCard } from './received-card.tsx'
import { StepsCard } from './steps-card.tsx'
import { TrainingsCard } from './trainings-card.tsx'
import { WeekCard } from './week-card.tsx'
import './home.css'

/** One look at what a person's role has to do; those of their other roles follow. */
export function HomeScreen() {
  const { t } = useTranslation('home')
  const roles = useApp((state) => state.status?.settings.roles ?? [])
  const asOf = today()
  const { data, error, reload } = useQuery('earnings.overview', { asOf })
  if (data === undefined)
    return error === undefined ? <Loading rows={8} /> : <ErrorNote error={error} onRetry={reload} />
  const isEmpty = data.lines === 0 && data.payers.length === 0 && data.withoutTerms.length === 0
  // A mediator keeps no books: what comes in is what their home is about.
  if (isEmpty && !roles.includes('mediator')) return <EmptyHome />
  return (
    <div className="home">
      <h1 className="visually-hidden">{t('title')}</h1>
      {cardsOfRoles(roles).map((card) => (
        <HomeCard key={card} card={card} overview={data} asOf={asOf} />
      ))}
      <LastTimes />
    </div>
  )
}

function HomeCard({ card, overview, asOf }: { card: CardName; overview: Overview; asOf: string }) {
  switch (card) {
    case 'due':
      return <DueCard overview={overview} asOf={asOf} />
    case 'months':
      return <MonthsCard asOf={asOf} />
    case 'dates':
      return <DatesCard />
    case 'week':
      return <WeekCard overview={overview} asOf={asOf} />
    case 'steps':
      return <StepsCard overview={overview} />
    case 'payables':
      return <PayablesCard asOf={asOf} />
    case 'run':
      return <RunCard asOf={asOf} />
    case 'contracts':
      return <ContractsCard />
    case 'trainings':
      return <TrainingsCard />
    case 'received':
      return <ReceivedCard />
    case 'mediations':
      return <MediationsCard />
    default:
      return unreachable(card)
  }
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
