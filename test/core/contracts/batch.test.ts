import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import yauzl from 'yauzl'
import { resolveOutgoing } from '../../../electron/core/exchange.ts'
import type { CallOptions } from '../../../electron/core/core.ts'
import type { CallName, Input, Output } from '../../../shared/contract.ts'
import type { RosterPlanInput } from '../../../shared/contracts/roster/calls.ts'
import { rosterTargets } from '../../../shared/contracts/roster/targets.ts'
import { BoanError } from '../../../shared/errors.ts'
import { encodeGb18030 } from '../../../scripts/samples/gb18030.ts'
import { openTempCore, tempFolder } from '../temp-core.ts'
import { openDesk } from '../disputes/harness.ts'
import { rosterCsv, rosterHeader, rosterPlan, rosterRow, rosterXlsx } from './roster-fixtures.ts'

test('the columns of a roster are guessed by their headers, the figures of the pay terms among them', async () => {
  const desk = await openDesk('2026-07-20')
  const token = desk.give('名单.csv', rosterCsv([rosterRow(1)]))
  const { mapping } = await rosterPlan(desk, token)
  const named = Object.fromEntries(Object.entries(mapping).map(([target, column]) => [target, rosterHeader[column]]))
  expect(named).toEqual({
    'streamer.name': '姓名',
    'streamer.idCard': '身份证号',
    'streamer.phone': '手机号',
    'streamer.address': '地址',
    platforms: '平台',
    accountNames: '账号',
    startDate: '开始日期',
    endDate: '结束日期',
    'payTerms/commission:commission-1:0': '佣金比例',
    'scope/platform': '平台',
    'scope/account': '账号',
  })
})

test('a roster becomes drafts row by row, each with its own person, rate and orders', async () => {
  const desk = await openDesk('2026-07-20')
  const rows = [1, 2, 3].map(rosterRow)
  const plan = await rosterPlan(desk, desk.give('名单.xlsx', await rosterXlsx(rows)))
  expect(await desk.call('contracts.checkRoster', plan)).toMatchObject({ ready: 3 })
  const { batchId, contractIds } = await desk.call('contracts.createBatch', { ...plan, title: '直播合作协议' })
  const second = await desk.call('contracts.get', { id: contractIds[1] ?? '' })
  expect(second).toMatchObject({
    batchId,
    standing: 'draft',
    payee: { name: '主播0002' },
    scope: { platforms: ['douyin'], accounts: ['账号0002'] },
    from: '2026-08-01',
    to: '2027-07-31',
  })
  expect(second.terms?.commissions?.[0]?.tiers).toEqual([{ fromFen: 0, ratePpm: 520_000 }])
  expect((await desk.call('contracts.listBatches', {})).batches).toMatchObject([
    { id: batchId, contracts: 3, drafts: 3, issued: 0, rosterName: '名单.xlsx' },
  ])
})

/** A good row with one cell changed. */
function change(index: number, column: string, value: string): string[] {
  return rosterRow(index).map((cell, at) => (rosterHeader[at] === column ? value : cell))
}

test('every kind of bad row is named with its column before anything is made', async () => {
  const desk = await openDesk('2026-07-20')
  const rows = [
    rosterRow(1),
    change(2, '身份证号', '330106199203142099'),
    change(3, '手机号', '1380013'),
    change(4, '佣金比例', '60'),
    change(5, '开始日期', '2026-02-30'),
    change(6, '结束日期', '明年'),
    change(7, '姓名', ''),
    change(8, '身份证号', '3.30106E+17'),
    change(9, '身份证号', rosterRow(1)[1] ?? ''),
    change(10, '姓名', '主播0003'),
    change(11, '结束日期', '2026-07-01'),
    change(12, '地址', ''),
  ]
  const plan = await rosterPlan(desk, desk.give('名单.csv', rosterCsv(rows)))
  const { faults, ready } = await desk.call('contracts.checkRoster', plan)
  const told = faults.map(({ row, column, severity, sentence }) => [row, column, severity, sentence])
  const expected = [
    [3, '身份证号', 'error', 'parties:errors.id-card-checksum'],
    [4, '手机号', 'error', 'parties:errors.phone-length'],
    [5, '佣金比例', 'error', 'roster:fault.rate-bad'],
    [6, '开始日期', 'error', 'roster:fault.date-impossible'],
    [7, '结束日期', 'error', 'roster:fault.date-bad'],
    [9, '身份证号', 'error', 'roster:fault.id-scientific'],
    [10, '身份证号', 'error', 'roster:fault.same-number'],
    [11, '姓名', 'warning', 'roster:fault.same-name-other-number'],
  ]
  for (const fault of expected) expect(told).toContainEqual(fault)
  // A cell that could not be read is not called empty as well, and what a row lacks is said of its own column.
  expect(told.filter(([row]) => row === 3 || row === 7 || row === 9)).toHaveLength(3)
  expect(told).toContainEqual([13, '地址', 'error', 'roster:fault.lacks-address'])
  for (const row of [8, 12, 13]) expect(told.some(([at, , severity]) => at === row && severity === 'error')).toBe(true)
  expect(ready).toBe(2)
  await expect(desk.call('contracts.createBatch', { ...plan, title: '协议' })).rejects.toMatchObject({
    code: 'roster.rows-faulty',
    params: { count: 10 },
  })
  expect((await desk.call('contracts.register', {})).contracts).toEqual([])
  const made = await desk.call('contracts.createBatch', { ...plan, title: '协议', leaveOutFaulty: true })
  expect(made).toMatchObject({ leftOut: 10, contractIds: { length: 2 } })
})

