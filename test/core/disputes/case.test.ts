import { expect, test } from 'vitest'
import { openWorkedExample, workedTerms } from './worked-example.ts'

test('one click opens a case with parties, claims, timeline and evidence in place', async () => {
  const { desk, agreementId, contractEvidenceId } = await openWorkedExample()
  const { id, number } = await desk.call('disputes.openCase', { agreementId, cycles: ['2026-03'] })
  expect(number).toBe('2026-0001')
  const view = await desk.call('disputes.getCase', { id })
  expect(view).toMatchObject({
    relation: 'civil',
    procedure: 'people-mediation',
    asOf: '2026-05-15',
    title: '李雨桐与杭州播悦文化传媒有限公司报酬争议',
  })
  expect(view.parties.map((party) => [party.side, party.name])).toEqual([
    ['applicant', '李雨桐'],
    ['respondent', '杭州播悦文化传媒有限公司'],
  ])
  expect(view.claims.map((claim) => [claim.kind, claim.amountFen])).toEqual([
    ['unpaid-pay', 482_346],
    ['improper-deduction', 100_000],
  ])
  expect(view.totals).toMatchObject({ outstandingFen: 582_346, undisputedFen: 100_000 })
  expect(view.totals.interestFen).toBeGreaterThan(0)
  expect(view.facts.map((fact) => [fact.date, fact.code])).toEqual([
    ['2026-03-01', 'agreement-begins'],
    ['2026-03-31', 'acknowledgement'],
    ['2026-03-31', 'deduction'],
    ['2026-04-02', 'statement-exported'],
    ['2026-04-15', 'cycle-due'],
    ['2026-04-20', 'payment'],
  ])
  expect(view.exhibits.map((exhibit) => [exhibit.number, exhibit.evidence.kind])).toEqual([
    [1, 'contract'],
    [2, 'statement'],
  ])
  expect(view.exhibits[0]).toMatchObject({ pageRange: { first: 1, last: 6 }, evidence: { id: contractEvidenceId } })
  expect(view.limits).toMatchObject([{ track: 'civil', startsOn: '2026-04-15', endsOn: '2029-04-15' }])
  expect(view.missing.filter((item) => item.weight === 'must').map((item) => item.code)).toEqual([
    'statement-empty',
    'party-address',
    'party-phone',
    'party-address',
    'addressee-empty',
  ])
})

test('a cycle stands in one case only, and a second case gets the next number', async () => {
  const { desk, agreementId } = await openWorkedExample()
  const first = await desk.call('disputes.openCase', { agreementId })
  await expect(desk.call('disputes.openCase', { agreementId })).rejects.toMatchObject({
    code: 'disputes.cycle-in-case',
    params: { number: '2026-0001', id: first.id },
  })
  await desk.call('disputes.voidCase', { id: first.id, reason: '重来' })
  expect(await desk.call('disputes.openCase', { agreementId })).toMatchObject({ number: '2026-0002' })
  await desk.call('disputes.restoreCase', { id: first.id })
  expect((await desk.call('disputes.listCases', {})).cases.map((row) => row.number)).toEqual(['2026-0002', '2026-0001'])
})

test('nothing owed opens no case, and an unknown cycle is named', async () => {
  const { desk, agreementId } = await openWorkedExample({ terms: workedTerms({ guarantee: null }) })
  await expect(desk.call('disputes.openCase', { agreementId, cycles: ['2026-05'] })).rejects.toMatchObject({
    code: 'disputes.nothing-owed',
  })
  await expect(desk.call('disputes.openCase', { agreementId, cycles: ['2031-01'] })).rejects.toMatchObject({
    code: 'disputes.cycle-not-found',
  })
})

test('an undetermined relation shows the labour way beside the civil one', async () => {
  const terms = workedTerms({
    relation: 'undetermined',
    deductions: [{ id: 'd1', label: '赔偿', damages: true, evidenceRequired: false }],
  })
  const { desk, agreementId, deductionId } = await openWorkedExample({ terms })
  const deduction = { id: deductionId, agreementId, cycle: '2026-03', amountFen: 400_000, reason: '违约赔偿' }
  await desk.call('earnings.saveDeduction', { ...deduction, deductionTermId: 'd1' })
  const { id } = await desk.call('disputes.openCase', { agreementId })
  const view = await desk.call('disputes.getCase', { id })
  // Civil: the agreed deduction holds whole. Labour: damages hold to a fifth of the pay (law wage-16), and there is no late interest.
  expect(view.totals.outstandingFen).toBe(182_346)
  expect(view.labourWay?.totals).toMatchObject({ outstandingFen: 265_877, interestFen: 0 })
})

