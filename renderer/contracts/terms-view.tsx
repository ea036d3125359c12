import { useTranslation } from 'react-i18next'
import { renderSentence, termSentences, termsSummary, termWarnings } from '../../shared/contracts/term-sentences.ts'
import type { PayTerms } from '../../shared/earnings/terms.ts'
import { Icon } from '../ui/icons.tsx'

/** Pay terms as they read, part by part, each with where it comes from. */
export function TermsView({ terms }: { terms: PayTerms }) {
  const { t } = useTranslation('contracts')
  const parts = Map.groupBy(termSentences(terms), (sentence) => sentence.part)
  return (
    <>
      <dl className="terms-view">
        {[...parts].map(([part, sentences]) => (
          <div key={part}>
            <dt>{t(`part.${part}`)}</dt>
            {sentences.map(({ id, sentence, source }) => (
              <dd key={id}>
                {renderSentence(t, sentence)}
                {t('sentence.stop')}
                {source === null ? null : (
                  <span className="soft term-source">
                    {t('source.of', { kind: t(`source.${source.kind}`) })}
                    {source.note === '' ? '' : ` · ${source.note}`}
                    {source.evidenceIds.length === 0
                      ? ''
                      : ` · ${t('source.evidenceCount', { count: source.evidenceIds.length })}`}
                  </span>
                )}
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {termWarnings(terms).map((code) => (
        <p key={code} className="term-warning">
          <Icon name="warn" size={16} />
          <span>{t(`warning.${code}`)}</span>
        </p>
      ))}
    </>
  )
}

/** What earns money, in a line, for lists. */
export function TermsSummary({ terms }: { terms: PayTerms }) {
  const { t } = useTranslation('contracts')
  return (
    <>
      {termsSummary(terms)
        .map((sentence) => renderSentence(t, sentence))
        .join(t('sentence.list'))}
    </>
  )
}
