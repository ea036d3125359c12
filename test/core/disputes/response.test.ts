import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { resolveOutgoing } from '../../../electron/core/exchange.ts'
import { compareSides } from '../../../shared/disputes/mediation/compare-sides.ts'
import type { ResponseDraft } from '../../../shared/disputes/mediation/response-calls.ts'
import { type Desk, openDesk } from './harness.ts'
import { openWorkedExample, type WorkedExample, workedTerms } from './worked-example.ts'

const moment = '2026-05-16T02:00:00.000Z'

/** Takes an exported file from one computer to another: received, opened, remembered. */
async function carry(from: Desk, token: string, to: Desk): Promise<string> {
  const { path } = resolveOutgoing(from.dataDir, token)
  const opened = await to.call('bundles.open', { token: to.give('file.boan', readFileSync(path)) })
  await to.call('bundles.remember', { id: opened.id, name: 'file.boan' })
  return opened.id
}

async function exportCase({ desk, agreementId }: WorkedExample): Promise<string> {
  const { id: caseId } = await desk.call('disputes.openCase', { agreementId, cycles: ['2026-03'] })
  return (await desk.call('disputes.exportCase', { caseId, audience: 'other-side', moment })).file.token
}

async function answering(): Promise<{ applicant: WorkedExample; other: Desk; bundleId: string }> {
  const applicant = await openWorkedExample()
  const token = await exportCase(applicant)
  const other = await openDesk('2026-05-20')
  const bundleId = await carry(applicant.desk, token, other)
  await other.call('disputes.startResponse', { bundleId })
  return { applicant, other, bundleId }
}

async function draftOf(desk: Desk, bundleId: string): Promise<ResponseDraft> {
  const { response } = await desk.call('disputes.response', { bundleId })
  if (response === null) throw new Error('begun')
  return response
}

test('an answer begins in the respondent’s name with every claim and cycle unsaid', async () => {
  const { other, bundleId } = await answering()
  const draft = await draftOf(other, bundleId)
  expect(draft.respondent).toBe('杭州播悦文化传媒有限公司')
  expect(draft.claims.every(({ stance }) => stance === null)).toBe(true)
  expect(compareSides(draft.cycles).every(({ state }) => state === 'unsaid')).toBe(true)
  await expect(other.call('disputes.exportResponse', { bundleId })).rejects.toMatchObject({
    code: 'mediation.response-empty',
  })
})

test('a disagreement needs its reason and an amount below the claim', async () => {
  const { other, bundleId } = await answering()
  const claim = { bundleId, claimId: 'unpaid-pay', stance: 'disagree' } as const
  await expect(other.call('disputes.saveResponseClaim', { ...claim, amountFen: 1 })).rejects.toMatchObject({
    code: 'mediation.response-reason',
  })
  await expect(
    other.call('disputes.saveResponseClaim', { ...claim, amountFen: 99_999_999, reason: '不对' }),
  ).rejects.toMatchObject({ code: 'mediation.response-amount' })
  await other.call('disputes.saveResponseClaim', { bundleId, claimId: 'unpaid-pay', stance: 'agree' })
  const [first] = (await draftOf(other, bundleId)).claims
  expect(first).toMatchObject({ stance: 'agree', amountFen: first?.claimedFen })
})

test('typed figures stand beside the applicant’s line by line, with the difference in fen', async () => {
  const { other, bundleId } = await answering()
  const [cycle] = (await draftOf(other, bundleId)).cycles
  if (cycle === undefined) throw new Error('a claimed cycle')
  const { agreementId, cycle: name, applicant } = cycle
  const figures = {
    expectedFen: applicant.expectedFen - 100_000,
    withheldFen: null,
    allowedFen: 100_000,
    paidFen: applicant.paidFen,
  }
  await other.call('disputes.saveResponseCycle', { bundleId, agreementId, cycle: name, figures, reason: '少一场' })
  const compared = compareSides((await draftOf(other, bundleId)).cycles)
  expect(compared.map(({ part, state, differenceFen }) => [part, state, differenceFen])).toEqual([
    ['expectedFen', 'disputed', 100_000],
    ['withheldFen', 'unsaid', null],
    ['allowedFen', 'disputed', applicant.allowedFen - 100_000],
    ['paidFen', 'agreed', 0],
    ['outstandingFen', 'disputed', 200_000 - applicant.allowedFen],
  ])
})

