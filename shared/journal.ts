import { z } from 'zod'
import { canonicalJson } from './canonical-json.ts'

/** SHA-256 of the UTF-8 bytes of a text, as 64 lower-case hex digits. Passed in, so that shared/ stays free of Node. */
export type Sha256Text = (text: string) => string

const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/)

/** What stands before the first entry of a journal. */
export const journalStart = '0'.repeat(64)

/**
 * What one command did (design.md 'Data' and 'Journal content'). Input and change are only hashes here; `salt` (16 random
 * bytes, hex) keeps content that is withheld from a bundle from being guessed from `contentHash`.
 */
const journalContentSchema = z.strictObject({
  sequence: z.int().min(1),
  moment: z.iso.datetime({ precision: 3 }),
  appVersion: z.string(),
  deviceId: z.string(),
  call: z.string(),
  subjectIds: z.array(z.string()),
  inputSha256: sha256Hex,
  filesSha256: z.array(sha256Hex),
  changeSha256: sha256Hex,
  salt: z.string().regex(/^[0-9a-f]{32}$/),
})
export type JournalContent = z.infer<typeof journalContentSchema>

/** One line of `data/journal.jsonl`: every entry has its hashes, only the case's own have their content. */
export const journalLineSchema = z.strictObject({
  sequence: z.int().min(1),
  contentHash: sha256Hex,
  hash: sha256Hex,
  content: journalContentSchema.optional(),
})
export type JournalLine = z.infer<typeof journalLineSchema>

/** SHA-256 of the canonical JSON of an entry's content, salt included. */
export function journalContentHash(content: JournalContent, sha256: Sha256Text): string {
  return sha256(canonicalJson(content))
}

/**
 * The hash that chains an entry to all before it. Plain lines of text, so that it can be checked with stock tools:
 * `printf 'boan-journal-1\n%s\n%s\n%s\n' SEQUENCE PREVIOUS-HASH CONTENT-HASH | sha256sum`.
 */
export function entryHash(
  entry: { sequence: number; previousHash: string; contentHash: string },
  sha256: Sha256Text,
): string {
  return sha256(`boan-journal-1\n${entry.sequence}\n${entry.previousHash}\n${entry.contentHash}\n`)
}
