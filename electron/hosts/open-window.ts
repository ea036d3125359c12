import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface OpenedWindow {
  /** An app window of its own, or a page in the person's browser. */
  kind: 'app' | 'browser' | 'none'
  /** Settles when the person closes the app window; never for a page in a browser. */
  closed: Promise<void>
}

/** How soon after its start a program that ends has only handed the address to another one, and closed nothing. */
const handoverMs = 3_000

/**
 * Opens an address: as an app window where Chrome or Edge is installed, with a profile of its own (no extension reads the page,
 * and the program ends with the window), else in the default browser. `none` when neither starts.
 */
export async function openWindow(address: string, profileDir: string): Promise<OpenedWindow> {
  const never = new Promise<void>(() => {})
  const program = findAppBrowser()
  const app = program === undefined ? undefined : await launch(program, appWindowArgs(address, profileDir))
  if (app !== undefined) return { kind: 'app', closed: whenClosed(app) }
  const [opener, args] = systemOpener(process.platform, address)
  return { kind: (await launch(opener, args)) === undefined ? 'none' : 'browser', closed: never }
}

/** Chrome's and Edge's own errands are off: this profile shows one local page. */
function appWindowArgs(address: string, profileDir: string): string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profileDir}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--window-size=1280,800',
  ]
}

/** The first of Chrome, Edge and Chromium that is installed where its installer puts it. */
export function findAppBrowser(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string | undefined {
  return candidates(platform, env).find((path) => existsSync(path))
}

function candidates(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
      (root) => root !== undefined,
    )
    const programs = [
      String.raw`Google\Chrome\Application\chrome.exe`,
      String.raw`Microsoft\Edge\Application\msedge.exe`,
    ]
    return programs.flatMap((program) => roots.map((root) => join(root, program)))
  }
  const names = [
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
    'chromium',
    'chromium-browser',
  ]
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** The system's way to open an address. On Windows not through `cmd`, which would read `&` as a command. */
function systemOpener(platform: NodeJS.Platform, address: string): [string, string[]] {
  if (platform === 'darwin') return ['open', [address]]
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', address]]
  return ['xdg-open', [address]]
}

async function launch(program: string, args: string[]): Promise<ChildProcess | undefined> {
  const child = spawn(program, args, { stdio: 'ignore' })
  return new Promise((resolve) => {
    child.once('spawn', () => resolve(child))
    child.once('error', () => resolve(undefined)) // Not installed: the next way is tried.
  })
}

function whenClosed(child: ChildProcess): Promise<void> {
  const startedAt = performance.now()
  return new Promise((resolve) => {
    child.once('exit', () => {
      if (performance.now() - startedAt > handoverMs) resolve()
    })
  })
}
