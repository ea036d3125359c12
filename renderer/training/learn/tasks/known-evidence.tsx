import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ChosenEvidence } from '../../../ui/evidence-field.tsx'
import { useQuery } from '../../../ui/use-query.ts'

interface KnownEvidenceProps {
  chosen: ChosenEvidence[]
  onChange: (chosen: ChosenEvidence[]) => void
}

/** Evidence that is kept already, named without bringing its file in again. */
export function KnownEvidence({ chosen, onChange }: KnownEvidenceProps) {
  const { t } = useTranslation('lessons')
  const { data } = useQuery('disputes.listEvidence', {})
  const taken = new Set(chosen.map(({ id }) => id))
  const others = (data?.evidence ?? []).filter(({ id, redactedOf }) => redactedOf === null && !taken.has(id))
  if (others.length === 0) return null
  return (
    <Select<string | null>
      value={null}
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={t('task.indicators.known')}
      placeholder={t('task.indicators.known')}
      options={others.map(({ id, title }) => ({ value: id, label: title }))}
      onChange={(id) => onChange([...chosen, ...others.filter((item) => item.id === id)])}
    />
  )
}
