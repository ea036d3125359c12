import type { Db } from './open.ts'

/** SQLite's own quick look at every page; at most twenty problems, in SQLite's words. */
export function quickCheck(db: Db): { ok: boolean; problems: string[] } {
  const rows = db.pragma('quick_check(20)') as { quick_check: string }[]
  const problems = rows.map((row) => row.quick_check).filter((text) => text !== 'ok')
  return { ok: problems.length === 0, problems }
}
