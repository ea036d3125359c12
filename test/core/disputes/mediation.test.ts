import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyBundle } from '../../../electron/core/bundles/verify-bundle.ts'
import { resolveOutgoing } from '../../../electron/core/exchange.ts'
import type { CaseClaim } from '../../../shared/disputes/case-file.ts'
import type { Mediation } from '../../../shared/disputes/mediation/mediator-calls.ts'
import { type Desk, openDesk } from './harness.ts'
import { openWorkedExample, type WorkedExample } from './worked-example.ts'

const moment = '2026-05-16T02:00:00.000Z'

/** Takes an exported file from one computer to another: received, opened, remembered. */
async function carry(from: Desk, token: string, to: Desk): Promise<string> {
  const { path } = resolveOutgoing(from.dataDir, token)
  const opened = await to.call('bundles.open', { token: to.give('file.boan', readFileSync(path)) })
  expect(opened.verification.answers.filter(({ ok }) => !ok)).toEqual([])
  await to.call('bundles.remember', { id: opened.id, name: 'file.boan' })
  return opened.id
}

interface Mediated {
  party: WorkedExample
  caseId: string
  mediator: Desk
  /** The case file at the mediator's. */
  bundleId: string
  claims: readonly CaseClaim[]
}

async function mediated(): Promise<Mediated> {
  const party = await openWorkedExample()
  const { desk } = party
  const { id: caseId } = await desk.call('disputes.openCase', { agreementId: party.agreementId, cycles: ['2026-03'] })
  const made = await desk.call('disputes.exportCase', { caseId, audience: 'mediator', moment })
  const { manifestSha256, fingerprint, file } = made
  const fileName = file.name
  await desk.call('disputes.noteExport', {
    caseId,
    audience: 'mediator',
    moment,
    fileName,
    manifestSha256,
    fingerprint,
  })
  const mediator = await openDesk('2026-05-20')
  const bundleId = await carry(desk, file.token, mediator)
  await mediator.call('disputes.startMediation', { bundleId })
  const { claims } = await desk.call('disputes.getCase', { id: caseId })
  return { party, caseId, mediator, bundleId, claims }
}

async function mediationOf({ mediator, bundleId }: Mediated): Promise<Mediation> {
  const { mediation } = await mediator.call('disputes.mediation', { bundleId })
  if (mediation === null) throw new Error('begun')
  return mediation
}

/** Every claim accepted, two instalments. */
async function decideAll(work: Mediated): Promise<Mediation> {
  const { mediator, bundleId, claims } = work
  for (const { id } of claims) {
    const finding = { verdict: 'accepted', reason: '结算单和订单一致。' } as const
    await mediator.call('disputes.saveFinding', { bundleId, claimId: id, agreementId: null, cycle: null, finding })
  }
  const { proposal } = await mediationOf(work)
  const plan = [
    { date: '2026-06-10', amountFen: 300_000 },
    { date: '2026-07-10', amountFen: proposal.totalFen - 300_000 },
  ]
  await mediator.call('disputes.setInstalments', { bundleId, plan })
  return mediationOf(work)
}

/** The reply made, carried back and joined. */
async function joined(work: Mediated): Promise<{ replyId: string; replyBundle: string }> {
  const { mediator, bundleId, party } = work
  const made = await mediator.call('disputes.exportReply', { bundleId, moment })
  const replyBundle = await carry(mediator, made.file.token, party.desk)
  const { replyId, caseId } = await party.desk.call('disputes.joinReply', { bundleId: replyBundle })
  expect(caseId).toBe(work.caseId)
  return { replyId, replyBundle }
}

/** Every row of every table but those named, so that what changed shows. */
function rowsOf({ db }: Desk, except: readonly string[]): Record<string, unknown[]> {
  const tables = db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all()
  return Object.fromEntries(
    tables
      .filter(({ name }) => !except.includes(name))
      .map(({ name }) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]),
  )
}

test('work on a received case is kept by the hash of its file, and makes a proposal of the findings', async () => {
  const work = await mediated()
  const before = await mediationOf(work)
  expect(before).toMatchObject({ state: 'new', caseNumber: '2026-0001', termEndsOn: '2026-06-04' })
  expect(before.proposal.undecided).toBe(work.claims.length)
  const decided = await decideAll(work)
  expect(decided.proposal.totalFen).toBe(work.claims.reduce((sum, claim) => sum + claim.totalFen, 0))
  expect(decided).toMatchObject({ state: 'proposed', planDifferenceFen: 0 })
  const { mediations } = await work.mediator.call('disputes.listMediations', {})
  expect(mediations).toEqual([expect.objectContaining({ bundleId: work.bundleId, state: 'proposed', undecided: 0 })])
})

