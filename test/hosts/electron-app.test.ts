import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Core } from '../../electron/core/core.ts'
import { createApp } from '../../electron/hosts/electron-app.ts'
import { eventually } from './eventually.ts'
import { openTempCore, tempFolder } from '../core/temp-core.ts'
import { createFakeElectron } from './fake-electron.ts'

const page = { url: 'app://boan/#/home', parent: null }
const stranger = { url: 'https://evil.example/#app://boan/', parent: null }

type Fake = ReturnType<typeof createFakeElectron>

function startApp(fake: Fake, core: () => Core): { onShown: () => void; dataDir: string } {
  const rendererDir = tempFolder()
  mkdirSync(join(rendererDir, 'assets'))
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html>')
  const onShown = vi.fn<() => void>()
  const options = { dataDir: tempFolder(), language: 'zh' as const, rendererDir, preloadFile: '/preload.cjs' }
  createApp(fake.electron, { ...options, openCore: core, describe: (error) => `sentence of ${String(error)}`, onShown })
  return { onShown, dataDir: options.dataDir }
}

async function runningApp(): Promise<{ fake: Fake; core: Core; onShown: () => void }> {
  const fake = createFakeElectron()
  const core = openTempCore()
  const { onShown } = startApp(fake, () => core)
  await fake.becomeReady()
  return { fake, core, onShown }
}

/** A core whose one call runs until it is cancelled. */
function coreThatWaits(signals: (AbortSignal | undefined)[]): Core {
  const invoke: Core['invoke'] = (_name, _input, options) => {
    signals.push(options?.signal)
    options?.onProgress?.({ done: 1, total: 2, label: 'x' })
    return new Promise((resolve) => {
      const error = { code: 'app.cancelled', params: {} }
      options?.signal?.addEventListener('abort', () => resolve({ ok: false, error }))
    })
  }
  return { ...openTempCore(), invoke }
}

test('sandbox, scheme and the silence of Chromium are settled before the app is ready', () => {
  const fake = createFakeElectron()
  startApp(fake, () => openTempCore())
  expect(fake.order).toEqual(expect.arrayContaining(['sandbox', 'scheme', 'switch']))
  expect(fake.order).not.toContain('window')
  expect(fake.commandLine.appendSwitch).toHaveBeenCalledWith('host-resolver-rules', 'MAP * ~NOTFOUND')
  expect(fake.schemes.mock.calls[0]?.[0]).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
})

test('every guard of the session stands before the window is made', async () => {
  const { fake, onShown } = await runningApp()
  const guards = [
    'permission request handler',
    'permission check handler',
    'device permission handler',
    'display media handler',
  ]
  for (const guard of [...guards, 'request handler', 'protocol handler']) {
    expect(fake.order.slice(0, fake.order.indexOf('window'))).toContain(guard)
  }
  expect(onShown).toHaveBeenCalledOnce()
})

test('the window is sandboxed and isolated, without Node', async () => {
  const { fake } = await runningApp()
  expect(fake.windowOptions).toEqual([
    expect.objectContaining({
      webPreferences: {
        preload: '/preload.cjs',
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        webviewTag: false,
        plugins: true,
        navigateOnDragDrop: false,
        spellcheck: false,
      },
    }),
  ])
})

test('contents neither navigate, follow, open windows nor attach a webview', async () => {
  const { contents } = (await runningApp()).fake
  expect(contents.isPrevented('will-navigate', { url: 'https://evil.example/' })).toBe(true)
  expect(contents.isPrevented('will-navigate', { url: 'app://boan/' })).toBe(false)
  expect(contents.isPrevented('will-frame-navigate', { url: 'https://evil.example/', isMainFrame: false })).toBe(true)
  expect(contents.isPrevented('will-frame-navigate', { url: 'app://boan/files/0190', isMainFrame: false })).toBe(false)
  expect(contents.isPrevented('will-redirect', { url: 'app://boan/' })).toBe(true)
  expect(contents.isPrevented('will-attach-webview', {})).toBe(true)
  expect(contents.windowOpenHandler?.({ url: 'app://boan/' })).toEqual({ action: 'deny' })
})

test('permissions are refused on request and on check, devices and screens always', async () => {
  const { session } = (await runningApp()).fake
  const asked = session.setPermissionRequestHandler.mock.calls[0]?.[0] as (...args: unknown[]) => void
  const answer = vi.fn<(granted: boolean) => void>()
  asked({}, 'media', answer, { requestingUrl: 'app://boan/' })
  asked({}, 'clipboard-sanitized-write', answer, { requestingUrl: 'https://evil.example/' })
  expect(answer.mock.calls).toEqual([[false], [false]])
  const checked = session.setPermissionCheckHandler.mock.calls[0]?.[0] as (...args: unknown[]) => boolean
  expect(checked({}, 'media', 'app://boan')).toBe(false)
  const device = session.setDevicePermissionHandler.mock.calls[0]?.[0] as () => boolean
  expect(device()).toBe(false)
  expect(session.setDisplayMediaRequestHandler).toHaveBeenCalledWith(null)
})

test('a request that could leave the computer is cancelled, one for our own files is not', async () => {
  const { session } = (await runningApp()).fake
  const [before] = session.webRequest.onBeforeRequest.mock.calls[0] ?? []
  const ask = (url: string): unknown => {
    const answer = vi.fn<(answer: unknown) => void>()
    ;(before as (details: { url: string }, answer: unknown) => void)({ url }, answer)
    return answer.mock.calls[0]?.[0]
  }
  expect(ask('https://evil.example/')).toEqual({ cancel: true })
  expect(ask('app://boan/assets/x.js')).toEqual({ cancel: false })
})

