import { useTranslation } from 'react-i18next'
import type { Decision, StatementPreview } from '../../../shared/earnings/import-shapes.ts'
import { formatCount } from '../../../shared/i18n/index.ts'
import { Icon } from '../../ui/icons.tsx'
import { decisions } from './words.ts'

interface DecisionCountsProps {
  preview: StatementPreview
  /** The decision whose rows are shown below; undefined shows all. */
  shown: Decision | undefined
  onShow: (decision: Decision | undefined) => void
}

/** What happens to the rows: one bar, and its parts as buttons that show their rows. They add up to the file. */
export function DecisionCounts({ preview, shown, onShow }: DecisionCountsProps) {
  const { t } = useTranslation('import-screen')
  const present = decisions.filter((decision) => preview.decisions[decision] > 0)
  const sum = decisions.reduce((total, decision) => total + preview.decisions[decision], 0)
  return (
    <div className="decision-counts">
      <div className="decision-bar" aria-hidden="true">
        {present.map((decision) => (
          <span key={decision} className={`decision-${decision}`} style={{ flexGrow: preview.decisions[decision] }} />
        ))}
      </div>
      <div className="row">
        {present.map((decision) => (
          <button
            key={decision}
            type="button"
            className={decision === shown ? 'bare-button decision-part on' : 'bare-button decision-part'}
            aria-pressed={decision === shown}
            title={t(`why.${decision}`)}
            onClick={() => onShow(decision === shown ? undefined : decision)}
          >
            <i className={`decision-${decision}`} aria-hidden="true" />
            {t(`decision.${decision}`)} <b>{formatCount(preview.decisions[decision])}</b>
          </button>
        ))}
        <span className="soft end">
          {sum === preview.rows ? <Icon name="check" size={14} /> : null}{' '}
          {t('adds', { count: preview.rows, shown: formatCount(preview.rows) })}
        </span>
      </div>
    </div>
  )
}
