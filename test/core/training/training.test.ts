import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { resolveOutgoing } from '../../../electron/core/exchange.ts'
import type { Input } from '../../../shared/contract.ts'
import { type Desk, openDesk } from '../disputes/harness.ts'

const lesson = { date: '2026-06-10', minutes: 90, kind: 'level', topic: '直播流程与脚本' } as const

async function openOwnDesk(day?: string): Promise<Desk & { self: string }> {
  const desk = await openDesk(day)
  const { id } = await desk.call('parties.save', { kind: 'person', name: '林小满', isSelf: true })
  await desk.call('app.saveSettings', { roles: ['streamer'], selfPartyId: id })
  return { ...desk, self: id }
}

const target = { job: 'live-seller', level: 5 } as const

test('a training is logged for the person using this computer, with what was left out filled in', async () => {
  const desk = await openOwnDesk()
  const saved = await desk.call('training.saveRecord', { ...lesson, ...target })
  expect(saved).toMatchObject({ ...lesson, ...target, partyId: desk.self, mode: 'online', skills: [], voidedAt: null })
  const { records } = await desk.call('training.listRecords', { year: 2026, kind: 'level' })
  expect(records).toEqual([saved])
  expect((await desk.call('training.listRecords', { year: 2025 })).records).toEqual([])
})

test('nobody’s training is refused while it is not known who one is, and lists are empty instead of failing', async () => {
  const desk = await openDesk()
  await expect(desk.call('training.saveRecord', lesson)).rejects.toMatchObject({ code: 'training.no-person' })
  expect(await desk.call('training.listRecords', {})).toEqual({ records: [], evidence: [] })
  expect(await desk.call('training.overview', {})).toMatchObject({ person: null, required: [], warnings: [] })
  expect(await desk.call('training.plan', {})).toMatchObject({ person: null, goal: null, plan: null })
})

const refused: [why: string, input: Input<'training.saveRecord'>, code: string][] = [
  ['a day to come', { ...lesson, date: '2026-06-16' }, 'training.in-future'],
  ['a day that is none', { ...lesson, date: '2026-02-30' }, 'training.bad-date'],
  ['a missing topic', { date: '2026-06-10', minutes: 90, kind: 'level' }, 'training.incomplete'],
  ['a job without level', { ...lesson, job: 'selector' }, 'training.target-half'],
  ['a level the job does not have', { ...lesson, job: 'platform-manager', level: 2 }, 'training.level-not-offered'],
  ['a fee beside special training', { ...lesson, costFen: 100_000 }, 'training.cost-not-special'],
  [
    'a proof that is not there',
    { ...lesson, evidenceIds: ['01900000-0000-7000-8000-000000000999'] },
    'training.evidence-not-found',
  ],
  ['more minutes than a day has', { ...lesson, minutes: 1441 }, 'app.invalid-input'],
]

test.each(refused)('%s is refused and nothing is kept', async (_why, input, code) => {
  const desk = await openOwnDesk()
  await expect(desk.call('training.saveRecord', input)).rejects.toMatchObject({ code })
  expect((await desk.call('training.listRecords', { withVoided: true })).records).toEqual([])
})

test('a change keeps what was before, and voiding takes a training out until it is brought back', async () => {
  const desk = await openOwnDesk()
  const { id } = await desk.call('training.saveRecord', lesson)
  await desk.call('training.saveRecord', { id, minutes: 120 })
  await desk.call('training.saveRecord', { id, topic: '脚本', trainer: '王老师' })
  const { changes } = await desk.call('training.history', { id })
  expect(changes.map(({ before }) => before)).toEqual([{ topic: '直播流程与脚本', trainer: '' }, { minutes: 90 }])
  await desk.call('training.voidRecord', { id, reason: '记重了' })
  expect((await desk.call('training.listRecords', {})).records).toEqual([])
  expect((await desk.call('training.overview', {})).totals.minutes).toBe(0)
  await expect(desk.call('training.saveRecord', { id, minutes: 5 })).rejects.toMatchObject({ code: 'training.voided' })
  await desk.call('training.restoreRecord', { id })
  expect((await desk.call('training.overview', {})).totals.minutes).toBe(120)
})

test('one training is logged for several people, or for none when one of them fails', async () => {
  const desk = await openOwnDesk()
  const { id: other } = await desk.call('parties.save', { kind: 'person', name: '王麦' })
  const { ids } = await desk.call('training.saveRecordForMany', { ...lesson, partyIds: [desk.self, other, other] })
  expect(ids).toHaveLength(2)
  const nobody = '01900000-0000-7000-8000-000000000999'
  await expect(
    desk.call('training.saveRecordForMany', { ...lesson, partyIds: [desk.self, nobody] }),
  ).rejects.toMatchObject({ code: 'parties.not-found' })
  expect((await desk.call('training.listRecords', { everyone: true })).records).toHaveLength(2)
})

