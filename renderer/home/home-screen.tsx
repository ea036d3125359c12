import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract.ts'
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
import { usePayerWords, useWord, WordSide } from '../ui/term.tsx'
import { type Query, useQuery } from '../ui/use-query.ts'
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
  const status = useQuery('app.status', {})
  const { data, error, reload } = useQuery('earnings.overview', { asOf })
  const failure = error ?? status.error
  if (failure !== undefined) return <ErrorNote error={failure} onRetry={error === undefined ? status.reload : reload} />
  if (data === undefined || status.data === undefined) return <Loading rows={8} />
  // A mediator keeps no books: what comes in is what their home is about.
  if (!status.data.hasRecords && !roles.includes('mediator')) return <EmptyHome />
  const cards = cardsOfRoles(roles)
  return (
    <div className="home">
      <h1 className="visually-hidden">{t('title')}</h1>
      {cards.map((card) => (
        <HomeCard key={card} card={card} hasWeek={cards.includes('week')} overview={data} asOf={asOf} />
      ))}
      <LastTimes />
    </div>
  )
}

interface HomeCardProps {
  card: CardName
  hasWeek: boolean
  overview: Overview
  asOf: string
}

function HomeCard({ card, hasWeek, overview, asOf }: HomeCardProps) {
  switch (card) {
    case 'due':
      return <DueCard overview={overview} asOf={asOf} />
    case 'months':
      return <MonthsCard asOf={asOf} />
    case 'dates':
      return <DatesCard withoutDue={hasWeek} />
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

/** The months of the side that the person's first role stands on; where there is nothing of it, those of the other. */
function MonthsCard({ asOf }: { asOf: string }) {
  const [own, other] = usePayerWords() ? (['payer', 'payee'] as const) : (['payee', 'payer'] as const)
  const first = useQuery('earnings.months', { asOf, side: own })
  const isOther = first.data?.months.length === 0
  const second = useQuery('earnings.months', isOther ? { asOf, side: other } : undefined)
  const { data, error } = isOther ? second : first
  return (
    <WordSide side={isOther ? other : own}>
      <MonthsFigures asOf={asOf} data={data} error={error} />
    </WordSide>
  )
}

type MonthsAnswer = Query<Output<'earnings.months'>>

function MonthsFigures({ asOf, data, error }: { asOf: string } & Pick<MonthsAnswer, 'data' | 'error'>) {
  const { t } = useTranslation('home')
  const word = useWord()
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
