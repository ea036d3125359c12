import { Buffer } from 'node:buffer'

const slots = 1 << 16
const mostEntries = slots >> 1

/**
 * Turns the bytes of cells that say the same few things again and again (accounts, status words) into one string each.
 * Past its limit it decodes every time: memory stays flat whatever the file holds.
 */
export class Interner {
  readonly #decode: (start: number, end: number) => string
  readonly #entryOfSlot = new Int32Array(slots)
  readonly #texts: string[] = ['']
  readonly #places: number[] = [0, 0]
  #arena: Buffer = Buffer.allocUnsafeSlow(64 << 10)
  #used = 0

  /** `decode` makes the string of a range of the buffer that `text` is called with. */
  constructor(decode: (start: number, end: number) => string) {
    this.#decode = decode
  }

  text(bytes: Buffer, start: number, end: number): string {
    let hash = end - start
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
    let slot = (hash ^ (hash >>> 15)) & (slots - 1)
    for (;;) {
      const entry = this.#entryOfSlot[slot] ?? 0
      if (entry === 0) return this.#learn(bytes, start, end, slot)
      if (this.#isEntry(entry, bytes, start, end)) return this.#texts[entry] ?? ''
      slot = (slot + 1) & (slots - 1)
    }
  }

  #isEntry(entry: number, bytes: Buffer, start: number, end: number): boolean {
    const from = this.#places[entry] ?? 0
    const length = (this.#places[entry + 1] ?? 0) - from
    if (length !== end - start) return false
    for (let index = 0; index < length; index += 1) {
      if (this.#arena[from + index] !== bytes[start + index]) return false
    }
    return true
  }

  #learn(bytes: Buffer, start: number, end: number, slot: number): string {
    const text = this.#decode(start, end)
    if (this.#texts.length > mostEntries) return text
    const length = end - start
    if (this.#used + length > this.#arena.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(this.#arena.length * 2, this.#used + length))
      this.#arena.copy(larger, 0, 0, this.#used)
      this.#arena = larger
    }
    bytes.copy(this.#arena, this.#used, start, end)
    this.#used += length
    this.#entryOfSlot[slot] = this.#texts.length
    this.#texts.push(text)
    this.#places.push(this.#used)
    return text
  }
}
