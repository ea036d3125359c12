import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AcceptanceFile } from '../../../shared/contracts/hand-over.ts'
import type { ReceivedViewProps } from '../../bundles/index.ts'
import { hrefTo } from '../../shell/route.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Status } from '../../ui/status.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import './received.css'

/** An answer to a contract of mine: what it says, which contract it is about, and taking it into the register. */
export function ReceivedAcceptance({ opened }: ReceivedViewProps) {
  const { t } = useTranslation('handover')
  const { content, id, verification } = opened
  const review = useQuery('contracts.reviewAcceptance', verification.ok ? { bundleId: id } : undefined)
  const join = useCommand('contracts.joinAcceptance')
  const contractId = review.data?.contract?.id
  const about = useQuery('contracts.get', contractId === undefined ? undefined : { id: contractId })
  if (content?.kind !== 'contract-acceptance') return null
  const { decision, by, date, title, number, note, remarks } = content.data
  const headings = new Map(about.data?.content?.built.clauses.map((clause) => [clause.id, clause.heading]))
  const outcome = review.data?.outcome
  const other = about.data?.[about.data.self === 'payee' ? 'payer' : 'payee'].name
  return (
    <div className="stack">
      <section className="card stack">
        <h2>{t(`joined.${decision}`, { by, date, title, number })}</h2>
        <p className="soft">{t('joined.noSignature')}</p>
        {note === '' ? null : (
          <p>
            <b>{t('joined.note')}</b> {note}
          </p>
        )}
        {other === undefined || other === by ? null : <p className="note">{t('joined.otherName', { by, other })}</p>}
        {remarks.length === 0 ? null : <RemarkTable remarks={remarks} headings={headings} />}
        {review.error === undefined ? null : <ErrorNote error={review.error} />}
        {verification.ok && review.data === undefined && review.error === undefined ? <Loading /> : null}
        {outcome === undefined ? null : (
          <Status tone={outcome === 'fits' || outcome === 'joined' ? 'good' : 'bad'}>
            {t(`joined.outcome.${outcome}`)}
          </Status>
        )}
        <div className="row">
          {outcome === 'fits' ? (
            <Button type="primary" loading={join.busy} onClick={() => void join.run({ bundleId: id })}>
              {t('joined.join')}
            </Button>
          ) : null}
          {contractId === undefined ? null : (
            <Button href={hrefTo('contracts', { contract: contractId })}>{t('joined.open')}</Button>
          )}
        </div>
        {join.error === undefined ? null : <ErrorNote error={join.error} />}
      </section>
    </div>
  )
}

function RemarkTable({
  remarks,
  headings,
}: {
  remarks: AcceptanceFile['remarks']
  headings: ReadonlyMap<string, string>
}) {
  const { t } = useTranslation('handover')
  return (
    <table className="plain-table">
      <caption className="visually-hidden">{t('joined.remarks')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('joined.clause')}</th>
          <th scope="col">{t('joined.text')}</th>
        </tr>
      </thead>
      <tbody>
        {remarks.map(({ clauseId, text }) => (
          <tr key={clauseId}>
            <td>{headings.get(clauseId) ?? clauseId}</td>
            <td>{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
