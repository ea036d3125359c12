import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BoanError } from '../../../shared/errors.ts'
import { appRoot } from '../../app-root.ts'
import { backUp } from './backup.ts'
import type { Db } from './open.ts'

export interface Migration {
  version: number
  name: string
  sql: string
  sha256: string
}

const migrationsFolder = join(appRoot, 'electron', 'core', 'database', 'migrations')

/** The known steps in order. File names are `NNNN-purpose.sql`, numbered from 1 without gaps. */
export function readMigrations(folder = migrationsFolder): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .toSorted()
  return names.map((name, index) => {
    const version = Number(name.slice(0, 4))
    if (version !== index + 1) throw new Error(`migration out of order: ${name}`)
    const sql = readFileSync(join(folder, name), 'utf8')
    return { version, name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

/** How many steps this database has had; 0 for an empty one. */
export function schemaVersion(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/** The number of the newest step, found by listing alone (the start of a reader should not read every file). */
export function latestVersion(folder = migrationsFolder): number {
  return readdirSync(folder).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).length
}

/**
 * Brings a database to the newest version, each step in its own transaction with its SHA-256 kept; a backup is made first
 * when there is anything to lose. Throws `app.database-newer` for a database of a newer app, which is not touched, and
 * `app.database-damaged` when the steps it had are not the ones this app knows.
 */
export async function migrate(
  db: Db,
  dataDir: string,
  now: () => string,
  migrations = readMigrations(),
): Promise<number> {
  const version = schemaVersion(db)
  if (version > migrations.length) {
    throw new BoanError('app.database-newer', { found: version, known: migrations.length })
  }
  if (version > 0) checkApplied(db, migrations, version)
  if (version === migrations.length) return 0
  if (version > 0) await backUp(db, dataDir, 'before-migration', now())
  db.exec(
    'CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
  )
  for (const step of migrations.slice(version)) applyStep(db, step, now())
  return migrations.length - version
}

function applyStep(db: Db, step: Migration, moment: string): void {
  // Foreign keys cannot be switched inside a transaction, and a step may rebuild tables that others point to.
  db.pragma('foreign_keys = OFF')
  try {
    db.transaction(() => {
      db.exec(step.sql)
      const broken = db.pragma('foreign_key_check') as unknown[]
      if (broken.length > 0) throw new BoanError('app.migration-failed', { step: step.name })
      db.prepare('INSERT INTO migrations (version, name, sha256, applied_at) VALUES (?, ?, ?, ?)').run(
        step.version,
        step.name,
        step.sha256,
        moment,
      )
      db.pragma(`user_version = ${step.version}`)
    })()
  } finally {
    db.pragma('foreign_keys = ON')
  }
}

function checkApplied(db: Db, migrations: Migration[], version: number): void {
  const applied = db
    .prepare<[], { version: number; sha256: string }>('SELECT version, sha256 FROM migrations ORDER BY version')
    .all()
  const same = applied.length === version && applied.every((row, i) => row.sha256 === migrations[i]?.sha256)
  if (!same) throw new BoanError('app.database-damaged', { file: db.name })
}
