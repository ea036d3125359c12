import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { App, ConfigProvider } from 'antd'
import { beforeEach, expect, test } from 'vitest'
import { TrainingScreen } from '../../../renderer/training/training-screen.tsx'
import { planTraining } from '../../../shared/training/plan.ts'
import type { Certificate, TrainingRecord } from '../../../shared/training/records.ts'
import { mapSkills } from '../../../shared/training/skill-map.ts'
import { sumTraining } from '../../../shared/training/totals.ts'
import type { Overview, PlanView, Roster } from '../../../shared/training/views.ts'
import { assessment, certificate, idOf, occupation, training } from '../../shared/training/training-fixture.ts'
import { fakeHost, resetApp, someStatus } from '../fake-host.ts'

const self = idOf(900)
const words = { zh: '互联网营销师', en: 'Internet marketer' }

function roll(at: number, name: string): Roster['people'][number] {
  return {
    person: { id: idOf(at), name, isSelf: false },
    minutes: 90,
    yearMinutes: 90,
    required: [],
    expiring: [],
    warnings: 0,
  }
}

interface Log {
  records?: TrainingRecord[]
  certificates?: Certificate[]
  overview?: Partial<Overview>
  plan?: Partial<PlanView>
}

function openTraining(hash: string, { records = [], certificates = [], overview, plan }: Log = {}) {
  const totals = sumTraining(records)
  const host = fakeHost({
    'parties.list': () => ({ parties: [] }),
    'training.overview': ({ year }) => ({
      person: { id: self, name: '林小满', isSelf: true },
      year: year ?? 2026,
      lessonMinutes: 45,
      totals,
      yearTotals: totals,
      required: [],
      warnings: [],
      firstStreamOn: null,
      ...overview,
    }),
    'training.listRecords': () => ({ records, evidence: [] }),
    'training.listCertificates': () => ({ certificates, evidence: [] }),
    'training.listAssessments': () => ({
      assessments: [assessment(40), assessment(41, { kind: 'mock', score: 95 })],
      evidence: [],
    }),
    'training.occupation': () => ({
      name: words,
      code: '4-01-06-02',
      edition: words,
      rows: occupation,
      replaced: [],
      weightFaults: [],
    }),
    'training.plan': () => ({
      person: { id: self, name: '林小满', isSelf: true },
      goal: null,
      lessonMinutes: 45,
      plan: null,
      rows: [],
      ...plan,
    }),
    'training.skillMap': ({ view }) => ({ ...mapSkills(occupation, records, view), lessonMinutes: 45 }),
    'training.history': () => ({ changes: [{ replacedAt: '2026-06-02T04:00:00.000Z', before: { minutes: 60 } }] }),
    'training.saveRecord': () => training(1),
    'training.saveRecordForMany': ({ partyIds }) => ({ ids: partyIds }),
    'training.roster': () => ({
      year: 2026,
      lessonMinutes: 45,
      people: [roll(1, '李大山'), roll(2, '王麦')],
    }),
    'training.saveCertificate': () => certificate(1),
    'training.saveGoal': () => ({ partyId: self, job: 'live-seller', level: 5, tradeSince: null }),
    'training.saveOccupationRow': () => ({}),
    'training.voidRecord': () => training(1),
  })
  location.hash = hash
  render(
    <ConfigProvider button={{ autoInsertSpace: false }}>
      <App>
        <TrainingScreen />
      </App>
    </ConfigProvider>,
  )
  return { ...host, user: userEvent.setup() }
}

beforeEach(() =>
  resetApp({ ...someStatus, settings: { ...someStatus.settings, roles: ['streamer'], selfPartyId: self } }),
)

test('an empty log says what it is for and opens the form with its one button', async () => {
  const { user, asked } = openTraining('#/training')
  await user.click(await screen.findByRole('button', { name: '记第一次培训' }))
  const dialog = await screen.findByRole('dialog', { name: '记一次培训' })
  await user.click(within(dialog).getByRole('button', { name: '保存' }))
  expect(within(dialog).getByText('请写一句学了什么。')).toBeInTheDocument()
  expect(asked.some(({ name }) => name === 'training.saveRecordForMany')).toBe(false)
  await user.type(within(dialog).getByRole('textbox', { name: '学了什么' }), '选品实操')
  await user.type(within(dialog).getByRole('textbox', { name: '开始时间（可不填）' }), '19：30')
  await user.click(within(dialog).getByRole('button', { name: '保存' }))
  await waitFor(() =>
    expect(asked.find(({ name }) => name === 'training.saveRecordForMany')?.input).toMatchObject({
      partyIds: [self],
      topic: '选品实操',
      startTime: '19:30',
      minutes: 90,
      kind: 'other',
      job: null,
      level: null,
    }),
  )
})

