import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { startingTerms } from '../../../shared/contracts/patterns.ts'
import type { PayTerms, Relation } from '../../../shared/earnings/terms.ts'
import { PatternCards, type PatternChoice } from '../pattern-cards.tsx'
import { TermsEditor } from '../terms/terms-editor.tsx'
import { WorkedMonth } from '../worked-month.tsx'

interface TermsFieldProps {
  /** Of the template: the terms of a labour contract are those of a labour relation. */
  relation: Relation
  terms: PayTerms | undefined
  onChange: (terms: PayTerms | undefined) => void
}

/** Pay terms in the same editor as everywhere, begun from a common way of paying, with a month worked out by them. */
export function TermsField({ relation, terms, onChange }: TermsFieldProps) {
  const { t } = useTranslation(['templates', 'contracts'])
  const [pattern, setPattern] = useState<PatternChoice>()
  const choose = (chosen: PatternChoice): void => {
    setPattern(chosen)
    if (chosen === 'none') onChange(undefined)
    else onChange({ ...startingTerms(chosen, t('contracts:terms.commissionLabel')), relation })
  }
  return (
    <div className="stack">
      {terms === undefined || pattern !== undefined ? (
        <div>
          <p className="soft">{t('contracts:terms.patternTitle')}</p>
          <PatternCards chosen={pattern} onChoose={choose} />
        </div>
      ) : null}
      {terms === undefined ? null : (
        <>
          <TermsEditor key={pattern} terms={terms} onChange={onChange} />
          <details className="draft-worked">
            <summary>{t('terms.worked')}</summary>
            <WorkedMonth terms={terms} scope={noScope} />
          </details>
        </>
      )}
    </div>
  )
}

const noScope = {}
