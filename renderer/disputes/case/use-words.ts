import { useTranslation } from 'react-i18next'
import type { CaseClaim, CaseFact, ClaimCycle } from '../../../shared/disputes/case-file.ts'
import { cycleWords } from '../../../shared/disputes/papers/words.ts'
import { readableParams } from '../../../shared/disputes/timeline.ts'

/** A cycle's name as people say it; `from` is needed for cycles that are sessions. */
export function useCycleName(): (cycle: string, from?: string) => string {
  const { t } = useTranslation('documents')
  return (cycle, from = '') => cycleWords((key, params) => t(key, params ?? {}), cycle, from)
}

/** What a fact says: the person's own words, or the sentence of the record it is made from. */
export function useFactText(): (fact: CaseFact) => string {
  const { t } = useTranslation('disputes')
  const cycleName = useCycleName()
  return ({ text, code, params }) =>
    text !== '' || code === undefined ? text : t(`facts.${code}`, readableParams(params ?? {}, cycleName))
}

/** How a claim's amount of one cycle comes about, naming only what is not 0. */
export function useClaimWorking(): (cycle: ClaimCycle, kind: CaseClaim['kind']) => string {
  const { t } = useTranslation('disputes')
  return (cycle, kind) => {
    if (kind === 'improper-deduction') {
      const key = cycle.amountFen === cycle.improperFen ? 'improper' : 'improperLimited'
      return t(`claims.working-parts.${key}`, { ...cycle })
    }
    const minus = (['withheldFen', 'allowedFen', 'paidFen'] as const).filter((part) => cycle[part] !== 0)
    const improperFen = cycle.outstandingFen - cycle.amountFen
    return [
      t('claims.working-parts.expectedFen', { ...cycle }),
      ...minus.map((part) => t(`claims.working-parts.${part}`, { ...cycle })),
      minus.length === 0 && improperFen === 0 ? '' : t('claims.working-parts.outstandingFen', { ...cycle }),
      improperFen === 0 ? '' : t('claims.working-parts.apart', { improperFen }),
    ].join('')
  }
}

/** A sentence of the screen as it may be kept: the thin spaces that only screens set become ordinary ones. */
export function asKept(text: string): string {
  return text.replaceAll('\u2009', ' ')
}
