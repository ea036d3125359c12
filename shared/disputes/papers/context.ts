import type { CaseFile, CaseParty } from '../case-file.ts'

/** Renders a key of the catalogues (`documents:` unless another domain is named), always in Chinese: papers are. */
export type PaperText = (key: string, params?: Record<string, string | number>) => string

export interface PaperContext {
  t: PaperText
  /** SHA-256 (hex) of what the paper was made from; its first 16 digits stand on every page. */
  dataSha256: string
}

/** The sheet and the letters call the money what the relation makes it: 劳动报酬 under labour, else 报酬. */
export function payWord(t: PaperText, relation: CaseFile['relation']): string {
  return t(relation === 'labour' ? 'words.labourPay' : 'words.pay')
}

/** The parties of one side, in the order of the case. */
export function partiesOf(file: CaseFile, side: CaseParty['side']): CaseParty[] {
  return file.parties.filter((party) => party.side === side)
}

/** Names of one side, joined as a sentence needs them. */
export function namesOf(t: PaperText, file: CaseFile, side: CaseParty['side']): string {
  return partiesOf(file, side)
    .map((party) => party.name)
    .join(t('words.listComma'))
}
