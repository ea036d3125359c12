import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { resolveOutgoing } from '../../../electron/core/exchange.ts'
import { type Desk, openDesk } from '../disputes/harness.ts'
import { agency, cooperationValues, draftCooperation, issue, splitTerms, streamer } from './contract-fixtures.ts'

/** The bytes of a file that a call made. */
function bytesOf(desk: Desk, file: { token: string }): Buffer {
  return readFileSync(resolveOutgoing(desk.dataDir, file.token).path)
}

/** Opens a file that came from elsewhere; answers its id. */
async function receive(desk: Desk, bytes: Buffer, name = 'x.boan'): Promise<string> {
  const opened = await desk.call('bundles.open', { token: desk.give(name, bytes) })
  await desk.call('bundles.remember', { id: opened.id, name })
  return opened.id
}

/** The agency's computer with a contract that was handed over, and the file. */
async function handedOver(): Promise<{ agencyDesk: Desk; contractId: string; bundle: Buffer }> {
  const agencyDesk = await openDesk('2026-07-20')
  const { id: self } = await agencyDesk.call('parties.save', { ...agency, isSelf: true })
  const contractId = await draftCooperation(agencyDesk, { agency: { ...agency, id: self } })
  await issue(agencyDesk, contractId)
  const { file, bundles } = await agencyDesk.call('contracts.exportHandOver', { ids: [contractId] })
  await agencyDesk.call('contracts.noteHandOver', { bundles })
  return { agencyDesk, contractId, bundle: bytesOf(agencyDesk, file) }
}

const acceptance = { self: 'payee' as const, by: '李雨桐', date: '2026-07-21', scope: { platforms: ['douyin'] } }

test('a streamer accepts: parties, terms and dates arrive without retyping, and the answer marks the agency’s contract accepted', async () => {
  const { agencyDesk, contractId, bundle } = await handedOver()
  const desk = await openDesk('2026-07-21')
  const bundleId = await receive(desk, bundle)
  expect(await desk.call('contracts.review', { bundleId })).toEqual({
    contentOk: true,
    isOwn: false,
    differingClauses: [],
    self: null,
    answer: null,
    amendsId: null,
  })
  const accepted = await desk.call('contracts.acceptReceived', { bundleId, ...acceptance })
  expect(accepted).toMatchObject({
    origin: 'received',
    state: 'accepted',
    standing: 'waiting',
    number: 'HT-2026-0001',
    self: 'payee',
    payer: { name: agency.name },
    payee: { name: streamer.name },
    from: '2026-08-01',
    to: '2027-07-31',
  })
  const agreement = await desk.call('contracts.getAgreement', { id: accepted.agreementId ?? '' })
  expect(agreement).toMatchObject({ self: 'payee', scope: { platforms: ['douyin'] } })
  expect(agreement.versions[0]?.terms).toEqual(splitTerms)
  const own = await desk.call('parties.reveal', { id: accepted.payee.id ?? '' })
  expect(own).toMatchObject({ idCard: streamer.idCard, phone: streamer.phone })
  const { file } = await desk.call('contracts.exportAcceptance', { bundleId })
  const again = await desk.call('contracts.exportAcceptance', { bundleId })
  expect(bytesOf(desk, again.file).equals(bytesOf(desk, file))).toBe(true)

  const answerId = await receive(agencyDesk, bytesOf(desk, file))
  expect(await agencyDesk.call('contracts.reviewAcceptance', { bundleId: answerId })).toMatchObject({
    outcome: 'fits',
    contract: { id: contractId },
  })
  const joined = await agencyDesk.call('contracts.joinAcceptance', { bundleId: answerId })
  expect(joined).toMatchObject({ state: 'accepted', standing: 'accepted' })
  expect(joined.events.map(({ kind, by }) => [kind, by])).toEqual([
    ['issued', ''],
    ['handed-over', ''],
    ['accepted', '李雨桐'],
  ])
  await expect(agencyDesk.call('contracts.joinAcceptance', { bundleId: answerId })).rejects.toMatchObject({
    code: 'handover.joined',
  })
  const { agreements } = await agencyDesk.call('contracts.putInForce', { ids: [contractId] })
  const ours = await agencyDesk.call('contracts.getAgreement', { id: agreements[0]?.agreementId ?? '' })
  expect(ours).toMatchObject({ self: 'payer' })
  expect(ours.versions[0]?.terms).toEqual(agreement.versions[0]?.terms)
})

