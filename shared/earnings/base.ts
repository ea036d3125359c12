import { unreachable } from '../errors.ts'
import { divHalfAway } from '../money.ts'
import { toFen } from './fault.ts'
import type { Formula } from './formula.ts'
import type { BaseTerm, GuaranteeTerm } from './terms.ts'

/** What sessions came to in a cycle, and how much of the cycle is in force. */
export interface Presence {
  sessions: number
  minutes: number
  days: number
  inForceDays: number
  cycleDays: number
}

type MinimumTerm = Pick<GuaranteeTerm, 'amountFen' | 'minimumDays' | 'minimumMinutes' | 'shortfall'>

interface Fraction {
  counted: bigint
  needed: bigint
  formula: Formula
}

/** Which part of a scaled minimum was reached, as counted / needed; undefined when it was reached, absent or 0 (C14). */
function shortBy(
  unit: 'days' | 'minutes',
  minimum: number | null | undefined,
  presence: Presence,
): Fraction | undefined {
  const needed = BigInt(minimum ?? 0) * BigInt(presence.inForceDays)
  const counted = BigInt(presence[unit]) * BigInt(presence.cycleDays)
  if (counted >= needed) return undefined
  const { inForceDays, cycleDays } = presence
  const whole = inForceDays === cycleDays
  return {
    counted,
    needed,
    formula: {
      code: whole ? `share-${unit}` : `share-${unit}-scaled`,
      params: { counted: presence[unit], minimum: minimum ?? 0, inForceDays, cycleDays },
    },
  }
}

function smaller(a: Fraction | undefined, b: Fraction | undefined): Fraction | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return b.counted * a.needed < a.counted * b.needed ? b : a
}

export interface AmountWithFormula {
  amountFen: number
  formula: Formula
}

/**
 * `amountFen × f × share` of a base per month or a guarantee (rules 4 and 7), rounded once half away from zero: f is the
 * part of the cycle in force, share what the minimums (scaled by f too) leave of it.
 */
export function amountByPresence(term: MinimumTerm, presence: Presence): AmountWithFormula {
  const { inForceDays, cycleDays } = presence
  const short = smaller(shortBy('days', term.minimumDays, presence), shortBy('minutes', term.minimumMinutes, presence))
  const shortfall = short === undefined ? undefined : (term.shortfall ?? 'prorate')
  const params = { amountFen: term.amountFen, inForceDays, cycleDays }
  if (inForceDays === 0) return { amountFen: 0, formula: { code: 'amount-after-end', params } }
  if (short !== undefined && shortfall === 'forfeit') {
    return { amountFen: 0, formula: { code: 'amount-forfeit', params, parts: [short.formula] } }
  }
  const share = shortfall === 'prorate' ? short : undefined
  const dividend = BigInt(term.amountFen) * BigInt(inForceDays) * (share?.counted ?? 1n)
  const amountFen = toFen(divHalfAway(dividend, BigInt(cycleDays) * (share?.needed ?? 1n)))
  const code = inForceDays === cycleDays ? 'amount-whole' : 'amount-in-force'
  if (share === undefined) return { amountFen, formula: { code, params } }
  return { amountFen, formula: { code: `${code}-share`, params, parts: [share.formula] } }
}

/** The base of a cycle (rule 4). Only a base per month knows minimums and f; after the end there is none. */
export function baseAmount(term: BaseTerm, presence: Presence): AmountWithFormula {
  const { amountFen } = term
  switch (term.per) {
    case 'month':
      return amountByPresence(term, presence)
    case 'session':
      return {
        amountFen: toFen(BigInt(amountFen) * BigInt(presence.sessions)),
        formula: { code: 'base-session', params: { amountFen, sessions: presence.sessions } },
      }
    case 'hour':
      return {
        amountFen: toFen(divHalfAway(BigInt(amountFen) * BigInt(presence.minutes), 60n)),
        formula: { code: 'base-hour', params: { amountFen, minutes: presence.minutes } },
      }
    default:
      return unreachable(term.per)
  }
}

export interface GuaranteeResult {
  topUpFen: bigint
  givenBackFen: bigint
  balanceFen: bigint
  topUpFormula: Formula
  recoupFormula: Formula
}

/**
 * The guarantee of a cycle (rule 7): what is topped up to G, and with recoup what later cycles above G give back of the
 * balance of earlier top-ups (C16).
 */
export function guaranteeOf(
  term: GuaranteeTerm,
  presence: Presence,
  grossFen: bigint,
  balanceBeforeFen: bigint,
): GuaranteeResult {
  const guaranteed = amountByPresence(term, presence)
  const guaranteeFen = BigInt(guaranteed.amountFen)
  const topUpFen = guaranteeFen > grossFen ? guaranteeFen - grossFen : 0n
  const surplusFen = grossFen > guaranteeFen ? grossFen - guaranteeFen : 0n
  const givenBackFen = !term.recoup ? 0n : surplusFen < balanceBeforeFen ? surplusFen : balanceBeforeFen
  const balanceFen = term.recoup ? balanceBeforeFen + topUpFen - givenBackFen : balanceBeforeFen
  const params = {
    guaranteeFen: guaranteed.amountFen,
    grossFen: toFen(grossFen),
    balanceFen: toFen(balanceBeforeFen),
    surplusFen: toFen(surplusFen),
  }
  return {
    topUpFen,
    givenBackFen,
    balanceFen,
    topUpFormula: {
      code: topUpFen > 0n ? 'guarantee-top-up' : 'guarantee-reached',
      params,
      parts: [guaranteed.formula],
    },
    recoupFormula: { code: givenBackFen > 0n ? 'recoup' : 'recoup-none', params },
  }
}
