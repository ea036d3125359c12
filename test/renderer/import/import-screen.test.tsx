import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { ImportScreen } from '../../../renderer/earnings/import/import-screen.tsx'
import { useImport } from '../../../renderer/earnings/import/import-store.ts'
import { Surroundings } from '../../../renderer/shell/surroundings.tsx'
import type { Output } from '../../../shared/contract.ts'
import { fakeHost, resetApp, someStatus } from '../fake-host.ts'
import { orderPreview, paymentPreview, planOf, someStatement } from './fixtures.ts'

type Answers = Parameters<typeof fakeHost>[0]
type Read = Output<'earnings.previewStatements'>['files'][number]

const noPresets = { presets: [], mappings: [] }
const counts = { accepted: 3113, repeated: 80, superseded: 0, rejected: 4, ignored: 17 }
const agreementId = planOf(70)

/** Files come in under tokens `token-1`, `token-2`, …; `answers` say what they are. */
function openScreen(answers: Answers) {
  let taken = 0
  vi.stubGlobal('fetch', async () => Response.json({ ok: true, value: { token: `token-${++taken}` } }))
  const host = fakeHost({
    'app.status': () => someStatus,
    'earnings.listPresets': () => noPresets,
    'earnings.listConflicts': () => ({ conflicts: [], total: 0, next: null }),
    'earnings.listStatements': () => ({ statements: [] }),
    'contracts.listAgreements': () => ({ agreements: [] }),
    'contracts.suggestAgreement': () => ({ accounts: [], scope: {}, payers: [], payeeId: null }),
    ...answers,
  })
  render(
    <Surroundings>
      <ImportScreen />
    </Surroundings>,
  )
  return host
}

const read = (preview: ReturnType<typeof orderPreview>): Read => ({ ok: true, preview })

async function drop(...names: string[]): Promise<void> {
  const picker = screen.getByLabelText('选择要导入的文件', { selector: 'input' })
  await userEvent.upload(
    picker,
    names.map((name) => new File(['订单id,支付金额'], name)),
  )
}

beforeEach(() => {
  resetApp(someStatus)
  useImport.setState({ files: [], selected: undefined, work: undefined, error: undefined, result: undefined })
})

test('an empty place says what it is for and how it goes', async () => {
  openScreen({})
  expect(await screen.findByText('把文件拖到这里，多少个都行')).toBeVisible()
  expect(await screen.findByText('先看播安读成了什么，再导入')).toBeVisible()
  expect(screen.getByRole('button', { name: '选择文件' })).toBeVisible()
})

test('a file is named with the reason, its rows add up, and buyers’ columns are said to be left out', async () => {
  openScreen({ 'earnings.previewStatements': () => ({ files: [read(orderPreview())] }) })
  await drop('抖音.csv')
  expect(await screen.findByText('看表头认出来的：第 1 行的 9 列里，5 列对得上。')).toBeVisible()
  expect(screen.getByText('= 3,214 行，一行不少')).toBeVisible()
  expect(screen.getByText(/收件人姓名等 1 列是买家信息/)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '拒绝 3' }))
  expect(screen.getByText('6.95894E+18')).toBeVisible()
})

test('rows that lack a sale or the day they were settled are counted, with what to do', async () => {
  openScreen({
    'earnings.previewStatements': () => ({ files: [read(orderPreview({ lacking: { sale: 2, settledAt: 1204 } }))] }),
  })
  await drop('抖音.csv')
  expect(await screen.findByText(/^2 行没有销售额，也没有结算金额，按 0 计/)).toBeVisible()
  expect(screen.getByText(/^1,204 行写着已结算，却没有结算时间.*重新导出/)).toBeVisible()
})