test('app:// serves the page with its policy, takes files in, and answers no other host', async () => {
  const { fake } = await runningApp()
  const [scheme, handle] = fake.session.protocol.handle.mock.calls[0] ?? []
  const fetchApp = handle as (request: Request) => Promise<Response>
  expect(scheme).toBe('app')
  const answer = await fetchApp(new Request('app://boan/'))
  expect(await answer.text()).toBe('<!doctype html>')
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  const upload = new Request('app://boan/intake?name=a.csv', { method: 'POST', body: 'a,b\n' })
  expect(await (await fetchApp(upload)).json()).toMatchObject({ ok: true, value: { name: 'a.csv', sizeBytes: 4 } })
  for (const address of [
    'app://evil/',
    'app://boan/../../etc/passwd',
    'app://boan/attachments/..%2f..',
    'app://boan/files/x',
  ]) {
    const refused = await fetchApp(new Request(address))
    expect({ address, ...(await refused.json()) }).toMatchObject({ address, ok: false })
  }
})

test('a call of the page is answered, one of any other sender or shape is refused', async () => {
  const { fake } = await runningApp()
  expect(await fake.call(page, 1, 'app.status', {})).toMatchObject({ ok: true, value: { version: '0.0.0-test' } })
  const refused = { ok: false, error: { code: 'host.request-refused', params: { part: 'sender' } } }
  for (const frame of [stranger, null, { url: '', parent: null }, { ...page, parent: {} }]) {
    expect(await fake.call(frame, 2, 'app.status', {})).toEqual(refused)
  }
  expect(await fake.call(page, '1', 'app.status', {})).toMatchObject({ error: { params: { part: 'message' } } })
  expect(await fake.call(page, 1, { toString: () => 'app.status' }, {})).toMatchObject({ ok: false })
})

test('progress reaches the page; only the page cancels, and leaving the page cancels what runs', async () => {
  const fake = createFakeElectron()
  const signals: (AbortSignal | undefined)[] = []
  startApp(fake, () => coreThatWaits(signals))
  await fake.becomeReady()
  const first = fake.call(page, 7, 'app.openSample', {})
  expect(fake.contents.sent).toEqual([['boan:progress', 7, { done: 1, total: 2, label: 'x' }]])
  fake.cancel(stranger, 7)
  expect(signals[0]?.aborted).toBe(false)
  fake.cancel(page, 7)
  expect(await first).toMatchObject({ ok: false, error: { code: 'app.cancelled' } })
  const second = fake.call(page, 8, 'app.openSample', {})
  fake.contents.emit('did-navigate')
  expect(await second).toMatchObject({ ok: false })
})

test('a second start ends at once and opens no core', () => {
  const fake = createFakeElectron()
  fake.requestSingleInstanceLock.mockReturnValue(false)
  const openCore = vi.fn<() => Core>(() => openTempCore())
  startApp(fake, openCore)
  expect(fake.quit).toHaveBeenCalledOnce()
  expect(openCore).not.toHaveBeenCalled()
})

test('a second start brings the first one to the front', async () => {
  const { fake } = await runningApp()
  fake.app.emit('second-instance', {}, ['boan'])
  expect(fake.order.slice(-2)).toEqual(['restored', 'focused'])
})

test('a double-clicked file that is no case file is told, and the window stays', async () => {
  const { fake } = await runningApp()
  const file = join(tempFolder(), 'x.boan')
  writeFileSync(file, 'no zip')
  const event = { preventDefault: vi.fn<() => void>() }
  fake.app.emit('open-file', event, file)
  await eventually(() => expect(fake.dialog.showErrorBox).toHaveBeenCalledOnce())
  expect(event.preventDefault).toHaveBeenCalledOnce()
  fake.app.emit('second-instance', {}, ['boan', '--flag', file])
  await eventually(() => expect(fake.dialog.showErrorBox).toHaveBeenCalledTimes(2))
  expect(fake.order.filter((step) => step === 'page')).toHaveLength(1)
})

test('a data folder that cannot be made is told once the app can show a dialog', async () => {
  const fake = createFakeElectron()
  const file = join(tempFolder(), 'a-file')
  writeFileSync(file, '')
  const options = { dataDir: join(file, 'data'), language: 'zh' as const, rendererDir: file, preloadFile: file }
  createApp(fake.electron, { ...options, openCore: () => openTempCore(), describe: String })
  await fake.becomeReady()
  expect(fake.dialog.showErrorBox).toHaveBeenCalledOnce()
  expect(fake.order).not.toContain('window')
})

test('a folder that cannot be opened is told in a sentence and leaves no window', async () => {
  const fake = createFakeElectron()
  startApp(fake, () => {
    throw new Error('folder in use')
  })
  await fake.becomeReady()
  expect(fake.dialog.showErrorBox).toHaveBeenCalledWith('boan', 'sentence of Error: folder in use')
  expect(fake.order).not.toContain('window')
})

test('quitting waits until the core has closed', async () => {
  const { fake, core } = await runningApp()
  const event = { preventDefault: vi.fn<() => void>() }
  const close = vi.spyOn(core, 'close')
  fake.app.emit('will-quit', event)
  expect(event.preventDefault).toHaveBeenCalledOnce()
  expect(close).toHaveBeenCalledOnce()
  await eventually(() => expect(fake.quit).toHaveBeenCalledOnce())
})
