import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type * as Electron from 'electron'
import type { Language } from '../../shared/i18n/index.ts'
import type { Core } from '../core/core.ts'
import { securityHeaders } from '../security/csp.ts'
import { guardNavigation } from '../security/navigation.ts'
import { blockNetwork, silenceChromium } from '../security/network.ts'
import { appHost, appScheme, pageAddress } from '../security/own-address.ts'
import { guardPermissions } from '../security/permissions.ts'
import { answerIpcCalls } from './ipc-calls.ts'
import { createMenu } from './menu.ts'
import { findReceivedFile, openReceived } from './open-received.ts'
import { answerError, answerRoute } from './routes.ts'

export type ElectronModule = Pick<
  typeof Electron,
  'app' | 'BrowserWindow' | 'dialog' | 'ipcMain' | 'Menu' | 'protocol' | 'session'
>

export interface AppOptions {
  dataDir: string
  rendererDir: string
  preloadFile: string
  language: Language
  openCore(): Core | Promise<Core>
  /** A case file that was double-clicked. */
  receivedFile?: string | undefined
  /** What a person is told of a failure at start. */
  describe(error: unknown): string
  /** Told once the page is there. */
  onShown?: () => void
}

/**
 * The Electron host: one window over the core. Takes Electron's module as an argument, so that a test can see every guard wired.
 * What must happen before the app is ready happens at once.
 */
export function createApp(electron: ElectronModule, options: AppOptions): void {
  const { app, protocol } = electron
  app.enableSandbox()
  silenceChromium(app)
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
  // Every contents that is ever made is held, also one that Chromium makes by itself.
  app.on('web-contents-created', (_event, contents) => guardNavigation(contents))
  app.on('window-all-closed', () => app.quit())
  const received = Promise.withResolvers<ShowReceived>()
  // macOS names a double-clicked file this way, before the window is there or long after.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    void received.promise.then((show) => show(path))
  })
  const folders = attempt(() => setFolders(app, options.dataDir))
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  void app
    .whenReady()
    .then(() => folders)
    .then(() => start(electron, options))
    .then(received.resolve)
    .catch((error: unknown) => {
      showFailure(electron, options, error)
      app.quit()
    })
}

/** A failure now that is told when there can be a dialog. */
async function attempt(run: () => void): Promise<void> {
  run()
}

/** Chromium's own files stay apart from the person's data. Electron wants the folders to be there. */
function setFolders(app: Electron.App, dataDir: string): void {
  const windowDir = join(dataDir, 'window')
  mkdirSync(windowDir, { recursive: true, mode: 0o700 })
  app.setPath('userData', dataDir)
  app.setPath('sessionData', windowDir)
}

function showFailure({ app, dialog }: ElectronModule, options: AppOptions, error: unknown): void {
  dialog.showErrorBox(app.getName(), options.describe(error))
}

type ShowReceived = (path: string) => Promise<void>

async function start(electron: ElectronModule, options: AppOptions): Promise<ShowReceived> {
  const { app, session } = electron
  const core = await options.openCore()
  closeCoreAtQuit(app, core)
  const windowSession = session.defaultSession
  guardPermissions(windowSession)
  blockNetwork(windowSession)
  windowSession.protocol.handle(appScheme, (request) => serve(core, options.rendererDir, request))
  const cancelWithPage = answerIpcCalls(electron.ipcMain, core)
  app.on('web-contents-created', (_event, contents) => cancelWithPage(contents))
  electron.Menu.setApplicationMenu(createMenu(electron.Menu, options.language))
  const window = createWindow(electron, options)
  /** Shows a case file that was double-clicked; one that cannot be opened is told, and the window stays where it is. */
  const showReceived: ShowReceived = async (path) => {
    try {
      await window.loadURL(`${pageAddress}#${await openReceived(core, path)}`)
    } catch (error) {
      showFailure(electron, options, error)
    }
  }
  app.on('second-instance', (_event, args) => {
    if (window.isMinimized()) window.restore()
    window.focus()
    const path = findReceivedFile(args)
    if (path !== undefined) void showReceived(path)
  })
  await window.loadURL(pageAddress)
  if (options.receivedFile !== undefined) await showReceived(options.receivedFile)
  return showReceived
}

function createWindow(electron: ElectronModule, options: AppOptions): Electron.BrowserWindow {
  const window = new electron.BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload: options.preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      // The PDF viewer, the only plugin there is: evidence and papers are read in the window.
      plugins: true,
      navigateOnDragDrop: false,
      // Chromium would fetch dictionaries.
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => {
    window.show()
    options.onShown?.()
  })
  return window
}

/** Answers `app://boan/…` with the routes both windows share, and the same headers as the local host. */
async function serve(core: Core, rendererDir: string, request: Request): Promise<Response> {
  const answer =
    new URL(request.url).host === appHost
      ? await answerRoute(core, rendererDir, request)
      : answerError({ code: 'host.not-found', params: {} }, 404)
  const headers = new Headers(answer.headers)
  for (const [name, value] of Object.entries(securityHeaders)) if (!headers.has(name)) headers.set(name, value)
  return new Response(answer.body, { status: answer.status, headers })
}

/** Quitting waits until the threads have closed the database. */
function closeCoreAtQuit(app: Electron.App, core: Core): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void core.close().finally(() => {
      closed = true
      app.quit()
    })
  })
}
