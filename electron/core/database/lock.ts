import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { BoanError } from '../../../shared/errors.ts'
import { sqliteCode } from './open.ts'

export interface FolderLock {
  /** True when the last process to hold the folder did not close it: a crash, or a power cut. */
  afterUncleanExit: boolean
  release(): void
}

/**
 * Takes the data folder for this process: an exclusive transaction on a small `lock.db`, which the system lets go when the
 * process ends, however it ends. Throws `app.folder-in-use` with the holder's process number.
 */
export function lockFolder(dataDir: string): FolderLock {
  const holderFile = join(dataDir, 'lock.json')
  const db = openLock(dataDir, holderFile)
  const afterUncleanExit = readHolder(holderFile) !== undefined
  writeFileSync(holderFile, JSON.stringify({ pid: process.pid }))
  return {
    afterUncleanExit,
    release() {
      rmSync(holderFile, { force: true })
      db.close()
    },
  }
}

function openLock(dataDir: string, holderFile: string): Database.Database {
  let db: Database.Database | undefined
  try {
    db = new Database(join(dataDir, 'lock.db'), { timeout: 0 })
    db.pragma('journal_mode = DELETE')
    db.exec('BEGIN EXCLUSIVE')
    return db
  } catch (error) {
    db?.close()
    if (sqliteCode(error).startsWith('SQLITE_BUSY')) {
      throw new BoanError('app.folder-in-use', { folder: dataDir, pid: readHolder(holderFile)?.pid ?? '?' })
    }
    throw new BoanError('app.folder-read-only', { folder: dataDir }, undefined, { cause: error })
  }
}

function readHolder(file: string): { pid: number } | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return undefined // Not there: the folder was closed properly, or is new.
  }
  const pid = /"pid":(\d+)/.exec(text)?.[1]
  return { pid: Number(pid ?? 0) }
}