test('a choice about one file previews all files again in one call', async () => {
  const second = orderPreview({ planId: planOf(3), file: '二.xlsx', sheets: ['三月', '四月'], sheet: '三月' })
  const { asked } = openScreen({
    'earnings.previewStatements': ({ files }) => ({
      files: files.map(({ file }) => read(file === 'token-1' ? orderPreview() : second)),
    }),
  })
  await drop('一.csv', '二.xlsx')
  await userEvent.click(await screen.findByRole('button', { name: /二\.xlsx.*可以导入/ }))
  await userEvent.click(screen.getByRole('combobox', { name: '工作表' }))
  await userEvent.click(await screen.findByTitle('四月'))
  const last = asked.findLast(({ name }) => name === 'earnings.previewStatements')
  expect(last?.input).toEqual({ files: [{ file: 'token-1' }, { file: 'token-2', sheet: '四月' }] })
})

test('who pays is asked once per unknown account and importing waits for the answer', async () => {
  const account = { platform: 'douyin', account: 'xiaoman2019', role: 'creator' as const }
  const { asked } = openScreen({
    'earnings.previewStatements': () => ({ files: [read(orderPreview())] }),
    'contracts.suggestAgreement': () => ({
      accounts: [{ ...account, agreements: [] }],
      scope: {},
      payers: [],
      payeeId: null,
    }),
    'earnings.importStatements': () => ({
      statements: [{ planId: planOf(1), statementId: planOf(30), file: '抖音.csv', counts }],
      changes: [],
      waitingPayments: 0,
    }),
  })
  await drop('抖音.csv')
  const start = await screen.findByRole('button', { name: '导入 1 个文件，3,214 行' })
  const question = await screen.findByRole('region', { name: '这些账，谁付你钱？' })
  await userEvent.click(start)
  expect(within(question).getByRole('alert')).toHaveTextContent('先不填')
  expect(asked.map(({ name }) => name)).not.toContain('earnings.importStatements')
  await userEvent.click(within(question).getByRole('button', { name: '先不填' }))
  await userEvent.click(start)
  expect(asked).toContainEqual({
    name: 'earnings.importStatements',
    input: { plans: [{ planId: planOf(1), keep: 'proposed', keepFile: false }] },
  })
})

test('after the import five counts add up and changed months lead to the ledger', async () => {
  openScreen({
    'earnings.previewStatements': () => ({ files: [read(orderPreview())] }),
    'earnings.importStatements': () => ({
      statements: [{ planId: planOf(1), statementId: planOf(30), file: '抖音.csv', counts }],
      changes: [{ agreementId, cycle: '2026-03', expectedBeforeFen: 0, expectedAfterFen: 1_582_346 }],
      waitingPayments: 2,
    }),
  })
  await drop('抖音.csv')
  await userEvent.click(await screen.findByRole('button', { name: /^导入 1 个文件/ }))
  const done = await screen.findByRole('region', { name: '导入好了，1 个文件' })
  expect(within(done).getByText('文件共 3,214 行')).toBeVisible()
  expect(within(done).getByRole('link', { name: '2026 年 3 月' })).toHaveAttribute(
    'href',
    `#/ledger?open=${agreementId}&cycle=2026-03`,
  )
  expect(within(done).getByText(/2 笔到账还不知道是谁付的/)).toBeVisible()
})

test('of a payment list only ticked rows are kept, and the file only when asked', async () => {
  const { asked } = openScreen({
    'earnings.previewStatements': () => ({ files: [read(paymentPreview())] }),
    'earnings.importStatements': () => ({ statements: [], changes: [], waitingPayments: 0 }),
  })
  await drop('微信.csv')
  expect(await screen.findByText(/打勾的 1 行，共 ¥10,000\.00/)).toBeVisible()
  expect(screen.getByRole('checkbox', { name: /第 19 行，妈妈/ })).not.toBeChecked()
  await userEvent.click(screen.getByRole('checkbox', { name: /第 19 行，妈妈/ }))
  expect(screen.getByText(/打勾的 2 行，共 ¥10,200\.00/)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: /^导入 1 个文件/ }))
  expect(asked).toContainEqual({
    name: 'earnings.importStatements',
    input: { plans: [{ planId: planOf(2), keep: [18, 19], keepFile: false }] },
  })
})

