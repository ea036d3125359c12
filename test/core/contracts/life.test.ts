import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { attachmentPath } from '../../../electron/core/attachments/store.ts'
import { canonicalJsonOf } from '../../../shared/canonical-json.ts'
import { openDesk } from '../disputes/harness.ts'
import { cooperationValues, draftCooperation, issue, splitTerms } from './contract-fixtures.ts'

test('a draft is numbered, frozen and hashed at issue, and its papers are kept by their hashes', async () => {
  const desk = await openDesk('2026-07-20')
  const id = await draftCooperation(desk)
  expect(await desk.call('contracts.get', { id })).toMatchObject({ standing: 'draft', number: null, files: [] })
  expect(await desk.call('contracts.issue', { ids: [id] })).toEqual({ contracts: [{ id, number: 'HT-2026-0001' }] })
  expect(await desk.call('contracts.finishIssue', { ids: [id] })).toEqual({ issued: [], waiting: [id] })
  expect(await desk.call('contracts.makePapers', { ids: [id] })).toMatchObject({ made: 1, total: 1, substituted: [] })
  expect(await desk.call('contracts.finishIssue', { ids: [id] })).toEqual({ issued: [id], waiting: [] })
  const contract = await desk.call('contracts.get', { id })
  expect(contract).toMatchObject({
    standing: 'issued',
    number: 'HT-2026-0001',
    payer: { name: '杭州播悦文化传媒有限公司' },
  })
  expect(contract.files.map(({ kind, name }) => [kind, name])).toEqual([
    ['pdf', 'HT-2026-0001-直播合作协议-李雨桐.pdf'],
    ['docx', 'HT-2026-0001-直播合作协议-李雨桐.docx'],
  ])
  for (const { sha256 } of contract.files) {
    const path = attachmentPath(desk.dataDir, sha256)
    expect(existsSync(path)).toBe(true)
    expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(sha256)
  }
  const text = canonicalJsonOf(contract.content)
  expect(createHash('sha256').update(text).digest('hex')).toBe(contract.contentSha256)
  expect(contract.content?.payee).not.toHaveProperty('id')
})

test('an issued contract is never edited: not by a call, not by SQL', async () => {
  const desk = await openDesk('2026-07-20')
  const id = await draftCooperation(desk)
  await issue(desk, id)
  const edit = { id, templateId: 'mcn-cooperation', templateVersion: 1, title: '改名', values: {}, optionalClauses: [] }
  await expect(desk.call('contracts.saveDraft', edit)).rejects.toMatchObject({ code: 'register.cannot-edit' })
  expect(() => desk.db.prepare(`UPDATE contracts SET content = '{}' WHERE id = ?`).run(id)).toThrow('frozen')
  expect(() => desk.db.prepare('DELETE FROM contracts WHERE id = ?').run(id)).toThrow('not deleted')
})

test('blanks keep a draft from being issued, and nothing is numbered then', async () => {
  const desk = await openDesk('2026-07-20')
  const good = await draftCooperation(desk)
  const { endDate: _end, ...values } = cooperationValues()
  const { id: bad } = await desk.call('contracts.saveDraft', {
    templateId: 'mcn-cooperation',
    templateVersion: 1,
    title: '没填完',
    values,
    optionalClauses: [],
  })
  await expect(desk.call('contracts.issue', { ids: [good, bad] })).rejects.toMatchObject({
    code: 'register.not-ready',
    params: { title: '没填完' },
  })
  expect((await desk.call('contracts.get', { id: good })).number).toBeNull()
})

test('a draft written on another version of the template is read through before it is issued', async () => {
  const desk = await openDesk('2026-07-20')
  const { id } = await desk.call('contracts.saveDraft', {
    templateId: 'mcn-cooperation',
    templateVersion: 99,
    title: '旧草稿',
    values: cooperationValues(),
    optionalClauses: [],
  })
  await expect(desk.call('contracts.issue', { ids: [id] })).rejects.toMatchObject({ code: 'templates.template-newer' })
})

test('a signature needs its file, and a contract in force makes the agreement that the ledger computes by', async () => {
  const desk = await openDesk('2026-07-20')
  const id = await draftCooperation(desk)
  await issue(desk, id)
  await expect(desk.call('contracts.putInForce', { ids: [id] })).rejects.toMatchObject({
    code: 'register.cannot-put-in-force',
  })
  const scan = await desk.call('disputes.addEvidence', { token: desk.give('签好的合同.pdf', '%PDF-1.7 x') })
  const signed = { id, way: 'paper-scan', by: '双方', date: '2026-07-22' } as const
  await expect(desk.call('contracts.sign', { ...signed, evidenceIds: [] })).rejects.toMatchObject({
    code: 'app.invalid-input',
  })
  await desk.call('contracts.sign', { ...signed, evidenceIds: [scan.id] })
  const { agreements } = await desk.call('contracts.putInForce', { ids: [id] })
  const agreement = await desk.call('contracts.getAgreement', { id: agreements[0]?.agreementId ?? '' })
  expect(agreement).toMatchObject({
    from: '2026-08-01',
    to: '2027-07-31',
    scope: { platforms: ['douyin'], accounts: ['雨桐好物'] },
  })
  expect(agreement.versions[0]?.terms).toEqual(splitTerms)
  expect(agreement.evidence.map(({ kind }) => kind)).toEqual(['contract', 'contract'])
  expect((await desk.call('contracts.get', { id })).standing).toBe('waiting')
  desk.setDay('2026-09-01')
  expect((await desk.call('contracts.get', { id })).standing).toBe('in-force')
  desk.setDay('2027-09-01')
  expect((await desk.call('contracts.get', { id })).standing).toBe('expired')
})

