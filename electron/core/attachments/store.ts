import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, extname, join } from 'node:path'
import { BoanError } from '../../../shared/errors.ts'
import type { Db } from '../database/open.ts'

export interface KeptFile {
  sha256: string
  sizeBytes: number
  /** False when the folder held these bytes already. */
  isNew: boolean
}

/** Where the bytes with this hash lie: `attachments/sha256/ab/cdef…`. */
export function attachmentPath(dataDir: string, sha256: string): string {
  return join(dataDir, 'attachments', 'sha256', sha256.slice(0, 2), sha256.slice(2))
}

/** A file being taken in: bytes are hashed and written as they pass, and take their place by `finish`. */
export interface AttachmentWriter {
  write(bytes: Uint8Array): void
  finish(): KeptFile
  abandon(): void
}

/** Opens a writer into the store. One pass: a caller that reads a file for another purpose hands the same bytes here. */
export function createAttachmentWriter(dataDir: string): AttachmentWriter {
  const folder = join(dataDir, 'attachments')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const partial = join(folder, `incoming-${process.pid}-${process.hrtime.bigint()}.partial`)
  const file = openSync(partial, 'wx', 0o600)
  const hash = createHash('sha256')
  let sizeBytes = 0
  return {
    write(bytes) {
      hash.update(bytes)
      for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done)
      sizeBytes += bytes.length
    },
    finish() {
      fsyncSync(file)
      closeSync(file)
      const sha256 = hash.digest('hex')
      const path = attachmentPath(dataDir, sha256)
      const isNew = !existsSync(path)
      mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 })
      if (isNew) renameSync(partial, path)
      else rmSync(partial)
      return { sha256, sizeBytes, isNew }
    },
    abandon() {
      closeSync(file)
      rmSync(partial, { force: true })
    },
  }
}

/** Copies a file into the store. Throws `app.file-vanished`, `app.file-is-folder` and what the disk says. */
export async function keepFile(dataDir: string, source: string): Promise<KeptFile> {
  checkReadable(source)
  const writer = createAttachmentWriter(dataDir)
  try {
    for await (const chunk of createReadStream(source, { highWaterMark: 1 << 20 })) writer.write(chunk as Buffer)
  } catch (error) {
    writer.abandon()
    throw error
  }
  return writer.finish()
}

/** Throws the sentence for a path that is no file that can be read. */
export function checkReadable(source: string): void {
  const stats = statSync(source, { throwIfNoEntry: false })
  if (stats === undefined) throw new BoanError('app.file-vanished', {}, { file: basename(source) })
  if (stats.isDirectory()) throw new BoanError('app.file-is-folder', {}, { file: basename(source) })
}

/** Notes in the database that a kept file is there; the first name it came under stays. */
export function recordAttachment(db: Db, kept: KeptFile, name: string, moment: string): void {
  db.prepare(
    'INSERT INTO attachments (sha256, name, mime, size_bytes, added_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
  ).run(kept.sha256, name, mimeOf(name), kept.sizeBytes, moment)
}

const mimeByExtension: Record<string, string> = {
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain',
  '.csv': 'text/csv',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.wav': 'audio/wav',
  '.mp4': 'video/mp4',
  '.mov': 'video/quicktime',
  '.zip': 'application/zip',
  '.boan': 'application/zip',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xls': 'application/vnd.ms-excel',
}

/** The media type a name promises; `application/octet-stream` for a name that promises nothing we show. */
export function mimeOf(name: string): string {
  return mimeByExtension[extname(name).toLowerCase()] ?? 'application/octet-stream'
}
