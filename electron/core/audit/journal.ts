import { createHash, randomBytes } from 'node:crypto'
import { canonicalJsonOf } from '../../../shared/canonical-json.ts'
import { entryHash, type JournalContent, journalContentHash, journalStart } from '../../../shared/journal.ts'
import type { Db } from '../database/open.ts'

/** What a command hands to the journal when it is done; the rest (sequence, salt, hashes) is made here. */
export interface JournalRecord {
  moment: string
  appVersion: string
  deviceId: string
  call: string
  subjectIds: string[]
  input: unknown
  filesSha256: string[]
  change: unknown
}

/** SHA-256 of a text's UTF-8 bytes, 64 lower-case hex digits. */
export function sha256Text(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** Adds one entry to the chain. To be called inside the command's own transaction. Returns its sequence. */
export function appendJournal(db: Db, record: JournalRecord): number {
  const last = db
    .prepare<[], { sequence: number; hash: string }>(
      'SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1',
    )
    .get()
  const content: JournalContent = {
    sequence: (last?.sequence ?? 0) + 1,
    moment: record.moment,
    appVersion: record.appVersion,
    deviceId: record.deviceId,
    call: record.call,
    subjectIds: [...new Set(record.subjectIds)].toSorted(),
    inputSha256: sha256Text(canonicalJsonOf(record.input)),
    filesSha256: [...new Set(record.filesSha256)].toSorted(),
    changeSha256: sha256Text(canonicalJsonOf(record.change)),
    salt: randomBytes(16).toString('hex'),
  }
  insertEntry(db, content, last?.hash ?? journalStart)
  return content.sequence
}

function insertEntry(db: Db, content: JournalContent, previousHash: string): void {
  const contentHash = journalContentHash(content, sha256Text)
  const hash = entryHash({ sequence: content.sequence, previousHash, contentHash }, sha256Text)
  db.prepare('INSERT INTO journal (sequence, content, content_hash, hash) VALUES (?, ?, ?, ?)').run(
    content.sequence,
    canonicalJsonOf(content),
    contentHash,
    hash,
  )
  const addSubject = db.prepare('INSERT INTO journal_subjects (subject_id, sequence) VALUES (?, ?)')
  for (const id of content.subjectIds) addSubject.run(id, content.sequence)
}

/** Walks the whole chain. `brokenAt` is the first sequence whose content or link does not hold. */
export function verifyJournal(db: Db): { ok: boolean; entries: number; brokenAt: number | null } {
  const rows = db.prepare<[], { sequence: number; content: string; content_hash: string; hash: string }>(
    'SELECT sequence, content, content_hash, hash FROM journal ORDER BY sequence',
  )
  let previousHash = journalStart
  let entries = 0
  for (const row of rows.iterate()) {
    entries++
    const linked = entryHash({ sequence: entries, previousHash, contentHash: row.content_hash }, sha256Text)
    const whole = row.sequence === entries && sha256Text(row.content) === row.content_hash && linked === row.hash
    if (!whole) return { ok: false, entries, brokenAt: row.sequence }
    previousHash = row.hash
  }
  return { ok: true, entries, brokenAt: null }
}
