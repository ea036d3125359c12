import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTempCore, tempFolder } from '../core/temp-core.ts'
import { runBoan } from './run-boan.ts'

test('calls lists the contract, each call with the schemas of what it takes and answers', async () => {
  const { code, stdout } = await runBoan(['calls'])
  expect(code).toBe(0)
  const listed = JSON.parse(stdout) as { name: string; effect: string; input: unknown }[]
  const search = listed.find(({ name }) => name === 'app.search')
  expect(search).toMatchObject({
    effect: 'read',
    input: { type: 'object', required: ['text'], additionalProperties: false },
    output: { type: 'object' },
  })
})

test('call answers with one JSON value, its input typed or from stdin', async () => {
  const data = tempFolder()
  const saved = await runBoan(['call', 'app.saveSettings', '{"theme":"dark"}', '--data', data])
  expect([saved.code, saved.stderr]).toEqual([0, ''])
  const piped = await runBoan(['call', 'app.saveSettings', '-', '--data', data], '{"language":"en"}')
  expect(JSON.parse(piped.stdout)).toMatchObject({ theme: 'dark', language: 'en' })
})

test.each([
  [[], 'host.unknown-verb', '没有“”这个命令'],
  [['toString'], 'host.unknown-verb', '没有“toString”这个命令'],
  [['call'], 'host.bad-use', '看不懂这个写法'],
  [['call', 'app.status', '{}', '{}'], 'host.bad-use', '看不懂这个写法'],
  [['call', 'app.status', '--nothing'], 'host.bad-use', '看不懂这个写法'],
  [['call', 'app.status', '{'], 'host.invalid-json', '不是完整的 JSON'],
  [['call', 'app.nothing'], 'app.unknown-call', '没有“app.nothing”这个功能'],
  [['call', 'app.search', '{"text":""}'], 'app.invalid-input', '不符合要求'],
  [['compute', 'file'], 'host.bad-use', '看不懂这个写法'],
] as const)('%j is bad use: 2, a sentence on stderr and nothing on stdout', async (args, _code, sentence) => {
  const run = await runBoan([...args, ...(args.length > 0 ? ['--data', tempFolder()] : [])])
  expect([run.code, run.stdout]).toEqual([2, ''])
  expect(run.stderr).toContain(sentence)
})

test('a failure is a no: 1, its data on stdout, its sentence on stderr in the language asked for', async () => {
  const core = openTempCore()
  const { code, stdout, stderr } = await runBoan(['call', 'app.status', '--data', core.dataDir, '--lang', 'en'])
  expect(code).toBe(1)
  expect(JSON.parse(stdout)).toEqual({
    error: { code: 'app.folder-in-use', params: { folder: core.dataDir, pid: process.pid } },
  })
  expect(stderr).toContain(`in use by another BoAn (process ${process.pid})`)
})

test('a file is given by its path, and one that is not there or is a folder is said by name', async () => {
  const data = tempFolder()
  const gone = await runBoan(['call', 'app.search', '{"text":{"$file":"no-such.csv"}}', '--data', data])
  expect(JSON.parse(gone.stdout)).toMatchObject({
    error: { code: 'app.file-vanished', where: { file: 'no-such.csv' } },
  })
  mkdirSync(join(data, 'some-folder'))
  const folder = JSON.stringify({ text: { $file: join(data, 'some-folder') } })
  const refused = await runBoan(['call', 'app.search', folder, '--data', data])
  expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code: 'app.file-is-folder' } })
})

test('a file stays where it is and becomes a token', async () => {
  const data = tempFolder()
  writeFileSync(join(data, 'a.csv'), 'a')
  const run = await runBoan([
    'call',
    'app.search',
    JSON.stringify({ text: { $file: join(data, 'a.csv') } }),
    '--data',
    data,
  ])
  expect(JSON.parse(run.stdout)).toEqual({ hits: [] })
  expect(readFileSync(join(data, 'a.csv'), 'utf8')).toBe('a')
})

