import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export type ElectronFetch = 'fetched' | 'unreachable' | 'still-fetching'

/**
 * Has electron's own installer fetch the runtime (electron 45 brings none and does so at first use) and waits for it at most
 * `timeoutMs`. A download that takes longer goes on by itself, so that the next start finds it. This is the developer's start
 * script, not the app: the app itself never uses the network.
 */
export async function fetchElectron(root: string, timeoutMs: number): Promise<ElectronFetch> {
  const installer = join(root, 'node_modules', 'electron', 'install.js')
  if (!existsSync(installer)) return 'unreachable'
  const child = spawn(process.execPath, [installer], { stdio: 'ignore', detached: true })
  const ended = new Promise<ElectronFetch>((resolve) => {
    child.once('exit', (code) => resolve(code === 0 ? 'fetched' : 'unreachable'))
    child.once('error', () => resolve('unreachable'))
  })
  const late = Promise.withResolvers<ElectronFetch>()
  const timer = setTimeout(() => late.resolve('still-fetching'), timeoutMs)
  const outcome = await Promise.race([ended, late.promise])
  clearTimeout(timer)
  child.unref()
  return outcome
}
