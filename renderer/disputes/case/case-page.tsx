import { useTranslation } from 'react-i18next'
import type { CaseView } from '../../../shared/disputes/views.ts'
import { hrefTo } from '../../shell/route.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Money } from '../../ui/money.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { hrefToCase, type ShownPlace, shownPlaces } from './case-address.ts'
import { ClaimsPlace } from './claims-place.tsx'
import { DocumentsPlace } from './documents-place.tsx'
import { EvidencePlace } from './evidence-place.tsx'
import { FactsPlace } from './facts-place.tsx'
import { MediationPlace } from './mediation-place.tsx'
import { MissingRail } from './missing-rail.tsx'
import { SubmitPlace } from './submit-place.tsx'

const views: Record<ShownPlace, (props: { view: CaseView }) => React.ReactNode> = {
  facts: FactsPlace,
  claims: ClaimsPlace,
  evidence: EvidencePlace,
  documents: DocumentsPlace,
  submit: SubmitPlace,
  mediation: MediationPlace,
}

/** One case: its head, its places, and what is still missing. */
export function CasePage({ id, place }: { id: string; place: ShownPlace }) {
  const { t } = useTranslation('disputes')
  const query = useQuery('disputes.getCase', { id })
  if (query.error !== undefined) {
    return (
      <ErrorNote error={query.error} onRetry={query.reload}>
        <a href={hrefTo('cases')}>{t('page.toList')}</a>
      </ErrorNote>
    )
  }
  if (query.data === undefined) return <Loading />
  const view = query.data
  const Place = views[place]
  return (
    <div className="case-page">
      <CaseHead view={view} />
      <PlaceNavigation view={view} place={place} />
      <div className={place === 'documents' ? 'case-body case-body-whole' : 'case-body'}>
        <div className="case-place">
          <Place view={view} />
        </div>
        <MissingRail view={view} folded={place === 'documents'} />
      </div>
    </div>
  )
}

function CaseHead({ view }: { view: CaseView }) {
  const { t } = useTranslation('disputes')
  return (
    <header className="case-head">
      <div className="case-head-words">
        <a className="soft" href={hrefTo('cases')}>
          {t('page.toList')}
        </a>
        <h1>{view.title}</h1>
        <p className="soft">{t('page.numberAndDay', { number: view.number, asOf: view.asOf })}</p>
      </div>
      <dl className="case-head-figures">
        <div>
          <dt className="soft">{t('page.total')}</dt>
          <dd>
            <Money fen={view.totals.totalFen} size="headline" />
          </dd>
        </div>
        {view.totals.undisputedFen > 0 ? (
          <div>
            <dt className="soft">{t('page.undisputed')}</dt>
            <dd>
              <Money fen={view.totals.undisputedFen} size="large" />
            </dd>
          </div>
        ) : null}
      </dl>
    </header>
  )
}

function PlaceNavigation({ view, place }: { view: CaseView; place: ShownPlace }) {
  const { t } = useTranslation('disputes')
  return (
    <nav className="case-places" aria-label={t('page.places')}>
      <ol>
        {shownPlaces.map((candidate, index) => {
          const missing = view.missing.filter((item) => item.place === candidate && item.weight === 'must').length
          return (
            <li key={candidate}>
              <a
                href={hrefToCase(view.id, candidate)}
                className={candidate === place ? 'case-place-link on' : 'case-place-link'}
                {...(candidate === place ? { 'aria-current': 'step' as const } : {})}
              >
                <span className="case-place-number">{index + 1}</span>
                <span>{t(`places.${candidate}`)}</span>
                {candidate === 'mediation' ? null : missing === 0 ? (
                  <Icon name="check" size={15} className="case-place-done" />
                ) : (
                  <span className="case-place-missing">{t('page.lacks', { count: missing })}</span>
                )}
              </a>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