test('each command is journaled under the training and the person', async () => {
  const desk = await openOwnDesk()
  const { id } = await desk.call('training.saveRecord', lesson)
  const subjects = desk.db
    .prepare<[], { subject: string }>(
      `SELECT subject_id AS subject FROM journal_subjects JOIN journal USING (sequence)
       WHERE json_extract(content, '$.call') = 'training.saveRecord' ORDER BY subject_id`,
    )
    .all()
  expect(subjects.map(({ subject }) => subject)).toEqual([desk.self, id].toSorted())
})

test('proof is evidence: the same file can stand in a case and behind a training', async () => {
  const desk = await openOwnDesk()
  const proof = await desk.call('disputes.addEvidence', { token: desk.give('结业证.png', 'picture') })
  await desk.call('training.saveRecord', { ...lesson, evidenceIds: [proof.id] })
  const { evidence } = await desk.call('training.listRecords', {})
  expect(evidence).toEqual([{ id: proof.id, title: '结业证', sha256: proof.sha256, fileName: '结业证.png' }])
})

test('the first stream is the earliest session of one’s own, and the year’s trainings are compared with it', async () => {
  const desk = await openOwnDesk()
  const session = {
    platform: 'douyin',
    account: 'a1',
    start: '2026-03-01T12:00:00.000Z',
    end: '2026-03-01T14:00:00.000Z',
  }
  await desk.call('earnings.saveSession', session)
  await desk.call('training.saveRecord', { ...lesson, kind: 'first-stream', date: '2026-03-02' })
  const overview = await desk.call('training.overview', {})
  expect(overview.firstStreamOn).toBe('2026-03-01')
  expect(overview.required.map(({ kind, state }) => [kind, state])).toEqual([
    ['first-stream', 'missing'],
    ['yearly', 'open'],
  ])
  expect(overview.warnings).toMatchObject([{ code: 'after-first-stream' }])
  await desk.call('training.saveRecord', { ...lesson, kind: 'yearly' })
  expect((await desk.call('training.overview', {})).required[1]?.state).toBe('done')
})

test('a certificate may not end before it begins, and the next to expire stands first', async () => {
  const desk = await openOwnDesk()
  const base = { title: '平台带货考试', issuedOn: '2026-01-10' }
  await expect(desk.call('training.saveCertificate', { ...base, expiresOn: '2026-01-09' })).rejects.toMatchObject({
    code: 'training.expires-before-issue',
  })
  const forever = await desk.call('training.saveCertificate', base)
  const late = await desk.call('training.saveCertificate', { ...base, expiresOn: '2027-01-10' })
  const soon = await desk.call('training.saveCertificate', { ...base, expiresOn: '2026-07-10' })
  const { certificates } = await desk.call('training.listCertificates', {})
  expect(certificates.map(({ id }) => id)).toEqual([soon.id, late.id, forever.id])
  await desk.call('training.voidCertificate', { id: soon.id, reason: '重复' })
  expect((await desk.call('training.listCertificates', {})).certificates).toHaveLength(2)
  expect(await desk.call('training.restoreCertificate', { id: soon.id })).toMatchObject({ voidReason: null })
})

test('an assessment takes the pass mark of the occupation’s data, which the person may have changed', async () => {
  const desk = await openOwnDesk()
  const given = { date: '2026-06-01', part: 'theory', score: 58, ...target } as const
  expect(await desk.call('training.saveAssessment', given)).toMatchObject({ kind: 'formal', passMark: 60 })
  const { rows } = await desk.call('training.occupation', {})
  const part = rows.find((row) => row.id === 'part-theory')
  if (part?.section !== 'part') throw new Error('no part')
  await desk.call('training.saveOccupationRow', { row: { ...part, passMark: 55 } })
  expect(await desk.call('training.saveAssessment', given)).toMatchObject({ passMark: 55 })
  const { assessments } = await desk.call('training.listAssessments', {})
  expect(assessments.map(({ passMark }) => passMark)).toEqual([55, 60])
})

test('a row of one’s own is shown as such, stands for the built-in one, and goes again', async () => {
  const desk = await openOwnDesk()
  const before = await desk.call('training.occupation', {})
  const row = before.rows.find(({ id }) => id === 'hours-5')
  if (row?.section !== 'hours') throw new Error('no hours')
  await desk.call('training.saveOccupationRow', { row: { ...row, hours: 130 } })
  const after = await desk.call('training.occupation', {})
  expect(after.rows.find(({ id }) => id === 'hours-5')).toMatchObject({ hours: 130, origin: 'own', verified: 'own' })
  expect(after.replaced).toEqual([row])
  await expect(desk.call('training.saveOccupationRow', { row: { ...row, id: 'lesson-length' } })).rejects.toMatchObject(
    { code: 'training.row-of-other-section' },
  )
  await desk.call('training.removeOccupationRow', { id: 'hours-5' })
  expect(await desk.call('training.occupation', {})).toEqual(before)
  await expect(desk.call('training.removeOccupationRow', { id: 'hours-5' })).rejects.toMatchObject({
    code: 'training.row-not-own',
  })
})