test('the timeline follows the records, what the person wrote or took out stays', async () => {
  const { desk, agreementId, deductionId, paymentId, payerId } = await openWorkedExample()
  const { id } = await desk.call('disputes.openCase', { agreementId })
  const before = (await desk.call('disputes.getCase', { id })).facts
  const due = before.find((fact) => fact.code === 'cycle-due')
  const paid = before.find((fact) => fact.code === 'payment')
  if (due === undefined || paid === undefined) throw new Error('facts are missing')
  await desk.call('disputes.saveFact', {
    caseId: id,
    id: due.id,
    date: due.date,
    text: '到期未付。',
    code: 'event',
    sourceIds: [],
  })
  await desk.call('disputes.voidFact', { caseId: id, id: paid.id, reason: '写在别处' })
  const payment = { id: paymentId, date: '2026-04-21', amountFen: 900_000, payerId, channel: '银行转账' }
  await desk.call('earnings.savePayment', payment)
  const deduction = { id: deductionId, agreementId, cycle: '2026-03', amountFen: 50_000, reason: '形象管理费' }
  await desk.call('earnings.saveDeduction', deduction)
  const stale = await desk.call('disputes.getCase', { id })
  expect(stale.missing).toContainEqual(expect.objectContaining({ code: 'records-changed', params: { count: 1 } }))
  expect(await desk.call('disputes.refreshCase', { id })).toEqual({ added: 0, changed: 1, gone: 0 })
  const after = (await desk.call('disputes.getCase', { id })).facts
  expect(after.find((fact) => fact.id === due.id)).toMatchObject({ origin: 'person', text: '到期未付。' })
  expect(after.some((fact) => fact.id === paid.id)).toBe(false)
  expect(after.find((fact) => fact.code === 'deduction')).toMatchObject({ params: { amountFen: 50_000 } })
})

test('facts of one day can be put in another order, and a demand moves the time limit', async () => {
  const { desk, agreementId } = await openWorkedExample()
  const { id } = await desk.call('disputes.openCase', { agreementId })
  const add = (text: string) =>
    desk.call('disputes.saveFact', { caseId: id, date: '2026-05-10', text, code: 'demand', sourceIds: [] })
  const first = await add('电话催款')
  const second = await add('微信催款')
  await desk.call('disputes.moveFact', { caseId: id, id: second.id, beforeId: first.id })
  const view = await desk.call('disputes.getCase', { id })
  expect(view.facts.slice(-2).map((fact) => fact.text)).toEqual(['微信催款', '电话催款'])
  expect(view.limits[0]).toMatchObject({ interruptedOn: '2026-05-10', extendedEndsOn: '2029-05-10' })
})

test('the order of exhibits is the person’s; one that leaves and comes back keeps nothing behind', async () => {
  const { desk, agreementId } = await openWorkedExample()
  const { id } = await desk.call('disputes.openCase', { agreementId })
  const added = await desk.call('disputes.addEvidence', { token: desk.give('chat.png', 'x'), caseId: id })
  const ids = (await desk.call('disputes.getCase', { id })).exhibits.map((exhibit) => exhibit.evidence.id)
  expect(ids.at(-1)).toBe(added.id)
  await desk.call('disputes.setExhibits', { caseId: id, evidenceIds: ids.toReversed() })
  expect((await desk.call('disputes.getCase', { id })).exhibits.map((exhibit) => exhibit.evidence.id)).toEqual(
    ids.toReversed(),
  )
  await desk.call('disputes.voidEvidence', { id: added.id, reason: '重复' })
  expect((await desk.call('disputes.getCase', { id })).exhibits).toHaveLength(2)
  await desk.call('disputes.restoreEvidence', { id: added.id })
  expect((await desk.call('disputes.getCase', { id })).exhibits[0]?.evidence.id).toBe(added.id)
})

test('a case is found by its number and by any part of its title', async () => {
  const { desk, agreementId } = await openWorkedExample()
  const { id } = await desk.call('disputes.openCase', { agreementId })
  for (const text of ['2026-0001', '播悦', '报酬争议']) {
    expect((await desk.call('app.search', { text })).hits).toContainEqual(expect.objectContaining({ kind: 'case', id }))
  }
  expect((await desk.call('app.search', { text: '%' })).hits).toEqual([])
})
