import { createI18n, formatAmount } from '../../i18n/index.ts'
import { amountInCapitals } from '../../money-capitals.ts'

/** Renders a key of `templates.json` (or of another catalogue, named with its colon), always in Chinese: contracts are. */
export type ContractText = (key: string, params?: Record<string, string | number>) => string

let catalogue: ContractText | undefined

/** The words contracts are made of. One translator for all: a batch builds hundreds of them. */
export function contractText(): ContractText {
  if (catalogue === undefined) {
    const { t } = createI18n('zh')
    catalogue = (key, params = {}) => t(key.includes(':') ? key : `templates:${key}`, params)
  }
  return catalogue
}

/** 2026-03-31 → 2026年3月31日. */
export function dateInWords(t: ContractText, civilDate: string): string {
  const [year = '', month = '', day = ''] = civilDate.split('-')
  return t('documents:date', { year, month: Number(month), day: Number(day) })
}

/** 人民币8,000.00元 */
export function moneyInFigures(t: ContractText, fen: number): string {
  return t('words.money', { amount: formatAmount(fen) })
}

/** 人民币8,000.00元（大写：捌仟元整） */
export function moneyInWords(t: ContractText, fen: number): string {
  return t('words.moneyWithCapitals', { amount: formatAmount(fen), capitals: amountInCapitals(fen) })
}
