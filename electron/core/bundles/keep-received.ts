import { createHash } from 'node:crypto'
import { constants, mkdirSync, renameSync, rmSync } from 'node:fs'
import { chmod, copyFile, type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { CallContext } from '../context.ts'

/** A received bundle stays a file (design.md 'Received bundles'): `received/<sha256>.boan`. */
export function receivedPath(dataDir: string, id: string): string {
  return join(dataDir, 'received', `${id}.boan`)
}

const pieceBytes = 1024 ** 2

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
    const copy = await open(partial, 'r+')
    const [id] = await Promise.all([hashOf(context, copy), copy.sync()]).finally(() => copy.close())
    renameSync(partial, receivedPath(context.dataDir, id))
    return id
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}

async function hashOf(context: CallContext, file: FileHandle): Promise<string> {
  const { size } = await file.stat()
  const hash = createHash('sha256')
  let done = 0
  for await (const piece of file.createReadStream({ start: 0, autoClose: false, highWaterMark: pieceBytes })) {
    context.throwIfCancelled()
    hash.update(piece as Buffer)
    done += (piece as Buffer).length
    context.progress({ done, total: size, label: 'bundles:progress.keeping' })
  }
  return hash.digest('hex')
}
