import { useTranslation } from 'react-i18next'
import type { LocalText } from '../../../shared/contracts/templates/template.ts'

/** A text of a template in the language of the window. */
export function useLocalText(): (text: LocalText) => string {
  const { i18n } = useTranslation()
  return (text) => (i18n.language === 'en' ? text.en : text.zh)
}
