import { writeSync } from 'node:fs'
import { constants, crc32, deflateRawSync } from 'node:zlib'
import {
  chunkBytes,
  directoryHeaderBytes,
  directorySignature,
  endBytes,
  endSignature,
  flagUtf8,
  localHeaderBytes,
  localSignature,
  methodDeflated,
  methodStored,
} from './zip-format.ts'

/**
 * Writes a ZIP whose bytes depend on its content and the given moment alone. Sizes and checksums are put into the local headers
 * after each entry has passed (the file is seekable), so that there are no data descriptors and every tool reads it.
 * Synchronous on purpose: it runs in the documents thread, where `yazl`'s streams took twice the time.
 */
export interface ZipWriter {
  /** Starts an entry; the one before must be ended. */
  begin(path: string, compress: boolean): void
  write(bytes: Uint8Array): void
  end(): void
  /** Writes the directory; returns the size of the whole file in bytes. */
  finish(): number
}

interface Entry {
  name: Buffer
  method: number
  offset: number
  crc: number
  sizeBytes: number
  compressedBytes: number
}

/** Regular file, rw-r--r--, made on Unix: unpacked alike everywhere. */
const externalAttributes = (0o100644 << 16) >>> 0
const versionNeeded = 20
const madeByUnix = (3 << 8) | versionNeeded
/** A block that shrinks more than this is stored: the whole stays far below the ratio that a reader refuses as a bomb. */
const highestBlockRatio = 100

/** A writer into an open file, from its beginning. `moment` (UTC) becomes the time of every entry, on a clock in Shanghai. */
export function createZipWriter(file: number, moment: string): ZipWriter {
  const time = dosTime(moment)
  const entries: Entry[] = []
  const block = Buffer.alloc(chunkBytes)
  let blockLength = 0
  let position = 0
  let current: Entry | undefined

  const put = (bytes: Uint8Array): void => {
    for (let done = 0; done < bytes.length;) {
      done += writeSync(file, bytes, done, bytes.length - done, position + done)
    }
    position += bytes.length
  }
  const putBlock = (entry: Entry, last: boolean): void => {
    const bytes = deflateBlock(block.subarray(0, blockLength), last)
    put(bytes)
    entry.compressedBytes += bytes.length
    blockLength = 0
  }
  // Blocks always have the same size, however the bytes arrive, so that the same content gives the same file.
  const fillBlocks = (entry: Entry, bytes: Uint8Array): void => {
    for (let start = 0; start < bytes.length;) {
      if (blockLength === block.length) putBlock(entry, false)
      const part = bytes.subarray(start, start + block.length - blockLength)
      block.set(part, blockLength)
      blockLength += part.length
      start += part.length
    }
  }

  return {
    begin(path, compress) {
      const method = compress ? methodDeflated : methodStored
      current = { name: Buffer.from(path, 'utf8'), method, offset: position, crc: 0, sizeBytes: 0, compressedBytes: 0 }
      put(localHeader(current, time))
    },
    write(bytes) {
      const entry = opened(current)
      entry.crc = crc32(bytes, entry.crc)
      entry.sizeBytes += bytes.length
      if (entry.method === methodDeflated) return fillBlocks(entry, bytes)
      put(bytes)
      entry.compressedBytes += bytes.length
    },
    end() {
      const entry = opened(current)
      if (entry.method === methodDeflated) putBlock(entry, true)
      writeSync(file, localHeader(entry, time), 0, localHeaderBytes, entry.offset)
      entries.push(entry)
      current = undefined
    },
    finish() {
      const start = position
      for (const entry of entries) put(directoryHeader(entry, time))
      put(endRecord(entries.length, start, position - start))
      return position
    },
  }
}

function opened(entry: Entry | undefined): Entry {
  if (entry === undefined) throw new Error('no entry has been begun')
  return entry
}

/** One block of a deflate stream: all but the last end on a byte without closing the stream, so that blocks can follow. */
function deflateBlock(bytes: Buffer, last: boolean): Buffer {
  const finishFlush = last ? constants.Z_FINISH : constants.Z_FULL_FLUSH
  const deflated = deflateRawSync(bytes, { finishFlush })
  return bytes.length > deflated.length * highestBlockRatio
    ? deflateRawSync(bytes, { finishFlush, level: 0 })
    : deflated
}

interface DosTime {
  time: number
  date: number
}

function dosTime(moment: string): DosTime {
  const shanghai = new Date(Date.parse(moment) + 8 * 3_600_000)
  const time = (shanghai.getUTCHours() << 11) | (shanghai.getUTCMinutes() << 5) | (shanghai.getUTCSeconds() >> 1)
  const date = ((shanghai.getUTCFullYear() - 1980) << 9) | ((shanghai.getUTCMonth() + 1) << 5) | shanghai.getUTCDate()
  return { time, date }
}

function localHeader(entry: Entry, { time, date }: DosTime): Buffer {
  const header = Buffer.alloc(localHeaderBytes + entry.name.length)
  header.writeUInt32LE(localSignature, 0)
  writeCommon(header, 4, entry, time, date)
  entry.name.copy(header, localHeaderBytes)
  return header
}

function directoryHeader(entry: Entry, { time, date }: DosTime): Buffer {
  const header = Buffer.alloc(directoryHeaderBytes + entry.name.length)
  header.writeUInt32LE(directorySignature, 0)
  header.writeUInt16LE(madeByUnix, 4)
  writeCommon(header, 6, entry, time, date)
  header.writeUInt32LE(externalAttributes, 38)
  header.writeUInt32LE(entry.offset, 42)
  entry.name.copy(header, directoryHeaderBytes)
  return header
}

/** The fields from 'version needed' to 'name length', the same in both headers. */
function writeCommon(header: Buffer, at: number, entry: Entry, time: number, date: number): void {
  header.writeUInt16LE(versionNeeded, at)
  header.writeUInt16LE(flagUtf8, at + 2)
  header.writeUInt16LE(entry.method, at + 4)
  header.writeUInt16LE(time, at + 6)
  header.writeUInt16LE(date, at + 8)
  header.writeUInt32LE(entry.crc, at + 10)
  header.writeUInt32LE(entry.compressedBytes, at + 14)
  header.writeUInt32LE(entry.sizeBytes, at + 18)
  header.writeUInt16LE(entry.name.length, at + 22)
}

function endRecord(count: number, start: number, sizeBytes: number): Buffer {
  const record = Buffer.alloc(endBytes)
  record.writeUInt32LE(endSignature, 0)
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(sizeBytes, 12)
  record.writeUInt32LE(start, 16)
  return record
}
