import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { pageRangeText } from '../../../shared/disputes/exhibits.ts'
import type { Exhibit } from '../../../shared/disputes/views.ts'
import { attachmentUrl } from '../../client.ts'
import { formatBytes } from '../../ui/format.ts'
import { Icon } from '../../ui/icons.tsx'
import { Status } from '../../ui/status.tsx'

interface ExhibitLineProps {
  exhibit: Exhibit
  isFirst: boolean
  isLast: boolean
  onOpen: () => void
  /** −1 up, 1 down. */
  onMove: (step: number) => void
  onRemove: () => void
}

/** One exhibit in the list: its number, what it is, what it is to prove, and what weakens it. */
export function ExhibitLine({ exhibit, isFirst, isLast, onOpen, onMove, onRemove }: ExhibitLineProps) {
  const { t } = useTranslation('disputes')
  const { evidence, number } = exhibit
  const pages = exhibit.pageRange === null ? '' : t('evidence-place.pages', { pages: pageRangeText(exhibit.pageRange) })
  return (
    <li className="exhibit">
      <Thumbnail exhibit={exhibit} />
      <div className="exhibit-words">
        <p>
          <span className="exhibit-tag">{t('exhibit', { number })}</span>
          <button type="button" className="bare-button exhibit-title" onClick={onOpen}>
            {evidence.title}
          </button>
        </p>
        <p className="soft">
          {[t(`evidenceKinds.${evidence.kind}`), formatBytes(evidence.sizeBytes), pages, evidence.source]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
        {evidence.purpose === '' ? null : <p>{t('evidence-place.proves', { purpose: evidence.purpose })}</p>}
        <Marks exhibit={exhibit} />
      </div>
      <div className="exhibit-actions">
        <Button
          type="text"
          size="small"
          disabled={isFirst}
          aria-label={t('evidence-place.up', { number })}
          icon={<Icon name="up" size={15} />}
          onClick={() => onMove(-1)}
        />
        <Button
          type="text"
          size="small"
          disabled={isLast}
          aria-label={t('evidence-place.down', { number })}
          icon={<Icon name="down" size={15} />}
          onClick={() => onMove(1)}
        />
        <Button
          type="text"
          size="small"
          aria-label={t('evidence-place.remove', { number })}
          icon={<Icon name="close" size={15} />}
          onClick={onRemove}
        />
      </div>
    </li>
  )
}

function Thumbnail({ exhibit: { evidence } }: { exhibit: Exhibit }) {
  if (evidence.mime.startsWith('image/')) {
    return (
      <img className="exhibit-picture" src={attachmentUrl(evidence.sha256, evidence.fileName)} alt="" loading="lazy" />
    )
  }
  return (
    <span className="exhibit-picture">
      <Icon name="file" size={24} />
    </span>
  )
}

function Marks({ exhibit: { evidence, hasBuyersData } }: { exhibit: Exhibit }) {
  const { t } = useTranslation('disputes')
  const keeps = evidence.platformKeepsUntil
  const warnings = evidence.marks.filter((mark) => mark !== 'platform-may-drop' && mark !== 'held-by-payer')
  if (warnings.length === 0 && keeps === null && !hasBuyersData && !evidence.marks.includes('held-by-payer'))
    return null
  return (
    <p className="row">
      {warnings.map((mark) => (
        <Status key={mark} tone="warn">
          {t(`marks.${mark}`)}
        </Status>
      ))}
      {evidence.marks.includes('held-by-payer') ? <Status tone="plain">{t('marks.held-by-payer')}</Status> : null}
      {hasBuyersData ? (
        <Status tone="plain" icon="lock">
          {t('marks.buyers-data')}
        </Status>
      ) : null}
      {keeps === null ? null : (
        <Status tone={keeps.daysLeft < 180 ? 'warn' : 'plain'} icon="clock">
          {t('marks.platform-may-drop', keeps)}
        </Status>
      )}
    </p>
  )
}
