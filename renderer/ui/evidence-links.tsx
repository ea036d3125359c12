import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from './use-query.ts'
import { ErrorNote } from './error-note.tsx'
import { EvidencePreview } from './evidence-preview.tsx'
import { Loading } from './loading.tsx'

/** How many pieces of evidence an entry has, as the button that opens them; says so when there are none. */
export function EvidenceLinks({ ids, name }: { ids: readonly string[]; name: string }) {
  const { t } = useTranslation('app')
  const [isOpen, setOpen] = useState(false)
  if (ids.length === 0) return <span className="soft">{t('evidence.none')}</span>
  const count = t('evidence.count', { count: ids.length })
  return (
    <>
      <button
        type="button"
        className="bare-button link-button"
        aria-haspopup="dialog"
        aria-label={t('evidence.of', { count, name })}
        onClick={() => setOpen(true)}
      >
        {count}
      </button>
      <Modal
        open={isOpen}
        destroyOnHidden
        transitionName=""
        maskTransitionName=""
        title={t('evidence.of', { count, name })}
        onCancel={() => setOpen(false)}
        footer={null}
        width={760}
        closable={{ 'aria-label': t('action.close') }}
      >
        {isOpen ? <Pieces ids={ids} /> : null}
      </Modal>
    </>
  )
}

/** The pieces by name, and the chosen one to look at. */
function Pieces({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation('app')
  const { data, error, reload } = useQuery('disputes.listEvidence', { ids: [...ids], withVoided: true })
  const [chosenId, setChosenId] = useState(ids[0])
  if (data === undefined)
    return error === undefined ? <Loading rows={6} /> : <ErrorNote error={error} onRetry={reload} />
  const chosen = data.evidence.find(({ id }) => id === chosenId) ?? data.evidence[0]
  if (chosen === undefined) return <p className="soft">{t('evidence.none')}</p>
  return (
    <div className="stack">
      {data.evidence.length === 1 ? null : (
        <ul className="evidence-pieces">
          {data.evidence.map((piece) => (
            <li key={piece.id}>
              <button
                type="button"
                className={piece === chosen ? 'bare-button piece on' : 'bare-button piece'}
                aria-pressed={piece === chosen}
                onClick={() => setChosenId(piece.id)}
              >
                {piece.title}
              </button>
            </li>
          ))}
        </ul>
      )}
      <EvidencePreview key={chosen.id} evidence={chosen} />
      <p className="soft">
        {[chosen.title, chosen.source, chosen.takenAt ?? '', chosen.purpose].filter((part) => part !== '').join(' · ')}
      </p>
      <p className="soft hash">{t('evidence.hash', { sha256: chosen.sha256 })}</p>
    </div>
  )
}
