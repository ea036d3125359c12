import { BoanError } from './errors.ts'

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const
const PLACES = ['', '拾', '佰', '仟'] as const

function digit(value: number): string {
  return DIGITS[value] ?? ''
}

/** One group of four digits (1 to 9999), zeros inside it written once, none at its head or tail. */
function groupInCapitals(group: number): string {
  let text = ''
  let zeroPending = false
  for (let place = 3; place >= 0; place--) {
    const value = Math.floor(group / 10 ** place) % 10
    if (value === 0) {
      zeroPending = text !== ''
    } else {
      text += (zeroPending ? '零' : '') + digit(value) + (PLACES[place] ?? '')
      zeroPending = false
    }
  }
  return text
}

/** A whole number from 1, in groups of 亿, 万 and one; 零 stands for a gap between groups, never right after 万 before 仟. */
function wholeInCapitals(value: number): string {
  if (value >= 1e8) {
    const rest = value % 1e8
    return `${wholeInCapitals(Math.floor(value / 1e8))}亿${restInCapitals(rest, 1e7)}`
  }
  if (value >= 1e4) return `${groupInCapitals(Math.floor(value / 1e4))}万${restInCapitals(value % 1e4, 1e3)}`
  return groupInCapitals(value)
}

function restInCapitals(rest: number, full: number): string {
  if (rest === 0) return ''
  return (rest < full ? '零' : '') + wholeInCapitals(rest)
}

/**
 * An amount in Chinese capitals: 1582346 → 壹万伍仟捌佰贰拾叁元肆角陆分. 整 ends amounts without 分.
 * `amountFen`: integer fen from 0. Throws `documents.amount-not-printable` for anything else, since capitals know no minus.
 * Source: 支付结算办法 附一 (reference/forms.md 6; where it leaves a choice: no 零 after 万, one after 元).
 */
export function amountInCapitals(amountFen: number): string {
  if (!Number.isSafeInteger(amountFen) || amountFen < 0) {
    throw new BoanError('documents.amount-not-printable', { amount: String(amountFen) })
  }
  const fen = amountFen % 10
  const jiao = Math.floor(amountFen / 10) % 10
  const yuan = Math.floor(amountFen / 100)
  if (amountFen === 0) return '零元整'
  let text = yuan > 0 ? `${wholeInCapitals(yuan)}元` : ''
  if (jiao > 0) text += (yuan > 0 && yuan % 10 === 0 ? '零' : '') + `${digit(jiao)}角`
  if (fen === 0) return `${text}整`
  if (jiao === 0 && yuan > 0) text += '零'
  return `${text}${digit(fen)}分`
}

/** The same with 人民币 directly before it, as cheques and papers write it. */
export function rmbInCapitals(amountFen: number): string {
  return `人民币${amountInCapitals(amountFen)}`
}
