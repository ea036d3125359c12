import { beforeEach, describe, expect, it } from 'vitest'
import { ledgerHandlers, readComputeInput } from '../../../electron/core/earnings/ledger/index.ts'
import { compute } from '../../../shared/earnings/index.ts'
import { LedgerHarness, orderLine } from './ledger-harness.ts'

let world: LedgerHarness

beforeEach(async () => {
  world = await LedgerHarness.open()
})

async function confirm(agreementId: string, cycle: string, confirmed = true): Promise<void> {
  await ledgerHandlers['earnings.confirmCycle'](world.context, { agreementId, cycle, confirmed })
}

describe('a confirmed cycle', () => {
  it('keeps its figures when a line is refunded later: the difference is carried where the refund falls', async () => {
    const a = world.addAgreement('a')
    const line = orderLine(1)
    world.importLine(undefined, line)
    await confirm(a, '2026-03')
    world.importLine(line, { ...line, refundFen: 30_000 }, '2026-05-20')
    expect(await world.each('expectedFen', a)).toEqual([10_000, 0, 0, 0])
    expect(await world.each('confirmed', a)).toEqual([true, false, false, false])
    const output = compute(readComputeInput(world.db, a, '2026-06-30'))
    expect('cycles' in output && output.cycles[2]?.carried).toEqual([
      { id: 'c', inFen: 0, basisFen: 0, outFen: -30_000 },
    ])
    await world.expectComputed(a)
  })

  it('takes a line first seen afterwards as an adjustment from nothing, never into a confirmed cycle', async () => {
    const a = world.addAgreement('a')
    await confirm(a, '2026-03')
    await confirm(a, '2026-04')
    world.importLine(undefined, orderLine(1), '2026-04-20')
    expect(await world.each('expectedFen', a)).toEqual([0, 0, 10_000, 0])
    await world.expectComputed(a)
  })

  it('opened again follows the newest version, as if it had never been confirmed', async () => {
    const a = world.addAgreement('a')
    const line = orderLine(1)
    world.importLine(undefined, line)
    await confirm(a, '2026-03')
    world.importLine(line, { ...line, refundFen: 30_000 }, '2026-05-20')
    await confirm(a, '2026-03', false)
    expect(await world.each('expectedFen', a)).toEqual([7000, 0, 0, 0])
    expect(readComputeInput(world.db, a, '2026-06-30').adjustments).toEqual([])
    await world.expectComputed(a)
  })

  it('keeps a line that a newer statement calls invalid, and gives it back when that is taken back', async () => {
    const a = world.addAgreement('a')
    const line = orderLine(1)
    world.importLine(undefined, line)
    await confirm(a, '2026-03')
    world.importLine(line, { ...line, status: 'invalid' }, '2026-05-20')
    expect(await world.each('expectedFen', a)).toEqual([10_000, 0, 0, 0])
    world.importLine({ ...line, status: 'invalid' }, line, '2026-05-25')
    expect(await world.each('expectedFen', a)).toEqual([10_000, 0, 0, 0])
    await world.expectComputed(a)
  })

  it('of one agreement does not hold the lines of another', async () => {
    const a = world.addAgreement('a')
    const b = world.addAgreement('b')
    const line = orderLine(1)
    world.importLine(undefined, line)
    await confirm(a, '2026-03')
    world.importLine(line, { ...line, saleFen: 50_000 }, '2026-05-20')
    expect((await world.each('expectedFen', a))[0]).toBe(10_000)
    expect((await world.each('expectedFen', b))[0]).toBe(5000)
    await world.expectComputed(a)
    await world.expectComputed(b)
  })

  it('does not hold a line that is settled only in a later month', async () => {
    const a = world.addAgreement('a')
    const line = orderLine(1, { status: 'received', settledAt: null })
    world.importLine(undefined, line)
    await confirm(a, '2026-03')
    world.importLine(line, orderLine(1, { settledAt: '2026-04-02T04:00:00.000Z' }), '2026-05-20')
    expect(await world.each('expectedFen', a)).toEqual([0, 10_000, 0, 0])
    expect(readComputeInput(world.db, a, '2026-06-30').adjustments).toEqual([])
    await world.expectComputed(a)
  })
})
