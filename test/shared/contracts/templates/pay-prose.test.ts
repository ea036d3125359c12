import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJsonOf } from '../../../../shared/canonical-json.ts'
import { inventedFigures } from '../../../../shared/contracts/example-figures.ts'
import { payProse } from '../../../../shared/contracts/templates/pay-prose.ts'
import { contractValuesSchema } from '../../../../shared/contracts/templates/template.ts'
import { payTermsValue } from '../../../../shared/contracts/templates/values.ts'
import { contractText } from '../../../../shared/contracts/templates/words.ts'
import { workMonth } from '../../../../shared/contracts/worked-month.ts'
import { type PayTerms, payTermsSchema } from '../../../../shared/earnings/terms.ts'
import * as vocabulary from '../../../../shared/earnings/vocabulary.ts'
import { officialCalendar } from '../../../../shared/official-calendar.ts'
import { anyInput } from '../../earnings/generate.ts'
import { everything } from './everything.ts'

function prose(terms: PayTerms): string {
  return payProse(contractText(), terms, { payer: '甲方', payee: '乙方' })
    .map(({ kind, text }) => `${kind} ${text}`)
    .join('\n')
}

const anyTerms = anyInput.map(({ agreement }) => agreement.versions[0]?.terms ?? everything)

type Path = readonly (string | number)[]

/** Every place of a value in the terms; where a term comes from and ids are no part of the text. */
function places(value: unknown, path: Path = []): Path[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.flatMap((item, at) => [[...path, at], ...places(item, [...path, at])])
  if (typeof value !== 'object') return [path]
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'source' || key === 'id') return []
    const here = [...path, key]
    const inside = places(inner, here)
    return typeof inner === 'object' && inner !== null ? [here, ...inside] : inside
  })
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value)
}

/** The terms with one place changed; `undefined` takes it away. */
function changed(terms: PayTerms, path: Path, to: unknown): unknown {
  const copy: unknown = structuredClone(terms)
  const parent = at(copy, path.slice(0, -1)) as Record<string | number, unknown>
  const key = path.at(-1) ?? ''
  if (Array.isArray(parent) && to === undefined) parent.splice(Number(key), 1)
  else parent[key] = to ?? null
  return copy
}

const words: Record<string, readonly string[]> = {
  relation: vocabulary.relations,
  amountsAre: ['gross', 'net'],
  cycle: vocabulary.cycleKinds,
  holiday: vocabulary.holidayRules,
  after: vocabulary.cycleEventKinds,
  unit: ['day', 'workday'],
  per: ['month', 'session', 'hour', 'product'],
  shortfall: vocabulary.shortfalls,
  basis: vocabulary.bases,
  when: ['paid', 'settled'],
  mode: ['marginal', 'whole'],
  tierOver: vocabulary.tierSpans,
  kind: vocabulary.goodsKinds,
  metric: vocabulary.bonusMetrics,
  at: ['breach', 'floating'],
}

/** What else could stand there. */
function others(path: Path, value: unknown): unknown[] {
  const key = String(path.at(-1))
  if (typeof value === 'boolean') return [!value]
  if (typeof value === 'number') return [value + 1, value + 137, undefined]
  if (typeof value === 'object') return [undefined]
  if (typeof value === 'string' && (key === 'label' || typeof path.at(-1) === 'number')) return [`${value}甲`]
  if (key === 'commissionId') return ['c1', 'c2', 'commission-1'].filter((id) => id !== value)
  return [...(words[key] ?? []).filter((word) => word !== value), undefined]
}

type Minimums = PayTerms['guarantee'] | PayTerms['base']

/** A minimum counts where `counts` says so and is above 0; then a shortfall that is not said is `prorate`. */
function minimumsOf(term: Minimums, counts: boolean): unknown {
  if (!term) return null
  const days = counts ? term.minimumDays || null : null
  const minutes = counts ? term.minimumMinutes || null : null
  const shortfall = days === null && minutes === null ? null : (term.shortfall ?? 'prorate')
  return { ...term, minimumDays: days, minimumMinutes: minutes, shortfall, source: null }
}

function isSaid([key, value]: [string, unknown]): boolean {
  return key !== 'source' && value !== null && value !== undefined
}

