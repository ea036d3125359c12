import type { TFunction } from 'i18next'
import { unreachable } from '../errors.ts'
import type {
  BaseTerm,
  BonusTerm,
  CommissionTerm,
  CostTerm,
  DeductionTerm,
  Due,
  GuaranteeTerm,
  LateInterest,
  PayTerms,
  SlotFeeTerm,
  TermSource,
} from '../earnings/index.ts'

/**
 * Pay terms as sentences: codes with what fills their gaps, the words are in `contracts.json` under `sentence.`. Screen,
 * ledger and papers render the same ones, so that text and computation cannot disagree.
 */
export interface Sentence {
  /** Under `contracts:sentence.`. */
  code: string
  /** A sentence in a gap is a word or clause; several are listed. */
  params?: Readonly<Record<string, string | number | Sentence | readonly Sentence[]>>
  /** What follows behind a comma. */
  clauses?: readonly Sentence[]
}

export type TermPart =
  | 'relation'
  | 'cycle'
  | 'base'
  | 'commission'
  | 'cost'
  | 'slotFee'
  | 'bonus'
  | 'guarantee'
  | 'due'
  | 'deduction'
  | 'lateInterest'

export interface TermSentence {
  part: TermPart
  /** The term's own id in a list, else the part. */
  id: string
  sentence: Sentence
  source: TermSource | null
}

/** Every term as a sentence, in the order in which people read an agreement: what is earned, when it is paid, what may be taken, and what the relation is. */
export function termSentences(terms: PayTerms): TermSentence[] {
  return [
    one('cycle', cycleSentence(terms)),
    ...(terms.base ? [one('base', baseSentence(terms.base), { source: terms.base.source })] : []),
    ...(terms.commissions ?? []).map((term) => one('commission', commissionSentence(term), term)),
    ...(terms.costs ?? []).map((term) => one('cost', costSentence(term, terms), term)),
    ...(terms.slotFees ?? []).map((term) => one('slotFee', slotFeeSentence(term), term)),
    ...(terms.bonuses ?? []).map((term) => one('bonus', bonusSentence(term), term)),
    ...(terms.guarantee
      ? [one('guarantee', guaranteeSentence(terms.guarantee), { source: terms.guarantee.source })]
      : []),
    one('due', dueSentence(terms.due, terms.relation), { source: terms.due.source }),
    ...(terms.deductions ?? []).map((term) => one('deduction', deductionSentence(term), term)),
    ...(terms.deductions?.length ? [] : [one('deduction', { code: 'deduction-none' })]),
    ...(terms.lateInterest
      ? [one('lateInterest', interestSentence(terms.lateInterest), { source: terms.lateInterest.source })]
      : []),
    one('relation', relationSentence(terms)),
  ]
}

/** What earns money, each as short as it can be said, for lists. */
export function termsSummary(terms: PayTerms): Sentence[] {
  const { base, guarantee } = terms
  return [
    ...(base ? [{ code: `base-${base.per}`, params: { amountFen: base.amountFen } }] : []),
    ...(terms.commissions ?? []).map(({ label, tiers }) => {
      const rates = tiers.map(({ ratePpm }) => ratePpm)
      const params = { label, fromPpm: Math.min(...rates), toPpm: Math.max(...rates) }
      return { code: params.fromPpm === params.toPpm ? 'summary-rate' : 'summary-rates', params }
    }),
    ...(terms.slotFees ?? []).map(slotFeeSentence),
    ...(guarantee ? [{ code: 'guarantee', params: { amountFen: guarantee.amountFen } }] : []),
  ]
}

function one(
  part: TermPart,
  sentence: Sentence,
  item: { source?: TermSource | null | undefined; id?: string } = {},
): TermSentence {
  return { part, id: item.id ?? part, sentence, source: item.source ?? null }
}

