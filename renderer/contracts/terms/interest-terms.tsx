import { useTranslation } from 'react-i18next'
import type { LateInterest } from '../../../shared/earnings/terms.ts'
import { ChoiceField, FieldSentence, PpmField } from './fields.tsx'
import type { PartProps } from './pay-terms.tsx'
import { TermPart, TermRow } from './term-card.tsx'

type LprInterest = Extract<LateInterest, { kind: 'lpr-1y' }>

export const usualLpr: LprInterest = { kind: 'lpr-1y', at: 'breach', multiplePpm: 1_300_000 }

/** 晚付的利息. */
export function LateInterestPart({ terms, onChange }: PartProps) {
  const { t } = useTranslation('contracts')
  const interest = terms.lateInterest
  const set = (lateInterest: LateInterest | null): void => onChange({ ...terms, lateInterest })
  if (interest === null || interest === undefined) return null
  const { source } = interest
  const kind = (
    <ChoiceField
      label={t('label.interestKind')}
      value={interest.kind}
      options={['lpr-1y', 'daily']}
      words="choice.interest"
      onChange={(chosen) =>
        set(chosen === 'lpr-1y' ? { ...usualLpr, source } : { kind: 'daily', ratePpm: 500, source })
      }
    />
  )
  return (
    <TermPart title={t('part.lateInterest')}>
      <TermRow
        name={t('part.lateInterest')}
        source={source}
        onSource={(next) => set({ ...interest, source: next })}
        onRemove={() => set(null)}
      >
        <FieldSentence code="interestKind" fields={{ kind }} />
        {interest.kind === 'daily' ? (
          <FieldSentence
            code="interestDaily"
            fields={{
              rate: (
                <PpmField
                  label={t('label.rate')}
                  value={interest.ratePpm}
                  onChange={(ratePpm) => set({ ...interest, ratePpm })}
                />
              ),
            }}
          />
        ) : (
          <LprSentence interest={interest} onChange={set} />
        )}
      </TermRow>
    </TermPart>
  )
}

function LprSentence({ interest, onChange }: { interest: LprInterest; onChange: (interest: LprInterest) => void }) {
  const { t } = useTranslation('contracts')
  const multiple = (
    <PpmField
      label={t('label.multiple')}
      value={interest.multiplePpm}
      onChange={(multiplePpm) => onChange({ ...interest, multiplePpm })}
    />
  )
  const at = (
    <ChoiceField
      label={t('label.at')}
      value={interest.at}
      options={['breach', 'floating']}
      words="choice.at"
      onChange={(chosen) => onChange({ ...interest, at: chosen })}
    />
  )
  return <FieldSentence code="interestLpr" fields={{ multiple, at }} />
}
