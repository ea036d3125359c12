import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { defaultDataDir } from '../../electron/hosts/data-folder.ts'
import { fetchElectron } from '../../electron/hosts/fetch-electron.ts'
import { findElectron } from '../../electron/hosts/find-electron.ts'
import { chooseLanguage } from '../../electron/hosts/language.ts'
import { findAppBrowser } from '../../electron/hosts/open-window.ts'
import { runElectron } from '../../electron/hosts/run-electron.ts'
import { readStartArgs } from '../../electron/hosts/start-args.ts'
import { tempFolder } from '../core/temp-core.ts'
import { runNode } from './run-boan.ts'

const startFile = join(import.meta.dirname, '../../electron/start.ts')

/** `npm start -- --no-open` from the sources, once it has printed its address. */
async function startProcess(dataDir: string) {
  const child = spawn(process.execPath, [startFile, '--no-open', '--data', dataDir])
  onTestFinished(() => void child.kill('SIGKILL'))
  const [bytes] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, printed: bytes.toString() }
}

test('the address is printed, a second start on the folder is told who has it, and ending frees it', async () => {
  const dataDir = tempFolder()
  const { child, printed } = await startProcess(dataDir)
  expect(printed).toMatch(/http:\/\/127\.0\.0\.1:\d+\/#launch=[\w-]{20,}/)
  const second = await runNode([startFile, '--no-open', '--data', dataDir])
  expect([second.code, second.stdout]).toEqual([1, ''])
  expect(second.stderr).toContain(`进程 ${child.pid}`)
  child.kill('SIGTERM')
  const [code] = (await once(child, 'exit')) as [number | null]
  expect(code).toBe(0)
  expect(existsSync(join(dataDir, 'lock.json'))).toBe(false)
  expect((await startProcess(dataDir)).printed).toContain('http://127.0.0.1:')
})

test('a start that was written wrongly says so and ends with 2', async () => {
  const { code, stderr } = await runNode([startFile, '--prot', '80'])
  expect(code).toBe(2)
  expect(stderr).toContain('看不懂这个写法')
})

test.each([['--port', 'x'], ['--port', '65536'], ['--port', '-1'], ['--nothing'], ['file.csv'], ['--data']])(
  'npm start does not take %s %s',
  (...args) => {
    expect(() => readStartArgs(args.filter((arg) => arg !== undefined))).toThrow('host.bad-argument')
  },
)

test('what npm start is told', () => {
  expect(readStartArgs([])).toEqual({ open: true, port: 0, data: undefined, demo: false, receivedFile: undefined })
  const told = readStartArgs(['--no-open', '--port', '4321', '--data=/tmp/x', '--demo'])
  expect(told).toMatchObject({ open: false, port: 4321, demo: true })
  expect(told.data).toMatch(/x$/)
  expect(readStartArgs(['case.boan.zip']).receivedFile).toBe('case.boan.zip')
})

test('the data folder follows the rules of each system, and BOAN_DATA goes before them', () => {
  expect(defaultDataDir('linux', {}, '/home/li')).toBe('/home/li/.config/BoAn')
  expect(defaultDataDir('linux', { XDG_CONFIG_HOME: '/cfg' }, '/home/li')).toBe('/cfg/BoAn')
  expect(defaultDataDir('linux', { XDG_CONFIG_HOME: 'relative' }, '/home/li')).toBe('/home/li/.config/BoAn')
  expect(defaultDataDir('darwin', {}, '/Users/li')).toBe('/Users/li/Library/Application Support/BoAn')
  const windows = { APPDATA: String.raw`C:\Users\li\AppData\Roaming` }
  expect(defaultDataDir('win32', windows, 'x')).toBe(String.raw`C:\Users\li\AppData\Roaming\BoAn`)
  expect(defaultDataDir('linux', { BOAN_DATA: '/data' }, '/home/li')).toBe('/data')
})

test('sentences are in Chinese unless English is asked for', () => {
  expect(chooseLanguage(undefined, {})).toBe('zh')
  expect(chooseLanguage(undefined, { LANG: 'C.UTF-8' })).toBe('zh')
  expect(chooseLanguage(undefined, { LANG: 'en_GB.UTF-8' })).toBe('en')
  expect(chooseLanguage(undefined, { LANG: 'en_GB.UTF-8', LC_ALL: 'zh_CN.UTF-8' })).toBe('zh')
  expect(chooseLanguage('zh', { LANG: 'en_GB.UTF-8' })).toBe('zh')
})

test('Chrome or Edge is found where it is installed, and nothing elsewhere', () => {
  const folder = tempFolder()
  expect(findAppBrowser('linux', { PATH: folder })).toBeUndefined()
  writeFileSync(join(folder, 'microsoft-edge'), '')
  expect(findAppBrowser('linux', { PATH: `/nowhere:${folder}` })).toBe(join(folder, 'microsoft-edge'))
  expect(findAppBrowser('linux', {})).toBeUndefined()
})

/** A runtime folder whose program is this script, for systems that run `#!` files. */
function fakeRuntime(script: string): string {
  const root = tempFolder()
  const dist = join(root, 'node_modules', 'electron', 'dist')
  mkdirSync(dist, { recursive: true })
  writeFileSync(join(root, 'node_modules', 'electron', 'path.txt'), 'electron')
  writeFileSync(join(dist, 'electron'), `#!${process.execPath}\n${script}`)
  chmodSync(join(dist, 'electron'), 0o755)
  return root
}

test('the Electron runtime is found only where its program is there', () => {
  const root = fakeRuntime('')
  expect(findElectron(root, {})).toBe(join(root, 'node_modules', 'electron', 'dist', 'electron'))
  expect(findElectron(tempFolder(), {})).toBeUndefined()
  expect(findElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: tempFolder() })).toBeUndefined()
})

