import type {
  BaseTerm,
  CostTerm,
  DeductionTerm,
  Due,
  GuaranteeTerm,
  LateInterest,
  PayTerms,
} from '../../earnings/terms.ts'
import { unreachable } from '../../errors.ts'
import { formatPpm } from '../../money.ts'
import { commissionLines } from './pay-prose-commissions.ts'
import { type ContractText, moneyInFigures, moneyInWords } from './words.ts'

/** One paragraph of the pay clause: numbered with the clause's own paragraphs, or an item under one. */
export interface ProseLine {
  kind: 'numbered' | 'item'
  text: string
}

/** What the sides are called in the text: 甲方 pays 乙方. */
export interface ProseSides {
  payer: string
  payee: string
}

/** What every part of the prose is written with. */
export interface Prose {
  terms: PayTerms
  /** A sentence of `pay-clause.json`; the names of the two sides are always given. */
  say: (key: string, params?: Record<string, string | number>) => string
  /** Any other key of the catalogues. */
  t: ContractText
}

/**
 * The pay clause in legal Chinese, generated from the terms that the ledger computes by, so that text and computation cannot
 * disagree. Every term that changes a figure changes the text; where a term comes from (`source`) is no part of a contract, and
 * what the computation ignores (a minimum of a base per session) is not said either.
 */
export function payProse(t: ContractText, terms: PayTerms, sides: ProseSides): ProseLine[] {
  const prose: Prose = { terms, t, say: (key, params = {}) => t(`pay-clause:${key}`, { ...sides, ...params }) }
  return [
    ...natureLines(prose),
    ...baseLines(prose),
    ...commissionLines(prose),
    ...(terms.costs ?? []).map((cost) => numbered(costText(prose, cost))),
    ...(terms.slotFees ?? []).map(({ per, label, amountFen }) =>
      numbered(prose.say(`slotFee.${per}`, { label, amount: moneyInFigures(t, amountFen) })),
    ),
    ...bonusLines(prose),
    ...guaranteeLines(prose),
    numbered(prose.say('total')),
    numbered(dueText(prose, terms.due)),
    ...deductionLines(prose),
    ...(terms.lateInterest ? [numbered(interestText(prose, terms.lateInterest))] : []),
  ]
}

export function numbered(text: string): ProseLine {
  return { kind: 'numbered', text }
}

export function item(text: string): ProseLine {
  return { kind: 'item', text }
}

function natureLines({ terms, say }: Prose): ProseLine[] {
  const { relation, amountsAre, cycle, cycleStartDay: day } = terms
  const cycleText =
    cycle === 'month' && day !== null && day !== undefined
      ? say('cycle.monthFrom', { day, lastDay: day - 1 })
      : say(`cycle.${cycle}`)
  return [
    numbered(say(`nature.${relation}`) + say(`amounts.${amountsAre}`)),
    numbered(cycleText + (countsSessions(terms) ? say('records') : '')),
  ]
}

/** Whether days, minutes or sessions decide what is paid: then it is said how they are counted. */
function countsSessions({ cycle, base, guarantee, slotFees, bonuses }: PayTerms): boolean {
  return (
    cycle === 'session' ||
    (base !== null && base !== undefined && (base.per !== 'month' || hasMinimum(base))) ||
    (guarantee !== null && guarantee !== undefined && hasMinimum(guarantee)) ||
    (slotFees ?? []).length > 0 ||
    (bonuses ?? []).some(({ metric }) => metric !== 'net-sale' && metric !== 'orders')
  )
}

type Minimums = Pick<GuaranteeTerm, 'minimumDays' | 'minimumMinutes' | 'shortfall'>

/** A minimum of 0 is none (spec/earnings.md rule 4). */
function hasMinimum({ minimumDays, minimumMinutes }: Minimums): boolean {
  return (minimumDays ?? 0) > 0 || (minimumMinutes ?? 0) > 0
}

function minimumText({ say }: Prose, term: Minimums, what: string): string {
  if (!hasMinimum(term)) return ''
  const days = term.minimumDays ?? 0
  const minutes = term.minimumMinutes ?? 0
  const which = days > 0 && minutes > 0 ? 'both' : days > 0 ? 'days' : 'minutes'
  const lower = which === 'both' && (term.shortfall ?? 'prorate') === 'prorate' ? say('minimum.lower') : ''
  return say('minimum.scaled', {
    minimum: say(`minimum.${which}`, { days, minutes }),
    shortfall: say(`minimum.shortfall.${term.shortfall ?? 'prorate'}`, { what }) + lower,
  })
}

