import { join } from 'node:path'
import type { TFunction } from 'i18next'
import { createI18n } from '../shared/i18n/index.ts'
import { appRoot } from './app-root.ts'
import type { Core } from './core/core.ts'
import { describeFailure } from './core/failure.ts'
import { defaultDataDir } from './hosts/data-folder.ts'
import { fetchElectron } from './hosts/fetch-electron.ts'
import { findElectron } from './hosts/find-electron.ts'
import { chooseLanguage, renderError } from './hosts/language.ts'
import { openReceived } from './hosts/open-received.ts'
import { openWindow } from './hosts/open-window.ts'
import { runElectron } from './hosts/run-electron.ts'
import { readStartArgs, type StartArgs } from './hosts/start-args.ts'
import { startCore } from './hosts/start-core.ts'
import { startLocalHost } from './local-host.ts'

/** How long the Electron runtime, and then its window, may take until the local host takes over. */
const electronTimeoutMs = 5_000

const language = chooseLanguage(undefined)
const { t } = createI18n(language)

try {
  await start(readStartArgs(process.argv.slice(2)), t)
} catch (error) {
  const data = describeFailure(error)
  console.error(renderError(language, data))
  process.exitCode = data.code === 'host.bad-argument' ? 2 : 1
}

/** The Electron window where its runtime is there and comes up, else the local host; one line says which. */
async function start(args: StartArgs, t: TFunction): Promise<void> {
  const dataDir = args.data ?? defaultDataDir()
  if (args.open && (await startElectron(dataDir, args, t))) return
  await startLocally(dataDir, args, t)
}

async function startElectron(dataDir: string, { demo, receivedFile }: StartArgs, t: TFunction): Promise<boolean> {
  const fetched = findElectron(appRoot) === undefined ? await fetchElectron(appRoot, electronTimeoutMs) : 'fetched'
  const program = fetched === 'fetched' ? findElectron(appRoot) : undefined
  if (program === undefined) {
    console.error(t(fetched === 'still-fetching' ? 'host:start.electron-coming' : 'host:start.no-electron'))
    return false
  }
  const args = [
    appRoot,
    `--data=${dataDir}`,
    ...(demo ? ['--demo'] : []),
    ...(receivedFile === undefined ? [] : [receivedFile]),
  ]
  const run = await runElectron(program, args, electronTimeoutMs)
  if (!run.shown) {
    console.error(t('host:start.electron-failed', { detail: run.detail }))
    return false
  }
  console.error(t('host:start.electron'))
  process.exitCode = await run.exited
  return true
}

async function startLocally(dataDir: string, args: StartArgs, t: TFunction): Promise<void> {
  if (args.demo) console.error(t('host:start.sample'))
  const core = await startCore({ dataDir, demo: args.demo })
  const host = await startLocalHost(core, join(appRoot, 'out', 'renderer'), args.port).catch(async (error: unknown) => {
    await core.close()
    throw error
  })
  const stop = async (): Promise<void> => {
    await host.close()
    await core.close()
    process.stdin.pause()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop())
  const place = await receivedPlace(core, args.receivedFile)
  const show = async (): Promise<void> => {
    const address = host.newAddress(place)
    if (!args.open) {
      console.log(t('host:start.address', { address }))
      return
    }
    // An address opens once, so the person gets another one than the window.
    console.log(t('host:start.opened', { address: host.newAddress(place) }))
    const window = await openWindow(address, join(dataDir, 'window'))
    if (window.kind === 'none') console.error(t('host:start.no-browser'))
    if (window.kind === 'app') void window.closed.then(stop)
  }
  await show()
  if (!process.stdin.isTTY) return
  console.error(t('host:start.again'))
  process.stdin.on('data', () => void show())
}

/** Where the window opens: at the case file that was named, or, after a sentence about one that cannot be opened, at home. */
async function receivedPlace(core: Core, file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined
  try {
    return await openReceived(core, file)
  } catch (error) {
    console.error(renderError(language, describeFailure(error)))
    return undefined
  }
}
