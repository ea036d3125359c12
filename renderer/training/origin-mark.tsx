import { useTranslation } from 'react-i18next'
import type { OccupationRow, Origin } from '../../shared/training/occupation.ts'
import type { IconName } from '../ui/icons.tsx'
import { Status, type Tone } from '../ui/status.tsx'
import { useDataWords } from './words.ts'

const marks: Record<Origin, { tone: Tone; icon: IconName }> = {
  official: { tone: 'good', icon: 'check' },
  local: { tone: 'plain', icon: 'bank' },
  suggested: { tone: 'plain', icon: 'info' },
  own: { tone: 'plain', icon: 'person' },
}

/** Where a row of the occupation's data comes from, how sure it is, and its source. */
export function OriginMark({ row, short = false }: { row: OccupationRow; short?: boolean }) {
  const { t } = useTranslation('training-plan')
  const words = useDataWords()
  return (
    <span className="origin-mark soft">
      <Status {...marks[row.origin]}>{t(`standard.origins.${row.origin}`)}</Status>
      <span>{t(`standard.verified.${row.verified}`)}</span>
      {short ? null : <span>{t('standard.source', { source: words(row.source) })}</span>}
    </span>
  )
}
