import { journalLineText } from '../../../shared/bundles/journal-slice.ts'
import type { JournalContent } from '../../../shared/journal.ts'
import type { Db } from '../database/open.ts'

/**
 * The journal as it goes along with a case, one canonical line an entry: the hash of every entry up to the last that changed one of
 * the subjects, the content only of theirs. Notes of exports are no change, so that the same state gives the same lines.
 */
export function* journalSlice(db: Db, subjectIds: readonly string[]): Generator<string> {
  const own = sequencesOf(db, subjectIds)
  const last = own.reduce((highest, entry) => (entry.isChange ? Math.max(highest, entry.sequence) : highest), 0)
  const withContent = new Set(own.map((entry) => entry.sequence))
  const rows = db.prepare<[number], { sequence: number; content: string; contentHash: string; hash: string }>(
    'SELECT sequence, content, content_hash AS contentHash, hash FROM journal WHERE sequence <= ? ORDER BY sequence',
  )
  for (const { sequence, content, contentHash, hash } of rows.iterate(last)) {
    const line = { sequence, contentHash, hash }
    yield `${journalLineText(withContent.has(sequence) ? { ...line, content: JSON.parse(content) as JournalContent } : line)}\n`
  }
}

function sequencesOf(db: Db, subjectIds: readonly string[]): { sequence: number; isChange: boolean }[] {
  return db
    .prepare<[string], { sequence: number; call: string }>(
      `SELECT DISTINCT journal.sequence, content ->> '$.call' AS call FROM journal_subjects
       JOIN journal ON journal.sequence = journal_subjects.sequence
       WHERE subject_id IN (SELECT value FROM json_each(?)) ORDER BY journal.sequence`,
    )
    .all(JSON.stringify(subjectIds))
    .map(({ sequence, call }) => ({ sequence, isChange: call !== 'disputes.noteExport' }))
}