/** What in these terms a person should know before relying on them, as codes under `contracts:warning.`. */
export function termWarnings(terms: PayTerms): string[] {
  const warnings: string[] = []
  if ('after' in terms.due && isAbsent(terms.due.latestDaysAfterCycleEnd)) warnings.push('due-no-last-day')
  const earning = [terms.base, terms.guarantee, terms.commissions?.[0], terms.slotFees?.[0], terms.bonuses?.[0]]
  if (earning.every((term) => isAbsent(term))) warnings.push('nothing-earned')
  if (terms.relation === 'labour' && terms.lateInterest) warnings.push('interest-under-labour')
  return warnings
}

/** A sentence in the language of `t`, without its full stop. */
export function renderSentence(t: TFunction, sentence: Sentence): string {
  const params = Object.fromEntries(
    Object.entries(sentence.params ?? {}).map(([name, value]) => [name, renderParam(t, value)]),
  )
  const comma = t('contracts:sentence.comma')
  const clauses = (sentence.clauses ?? []).map((clause) => comma + renderSentence(t, clause))
  return t(`contracts:sentence.${sentence.code}`, params) + clauses.join('')
}

function renderParam(t: TFunction, value: string | number | Sentence | readonly Sentence[]): string | number {
  if (typeof value === 'string' || typeof value === 'number') return value
  if ('code' in value) return renderSentence(t, value)
  const areWords = value.every(({ code }) => code === 'platform' || code.startsWith('word.'))
  return value.map((part) => renderSentence(t, part)).join(t(`contracts:sentence.${areWords ? 'and' : 'list'}`))
}

function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined
}

/** A word of a closed list, such as `word.basis.net-sale`. */
function word(list: string, value: string): Sentence {
  return { code: `word.${list}.${value}` }
}

function relationSentence({ relation, amountsAre }: PayTerms): Sentence {
  const params = { relation: word('relation', relation), amounts: word('amountsAre', amountsAre) }
  return { code: relation === 'undetermined' ? 'relation-undetermined' : 'relation', params }
}

function cycleSentence({ cycle, cycleStartDay }: PayTerms): Sentence {
  if (cycle === 'month' && !isAbsent(cycleStartDay)) {
    return { code: 'cycle-month-from', params: { day: cycleStartDay, lastDay: cycleStartDay - 1 } }
  }
  return { code: `cycle-${cycle}` }
}

function dueSentence(due: Due, relation: PayTerms['relation']): Sentence {
  const holiday = due.holiday ?? (relation === 'labour' ? 'earlier' : 'as-is')
  const clauses: Sentence[] = [{ code: `holiday-${holiday}` }]
  if ('daysAfterCycleEnd' in due)
    return { code: 'due-days-after-end', params: { days: due.daysAfterCycleEnd }, clauses }
  if ('dayOfMonth' in due) {
    const code = due.monthsAfter <= 1 ? `due-day-of-month-${due.monthsAfter}` : 'due-day-of-month-later'
    return { code, params: { day: due.dayOfMonth, months: due.monthsAfter }, clauses }
  }
  const latest = due.latestDaysAfterCycleEnd
  return {
    code: `due-after-event-${due.unit}`,
    params: { event: word('event', due.after), days: due.days },
    clauses: [
      isAbsent(latest) ? { code: 'due-no-last-day' } : { code: 'due-latest', params: { days: latest } },
      ...clauses,
    ],
  }
}

function minimumClauses(term: Pick<GuaranteeTerm, 'minimumDays' | 'minimumMinutes' | 'shortfall'>): Sentence[] {
  const clauses: Sentence[] = []
  if (term.minimumDays) clauses.push({ code: 'minimum-days', params: { days: term.minimumDays } })
  if (term.minimumMinutes) clauses.push({ code: 'minimum-minutes', params: { minutes: term.minimumMinutes } })
  if (clauses.length > 0) clauses.push({ code: `shortfall-${term.shortfall ?? 'prorate'}` })
  return clauses
}

function baseSentence(base: BaseTerm): Sentence {
  return { code: `base-${base.per}`, params: { amountFen: base.amountFen }, clauses: minimumClauses(base) }
}

