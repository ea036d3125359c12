import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { beforeEach, describe, expect, it } from 'vitest'
import { ledgerHandlers } from '../../../electron/core/earnings/ledger/index.ts'
import type { ParsedInput } from '../../../shared/contract.ts'
import { insertLine } from './ledger-fixture.ts'
import { LedgerHarness, orderLine, plainTerms } from './ledger-harness.ts'

let world: LedgerHarness

beforeEach(async () => {
  world = await LedgerHarness.open()
})

describe('typed facts', () => {
  it('move figures, say why, and keep what they were', async () => {
    const a = world.addAgreement('a')
    world.importLine(undefined, orderLine(1))
    const { context } = world
    const place = { agreementId: a, cycle: '2026-03', evidenceIds: [] as string[] }
    const first = await ledgerHandlers['earnings.saveAcknowledgement'](context, { ...place, amountFen: 8000 })
    const again = await ledgerHandlers['earnings.saveAcknowledgement'](context, { ...place, amountFen: 9000 })
    expect(again).toEqual(first)
    const deduct = ledgerHandlers['earnings.saveDeduction']
    await deduct(context, { ...place, amountFen: 6000, reason: '样品', deductionTermId: 'd' })
    const fine = await deduct(context, { ...place, amountFen: 700, reason: '迟到', deductionTermId: null })
    await ledgerHandlers['earnings.saveWithholding'](context, { ...place, amountFen: 300, kind: 'iit' })
    const opened = { agreementId: a, cycle: '2026-03', asOf: '2026-06-30' }
    const detail = await ledgerHandlers['earnings.cycle'](context, opened)
    expect(detail.row).toMatchObject({
      expectedFen: 10_000,
      acknowledgedFen: 9000,
      deductedFen: 6700,
      allowedFen: 5000,
      withheldFen: 300,
      outstandingFen: 4700,
      underCountedFen: 1000,
      improperFen: 1700,
      acknowledgedUnpaidFen: 2000,
      status: 'overdue',
      overdueDays: 76,
    })
    expect(detail.deductions).toMatchObject([
      { statedReason: '样品', allowedFen: 5000, reason: { code: 'over-cap-fen' }, termLabel: '样品' },
      { statedReason: '迟到', allowedFen: 0, reason: { code: 'not-agreed' }, termLabel: null },
    ])
    expect(detail.steps).toMatchObject([{ kind: 'commission', id: 'c', label: '佣金', amountFen: 10_000, sources: 1 }])
    expect(detail.interest).toMatchObject({ basis: 'statutory', kind: 'lpr-1y', multiplePpm: 1_300_000 })
    await ledgerHandlers['earnings.voidFact'](context, { kind: 'deduction', id: fine.id, reason: '撤回' })
    expect((await world.each('deductedFen', a))[0]).toBe(6000)
    await world.expectComputed(a)
  })

  it('of a total stand in for the lines, which are still shown', async () => {
    const a = world.addAgreement('a')
    world.importLine(undefined, orderLine(1))
    const place = { agreementId: a, cycle: '2026-03', commissionId: 'c' }
    await ledgerHandlers['earnings.saveCycleTotal'](world.context, { ...place, amountFen: 500_000, evidenceIds: [] })
    expect((await world.each('expectedFen', a))[0]).toBe(50_000)
    const { lines } = await ledgerHandlers['earnings.lines'](world.context, { ...place, after: null })
    expect(lines.map((line) => [line.orderId, line.countedFen])).toEqual([['order 1', 100_000]])
  })

  it('about the minimum wage limit deductions of workers where they work', async () => {
    const a = world.addAgreement('a', {
      versions: [{ from: '2026-03-01', terms: { ...plainTerms, relation: 'labour' } }],
    })
    world.importLine(undefined, orderLine(1))
    const deduction = { agreementId: a, cycle: '2026-03', reason: '样品', deductionTermId: 'd', evidenceIds: [] }
    await ledgerHandlers['earnings.saveDeduction'](world.context, { ...deduction, amountFen: 4000 })
    expect((await world.each('allowedFen', a))[0]).toBe(4000)
    world.db.prepare(`INSERT INTO settings (key, value) VALUES ('workPlace', '"杭州"')`).run()
    const wage = { kind: 'minimum-wage', place: '杭州', from: '2026-01-01', source: '' } as const
    await ledgerHandlers['earnings.saveRate'](world.context, { ...wage, amountFen: 9000 })
    expect((await world.each('allowedFen', a))[0]).toBe(1000)
    await world.expectComputed(a)
  })
})

