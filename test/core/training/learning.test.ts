import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { callCore, type Core } from '../../../electron/core/core.ts'
import { listLessons } from '../../../electron/core/training/learning-lessons.ts'
import { appRoot } from '../../../electron/app-root.ts'
import { shanghaiDate } from '../../../shared/calendar.ts'
import type { CallName, Input, Output } from '../../../shared/contract.ts'
import type { BoanError } from '../../../shared/errors.ts'
import { catalogues } from '../../../shared/i18n/catalogues.ts'
import { type IndicatorAnswer, indicatorIds } from '../../../shared/training/indicators.ts'
import { openTempCore } from '../temp-core.ts'

const noId = '01980000-0000-7000-8000-000000000000'

function asking(core: Core) {
  return <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => callCore(core, name, input)
}

/** The code of the failure; one of lessons must have its sentence. */
async function codeOf(promise: Promise<unknown>): Promise<string> {
  const code: string = await promise.then(
    () => 'none',
    (error: BoanError) => error.code,
  )
  const name = code.replace(/^lessons\./, '')
  return name === code || name in catalogues.zh.lessons.errors ? code : `${code} without a sentence`
}

/** Base pay of a month since March: cycles that are due without a single imported line. */
async function personWithAgreement(core: Core) {
  const ask = asking(core)
  const me = await ask('parties.save', { kind: 'person', name: '林小满', isSelf: true })
  await ask('app.saveSettings', { selfPartyId: me.id })
  const payer = await ask('parties.save', { kind: 'organisation', name: '云播公司' })
  const agreement = await ask('contracts.saveAgreement', {
    title: '云播 · 底薪',
    payerId: payer.id,
    payeeId: me.id,
    from: '2026-03-01',
    version: {
      from: '2026-03-01',
      terms: {
        relation: 'civil',
        amountsAre: 'gross',
        cycle: 'month',
        due: { dayOfMonth: 15, monthsAfter: 1 },
        base: { amountFen: 300_000, per: 'month' },
      },
    },
  })
  return { ask, me, agreement }
}

const rightAnswers = (id: string): Record<string, string[]> =>
  Object.fromEntries(
    (listLessons().find((lesson) => lesson.id === id)?.quiz ?? []).map((question) => [
      question.id,
      question.options.filter((option) => option.right).map((option) => option.id),
    ]),
  )

test('reading and a quiz are kept, and the best of all tries counts', async () => {
  const ask = asking(openTempCore())
  expect((await ask('training.lessons', {})).lessons[0]).toMatchObject({ id: 'b1', readAt: null, bestScore: null })
  await ask('training.markLessonRead', { id: 'b1' })
  const answers = rightAnswers('b1')
  expect(await ask('training.answerQuiz', { id: 'b1', answers })).toMatchObject({ right: 5, score: 100, passed: true })
  const worse = { ...answers, q1: ['a'], q2: ['a'], q4: ['a'] }
  expect(await ask('training.answerQuiz', { id: 'b1', answers: worse })).toMatchObject({ score: 40, passed: false })
  const { progress, attempts } = await ask('training.lesson', { id: 'b1' })
  expect(progress).toMatchObject({ bestScore: 100, passed: true })
  expect(progress.readAt).not.toBeNull()
  expect(attempts.map(({ score }) => score)).toEqual([40, 100])
  await ask('training.markLessonRead', { id: 'b1', read: false })
  expect((await ask('training.lesson', { id: 'b1' })).progress.readAt).toBeNull()
})

test('a lesson that is not there and an answer to a question of another quiz are refused', async () => {
  const ask = asking(openTempCore())
  expect(await codeOf(ask('training.lesson', { id: 'x9' }))).toBe('lessons.not-found')
  expect(await codeOf(ask('training.answerQuiz', { id: 'b1', answers: { other: ['a'] } }))).toBe(
    'lessons.unknown-question',
  )
})