test('that the agreement was made is kept, and whether what it says has changed since', async () => {
  const work = await mediated()
  const { mediator, bundleId } = work
  const { agreement } = await decideAll(work)
  expect(agreement.lastMade).toBeNull()
  const { dataSha256 } = agreement
  await mediator.call('disputes.noteAgreement', { bundleId, format: 'pdf', dataSha256 })
  // The day of signing is no word of the paper: what is signed already stays what it was.
  await mediator.call('disputes.saveMediation', { bundleId, signedOn: '2026-05-21' })
  expect((await mediationOf(work)).agreement).toMatchObject({
    dataSha256,
    lastMade: { format: 'pdf', isCurrent: true },
  })
  await mediator.call('disputes.saveMediation', { bundleId, copies: 5 })
  expect((await mediationOf(work)).agreement.lastMade).toMatchObject({ isCurrent: false })
})

test('a finding above its claim, a plan that goes back in time and a plan that does not fit are refused', async () => {
  const work = await mediated()
  const { mediator, bundleId, claims } = work
  const [claim] = claims
  const finding = { verdict: 'partly', amountFen: (claim?.amountFen ?? 0) + 1, reason: '多' } as const
  const place = { bundleId, claimId: claim?.id ?? 'unpaid-pay', agreementId: null, cycle: null }
  await expect(mediator.call('disputes.saveFinding', { ...place, finding })).rejects.toMatchObject({
    code: 'mediation.above-claim',
  })
  const plan = ['2026-07-10', '2026-06-10'].map((date) => ({ date, amountFen: 100 }))
  await expect(mediator.call('disputes.setInstalments', { bundleId, plan })).rejects.toMatchObject({
    code: 'mediation.plan-order',
  })
  await decideAll(work)
  await mediator.call('disputes.setInstalments', { bundleId, plan: plan.toReversed() })
  await expect(mediator.call('disputes.exportReply', { bundleId })).rejects.toMatchObject({
    code: 'mediation.plan-differs',
  })
})

test('the reply is one signed file, the same bytes for the same state and moment, with the paper in it', async () => {
  const work = await mediated()
  await decideAll(work)
  const hashes: string[] = []
  for (let times = 0; times < 2; times++) {
    const { file } = await work.mediator.call('disputes.exportReply', { bundleId: work.bundleId, moment })
    const { path } = resolveOutgoing(work.mediator.dataDir, file.token)
    hashes.push(createHash('sha256').update(readFileSync(path)).digest('hex'))
    const verification = await verifyBundle(path, { knownKeys: [] })
    expect(verification).toMatchObject({ ok: true, kind: 'mediation-reply', externalId: '2026-0001', payloadFiles: 5 })
  }
  expect(hashes[0]).toBe(hashes[1])
})

test('a reply joins its case and changes nothing else, byte for byte', async () => {
  const work = await mediated()
  await decideAll(work)
  await work.mediator.call('disputes.saveQuestion', {
    bundleId: work.bundleId,
    to: 'applicant',
    text: '三月有几场直播？',
  })
  const { desk } = work.party
  const made = await work.mediator.call('disputes.exportReply', { bundleId: work.bundleId, moment })
  const replyBundle = await carry(work.mediator, made.file.token, desk)
  const own = ['case_replies', 'journal', 'journal_subjects', 'journal_entries']
  const before = rowsOf(desk, own)
  const { replyId } = await desk.call('disputes.joinReply', { bundleId: replyBundle })
  expect(rowsOf(desk, own)).toEqual(before)
  expect(await desk.call('disputes.joinReply', { bundleId: replyBundle })).toEqual({ caseId: work.caseId, replyId })
  const { replies } = await desk.call('disputes.caseMediation', { caseId: work.caseId })
  expect(replies).toEqual([
    expect.objectContaining({ id: replyId, answersExportOf: moment, acceptedAt: null, instalments: [] }),
  ])
  expect(replies[0]?.reply.questions.map(({ text }) => text)).toEqual(['三月有几场直播？'])
})

test('a reply to a case of another computer, or one that is not whole, joins nothing', async () => {
  const work = await mediated()
  await decideAll(work)
  const { file } = await work.mediator.call('disputes.exportReply', { bundleId: work.bundleId, moment })
  const stranger = await openDesk()
  const foreign = await carry(work.mediator, file.token, stranger)
  await expect(stranger.call('disputes.joinReply', { bundleId: foreign })).rejects.toMatchObject({
    code: 'mediation.reply-other-case',
  })
  await expect(work.party.desk.call('disputes.joinReply', { bundleId: work.bundleId })).rejects.toMatchObject({
    code: 'bundles.unknown-bundle',
  })
  const received = join(work.party.desk.dataDir, 'received')
  mkdirSync(received, { recursive: true })
  copyFileSync(
    join(work.mediator.dataDir, 'received', `${work.bundleId}.boan`),
    join(received, `${work.bundleId}.boan`),
  )
  await expect(work.party.desk.call('disputes.joinReply', { bundleId: work.bundleId })).rejects.toMatchObject({
    code: 'bundles.other-kind',
  })
})

