import { newUuid } from '../ids.ts'
import type { Db } from './open.ts'

type MetaKey = 'device_id' | 'imports_state' | 'figures_state'

/** One of the few facts about this database itself; undefined when it was never set. */
export function readMeta(db: Db, key: MetaKey): string | undefined {
  return db.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?').get(key)?.value
}

export function writeMeta(db: Db, key: MetaKey, value: string): void {
  db.prepare('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(
    key,
    value,
  )
}

/** The id of this installation's journal, made with the database. */
export function ensureDeviceId(db: Db, nowMs: number): string {
  const known = readMeta(db, 'device_id')
  if (known !== undefined) return known
  const made = newUuid(nowMs)
  writeMeta(db, 'device_id', made)
  return made
}
