import { useTranslation } from 'react-i18next'
import type { OpenedBundle } from '../../../shared/bundles/calls.ts'
import type { ShownCase } from '../../../shared/bundles/contents.ts'
import { shanghaiDate } from '../../../shared/calendar.ts'
import { BundleFileView } from '../../bundles/index.ts'
import { useRoute } from '../../shell/route.ts'
import { Status } from '../../ui/status.tsx'
import { mediatorHref } from './mediator-address.ts'

type Piece = ShownCase['evidence'][number]

/** 证据: the list, and beside it the piece that is looked at. */
export function EvidencePlace({ opened, file }: { opened: OpenedBundle; file: ShownCase }) {
  const { t } = useTranslation('mediator')
  const { params } = useRoute()
  const number = Number(params.get('number') ?? '1')
  const chosen = file.evidence.find((piece) => piece.number === number)
  if (file.evidence.length === 0) return <p className="card soft">{t('evidence.none')}</p>
  return (
    <div className="received-with-panel">
      <section className="card received-files" aria-label={t('evidence.list')}>
        <ul className="lines">
          {file.evidence.map((piece) => (
            <EvidenceItem key={piece.id} id={opened.id} piece={piece} isOn={piece === chosen} />
          ))}
        </ul>
      </section>
      {chosen === undefined ? (
        <p className="card soft">{t('evidence.choose')}</p>
      ) : (
        <EvidenceCard key={chosen.id} opened={opened} piece={chosen} />
      )}
    </div>
  )
}

function EvidenceItem({ id, piece, isOn }: { id: string; piece: Piece; isOn: boolean }) {
  const { t } = useTranslation('mediator')
  const about = [
    t(`disputes:evidenceKinds.${piece.kind}`),
    ...(piece.pages === null ? [] : [t('evidence.pages', { count: piece.pages })]),
    ...(piece.file === null ? [t('evidence.notAlong')] : []),
  ]
  return (
    <li className={isOn ? 'on' : ''}>
      <a
        href={mediatorHref(id, 'evidence', { number: String(piece.number) })}
        {...(isOn ? { 'aria-current': 'true' as const } : {})}
      >
        {t('evidence.number', { number: piece.number })} · {piece.title}
      </a>
      <span className="soft">{about.join(' · ')}</span>
    </li>
  )
}

function EvidenceCard({ opened, piece }: { opened: OpenedBundle; piece: Piece }) {
  const { t } = useTranslation('mediator')
  const entry = opened.entries.find(({ path }) => path === piece.file)
  const original = [piece.originalPlace, t(`disputes:holders.${piece.originalHolder}`)]
  const rows: [string, string][] = [
    [
      t('evidence.source'),
      [piece.source, t('evidence.imported', { date: shanghaiDate(piece.importedAt) })].join(' · '),
    ],
    [t('evidence.takenBy'), piece.takenBy],
    [t('evidence.takenAt'), piece.takenAt ?? ''],
    [t('evidence.original'), original.filter((part) => part !== '').join(' · ')],
    [t('evidence.purpose'), piece.purpose],
  ]
  return (
    <section className="card stack received-piece">
      <h2>
        {t('evidence.number', { number: piece.number })} · {piece.title}
      </h2>
      <dl className="mediator-facts">
        {rows.map(([label, value]) =>
          value === '' ? null : (
            <div key={label}>
              <dt className="soft">{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {piece.redactedOf === null ? null : (
        <p className="note note-plain">{t('evidence.redacted', { what: piece.redaction, sha256: piece.redactedOf })}</p>
      )}
      {entry === undefined ? (
        <p className="soft">{t('evidence.notAlong')}</p>
      ) : (
        <BundleFileView id={opened.id} entry={entry} name={piece.title} />
      )}
      <div>
        <p className="received-hash">SHA-256 {piece.sha256}</p>
        {entry === undefined ? null : entry.fault === null ? (
          <Status tone="good">{t('evidence.matches')}</Status>
        ) : (
          <Status tone="bad" icon="warn">
            {t(`bundles:faults.${entry.fault}`)}
          </Status>
        )}
      </div>
    </section>
  )
}
