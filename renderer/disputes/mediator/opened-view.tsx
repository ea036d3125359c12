import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenedBundle, ShownCase } from '../../../shared/bundles/calls.ts'
import { hrefTo } from '../../shell/route.ts'
import { Icon } from '../../ui/icons.tsx'
import { Status } from '../../ui/status.tsx'
import { ChecksPanel } from './checks-panel.tsx'
import { ClaimsPlace } from './claims-place.tsx'
import { DocumentsPlace } from './documents-place.tsx'
import { EvidencePlace } from './evidence-place.tsx'
import { LinesPlace } from './lines-place.tsx'
import { mediatorHref, type MediatorPlace, mediatorPlaces, type mediatorPlaceOf } from './mediator-address.ts'
import { TimelinePlace } from './timeline-place.tsx'
import { VerdictCard } from './verdict-card.tsx'

/** An open bundle: what the verification says comes first, then the case, read-only. */
export function OpenedView({ opened, place }: { opened: OpenedBundle; place: ReturnType<typeof mediatorPlaceOf> }) {
  const { t } = useTranslation('mediator')
  const [checking, setChecking] = useState(false)
  return (
    <div className="stack">
      <div className="row">
        <a href={hrefTo('mediator')} className="row mediator-back">
          <Icon name="undo" size={16} />
          {t('back')}
        </a>
        <span className="end">
          <Status tone="plain" icon="lock">
            {t('verdict.readOnly')}
          </Status>
        </span>
      </div>
      <VerdictCard opened={opened} onChecks={() => setChecking(true)} />
      {opened.case === null ? (
        <>
          <p className="note">{t('noCase')}</p>
          <DocumentsPlace opened={opened} />
        </>
      ) : (
        <div className="mediator-case">
          <Rail id={opened.id} file={opened.case} place={place === 'lines' ? 'claims' : place} />
          <div className="stack">
            <Place opened={opened} file={opened.case} place={place} />
          </div>
        </div>
      )}
      {checking ? <ChecksPanel opened={opened} onClose={() => setChecking(false)} /> : null}
    </div>
  )
}

function Rail({ id, file, place }: { id: string; file: ShownCase; place: MediatorPlace }) {
  const { t } = useTranslation('mediator')
  return (
    <nav className="mediator-rail" aria-label={t('places.label')}>
      <span className="soft">{t('caseNumber', { number: file.caseNumber })}</span>
      {mediatorPlaces.map((one) => (
        <a
          key={one}
          href={mediatorHref(id, one)}
          className={one === place ? 'mediator-place on' : 'mediator-place'}
          {...(one === place ? { 'aria-current': 'page' as const } : {})}
        >
          {t(`places.${one}`, { count: file.evidence.length })}
        </a>
      ))}
    </nav>
  )
}

interface PlaceProps {
  opened: OpenedBundle
  file: ShownCase
  place: ReturnType<typeof mediatorPlaceOf>
}

function Place({ opened, file, place }: PlaceProps) {
  switch (place) {
    case 'timeline':
      return <TimelinePlace id={opened.id} file={file} />
    case 'evidence':
      return <EvidencePlace opened={opened} file={file} />
    case 'documents':
      return <DocumentsPlace opened={opened} />
    case 'lines':
      return <LinesPlace id={opened.id} file={file} />
    default:
      return <ClaimsPlace id={opened.id} file={file} />
  }
}