/** A checkout whose electron package has this installer. */
function installerRoot(script: string): string {
  const root = tempFolder()
  mkdirSync(join(root, 'node_modules', 'electron'), { recursive: true })
  writeFileSync(join(root, 'node_modules', 'electron', 'install.js'), script)
  return root
}

test('a runtime that is not there is fetched by its own installer, and a slow or failed download holds nobody up', async () => {
  expect(await fetchElectron(installerRoot(''), 20_000)).toBe('fetched')
  expect(await fetchElectron(installerRoot('process.exit(1)'), 20_000)).toBe('unreachable')
  expect(await fetchElectron(installerRoot('setTimeout(() => {}, 3000)'), 100)).toBe('still-fetching')
  expect(await fetchElectron(tempFolder(), 20_000)).toBe('unreachable')
})

test('a runtime that is only half there is not started', () => {
  const root = fakeRuntime('')
  rmSync(join(root, 'node_modules', 'electron', 'path.txt'))
  expect(findElectron(root, {})).toBeUndefined()
})

const runsScripts = process.platform !== 'win32'
if (!runsScripts) console.log('skipped: the fake Electron runtime is a #! file, which Windows does not run')

test.runIf(runsScripts)('a runtime that shows its window is left alone until it ends', async () => {
  const program = findElectron(fakeRuntime("process.send('shown'); setTimeout(() => process.exit(7), 100)"), {}) ?? ''
  const run = await runElectron(program, [], 20_000)
  expect(run.shown).toBe(true)
  expect(run.shown && (await run.exited)).toBe(7)
})

test.runIf(runsScripts)('a runtime that ends, or shows nothing in time, gives way to the local host', async () => {
  const ends = findElectron(fakeRuntime("console.error('libfoo.so is missing'); process.exit(127)"), {}) ?? ''
  expect(await runElectron(ends, [], 20_000)).toEqual({ shown: false, detail: 'libfoo.so is missing' })
  const hangs = findElectron(fakeRuntime('setInterval(() => {}, 1000)'), {}) ?? ''
  expect(await runElectron(hangs, [], 200)).toEqual({ shown: false, detail: '' })
  expect(await runElectron(join(tempFolder(), 'nothing'), [], 20_000)).toMatchObject({ shown: false })
})
