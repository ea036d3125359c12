import { expect, test } from 'vitest'
import { callCore, type Core } from '../../../electron/core/core.ts'
import type { Input } from '../../../shared/contract.ts'
import { openTempCore } from '../temp-core.ts'

type Terms = NonNullable<Input<'contracts.saveAgreement'>['version']>['terms']

const terms: Terms = {
  relation: 'civil',
  amountsAre: 'gross',
  cycle: 'month',
  due: { dayOfMonth: 15, monthsAfter: 1 },
  base: { amountFen: 300_000, per: 'month' },
}

async function twoParties(core: Core): Promise<{ payerId: string; payeeId: string }> {
  const payer = await callCore(core, 'parties.save', { kind: 'organisation', name: '播悦传媒' })
  const payee = await callCore(core, 'parties.save', { kind: 'person', name: '林小满', isSelf: true })
  return { payerId: payer.id, payeeId: payee.id }
}

async function agreementWithTerms(core: Core) {
  const parties = await twoParties(core)
  return callCore(core, 'contracts.saveAgreement', {
    ...parties,
    from: '2026-01-01',
    version: { from: '2026-01-01', terms },
  })
}

test('an agreement without terms is allowed and called after the other side', async () => {
  const core = openTempCore()
  const saved = await callCore(core, 'contracts.saveAgreement', { ...(await twoParties(core)), from: '2026-01-01' })
  expect(saved).toMatchObject({ title: '播悦传媒', self: 'payee', to: null, scope: {}, versions: [] })
  const { agreements } = await callCore(core, 'contracts.listAgreements', { onDay: '2026-03-01' })
  expect(agreements).toMatchObject([{ id: saved.id, versions: 0, terms: null }])
})

test('a change of terms is a new version from its day and the old one stays', async () => {
  const core = openTempCore()
  const { id } = await agreementWithTerms(core)
  const raised: Terms = { ...terms, base: { amountFen: 400_000, per: 'month' } }
  const after = await callCore(core, 'contracts.addVersion', { agreementId: id, from: '2026-03-01', terms: raised })
  expect(after.versions.map(({ position, from, terms: kept }) => [position, from, kept.base?.amountFen])).toEqual([
    [1, '2026-01-01', 300_000],
    [2, '2026-03-01', 400_000],
  ])
  const on = async (onDay: string) =>
    (await callCore(core, 'contracts.listAgreements', { onDay })).agreements[0]?.terms?.base?.amountFen
  expect([await on('2025-12-01'), await on('2026-02-28'), await on('2026-03-01')]).toEqual([300_000, 300_000, 400_000])
})

test('a slip is corrected by a version that replaces it, with the reason kept', async () => {
  const core = openTempCore()
  const before = await agreementWithTerms(core)
  const slip = before.versions[0]?.id ?? ''
  const weekly: Terms = { ...terms, cycle: 'week', base: null }
  await expect(
    callCore(core, 'contracts.addVersion', { agreementId: before.id, from: '2026-01-01', terms: weekly }),
  ).rejects.toMatchObject({ code: 'contracts.cycle-changed' })
  const after = await callCore(core, 'contracts.addVersion', {
    agreementId: before.id,
    from: '2026-01-01',
    terms: weekly,
    replaces: { versionId: slip, reason: '周期填错' },
  })
  expect(after.versions).toMatchObject([
    { id: slip, voidReason: '周期填错' },
    { voidedAt: null, position: 2 },
  ])
  await expect(callCore(core, 'contracts.restoreVersion', { versionId: slip })).rejects.toMatchObject({
    code: 'contracts.cycle-changed',
  })
})

test('terms must cover every day of the agreement', async () => {
  const core = openTempCore()
  const { id, versions } = await agreementWithTerms(core)
  await expect(callCore(core, 'contracts.saveAgreement', { id, from: '2025-12-01' })).rejects.toMatchObject({
    code: 'contracts.terms-gap',
    params: { date: '2025-12-01' },
  })
  const earlier = { from: '2025-12-01', to: '2025-12-31', terms }
  const saved = await callCore(core, 'contracts.saveAgreement', { id, from: '2025-12-01', version: earlier })
  expect(saved.versions).toHaveLength(2)
  await callCore(core, 'contracts.endAgreement', { id, to: '2025-12-31' })
  await callCore(core, 'contracts.voidVersion', { versionId: versions[0]?.id ?? '', reason: '多余' })
  await expect(callCore(core, 'contracts.endAgreement', { id, to: null })).rejects.toMatchObject({
    code: 'contracts.terms-gap',
    params: { date: '2026-01-01' },
  })
})

