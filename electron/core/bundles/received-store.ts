import { existsSync } from 'node:fs'
import type { BundleKind } from '../../../shared/bundles/bag.ts'
import type { ReceivedBundle } from '../../../shared/bundles/calls.ts'
import type { KnownKey } from '../../../shared/bundles/verification.ts'
import { BoanError } from '../../../shared/errors.ts'
import type { Db } from '../database/open.ts'
import { loadSigningKey, signingKeyPath } from './signing-key.ts'

/** Keys seen before, oldest first, and this data folder's own if it has been made. */
export function readKnownKeys(db: Db, dataDir: string): KnownKey[] {
  const known = db
    .prepare<[], KnownKey>('SELECT sender, fingerprint, first_seen_on AS since FROM known_keys ORDER BY sequence')
    .all()
  if (!existsSync(signingKeyPath(dataDir))) return known
  return [...known, { sender: '', fingerprint: loadSigningKey(dataDir).fingerprint, since: '', own: true }]
}

/** Remembers that a sender uses a key; what was remembered first stays. */
export function rememberKey(
  db: Db,
  fingerprint: string,
  sender: string,
  firstSeenOn: string,
  acceptedBy: 'first-use' | 'person',
): void {
  db.prepare(
    `INSERT INTO known_keys (fingerprint, sender, first_seen_on, accepted_by, sequence)
     VALUES (?, ?, ?, ?, (SELECT coalesce(max(sequence), 0) + 1 FROM known_keys))
     ON CONFLICT (fingerprint, sender) DO NOTHING`,
  ).run(fingerprint, sender, firstSeenOn, acceptedBy)
}

const receivedColumns = `sha256 AS id, name, kind, sender, external_id AS externalId, title, size_bytes AS sizeBytes,
  received_at AS receivedAt, opened_at AS openedAt`

export interface ReceivedNote {
  id: string
  name: string
  kind: BundleKind | null
  sender: string
  externalId: string
  title: string
  sizeBytes: number
  moment: string
}

/** Notes a bundle, or that it was opened again. */
export function noteReceived(db: Db, note: ReceivedNote): ReceivedBundle {
  db.prepare(
    `INSERT INTO received_bundles (sha256, name, kind, sender, external_id, title, size_bytes, received_at, opened_at)
     VALUES (:id, :name, :kind, :sender, :externalId, :title, :sizeBytes, :moment, :moment)
     ON CONFLICT (sha256) DO UPDATE SET opened_at = excluded.opened_at`,
  ).run(note)
  const row = db
    .prepare<[string], ReceivedBundle>(`SELECT ${receivedColumns} FROM received_bundles WHERE sha256 = ?`)
    .get(note.id)
  if (row === undefined) throw new BoanError('bundles.unknown-bundle')
  return row
}

/** All received bundles, the last opened first. */
export function listReceived(db: Db): ReceivedBundle[] {
  return db
    .prepare<[], ReceivedBundle>(`SELECT ${receivedColumns} FROM received_bundles ORDER BY opened_at DESC, sha256`)
    .all()
}
