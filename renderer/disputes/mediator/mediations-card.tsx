import { useTranslation } from 'react-i18next'
import type { MediationRow } from '../../../shared/disputes/mediation/mediator-calls.ts'
import { hrefTo } from '../../shell/route.ts'
import { DueDate } from '../../ui/due-date.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Money } from '../../ui/money.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { mediatorHref } from './mediator-address.ts'

const tones: Record<MediationRow['state'], Tone> = {
  new: 'plain',
  asking: 'warn',
  deciding: 'warn',
  proposed: 'good',
  answered: 'good',
  signed: 'good',
}

/** For a mediator's home: the cases they work on, how far each is, and when its term ends. */
export function MediationsCard() {
  const { t } = useTranslation('mediation')
  const { data, error, reload } = useQuery('disputes.listMediations', {})
  return (
    <section className="card stack">
      <div className="row">
        <h2>{t('home.title')}</h2>
        <a className="end" href={hrefTo('received')}>
          {t('home.all')}
        </a>
      </div>
      {error === undefined ? null : <ErrorNote error={error} onRetry={reload} />}
      {data === undefined ? (
        error === undefined ? (
          <Loading />
        ) : null
      ) : data.mediations.length === 0 ? (
        <p className="soft">{t('home.none')}</p>
      ) : (
        <ul className="lines">
          {data.mediations.map((row) => (
            <li key={row.bundleId}>
              <div>
                <a href={mediatorHref(row.bundleId, row.state === 'asking' ? 'ask' : 'decide')}>
                  {t('home.case', { number: row.caseNumber, title: row.title })}
                </a>
                <div className="row">
                  <Status tone={tones[row.state]}>{t(`states.${row.state}`)}</Status>
                  {row.openQuestions === 0 ? null : (
                    <span className="soft">{t('home.openQuestions', { count: row.openQuestions })}</span>
                  )}
                  {row.undecided === 0 ? null : (
                    <span className="soft">{t('findings.left', { count: row.undecided })}</span>
                  )}
                  {row.termEndsOn === null || row.state === 'signed' ? null : <DueDate date={row.termEndsOn} />}
                </div>
              </div>
              <Money fen={row.state === 'new' || row.state === 'asking' ? row.claimedFen : row.proposedFen} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
