import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { shanghaiDate } from '../../../shared/calendar.ts'
import { verifyJournal } from '../audit/journal.ts'
import type { Handlers } from '../context.ts'
import { backUp } from '../database/backup.ts'
import { quickCheck } from '../database/integrity.ts'
import { refigureAll } from '../earnings/index.ts'
import { hasRecords } from './has-records.ts'
import { readSettings, writeSettings } from './settings.ts'
import { search } from './search.ts'

type AppCall =
  | 'app.status'
  | 'app.saveSettings'
  | 'app.backup'
  | 'app.verifyJournal'
  | 'app.checkIntegrity'
  | 'app.search'
  | 'app.dates'
  | 'app.exportDates'

export const appHandlers: Handlers<AppCall> = {
  'app.status': (context) => ({
    version: context.appVersion,
    dataDir: context.dataDir,
    sample: context.isSample,
    deviceId: context.deviceId,
    hasRecords: hasRecords(context.db),
    lastBackupAt: lastBackupAt(context.dataDir),
    lastImportAt: lastCallAt(context.db, 'earnings.importStatements'),
    settings: readSettings(context.db),
  }),
  'app.saveSettings': (context, input) => {
    const settings = writeSettings(context.db, input)
    // The place of work says which minimum wage limits deductions.
    if (input.workPlace !== undefined) refigureAll(context.db)
    return settings
  },
  'app.backup': (context) => backUp(context.db, context.dataDir, 'manual', context.now()),
  'app.verifyJournal': (context) => verifyJournal(context.db),
  'app.checkIntegrity': (context) => quickCheck(context.db),
  // The calendar asks every domain: loaded when it is first looked at.
  'app.dates': async (context) => ({
    today: shanghaiDate(context.now()),
    dates: await (await import('./dates.ts')).listDates(context),
  }),
  'app.exportDates': async (context, input) => (await import('./export-dates.ts')).exportDates(context, input),
  'app.search': (context, input) => ({ hits: search(context.db, input.text) }),
}

function lastBackupAt(dataDir: string): string | null {
  const folder = join(dataDir, 'backups')
  if (!existsSync(folder)) return null
  const times = readdirSync(folder)
    .filter((name) => name.endsWith('.db'))
    .map((name) => statSync(join(folder, name)).mtime.toISOString())
  return times.toSorted().at(-1) ?? null
}

function lastCallAt(db: Parameters<typeof readSettings>[0], call: string): string | null {
  const row = db
    .prepare<[string], { moment: string }>(
      "SELECT content ->> '$.moment' AS moment FROM journal WHERE content ->> '$.call' = ? ORDER BY sequence DESC LIMIT 1",
    )
    .get(call)
  return row?.moment ?? null
}