test('a month counts as practice only once it is confirmed, and can be taken back', async () => {
  const { ask, agreement } = await personWithAgreement(openTempCore())
  const task = { kind: 'cycle', subjectId: agreement.id, cycle: '2026-03', note: '差额为零' } as const
  expect(await codeOf(ask('training.saveLessonTask', { lessonId: 'b4', task }))).toBe('lessons.not-confirmed')
  await ask('earnings.confirmCycle', { agreementId: agreement.id, cycle: '2026-03', confirmed: true })
  const done = await ask('training.saveLessonTask', { lessonId: 'b4', task })
  expect(done).toMatchObject({ subjectTitle: '云播 · 底薪', cycles: ['2026-03'], note: '差额为零' })
  expect((await ask('training.lesson', { id: 'b4' })).progress.taskDoneOn).toBe(done.doneOn)
  await ask('training.voidLessonTask', { id: done.id, reason: '记错了' })
  const { progress, tasks } = await ask('training.lesson', { id: 'b4' })
  expect(progress.taskDoneOn).toBeNull()
  expect(tasks[0]).toMatchObject({ id: done.id, voidReason: '记错了' })
  await ask('training.restoreLessonTask', { id: done.id })
  expect((await ask('training.lesson', { id: 'b4' })).progress.taskDoneOn).toBe(done.doneOn)
  expect(await codeOf(ask('training.voidLessonTask', { id: noId, reason: 'x' }))).toBe('lessons.task-not-found')
})

test('a demand letter is practised on a month in which something is owed', async () => {
  const { ask, agreement } = await personWithAgreement(openTempCore())
  const letter = (cycle: string) =>
    ask('training.saveLessonTask', {
      lessonId: 'l5',
      task: { kind: 'letter', subjectId: agreement.id, cycles: [cycle], note: '' },
    })
  expect(await letter('2026-03')).toMatchObject({ cycles: ['2026-03'] })
  const { row } = await ask('earnings.cycle', { agreementId: agreement.id, cycle: '2026-04', asOf: '2026-11-24' })
  await ask('earnings.savePayment', {
    date: '2026-05-15',
    payerId: agreement.payer.id,
    amountFen: row.expectedFen,
    allocations: [{ agreementId: agreement.id, cycle: '2026-04', amountFen: row.expectedFen }],
  })
  expect(await codeOf(letter('2026-04'))).toBe('lessons.nothing-owed')
  expect(await codeOf(letter('2019-01'))).toBe('earnings.cycle-not-found')
})

test('marks of a contract that say where must say what, and belong to an agreement that counts', async () => {
  const { ask, agreement } = await personWithAgreement(openTempCore())
  const absent = { state: 'absent', words: '' } as const
  const marks = { split: absent, term: absent, exclusive: absent, penalty: absent, account: absent, leaving: absent }
  const mark = (split: { state: 'found' | 'absent'; words: string }) =>
    ask('training.saveLessonTask', {
      lessonId: 'b5',
      task: { kind: 'marks', subjectId: agreement.id, marks: { ...marks, split }, note: '' },
    })
  expect(await codeOf(mark({ state: 'found', words: '' }))).toBe('lessons.marks-incomplete')
  const done = await mark({ state: 'found', words: '第四条：净销售额的 5%' })
  expect(done.details).toMatchObject({ marks: { split: { words: '第四条：净销售额的 5%' } } })
  await ask('contracts.voidAgreement', { id: agreement.id, reason: '录错了' })
  expect(await codeOf(mark({ state: 'absent', words: '' }))).toBe('lessons.subject-voided')
})

test('the subjects of a stream are named for a session that is there; an agency may be missing', async () => {
  const ask = asking(openTempCore())
  const session = await ask('earnings.saveSession', {
    start: '2026-09-01T11:30:00.000Z',
    end: '2026-09-01T14:00:00.000Z',
    platform: 'douyin',
    account: 'xiaoman2019',
  })
  const name = (subjectId: string, streamer: string) =>
    ask('training.saveLessonTask', {
      lessonId: 'l2',
      task: {
        kind: 'session',
        subjectId,
        subjects: { platform: '抖音', operator: '云播', streamer, agency: '' },
        note: '资料在云盘',
      },
    })
  expect(await codeOf(name(session.id, ''))).toBe('lessons.subjects-missing')
  expect(await codeOf(name(noId, '小满'))).toBe('lessons.session-not-found')
  expect(await name(session.id, '小满')).toMatchObject({ subjectTitle: '2026-09-01 xiaoman2019' })
})

test('a statement that is explained must be one of orders', async () => {
  const core = openTempCore()
  const ask = asking(core)
  const samples = join(appRoot, 'resources', 'samples')
  const take = async (folder: string, name: string): Promise<string> => {
    const file = core.takeIn({ path: join(samples, folder, name), name })
    const { files } = await ask('earnings.previewStatements', { files: [{ file }] })
    const plans = files.flatMap((one) => (one.ok ? [{ planId: one.preview.planId }] : []))
    const { statements } = await ask('earnings.importStatements', { plans })
    return String(statements[0]?.statementId)
  }
  const explain = (subjectId: string) =>
    ask('training.saveLessonTask', {
      lessonId: 'b1',
      task: { kind: 'statement', subjectId, note: '到手比销售额少，是因为退款和佣金率。' },
    })
  const orders = await take('statements', '微信小店订单_20261101.csv')
  expect(await explain(orders)).toMatchObject({ subjectId: orders, subjectTitle: '微信小店订单_20261101.csv' })
  expect(await codeOf(explain(await take('statements', '抖音直播场次_20261101.csv')))).toBe('lessons.not-orders')
  await ask('earnings.voidStatement', { statementId: orders, reason: '导错了' })
  expect(await codeOf(explain(orders))).toBe('lessons.subject-voided')
})