test('a training that a rule asks for is logged from its line, as that kind', async () => {
  const required: Overview['required'] = [
    { kind: 'yearly', year: 2026, state: 'open', dueOn: '2026-12-31', lawId: 'live-10', recordIds: [] },
  ]
  const { user } = openTraining('#/training', { overview: { required } })
  expect(await screen.findByText('《直播电商监督管理办法》（总局、网信办令第117号）第十条')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: '记一次 平台年度培训' }))
  const dialog = await screen.findByRole('dialog', { name: '记一次培训' })
  expect(within(dialog).getByText('平台每年对主播的培训')).toBeInTheDocument()
})

test('a row opens the training with what it was before, and it can be voided with a reason', async () => {
  const { user, asked } = openTraining('#/training', { records: [training(1, { topic: '直播流程', minutes: 90 })] })
  await user.click(await screen.findByRole('button', { name: '打开“直播流程”' }))
  const panel = await screen.findByRole('complementary', { name: '直播流程' })
  await user.click(await within(panel).findByRole('button', { name: '改过 1 次' }))
  expect(within(panel).getByText('60')).toBeInTheDocument()
  await user.click(within(panel).getByRole('button', { name: '作废' }))
  const dialog = await screen.findByRole('dialog', { name: '作废这次培训' })
  await user.type(within(dialog).getByRole('textbox'), '记重了')
  await user.click(within(dialog).getByRole('button', { name: '作废' }))
  await waitFor(() =>
    expect(asked.find(({ name }) => name === 'training.voidRecord')?.input).toEqual({ id: idOf(1), reason: '记重了' }),
  )
})

test('what would not stand up is said with its figures', async () => {
  const warnings: Overview['warnings'] = [
    { code: 'long-day', date: '2026-03-06', ids: [idOf(1)], params: { minutes: 405, lesson: 45 } },
  ]
  openTraining('#/training', { records: [training(1)], overview: { warnings } })
  expect(await screen.findByText(/这一天记了\s405\s分钟，超过/)).toBeInTheDocument()
})

test('without a goal the plan asks for one; with one it says what is missing and on what basis', async () => {
  const { user, asked } = openTraining('#/training/plan')
  await user.click(await screen.findByRole('button', { name: '定下来' }))
  await waitFor(() =>
    expect(asked.find(({ name }) => name === 'training.saveGoal')?.input).toEqual({
      partyId: self,
      job: 'live-seller',
      level: 5,
      tradeSince: null,
    }),
  )
})

test('the plan shows hours, ways in and parts, each with where its figure comes from', async () => {
  const goal = { partyId: self, job: 'live-seller' as const, level: 5 as const, tradeSince: null }
  const records = [training(1, { minutes: 5399 })]
  const facts = { goal, records, certificates: [], assessments: [], occupation, asOf: '2026-06-15' }
  openTraining('#/training/plan', { records, plan: { goal, plan: planTraining(facts), rows: occupation } })
  const hours = await screen.findByRole('region', { name: '学时' })
  expect(hours).toHaveTextContent(/119.9 \/ 120/)
  expect(hours).toHaveTextContent(/还差\s0.1\s学时/)
  expect(hours).toHaveTextContent('官方')
  const ways = screen.getByRole('region', { name: '报名条件（满足一条即可）' })
  expect(within(ways).getAllByText('地方')).toHaveLength(3)
  expect(screen.getByText('以上是按手头的资料对照的，报名前请与评价机构核对。')).toBeInTheDocument()
})

test('the skill map is a picture with its figures in words', async () => {
  openTraining('#/training/plan', { records: [training(1, { minutes: 90, skills: ['B1', 'L5'] })] })
  const picture = await screen.findByRole('img', { name: /共同基础\s1 \/ 20\s学时/ })
  expect(picture).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '存为 PNG' })).toBeInTheDocument()
})

