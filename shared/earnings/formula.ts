/**
 * How a figure came about, as a code and what fills its gaps: the words are in `shared/i18n/<language>/earnings.json` under
 * `formulas.<code>`, where `…Fen` is formatted as money and `…Ppm` as a rate. `parts` are formulas whose texts are joined
 * and fill the gap `{{parts}}`.
 */
export interface Formula {
  code: string
  params: Readonly<Record<string, number | string>>
  parts?: readonly Formula[]
}

/**
 * A formula as one line of text. `translate` answers the sentence of a key such as `formulas.base-session` with its gaps
 * filled (i18next's `t` of the namespace `earnings`); `joiner` stands between parts.
 */
export function formulaText(
  formula: Formula,
  translate: (key: string, params: Record<string, number | string>) => string,
  joiner = ' + ',
): string {
  const parts = (formula.parts ?? []).map((part) => formulaText(part, translate, joiner)).join(joiner)
  return translate(`formulas.${formula.code}`, { ...formula.params, parts })
}
