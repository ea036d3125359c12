import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { migrate } from '../../../electron/core/database/migrate.ts'
import { type Db, openWriter } from '../../../electron/core/database/open.ts'
import { dispatch } from '../../../electron/core/dispatch.ts'
import type { NamedFile } from '../../../electron/core/earnings/import/file.ts'
import { rebuildAgreement } from '../../../electron/core/earnings/ledger/ledger-fold.ts'
import { registerIntake } from '../../../electron/core/exchange.ts'
import { newUuid } from '../../../electron/core/ids.ts'
import type { CallName, Input, Output } from '../../../shared/contract.ts'
import { BoanError } from '../../../shared/errors.ts'

export interface InProcess {
  db: Db
  dataDir: string
  folder: string
  call<N extends CallName>(name: N, input: Input<N>, cancelled?: () => boolean): Promise<Output<N>>
  takeIn(file: NamedFile): string
  /** Imports files in one call, or (with several calls) one after another. */
  importFiles(files: NamedFile[]): Promise<void>
  /** Empties every table of imported data and what is reckoned from it. */
  forgetImports(): void
}

const now = (): string => new Date().toISOString()

/** The core's calls in this thread, over a real database: for properties that ask a thousand times. */
export async function openInProcess(options: { maxPageCount?: number } = {}): Promise<InProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'boan-test-'))
  const dataDir = join(folder, 'data')
  mkdirSync(dataDir)
  const db = openWriter(dataDir, options)
  // A thousand commits need not each reach the disk here.
  db.pragma('synchronous = OFF')
  onTestFinished(() => {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  })
  await migrate(db, dataDir, now)
  const environment = {
    db,
    dataDir,
    appVersion: 'test',
    deviceId: 'test',
    isSample: false,
    now,
    newId: () => newUuid(Date.now()),
  }
  const self: InProcess = {
    db,
    dataDir,
    folder,
    async call(name, input, cancelled = () => false) {
      const reply = await dispatch(environment, name, input, { progress: () => {}, cancelled })
      if (!reply.ok) throw new BoanError(reply.error.code, reply.error.params, reply.error.where)
      return reply.value as never
    },
    takeIn(file) {
      const token = newUuid(Date.now())
      registerIntake(dataDir, token, file)
      return token
    },
    async importFiles(files) {
      const { files: previews } = await self.call('earnings.previewStatements', {
        files: files.map((file) => ({ file: self.takeIn(file) })),
      })
      const plans = previews.map((result) => {
        if (!result.ok) throw new Error(JSON.stringify(result.failure))
        return { planId: result.preview.planId }
      })
      await self.call('earnings.importStatements', { plans })
    },
    forgetImports() {
      db.pragma('foreign_keys = OFF')
      for (const table of importedTables) db.exec(`DELETE FROM ${table}`)
      db.pragma('foreign_keys = ON')
      const agreements = db.prepare<[], string>('SELECT id FROM agreements').pluck().all()
      for (const id of agreements) rebuildAgreement(db, id)
    },
  }
  return self
}

const importedTables = [
  'statement_rows',
  'statement_problems',
  'statement_ignored',
  'order_line_versions',
  'order_line_keys',
  'order_lines',
  'line_accounts',
  'payment_rows',
  'imported_payments',
  'session_rows',
  'sessions',
  'statements',
  'held_lines',
  'adjustments',
]