test('an amendment gives the agreement new terms from its day, and the first contract stands as amended', async () => {
  const desk = await openDesk('2026-07-20')
  const first = await draftCooperation(desk)
  await issue(desk, first)
  const scan = await desk.call('disputes.addEvidence', { token: desk.give('签好的合同.pdf', '%PDF-1.7 x') })
  const sign = { way: 'paper-scan' as const, by: '双方', date: '2026-07-22', evidenceIds: [scan.id] }
  await desk.call('contracts.sign', { id: first, ...sign })
  const { agreements } = await desk.call('contracts.putInForce', { ids: [first] })
  const better = {
    ...splitTerms,
    commissions: splitTerms.commissions?.map((item) => ({ ...item, tiers: [{ fromFen: 0, ratePpm: 700_000 }] })),
  }
  const second = await desk.call('contracts.saveDraft', {
    templateId: 'mcn-cooperation',
    templateVersion: 1,
    title: '补充协议',
    values: cooperationValues({ startDate: '2026-10-01', payTerms: better, endDate: '2027-09-30' }),
    optionalClauses: [],
    amends: first,
  })
  expect(second.scope).toEqual({ platforms: ['douyin'], accounts: ['雨桐好物'] })
  await issue(desk, second.id)
  await desk.call('contracts.sign', { id: second.id, ...sign })
  const amended = await desk.call('contracts.putInForce', { ids: [second.id] })
  expect(amended.agreements[0]?.agreementId).toBe(agreements[0]?.agreementId)
  const agreement = await desk.call('contracts.getAgreement', { id: agreements[0]?.agreementId ?? '' })
  expect(agreement.to).toBe('2027-09-30')
  expect(agreement.versions.map(({ from, terms }) => [from, terms.commissions?.[0]?.tiers[0]?.ratePpm])).toEqual([
    ['2026-08-01', 600_000],
    ['2026-10-01', 700_000],
  ])
  desk.setDay('2026-09-15')
  expect((await desk.call('contracts.get', { id: first })).standing).toBe('in-force')
  desk.setDay('2026-10-15')
  const old = await desk.call('contracts.get', { id: first })
  expect(old.standing).toBe('amended')
  expect(old.amendedBy.map(({ id }) => id)).toEqual([second.id])
  expect(old.actions).toEqual(['hand-over'])
})

test('ending a contract ends its agreement, and it cannot be voided any more', async () => {
  const desk = await openDesk('2026-07-20')
  const id = await draftCooperation(desk)
  await issue(desk, id)
  const scan = await desk.call('disputes.addEvidence', { token: desk.give('a.pdf', '%PDF-1.7 x') })
  await desk.call('contracts.sign', { id, way: 'paper-scan', by: '双方', date: '2026-07-22', evidenceIds: [scan.id] })
  const { agreements } = await desk.call('contracts.putInForce', { ids: [id] })
  await expect(desk.call('contracts.void', { id, reason: '不要了' })).rejects.toMatchObject({
    code: 'register.cannot-void',
  })
  desk.setDay('2026-12-05')
  const ended = await desk.call('contracts.end', { id, date: '2026-12-31', reason: '双方协商解除' })
  expect(ended.standing).toBe('in-force')
  desk.setDay('2027-01-01')
  expect((await desk.call('contracts.get', { id })).standing).toBe('ended')
  expect((await desk.call('contracts.getAgreement', { id: agreements[0]?.agreementId ?? '' })).to).toBe('2026-12-31')
})

