import { useTranslation } from 'react-i18next'
import { hrefTo } from '../shell/route.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { Loading } from '../ui/loading.tsx'
import { Status } from '../ui/status.tsx'
import { useQuery } from '../ui/use-query.ts'

const shown = 5
const open = ['draft', 'issued', 'declined', 'accepted'] as const

/** Contracts that wait for somebody: begun, handed over without an answer, declined, or accepted and not yet in force. */
export function ContractsCard() {
  const { t } = useTranslation('home')
  const { data, error } = useQuery('contracts.register', {})
  const waiting = data?.contracts.filter(({ standing }) => open.some((one) => one === standing)) ?? []
  return (
    <section className="card">
      <div className="row">
        <h2>{t('contracts.title')}</h2>
        <a className="end" href={hrefTo('contracts', { tab: 'register' })}>
          {t('contracts.all')}
        </a>
      </div>
      {error === undefined ? null : <ErrorNote error={error} />}
      {data === undefined ? (
        error === undefined && <Loading rows={3} />
      ) : waiting.length === 0 ? (
        <p className="soft">{t('contracts.none')}</p>
      ) : (
        <ul className="lines">
          {waiting.slice(0, shown).map((row) => (
            <li key={row.id}>
              <a href={hrefTo('contracts', row.standing === 'draft' ? { draft: row.id } : { contract: row.id })}>
                {row.self === 'payer' ? row.payee.name : row.payer.name} · {row.title}
              </a>
              <Status tone={row.standing === 'declined' ? 'bad' : 'plain'}>
                {t(`register:standing.${row.standing}`)}
              </Status>
            </li>
          ))}
        </ul>
      )}
      {waiting.length <= shown ? null : (
        <p className="soft">{t('contracts.more', { count: waiting.length - shown })}</p>
      )}
    </section>
  )
}
