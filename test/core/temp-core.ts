import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Core, type CoreOptions, openCore } from '../../electron/core/core.ts'

/** A folder that goes away with the test. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'boan-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A real core with real threads and a real SQLite file in a folder that goes away with the test. */
export function openTempCore(options: Partial<CoreOptions> = {}): Core {
  const core = openCore({ dataDir: tempFolder(), appVersion: '0.0.0-test', ...options })
  onTestFinished(() => core.close())
  return core
}
