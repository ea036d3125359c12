import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { CallName, Input, Output } from '../../../shared/contract.ts'
import { BoanError } from '../../../shared/errors.ts'
import { migrate } from '../../../electron/core/database/migrate.ts'
import { type Db, openWriter } from '../../../electron/core/database/open.ts'
import { dispatch } from '../../../electron/core/dispatch.ts'
import { registerIntake } from '../../../electron/core/exchange.ts'
import { tempFolder } from '../temp-core.ts'

/** The core's door over a real database in this thread, with a clock and ids that every run repeats. */
export interface Desk {
  db: Db
  dataDir: string
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
  /** A token for a file with these bytes. */
  give(name: string, bytes: string | Uint8Array): string
  /** Moves the clock to noon of a day in Shanghai. */
  setDay(date: string): void
}

export async function openDesk(day = '2026-06-15'): Promise<Desk> {
  const dataDir = tempFolder()
  const db = openWriter(dataDir)
  onTestFinished(() => void db.close())
  let ids = 0
  let nowMs = noon(day)
  const newId = (): string => `01900000-0000-7000-8000-${String(++ids).padStart(12, '0')}`
  const now = (): string => new Date(nowMs++).toISOString()
  await migrate(db, dataDir, now)
  const environment = { db, dataDir, isSample: false, appVersion: '0.0.0-test', deviceId: 'device', now, newId }
  return {
    db,
    dataDir,
    async call(name, input) {
      const reply = await dispatch(environment, name, input, { progress: () => {}, cancelled: () => false })
      if (reply.ok) return reply.value as never
      throw new BoanError(reply.error.code, reply.error.params, reply.error.where)
    },
    give(name, bytes) {
      const token = newId()
      const folder = join(dataDir, 'given')
      mkdirSync(folder, { recursive: true })
      const path = join(folder, token)
      writeFileSync(path, bytes)
      registerIntake(dataDir, token, { path, name })
      return token
    },
    setDay(date) {
      nowMs = noon(date)
    },
  }
}

function noon(day: string): number {
  return Date.parse(`${day}T04:00:00.000Z`)
}
