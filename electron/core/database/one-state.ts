import type { Db } from './open.ts'

/** Runs what reads the database so that it sees one state from begin to end, whatever is written meanwhile. */
export async function readOneState<T>(db: Db, read: () => T | Promise<T>): Promise<T> {
  db.exec('BEGIN')
  try {
    return await read()
  } finally {
    db.exec('COMMIT')
  }
}