test('figures come from the ledger of the other side’s own computer, computed to the case’s day', async () => {
  const { other, bundleId } = await answering()
  const payee = await other.call('parties.save', { kind: 'person', name: '李雨桐' })
  const payer = await other.call('parties.save', {
    kind: 'organisation',
    name: '杭州播悦文化传媒有限公司',
    isSelf: true,
  })
  const { id: ownAgreementId } = await other.call('contracts.saveAgreement', {
    title: '主播合作',
    payerId: payer.id,
    payeeId: payee.id,
    from: '2026-03-01',
    version: { from: '2026-03-01', terms: workedTerms(), evidenceIds: [] },
  })
  const [cycle] = (await draftOf(other, bundleId)).cycles
  const agreementId = cycle?.agreementId ?? ''
  expect(await other.call('disputes.fillResponse', { bundleId, agreementId, ownAgreementId })).toEqual({
    filled: 1,
    without: 0,
  })
  expect((await draftOf(other, bundleId)).cycles[0]).toMatchObject({ source: 'ledger', respondent: { paidFen: 0 } })
})

test('the answer is one signed file with its evidence, that the applicant opens and reads line by line', async () => {
  const { applicant, other, bundleId } = await answering()
  await other.call('disputes.saveResponseClaim', {
    bundleId,
    claimId: 'unpaid-pay',
    stance: 'disagree',
    amountFen: 100_000,
    reason: '有扣款依据',
  })
  const proof = await other.call('disputes.addEvidence', {
    token: other.give('扣款通知.pdf', '%PDF-1.4 notice'),
    title: '扣款通知',
  })
  await other.call('disputes.setResponseEvidence', { bundleId, evidenceIds: [proof.id] })
  const made = await other.call('disputes.exportResponse', { bundleId, moment })
  const again = await other.call('disputes.exportResponse', { bundleId, moment })
  expect(again.manifestSha256).toBe(made.manifestSha256)
  const { path } = resolveOutgoing(other.dataDir, made.file.token)
  const opened = await applicant.desk.call('bundles.open', { token: applicant.desk.give('r.boan', readFileSync(path)) })
  expect(opened.verification).toMatchObject({ ok: true, kind: 'response', sender: '杭州播悦文化传媒有限公司' })
  if (opened.content?.kind !== 'response') throw new Error('a response')
  expect(opened.content.data.claims[0]).toMatchObject({ stance: 'disagree', amountFen: 100_000 })
  expect(opened.entries.map((entry) => entry.path)).toContain('evidence/001-扣款通知.pdf')
  // Once it is kept it is found beside the case that it answers, and beside no other.
  await applicant.desk.call('bundles.remember', { id: opened.id, name: 'r.boan' })
  const { caseId, caseNumber } = opened.content.data.case
  const { answers } = await applicant.desk.call('disputes.answersTo', { caseId, caseNumber })
  expect(answers).toMatchObject([{ bundleId: opened.id, respondent: '杭州播悦文化传媒有限公司' }])
  expect(answers[0]?.claims[0]).toMatchObject({ stance: 'disagree', amountFen: 100_000 })
  expect(await applicant.desk.call('disputes.answersTo', { caseId: opened.id, caseNumber })).toEqual({ answers: [] })
})

test('two files of one dispute are compared by what the platform calls an order, whatever each computer calls it', async () => {
  const left = await openWorkedExample()
  const right = await openWorkedExample({ terms: workedTerms({ base: null }) })
  const mediator = await openDesk('2026-05-20')
  const leftId = await carry(left.desk, await exportCase(left), mediator)
  await right.desk.call('disputes.saveFact', {
    caseId: (await right.desk.call('disputes.openCase', { agreementId: right.agreementId, cycles: ['2026-03'] })).id,
    date: '2026-04-01',
    text: '催款',
    code: 'demand',
    sourceIds: [],
  })
  const { cases } = await right.desk.call('disputes.listCases', {})
  const { file } = await right.desk.call('disputes.exportCase', {
    caseId: cases[0]?.id ?? '',
    audience: 'mediator',
    moment,
  })
  const rightId = await carry(right.desk, file.token, mediator)
  const compared = await mediator.call('disputes.compareFiles', { leftId, rightId })
  expect(compared).toMatchObject({ same: 1, onlyLeft: 0, onlyRight: 0, differing: 0, total: 0 })
  const expected = compared.figures.find(({ part }) => part === 'expectedFen')
  expect(expected?.leftFen).not.toBe(expected?.rightFen)
})
