/**
 * Money is an integer number of fen (分), a rate an integer number of parts per million (ppm).
 * Nothing here uses floating point: products go through BigInt and are rounded once, half away from zero.
 */

const MINUS = '\u2212'
const PPM = 1_000_000n

/** Splits |fen| into its yuan digits and its two fen digits, by text, so that no division can round. */
function digitsOf(fen: number): { yuan: string; cents: string } {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return { yuan: digits.slice(0, -2), cents: digits.slice(-2) }
}

/** Fen for people: `¥12,345.67`, below zero `−¥1.00` with a real minus sign. */
export function formatFen(fen: number): string {
  const { yuan, cents } = digitsOf(fen)
  const grouped = yuan.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
  return `${fen < 0 ? MINUS : ''}¥${grouped}.${cents}`
}

/** Fen for files and spreadsheets: `12345.67`, `-1.00` with the ASCII hyphen that programs read. */
export function plainYuan(fen: number): string {
  const { yuan, cents } = digitsOf(fen)
  return `${fen < 0 ? '-' : ''}${yuan}.${cents}`
}

/** A rate for people: 80 000 ppm is `8%`, 125 000 is `12.5%`, never rounded. */
export function formatPpm(ppm: number): string {
  const digits = String(Math.abs(ppm)).padStart(5, '0')
  const decimals = digits.slice(-4).replace(/0+$/, '')
  return `${ppm < 0 ? MINUS : ''}${digits.slice(0, -4)}${decimals === '' ? '' : `.${decimals}`}%`
}

/** Full-width digits and signs, as a Chinese keyboard types them, become their ASCII forms. */
export function toHalfWidth(text: string): string {
  return text
    .replaceAll(/[\uFF01-\uFF5E]/g, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .replaceAll('\u3002', '.')
    .replaceAll('\uFFE5', '¥')
    .replaceAll(MINUS, '-')
}

const YUAN = /^(-?)[¥]?(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/

/**
 * Reads an amount that a person typed, in yuan: `1,234.5`, `￥１２３．４５`, `-3`, `88元`. Strict: thousands commas must be in
 * their places, at most two decimals, nothing beyond 2^53 fen. Answers fen, or undefined when it is no such amount.
 */
export function parseYuan(text: string): number | undefined {
  const plain = toHalfWidth(text).trim().replace(/元$/, '').trim()
  const match = YUAN.exec(plain)
  if (match === null) return undefined
  const [, before = '', after = '', whole = '', decimals = ''] = match
  if (before !== '' && after !== '') return undefined
  const fen = Number(whole.replaceAll(',', '') + decimals.padEnd(2, '0'))
  if (!Number.isSafeInteger(fen)) return undefined
  return fen !== 0 && before + after !== '' ? -fen : fen
}

/** `dividend / divisor` rounded half away from zero; `divisor` > 0. */
export function divHalfAway(dividend: bigint, divisor: bigint): bigint {
  const half = divisor / 2n
  if (dividend >= 0n) return (dividend + half) / divisor
  return -((-dividend + half) / divisor)
}

/** `dividend / divisor` rounded down (towards −∞); `divisor` > 0. Limits and cost shares are rounded this way. */
export function divDown(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor
  return dividend < 0n && quotient * divisor !== dividend ? quotient - 1n : quotient
}

/** `a × b / divisor`, exact until its one rounding half away from zero; `divisor` > 0. */
export function mulDivHalfAway(a: bigint, b: bigint, divisor: bigint): bigint {
  return divHalfAway(a * b, divisor)
}

/** `fen × ppm / 1 000 000`, rounded once half away from zero. */
export function applyPpm(fen: number, ppm: number): number {
  return Number(mulDivHalfAway(BigInt(fen), BigInt(ppm), PPM))
}

/**
 * A sum of fen that never loses one: additions stay in a plain number while it is exact and spill into a BigInt when
 * it would not be. Made for folding a million rows, where a BigInt per addition would be felt.
 */
export class ExactSum {
  #near = 0
  #far = 0n

  /** Adds an integer amount, below zero too. */
  add(fen: number): void {
    const next = this.#near + fen
    if (Number.isSafeInteger(next)) {
      this.#near = next
      return
    }
    this.#far += BigInt(this.#near)
    this.#near = fen
  }

  /** A sum that begins at a total kept earlier. */
  static of(total: bigint): ExactSum {
    const sum = new ExactSum()
    sum.#far = total
    return sum
  }

  total(): bigint {
    return this.#far + BigInt(this.#near)
  }
}
