import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPractices, type PracticeMonth, termsOfPractice } from '../../../shared/contracts/practice.ts'
import { startingTerms } from '../../../shared/contracts/patterns.ts'
import { applyPpm } from '../../../shared/money.ts'

/** Months of 2026 from January on, with what was sold; other bases are other amounts, so that only one can fit. */
function monthsWith(netSalesFen: readonly number[]): PracticeMonth[] {
  return netSalesFen.map((netSaleFen, at) => {
    const sums = {
      'net-sale': netSaleFen,
      sale: netSaleFen + 17_031 * (at + 3),
      'net-platform-commission': Math.floor(netSaleFen / 7) + 991 * at,
      'platform-commission': Math.floor(netSaleFen / 6) + 1_313 * at,
    }
    return {
      month: `2026-${String(at + 1).padStart(2, '0')}`,
      bases: { settled: sums, paid: { ...sums, 'net-sale': netSaleFen + 4_444 * (at + 1) } },
      acknowledgedFen: null,
      withheldFen: 0,
    }
  })
}

const sold = [10_000_000, 14_503_300, 9_120_055, 18_000_000, 7_777_777, 12_345_678, 11_000_000]

function paidNextMonth(amountsFen: readonly number[]) {
  return amountsFen.map((amountFen, at) => ({
    date: `2026-${String(at + 2).padStart(2, '0')}-15`,
    amountFen,
    month: null,
  }))
}

test('six months at 6 % and one at 5.2 %: the rate, its fit and the odd month', () => {
  const paid = sold.map((fen, at) => applyPpm(fen, at === 6 ? 52_000 : 60_000))
  const [best] = findPractices(monthsWith(sold), paidNextMonth(paid))
  expect(best).toMatchObject({
    basis: 'net-sale',
    when: 'settled',
    ratePpm: 60_000,
    monthlyFen: 0,
    daysAfter: 31,
    fitting: 6,
  })
  expect(best?.months[6]).toMatchObject({ month: '2026-07', ratePpm: 52_000, fits: false })
})

test('a fixed sum beside a rate is found where three months fit both', () => {
  const paid = sold.slice(0, 4).map((fen) => 300_000 + applyPpm(fen, 35_000))
  const [best] = findPractices(monthsWith(sold.slice(0, 4)), paidNextMonth(paid))
  expect(best).toMatchObject({ ratePpm: 35_000, monthlyFen: 300_000, fitting: 4, basis: 'net-sale' })
})

test('what the payer stated goes before what came, and tax that was withheld counts as paid', () => {
  const months = monthsWith(sold.slice(0, 3)).map((month, at) => ({
    ...month,
    acknowledgedFen: at === 0 ? applyPpm(sold[0] ?? 0, 60_000) : null,
    withheldFen: at === 1 ? 10_000 : 0,
  }))
  const paid = sold.slice(0, 3).map((fen, at) => applyPpm(fen, 60_000) - (at === 0 ? 50_000 : at === 1 ? 10_000 : 0))
  expect(findPractices(months, paidNextMonth(paid))[0]).toMatchObject({ ratePpm: 60_000, fitting: 3 })
})

test('payments that follow no rate propose nothing', () => {
  const paid = [111_100, 954_321, 20_202, 400_000, 777_777, 31_415, 926_535]
  expect(findPractices(monthsWith(sold), paidNextMonth(paid))).toEqual([])
  expect(findPractices([], [])).toEqual([])
})

test('a month that the person gave a payment to is the month it pays', () => {
  const months = monthsWith(sold.slice(0, 2))
  const payments = sold.slice(0, 2).map((fen, at) => ({
    date: '2026-12-01',
    amountFen: applyPpm(fen, 60_000),
    month: `2026-0${at + 1}`,
  }))
  expect(findPractices(months, payments)[0]).toMatchObject({ ratePpm: 60_000, fitting: 2 })
})

test('any rate in whole tenths of a per cent that every month was paid by fits every month', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000 }),
      fc.array(fc.integer({ min: 1_000_000, max: 900_000_000 }), { minLength: 2, maxLength: 12 }),
      (tenths, sales) => {
        const paid = sales.map((fen) => applyPpm(fen, tenths * 1_000))
        const months = monthsWith(sales)
        const stated = months.map((month, at) => ({ ...month, acknowledgedFen: paid[at] ?? 0 }))
        const [best] = findPractices(stated, [])
        expect(best?.fitting).toBe(sales.length)
      },
    ),
  )
})

test('a practice becomes terms that say they are practice, and keeps what the terms had besides', () => {
  const paid = sold.slice(0, 4).map((fen) => 300_000 + applyPpm(fen, 35_000))
  const [best] = findPractices(monthsWith(sold.slice(0, 4)), paidNextMonth(paid))
  if (best === undefined) throw new Error('nothing fits')
  const terms = termsOfPractice(best, startingTerms('commission-only', '佣金'), '佣金', '4 个月里 4 个月都对得上')
  expect(terms).toMatchObject({
    cycle: 'month',
    base: { amountFen: 300_000, per: 'month', source: { kind: 'practice' } },
    commissions: [{ basis: 'net-sale', tiers: [{ fromFen: 0, ratePpm: 35_000 }], source: { kind: 'practice' } }],
  })
})

test('payments within 30 days of a month’s end pay that month, also when two of them come in one month', () => {
  const days = ['2026-03-02', '2026-03-31', '2026-04-30', '2026-05-31']
  const payments = sold.slice(0, 4).map((fen, at) => ({
    date: days[at] ?? '',
    amountFen: applyPpm(fen, 60_000),
    month: null,
  }))
  expect(findPractices(monthsWith(sold.slice(0, 4)), payments)[0]).toMatchObject({ ratePpm: 60_000, fitting: 4 })
})
