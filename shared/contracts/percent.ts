import { toHalfWidth } from '../money.ts'

/** Reads a rate that a person typed in percent: `8`, `12.5%`, `１２．５`; at most four decimals. Answers ppm, or undefined. */
export function parsePercent(text: string): number | undefined {
  const match = /^(\d{1,6})(?:\.(\d{1,4}))?%?$/.exec(toHalfWidth(text).replaceAll(/[\s,]/g, ''))
  if (match === null) return undefined
  const [, whole = '', decimals = ''] = match
  return Number(whole + decimals.padEnd(4, '0'))
}

/** A rate as it stands in a field, without its sign: 80 000 ppm is `8`. */
export function plainPercent(ppm: number): string {
  const digits = String(ppm).padStart(5, '0')
  const decimals = digits.slice(-4).replace(/0+$/, '')
  return `${digits.slice(0, -4)}${decimals === '' ? '' : `.${decimals}`}`
}
