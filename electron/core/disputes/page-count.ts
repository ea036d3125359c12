import { readFileSync, statSync } from 'node:fs'
import { inflateSync } from 'node:zlib'

/** A PDF beyond this is not read into memory for a count; the person can type the pages. */
const mostPdfBytes = 200 * 2 ** 20
const mostInflatedBytes = 64 * 2 ** 20

/** How many pages a kept file has in a bound set of evidence: a picture one, a PDF what its page tree says, others none. */
export function countPages(path: string, mime: string): number | null {
  if (mime.startsWith('image/')) return 1
  if (mime !== 'application/pdf' || statSync(path).size > mostPdfBytes) return null
  return countPdfPages(readFileSync(path))
}

/**
 * The pages of a PDF: the largest /Count of its page trees, found in the plain text of the file and in its compressed object
 * streams; where no tree can be read, the number of page objects. Null when it is no PDF or is encrypted as a whole.
 * Parts of the file that are damaged are passed over: a count is a help to the person, who can correct it.
 */
export function countPdfPages(bytes: Buffer): number | null {
  if (!bytes.subarray(0, 1024).includes('%PDF-')) return null
  const texts = [bytes.toString('latin1'), ...objectStreams(bytes)]
  let largest = 0
  let pages = 0
  for (const text of texts) {
    for (const tree of text.matchAll(/\/Type\s*\/Pages\b/g)) largest = Math.max(largest, countNear(text, tree.index))
    pages += [...text.matchAll(/\/Type\s*\/Page(?![A-Za-z])/g)].length
  }
  const count = largest > 0 ? largest : pages
  return count > 0 ? count : null
}

/** The /Count of the dictionary that holds the given place. */
function countNear(text: string, place: number): number {
  const before = text.lastIndexOf('<<', place)
  const after = text.indexOf('>>', place)
  const dictionary = text.slice(Math.max(before, place - 4000), after < 0 ? place + 4000 : after)
  return Number(/\/Count\s+(\d{1,6})\b/.exec(dictionary)?.[1] ?? 0)
}

/** The inflated object streams (PDF 1.5), in which page trees may lie. */
function* objectStreams(bytes: Buffer): Generator<string> {
  for (let at = bytes.indexOf('/ObjStm'); at >= 0; at = bytes.indexOf('/ObjStm', at + 1)) {
    const start = bytes.indexOf('stream', at)
    if (start < 0 || start - at > 4000) continue
    const body = start + 6 + (bytes[start + 6] === 0x0d ? 2 : 1)
    const end = bytes.indexOf('endstream', body)
    if (end < 0) continue
    const text = inflate(bytes.subarray(body, end))
    if (text !== undefined) yield text
  }
}

function inflate(data: Buffer): string | undefined {
  try {
    return inflateSync(data, { maxOutputLength: mostInflatedBytes }).toString('latin1')
  } catch {
    return undefined // Encrypted, damaged or of another filter: this stream says nothing about pages.
  }
}
