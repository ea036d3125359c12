import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { BoanError } from '../../../../shared/errors.ts'
import { checkReadable } from '../../attachments/store.ts'
import { EncodingProbe, type TextForm } from './encoding.ts'

export const chunkBytes = 1 << 20

/** A file a person named: where its bytes are and what they call it. */
export interface NamedFile {
  path: string
  name: string
}

export interface OpenedFile {
  fd: number
  sizeBytes: number
  close(): void
}

/** Opens a file to read. Throws `app.file-vanished`, `app.file-is-folder` and `import.file-empty`. */
export function openNamedFile(file: NamedFile): OpenedFile {
  checkReadable(file.path)
  const fd = openFileToRead(file)
  const { size } = fstatSync(fd)
  if (size > 0) return { fd, sizeBytes: size, close: () => closeSync(fd) }
  closeSync(fd)
  throw new BoanError('import.file-empty', {}, { file: file.name })
}

function openFileToRead(file: NamedFile): number {
  try {
    return openSync(file.path, 'r')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT') throw new BoanError('app.file-vanished', {}, { file: file.name }, { cause: error })
    throw new BoanError('import.file-unreadable', { reason: String(code) }, { file: file.name }, { cause: error })
  }
}

/** Reads into `target`; answers how many bytes came, 0 at the end. A drive that is pulled out becomes `app.file-vanished`. */
export function readInto(opened: OpenedFile, target: Buffer, file: NamedFile): number {
  try {
    return readSync(opened.fd, target)
  } catch (error) {
    throw new BoanError('app.file-vanished', {}, { file: file.name }, { cause: error })
  }
}

/** Hands a whole file over in chunks; the chunk is only good until `take` returns. */
export function readChunks(file: NamedFile, take: (chunk: Buffer) => void): number {
  const opened = openNamedFile(file)
  try {
    const buffer = Buffer.allocUnsafeSlow(chunkBytes)
    let total = 0
    for (;;) {
      const count = readInto(opened, buffer, file)
      if (count === 0) break
      take(buffer.subarray(0, count))
      total += count
    }
    if (total < opened.sizeBytes) throw new BoanError('app.file-vanished', {}, { file: file.name })
    return total
  } finally {
    opened.close()
  }
}

export type ContentKind = 'text' | 'zip' | 'ole'

export interface FileInspection {
  sha256: string
  sizeBytes: number
  content: ContentKind
  /** Of a text. */
  form?: TextForm
}

/**
 * One pass over a file before its rows are read: hash, kind of content (by content, never by extension) and encoding.
 * Throws `import.file-empty`, `import.not-a-table` with what it is, and the encoding faults.
 */
export function inspectFile(file: NamedFile, onBytes?: (done: number) => void): FileInspection {
  const hash = createHash('sha256')
  const probe = new EncodingProbe()
  let content: ContentKind | undefined
  let done = 0
  readChunks(file, (chunk) => {
    content ??= contentOf(chunk, file)
    hash.update(chunk)
    if (content === 'text') probe.add(chunk)
    done += chunk.length
    onBytes?.(done)
  })
  const inspection: FileInspection = { sha256: hash.digest('hex'), sizeBytes: done, content: content ?? 'text' }
  if (content === 'text') inspection.form = probe.finish(file.name)
  return inspection
}

/** What people drop here by mistake, by the first bytes (as Latin-1). */
const refusedContents: [marks: (string | RegExp)[], what: string][] = [
  [['%PDF-'], 'pdf'],
  [[/^\s*(?:<!doctype html|<html|<table|<meta)/i], 'html'],
  [[/^\s*<\?xml/i], 'xml'],
  [[/^\s*[{[]\s*["{[]/], 'json'],
  [['\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF8', 'RIFF'], 'picture'],
  [['Rar!', '7z\u00bc\u00af', '\u001f\u008b'], 'archive'],
]

function contentOf(chunk: Buffer, file: NamedFile): ContentKind {
  const head = chunk.toString('latin1', 0, 512).replace(/^\u00ef\u00bb\u00bf/, '')
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return 'zip'
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'ole'
  for (const [marks, what] of refusedContents) {
    const matches = marks.some((mark) => (typeof mark === 'string' ? head.startsWith(mark) : mark.test(head)))
    if (matches) throw new BoanError('import.not-a-table', { what }, { file: file.name })
  }
  return 'text'
}
