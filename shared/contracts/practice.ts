import { z } from 'zod'
import { addDays } from '../calendar.ts'
import { fenSchema } from '../call.ts'
import { applyPpm, divHalfAway } from '../money.ts'
import type { PayTerms } from '../earnings/index.ts'
import { bases } from '../earnings/vocabulary.ts'

/**
 * The rate that past months fit (spec/earnings.md: 过去 6 个月都是 60 %，这个月 52 %): what was paid is held against what was sold,
 * month by month. Proposed as terms of source `practice`, each with its fit, never taken over silently.
 */
const practiceBases = ['net-sale', 'sale', 'net-platform-commission', 'platform-commission'] as const
export type PracticeBasis = (typeof practiceBases)[number]
export type PracticeWhen = 'paid' | 'settled'

/** A whole month of an agreement. Money in fen. */
export interface PracticeMonth {
  /** `2026-03`. */
  month: string
  bases: Record<PracticeWhen, Record<PracticeBasis, number>>
  /** What the payer stated for the month, if that is known: it goes before what was paid. */
  acknowledgedFen: number | null
  withheldFen: number
}

export interface PracticePayment {
  date: string
  amountFen: number
  /** The month that the person gave it to; null where nobody said. */
  month: string | null
}

const practiceRowSchema = z.strictObject({
  month: z.string(),
  basisFen: fenSchema,
  /** Stated, or paid and withheld. */
  amountFen: fenSchema,
  /** What the proposed rate comes to. */
  expectedFen: fenSchema,
  /** The rate of this month alone, in ppm, to a tenth of a per cent; null where nothing was sold. */
  ratePpm: z.int().nullable(),
  fits: z.boolean(),
})

export const practiceSchema = z.strictObject({
  basis: z.enum(bases),
  when: z.enum(['paid', 'settled']),
  ratePpm: z.int(),
  /** A fixed sum every month beside the rate; 0 without one. */
  monthlyFen: fenSchema,
  /** A payment pays the month that its day is in when so many days are taken from it. */
  daysAfter: z.int(),
  fitting: z.int(),
  months: z.array(practiceRowSchema),
})
export type Practice = z.infer<typeof practiceSchema>

/** How late payers pay: in the next month or within 30 days of the month's end, in the month itself, six weeks or two months later. */
const delays = [31, 0, 45, 62]
const mostProposals = 3
/** Rates that people agree on are whole tenths of a per cent, fixed sums whole hundreds of yuan. */
const rateStepPpm = 1_000
const monthlyStepFen = 10_000
const leastFitting = 2
const leastFittingWithMonthly = 3

interface Point {
  month: string
  basisFen: number
  amountFen: number
}

/** Proposals that at least half of the paid months fit, the best first. */
export function findPractices(months: readonly PracticeMonth[], payments: readonly PracticePayment[]): Practice[] {
  const found: Practice[] = []
  for (const daysAfter of delays) {
    const amounts = amountsByMonth(months, payments, daysAfter)
    for (const when of ['settled', 'paid'] as const) {
      for (const basis of practiceBases) {
        const points = months.flatMap(({ month, bases: sums }) => {
          const amountFen = amounts.get(month) ?? 0
          return amountFen > 0 ? [{ month, basisFen: sums[when][basis], amountFen }] : []
        })
        for (const rule of rulesOf(points)) found.push(judge(points, { basis, when, daysAfter, ...rule }))
      }
    }
  }
  return best(found)
}

/** What each month was paid: as stated, else by the person's own allocation and by the day it came. */
function amountsByMonth(
  months: readonly PracticeMonth[],
  payments: readonly PracticePayment[],
  daysAfter: number,
): Map<string, number> {
  const paid = new Map<string, number>()
  for (const { date, amountFen, month } of payments) {
    const of = month ?? addDays(date, -daysAfter).slice(0, 7)
    paid.set(of, (paid.get(of) ?? 0) + amountFen)
  }
  return new Map(
    months.map(({ month, acknowledgedFen, withheldFen }) => {
      const came = paid.get(month) ?? 0
      return [month, acknowledgedFen ?? (came === 0 ? 0 : came + withheldFen)]
    }),
  )
}

interface Rule {
  ratePpm: number
  monthlyFen: number
}

