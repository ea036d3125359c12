import { useTranslation } from 'react-i18next'
import { patternNames, type PatternName } from '../../shared/contracts/patterns.ts'
import { Icon, type IconName } from '../ui/icons.tsx'

export type PatternChoice = PatternName | 'none'

const icons: Record<PatternChoice, IconName> = {
  'commission-only': 'up',
  'base-commission': 'bank',
  'guarantee-tiers': 'shield',
  none: 'clock',
}

/** Three common ways of paying to start from, or none yet. */
export function PatternCards({
  chosen,
  onChoose,
}: {
  chosen: PatternChoice | undefined
  onChoose: (pattern: PatternChoice) => void
}) {
  const { t } = useTranslation('contracts')
  return (
    <fieldset className="choice-cards pattern-cards" aria-label={t('terms.patternTitle')}>
      {([...patternNames, 'none'] as const).map((pattern) => (
        <button
          key={pattern}
          type="button"
          className={pattern === chosen ? 'bare-button choice-card on' : 'bare-button choice-card'}
          aria-pressed={pattern === chosen}
          onClick={() => onChoose(pattern)}
        >
          <Icon name={icons[pattern]} size={22} />
          <b>{t(`terms.pattern.${pattern}`)}</b>
          <span className="soft">{t(`terms.patternText.${pattern}`)}</span>
        </button>
      ))}
    </fieldset>
  )
}
