import { formatFen, formatPpm } from '../money.ts'

/**
 * How a figure came about, as a code and what fills its gaps: the words are in `shared/i18n/<language>/earnings.json` under
 * `formulas.<code>`. A parameter named `…Fen` is an amount, `…Ppm` a rate. `parts` are formulas whose texts are joined.
 */
export interface Formula {
  code: string
  params: Readonly<Record<string, number | string>>
  parts?: readonly Formula[]
}

/** The parameters as a person reads them: fen as yuan, ppm as a percentage, counts and dates as they are. */
export function displayParams(params: Formula['params']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'number' ? displayNumber(name, value) : value,
    ]),
  )
}

function displayNumber(name: string, value: number): string {
  if (name.endsWith('Fen')) return formatFen(value)
  return name.endsWith('Ppm') ? formatPpm(value) : String(value)
}

/**
 * A formula as one line of text. `translate` answers the sentence of a key such as `formulas.base-session` with its gaps
 * filled; `joiner` stands between parts. Parts fill the gap `{{parts}}`.
 */
export function formulaText(
  formula: Formula,
  translate: (key: string, params: Record<string, string>) => string,
  joiner = ' + ',
): string {
  const parts = (formula.parts ?? []).map((part) => formulaText(part, translate, joiner)).join(joiner)
  return translate(`formulas.${formula.code}`, { ...displayParams(formula.params), parts })
}
