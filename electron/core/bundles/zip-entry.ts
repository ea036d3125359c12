import { readSync } from 'node:fs'
import { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { BoanError } from '../../../shared/errors.ts'
import { refuse, type ZipEntry } from './zip-raw.ts'
import { chunkBytes, methodStored } from './zip-format.ts'

/**
 * The bytes of an entry in pieces; a piece is only good until the next is asked for. Never gives more than the directory
 * declares: an entry that unpacks to more, or whole to less, throws `bundles.size-mismatch`; one that does not unpack or
 * whose checksum is wrong throws `bundles.entry-damaged` after its last good piece.
 */
export async function* readEntry(file: number, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  let sizeBytes = 0
  let crc = 0
  const used = { bytes: entry.compressedBytes }
  for await (const piece of entry.method === methodStored
    ? storedPieces(file, entry)
    : inflatedPieces(file, entry, used)) {
    sizeBytes += piece.length
    if (sizeBytes > entry.sizeBytes) refuse('size-mismatch', entry.path)
    crc = crc32(piece, crc)
    yield piece
  }
  if (crc !== entry.crc) throw damaged(entry)
  if (sizeBytes !== entry.sizeBytes || used.bytes !== entry.compressedBytes) refuse('size-mismatch', entry.path)
}

/** The whole of an entry; `mostBytes` keeps a stranger's file from filling memory (`bundles.entry-too-large`). */
export async function readWholeEntry(file: number, entry: ZipEntry, mostBytes: number): Promise<Buffer> {
  if (entry.sizeBytes > mostBytes) throw new BoanError('bundles.entry-too-large', {}, { file: entry.path })
  const bytes = Buffer.alloc(entry.sizeBytes)
  let done = 0
  for await (const piece of readEntry(file, entry)) {
    bytes.set(piece, done)
    done += piece.length
  }
  return bytes
}

function damaged(entry: ZipEntry, cause?: unknown): BoanError {
  return new BoanError('bundles.entry-damaged', {}, { file: entry.path }, { cause })
}

function* storedPieces(file: number, entry: ZipEntry, pieceBytes = chunkBytes): Generator<Uint8Array> {
  const buffer = Buffer.alloc(Math.min(pieceBytes, entry.compressedBytes))
  for (let done = 0; done < entry.compressedBytes;) {
    const wanted = Math.min(buffer.length, entry.compressedBytes - done)
    const length = readSync(file, buffer, 0, wanted, entry.dataOffset + done)
    if (length === 0) throw damaged(entry)
    done += length
    yield buffer.subarray(0, length)
  }
}

/** `used` tells how much of the entry the deflate stream took: bytes after its end are a lie of the directory. */
async function* inflatedPieces(file: number, entry: ZipEntry, used: { bytes: number }): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 })
  const source = Readable.from(copies(storedPieces(file, entry, 256 * 1024)), { objectMode: false })
  source.on('error', (error) => inflate.destroy(error))
  source.pipe(inflate)
  try {
    for await (const piece of inflate) yield piece as Buffer
    used.bytes = inflate.bytesWritten
  } catch (error) {
    throw error instanceof BoanError ? error : damaged(entry, error)
  } finally {
    source.destroy()
    inflate.destroy()
  }
}

// The stream keeps pieces while it reads on, so that the one buffer cannot serve it.
function* copies(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece)
}
