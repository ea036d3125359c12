import { beforeEach, describe, expect, it } from 'vitest'
import { ledgerHandlers } from '../../../electron/core/earnings/ledger/index.ts'
import { newUuid } from '../../../electron/core/ids.ts'
import type { ParsedInput } from '../../../shared/contract.ts'
import { insertPayment } from './ledger-fixture.ts'
import { LedgerHarness, orderLine } from './ledger-harness.ts'

let world: LedgerHarness

beforeEach(async () => {
  world = await LedgerHarness.open()
})

async function save(rest: Partial<ParsedInput<'earnings.savePayment'>>): Promise<string> {
  const { id } = await ledgerHandlers['earnings.savePayment'](world.context, {
    date: '2026-05-01',
    kind: 'pay',
    amountFen: 10_000,
    payerId: world.ids.of('mcn'),
    onBehalfOfId: null,
    channel: 'bank',
    reference: '',
    evidenceIds: [],
    allocations: [],
    ...rest,
  })
  return id
}

describe('payments of one payer with several agreements', () => {
  it('are spread over all of them by due date, and no yuan counts twice', async () => {
    const a = world.addAgreement('a')
    const b = world.addAgreement('b', { scope: { accounts: ['other'] } })
    world.importLine(undefined, orderLine(1, { settledAt: '2026-04-10T04:00:00.000Z' }))
    world.importLine(undefined, orderLine(2, { account: 'other' }))
    await save({ amountFen: 25_000 })
    // The scope of a takes both accounts: its March holds line 2 (due 04-15) as that of b does, then its April line 1.
    expect(await world.each('paidFen', a)).toEqual([10_000, 5000, 0, 0])
    expect(await world.each('paidFen', b)).toEqual([10_000, 0, 0, 0])
    await world.expectComputed(a)
    await world.expectComputed(b)
    expect((await world.ledger('2026-06-30')).totals).toMatchObject({ paidFen: 25_000, outstandingFen: 5000, rows: 8 })
  })

  it('stay with the payee they were made to', async () => {
    const a = world.addAgreement('a')
    world.importLine(undefined, orderLine(1))
    insertPayment(world.db, world.ids, {
      id: 'p',
      date: '2026-05-01',
      kind: 'pay',
      amountFen: 10_000,
      payer: 'mcn',
      payee: 'friend',
      channel: '',
      reference: '',
      allocations: [],
    })
    expect((await world.each('paidFen', a))[0]).toBe(0)
    await world.expectComputed(a)
  })

  it('count where they were put by hand even from someone else, and only there', async () => {
    const a = world.addAgreement('a')
    world.importLine(undefined, orderLine(1))
    const allocations = [{ agreementId: a, cycle: '2026-04', amountFen: 4000 }]
    await save({ payerId: world.ids.of('other'), allocations })
    expect(await world.each('paidFen', a)).toEqual([0, 4000, 0, 0])
    expect(await world.each('status', a)).toEqual(['overdue', 'overpaid', 'settled', 'open'])
    expect((await world.ledger('2026-06-30')).totals).toMatchObject({ outstandingFen: 10_000, overpaidFen: 4000 })
    await world.expectComputed(a)
  })
})

describe('a payment', () => {
  it('can be moved, voided and brought back', async () => {
    const a = world.addAgreement('a')
    world.importLine(undefined, orderLine(1))
    world.importLine(undefined, orderLine(2, { settledAt: '2026-04-10T04:00:00.000Z' }))
    const id = await save({})
    expect(await world.each('paidFen', a)).toEqual([10_000, 0, 0, 0])
    const allocations = [{ agreementId: a, cycle: '2026-04', amountFen: 10_000 }]
    await ledgerHandlers['earnings.allocatePayment'](world.context, { paymentId: id, allocations })
    expect(await world.each('paidFen', a)).toEqual([0, 10_000, 0, 0])
    await ledgerHandlers['earnings.voidFact'](world.context, { kind: 'payment', id, reason: '记错了' })
    expect(await world.each('paidFen', a)).toEqual([0, 0, 0, 0])
    await ledgerHandlers['earnings.restoreFact'](world.context, { kind: 'payment', id })
    expect(await world.each('paidFen', a)).toEqual([0, 10_000, 0, 0])
    expect(world.db.prepare('SELECT count(*) AS versions FROM fact_history').get()).toEqual({ versions: 1 })
  })

  it('is listed with where its money counts and what waits', async () => {
    const a = world.addAgreement('a')
    world.importLine(undefined, orderLine(1))
    await save({ amountFen: 12_000 })
    const input = { asOf: '2026-06-30', withVoided: false, after: null }
    const { payments } = await ledgerHandlers['earnings.listPayments'](world.context, input)
    expect(payments).toMatchObject([
      { unallocatedFen: 2000, parts: [{ agreementId: a, cycle: '2026-03', amountFen: 10_000, explicit: false }] },
    ])
  })

  it('is refused with more than there is, cycles that do not exist, or money back that is put nowhere', async () => {
    const a = world.addAgreement('a')
    const me = world.ids.of('me')
    const on = (cycle: string, amountFen: number) => ({ allocations: [{ agreementId: a, cycle, amountFen }] })
    await expect(save(on('2026-03', 10_001))).rejects.toThrow('earnings.over-allocated')
    await expect(save(on('2026-W03', 1))).rejects.toThrow('earnings.cycle-not-found')
    await expect(save(on('2025-01', 1))).rejects.toThrow('earnings.cycle-not-found')
    await expect(save({ kind: 'repayment', payerId: me, payeeId: world.ids.of('mcn') })).rejects.toThrow(
      'earnings.repayment-unallocated',
    )
    await expect(save({ date: '2026-02-30' })).rejects.toThrow('earnings.bad-date')
    await expect(save({ payerId: me })).rejects.toThrow('earnings.same-party')
    await expect(save({ evidenceIds: [newUuid(1)] })).rejects.toThrow('earnings.evidence-not-found')
  })
})
