import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { BoanError } from '../../../shared/errors.ts'
import type { Db } from './open.ts'

/** How many backups of each kind are kept; older ones go. */
const keptPerKind = 10

export interface Backup {
  path: string
  sizeBytes: number
  moment: string
}

/**
 * Copies the database through SQLite's own backup into `backups/`, checks the copy before it is trusted, and keeps the newest
 * ten of its kind. Throws `app.backup-failed`; nothing half-written stays.
 */
export async function backUp(
  db: Db,
  dataDir: string,
  kind: 'manual' | 'before-migration',
  moment: string,
): Promise<Backup> {
  const folder = join(dataDir, 'backups')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const name = `boan-${kind}-${moment.replaceAll(/[:.]/g, '-')}.db`
  const path = join(folder, name)
  const partial = `${path}.partial`
  try {
    await db.backup(partial)
    checkCopy(partial)
    renameSync(partial, path)
  } catch (error) {
    rmSync(partial, { force: true })
    throw new BoanError('app.backup-failed', { folder }, undefined, { cause: error })
  }
  prune(folder, `boan-${kind}-`)
  return { path, sizeBytes: statSync(path).size, moment }
}

function checkCopy(file: string): void {
  const copy = new Database(file, { readonly: true })
  try {
    const answer = copy.pragma('quick_check(1)', { simple: true })
    if (answer !== 'ok') throw new Error(String(answer))
  } finally {
    copy.close()
  }
}

function prune(folder: string, prefix: string): void {
  const names = readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith('.db'))
    .toSorted()
  for (const name of names.slice(0, -keptPerKind)) rmSync(join(folder, name))
}
