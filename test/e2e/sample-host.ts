import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHost, test as emptyTest } from './host.ts'

const cliFile = join(import.meta.dirname, '../../out/node/cli.js')

interface SampleData {
  dataDir: string
  /** The case file that filling the sample exported. */
  bundleFile: string
}

/** The same test on a folder whose sample is filled, once for all tests of a run; each test has a host of its own on it. */
export const test = emptyTest.extend<object, { sample: SampleData }>({
  sample: [
    // Playwright reads from the names here what a fixture needs; this one needs nothing.
    async ({ browserName: _any }, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'boan-e2e-'))
      const filling = spawn(process.execPath, [cliFile, 'demo', '--data', dataDir], { stdio: 'ignore' })
      const [code] = await once(filling, 'exit')
      const bundle = readdirSync(dataDir).find((name) => name.endsWith('.boan'))
      if (bundle === undefined) throw new Error(`filling the sample ended with ${String(code)} and made no case file`)
      await use({ dataDir, bundleFile: join(dataDir, bundle) })
      rmSync(dataDir, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 150_000 },
  ],
  host: async ({ sample }, use) => {
    const host = await startHost(sample.dataDir)
    await use(host)
    await host.stop()
  },
})

export { expect } from '@playwright/test'
