import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { LearnPlace } from '../../../renderer/training/learn/index.ts'
import { Surroundings } from '../../../renderer/shell/surroundings.tsx'
import type { CallName } from '../../../shared/contract.ts'
import { indicatorIds } from '../../../shared/training/indicators.ts'
import { fakeHost, resetApp, someStatus } from '../fake-host.ts'
import { agreementId, lessonAnswers, lessonRow, recordId, selfId, shippedLesson, someId } from './learn-fixture.ts'

type Answers = Parameters<typeof fakeHost>[0]

function open(place: string, answers: Answers) {
  resetApp({ ...someStatus, settings: { ...someStatus.settings, selfPartyId: selfId } })
  const host = fakeHost(answers)
  location.hash = place === '' ? '#/training/learn' : `#/training/learn/${place}`
  render(
    <Surroundings>
      <LearnPlace />
    </Surroundings>,
  )
  return host
}

/** A lesson is a long page: finding by role takes its time on a busy machine. */
const patient = { timeout: 20_000 }

const inputsOf = (asked: { name: string; input: unknown }[], name: CallName): unknown[] =>
  asked.filter((call) => call.name === name).map((call) => call.input)

const b1 = shippedLesson('b1')
const b5 = shippedLesson('b5')
const l4 = shippedLesson('l4')
const l5 = shippedLesson('l5')

test('the list tells in words what of each lesson is done, and each leads to its page', async () => {
  const rows = [
    lessonRow(b1, { readAt: '2026-11-24T08:00:00.000Z', bestScore: 80, passed: true, taskDoneOn: '2026-11-24' }),
    lessonRow(l4, { bestScore: 40 }),
  ]
  open('', { 'training.lessons': () => ({ lessons: rows }) })
  const base = await screen.findByRole('region', { name: '公共基础' })
  expect(within(base).getByText('测验 80 分')).toBeInTheDocument()
  expect(within(base).getByRole('link', { name: '职业与收入' })).toHaveAttribute('href', '#/training/learn/b1')
  const law = screen.getByRole('region', { name: '规范与法律' })
  expect(within(law).getByText('还没读')).toBeInTheDocument()
  expect(within(law).getByText(/40.*60.*通过/)).toBeInTheDocument()
  expect(screen.getByText(/学完\s1\s课/)).toBeInTheDocument()
})

