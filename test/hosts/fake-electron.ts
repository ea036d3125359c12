import { EventEmitter } from 'node:events'
import { vi } from 'vitest'
import { eventually } from './eventually.ts'
import type { ElectronModule } from '../../electron/hosts/electron-app.ts'

type Listener = (...args: never[]) => unknown

/** A page's contents, as far as the host touches it. */
export class FakeContents extends EventEmitter {
  readonly id = 1
  readonly sent: unknown[][] = []
  windowOpenHandler: ((details: { url: string }) => unknown) | undefined
  setWindowOpenHandler(handler: (details: { url: string }) => unknown): void {
    this.windowOpenHandler = handler
  }
  send(...message: unknown[]): void {
    this.sent.push(message)
  }
  isDestroyed(): boolean {
    return false
  }
  /** Whether an event of this name would be held back. */
  isPrevented(name: string, facts: Record<string, unknown>): boolean {
    let prevented = false
    this.emit(name, { ...facts, preventDefault: () => (prevented = true) })
    return prevented
  }
}

/** Electron's module with only what the host uses, and a note of everything the host did to it. */
export function createFakeElectron() {
  const app = new EventEmitter()
  const order: string[] = []
  const note = (name: string) => vi.fn<(...args: unknown[]) => void>(() => void order.push(name))
  const ready = Promise.withResolvers<void>()
  const contents = new FakeContents()
  const handlers = new Map<string, Listener>()
  const listeners = new Map<string, Listener>()
  const windowOptions: unknown[] = []
  const session = {
    setPermissionRequestHandler: note('permission request handler'),
    setPermissionCheckHandler: note('permission check handler'),
    setDevicePermissionHandler: note('device permission handler'),
    setDisplayMediaRequestHandler: note('display media handler'),
    webRequest: { onBeforeRequest: note('request handler') },
    protocol: { handle: note('protocol handler') },
  }
  class FakeWindow extends EventEmitter {
    readonly webContents = contents
    constructor(options: unknown) {
      super()
      order.push('window')
      windowOptions.push(options)
      app.emit('web-contents-created', {}, contents)
    }
    loadURL(): Promise<void> {
      order.push('page')
      this.emit('ready-to-show')
      return Promise.resolve()
    }
    show(): void {
      order.push('shown')
    }
    restore(): void {
      order.push('restored')
    }
    focus(): void {
      order.push('focused')
    }
    isMinimized(): boolean {
      return true
    }
  }
  const requestSingleInstanceLock = vi.fn<() => boolean>(() => true)
  const commandLine = { appendSwitch: note('switch') }
  const quit = vi.fn<() => void>(() => void app.emit('will-quit', { preventDefault: () => {} }))
  Object.assign(app, {
    enableSandbox: note('sandbox'),
    setPath: note('path'),
    requestSingleInstanceLock,
    whenReady: () => ready.promise,
    getLocale: () => 'zh-CN',
    getName: () => 'boan',
    commandLine,
    quit,
  })
  const parts = {
    app,
    BrowserWindow: FakeWindow,
    dialog: { showErrorBox: vi.fn<(title: string, sentence: string) => void>() },
    ipcMain: {
      handle: (name: string, handler: Listener) => void handlers.set(name, handler),
      on: (name: string, listener: Listener) => void listeners.set(name, listener),
    },
    Menu: { buildFromTemplate: (template: unknown) => template, setApplicationMenu: note('menu') },
    protocol: { registerSchemesAsPrivileged: note('scheme') },
    session: { defaultSession: session },
  }
  return {
    electron: parts as unknown as ElectronModule,
    app,
    order,
    contents,
    session,
    windowOptions,
    dialog: parts.dialog,
    commandLine,
    quit,
    requestSingleInstanceLock,
    schemes: parts.protocol.registerSchemesAsPrivileged,
    /** Lets the app become ready and everything that waits for it run. */
    async becomeReady(): Promise<void> {
      ready.resolve()
      await eventually(() => {
        if (!order.includes('page') && parts.dialog.showErrorBox.mock.calls.length === 0) throw new Error('not yet')
      })
    },
    call(frame: unknown, ...args: unknown[]): Promise<unknown> {
      return Promise.resolve(
        handlers.get('boan:call')?.({ senderFrame: frame, sender: contents } as never, ...(args as never[])),
      )
    },
    cancel(frame: unknown, id: unknown): void {
      listeners.get('boan:cancel')?.({ senderFrame: frame, sender: contents } as never, id as never)
    },
  }
}
