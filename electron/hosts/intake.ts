import { createHash } from 'node:crypto'
import { createWriteStream, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { BoanError } from '../../shared/errors.ts'
import type { Core } from '../core/core.ts'

/** As much as a bundle may unpack to (spec/bundle.md 'Hostile files'). */
const maxFileBytes = 4 * 1024 ** 3
const maxNameLength = 255

/** A file that came in through a host. */
export interface TakenIn {
  token: string
  name: string
  sizeBytes: number
  sha256: string
}

/**
 * Streams a request's body into the intake; nothing of it stays when it breaks off.
 * Throws `host.file-too-large` and what the disk says.
 */
export async function takeInBody(core: Core, name: string, body: ReadableStream<Uint8Array> | null): Promise<TakenIn> {
  const path = core.intakePath()
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const meter = createMeter(name)
  try {
    const source = body === null ? Readable.from([]) : Readable.fromWeb(body as NodeReadableStream<Uint8Array>)
    await pipeline(source, meter.stream, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  }
  const shortName = name.slice(0, maxNameLength)
  return { token: core.takeIn({ path, name: shortName }), name: shortName, ...meter.measured() }
}

/** Counts and hashes the bytes that pass, and stops a stream that does not end. */
function createMeter(name: string): { stream: Transform; measured(): { sizeBytes: number; sha256: string } } {
  const hash = createHash('sha256')
  let sizeBytes = 0
  const stream = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      sizeBytes += chunk.length
      if (sizeBytes > maxFileBytes) {
        done(new BoanError('host.file-too-large', { limitGib: maxFileBytes / 1024 ** 3 }, { file: name }))
        return
      }
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return { stream, measured: () => ({ sizeBytes, sha256: hash.digest('hex') }) }
}