const weights = (lines: string[]): string => ['工种,等级,部分,项目,百分比,版本,页码', ...lines].join('\r\n')

test('a weight table comes in whole or not at all', async () => {
  const desk = await openOwnDesk()
  const good = weights([
    '直播销售员,五级,理论知识,职业道德,40%,2021年版,12',
    '直播销售员,五级,理论,直播营销,60,2021年版,12',
  ])
  expect(await desk.call('training.importWeights', { token: desk.give('权重.csv', good) })).toEqual({ rows: 2 })
  const read = await desk.call('training.occupation', {})
  expect(read.rows.filter(({ section }) => section === 'weight')).toMatchObject([
    { job: 'live-seller', level: 5, part: 'theory', item: '职业道德', percent: 40, page: '12', origin: 'own' },
    { percent: 60 },
  ])
  const bad: [string, string, object][] = [
    [weights(['直播销售员,五级,理论,职业道德,90,2021年版,']), 'training.weights-not-100', { file: 'w.csv' }],
    [
      weights(['主播,五级,理论,职业道德,100,2021年版,']),
      'training.weights-bad-value',
      { row: 2, column: 'job', value: '主播' },
    ],
    [weights([]), 'training.weights-empty', { file: 'w.csv' }],
    ['工种,等级\r\n选品员,五级', 'training.weights-no-column', { file: 'w.csv' }],
  ]
  for (const [text, code, where] of bad) {
    await expect(desk.call('training.importWeights', { token: desk.give('w.csv', text) })).rejects.toMatchObject({
      code,
      where,
    })
  }
  expect(await desk.call('training.occupation', {})).toEqual(read)
})

test('a weight table saved by a Chinese spreadsheet is read in its own encoding', async () => {
  const desk = await openOwnDesk()
  // 工种,等级,部分,项目,百分比,版本 / 选品员,五级,技能,选品,100,2021 in GB 18030.
  const bytes = Buffer.from(
    'b9a4d6d62cb5c8bcb62cb2bfb7d62ccfeec4bf2cb0d9b7d6b1c82cb0e6b1be0ad1a1c6b7d4b12ccee5bcb62cbcbcc4dc2cd1a1c6b72c3130302c323032310a',
    'hex',
  )
  await desk.call('training.importWeights', { token: desk.give('w.csv', bytes) })
  const { rows } = await desk.call('training.occupation', {})
  expect(rows.at(-1)).toMatchObject({ job: 'selector', part: 'skill', item: '选品', percent: 100 })
})

test('a goal is kept, and the plan says what is missing and by which rows', async () => {
  const desk = await openOwnDesk()
  await desk.call('training.saveGoal', { ...target, tradeSince: '2025-01-01' })
  await desk.call('training.saveRecord', { ...lesson, ...target })
  const plan = await desk.call('training.plan', {})
  expect(plan.goal).toEqual({ partyId: desk.self, ...target, tradeSince: '2025-01-01' })
  expect(plan.plan?.hours).toMatchObject({ neededMinutes: 5400, doneMinutes: 90, missingMinutes: 5310 })
  expect(plan.rows.map(({ id }) => id)).toContain(plan.plan?.hours.rowId)
  await expect(
    desk.call('training.saveGoal', { job: 'platform-manager', level: 1, tradeSince: null }),
  ).rejects.toMatchObject({ code: 'training.level-not-offered' })
})

test('days not to be missed: certificates that expire and the year’s training until it is logged', async () => {
  const desk = await openOwnDesk('2026-11-25')
  const certificate = await desk.call('training.saveCertificate', {
    title: '健康证',
    issuedOn: '2025-12-20',
    expiresOn: '2026-12-19',
    remindDays: 30,
  })
  expect((await desk.call('training.dates', {})).dates).toEqual([
    {
      id: `certificate:${certificate.id}`,
      kind: 'certificate-expiry',
      date: '2026-12-19',
      remindFrom: '2026-11-19',
      params: { title: '健康证', name: '林小满' },
      lawIds: [],
      partyId: desk.self,
    },
    expect.objectContaining({ id: 'yearly:2026', kind: 'yearly', date: '2026-12-31', lawIds: ['live-10'] }),
  ])
  await desk.call('training.saveRecord', { ...lesson, kind: 'yearly' })
  expect((await desk.call('training.dates', {})).dates.map(({ kind }) => kind)).toEqual(['certificate-expiry'])
})