test('a fault of what is the same for all is said once, and a person who has such a contract is pointed out', async () => {
  const desk = await openDesk('2026-07-20')
  const plan = await rosterPlan(desk, desk.give('名单.csv', rosterCsv([rosterRow(1), rosterRow(2)])))
  const { penaltyCap: _cap, ...common } = plan.common
  const { faults } = await desk.call('contracts.checkRoster', { ...plan, common })
  expect(faults.filter(({ row, severity }) => row === null && severity === 'error')).toEqual([
    expect.objectContaining({ sentence: 'contract-faults:fault.missing', column: '违约金和赔偿的上限' }),
  ])
  await desk.call('app.saveSettings', { language: 'en' })
  expect((await desk.call('contracts.checkRoster', { ...plan, common })).faults).toContainEqual(
    expect.objectContaining({ sentence: 'contract-faults:fault.missing', column: expect.stringMatching(/^[ -~’]+$/) }),
  )
  const { contractIds } = await desk.call('contracts.createBatch', { ...plan, title: '协议' })
  await desk.call('contracts.issue', { ids: contractIds })
  const again = await desk.call('contracts.checkRoster', plan)
  expect(
    again.faults.filter(({ row }) => row !== null).map(({ row, severity, sentence }) => [row, severity, sentence]),
  ).toEqual([
    [2, 'warning', 'roster:fault.has-contract'],
    [3, 'warning', 'roster:fault.has-contract'],
  ])
  expect(again.ready).toBe(2)
})

test('the same roster in GB18030 and in UTF-16 gives the same rows', async () => {
  const desk = await openDesk('2026-07-20')
  const text = rosterCsv([rosterRow(1), rosterRow(2)])
  const files = [Buffer.from(text), encodeGb18030(text), Buffer.from(`\ufeff${text.replaceAll(',', '\t')}`, 'utf16le')]
  const checked = []
  for (const bytes of files) {
    const { rows, faults } = await desk.call(
      'contracts.checkRoster',
      await rosterPlan(desk, desk.give('名单.csv', bytes)),
    )
    checked.push({ rows, faults })
  }
  expect(checked[1]).toEqual(checked[0])
  expect(checked[2]).toEqual(checked[0])
})

test('a batch stopped midway keeps what was made, and going on makes exactly the rest', async () => {
  const core = openTempCore()
  async function call<N extends CallName>(name: N, input: Input<N>, options: CallOptions = {}): Promise<Output<N>> {
    const reply = await core.invoke(name, input, options)
    if (!reply.ok) throw new BoanError(reply.error.code)
    return reply.value as Output<N>
  }
  const path = join(tempFolder(), '名单.csv')
  writeFileSync(path, rosterCsv(Array.from({ length: 12 }, (_, index) => rosterRow(index + 1))))
  const plan = await rosterPlan({ call }, core.takeIn({ path, name: '名单.csv' }))
  const { contractIds: ids } = await call('contracts.createBatch', { ...plan, title: '协议' })
  await call('contracts.issue', { ids })
  const stop = new AbortController()
  const onProgress = ({ done }: { done: number }): void => void (done >= 5 && stop.abort())
  await expect(call('contracts.makePapers', { ids }, { signal: stop.signal, onProgress })).rejects.toMatchObject({
    code: 'app.cancelled',
  })
  const first = await call('contracts.finishIssue', { ids })
  expect(first.issued.length).toBeGreaterThanOrEqual(5)
  expect(first.issued.length + first.waiting.length).toBe(12)
  expect(first.waiting.length).toBeGreaterThan(0)
  expect(await call('contracts.makePapers', { ids })).toMatchObject({ made: first.waiting.length, total: 12 })
  const second = await call('contracts.finishIssue', { ids })
  expect(second.waiting).toEqual([])
  expect(new Set([...first.issued, ...second.issued])).toEqual(new Set(ids))
  const numbers = ids.map((_, index) => `HT-${new Date().getFullYear()}-${String(index + 1).padStart(4, '0')}`)
  const { contracts } = await call('contracts.register', {})
  expect(new Set(contracts.map(({ number }) => number))).toEqual(new Set(numbers))
})