function commissionSentence(term: CommissionTerm): Sentence {
  const clauses: Sentence[] = []
  if (term.tiers.length > 1 && term.tierOver !== 'cycle') clauses.push({ code: `tier-over-${term.tierOver}` })
  if (term.only) clauses.push(...filterClauses(term.only))
  if (!isAbsent(term.clawbackDays)) clauses.push({ code: 'clawback', params: { days: term.clawbackDays } })
  const onIncome = term.basis === 'income' || term.basis === 'net-income'
  return {
    code: onIncome ? 'commission-income' : 'commission',
    params: {
      label: term.label,
      basis: word('basis', term.basis),
      when: word('when', term.when),
      rates: rateSentences(term),
    },
    clauses,
  }
}

function rateSentences({ tiers, mode }: CommissionTerm): Sentence[] {
  return tiers.map(({ fromFen, ratePpm }, at) => {
    const toFen = tiers[at + 1]?.fromFen
    if (tiers.length === 1) return { code: 'rate', params: { ratePpm } }
    if (mode === 'whole') return { code: at === 0 ? 'rate-whole-first' : 'rate-whole', params: { fromFen, ratePpm } }
    if (toFen === undefined) return { code: 'rate-above', params: { fromFen, ratePpm } }
    return { code: at === 0 ? 'rate-up-to' : 'rate-between', params: { fromFen, toFen, ratePpm } }
  })
}

function filterClauses(only: NonNullable<CommissionTerm['only']>): Sentence[] {
  const clauses: Sentence[] = []
  if (only.kind) clauses.push({ code: `only-${only.kind}` })
  if (only.platforms)
    clauses.push({
      code: 'only-platforms',
      params: { platforms: only.platforms.map((platform) => ({ code: 'platform', params: { platform } })) },
    })
  if (only.incomeKinds) {
    clauses.push({ code: 'only-incomes', params: { kinds: only.incomeKinds.map((kind) => word('income', kind)) } })
  }
  if (only.productIds)
    clauses.push({
      code: 'only-products',
      params: { products: only.productIds.join(', '), count: only.productIds.length },
    })
  return clauses
}

function costSentence(term: CostTerm, terms: PayTerms): Sentence {
  const commission = terms.commissions?.find(({ id }) => id === term.commissionId)?.label ?? term.commissionId
  const clauses: Sentence[] = []
  if (!isAbsent(term.capFen)) clauses.push({ code: 'cost-cap', params: { capFen: term.capFen } })
  if (term.evidenceRequired) clauses.push({ code: 'evidence-required' })
  return { code: 'cost', params: { label: term.label, sharePpm: term.sharePpm, commission }, clauses }
}

function slotFeeSentence(term: SlotFeeTerm): Sentence {
  return { code: `slot-fee-${term.per}`, params: { label: term.label, amountFen: term.amountFen } }
}

function bonusSentence(term: BonusTerm): Sentence {
  const { label, amountFen, atLeast } = term
  return { code: `bonus-${term.metric}`, params: { label, amountFen, atLeast } }
}

function guaranteeSentence(term: GuaranteeTerm): Sentence {
  const recoup: Sentence = { code: term.recoup ? 'recoup' : 'no-recoup' }
  return { code: 'guarantee', params: { amountFen: term.amountFen }, clauses: [...minimumClauses(term), recoup] }
}

function deductionSentence(term: DeductionTerm): Sentence {
  const clauses: Sentence[] = []
  if (!isAbsent(term.capFen)) clauses.push({ code: 'deduction-cap-fen', params: { capFen: term.capFen } })
  if (!isAbsent(term.capPpm)) clauses.push({ code: 'deduction-cap-ppm', params: { capPpm: term.capPpm } })
  if (term.evidenceRequired) clauses.push({ code: 'evidence-required' })
  return { code: term.damages ? 'deduction-damages' : 'deduction', params: { label: term.label }, clauses }
}

function interestSentence(term: LateInterest): Sentence {
  switch (term.kind) {
    case 'lpr-1y':
      return { code: `interest-lpr-${term.at}`, params: { multiplePpm: term.multiplePpm } }
    case 'daily':
      return { code: 'interest-daily', params: { ratePpm: term.ratePpm } }
    default:
      return unreachable(term)
  }
}
