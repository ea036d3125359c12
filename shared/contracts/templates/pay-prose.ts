import type { PayTerms } from '../../earnings/terms.ts'
import type { ContractText } from './words.ts'

/** One paragraph of the pay clause: numbered with the clause's own paragraphs, or an item under one. */
export interface ProseLine {
  kind: 'numbered' | 'item'
  text: string
}

/** The pay clause in legal Chinese, generated from the terms that are computed. */
export function payProse(t: ContractText, terms: PayTerms): ProseLine[] {
  return [{ kind: 'numbered', text: t(`pay.cycle.${terms.cycle}`) }]
}
