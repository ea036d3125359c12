import { readSync } from 'node:fs'
import type { EntryNameFault } from '../../../shared/bundles/entry-names.ts'
import { BoanError } from '../../../shared/errors.ts'

/** One entry of a zip, after every check that can be made without unpacking it. */
export interface ZipEntry {
  /** Its path as written; a folder's ends in `/`. */
  path: string
  method: number
  flags: number
  crc: number
  sizeBytes: number
  compressedBytes: number
  localOffset: number
  /** Where its bytes begin; known once the local header has been read. */
  dataOffset: number
}

/** The faults of a zip that make BoAn refuse it before it writes or shows anything; `bundles.<fault>` is the error. */
export type ZipFault =
  | EntryNameFault
  | 'not-a-zip'
  | 'cut-off'
  | 'trailing-data'
  | 'split-archive'
  | 'zip64'
  | 'directory-mismatch'
  | 'too-many-entries'
  | 'too-large'
  | 'ratio-too-high'
  | 'encrypted-entry'
  | 'unknown-method'
  | 'link'
  | 'special-file'
  | 'name-encoding'
  | 'two-names'
  | 'duplicate-name'
  | 'folder-with-content'
  | 'size-mismatch'
  | 'local-header-mismatch'
  | 'overlapping-entries'
  | 'hidden-data'
  | 'fetch'

/** The refusal of a bundle; `file` is the entry's path where there is one. */
export function refuse(fault: ZipFault, file?: string): never {
  throw new BoanError(`bundles.${fault}`, {}, file === undefined ? undefined : { file: printable(file) })
}

/** A stranger's name as it can be shown: no controls, not endless. */
function printable(name: string): string {
  return name
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
    .slice(0, 200)
}

/** Exactly these bytes of the file; a file that ends before is cut off. */
export function readAt(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let done = 0
  while (done < length) {
    const count = readSync(file, bytes, done, length - done, offset + done)
    if (count === 0) refuse('cut-off')
    done += count
  }
  return bytes
}

const extraZip64 = 0x0001
const extraUnicodeName = 0x7075
const extraAes = 0x9901

/** Extra fields that would give the entry other sizes or another name than its header says; also those of a local header. */
export function checkExtraFields(extra: Buffer, name: Uint8Array, path: string): void {
  let at = 0
  while (at + 4 <= extra.length) {
    const id = extra.readUInt16LE(at)
    const start = at + 4
    const end = start + extra.readUInt16LE(at + 2)
    if (end > extra.length) refuse('directory-mismatch', path)
    if (id === extraZip64) refuse('zip64', path)
    if (id === extraAes) refuse('encrypted-entry', path)
    // A version byte and the header name's CRC come before the other name.
    if (id === extraUnicodeName && !extra.subarray(start + 5, end).equals(name)) refuse('two-names', path)
    at = end
  }
}
