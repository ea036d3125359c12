import { describe, expect, it } from 'vitest'
import { toDayNumber } from '../../../shared/calendar.ts'
import { interestFirstFen, lprTable, type PaidPart } from '../../../shared/earnings/index.ts'

function part(date: string, amountFen: number): PaidPart {
  return { paymentId: 'p', day: toDayNumber(date), amountFen, explicit: true }
}

describe('payments taken first on interest (民法典 561)', () => {
  const daily = { kind: 'daily' as const, ratePpm: 1000 }
  const due = toDayNumber('2026-04-15')
  const asOf = toDayNumber('2026-04-25')

  it('leave more principal to earn, so that the interest is higher', () => {
    const table = lprTable([], null)
    // 10 days on 1 000.00 at 0.1 % a day; 5 days bring 5.00, the payment of 105.00 leaves 900.00 of principal.
    expect(interestFirstFen(daily, table, 100_000, due, asOf, [])).toBe(1000)
    expect(interestFirstFen(daily, table, 100_000, due, asOf, [part('2026-04-20', 10_500)])).toBe(500 + 450)
  })

  it('come to the same where everything was paid before it was late', () => {
    expect(interestFirstFen(daily, lprTable([], null), 100_000, due, asOf, [part('2026-04-15', 100_000)])).toBe(0)
  })
})