describe('live sessions', () => {
  it('move base and bonus by their start, and can be taken back', async () => {
    const base = { amountFen: 5000, per: 'session' as const }
    const a = world.addAgreement('a', { versions: [{ from: '2026-03-01', terms: { ...plainTerms, base } }] })
    const session = { platform: 'douyin', account: 'acc', productIds: [] }
    const { id } = await ledgerHandlers['earnings.saveSession'](world.context, {
      ...session,
      start: '2026-03-31T23:30:00+08:00',
      end: '2026-04-01T02:00:00+08:00',
    })
    expect(await world.each('expectedFen', a)).toEqual([5000, 0, 0, 0])
    await ledgerHandlers['earnings.voidFact'](world.context, { kind: 'session', id, reason: '没播' })
    expect(await world.each('expectedFen', a)).toEqual([0, 0, 0, 0])
    await world.expectComputed(a)
  })
})

describe('lines behind a figure', () => {
  it('come in pages of 200 by time over several accounts, with a jump by month', async () => {
    const a = world.addAgreement('a')
    for (let at = 0; at < 450; at += 1) {
      const day = String((at % 28) + 1).padStart(2, '0')
      const paidAt = `2026-${at < 300 ? '03' : '04'}-${day}T0${at % 8}:00:00.000Z`
      const line = orderLine(at, { account: `acc ${at % 3}`, paidAt, settledAt: null, status: 'paid' })
      insertLine(world.db, line, world.ids)
    }
    const query = (rest: Partial<ParsedInput<'earnings.lines'>>) =>
      ledgerHandlers['earnings.lines'](world.context, { agreementId: a, after: null, ...rest })
    const first = await query({})
    const second = await query({ after: first.next })
    const third = await query({ after: second.next })
    const all = [...first.lines, ...second.lines, ...third.lines]
    expect([first.lines.length, second.lines.length, third.lines.length, third.next]).toEqual([200, 200, 50, null])
    expect(new Set(all.map((line) => line.id)).size).toBe(450)
    const times = all.map((line) => line.paidAt)
    expect(times).toEqual(times.toSorted().toReversed())
    expect(first.total).toBe(450)
    expect(first.months).toEqual([
      { month: '2026-04', lines: 150 },
      { month: '2026-03', lines: 300 },
    ])
    expect((await query({ month: '2026-03' })).lines[0]?.paidAt.slice(0, 7)).toBe('2026-03')
    expect((await query({ orderId: 'order 44' })).lines.map((line) => line.orderId)).toContain('order 449')
  })
})

describe('a page of the ledger', () => {
  it('ends early where agreements have many cycles, and its totals are still over all', async () => {
    const from = '2024-01-01'
    const versions = [{ from, terms: { ...plainTerms, cycle: 'week' as const } }]
    const ids = ['a', 'b', 'c'].map((word) => world.addAgreement(word, { from, versions }))
    const input = { asOf: '2026-06-30', filter: {} }
    const first = await ledgerHandlers['earnings.ledger'](world.context, { ...input, after: null })
    const second = await ledgerHandlers['earnings.ledger'](world.context, { ...input, after: first.next })
    const third = await ledgerHandlers['earnings.ledger'](world.context, { ...input, after: second.next })
    const pages = [first, second, third]
    expect(pages.flatMap(({ agreements }) => agreements.map(({ id }) => id)).toSorted()).toEqual(ids.toSorted())
    expect(pages.map(({ agreements }) => agreements.length)).toEqual([1, 1, 1])
    expect(third.next).toBeNull()
    expect(new Set(pages.map(({ totals }) => totals.rows))).toEqual(new Set([3 * 131]))
  })
})

describe('an agreement without terms', () => {
  it("shows the platform's own figures, due never", async () => {
    const a = world.addAgreement('a', { versions: [] })
    world.importLine(undefined, orderLine(1, { commissionFen: 1234 }))
    const [march] = await world.rows('2026-06-30', a)
    expect(march).toMatchObject({ source: 'platform', expectedFen: 1234, dueDate: null, status: 'not-due' })
    const overview = await ledgerHandlers['earnings.overview'](world.context, { asOf: '2026-06-30' })
    expect(overview).toMatchObject({ withoutTerms: [{ name: 'a' }], notDueFen: 1234, dueFen: 0 })
  })
})

