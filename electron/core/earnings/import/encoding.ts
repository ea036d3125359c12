import { Buffer, isUtf8 } from 'node:buffer'
import { BoanError } from '../../../../shared/errors.ts'

export type FileEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** What is found about a file's text before a row of it is read. */
export interface TextForm {
  encoding: FileEncoding
  /** Bytes of the mark at the start of the file. */
  bomBytes: number
}

/** Sequences of three bytes that are right UTF-8: GB18030 text hardly ever makes so many before its first wrong one. */
const enoughToBeUtf8 = 4
const headBytes = 4_096

/**
 * Watches a whole file go by and says which encoding its text is in. Every byte is checked: a file that is neither
 * UTF-8, UTF-16 nor GB18030 throughout is refused by name, and so is UTF-8 that is damaged in the middle.
 */
export class EncodingProbe {
  readonly #gb = new GbChecker()
  #form: TextForm | undefined
  #bytesSeen = 0
  #carry = Buffer.alloc(0)
  #firstBad = -1
  #threeByteRuns = 0

  add(chunk: Buffer): void {
    if (this.#bytesSeen === 0) this.#form = formOfHead(chunk.subarray(0, headBytes))
    if (this.#form === undefined || this.#form.encoding === 'utf-8') {
      if (this.#firstBad < 0) this.#checkUtf8(chunk)
      // Text that has been right UTF-8 so far and holds Chinese is not GB18030 later.
      if (this.#threeByteRuns < enoughToBeUtf8) this.#gb.add(chunk)
    }
    this.#bytesSeen += chunk.length
  }

  #checkUtf8(chunk: Buffer): void {
    const bytes = this.#carry.length === 0 ? chunk : Buffer.concat([this.#carry, chunk])
    const start = this.#bytesSeen - this.#carry.length
    const whole = wholeCharacters(bytes)
    if (!isUtf8(bytes.subarray(0, whole))) {
      const { firstBad, runs } = scanUtf8(bytes)
      this.#firstBad = start + firstBad
      this.#threeByteRuns += runs
      return
    }
    if (this.#threeByteRuns < enoughToBeUtf8) this.#threeByteRuns += scanUtf8(bytes.subarray(0, whole)).runs
    this.#carry = Buffer.from(bytes.subarray(whole))
  }

  /** The encoding. Throws `import.encoding-damaged` and `import.encoding-unknown`, both with the byte where it breaks. */
  finish(file: string): TextForm {
    if (this.#form !== undefined && this.#form.encoding !== 'utf-8') return this.#form
    const bomBytes = this.#form?.bomBytes ?? 0
    if (this.#firstBad < 0 && this.#carry.length > 0) this.#firstBad = this.#bytesSeen - this.#carry.length
    if (this.#firstBad < 0) return { encoding: 'utf-8', bomBytes }
    if (bomBytes > 0 || this.#threeByteRuns >= enoughToBeUtf8) {
      throw new BoanError('import.encoding-damaged', { byte: this.#firstBad + 1 }, { file })
    }
    if (this.#gb.isValid()) return { encoding: 'gb18030', bomBytes: 0 }
    throw new BoanError('import.encoding-unknown', { byte: this.#firstBad + 1 }, { file })
  }
}

/** By the mark at the start, or UTF-16 by every second byte being 0; undefined when the text is made of single bytes. */
function formOfHead(head: Buffer): TextForm | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bomBytes: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bomBytes: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bomBytes: 2 }
  let even = 0
  let odd = 0
  for (let index = 0; index < head.length; index += 1) {
    if (head[index] !== 0) continue
    if (index % 2 === 0) even += 1
    else odd += 1
  }
  if (odd * 10 > head.length && even === 0) return { encoding: 'utf-16le', bomBytes: 0 }
  if (even * 10 > head.length && odd === 0) return { encoding: 'utf-16be', bomBytes: 0 }
  return undefined
}

/** How many bytes a UTF-8 sequence has that starts with this byte; 0 when none does. */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return 3
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
}

/** Length of the part that does not end in the middle of a sequence. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte >= 0xc0) return sequenceLength(byte) > back ? bytes.length - back : bytes.length
    if (byte < 0x80) return bytes.length
  }
  return bytes.length
}

/** Where UTF-8 breaks (the length when it does not), and how many three-byte sequences stand before. */
function scanUtf8(bytes: Buffer): { firstBad: number; runs: number } {
  let runs = 0
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes[at] ?? 0)
    if (length === 0 || (length > 1 && !isUtf8(bytes.subarray(at, at + length)))) break
    if (length === 3) runs += 1
    at += length
    if (runs > 1_000 && isUtf8(bytes.subarray(at))) return { firstBad: bytes.length, runs }
  }
  return { firstBad: Math.min(at, bytes.length), runs }
}

/** The byte pattern of GB18030: one byte below 0x80, two bytes, or four. */
class GbChecker {
  /** Bytes of the character in the making. */
  #have = 0
  #valid = true

  add(chunk: Buffer): void {
    let have = this.#have
    for (let index = 0; index < chunk.length && this.#valid; index += 1) {
      const byte = chunk[index] ?? 0
      if (have === 0) {
        if (byte === 0x80 || byte === 0xff || byte === 0) this.#valid = false
        else if (byte > 0x80) have = 1
      } else if (have === 1) {
        if (byte >= 0x40 && byte !== 0x7f && byte !== 0xff) have = 0
        else if (byte >= 0x30 && byte <= 0x39) have = 2
        else this.#valid = false
      } else if (have === 2) {
        if (byte > 0x80 && byte < 0xff) have = 3
        else this.#valid = false
      } else if (byte >= 0x30 && byte <= 0x39) have = 0
      else this.#valid = false
    }
    this.#have = have
  }

  isValid(): boolean {
    return this.#valid && this.#have === 0
  }
}
