import { useTranslation } from 'react-i18next'
import type { ContractBatch } from '../../../shared/contracts/roster/calls.ts'
import { shanghaiDate } from '../../../shared/calendar.ts'
import { hrefTo } from '../../shell/route.ts'
import { useQuery } from '../../ui/use-query.ts'

/** The counts of a batch in a sentence. */
export function useBatchCounts(): (batch: ContractBatch) => string {
  const { t } = useTranslation('roster')
  return ({ contracts, issued, issuing, drafts, accepted }) =>
    t('batch.counts', { contracts, issued, waiting: issuing + drafts, accepted })
}

/** Batches made from rosters; nothing while there are none. */
export function BatchList() {
  const { t } = useTranslation('roster')
  const counts = useBatchCounts()
  const { data } = useQuery('contracts.listBatches', {})
  if (data === undefined || data.batches.length === 0) return null
  return (
    <section className="card" aria-label={t('batch.listTitle')}>
      <h2>{t('batch.listTitle')}</h2>
      <ul className="lines">
        {data.batches.map((batch) => (
          <li key={batch.id}>
            <div>
              <a href={hrefTo('contracts', { batch: batch.id })}>{batch.title}</a>
              <p className="soft">
                {t('batch.made', { rosterName: batch.rosterName, date: shanghaiDate(batch.createdAt) })}
              </p>
            </div>
            <span className="soft">{counts(batch)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
