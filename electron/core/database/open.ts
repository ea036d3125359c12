import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { BoanError } from '../../../shared/errors.ts'

export type Db = Database.Database

export const databaseName = 'boan.db'

export interface OpenOptions {
  /** Tests fill a disk with this: the most pages the file may have. */
  maxPageCount?: number
}

/** Makes the data folder (0700) where it is not there. Throws `app.folder-read-only` when it cannot be written. */
export function prepareDataFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    if (process.platform !== 'win32') chmodSync(dataDir, 0o700)
  } catch (error) {
    throw new BoanError('app.folder-read-only', { folder: dataDir }, undefined, { cause: error })
  }
}

/** The only connection that writes: WAL, full synchronous, foreign keys on, 64 MB cache. */
export function openWriter(dataDir: string, options: OpenOptions = {}): Db {
  const db = openFile(join(dataDir, databaseName), false)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('cache_size = -65536')
  db.pragma('temp_store = MEMORY')
  if (options.maxPageCount !== undefined) db.pragma(`max_page_count = ${Math.trunc(options.maxPageCount)}`)
  return db
}

/** A read-only connection beside the writer; undefined when there is no database yet. */
export function openReader(dataDir: string): Db | undefined {
  const file = join(dataDir, databaseName)
  if (!existsSync(file)) return undefined
  const db = openFile(file, true)
  db.pragma('query_only = ON')
  db.pragma('cache_size = -32768')
  db.pragma('mmap_size = 268435456')
  return db
}

function openFile(file: string, readonly: boolean): Db {
  try {
    const db = new Database(file, { readonly, fileMustExist: readonly, timeout: 10_000 })
    // A probe: a file that is no database, or that cannot be read, is found here and not in the middle of a call.
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
    return db
  } catch (error) {
    throw describeOpenFailure(error, file)
  }
}

function describeOpenFailure(error: unknown, file: string): BoanError {
  const code = sqliteCode(error)
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) {
    return new BoanError('app.database-damaged', { file }, undefined, { cause: error })
  }
  return new BoanError('app.folder-read-only', { folder: file }, undefined, { cause: error })
}

/** SQLite's own name of a failure, such as `SQLITE_FULL`; empty for other errors. */
export function sqliteCode(error: unknown): string {
  return error instanceof Database.SqliteError ? error.code : ''
}
