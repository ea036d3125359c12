import { BoanError, type ErrorData } from '../../shared/errors.ts'
import { sqliteCode } from './database/open.ts'

/** Turns whatever was thrown into what a person can be told. An unforeseen error keeps its text for the log, under `app.unexpected`. */
export function describeFailure(error: unknown): ErrorData {
  if (error instanceof BoanError) return error.toData()
  const sqlite = sqliteCode(error)
  if (sqlite.startsWith('SQLITE_FULL') || systemCode(error) === 'ENOSPC') return { code: 'app.disk-full', params: {} }
  if (sqlite.startsWith('SQLITE_READONLY') || ['EACCES', 'EROFS', 'EPERM'].includes(systemCode(error))) {
    return { code: 'app.folder-read-only', params: { folder: '' } }
  }
  if (sqlite.startsWith('SQLITE_CORRUPT')) return { code: 'app.database-damaged', params: { file: '' } }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { code: 'app.unexpected', params: { detail } }
}

function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