test('the roster is everyone whom one pays, with hours, what is missing and what expires', async () => {
  const desk = await openDesk()
  const agency = await desk.call('parties.save', { kind: 'organisation', name: '云播', isSelf: true })
  await desk.call('app.saveSettings', { roles: ['agency'], selfPartyId: agency.id })
  const people = []
  for (const name of ['李四', '张三']) {
    const { id } = await desk.call('parties.save', { kind: 'person', name })
    await desk.call('contracts.saveAgreement', { payerId: agency.id, payeeId: id, from: '2026-01-01' })
    people.push(id)
  }
  await desk.call('parties.save', { kind: 'person', name: '路人' })
  const partyId = people[0] ?? ''
  await desk.call('training.saveRecord', { ...lesson, partyId, kind: 'agency' })
  await desk.call('training.saveRecord', { ...lesson, partyId, date: '2025-06-10' })
  await desk.call('training.saveCertificate', {
    partyId,
    title: '健康证',
    issuedOn: '2025-07-01',
    expiresOn: '2026-07-01',
  })
  const roster = await desk.call('training.roster', {})
  expect(
    roster.people.map(({ person, minutes, yearMinutes, expiring }) => [
      person.name,
      minutes,
      yearMinutes,
      expiring.length,
    ]),
  ).toEqual([
    ['李四', 180, 90, 1],
    ['张三', 0, 0, 0],
  ])
  const stateOf = (at: number) =>
    Object.fromEntries(roster.people[at]?.required.map(({ kind, state }) => [kind, state]) ?? [])
  expect(stateOf(0)).toMatchObject({ agency: 'done', yearly: 'open' })
  expect(stateOf(1)).toMatchObject({ agency: 'advised' })
  const { file } = await desk.call('training.exportRoster', {})
  const book = await readXlsx(readFileSync(resolveOutgoing(desk.dataDir, file.token).path))
  expect(book.sheets[0]?.rows.map((row) => [row[0], row[1], row[2]])).toEqual([
    ['姓名', '分钟', '学时'],
    ['李四', 180, 4],
    ['张三', 0, 0],
  ])
})

test('the exported record has totals equal to its rows, as workbook and as paper with one hash', async () => {
  const desk = await openOwnDesk()
  for (const [at, minutes] of [90, 45, 31].entries()) {
    await desk.call('training.saveRecord', {
      ...lesson,
      ...(at === 0 ? target : {}),
      minutes,
      date: `2026-06-0${at + 1}`,
      skills: ['Y1'],
    })
  }
  await desk.call('training.saveAssessment', { date: '2026-06-05', part: 'theory', score: 88, kind: 'mock' })
  const period = { from: '2026-06-02', to: '2026-06-30' }
  const made = await desk.call('training.exportRecord', { ...period, format: 'xlsx' })
  const book = await readXlsx(readFileSync(resolveOutgoing(desk.dataDir, made.file.token).path))
  const rows = book.sheets[0]?.rows ?? []
  expect(rows.map((row) => row[2])).toEqual(['分钟', 45, 31, 76])
  expect(rows[1]?.[10]).toBe('直播流程与脚本')
  // A mock paper is no assessment.
  expect(book.sheets[3]?.rows).toHaveLength(1)
  const html = await desk.call('training.exportRecord', { ...period, format: 'html' })
  expect(html.text).toContain('培训记录')
  expect(html.text).toContain(made.dataSha256.slice(0, 16))
  expect(html.text).not.toMatch(/training-paper:|\{\{|undefined/)
  expect(html.dataSha256).toBe(made.dataSha256)
  const pdf = await desk.call('training.exportRecord', { ...period, format: 'pdf' })
  const { path, name } = resolveOutgoing(desk.dataDir, pdf.file.token)
  expect(name).toBe('培训记录-林小满-2026-06-02至2026-06-30.pdf')
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
  expect(existsSync(join(desk.dataDir, 'outgoing'))).toBe(true)
  await expect(
    desk.call('training.exportRecord', { from: '2026-06-30', to: '2026-06-01', format: 'html' }),
  ).rejects.toMatchObject({ code: 'training.ends-before-start' })
})

test('only the chosen trainings go into a record that is to be evidence', async () => {
  const desk = await openOwnDesk()
  const first = await desk.call('training.saveRecord', lesson)
  await desk.call('training.saveRecord', { ...lesson, topic: '另一次' })
  const made = await desk.call('training.exportRecord', {
    from: '2026-01-01',
    to: '2026-12-31',
    recordIds: [first.id],
    format: 'html',
  })
  expect(made.text).toContain('直播流程与脚本')
  expect(made.text).not.toContain('另一次')
})
