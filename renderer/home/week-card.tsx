import { useTranslation } from 'react-i18next'
import type { Overview } from '../../shared/earnings/ledger-shapes.ts'
import { hrefTo } from '../shell/route.ts'
import { DueDate } from '../ui/due-date.tsx'
import { Money } from '../ui/money.tsx'

/** What falls due within seven days. */
export function WeekCard({ overview, asOf }: { overview: Overview; asOf: string }) {
  const { t } = useTranslation('home')
  return (
    <section className="card">
      <h2>{t('week.title')}</h2>
      {overview.dueSoon.length === 0 ? (
        <p className="soft">{t('week.none')}</p>
      ) : (
        <ul className="lines">
          {overview.dueSoon.slice(0, 6).map((one) => (
            <li key={`${one.agreementId} ${one.cycle}`}>
              <span>
                <a href={hrefTo('ledger', { open: one.agreementId, cycle: one.cycle, month: one.cycle.slice(0, 7) })}>
                  {one.title}
                </a>
                <br />
                <Money fen={one.outstandingFen} tone="soft" />
              </span>
              <DueDate date={one.dueDate} asOf={asOf} short />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