function baseLines(prose: Prose): ProseLine[] {
  const { terms, say, t } = prose
  const base: BaseTerm | null | undefined = terms.base
  if (base === null || base === undefined) return []
  const word = say(`base.word.${terms.relation === 'labour' ? 'labour' : 'other'}`)
  const text = say(`base.${base.per}`, { word, amount: moneyInWords(t, base.amountFen) })
  return [numbered(text + (base.per === 'month' ? minimumText(prose, base, word) : ''))]
}

function costText({ terms, say, t }: Prose, cost: CostTerm): string {
  const commissions = terms.commissions ?? []
  const at = commissions.findIndex(({ id }) => id === cost.commissionId)
  return say('cost.head', {
    label: cost.label,
    share: formatPpm(cost.sharePpm),
    number: at + 1,
    commission: commissions[at]?.label ?? '',
    cap: isGiven(cost.capFen) ? say('cost.cap', { amount: moneyInFigures(t, cost.capFen) }) : '',
    evidence: say(cost.evidenceRequired ? 'cost.evidence' : 'cost.noEvidence'),
  })
}

function bonusLines({ terms, say, t }: Prose): ProseLine[] {
  return (terms.bonuses ?? []).map(({ label, metric, atLeast, amountFen }) =>
    numbered(
      say(`bonus.${metric}`, {
        label,
        atLeast: metric === 'net-sale' ? moneyInFigures(t, atLeast) : atLeast,
        amount: moneyInFigures(t, amountFen),
      }),
    ),
  )
}

function guaranteeLines(prose: Prose): ProseLine[] {
  const { terms, say, t } = prose
  const { guarantee } = terms
  if (guarantee === null || guarantee === undefined) return []
  const head = say('guarantee.head', { amount: moneyInWords(t, guarantee.amountFen) })
  const minimum = minimumText(prose, guarantee, say('guarantee.word'))
  return [numbered(head + minimum + say(guarantee.recoup ? 'guarantee.recoup' : 'guarantee.noRecoup'))]
}

function dueText(prose: Prose, due: Due): string {
  const { terms, say } = prose
  const holiday = say(`due.holiday.${due.holiday ?? (terms.relation === 'labour' ? 'earlier' : 'as-is')}`)
  if ('daysAfterCycleEnd' in due) return say('due.days', { days: due.daysAfterCycleEnd, holiday })
  if ('dayOfMonth' in due) {
    const { dayOfMonth: day, monthsAfter: months } = due
    const month = say(`due.month.${months > 1 ? 'later' : months}`, { months })
    return say('due.dayOfMonth', { day, month, holiday, short: day > 28 ? say('due.short') : '' })
  }
  const { latestDaysAfterCycleEnd: latest } = due
  return say(`due.event.${due.unit}`, {
    event: say(`due.of.${due.after}`),
    days: due.days,
    latest: isGiven(latest) ? say('due.latest', { days: latest }) : '',
    holiday,
  })
}

function deductionLines(prose: Prose): ProseLine[] {
  const { terms, say } = prose
  const deductions = terms.deductions ?? []
  if (deductions.length === 0) return [numbered(say('deduction.none'))]
  const isLabourDamages = terms.relation === 'labour' && deductions.some(({ damages }) => damages)
  return [
    numbered(say('deduction.some')),
    ...deductions.map((term) => item(deductionText(prose, term))),
    ...(isLabourDamages ? [numbered(say('deduction.labour'))] : []),
  ]
}

function deductionText({ say, t }: Prose, term: DeductionTerm): string {
  const { capFen, capPpm } = term
  const amount = isGiven(capFen) ? moneyInFigures(t, capFen) : ''
  const rate = isGiven(capPpm) ? formatPpm(capPpm) : ''
  const which = amount !== '' && rate !== '' ? 'capBoth' : amount === '' ? 'capPpm' : 'capFen'
  return say('deduction.item', {
    label: term.label,
    kind: term.damages ? say('deduction.damages') : '',
    caps: amount === '' && rate === '' ? '' : say(`deduction.${which}`, { amount, rate }),
    evidence: say(term.evidenceRequired ? 'deduction.evidence' : 'deduction.noEvidence'),
  })
}

function interestText({ say }: Prose, term: LateInterest): string {
  switch (term.kind) {
    case 'lpr-1y':
      return say('interest.lpr', { at: say(`interest.at.${term.at}`), multiple: formatPpm(term.multiplePpm) })
    case 'daily':
      return say('interest.daily', { rate: formatPpm(term.ratePpm) })
    default:
      return unreachable(term)
  }
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined
}
