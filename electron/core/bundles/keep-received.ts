import { createHash } from 'node:crypto'
import { constants, fstatSync, mkdirSync, readSync, renameSync, rmSync } from 'node:fs'
import { chmod, copyFile, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { CallContext } from '../context.ts'
import { chunkBytes } from './zip-format.ts'

/** A received bundle stays a file (design.md 'Received bundles'): `received/<sha256>.boan`. */
export function receivedPath(dataDir: string, id: string): string {
  return join(dataDir, 'received', `${id}.boan`)
}

/**
 * Copies a verified file under its own hash and answers it; the same file received twice lies there once. The system copies, and
 * while the copy goes to the disk it is read once for its hash. After a failure or a cancel nothing is left.
 */
export async function keepReceived(context: CallContext, source: string): Promise<string> {
  const folder = join(context.dataDir, 'received')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const partial = join(folder, `incoming-${process.pid}-${process.hrtime.bigint()}.partial`)
  try {
    await copyFile(source, partial, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
    await chmod(partial, 0o600)
    const id = await syncAndHash(context, partial)
    renameSync(partial, receivedPath(context.dataDir, id))
    return id
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}

/** The hash of a file that has been written, taken on this thread while another one brings the file to the disk. */
async function syncAndHash(context: CallContext, path: string): Promise<string> {
  const file = await open(path, 'r+')
  const synced = file.sync()
  try {
    return hashOf(context, file.fd)
  } finally {
    await synced
    await file.close()
  }
}

function hashOf(context: CallContext, file: number): string {
  const { size } = fstatSync(file)
  const hash = createHash('sha256')
  const buffer = Buffer.alloc(chunkBytes)
  let done = 0
  for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
    context.throwIfCancelled()
    hash.update(buffer.subarray(0, length))
    done += length
    context.progress({ done, total: size, label: 'bundles:progress.keeping' })
  }
  return hash.digest('hex')
}