test('dates that cannot be, one party on both sides and unknown evidence are refused', async () => {
  const core = openTempCore()
  const { payerId, payeeId } = await twoParties(core)
  const save = (input: Input<'contracts.saveAgreement'>) => core.invoke('contracts.saveAgreement', input)
  const source = { kind: 'chat' as const, evidenceIds: ['0198c2f0-0000-7000-8000-000000000000'], note: '' }
  const replies = [
    await save({ payerId, payeeId, from: '2026-02-30' }),
    await save({ payerId, payeeId, from: '2026-02-01', to: '2026-01-01' }),
    await save({ payerId, payeeId: payerId, from: '2026-02-01' }),
    await save({ payerId, from: '2026-02-01' }),
    await save({
      payerId,
      payeeId,
      from: '2026-02-01',
      version: { from: '2026-02-01', terms: { ...terms, due: { daysAfterCycleEnd: 15, source } } },
    }),
  ]
  expect(replies.map((reply) => (reply.ok ? '' : reply.error.code))).toEqual([
    'contracts.bad-date',
    'contracts.ends-before-start',
    'contracts.same-party',
    'contracts.agreement-incomplete',
    'contracts.evidence-not-found',
  ])
})

test('a voided agreement leaves the list, frees its parties and comes back whole', async () => {
  const core = openTempCore()
  const { id, payer } = await agreementWithTerms(core)
  await expect(callCore(core, 'parties.void', { id: payer.id, reason: '重复' })).rejects.toMatchObject({
    code: 'parties.in-use',
  })
  await callCore(core, 'contracts.voidAgreement', { id, reason: '建重了' })
  expect((await callCore(core, 'contracts.listAgreements', { onDay: '2026-01-01' })).agreements).toEqual([])
  await expect(callCore(core, 'contracts.endAgreement', { id, to: null })).rejects.toMatchObject({
    code: 'contracts.agreement-voided',
  })
  await callCore(core, 'parties.void', { id: payer.id, reason: '重复' })
  await expect(callCore(core, 'contracts.restoreAgreement', { id })).rejects.toMatchObject({ code: 'parties.voided' })
  await callCore(core, 'parties.restore', { id: payer.id })
  expect(await callCore(core, 'contracts.restoreAgreement', { id })).toMatchObject({ voidedAt: null, versions: [{}] })
})

test('accounts join a restricted scope; one that is not restricted stays so', async () => {
  const core = openTempCore()
  const { payerId, payeeId } = await twoParties(core)
  const open = await callCore(core, 'contracts.saveAgreement', { payerId, payeeId, from: '2026-01-01' })
  const accounts = [{ platform: 'kuaishou', account: 'b', role: 'creator' as const }]
  expect((await callCore(core, 'contracts.addScopeAccounts', { id: open.id, accounts })).scope).toEqual({})
  const scope = { platforms: ['douyin'], accounts: ['a'] }
  await callCore(core, 'contracts.saveAgreement', { id: open.id, scope })
  expect((await callCore(core, 'contracts.addScopeAccounts', { id: open.id, accounts })).scope).toEqual({
    platforms: ['douyin', 'kuaishou'],
    accounts: ['a', 'b'],
  })
})

test('for the accounts of an import it is said who takes them already, and who may pay for the others', async () => {
  const core = openTempCore()
  const { payerId, payeeId } = await twoParties(core)
  const scope = { platforms: ['douyin'], accounts: ['a'] }
  const { id, title } = await callCore(core, 'contracts.saveAgreement', { payerId, payeeId, from: '2026-01-01', scope })
  const suggestion = await callCore(core, 'contracts.suggestAgreement', {
    accounts: [
      { platform: 'douyin', account: 'a', role: 'creator' },
      { platform: 'douyin', account: 'b', role: 'creator' },
    ],
  })
  expect(suggestion).toEqual({
    accounts: [
      { platform: 'douyin', account: 'a', role: 'creator', agreements: [{ id, title }] },
      { platform: 'douyin', account: 'b', role: 'creator', agreements: [] },
    ],
    scope: { platforms: ['douyin'], accounts: ['b'] },
    payers: [{ id: payerId, name: '播悦传媒' }],
    payeeId,
  })
})
