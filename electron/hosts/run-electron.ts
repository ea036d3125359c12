import { spawn } from 'node:child_process'

export type ElectronRun = { shown: true; exited: Promise<number> } | { shown: false; detail: string }

/**
 * Starts the Electron host and waits until its window is there. Where it is not within the time (no display, a missing library,
 * a sandbox the system refuses), it is ended, and the data folder is free again.
 */
export async function runElectron(program: string, args: string[], timeoutMs: number): Promise<ElectronRun> {
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'pipe', 'ipc'] })
  let lastWords = ''
  child.stderr?.on('data', (bytes: Buffer) => (lastWords = (lastWords + bytes.toString()).slice(-2_000)))
  const exited = new Promise<number>((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1))
    child.once('error', (error) => {
      lastWords += error.message
      resolve(1)
    })
  })
  const shown = new Promise<'shown'>((resolve) => child.once('message', () => resolve('shown')))
  const abort = new AbortController()
  const outcome = await Promise.race([shown, exited, wait(timeoutMs, abort.signal)])
  abort.abort()
  if (outcome === 'shown') return { shown: true, exited }
  child.kill('SIGKILL')
  await exited
  return { shown: false, detail: lastWords.trim().split('\n').at(-1) ?? '' }
}

function wait(timeoutMs: number, signal: AbortSignal): Promise<'late'> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('late'), timeoutMs)
    signal.addEventListener('abort', () => clearTimeout(timer))
  })
}
