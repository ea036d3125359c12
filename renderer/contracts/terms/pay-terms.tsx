import { useTranslation } from 'react-i18next'
import type { BaseTerm, GuaranteeTerm, PayTerms } from '../../../shared/earnings/terms.ts'
import { shortfalls } from '../../../shared/earnings/vocabulary.ts'
import { ChoiceField, FenField, FieldSentence, OptionalCountField } from './fields.tsx'
import { TermPart, TermRow } from './term-card.tsx'

export interface PartProps {
  terms: PayTerms
  onChange: (terms: PayTerms) => void
}

type Minimums = Pick<GuaranteeTerm, 'minimumDays' | 'minimumMinutes' | 'shortfall'>

/** 满 [20] 个直播日、[ ] 分钟，不足的 [按比例给]. */
function MinimumSentence({ term, onChange }: { term: Minimums; onChange: (part: Minimums) => void }) {
  const { t } = useTranslation('contracts')
  return (
    <FieldSentence
      code="minimum"
      fields={{
        days: (
          <OptionalCountField
            label={t('label.minimumDays')}
            value={term.minimumDays}
            onChange={(minimumDays) => onChange({ minimumDays })}
          />
        ),
        minutes: (
          <OptionalCountField
            label={t('label.minimumMinutes')}
            value={term.minimumMinutes}
            onChange={(minimumMinutes) => onChange({ minimumMinutes })}
          />
        ),
        shortfall: (
          <ChoiceField
            label={t('label.shortfall')}
            value={term.shortfall ?? 'prorate'}
            options={shortfalls}
            words="choice.shortfall"
            onChange={(shortfall) => onChange({ shortfall })}
          />
        ),
      }}
    />
  )
}

const basePers = ['month', 'session', 'hour'] as const

/** 底薪. Minimums belong to a base per month only. */
export function BasePart({ terms, onChange }: PartProps) {
  const { t } = useTranslation('contracts')
  const { base } = terms
  const set = (next: BaseTerm | null): void => onChange({ ...terms, base: next })
  if (base === null || base === undefined) return null
  const change = (part: Partial<BaseTerm>): void => set({ ...base, ...part })
  return (
    <TermPart title={t('part.base')}>
      <TermRow
        name={t('part.base')}
        source={base.source}
        onSource={(source) => change({ source })}
        onRemove={() => set(null)}
      >
        <FieldSentence
          code="base"
          fields={{
            per: (
              <ChoiceField
                label={t('label.per')}
                value={base.per}
                options={basePers}
                words="choice.per"
                onChange={(per) => set(withPer(base, per))}
              />
            ),
            amount: (
              <FenField
                label={t('label.amount')}
                value={base.amountFen}
                onChange={(amountFen) => change({ amountFen })}
              />
            ),
          }}
        />
        {base.per === 'month' ? <MinimumSentence term={base} onChange={change} /> : null}
      </TermRow>
    </TermPart>
  )
}

function withPer({ amountFen, source, ...minimums }: BaseTerm, per: BaseTerm['per']): BaseTerm {
  return per === 'month' ? { ...minimums, amountFen, per, source } : { amountFen, per, source }
}

/** 保底. */
export function GuaranteePart({ terms, onChange }: PartProps) {
  const { t } = useTranslation('contracts')
  const { guarantee } = terms
  const set = (next: GuaranteeTerm | null): void => onChange({ ...terms, guarantee: next })
  if (guarantee === null || guarantee === undefined) return null
  const change = (part: Partial<GuaranteeTerm>): void => set({ ...guarantee, ...part })
  const fields = {
    amount: (
      <FenField label={t('label.amount')} value={guarantee.amountFen} onChange={(amountFen) => change({ amountFen })} />
    ),
  }
  const recoup = (
    <ChoiceField
      label={t('label.recoup')}
      value={guarantee.recoup ? 'yes' : 'no'}
      options={['no', 'yes']}
      words="choice.recoup"
      onChange={(choice) => change({ recoup: choice === 'yes' })}
    />
  )
  return (
    <TermPart title={t('part.guarantee')}>
      <TermRow
        name={t('part.guarantee')}
        source={guarantee.source}
        onSource={(source) => change({ source })}
        onRemove={() => set(null)}
      >
        <FieldSentence code="guarantee" fields={fields} />
        <MinimumSentence term={guarantee} onChange={change} />
        <FieldSentence code="recoup" fields={{ recoup }} />
      </TermRow>
    </TermPart>
  )
}