test('nothing of a contract that is only opened, or declined, enters the tables; the reasons go back by clause', async () => {
  const { agencyDesk, contractId, bundle } = await handedOver()
  const desk = await openDesk('2026-07-21')
  const bundleId = await receive(desk, bundle)
  const answer = { bundleId, by: '李雨桐', date: '2026-07-21' }
  await expect(desk.call('contracts.declineReceived', answer)).rejects.toMatchObject({
    code: 'handover.reason-missing',
  })
  const remarks = [{ clauseId: 'exit', text: '提前通知改为十五日' }]
  await desk.call('contracts.declineReceived', { ...answer, remarks })
  const count = (table: string): number =>
    desk.db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? -1
  expect(['parties', 'contracts', 'agreements', 'evidence', 'attachments'].map(count)).toEqual([0, 0, 0, 0, 0])
  const { file } = await desk.call('contracts.exportAcceptance', { bundleId })
  const answerId = await receive(agencyDesk, bytesOf(desk, file))
  const joined = await agencyDesk.call('contracts.joinAcceptance', { bundleId: answerId })
  expect(joined).toMatchObject({ state: 'issued', standing: 'declined' })
  expect(joined.events.at(-1)).toMatchObject({ kind: 'declined', by: '李雨桐', remarks })
  expect((await agencyDesk.call('contracts.get', { id: contractId })).actions).toContain('hand-over')
  // The other side may think again.
  await desk.call('contracts.acceptReceived', { ...answer, self: 'payee' })
  const second = await desk.call('contracts.exportAcceptance', { bundleId })
  const secondId = await receive(agencyDesk, bytesOf(desk, second.file))
  expect(await agencyDesk.call('contracts.joinAcceptance', { bundleId: secondId })).toMatchObject({
    standing: 'accepted',
  })
})

test('an acceptance of another contract, or of a file that never left here, is refused with what to do', async () => {
  const { agencyDesk, bundle } = await handedOver()
  const stranger = await openDesk('2026-07-20')
  const otherId = await draftCooperation(stranger, { penaltyCap: 2_000_000 })
  await issue(stranger, otherId)
  const other = await stranger.call('contracts.exportHandOver', { ids: [otherId] })
  const desk = await openDesk('2026-07-21')
  const foreign = await receive(desk, bytesOf(stranger, other.file))
  await desk.call('contracts.acceptReceived', { bundleId: foreign, ...acceptance })
  const foreignAnswer = await desk.call('contracts.exportAcceptance', { bundleId: foreign })
  const foreignId = await receive(agencyDesk, bytesOf(desk, foreignAnswer.file))
  expect(await agencyDesk.call('contracts.reviewAcceptance', { bundleId: foreignId })).toEqual({
    outcome: 'other-contract',
    contract: null,
  })
  await expect(agencyDesk.call('contracts.joinAcceptance', { bundleId: foreignId })).rejects.toMatchObject({
    code: 'handover.other-contract',
  })

  agencyDesk.db.exec("UPDATE contract_events SET manifest_sha256 = NULL WHERE kind = 'handed-over'")
  const mine = await openDesk('2026-07-21')
  const bundleId = await receive(mine, bundle)
  // Another name, since the same one with another key would be refused before.
  await mine.call('contracts.acceptReceived', { bundleId, ...acceptance, by: '李雨桐本人' })
  const answer = await mine.call('contracts.exportAcceptance', { bundleId })
  const answerId = await receive(agencyDesk, bytesOf(mine, answer.file))
  await expect(agencyDesk.call('contracts.joinAcceptance', { bundleId: answerId })).rejects.toMatchObject({
    code: 'handover.other-bundle',
  })
})