test('an encrypted zip asks for its password and is read with it', async () => {
  const locked: Read = {
    ok: false,
    failure: { file: '微信.zip', error: { code: 'import.password-needed', params: {} }, unknown: null },
  }
  openScreen({
    'earnings.previewStatements': ({ files }) => ({
      files: [files[0]?.password === '135207' ? read(paymentPreview()) : locked],
    }),
  })
  await drop('微信.zip')
  await userEvent.type(await screen.findByLabelText('解压密码'), '135207{Enter}')
  expect(await screen.findByText(/打勾的 1 行/)).toBeVisible()
})

test('an unknown list is mapped once: rows are read live and the mapping is kept under a name', async () => {
  const unknown: Read = {
    ok: false,
    failure: {
      file: '我的表.csv',
      error: { code: 'import.unknown-layout', params: {} },
      unknown: {
        encoding: 'utf-8',
        sheet: null,
        sheets: [],
        headerRow: 1,
        headers: ['日期', '订单编号', '支付金额', '状态'],
        sample: [
          { row: 2, cells: ['2026/3/1', '6958943977812624659', '￥1,234.50', '已完成'] },
          { row: 3, cells: ['2026-02-30', '6958943977812624660', '12.00', '已完成'] },
        ],
      },
    },
  }
  const { asked } = openScreen({
    'earnings.previewStatements': ({ files }) => ({
      files: [files[0]?.preset === undefined ? unknown : read(orderPreview())],
    }),
    'earnings.saveMapping': () => ({ id: planOf(9), preset: `mapping:${planOf(9)}` }),
  })
  await drop('我的表.csv')
  await userEvent.click(await screen.findByRole('button', { name: '来对列' }))
  const live = await screen.findByRole('table', { name: '读出来是这样' })
  expect(within(live).getByText('2026-03-01 00:00:00')).toBeVisible()
  expect(within(live).getByText('¥1,234.50')).toBeVisible()
  expect(within(live).getByText('读不懂：2026-02-30')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '就这样读' }))
  expect(asked).toContainEqual({
    name: 'earnings.saveMapping',
    input: {
      name: '我的表',
      kind: 'orders',
      platform: 'other',
      role: 'creator',
      columns: { paidAt: '日期', orderId: '订单编号', saleFen: '支付金额', status: '状态' },
      statusWords: { settled: ['已完成'] },
    },
  })
  expect(await screen.findByText('= 3,214 行，一行不少')).toBeVisible()
})

