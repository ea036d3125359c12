import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { journalLineText, verifyJournalSlice } from '../../../shared/bundles/journal-slice.ts'
import { entryHash, journalContentHash, journalStart } from '../../../shared/journal.ts'
import type { JournalContent, JournalLine } from '../../../shared/journal.ts'

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

function makeContent(sequence: number): JournalContent {
  return {
    sequence,
    moment: '2026-04-16T01:02:03.004Z',
    appVersion: '0.1.0',
    deviceId: '0199c0de-0000-7000-8000-000000000001',
    call: 'earnings.importStatement',
    subjectIds: [`0199c0de-0000-7000-8000-00000000010${sequence}`],
    inputSha256: sha256(`input ${sequence}`),
    filesSha256: [sha256(`file ${sequence}`)],
    changeSha256: sha256(`change ${sequence}`),
    salt: sha256(`salt ${sequence}`).slice(0, 32),
  }
}

function makeLines(withContent: (sequence: number) => boolean): JournalLine[] {
  let previousHash = journalStart
  return [1, 2, 3, 4].map((sequence) => {
    const content = makeContent(sequence)
    const contentHash = journalContentHash(content, sha256)
    const hash = entryHash({ sequence, previousHash, contentHash }, sha256)
    previousHash = hash
    return { sequence, contentHash, hash, ...(withContent(sequence) ? { content } : {}) }
  })
}

const textOf = (lines: JournalLine[]): string[] => lines.map(journalLineText)

describe('the journal slice of a bundle', () => {
  it('holds when it was made by the rules, whether content is given or withheld', () => {
    const lines = makeLines((sequence) => sequence % 2 === 0)
    expect(verifyJournalSlice(textOf(lines), sha256)).toEqual({
      ok: true,
      entries: 4,
      withContent: 2,
      lastHash: lines[3]?.hash,
    })
    expect(verifyJournalSlice([], sha256)).toMatchObject({ ok: true, entries: 0 })
  })

  it('names the line whose content was changed', () => {
    const lines = textOf(makeLines(() => true))
    lines[2] = (lines[2] ?? '').replace('importStatement', 'importPayments')
    expect(verifyJournalSlice(lines, sha256)).toEqual({ ok: false, fault: 'content', line: 3 })
  })

  it('names the line from which the chain no longer holds', () => {
    const lines = makeLines(() => false)
    const forged = lines.map((line) => (line.sequence === 2 ? { ...line, contentHash: sha256('other') } : line))
    expect(verifyJournalSlice(textOf(forged), sha256)).toEqual({ ok: false, fault: 'chain', line: 2 })
  })

  it('notices an entry that was left out, repeated, moved or is no entry', () => {
    const lines = textOf(makeLines(() => true))
    const [first = '', second = '', third = '', fourth = ''] = lines
    expect(verifyJournalSlice([first, third, fourth], sha256)).toEqual({ ok: false, fault: 'sequence', line: 2 })
    expect(verifyJournalSlice([first, second, second], sha256)).toEqual({ ok: false, fault: 'sequence', line: 3 })
    expect(verifyJournalSlice([first, '{"sequence":2}'], sha256)).toEqual({ ok: false, fault: 'not-json', line: 2 })
    expect(verifyJournalSlice([first, 'zzz'], sha256)).toEqual({ ok: false, fault: 'not-json', line: 2 })
  })
})
