import { type Settings, settingsSchema } from '../../../shared/app/calls.ts'
import type { Db } from '../database/open.ts'

const defaults: Settings = {
  roles: [],
  language: 'zh',
  theme: 'system',
  interestMultiplePpm: 1_300_000,
  showInterestFirst: false,
  workPlace: '',
  selfPartyId: null,
}

/** The person's settings, defaults filled in. */
export function readSettings(db: Db): Settings {
  const rows = db.prepare<[], { key: string; value: string }>('SELECT key, value FROM settings').all()
  const stored = Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value) as unknown]))
  return settingsSchema.parse({ ...defaults, ...stored })
}

/** Stores the given fields and answers all of them. */
export function writeSettings(db: Db, changes: { [K in keyof Settings]?: Settings[K] | undefined }): Settings {
  const put = db.prepare(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  for (const [key, value] of Object.entries(changes)) {
    if (value !== undefined) put.run(key, JSON.stringify(value))
  }
  return readSettings(db)
}
