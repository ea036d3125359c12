import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../shared/calendar.ts'
import {
  compute,
  foldAdjustment,
  foldInput,
  foldLine,
  makePlan,
  plainSums,
  toFoldable,
  type ComputeInput,
  type ComputeOutput,
  type Sign,
} from '../../../shared/earnings/index.ts'
import { anyInput } from './generate.ts'

function computed(input: ComputeInput): ComputeOutput {
  const output = compute(input)
  if ('error' in output) throw new Error(`${output.error.code} at ${output.error.path}`)
  return output
}

function allowedPerCycle(output: ComputeOutput): number[] {
  return output.cycles.map((cycle) => cycle.allowedFen)
}

const factLists = [
  'sessions',
  'lines',
  'adjustments',
  'incomeItems',
  'cycleTotals',
  'costs',
  'withholdings',
  'acknowledgements',
  'cycleEvents',
  'payments',
  'lpr',
] as const

/** The same facts in another order: `seed` drives a small shuffle. Deductions keep theirs: they are taken in it. */
function shuffled(input: ComputeInput, seed: number): ComputeInput {
  const shuffle = <T>(list: readonly T[], salt: number): T[] =>
    list
      .map((item, at) => ({ item, rank: Math.imul(at + 1 + salt, 2_654_435_761 ^ seed) >>> 0 }))
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ item }) => item)
  const copy: Record<string, unknown> = { ...input }
  factLists.forEach((name, salt) => {
    const list = input[name]
    if (list !== null && list !== undefined) copy[name] = shuffle<unknown>(list, salt)
  })
  return copy as unknown as ComputeInput
}

describe('earnings.compute on any valid input', () => {
  it('does not depend on the order of the facts', () => {
    fc.assert(
      fc.property(anyInput, fc.integer(), (input, seed) => {
        expect(computed(shuffled(input, seed))).toEqual(computed(input))
      }),
      { numRuns: 150 },
    )
  })

  it('allows the same deductions in sum in whatever order they are taken', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const reversed = computed({ ...input, deductions: (input.deductions ?? []).toReversed() })
        expect(allowedPerCycle(reversed)).toEqual(allowedPerCycle(computed(input)))
      }),
      { numRuns: 100 },
    )
  })

  it('computes the same figures whatever window of cycles is asked for', () => {
    fc.assert(
      fc.property(anyInput, fc.nat(400), fc.nat(200), (input, start, length) => {
        const from = addDays('2025-11-01', start)
        const to = addDays(from, length)
        const all = computed(input)
        const narrow = computed({ ...input, cycles: { from, to } })
        expect(narrow.cycles).toEqual(all.cycles.filter((cycle) => cycle.from <= to && cycle.to >= from))
        expect(narrow.unallocatedFen).toBe(all.unallocatedFen)
      }),
      { numRuns: 100 },
    )
  })

  it('has steps that add up to what is expected, and a gross without guarantee and recoup', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const cycle of computed(input).cycles) {
          const sum = (kinds: (kind: string) => boolean): number =>
            cycle.steps.filter((step) => kinds(step.kind)).reduce((total, step) => total + step.amountFen, 0)
          expect(sum(() => true)).toBe(cycle.expectedFen)
          expect(sum((kind) => kind !== 'guarantee' && kind !== 'recoup')).toBe(cycle.grossFen)
        }
      }),
    )
  })

  it('explains what is outstanding by three parts that add up to it', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const cycle of computed(input).cycles) {
          const { outstandingFen, expectedFen, withheldFen, allowedFen, paidFen } = cycle
          expect(outstandingFen).toBe(expectedFen - withheldFen - allowedFen - paidFen)
          const parts = [cycle.underCountedFen, cycle.improperFen, cycle.acknowledgedUnpaidFen]
          expect(parts.every((part) => part === null)).toBe(cycle.acknowledgedFen === null)
          if (cycle.acknowledgedFen === null) continue
          expect(parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)).toBe(outstandingFen)
        }
      }),
    )
  })

  it('loses no money: what is paid in, kept elsewhere and left over is what was paid', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const output = computed(input)
        const known = new Set(output.cycles.map((cycle) => cycle.cycle))
        let given = 0
        for (const payment of input.payments ?? []) {
          if (payment.date > input.asOf) continue
          const here = payment.allocations
            .filter((allocation) => allocation.agreementId === 'a' && known.has(allocation.cycle))
            .reduce((sum, allocation) => sum + allocation.amountFen, 0)
          const allocated = payment.allocations.reduce((sum, allocation) => sum + allocation.amountFen, 0)
          given += payment.kind === 'repayment' ? -here : here
          const own = (payment.onBehalfOf ?? payment.payer) === 'mcn' && payment.kind !== 'repayment'
          if (own) given += payment.amountFen - allocated
        }
        const paid = output.cycles.reduce((sum, cycle) => sum + cycle.paidFen, 0)
        expect(paid + output.unallocatedFen).toBe(given)
      }),
    )
  })

  it('never allows more than was deducted, nor more than is left of what is expected', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const { allowedFen, deductedFen, expectedFen, withheldFen } of computed(input).cycles) {
          expect(allowedFen).toBeGreaterThanOrEqual(0)
          expect(allowedFen).toBeLessThanOrEqual(deductedFen)
          expect(allowedFen).toBeLessThanOrEqual(Math.max(0, expectedFen - withheldFen))
        }
      }),
    )
  })
})

describe('kept sums', () => {
  it('updated line by line, in any order, equal a rebuild', () => {
    const steps = fc.array(fc.tuple(fc.nat(13), fc.boolean()), { maxLength: 60 })
    fc.assert(
      fc.property(anyInput, anyInput, steps, (input, other, moves) => {
        const plan = makePlan(input.agreement, input.sessions ?? [])
        const lines = [...(input.lines ?? [])]
        const adjustments = input.adjustments ?? []
        const sums = foldInput(plan, input)
        const foldWhole = (at: number, sign: Sign): void => {
          const line = lines[at]
          if (line === undefined) return
          foldLine(plan, sums, toFoldable(line), sign)
          for (const adjustment of adjustments) {
            if (adjustment.lineId === line.id) foldAdjustment(plan, sums, adjustment, toFoldable(line), sign)
          }
        }
        for (const [at, keep] of moves) {
          foldWhole(at, -1)
          const replacement = keep ? lines[at] : other.lines?.[at]
          if (replacement !== undefined) lines[at] = replacement
          foldWhole(at, 1)
        }
        expect(plainSums(sums)).toEqual(plainSums(foldInput(plan, { ...input, lines })))
      }),
      { numRuns: 150 },
    )
  })
})
