import { useTranslation } from 'react-i18next'
import { type Formula, formulaText } from '../../shared/earnings/formula.ts'

/** How a figure came about, as a sentence in the language of the screen. */
export function useFormulaText(): (formula: Formula) => string {
  const { t } = useTranslation('earnings')
  return (formula) => formulaText(formula, (key, params) => t(key, params))
}
