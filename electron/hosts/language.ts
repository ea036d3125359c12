import type { ErrorData } from '../../shared/errors.ts'
import { createI18n, errorPlaceParts, errorSentence, type Language } from '../../shared/i18n/index.ts'

/** The language of sentences outside the window: as asked, else by the system's, else Chinese. */
export function chooseLanguage(asked: string | undefined, env: NodeJS.ProcessEnv = process.env): Language {
  if (asked === 'zh' || asked === 'en') return asked
  const system = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return /^en([_.@-]|$)/i.test(system) ? 'en' : 'zh'
}

/** What a person reads of an error outside the window: the sentence, then where it is. */
export function renderError(language: Language, error: ErrorData): string {
  const { t } = createI18n(language)
  const place = error.where === undefined ? [] : errorPlaceParts(t, error.where)
  return [errorSentence(t, error), ...(place.length === 0 ? [] : [place.join(' · ')])].join('\n')
}
