import { useTranslation } from 'react-i18next'
import type { OpenedBundle } from '../../../shared/bundles/calls.ts'
import type { ShownCase } from '../../../shared/bundles/contents.ts'
import type { ReceivedViewProps } from '../../bundles/index.ts'
import { AgreementPlace } from './agreement-place.tsx'
import { AskPlace } from './ask-place.tsx'
import { ClaimsPlace } from './claims-place.tsx'
import { ComparePlace } from './compare-place.tsx'
import { DecidePlace } from './decide-place.tsx'
import { DocumentsPlace } from './documents-place.tsx'
import { EvidencePlace } from './evidence-place.tsx'
import { LinesPlace } from './lines-place.tsx'
import { mediatorHref, type MediatorPlace, mediatorPlaceGroups, mediatorPlaceOf } from './mediator-address.ts'
import { ResponsePlace } from './response-place.tsx'
import { TimelinePlace } from './timeline-place.tsx'
import './mediator.css'
import './workspace.css'

/** A received case: its parts read-only, and beside them what this person works out about it or answers to it. */
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
  const groups = Object.entries(mediatorPlaceGroups)
  return (
    <nav className="mediator-rail" aria-label={t('places.label')}>
      {groups.map(([group, places]) => (
        <div key={group} className="mediator-rail-group">
          <span className="soft">
            {group === 'file' ? t('caseNumber', { number: file.caseNumber }) : t(`mediation:groups.${group}`)}
          </span>
          {places.map((one) => (
            <a
              key={one}
              href={mediatorHref(id, one)}
              className={one === place ? 'mediator-place on' : 'mediator-place'}
              {...(one === place ? { 'aria-current': 'page' as const } : {})}
            >
              {group === 'file' ? t(`places.${one}`, { count: file.evidence.length }) : t(`mediation:places.${one}`)}
            </a>
          ))}
        </div>
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
  const { id } = opened
  switch (place) {
    case 'timeline':
      return <TimelinePlace id={id} file={file} />
    case 'evidence':
      return <EvidencePlace opened={opened} file={file} />
    case 'documents':
      return <DocumentsPlace opened={opened} file={file} />
    case 'lines':
      return <LinesPlace id={id} file={file} />
    case 'decide':
      return <DecidePlace id={id} file={file} />
    case 'ask':
      return <AskPlace id={id} file={file} />
    case 'agreement':
      return <AgreementPlace id={id} />
    case 'response':
      return <ResponsePlace id={id} />
    case 'compare':
      return <ComparePlace id={id} file={file} />
    default:
      return <ClaimsPlace id={id} file={file} />
  }
}
