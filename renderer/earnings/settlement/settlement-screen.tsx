import { useRoute } from '../../shell/route.ts'
import { today } from '../../ui/due-date.tsx'
import { WordSide } from '../../ui/term.tsx'
import { ReviewScreen } from './review-screen.tsx'
import { RunList } from './run-list.tsx'
import { RunPage } from './run-page.tsx'
import './settlement.css'

/** 结算: the runs of one who pays, the review of a month before it is frozen, and one run. */
export function SettlementScreen() {
  const { path, params } = useRoute()
  const place = path[2]
  const month = params.get('month')
  return (
    <WordSide side="payer">
      {place === undefined ? (
        <RunList />
      ) : place === 'review' && month !== null ? (
        <ReviewScreen key={month} month={month} firstAsOf={today()} />
      ) : (
        <RunPage id={place} opened={params.get('statement') ?? undefined} />
      )}
    </WordSide>
  )
}