describe('the home page', () => {
  it('says what is due by payer, which part of it is explained, and whose lines nobody takes', async () => {
    const a = world.addAgreement('a', { scope: { accounts: ['acc'] } })
    world.importLine(undefined, orderLine(1))
    insertLine(world.db, orderLine(2, { account: 'stranger', commissionFen: 500 }), world.ids)
    const overview = await ledgerHandlers['earnings.overview'](world.context, { asOf: '2026-04-12' })
    expect(overview).toMatchObject({
      dueFen: 0,
      notDueFen: 10_000,
      dueSoon: [{ agreementId: a, cycle: '2026-03', dueDate: '2026-04-15', outstandingFen: 10_000 }],
      unassigned: [{ account: 'stranger', lines: 1, commissionFen: 500 }],
      largest: { agreementId: a, cycle: '2026-03' },
    })
    const later = await ledgerHandlers['earnings.overview'](world.context, { asOf: '2026-04-20' })
    expect(later).toMatchObject({ dueFen: 10_000, unexplainedFen: 10_000, payers: [{ earliestDue: '2026-04-15' }] })
  })

  it('never adds what the person owes to what they are owed, month by month', async () => {
    world.addAgreement('a')
    world.addAgreement('b', { payer: 'other' })
    world.importLine(undefined, orderLine(1))
    const months = async (side?: 'payer' | 'payee') => {
      const answer = await ledgerHandlers['earnings.months'](world.context, { asOf: '2026-06-30', filter: {}, side })
      return answer.months.map(({ month, expectedFen }) => [month, expectedFen])
    }
    const whole = await months()
    expect([await months('payer'), await months('payee')]).toEqual([[], whole])
    world.db
      .prepare(`UPDATE settings SET value = ? WHERE key = 'selfPartyId'`)
      .run(JSON.stringify(world.ids.of('other')))
    const [owing, owed] = [await months('payer'), await months('payee')]
    expect(owing[0]).toEqual(['2026-03', 10_000])
    expect(owed[0]).toEqual(['2026-03', 10_000])
    expect(whole[0]).toEqual(['2026-03', 20_000])
  })
})

describe('books of both sides', () => {
  it('never add what the person owes to what others owe them, and are asked by who receives', async () => {
    const claim = world.addAgreement('a', { scope: { accounts: ['acc'] } })
    const debt = world.addAgreement('b', { scope: { accounts: ['theirs'] } })
    const sides = world.db.prepare('UPDATE agreements SET payer_id = ?, payee_id = ? WHERE id = ?')
    sides.run(world.ids.of('me'), world.ids.of('friend'), debt)
    world.importLine(undefined, orderLine(1))
    world.importLine(undefined, orderLine(2, { account: 'theirs', saleFen: 700_000 }))
    const overview = await ledgerHandlers['earnings.overview'](world.context, { asOf: '2026-04-20' })
    expect(overview).toMatchObject({ dueFen: 10_000, unexplainedFen: 10_000, notDueFen: 0 })
    expect(overview.payers).toMatchObject([{ dueFen: 10_000 }, { dueFen: 70_000 }])
    const soon = await ledgerHandlers['earnings.overview'](world.context, { asOf: '2026-04-12' })
    expect(soon.dueSoon.map(({ agreementId }) => agreementId)).toEqual([claim])
    const months = ledgerHandlers['earnings.months']
    const paid = await months(world.context, { asOf: '2026-04-20', filter: {}, side: 'payer' })
    expect(paid.months).toMatchObject([{ expectedFen: 70_000 }, { expectedFen: 0 }])
    const { agreements, totals } = await world.ledger('2026-04-20', { payeeIds: [world.ids.of('friend')] })
    expect(agreements.map(({ id }) => id)).toEqual([debt])
    expect(totals).toMatchObject({ agreements: 1, expectedFen: 70_000, dueFen: 70_000 })
  })
})

describe('the export', () => {
  it('holds the rows that the filters let through, as a workbook with numbers and as CSV', async () => {
    world.addAgreement('a')
    world.importLine(undefined, orderLine(1))
    const input = { asOf: '2026-06-30', filter: { owedOnly: true } }
    const exportLedger = ledgerHandlers['earnings.exportLedger']
    const workbook = await exportLedger(world.context, { ...input, withLines: true, format: 'xlsx' })
    const { sheets } = await readXlsx(readFileSync(join(world.folder, 'out', workbook.name)), { readStyles: true })
    expect(sheets.map((sheet) => [sheet.name, sheet.rows.length])).toEqual([
      ['对账', 2],
      ['订单明细', 2],
    ])
    const amountAt = sheets[0]?.rows[1]?.indexOf(100) ?? -1
    expect(sheets[0]?.cells?.get(`1,${amountAt}`)?.style?.numFmt).toBe('#,##0.00')
    const csv = await exportLedger(world.context, { ...input, withLines: false, format: 'csv' })
    const text = readFileSync(join(world.folder, 'out', csv.name), 'utf8')
    expect(text.split('\r\n')).toHaveLength(3)
    expect(text).toContain('100.00')
  })
})