test('an import of the history is voided with a reason and says what changed', async () => {
  const { asked } = openScreen({
    'earnings.listStatements': () => ({ statements: [someStatement()] }),
    'earnings.voidStatement': () => ({
      changes: [{ agreementId, cycle: '2026-03', expectedBeforeFen: 1_582_346, expectedAfterFen: 0 }],
    }),
  })
  await userEvent.click(await screen.findByRole('button', { name: '作废' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.type(within(dialog).getByRole('textbox'), '导错文件')
  await userEvent.click(within(dialog).getByRole('button', { name: '作废' }))
  expect(asked).toContainEqual({
    name: 'earnings.voidStatement',
    input: { statementId: planOf(30), reason: '导错文件' },
  })
  expect(await screen.findByRole('link', { name: '2026 年 3 月' })).toBeVisible()
})

test('conflicts are decided by the person, one file for all of them if they like', async () => {
  const version = {
    counts: false,
    row: 5,
    exportedAt: '2026-04-01T01:30:15.000Z',
    status: 'settled' as const,
    saleFen: 6990,
    refundFen: null,
    settledBaseFen: 6990,
    estimatedCommissionFen: null,
    feeFen: null,
  }
  const conflict = (lineId: string) => ({
    lineId,
    platform: 'douyin',
    account: 'xiaoman2019',
    orderId: `69589439778126246${lineId}`,
    productId: '358',
    versions: [
      { ...version, version: 1, file: '一.csv', commissionFen: 1748 },
      { ...version, version: 2, file: '二.csv', commissionFen: 1700 },
    ],
  })
  location.hash = '#/import?view=conflicts'
  const { asked } = openScreen({
    'earnings.listConflicts': () => ({ conflicts: [conflict('11'), conflict('12')], total: 2, next: null }),
    'earnings.decideConflicts': () => ({ changes: [] }),
  })
  const [, second] = await screen.findAllByRole('radio')
  if (second === undefined) throw new Error('no second version')
  await userEvent.click(second)
  await userEvent.click(screen.getByRole('button', { name: '其余的也都用“二.csv”' }))
  await userEvent.click(screen.getByRole('button', { name: '就算这些' }))
  expect(asked).toContainEqual({
    name: 'earnings.decideConflicts',
    input: {
      choices: [
        { lineId: '11', version: 2 },
        { lineId: '12', version: 2 },
      ],
    },
  })
})

test('a plan that no longer fits the ledger is previewed again by itself', async () => {
  const { asked } = openScreen({
    'earnings.previewStatements': () => ({ files: [read(orderPreview())] }),
    'earnings.importStatements': () => ({ code: 'import.preview-stale', params: {} }),
  })
  await drop('抖音.csv')
  await userEvent.click(await screen.findByRole('button', { name: /^导入 1 个文件/ }))
  expect(await screen.findByRole('alert')).toBeVisible()
  expect(asked.filter(({ name }) => name === 'earnings.previewStatements')).toHaveLength(2)
})

test('files that come while others are still coming in join them, and all are previewed together', async () => {
  const { asked } = openScreen({
    'earnings.previewStatements': ({ files }) => ({ files: files.map(() => read(orderPreview())) }),
  })
  await Promise.all([
    useImport.getState().add([new File(['a'], '一.csv'), new File(['b'], '二.csv')]),
    useImport.getState().add([new File(['c'], '三.csv')]),
  ])
  const tokens = ['token-1', 'token-2', 'token-3'].map((file) => ({ file }))
  expect(asked.filter(({ name }) => name === 'earnings.previewStatements')).toEqual([
    { name: 'earnings.previewStatements', input: { files: tokens } },
  ])
})

test('cancelling while files come in takes away those that are not in yet', async () => {
  openScreen({})
  vi.stubGlobal('fetch', async (_path: string, { signal }: RequestInit) => {
    await new Promise((resolve) => signal?.addEventListener('abort', resolve))
    throw new DOMException('aborted', 'AbortError')
  })
  const adding = useImport.getState().add([new File(['a'], '一.csv'), new File(['b'], '二.csv')])
  await userEvent.click(await screen.findByRole('button', { name: '取消' }))
  await adding
  expect(useImport.getState().files).toEqual([])
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})

test('saved mappings are folded up; one is called otherwise, taken off and brought back', async () => {
  const mapping = {
    id: planOf(71),
    name: '公会月表',
    preset: {
      id: `mapping:${planOf(71)}`,
      kind: 'payments' as const,
      platform: 'bank',
      columns: [
        { field: 'paidAt' as const, names: ['日期'] },
        { field: 'amountFen' as const, names: ['金额'] },
      ],
      recognizedBy: [['日期'], ['金额']],
      signRule: 'income-positive' as const,
    },
  }
  const { asked } = openScreen({
    'earnings.listPresets': () => ({ presets: [], mappings: [mapping] }),
    'earnings.saveMapping': () => ({ id: mapping.id, preset: mapping.preset.id }),
    'earnings.voidMapping': () => ({}),
  })
  await userEvent.click(await screen.findByText('存过的对列（1）'))
  await userEvent.click(screen.getByRole('button', { name: '给“公会月表”改名' }))
  const dialog = await screen.findByRole('dialog')
  const field = within(dialog).getByRole('textbox')
  await userEvent.clear(field)
  await userEvent.type(field, '工会表{Enter}')
  await userEvent.click(screen.getByRole('button', { name: '移除“公会月表”' }))
  await userEvent.click(await screen.findByRole('button', { name: '撤销' }))
  const input = { id: mapping.id, kind: 'payments', platform: 'bank', columns: { paidAt: '日期', amountFen: '金额' } }
  expect(asked.filter(({ name }) => name.endsWith('Mapping'))).toMatchObject([
    { name: 'earnings.saveMapping', input: { ...input, name: '工会表' } },
    { name: 'earnings.voidMapping', input: { id: mapping.id } },
    { name: 'earnings.saveMapping', input: { ...input, name: '公会月表' } },
  ])
})