test('a contract that exists only in chats is kept with where each term comes from, and computes like any other', async () => {
  const desk = await openDesk('2026-07-20')
  const payer = await desk.call('parties.save', { kind: 'organisation', name: '云播' })
  const payee = await desk.call('parties.save', { kind: 'person', name: '我', isSelf: true })
  const chat = await desk.call('disputes.addEvidence', { token: desk.give('聊天.png', 'chat'), kind: 'chat' })
  const terms = { ...splitTerms, relation: 'undetermined' as const }
  const [commission] = terms.commissions ?? []
  const kept = await desk.call('contracts.saveKept', {
    origin: 'unwritten',
    title: '和云播的口头约定',
    relation: 'undetermined',
    payerId: payer.id,
    payeeId: payee.id,
    from: '2026-03-01',
    to: null,
    scope: {},
    terms:
      commission === undefined
        ? terms
        : {
            ...terms,
            commissions: [{ ...commission, source: { kind: 'chat', evidenceIds: [chat.id], note: '说好六四分' } }],
          },
    evidenceIds: [chat.id],
  })
  expect(kept).toMatchObject({ standing: 'kept', origin: 'unwritten', number: null, self: 'payee' })
  const { agreements } = await desk.call('contracts.putInForce', { ids: [kept.id] })
  const agreement = await desk.call('contracts.getAgreement', { id: agreements[0]?.agreementId ?? '' })
  expect(agreement.versions[0]?.terms.commissions?.[0]?.source?.kind).toBe('chat')
  expect((await desk.call('contracts.get', { id: kept.id })).standing).toBe('in-force')
})

test('a contract made elsewhere is not kept without its file', async () => {
  const desk = await openDesk()
  const payer = await desk.call('parties.save', { kind: 'organisation', name: '云播' })
  const payee = await desk.call('parties.save', { kind: 'person', name: '我' })
  const input = { title: '纸质合同', relation: 'civil', payerId: payer.id, payeeId: payee.id } as const
  const dates = { from: '2026-03-01', to: null, scope: {}, terms: null, evidenceIds: [] }
  await expect(desk.call('contracts.saveKept', { origin: 'elsewhere', ...input, ...dates })).rejects.toMatchObject({
    code: 'register.file-missing',
  })
})

test('the same contract issued at the same moment gives the same bytes', async () => {
  const hashes = []
  for (let round = 0; round < 2; round += 1) {
    const desk = await openDesk('2026-07-20')
    const id = await draftCooperation(desk)
    await issue(desk, id)
    const { files, contentSha256 } = await desk.call('contracts.get', { id })
    hashes.push([contentSha256, ...files.map(({ sha256 }) => sha256)])
  }
  expect(hashes[0]).toEqual(hashes[1])
})

test('Word may follow the PDF of an issued contract, once, and stays as it is then', async () => {
  const desk = await openDesk('2026-07-20')
  const id = await draftCooperation(desk)
  await desk.call('contracts.issue', { ids: [id] })
  await desk.call('contracts.makePapers', { ids: [id], formats: ['pdf'] })
  expect(await desk.call('contracts.finishIssue', { ids: [id] })).toEqual({ issued: [id], waiting: [] })
  const before = await desk.call('contracts.get', { id })
  expect(before.files.map(({ kind }) => kind)).toEqual(['pdf'])
  expect(await desk.call('contracts.makePapers', { ids: [id] })).toMatchObject({ made: 1 })
  await desk.call('contracts.finishIssue', { ids: [id] })
  const after = await desk.call('contracts.get', { id })
  expect(after.files.map(({ kind }) => kind)).toEqual(['pdf', 'docx'])
  expect(after.files[0]).toEqual(before.files[0])
  expect(after.events).toEqual(before.events)
  expect(await desk.call('contracts.makePapers', { ids: [id] })).toMatchObject({ made: 0 })
})

test('a stopped issue goes back to a draft that keeps its number', async () => {
  const desk = await openDesk('2026-07-20')
  const id = await draftCooperation(desk)
  const other = await draftCooperation(desk, {
    streamer: { kind: 'person', name: '王一', idCard: '33010619900101123X', address: '杭州', phone: '13900139000' },
  })
  await desk.call('contracts.issue', { ids: [id] })
  await desk.call('contracts.takeBackIssue', { ids: [id] })
  expect(await desk.call('contracts.get', { id })).toMatchObject({ standing: 'draft', number: 'HT-2026-0001' })
  expect((await desk.call('contracts.issue', { ids: [other, id] })).contracts.map(({ number }) => number)).toEqual([
    'HT-2026-0002',
    'HT-2026-0001',
  ])
})

test('the calendar is told of ends, renewals and days of payment', async () => {
  const desk = await openDesk('2026-07-20')
  const id = await draftCooperation(desk)
  await issue(desk, id)
  const scan = await desk.call('disputes.addEvidence', { token: desk.give('a.pdf', '%PDF-1.7 x') })
  await desk.call('contracts.sign', { id, way: 'paper-scan', by: '双方', date: '2026-07-22', evidenceIds: [scan.id] })
  expect(await desk.call('contracts.dates', { from: '2026-08-01', to: '2026-12-31' })).toEqual({ dates: [] })
  await desk.call('contracts.putInForce', { ids: [id] })
  const { dates } = await desk.call('contracts.dates', { from: '2027-06-01', to: '2027-08-31' })
  expect(dates.map(({ kind, date }) => [kind, date])).toEqual([
    ['contract-payment', '2027-06-15'],
    ['contract-renewal', '2027-07-01'],
    ['contract-payment', '2027-07-15'],
    ['contract-end', '2027-07-31'],
    ['contract-payment', '2027-08-15'],
  ])
})