test('everyone’s file, every PDF and the register go into one zip', async () => {
  const desk = await openDesk('2026-07-20')
  const plan = await rosterPlan(desk, desk.give('名单.csv', rosterCsv([1, 2, 3].map(rosterRow))))
  const { contractIds: ids } = await desk.call('contracts.createBatch', { ...plan, title: '协议' })
  await desk.call('contracts.issue', { ids })
  await desk.call('contracts.makePapers', { ids })
  await desk.call('contracts.finishIssue', { ids })
  const { file, bundles } = await desk.call('contracts.exportHandOver', { ids })
  expect(bundles.map(({ id }) => id)).toEqual(ids)
  const zip = await yauzl.fromBufferPromise(readFileSync(resolveOutgoing(desk.dataDir, file.token).path), {
    lazyEntries: true,
  })
  const names = []
  for await (const entry of zip.eachEntry()) names.push(entry.fileName)
  expect(names.toSorted()).toEqual([
    '交给每个人的文件/BoAn-HT-2026-0001-主播0001.boan',
    '交给每个人的文件/BoAn-HT-2026-0002-主播0002.boan',
    '交给每个人的文件/BoAn-HT-2026-0003-主播0003.boan',
    '合同PDF/HT-2026-0001-协议-主播0001.pdf',
    '合同PDF/HT-2026-0002-协议-主播0002.pdf',
    '合同PDF/HT-2026-0003-协议-主播0003.pdf',
    '合同登记表.xlsx',
  ])
})

test('an account is found by its id or by its nickname, each row says which, and one that nobody has stays as typed', async () => {
  const desk = await openDesk('2026-07-20')
  const insert = desk.db.prepare('INSERT INTO line_accounts (platform, role, account, name) VALUES (?, ?, ?, ?)')
  insert.run('douyin', 'creator', 'dy-77120', '雨桐·好物')
  insert.run('douyin', 'agency', 'dy-77120', '雨桐·好物')
  insert.run('kuaishou', 'creator', 'ks-1', '雨桐好物')
  insert.run('douyin', 'creator', 'dy-2', '同名')
  insert.run('douyin', 'creator', 'dy-3', '同名')
  const named = ['dy-77120', '雨桐好物', '没有的号', '同名']
  const twice = {
    row: 3,
    column: '账号',
    value: '雨桐好物',
    severity: 'warning',
    sentence: 'roster:fault.same-account',
  }
  const rows = named.map((account, index) => change(index + 1, '账号', account))
  const plan = await rosterPlan(desk, desk.give('名单.csv', rosterCsv(rows)))
  const found = { platform: 'douyin', account: 'dy-77120', name: '雨桐·好物' }
  const checked = await desk.call('contracts.checkRoster', plan)
  expect(checked.faults).toContainEqual({ ...twice, params: { other: 2 } })
  expect(checked.rows.map(({ accounts }) => accounts)).toEqual([
    [{ typed: 'dy-77120', by: 'id', found }],
    [{ typed: '雨桐好物', by: 'name', found }],
    [{ typed: '没有的号', by: 'none', found: null }],
    [{ typed: '同名', by: 'several', found: null }],
  ])
  const { contractIds } = await desk.call('contracts.createBatch', { ...plan, title: '协议' })
  const kept = await Promise.all(contractIds.map((id) => desk.call('contracts.get', { id })))
  expect(kept.map(({ scope }) => scope.accounts)).toEqual([['dy-77120'], ['dy-77120'], ['没有的号'], ['同名']])
})

test('a column is asked for only where nothing was typed once for all', async () => {
  const desk = await openDesk('2026-07-20')
  const template = await desk.call('contracts.template', { id: 'mcn-cooperation' })
  const asked = (common: RosterPlanInput['common']): string[] =>
    rosterTargets(template, common, []).flatMap(({ id, isRequired }) => (isRequired ? [id] : []))
  const { common } = await rosterPlan(desk, desk.give('名单.csv', rosterCsv([rosterRow(1)])))
  expect(asked(common)).toEqual(['streamer.name', 'startDate', 'endDate'])
  expect(asked({ ...common, goods: ' ' })).toContain('goods')
})
