import { useTranslation } from 'react-i18next'
import type { CaseFact } from '../../../shared/disputes/case-file.ts'
import { cycleWords } from '../../../shared/disputes/papers/words.ts'

/** A cycle's name as people say it; `from` is needed for cycles that are sessions. */
export function useCycleName(): (cycle: string, from?: string) => string {
  const { t } = useTranslation('documents')
  return (cycle, from = '') => cycleWords((key, params) => t(key, params ?? {}), cycle, from)
}

/** What a fact says: the person's own words, or the sentence of the record it is made from. */
export function useFactText(): (fact: CaseFact) => string {
  const { t } = useTranslation('disputes')
  const cycleName = useCycleName()
  return ({ text, code, params }) => {
    if (text !== '' || code === undefined) return text
    const cycle = params?.cycle
    const named = typeof cycle === 'string' ? { ...params, cycle: cycleName(cycle) } : params
    return t(`facts.${code}`, named ?? {})
  }
}