test('a tampered contract is not taken in, and neither is one’s own or one that is accepted already', async () => {
  const { agencyDesk, bundle } = await handedOver()
  const desk = await openDesk('2026-07-21')
  const changed = Buffer.from(bundle)
  // One byte in the middle of a stored PDF: the zip's own checksum and the manifest both speak against it.
  const at = changed.indexOf('%PDF-') + 2_000
  changed[at] = (changed[at] ?? 0) ^ 1
  const damaged = await receive(desk, changed)
  await expect(desk.call('contracts.acceptReceived', { bundleId: damaged, ...acceptance })).rejects.toMatchObject({
    code: 'bundles.not-whole',
  })
  const own = await receive(agencyDesk, bundle)
  await expect(agencyDesk.call('contracts.acceptReceived', { bundleId: own, ...acceptance })).rejects.toMatchObject({
    code: 'handover.own-contract',
  })
  const bundleId = await receive(desk, bundle)
  await desk.call('contracts.acceptReceived', { bundleId, ...acceptance })
  await expect(desk.call('contracts.acceptReceived', { bundleId, ...acceptance })).rejects.toMatchObject({
    code: 'handover.already-accepted',
  })
})

test('a contract for somebody with another identity number is refused, and words changed by hand are named', async () => {
  const { agencyDesk, contractId, bundle } = await handedOver()
  const desk = await openDesk('2026-07-21')
  await desk.call('parties.save', { kind: 'person', name: '李雨桐', idCard: '33010619900101123X', isSelf: true })
  const bundleId = await receive(desk, bundle)
  await expect(desk.call('contracts.acceptReceived', { bundleId, ...acceptance })).rejects.toMatchObject({
    code: 'handover.other-person',
  })
  // The agency's own database changed behind the app's back: its hash no longer fits and nothing leaves as if it did.
  agencyDesk.db.exec('DROP TRIGGER contracts_stay_frozen')
  agencyDesk.db
    .prepare("UPDATE contracts SET content = replace(content, '1个月', '2个月'), content_sha256 = ? WHERE id = ?")
    .run('0'.repeat(64), contractId)
  const forged = await agencyDesk.call('contracts.exportHandOver', { ids: [contractId] })
  const forgedId = await receive(desk, bytesOf(agencyDesk, forged.file))
  expect(await desk.call('contracts.review', { bundleId: forgedId })).toMatchObject({ contentOk: false })
})

test('an amendment that is handed over changes the streamer’s agreement from its day', async () => {
  const { agencyDesk, contractId, bundle } = await handedOver()
  const desk = await openDesk('2026-07-21')
  const first = await desk.call('contracts.acceptReceived', { bundleId: await receive(desk, bundle), ...acceptance })
  const better = {
    ...splitTerms,
    commissions: splitTerms.commissions?.map((item) => ({ ...item, tiers: [{ fromFen: 0, ratePpm: 700_000 }] })),
  }
  const draft = await agencyDesk.call('contracts.saveDraft', {
    templateId: 'mcn-cooperation',
    templateVersion: 1,
    title: '补充协议',
    values: cooperationValues({ startDate: '2026-10-01', payTerms: better }),
    optionalClauses: [],
    amends: contractId,
  })
  await issue(agencyDesk, draft.id)
  const { file } = await agencyDesk.call('contracts.exportHandOver', { ids: [draft.id] })
  const bundleId = await receive(desk, bytesOf(agencyDesk, file))
  expect(await desk.call('contracts.review', { bundleId })).toMatchObject({ amendsId: first.id, self: 'payee' })
  const second = await desk.call('contracts.acceptReceived', { bundleId, ...acceptance })
  expect(second.agreementId).toBe(first.agreementId)
  const agreement = await desk.call('contracts.getAgreement', { id: first.agreementId ?? '' })
  expect(agreement.versions.map(({ from }) => from)).toEqual(['2026-08-01', '2026-10-01'])
})

test('the same hand-over at the same moment is the same file, byte for byte', async () => {
  const { agencyDesk, contractId } = await handedOver()
  const input = { ids: [contractId], moment: '2026-07-20T08:00:00.000Z' }
  const one = await agencyDesk.call('contracts.exportHandOver', input)
  const two = await agencyDesk.call('contracts.exportHandOver', input)
  expect(bytesOf(agencyDesk, one.file).equals(bytesOf(agencyDesk, two.file))).toBe(true)
})
