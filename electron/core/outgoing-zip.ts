import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { OutgoingFile } from '../../shared/call.ts'
import type { CallContext } from './context.ts'

/** A zip while files are put into it. */
export interface ZipDraft {
  /** A path for a file that is made only for this zip; it is gone afterwards. */
  place(): string
  /** A file on disk as `folder/name` of the zip; read when the zip is written. */
  addFile(file: string, entryPath: string): void
  addBytes(bytes: Uint8Array, entryPath: string): void
}

/**
 * Many made files in one zip that the person saves as `name`: stored, not deflated (they are packed already), and with one moment
 * for all entries, so that the same files give the same bytes. What `fill` throws is thrown on; nothing is left behind then.
 */
export async function writeOutgoingZip(
  context: CallContext,
  name: string,
  fill: (zip: ZipDraft) => void | Promise<void>,
): Promise<OutgoingFile> {
  const draft = context.outgoing(name)
  const parent = join(context.dataDir, 'outgoing')
  mkdirSync(parent, { recursive: true, mode: 0o700 })
  const folder = mkdtempSync(join(parent, 'zip-'))
  try {
    const { default: yazl } = await import('yazl')
    const zip = new yazl.ZipFile()
    const entry = { compress: false, mtime: new Date(2000, 0, 1), forceDosTimestamp: true }
    let places = 0
    await fill({
      place: () => join(folder, String(places++)),
      addFile: (file, entryPath) => zip.addFile(file, entryPath, entry),
      addBytes: (bytes, entryPath) => zip.addBuffer(Buffer.from(bytes), entryPath, entry),
    })
    zip.end()
    await pipeline(zip.outputStream, createWriteStream(draft.path, { mode: 0o600 }))
    return draft.finish()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