test('compute answers every line in its place, also one it cannot read', async () => {
  const examples = readFileSync(join(import.meta.dirname, '../fixtures/earnings/compute-examples.jsonl'), 'utf8')
    .trim()
    .split('\n')
  const [first = ''] = examples
  const { code, stdout, stderr } = await runBoan(['compute'], `${first}\n\nnonsense\n{"case":"no-input"}\n${first}`)
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { case: unknown; output: unknown })
  expect([code, stderr, lines.length]).toEqual([1, '', 4])
  expect(lines[0]).toEqual(lines[3])
  expect(lines[0]?.output).toMatchObject((JSON.parse(first) as { output: object }).output)
  expect(lines[1]).toEqual({ case: null, output: { error: { code: 'invalid', path: '' } } })
})

test('verify says of a file that is no bundle what is wrong', async () => {
  const file = join(tempFolder(), 'x.boan')
  writeFileSync(file, 'not a zip')
  const { code, stdout, stderr } = await runBoan(['verify', file])
  expect(code).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: expect.stringMatching(/^bundles\./) as string } })
  expect(stderr).toMatch(/[\u4e00-\u9fff]/)
})

const sample = join(import.meta.dirname, '../../resources/samples/statements/微信小店订单_20261101.csv')

test('preview tells what a file is and what importing it would do, and imports nothing', async () => {
  const data = tempFolder()
  const { code, stdout, stderr } = await runBoan(['preview', sample, join(data, 'no-such.csv'), data, '--data', data])
  const [read, gone, folder] = JSON.parse(stdout) as Record<string, unknown>[]
  expect(Object.keys(read ?? {})).toEqual(
    'file sha256 kind preset role encoding sheet headerRow rows decisions sums rejected'.split(' '),
  )
  expect(read).toMatchObject({
    file: sample,
    kind: 'orders',
    preset: 'wechat-shop',
    encoding: 'utf-8',
    headerRow: 1,
    rejected: [],
  })
  expect(read?.['decisions']).toMatchObject({ new: read?.['rows'] })
  expect(gone).toMatchObject({ file: join(data, 'no-such.csv'), error: { code: 'app.file-vanished' } })
  expect(folder).toMatchObject({ file: data, error: { code: 'app.file-is-folder' } })
  expect([code, stderr.match(/^no-such\.csv$/gm)?.length]).toEqual([1, 1])
  const { stdout: history } = await runBoan(['call', 'earnings.listStatements', '{}', '--data', data])
  expect(JSON.parse(history)).toEqual({ statements: [] })
})

test('import answers the five counts, and a second import of the file repeats every row', async () => {
  const data = tempFolder()
  const first = await runBoan(['import', sample, '--data', data])
  const [imported] = JSON.parse(first.stdout) as { rows: number; counts: Record<string, number> }[]
  expect(first.code).toBe(0)
  expect(imported?.counts).toMatchObject({ accepted: imported?.rows, repeated: 0, rejected: 0 })
  const second = await runBoan(['import', sample, '--data', data, '--keep', 'all'])
  const [again] = JSON.parse(second.stdout) as { rows: number; counts: Record<string, number> }[]
  expect(again?.counts).toMatchObject({ accepted: 0, repeated: imported?.rows })
})

test.each([
  ['preview'],
  ['import'],
  ['import', 'x.csv', '--keep', 'some'],
  ['export-case', 'x'],
  ['export-case', 'x', '--out', 'y', '--audience', 'all'],
])('%s %s %s %s %s %s is bad use', async (...args) => {
  const run = await runBoan([...args.filter((argument) => argument !== undefined), '--data', tempFolder()])
  expect([run.code, run.stdout]).toEqual([2, ''])
})

test('a case that is not there is said by the name it was asked by', async () => {
  const { code, stdout, stderr } = await runBoan([
    'export-case',
    '2026-0009',
    '--out',
    'x.boan',
    '--data',
    tempFolder(),
  ])
  expect([code, JSON.parse(stdout)]).toEqual([
    1,
    { error: { code: 'host.no-such-case', params: { case: '2026-0009' } } },
  ])
  expect(stderr).toContain('没有找到案件“2026-0009”')
})
