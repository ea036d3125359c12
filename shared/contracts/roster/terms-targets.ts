import type { PayTerms } from '../../earnings/terms.ts'

/** A figure inside pay terms that a column of a roster may give, row by row. Its words are `roster:target.<word>`. */
export interface TermsTarget {
  /** `base`, `commission:<id>:0` … */
  id: string
  kind: 'money' | 'rate' | 'day'
  word: string
  /** The term's own label, where it has one. */
  label: string
  /** Civil words a header may have, for guessing. */
  hints: readonly string[]
  read: (terms: PayTerms) => number
  write: (terms: PayTerms, value: number) => PayTerms
}

/** Every figure of these terms that may differ from one streamer to the next. Terms differ in figures, never in their kind. */
export function termsTargets(terms: PayTerms): TermsTarget[] {
  return [...singleTargets(terms), ...listTargets(terms)]
}

function singleTargets({ base, guarantee, due }: PayTerms): TermsTarget[] {
  const targets: TermsTarget[] = []
  if (base) {
    targets.push({
      id: 'base',
      kind: 'money',
      word: `base-${base.per}`,
      label: '',
      hints: ['底薪', '基本工资', '时薪', '场次费', 'base'],
      read: (terms) => terms.base?.amountFen ?? 0,
      write: (terms, amountFen) => (terms.base ? { ...terms, base: { ...terms.base, amountFen } } : terms),
    })
  }
  if (guarantee) {
    targets.push({
      id: 'guarantee',
      kind: 'money',
      word: 'guarantee',
      label: '',
      hints: ['保底', 'guarantee'],
      read: (terms) => terms.guarantee?.amountFen ?? 0,
      write: (terms, amountFen) =>
        terms.guarantee ? { ...terms, guarantee: { ...terms.guarantee, amountFen } } : terms,
    })
  }
  if ('dayOfMonth' in due) {
    targets.push({
      id: 'payday',
      kind: 'day',
      word: 'payday',
      label: '',
      hints: ['付款日', '发薪日', '结算日', 'payday'],
      read: (terms) => ('dayOfMonth' in terms.due ? terms.due.dayOfMonth : 0),
      write: (terms, dayOfMonth) =>
        'dayOfMonth' in terms.due ? { ...terms, due: { ...terms.due, dayOfMonth } } : terms,
    })
  }
  return targets
}

function listTargets(terms: PayTerms): TermsTarget[] {
  return [
    ...(terms.commissions ?? []).flatMap((commission) =>
      commission.tiers.map((_tier, at): TermsTarget => {
        const tierNumber = commission.tiers.length === 1 ? '' : ` ${at + 1}`
        return {
          id: `commission:${commission.id}:${at}`,
          kind: 'rate',
          word: 'commission',
          label: `${commission.label}${tierNumber}`,
          hints: [commission.label, '佣金比例', '提成比例', '提成', '分成比例', '分成', '佣金', 'commission', 'rate'],
          read: (given) => given.commissions?.find(({ id }) => id === commission.id)?.tiers[at]?.ratePpm ?? 0,
          write: (given, ratePpm) => ({
            ...given,
            commissions: (given.commissions ?? []).map((item) =>
              item.id === commission.id
                ? { ...item, tiers: item.tiers.map((tier, index) => (index === at ? { ...tier, ratePpm } : tier)) }
                : item,
            ),
          }),
        }
      }),
    ),
    ...amountTargets(terms, 'slotFees', 'slotFee', ['坑位费', 'slot']),
    ...amountTargets(terms, 'bonuses', 'bonus', ['奖金', 'bonus']),
  ]
}

function amountTargets(
  terms: PayTerms,
  list: 'slotFees' | 'bonuses',
  word: string,
  hints: readonly string[],
): TermsTarget[] {
  return (terms[list] ?? []).map(({ id: termId, label }) => ({
    id: `${word}:${termId}`,
    kind: 'money' as const,
    word,
    label,
    hints: [label, ...hints],
    read: (given) => given[list]?.find(({ id }) => id === termId)?.amountFen ?? 0,
    write: (given, amountFen) => ({
      ...given,
      [list]: (given[list] ?? []).map((item) => (item.id === termId ? { ...item, amountFen } : item)),
    }),
  }))
}