test('a task of another lesson and a day that lies ahead are refused', async () => {
  const { ask, agreement } = await personWithAgreement(openTempCore())
  const task = { kind: 'indicators', subjectId: agreement.id, note: '' } as const
  expect(await codeOf(ask('training.saveLessonTask', { lessonId: 'b1', task }))).toBe('lessons.other-task')
  const ahead = ask('training.saveLessonTask', { lessonId: 'l4', doneOn: '2999-01-01', task })
  expect(await codeOf(ahead)).toBe('lessons.bad-date')
})

test('the table of signs is kept answer by answer, needs all of them for the task, and prints without a verdict', async () => {
  const core = openTempCore()
  const { ask, agreement } = await personWithAgreement(core)
  const agreementId = agreement.id
  const evidencePath = join(appRoot, 'resources', 'samples', 'evidence', '微信聊天_财务小周.png')
  const token = core.takeIn({ path: evidencePath, name: '排班表.png' })
  const evidence = await ask('disputes.addEvidence', { token })
  const first: IndicatorAnswer = {
    indicator: 'fixed-hours',
    answer: 'yes',
    evidenceIds: [evidence.id],
    note: '每天打卡',
  }
  await ask('training.saveIndicators', { agreementId, answers: [first] })
  await ask('training.saveIndicators', { agreementId, answers: [{ ...first, answer: 'no' }] })
  expect(await ask('training.indicators', { agreementId })).toMatchObject({
    answers: [{ ...first, answer: 'no' }],
    evidence: [{ id: evidence.id, title: '排班表' }],
  })
  const practise = () =>
    ask('training.saveLessonTask', { lessonId: 'l4', task: { kind: 'indicators', subjectId: agreementId, note: '' } })
  expect(await codeOf(practise())).toBe('lessons.indicators-incomplete')
  const rest = indicatorIds
    .slice(1)
    .map((indicator) => ({ indicator, answer: 'unknown' as const, evidenceIds: [], note: '' }))
  await ask('training.saveIndicators', { agreementId, answers: rest })
  expect(await practise()).toMatchObject({ doneOn: shanghaiDate(new Date().toISOString()) })
  const strange = [{ ...first, evidenceIds: [noId] }]
  expect(await codeOf(ask('training.saveIndicators', { agreementId, answers: strange }))).toBe(
    'lessons.evidence-not-found',
  )
  for (const format of ['pdf', 'docx'] as const) {
    const file = await ask('training.renderIndicators', { agreementId, format })
    expect(file.name).toBe(`用工情况事实表-云播 · 底薪.${format}`)
    const bytes = readFileSync(core.outgoing(file.token).path)
    expect(bytes.subarray(0, 4).toString('latin1')).toBe(format === 'pdf' ? '%PDF' : 'PK\u0003\u0004')
  }
})

test('a lesson’s time stands in the training log and counts for the lesson until the record is voided', async () => {
  const { ask, me } = await personWithAgreement(openTempCore())
  const record = await ask('training.saveRecord', {
    partyId: me.id,
    date: '2026-11-24',
    minutes: 25,
    kind: 'other',
    topic: 'B1 职业与收入',
    skills: ['B1'],
  })
  await ask('training.noteLessonRecord', { lessonId: 'b1', recordId: record.id })
  expect((await ask('training.lesson', { id: 'b1' })).progress.loggedMinutes).toBe(25)
  await ask('training.voidRecord', { id: record.id, reason: '记错了' })
  expect((await ask('training.lesson', { id: 'b1' })).progress.loggedMinutes).toBe(0)
  expect(await codeOf(ask('training.noteLessonRecord', { lessonId: 'b1', recordId: noId }))).toBe(
    'lessons.record-not-found',
  )
})

test('a practice paper has twenty questions of the lessons, the same for the same number', async () => {
  const ask = asking(openTempCore())
  const { questions } = await ask('training.mockPaper', { number: 7 })
  expect(questions).toHaveLength(20)
  expect(await ask('training.mockPaper', { number: 7 })).toEqual({ questions })
})
