import type { CommissionTerm } from '../../earnings/terms.ts'
import { formatPpm } from '../../money.ts'
import { item, numbered, type Prose, type ProseLine } from './pay-prose.ts'
import { moneyInFigures } from './words.ts'

/** The commissions, each with its steps, what they are measured over and what refunds do; then what all have in common. */
export function commissionLines(prose: Prose): ProseLine[] {
  const commissions = prose.terms.commissions ?? []
  if (commissions.length === 0) return []
  return [
    ...commissions.flatMap((term, at) => oneCommission(prose, term, at + 1)),
    numbered(prose.say('commission.carried')),
  ]
}

function oneCommission(prose: Prose, term: CommissionTerm, number: number): ProseLine[] {
  const { say } = prose
  const onIncome = isOnIncome(term)
  const hasSteps = term.tiers.length > 1
  const head = say(onIncome ? 'commission.headIncome' : 'commission.head', {
    number,
    label: term.label,
    orders: onIncome ? '' : ordersText(prose, term),
    basis: say(`commission.basis.${term.basis}`),
    only: filterText(prose, term),
    rate: hasSteps
      ? say(`commission.${term.mode}`)
      : say('commission.one', { rate: formatPpm(term.tiers[0]?.ratePpm ?? 0) }),
  })
  const over = hasSteps ? say(`commission.over.${term.tierOver}`) : ''
  return [
    numbered(head),
    ...(hasSteps ? stepTexts(prose, term).map(item) : []),
    ...(over + refundText(prose, term, number) === '' ? [] : [numbered(over + refundText(prose, term, number))]),
  ]
}

function isOnIncome({ basis }: CommissionTerm): boolean {
  return basis === 'income' || basis === 'net-income'
}

function ordersText({ terms, say }: Prose, { when }: CommissionTerm): string {
  const bySession = terms.cycle === 'session'
  return say(`commission.orders.${bySession ? (when === 'paid' ? 'sessionPaid' : 'sessionSettled') : when}`)
}

/** Income has no refunds that are settled later. */
function refundText({ say }: Prose, term: CommissionTerm, number: number): string {
  if (isOnIncome(term)) return ''
  const { clawbackDays: days } = term
  return days === null || days === undefined
    ? say('commission.clawback.open', { number })
    : say('commission.clawback.limited', { number, days })
}

function stepTexts({ say, t }: Prose, { tiers, mode }: CommissionTerm): string[] {
  return tiers.map(({ fromFen, ratePpm }, at) => {
    const next = tiers[at + 1]
    const [first, middle, last] =
      mode === 'whole' ? ['wholeBelow', 'wholeBetween', 'wholeAbove'] : ['below', 'between', 'above']
    return say(`commission.tier.${next === undefined ? last : at === 0 ? first : middle}`, {
      from: moneyInFigures(t, fromFen),
      to: next === undefined ? '' : moneyInFigures(t, next.fromFen),
      rate: formatPpm(ratePpm),
    })
  })
}

function filterText({ say, t }: Prose, { only }: CommissionTerm): string {
  if (only === null || only === undefined) return ''
  const join = (list: readonly string[]): string => list.join(t('documents:words.listComma'))
  const parts: string[] = []
  if (only.kind) parts.push(say(`commission.only.${only.kind}`))
  if (only.platforms) {
    const platforms = join(only.platforms.map((platform) => t('contracts:sentence.platform', { platform })))
    parts.push(say('commission.only.platforms', { platforms }))
  }
  if (only.incomeKinds) {
    const kinds = join(only.incomeKinds.map((kind) => t(`contracts:sentence.word.income.${kind}`)))
    parts.push(say('commission.only.incomes', { kinds }))
  }
  if (only.productIds) parts.push(say('commission.only.products', { products: join(only.productIds) }))
  return parts.length === 0 ? '' : say('commission.only.frame', { what: parts.join(say('commission.only.and')) })
}
