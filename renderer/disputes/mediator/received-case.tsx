import { useTranslation } from 'react-i18next'
import type { OpenedBundle } from '../../../shared/bundles/calls.ts'
import type { ShownCase } from '../../../shared/bundles/contents.ts'
import type { ReceivedViewProps } from '../../bundles/index.ts'
import { ClaimsPlace } from './claims-place.tsx'
import { DocumentsPlace } from './documents-place.tsx'
import { EvidencePlace } from './evidence-place.tsx'
import { LinesPlace } from './lines-place.tsx'
import { mediatorHref, type MediatorPlace, mediatorPlaceOf, mediatorPlaces } from './mediator-address.ts'
import { TimelinePlace } from './timeline-place.tsx'
import './mediator.css'

/** A received case, read-only: its parts on the left, the one that is looked at beside them. */
export function ReceivedCase({ opened, place: part }: ReceivedViewProps) {
  const place = mediatorPlaceOf(part)
  const { content } = opened
  if (content?.kind !== 'case') return null
  return (
    <div className="mediator-case">
      <Rail id={opened.id} file={content.data} place={place === 'lines' ? 'claims' : place} />
      <div className="stack">
        <Place opened={opened} file={content.data} place={place} />
      </div>
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
      return <DocumentsPlace opened={opened} file={file} />
    case 'lines':
      return <LinesPlace id={opened.id} file={file} />
    default:
      return <ClaimsPlace id={opened.id} file={file} />
  }
}
