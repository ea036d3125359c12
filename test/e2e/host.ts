import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'

const startFile = join(import.meta.dirname, '../../out/node/start.js')

export interface RunningHost {
  /** The address that opens a page with a session, once. */
  address: string
  dataDir: string
  stop(): Promise<void>
}

/** Starts the built local host, as `npm start -- --no-open` does, and waits for its address. */
export async function startHost(dataDir: string): Promise<RunningHost> {
  const child = spawn(process.execPath, [startFile, '--no-open', '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (bytes: Buffer) => {
      output += bytes.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/#launch=[\w-]+/.exec(output)?.[0]
      if (found !== undefined) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`the host ended with ${code} before it gave an address: ${output}`)))
  })
  return {
    address,
    dataDir,
    async stop() {
      if (child.exitCode !== null) return
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      await exited
    },
  }
}

/** Playwright's test with a host of its own on an empty folder, and a check that the page reported no error of its own. */
export const test = base.extend<{ host: RunningHost }>({
  // Playwright reads from the names here what a fixture needs; this one needs nothing.
  host: async ({ browserName: _any }, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'boan-e2e-'))
    const host = await startHost(dataDir)
    await use(host)
    await host.stop()
    rmSync(dataDir, { recursive: true, force: true })
  },
  // After the host, so that what the page asks of a host that is being ended is no error of the page.
  page: async ({ host: _running, page }, use) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    await use(page)
    base.expect(errors).toEqual([])
  },
})

export { expect } from '@playwright/test'
