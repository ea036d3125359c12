import { Buffer } from 'node:buffer'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NamedFile } from '../../../electron/core/earnings/import/file.ts'

export type TestEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** A file with this text in a folder of the test. */
export function writeText(folder: string, name: string, text: string, encoding: TestEncoding = 'utf-8'): NamedFile {
  return writeBytes(folder, name, encode(text, encoding))
}

export function writeBytes(folder: string, name: string, bytes: Uint8Array): NamedFile {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return { path, name }
}

export function encode(text: string, encoding: TestEncoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'utf-8-bom') return Buffer.from(`\ufeff${text}`)
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  return encodeGb18030(text)
}

/** Node decodes GB18030 but does not encode it: turn the decoder's own table of two bytes round; four bytes for the rest. */
let twoBytes: Map<string, [number, number]> | undefined

export function encodeGb18030(text: string): Buffer {
  twoBytes ??= learnTwoBytes()
  const bytes: number[] = []
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    const pair = twoBytes.get(character)
    if (point < 0x80) bytes.push(point)
    else if (pair !== undefined) bytes.push(...pair)
    else if (point > 0xffff) bytes.push(...fourBytes(point - 0x1_0000 + 189_000))
    else throw new Error(`no GB18030 bytes at hand for ${character}`)
  }
  return Buffer.from(bytes)
}

function learnTwoBytes(): Map<string, [number, number]> {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if ([...character].length === 1 && !table.has(character)) table.set(character, [lead, trail])
    }
  }
  return table
}

function fourBytes(number: number): number[] {
  return [
    0x81 + Math.floor(number / 12_600),
    0x30 + (Math.floor(number / 1_260) % 10),
    0x81 + (Math.floor(number / 10) % 126),
    0x30 + (number % 10),
  ]
}