test('a lesson shows its goal, its figure to the fen, and marks that name the law', async () => {
  open('b1', lessonAnswers(b1))
  const lesson = await screen.findByRole('article', { name: '职业与收入' }, patient)
  expect(within(lesson).getByText(/逐行看懂自己的一张结算单/)).toBeInTheDocument()
  const due = within(lesson).getByRole('row', { name: /这个月应得/ })
  expect(within(due).getByRole('cell', { name: '¥693.26' })).toBeInTheDocument()
  expect(within(lesson).getAllByRole('button', { name: /直播电商监督管理办法.*第二条/ }).length).toBeGreaterThan(0)
  expect(screen.queryByText(/\{\{/)).not.toBeInTheDocument()
})

test('reading to the end is noted by the person', async () => {
  const { asked } = open('b1', lessonAnswers(b1))
  await userEvent.click(await screen.findByRole('button', { name: '我读完了' }, patient))
  await waitFor(() => expect(inputsOf(asked, 'training.markLessonRead')).toEqual([{ id: 'b1' }]))
})

test('an answer is explained at once and stays; the quiz is handed in when all are checked, and can be taken again', async () => {
  const { asked } = open('b1', lessonAnswers(b1))
  const quiz = await screen.findByRole('region', { name: '测验' }, patient)
  const [first] = within(quiz).getAllByRole('button', { name: '看答案' })
  if (first === undefined) throw new Error('no question')
  await userEvent.click(first)
  expect(within(quiz).getByText('先选一个再看答案。')).toBeInTheDocument()
  expect(within(quiz).getByRole('button', { name: '交卷记分' })).toBeDisabled()
  for (const question of b1.quiz) {
    const item = within(quiz).getByText(new RegExp(question.kind === 'single' ? '单选' : '多选'), {
      selector: `li:nth-child(${b1.quiz.indexOf(question) + 1}) span`,
    })
    const card = item.closest('li')
    if (card === null) throw new Error('no card')
    const role = question.kind === 'single' ? 'radio' : 'checkbox'
    const boxes = within(card).getAllByRole(role)
    for (const [index, option] of question.options.entries()) {
      const box = boxes[index]
      if (option.right && box !== undefined) await userEvent.click(box)
    }
    await userEvent.click(within(card).getByRole('button', { name: '看答案' }))
    expect(within(card).getByText('答对了')).toBeInTheDocument()
    expect(within(card).getByText(/^依据：/)).toBeInTheDocument()
    expect(boxes[0]).toBeDisabled()
  }
  await userEvent.click(within(quiz).getByRole('button', { name: '交卷记分' }))
  const answers = Object.fromEntries(
    b1.quiz.map((question) => [question.id, question.options.filter(({ right }) => right).map(({ id }) => id)]),
  )
  await waitFor(() => expect(inputsOf(asked, 'training.answerQuiz')).toEqual([{ id: 'b1', answers }]))
  expect(await within(quiz).findByText(/这次.*100.*分/)).toBeInTheDocument()
  await userEvent.click(within(quiz).getByRole('button', { name: '再做一次' }))
  expect(within(quiz).getByRole('button', { name: '交卷记分' })).toBeDisabled()
})

test('without a statement the practice says so and leads to the import', async () => {
  open('b1', { ...lessonAnswers(b1), 'earnings.listStatements': () => ({ statements: [] }) })
  const practice = await screen.findByRole('region', { name: '练习' }, patient)
  expect(await within(practice).findByRole('link', { name: '去导入' }, patient)).toHaveAttribute('href', '#/import')
  expect(within(practice).queryByRole('button', { name: '记为做完' })).not.toBeInTheDocument()
})

const someEvidence = {
  id: someId,
  sha256: 'a'.repeat(64),
  title: '排班表',
  kind: 'screenshot' as const,
  source: '',
  takenBy: '',
  takenAt: null,
  purpose: '',
  originalPlace: '',
  originalHolder: 'me' as const,
  redactedOf: null,
  redaction: '',
  pages: 1,
  createdAt: '2026-11-24T08:00:00.000Z',
  voidedAt: null,
  voidReason: null,
  fileName: '排班表.png',
  mime: 'image/png',
  sizeBytes: 1000,
  marks: [],
  platformKeepsUntil: null,
  cases: [],
}

const someAgreement = {
  id: agreementId,
  title: '云播 · 底薪+阶梯',
  payer: { id: someId, name: '云播公司' },
  payee: { id: selfId, name: '林小满' },
  self: 'payee' as const,
  from: '2026-03-01',
  to: null,
  scope: {},
  note: '',
  createdAt: '2026-03-01T00:00:00.000Z',
  voidedAt: null,
  voidReason: null,
  versions: 1,
  terms: null,
}

async function choose(label: string, option: string): Promise<void> {
  await userEvent.click(await screen.findByRole('combobox', { name: label }, patient))
  await userEvent.click(await screen.findByTitle(option))
}

test('the six marks of a contract are all asked for, with words where it says so', async () => {
  const { asked } = open('b5', {
    ...lessonAnswers(b5),
    'contracts.listAgreements': () => ({ agreements: [someAgreement] }),
  })
  await choose('自己的一份约定', someAgreement.title)
  await userEvent.click(screen.getByRole('button', { name: '记为做完' }))
  expect(screen.getAllByText('写了、没写、写得不清楚，选一个。')).toHaveLength(6)
  for (const mark of ['期限和续签', '独家', '违约金', '账号和粉丝归谁', '怎么离开']) {
    await userEvent.click(within(screen.getByRole('group', { name: mark })).getByRole('radio', { name: '没写' }))
  }
  const split = screen.getByRole('group', { name: '分成和扣费' })
  await userEvent.click(within(split).getByRole('radio', { name: '写了' }))
  expect(within(split).getByText('写了的，请抄下第几条、怎么写的。')).toBeInTheDocument()
  await userEvent.type(within(split).getByRole('textbox'), '第四条')
  await userEvent.click(screen.getByRole('button', { name: '记为做完' }))
  const absent = { state: 'absent', words: '' }
  await waitFor(() =>
    expect(inputsOf(asked, 'training.saveLessonTask')).toEqual([
      {
        lessonId: 'b5',
        task: {
          kind: 'marks',
          subjectId: agreementId,
          marks: {
            split: { state: 'found', words: '第四条' },
            term: absent,
            exclusive: absent,
            penalty: absent,
            account: absent,
            leaving: absent,
          },
          note: '',
        },
      },
    ]),
  )
})

test('the table of signs tells how many are open, keeps what is answered and says that it gives no verdict', async () => {
  const { asked } = open('l4', {
    ...lessonAnswers(l4),
    'contracts.listAgreements': () => ({ agreements: [someAgreement] }),
    'training.indicators': () => ({ answers: [], evidence: [], updatedAt: null }),
    'training.saveIndicators': () => ({}),
    'disputes.listEvidence': () => ({ evidence: [someEvidence] }),
  })
  await choose('为哪一份约定填表', someAgreement.title)
  expect(screen.getByText(/不打分、不下结论/)).toBeInTheDocument()
  const hours = await screen.findByRole('group', { name: '上下班时间固定，或者要打卡考勤？' }, patient)
  expect(screen.getByText(new RegExp(`还有.${indicatorIds.length}.项没答`))).toBeInTheDocument()
  await userEvent.click(within(hours).getByRole('radio', { name: '是' }))
  expect(screen.getByText(new RegExp(`还有.${indicatorIds.length - 1}.项没答`))).toBeInTheDocument()
  await userEvent.click(within(hours).getByRole('button', { name: /^加证据/ }))
  await choose('从已有的证据里选', '排班表')
  await userEvent.click(screen.getByRole('button', { name: '保存表格' }))
  await waitFor(() =>
    expect(inputsOf(asked, 'training.saveIndicators')).toEqual([
      { agreementId, answers: [{ indicator: 'fixed-hours', answer: 'yes', evidenceIds: [someId], note: '' }] },
    ]),
  )
})

test('a lesson that is done offers its time to the training log, as the person says it was', async () => {
  const done = { readAt: '2026-11-24T08:00:00.000Z', bestScore: 80, passed: true, taskDoneOn: '2026-11-24' }
  const { asked } = open('l5', {
    ...lessonAnswers(l5, done),
    'training.saveRecord': (input) => ({
      id: recordId,
      partyId: selfId,
      date: '2026-11-24',
      startTime: null,
      minutes: input.minutes ?? 0,
      kind: 'other',
      topic: input.topic ?? '',
      provider: '',
      trainer: '',
      mode: 'online',
      job: null,
      level: null,
      skills: [],
      score: null,
      passMark: null,
      costFen: null,
      evidenceIds: [],
      voucherIds: [],
      note: '',
      createdAt: '2026-11-24T08:00:00.000Z',
      updatedAt: '2026-11-24T08:00:00.000Z',
      voidedAt: null,
      voidReason: null,
    }),
    'training.noteLessonRecord': () => ({}),
  })
  const minutes = await screen.findByLabelText('实际用了多少分钟', {}, patient)
  await userEvent.clear(minutes)
  await userEvent.type(minutes, '25')
  await userEvent.click(screen.getByRole('button', { name: '记进培训记录' }))
  await waitFor(() => expect(inputsOf(asked, 'training.noteLessonRecord')).toEqual([{ lessonId: 'l5', recordId }]))
  expect(inputsOf(asked, 'training.saveRecord')).toMatchObject([
    { partyId: selfId, minutes: 25, kind: 'other', skills: ['L5'] },
  ])
})

test('a lesson that is not done says what it still needs before it can be logged', async () => {
  open('b1', lessonAnswers(b1, { readAt: '2026-11-24T08:00:00.000Z' }))
  const log = await screen.findByRole('region', { name: '记进培训记录' }, patient)
  expect(within(log).getByText(/读完、测验通过、练习做过之后/)).toBeInTheDocument()
  expect(within(log).queryByRole('button')).not.toBeInTheDocument()
})

test('a practice paper is scored at its end and its score kept as a mock assessment', async () => {
  const [question] = b1.quiz
  if (question === undefined) throw new Error('no question')
  const { asked } = open('mock?number=7', {
    'training.mockPaper': () => ({ questions: [{ lessonId: 'b1', question, figure: b1.figure }] }),
    'training.saveAssessment': (input) => ({
      id: someId,
      partyId: selfId,
      kind: 'mock',
      date: '2026-11-24',
      job: null,
      level: null,
      part: 'theory',
      score: input.score ?? 0,
      passMark: 60,
      assessor: '',
      evidenceIds: [],
      note: '',
      createdAt: '2026-11-24T08:00:00.000Z',
      updatedAt: '2026-11-24T08:00:00.000Z',
      voidedAt: null,
      voidReason: null,
    }),
  })
  expect(await screen.findByText(/卷号.7/)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('radio', { name: /买家都付过了/ }))
  await userEvent.click(screen.getByRole('button', { name: '看答案' }))
  expect(screen.getByText('答错了')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '把成绩记入考评（模拟）' }))
  await waitFor(() =>
    expect(inputsOf(asked, 'training.saveAssessment')).toMatchObject([
      { partyId: selfId, kind: 'mock', part: 'theory', score: 0, passMark: 60 },
    ]),
  )
})
