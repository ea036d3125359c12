import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { resolveOutgoing } from '../../../electron/core/exchange.ts'
import { openDesk } from '../disputes/harness.ts'
import { openWorkedExample, workedTerms } from '../disputes/worked-example.ts'

const kindsAndDates = (dates: { kind: string; date: string }[]): string[] =>
  dates.map(({ kind, date }) => `${date} ${kind}`)

test('what is owed brings its limit and the end of the platform’s records before there is a case', async () => {
  const { desk, agreementId } = await openWorkedExample({ terms: workedTerms({ guarantee: null }) })
  const { today, dates } = await desk.call('app.dates', {})
  expect(today).toBe('2026-05-15')
  expect(kindsAndDates(dates)).toEqual(expect.arrayContaining(['2029-04-15 owed-limit', '2029-03-01 platform-records']))
  expect(dates.find(({ kind }) => kind === 'owed-limit')).toMatchObject({
    params: { amountFen: 582_346, track: 'civil', payer: '杭州播悦文化传媒有限公司' },
    lawIds: ['cc-188', 'cc-195'],
    place: { path: 'ledger', params: { agreement: agreementId, period: 'all' } },
    remindFrom: '2028-04-15',
  })
})

test('a case has a limit of its own, which a demand with its day moves', async () => {
  const { desk, agreementId } = await openWorkedExample()
  const { id } = await desk.call('disputes.openCase', { agreementId, cycles: ['2026-03'] })
  const before = await desk.call('app.dates', {})
  expect(kindsAndDates(before.dates)).toContain('2029-04-15 claim-limit')
  // What the case does not claim keeps a limit of its own, until the case claims it too.
  expect(kindsAndDates(before.dates).filter((one) => one.endsWith('owed-limit'))).toEqual(['2029-05-15 owed-limit'])
  await desk.call('disputes.setCycles', { caseId: id, agreementId, cycles: ['2026-03', '2026-04'] })
  const both = await desk.call('app.dates', {})
  expect(both.dates.map(({ kind }) => kind)).not.toContain('owed-limit')
  await desk.call('disputes.saveFact', {
    caseId: id,
    date: '2026-05-10',
    text: '微信催款',
    code: 'demand',
    sourceIds: [],
  })
  const after = await desk.call('app.dates', {})
  expect(after.dates.find(({ kind }) => kind === 'claim-limit')).toMatchObject({
    date: '2029-05-10',
    params: { safe: '2029-04-15', number: '2026-0001' },
    place: { path: `cases/${id}` },
  })
})

test('under a labour relation that lasts no limit runs; from its end it is one year', async () => {
  const { desk, agreementId } = await openWorkedExample({ terms: workedTerms({ relation: 'labour' }) })
  const kinds = async (): Promise<string[]> => kindsAndDates((await desk.call('app.dates', {})).dates)
  expect((await kinds()).filter((one) => one.includes('limit'))).toEqual([])
  await desk.call('contracts.endAgreement', { id: agreementId, to: '2026-04-30' })
  expect(await kinds()).toEqual(expect.arrayContaining(['2027-04-30 owed-limit', '2026-04-30 agreement-end']))
})

test('the nearest date comes first, and one that passed long ago is gone', async () => {
  const { desk } = await openWorkedExample({ terms: workedTerms({ guarantee: null }) })
  const { dates } = await desk.call('app.dates', {})
  expect(dates.map(({ date }) => date)).toEqual(dates.map(({ date }) => date).toSorted())
  desk.setDay('2032-01-01')
  const left = (await desk.call('app.dates', {})).dates
  expect(kindsAndDates(left)).toEqual(['2032-12-31 yearly'])
})

test('an empty folder has no dates and no records; whoever wrote down one payment has a record until it is voided', async () => {
  const desk = await openDesk()
  expect((await desk.call('app.dates', {})).dates).toEqual([])
  expect((await desk.call('app.exportDates', {})).dates).toBe(0)
  await desk.call('parties.save', { kind: 'person', name: '李雨桐', isSelf: true })
  const { id: payerId } = await desk.call('parties.save', { kind: 'organisation', name: '杭州播悦文化传媒有限公司' })
  expect((await desk.call('app.status', {})).hasRecords).toBe(false)
  const { id } = await desk.call('earnings.savePayment', {
    date: '2026-04-20',
    amountFen: 100,
    payerId,
    channel: '现金',
  })
  expect((await desk.call('app.status', {})).hasRecords).toBe(true)
  await desk.call('earnings.voidFact', { kind: 'payment', id, reason: '记错了' })
  expect((await desk.call('app.status', {})).hasRecords).toBe(false)
})

test('the calendar file holds each coming day whole, with why, its law and a reminder', async () => {
  const { desk } = await openWorkedExample()
  const { file, dates } = await desk.call('app.exportDates', { groups: ['limits'] })
  const text = readFileSync(resolveOutgoing(desk.dataDir, file.token).path, 'utf8')
  expect(file.name).toBe('播安日期-2026-05-15.ics')
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(dates)
  const unfolded = text.replaceAll('\r\n ', '')
  expect(unfolded).toContain('DTSTART;VALUE=DATE:20290415')
  expect(unfolded).toMatch(/SUMMARY:.*民事诉讼时效到期/)
  expect(unfolded).toContain('《中华人民共和国民法典》第一百八十八条')
  expect(unfolded).toContain('TRIGGER;VALUE=DATE-TIME:20280415T010000Z')
  // A day of which the home page tells already rings the day before.
  desk.setDay('2029-04-10')
  const late = await desk.call('app.exportDates', { groups: ['limits'] })
  const lateText = readFileSync(resolveOutgoing(desk.dataDir, late.file.token).path, 'utf8')
  expect(lateText).toContain('TRIGGER;VALUE=DATE-TIME:20290414T010000Z')
})
