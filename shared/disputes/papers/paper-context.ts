import { createI18n } from '../../i18n/index.ts'
import type { PaperContext } from './context.ts'

/** Papers are printed: the space that screens put between characters and figures is left to the typesetting. */
function withoutScreenSpaces(text: string): string {
  return text.replaceAll(/(?<=[\u3400-\u9fff]) (?=[\w¥−+])/g, '').replaceAll(/(?<=[\w%)]) (?=[\u3400-\u9fff])/g, '')
}

/**
 * What a paper is built with: the Chinese catalogue (papers are always in Chinese) and the hash of its data.
 * `dataSha256`: hex, of `paperData(file)` for the papers of a case.
 */
export function paperContext(dataSha256: string): PaperContext {
  const { t } = createI18n('zh')
  return {
    dataSha256,
    t: (key, params = {}) => {
      if (!key.includes(':')) return t(`documents:${key}`, params)
      return withoutScreenSpaces(t(key, params))
    },
  }
}