/** Rules worth trying: the rate of each month alone, and for each two months the fixed sum and rate that both fit. */
function rulesOf(points: readonly Point[]): Rule[] {
  const rules = new Map<string, Rule>()
  const add = (ratePpm: number, monthlyFen: number): void => {
    if (ratePpm > 0 && ratePpm <= 1_000_000) rules.set(`${ratePpm} ${monthlyFen}`, { ratePpm, monthlyFen })
  }
  for (const point of points) add(rateOf(point.amountFen, point.basisFen) ?? 0, 0)
  for (const [at, one] of points.entries()) {
    for (const other of points.slice(at + 1)) {
      const [more, less] = one.basisFen > other.basisFen ? [one, other] : [other, one]
      const ratePpm = rateOf(more.amountFen - less.amountFen, more.basisFen - less.basisFen)
      if (ratePpm === null || ratePpm <= 0) continue
      const monthlyFen = toStep(less.amountFen - applyPpm(less.basisFen, ratePpm), monthlyStepFen)
      if (monthlyFen > 0) add(ratePpm, monthlyFen)
    }
  }
  return [...rules.values()]
}

/** A rate to a tenth of a per cent; null without a basis. */
function rateOf(amountFen: number, basisFen: number): number | null {
  if (basisFen <= 0) return null
  return toStep(Number(divHalfAway(BigInt(amountFen) * 1_000_000n, BigInt(basisFen))), rateStepPpm)
}

function toStep(value: number, step: number): number {
  return Number(divHalfAway(BigInt(value), BigInt(step))) * step
}

/** A yuan, or a thousandth of the amount: payers round each order or the whole. */
function isNear(expectedFen: number, amountFen: number): boolean {
  return Math.abs(expectedFen - amountFen) <= Math.max(100, Math.floor(amountFen / 1_000))
}

function judge(points: readonly Point[], proposal: Omit<Practice, 'fitting' | 'months'>): Practice {
  const months = points.map(({ month, basisFen, amountFen }) => {
    const expectedFen = proposal.monthlyFen + applyPpm(basisFen, proposal.ratePpm)
    const ratePpm = rateOf(amountFen - proposal.monthlyFen, basisFen)
    return { month, basisFen, amountFen, expectedFen, ratePpm, fits: isNear(expectedFen, amountFen) }
  })
  return { ...proposal, months, fitting: months.filter(({ fits }) => fits).length }
}

function best(found: readonly Practice[]): Practice[] {
  const held = found.filter(
    ({ fitting, months, monthlyFen }) =>
      fitting >= (monthlyFen === 0 ? leastFitting : leastFittingWithMonthly) && fitting * 2 >= months.length,
  )
  const ordered = held.toSorted(
    (a, b) => b.fitting - a.fitting || Number(a.monthlyFen > 0) - Number(b.monthlyFen > 0) || missOf(a) - missOf(b),
  )
  const distinct = new Map<string, Practice>()
  for (const one of ordered) {
    const key = `${one.basis} ${one.ratePpm} ${one.monthlyFen}`
    if (!distinct.has(key)) distinct.set(key, one)
  }
  return [...distinct.values()].slice(0, mostProposals)
}

/** How far the fitting months are off, in fen. */
function missOf({ months }: Practice): number {
  return months.reduce((sum, one) => (one.fits ? sum + Math.abs(one.expectedFen - one.amountFen) : sum), 0)
}

/**
 * The terms that a practice comes to, each item marked as such with `note` (its fit in words). Relation, cycle and due day are
 * those of `base`; what else it has stays.
 */
export function termsOfPractice(practice: Practice, base: PayTerms, label: string, note: string): PayTerms {
  const source = { kind: 'practice' as const, evidenceIds: [], note }
  return {
    ...base,
    ...(practice.monthlyFen === 0 ? {} : { base: { amountFen: practice.monthlyFen, per: 'month', source } as const }),
    commissions: [
      {
        id: base.commissions?.[0]?.id ?? 'commission-1',
        label,
        basis: practice.basis,
        when: practice.when,
        mode: 'marginal',
        tierOver: 'cycle',
        tiers: [{ fromFen: 0, ratePpm: practice.ratePpm }],
        source,
      },
    ],
  }
}
