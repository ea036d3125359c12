import { useTranslation } from 'react-i18next'
import type { ShownCase } from '../../../shared/bundles/contents.ts'
import { Status } from '../../ui/status.tsx'
import { mediatorHref } from './mediator-address.ts'

/** 时间线: what happened when, who says so, and the exhibits it rests on. */
export function TimelinePlace({ id, file }: { id: string; file: ShownCase }) {
  const { t } = useTranslation('mediator')
  const numbers = new Map(file.evidence.map((piece) => [piece.id, piece.number]))
  if (file.facts.length === 0) return <p className="card soft">{t('timeline.none')}</p>
  return (
    <section className="card">
      <ol className="mediator-timeline" aria-label={t('places.timeline')}>
        {file.facts.map((fact) => (
          <li key={fact.id}>
            <time dateTime={fact.date}>{fact.date}</time>
            <div>
              <p className="mediator-words">{fact.text}</p>
              <div className="row">
                <Status tone="plain" icon={fact.origin === 'record' ? 'list' : 'person'}>
                  {t(`timeline.${fact.origin}`)}
                </Status>
                {fact.sourceIds.map((source) =>
                  numbers.has(source) ? (
                    <a key={source} href={mediatorHref(id, 'evidence', { number: String(numbers.get(source)) })}>
                      {t('evidence.number', { number: numbers.get(source) })}
                    </a>
                  ) : null,
                )}
              </div>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
