import { useTranslation } from 'react-i18next'
import type { ContractDetail, ContractEvent } from '../../../shared/contracts/life-shapes.ts'
import { attachmentUrl } from '../../client.ts'
import { shanghaiClock } from '../../ui/format.ts'
import { Icon } from '../../ui/icons.tsx'

/** What happened to a contract, in order, with what proves it. */
export function ContractLife({ contract }: { contract: ContractDetail }) {
  const { t } = useTranslation('register')
  if (contract.events.length === 0) return null
  return (
    <section className="card" aria-label={t('page.life')}>
      <h2>{t('page.life')}</h2>
      <ol className="contract-life">
        {contract.events.map((event) => (
          <li key={event.id}>
            <time dateTime={event.date}>{event.date}</time>
            <div>
              <p>{eventText(t, event)}</p>
              {event.note === '' || event.kind === 'ended' || event.kind === 'amended' ? null : (
                <p className="soft">{event.note}</p>
              )}
              {event.remarks.map((remark) => (
                <p key={remark.clauseId} className="soft">
                  {t('event.remark', { clause: headingOf(contract, remark.clauseId), text: remark.text })}
                </p>
              ))}
              <EventFiles contract={contract} ids={event.evidenceIds} />
              <p className="soft event-at">{t('event.noted', { at: shanghaiClock(event.at) })}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

type Translate = ReturnType<typeof useTranslation<'register'>>['t']

function eventText(t: Translate, { kind, by, way, note }: ContractEvent): string {
  return t(`event.${kind}`, { by, note, way: way === null ? '' : t(`way.${way}`) })
}

function headingOf({ content }: ContractDetail, clauseId: string): string {
  return content?.built.clauses.find(({ id }) => id === clauseId)?.heading ?? clauseId
}

function EventFiles({ contract, ids }: { contract: ContractDetail; ids: readonly string[] }) {
  const files = contract.evidence.filter(({ id }) => ids.includes(id))
  return files.map(({ id, title, sha256 }) => (
    <p key={id}>
      <a href={attachmentUrl(sha256, title)} target="_blank" rel="noreferrer">
        <Icon name="file" size={14} /> {title}
      </a>
    </p>
  ))
}
