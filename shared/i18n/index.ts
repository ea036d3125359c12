import { createInstance, type i18n, type TFunction } from 'i18next'
import type { ErrorData, ErrorPlace } from '../errors.ts'
import { formatFen, formatPpm } from '../money.ts'
import { catalogues } from './catalogues.ts'

export type Language = keyof typeof catalogues

/** Puts the thin space that Chinese typesetting wants between characters and figures; for screens, not for terminals. */
export function withThinSpaces(text: string): string {
  return text
    .replaceAll(/(?<=[\u3400-\u9fff]) (?=[\w¥−+])/g, '\u2009')
    .replaceAll(/(?<=[\w%)]) (?=[\u3400-\u9fff])/g, '\u2009')
}

/**
 * A translator with both catalogues, one namespace per domain (`t('earnings:status.overdue')`), ready at once.
 * Sentences may format what they are given: `{{amountFen, fen}}` → ¥12,345.67, `{{amountFen, amount}}` → 12,345.67,
 * `{{ratePpm, ppm}}` → 8%, `{{rows, count}}` → 12,345, `{{month, pad}}` → 03, `{{platform, platform}}` → 抖音. `thinSpaces` is for screens (`withThinSpaces`).
 */
export function createI18n(language: Language, options: { thinSpaces?: boolean } = {}): i18n {
  const instance = createInstance()
  instance.use({ type: 'postProcessor', name: 'thinSpaces', process: withThinSpaces })
  void instance.init({
    lng: language,
    fallbackLng: false,
    supportedLngs: Object.keys(catalogues),
    resources: catalogues,
    ns: Object.keys(catalogues.zh),
    defaultNS: 'app',
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    ...(options.thinSpaces === true ? { postProcess: ['thinSpaces'] } : {}),
  })
  const formatter = instance.services.formatter
  formatter?.add('fen', (value) => formatFen(Number(value)))
  formatter?.add('amount', (value) => formatAmount(Number(value)))
  formatter?.add('ppm', (value) => formatPpm(Number(value)))
  formatter?.add('pad', (value) => String(value).padStart(2, '0'))
  formatter?.add('count', (value) => formatCount(Number(value)))
  formatter?.add('platform', (value) => platformName(instance.t, String(value)))
  return instance
}

/** What people call a platform or channel of money, as `platforms.json` has it; one that is not there is called as it is. */
export function platformName(t: TFunction, platform: string): string {
  return t(`platforms:${platform}`, { defaultValue: platform })
}

/** An amount without the sign of the currency, where a whole column or a chip is money: 12,345.67. */
export function formatAmount(fen: number): string {
  return formatFen(fen).replace('¥', '')
}

/** A count with thousands commas: 12,345. */
export function formatCount(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
}

/**
 * The sentence of an error: what happened and what to do. `earnings.bad-date` is `errors.bad-date` of `earnings.json`.
 * A code without a sentence (a fault of ours) gets a general one that names the code.
 */
export function errorSentence(t: TFunction, error: ErrorData): string {
  const dot = error.code.indexOf('.')
  const key = `${error.code.slice(0, dot)}:errors.${error.code.slice(dot + 1)}`
  const sentence = t(key, { ...error.where, ...error.params, defaultValue: '' })
  return sentence === '' ? t('app:errors.unknown', { code: error.code }) : sentence
}

/** Where it is, as short labelled parts in the order one looks for it: file, sheet, row, column, value. */
export function errorPlaceParts(t: TFunction, place: ErrorPlace): string[] {
  const parts: string[] = []
  if (place.file !== undefined) parts.push(place.file)
  if (place.sheet !== undefined) parts.push(t('app:place.sheet', { sheet: place.sheet }))
  if (place.row !== undefined) parts.push(t('app:place.row', { row: place.row }))
  if (place.column !== undefined) parts.push(t('app:place.column', { column: place.column }))
  if (place.value !== undefined) parts.push(t('app:place.value', { value: place.value }))
  return parts
}