test('an accepted proposal is followed instalment by instalment with payments of the ledger, to the last one', async () => {
  const work = await mediated()
  const { plan } = await decideAll(work)
  const { replyId } = await joined(work)
  const { desk, payerId } = work.party
  const { caseId } = work
  const pay = async (date: string, amountFen: number): Promise<string> =>
    (await desk.call('earnings.savePayment', { date, amountFen, payerId })).id
  const early = await pay('2026-05-10', 300_000)
  await expect(
    desk.call('disputes.linkInstalment', { replyId, number: 1, paymentId: early, amountFen: 1 }),
  ).rejects.toMatchObject({ code: 'mediation.not-accepted' })
  await desk.call('disputes.acceptProposal', { replyId, accepted: true, note: '同意' })
  desk.setDay('2026-06-12')
  expect((await desk.call('disputes.dates', {})).dates.map(({ kind, date }) => [kind, date])).toEqual([
    ['instalment', '2026-06-10'],
    ['instalment', '2026-07-10'],
  ])
  const late = await pay('2026-06-11', 400_000)
  await expect(
    desk.call('disputes.linkInstalment', { replyId, number: 1, paymentId: late, amountFen: 300_001 }),
  ).rejects.toMatchObject({ code: 'mediation.instalment-exceeded' })
  await desk.call('disputes.linkInstalment', { replyId, number: 1, paymentId: late, amountFen: 300_000 })
  const view = await desk.call('disputes.caseMediation', { caseId })
  expect(view.replies[0]?.instalments.map(({ state, lateDays }) => [state, lateDays])).toEqual([
    ['paid-late', 1],
    ['not-yet', 0],
  ])
  expect(view.payments.find(({ id }) => id === late)).toMatchObject({ freeFen: 100_000 })
  await expect(
    desk.call('disputes.linkInstalment', { replyId, number: 2, paymentId: late, amountFen: 100_001 }),
  ).rejects.toMatchObject({ code: 'mediation.payment-exceeded' })
  desk.setDay('2026-07-01')
  const rest = await pay('2026-06-30', plan[1]?.amountFen ?? 0)
  await desk.call('disputes.linkInstalment', {
    replyId,
    number: 2,
    paymentId: rest,
    amountFen: plan[1]?.amountFen ?? 0,
  })
  const done = await desk.call('disputes.caseMediation', { caseId })
  expect(done.replies[0]).toMatchObject({ remainingFen: 0 })
  expect((await desk.call('disputes.dates', {})).dates).toEqual([])
})

test('answers go back with the next export, and the mediator goes on where they were on the newer file', async () => {
  const work = await mediated()
  const { bundleId, caseId, mediator } = work
  await decideAll(work)
  const asked = await mediator.call('disputes.saveQuestion', { bundleId, to: 'applicant', text: '有无考勤？' })
  const { replyId } = await joined(work)
  const { desk } = work.party
  await desk.call('disputes.answerQuestion', { replyId, questionId: asked.id, answer: '有，见证据1。' })
  const { file } = await desk.call('disputes.exportCase', { caseId, audience: 'mediator', moment })
  const newer = await carry(desk, file.token, mediator)
  expect(newer).not.toBe(bundleId)
  await mediator.call('disputes.startMediation', { bundleId: newer })
  const goesOn = await mediationOf({ ...work, bundleId: newer })
  expect(goesOn.questions).toMatchObject([{ text: '有无考勤？', answer: '有，见证据1。', answeredOn: '2026-05-15' }])
  expect(goesOn).toMatchObject({ state: 'proposed', planDifferenceFen: 0, handedBack: [] })
  const other = await desk.call('disputes.exportCase', { caseId, audience: 'other-side', moment })
  const opened = await mediator.call('bundles.open', { id: await carry(desk, other.file.token, mediator) })
  expect(opened.content?.data).not.toHaveProperty('answers')
})

test('questions are answered beside the reply, and steps let their terms run', async () => {
  const work = await mediated()
  const { bundleId, caseId } = work
  const asked = await work.mediator.call('disputes.saveQuestion', {
    bundleId,
    to: 'applicant',
    text: '有无考勤？',
    claimId: 'unpaid-pay',
  })
  const { replyId } = await joined(work)
  const { desk } = work.party
  await desk.call('disputes.answerQuestion', { replyId, questionId: asked.id, answer: '有，见证据1。' })
  await desk.call('disputes.saveStep', { caseId, kind: 'agreement-signed', date: '2026-05-25' })
  const view = await desk.call('disputes.caseMediation', { caseId })
  expect(view.replies[0]?.answers).toEqual([
    { questionId: asked.id, answer: '有，见证据1。', answeredOn: '2026-05-15' },
  ])
  expect(view.dates).toEqual([
    expect.objectContaining({ kind: 'judicial-confirmation', date: '2026-06-24', lawId: 'pm-28' }),
  ])
  await expect(desk.call('disputes.acceptProposal', { replyId, accepted: true })).rejects.toMatchObject({
    code: 'mediation.no-proposal',
  })
})