function listOf(items: readonly object[] | null | undefined): unknown[] {
  return (items ?? []).map((item) => Object.fromEntries(Object.entries(item).filter(isSaid)))
}

/** Terms without what the computation does not look at: two that are equal here mean the same. */
function meaning(terms: PayTerms): unknown {
  const commissions = (terms.commissions ?? []).map(({ source: _source, ...term }) => {
    const onIncome = term.basis === 'income' || term.basis === 'net-income'
    return {
      ...term,
      ...(onIncome ? { when: null, clawbackDays: null } : { clawbackDays: term.clawbackDays ?? null }),
      ...(term.tiers.length === 1 ? { mode: null, tierOver: null } : {}),
      only: listOf([term.only ?? {}]),
    }
  })
  const { due } = terms
  return {
    ...terms,
    cycleStartDay: terms.cycleStartDay ?? null,
    commissions,
    base: minimumsOf(terms.base, terms.base?.per === 'month'),
    guarantee: minimumsOf(terms.guarantee, true),
    due: listOf([{ ...due, holiday: due.holiday ?? (terms.relation === 'labour' ? 'earlier' : 'as-is') }]),
    slotFees: listOf(terms.slotFees),
    bonuses: listOf(terms.bonuses),
    costs: listOf(terms.costs),
    deductions: listOf(terms.deductions),
    lateInterest: terms.lateInterest ?? null,
  }
}

/** Every way to change one place of the terms so that they are still terms. */
function changes(terms: PayTerms): { path: Path; to: unknown; terms: PayTerms }[] {
  return places(terms).flatMap((path) =>
    others(path, at(terms, path)).flatMap((to) => {
      const read = payTermsSchema.safeParse(changed(terms, path, to))
      return read.success ? [{ path, to, terms: read.data }] : []
    }),
  )
}

/** Changes of meaning that the text does not show. */
function silent(terms: PayTerms): string[] {
  const before = prose(terms)
  const meant = canonicalJsonOf(meaning(terms))
  return changes(terms)
    .filter((change) => canonicalJsonOf(meaning(change.terms)) !== meant && prose(change.terms) === before)
    .map(({ path, to }) => `${path.join('.')} → ${String(to)}`)
}

test('every field of terms that have everything changes the text of the pay clause', () => {
  expect(changes(everything).length).toBeGreaterThan(150)
  expect(silent(everything)).toEqual([])
})

test('whatever the terms, a change of any one field that means something else is in the text', () => {
  fc.assert(
    fc.property(anyTerms, (terms) => {
      expect(silent(terms)).toEqual([])
    }),
    { numRuns: 15 },
  )
})

function figuresBy(terms: PayTerms) {
  return workMonth(terms, inventedFigures('2026-03-31'), officialCalendar(2025, 2027))
}

test('terms read back from the data of a contract are the same and give the same figures', () => {
  fc.assert(
    fc.property(anyTerms, (terms) => {
      const data = JSON.stringify({ payTerms: terms })
      const read = payTermsValue(contractValuesSchema.parse(JSON.parse(data))['payTerms'])
      expect(read).toEqual(JSON.parse(data).payTerms)
      expect(read && figuresBy(read)).toEqual(figuresBy(terms))
    }),
    { numRuns: 40 },
  )
})

test('the text names amounts in figures and, where one sum is promised, in capitals too', () => {
  const text = prose(everything)
  expect(text).toContain('人民币3,000.00元（大写：叁仟元整）')
  expect(text).toContain('人民币100,000.00元以上不满人民币500,000.00元的部分，8%；')
  expect(text).toContain('甲方应当在平台就当期款项打款后3个工作日内付清当期报酬')
  expect(text).toContain('最迟不超过该结算周期结束后45日')
  expect(text).not.toContain('{{')
})

test('without deductions the text forbids them', () => {
  const { deductions: _deductions, ...others } = everything
  expect(prose(others)).toContain('甲方不得从报酬中扣减任何款项')
})

test('a name a person gave to a term is printed as it is', () => {
  const label = '{{payer}} $t(pay-clause:total) **x**'
  const named = { ...everything, slotFees: [{ id: 's1', label, amountFen: 20_000, per: 'session' as const }] }
  expect(prose(named)).toContain(`“${label}”：每场直播人民币200.00元。`)
})
