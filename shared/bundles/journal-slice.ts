import { canonicalJson } from '../canonical-json.ts'
import { entryHash, journalContentHash, journalLineSchema, journalStart } from '../journal.ts'
import type { JournalLine, Sha256Text } from '../journal.ts'

type JournalFault = 'not-json' | 'sequence' | 'content' | 'chain'

export type JournalSliceResult =
  | { ok: true; entries: number; withContent: number; lastHash: string }
  | { ok: false; fault: JournalFault; line: number }

/** One line of `journal.jsonl`, canonical, without its line end. */
export function journalLineText(line: JournalLine): string {
  return canonicalJson(line)
}

/**
 * Does the chain hold? Line n is entry n, each `hash` follows from the one before and from `contentHash`, and content that
 * is given hashes to its `contentHash`. Content that is withheld cannot be checked and need not be. The first fault is
 * named with its line, from 1. An empty slice holds: nothing was claimed.
 */
export function verifyJournalSlice(lines: Iterable<string>, sha256: Sha256Text): JournalSliceResult {
  let previousHash = journalStart
  let entries = 0
  let withContent = 0
  for (const text of lines) {
    if (text === '') continue
    const entry = parseLine(text)
    const fault = entry === undefined ? 'not-json' : lineFault(entry, entries + 1, previousHash, sha256)
    if (entry === undefined || fault !== undefined) return { ok: false, fault: fault ?? 'not-json', line: entries + 1 }
    entries += 1
    if (entry.content !== undefined) withContent += 1
    previousHash = entry.hash
  }
  return { ok: true, entries, withContent, lastHash: previousHash }
}

function parseLine(text: string): JournalLine | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined // The caller names the line; there is nothing more to say about text that is no JSON.
  }
  const parsed = journalLineSchema.safeParse(value)
  return parsed.success ? parsed.data : undefined
}

function lineFault(
  entry: JournalLine,
  sequence: number,
  previousHash: string,
  sha256: Sha256Text,
): JournalFault | undefined {
  if (entry.sequence !== sequence) return 'sequence'
  if (entry.content !== undefined) {
    if (entry.content.sequence !== sequence || !contentMatches(entry.content, entry.contentHash, sha256))
      return 'content'
  }
  return entryHash({ sequence, previousHash, contentHash: entry.contentHash }, sha256) === entry.hash
    ? undefined
    : 'chain'
}

function contentMatches(content: NonNullable<JournalLine['content']>, hash: string, sha256: Sha256Text): boolean {
  try {
    return journalContentHash(content, sha256) === hash
  } catch {
    return false // Half a character in a stranger's text: it cannot have been hashed that way.
  }
}