test('certificates say when they end, assessments whether they passed, and practice counts as no pass', async () => {
  openTraining('#/training/certificates', {
    certificates: [certificate(1, { title: '健康证', expiresOn: '2020-01-01', issuedOn: '2019-01-01' })],
  })
  expect(await screen.findByText('已过期')).toBeInTheDocument()
  expect(await screen.findByText('通过')).toBeInTheDocument()
  expect(screen.getByText('模拟，不算通过')).toBeInTheDocument()
})

test('a certificate is saved with its reminder', async () => {
  const { user, asked } = openTraining('#/training/certificates')
  await user.click(await screen.findByRole('button', { name: '记一张证书' }))
  const dialog = await screen.findByRole('dialog', { name: '记一张证书' })
  await user.click(within(dialog).getByRole('button', { name: '保存' }))
  expect(within(dialog).getByText('请写证书的名称。')).toBeInTheDocument()
  expect(within(dialog).getByText('请填发证日期。')).toBeInTheDocument()
  await user.type(within(dialog).getByRole('textbox', { name: '证书名称' }), '健康证')
  await user.type(within(dialog).getByRole('textbox', { name: '发证日期' }), '2026-01-05{Enter}')
  await waitFor(() =>
    expect(asked.find(({ name }) => name === 'training.saveCertificate')?.input).toMatchObject({
      title: '健康证',
      issuedOn: '2026-01-05',
      expiresOn: null,
      remindDays: 60,
    }),
  )
})

test('the standard keeps origins apart and takes a row of one’s own with its source', async () => {
  const { user, asked } = openTraining('#/training/standard')
  const section = await screen.findByRole('region', { name: '培训学时' })
  expect(within(section).getAllByText('官方')).toHaveLength(5)
  expect(screen.getByText(/没有查到可靠的权重表/)).toBeInTheDocument()
  await user.click(within(section).getByRole('button', { name: /改成我的 五级/ }))
  const dialog = await screen.findByRole('dialog', { name: '我的一行：培训学时' })
  const hours = within(dialog).getByRole('spinbutton', { name: '学时' })
  await user.clear(hours)
  await user.type(hours, '130')
  await user.click(within(dialog).getByRole('button', { name: '保存' }))
  expect(within(dialog).getByText('请填完整，数字要是整数。')).toBeInTheDocument()
  await user.type(within(dialog).getByRole('textbox', { name: /来源/ }), '2027 年版第 3 页')
  await user.click(within(dialog).getByRole('button', { name: '保存' }))
  await waitFor(() =>
    expect(asked.find(({ name }) => name === 'training.saveOccupationRow')?.input).toMatchObject({
      row: { id: 'hours-5', hours: 130, origin: 'own', source: { zh: '2027 年版第 3 页' } },
    }),
  )
})

test('the roster has its tab for those who pay, and not for a streamer', async () => {
  openTraining('#/training')
  expect(await screen.findByRole('tab', { name: '计划' })).toBeInTheDocument()
  expect(screen.queryByRole('tab', { name: '名册' })).not.toBeInTheDocument()
})

test('an agency logs one training for everyone it chose from the roster', async () => {
  resetApp({ ...someStatus, settings: { ...someStatus.settings, roles: ['agency'], selfPartyId: self } })
  const { user, asked } = openTraining('#/training/roster')
  await user.click(await screen.findByRole('checkbox', { name: '全选' }))
  await user.click(screen.getByRole('checkbox', { name: '选中 王麦' }))
  await user.click(screen.getByRole('checkbox', { name: '选中 王麦' }))
  await user.click(screen.getByRole('button', { name: /给选中的\s2\s人记一次培训/ }))
  const dialog = await screen.findByRole('dialog', { name: /给\s2\s个人记同一次培训/ })
  await user.type(within(dialog).getByRole('textbox', { name: '学了什么' }), '禁语')
  await user.click(within(dialog).getByRole('button', { name: '保存' }))
  await waitFor(() =>
    expect(asked.find(({ name }) => name === 'training.saveRecordForMany')?.input).toMatchObject({
      partyIds: [idOf(1), idOf(2)],
      kind: 'agency',
      topic: '禁语',
    }),
  )
})

test('while it is not known who one is, the place asks for that first', async () => {
  resetApp(someStatus)
  openTraining('#/training')
  expect(await screen.findByText('还不知道你是谁')).toBeInTheDocument()
})
