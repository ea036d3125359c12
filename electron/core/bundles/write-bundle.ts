import { createHash, type Hash, sign } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import {
  bagDeclaration,
  bagFiles,
  bagInfoText,
  type BundleKind,
  manifestLine,
  signedTagFiles,
} from '../../../shared/bundles/bag.ts'
import { entryNameFault, entryNameKey } from '../../../shared/bundles/entry-names.ts'
import { shanghaiDate } from '../../../shared/calendar.ts'
import { BoanError } from '../../../shared/errors.ts'
import { checkReadable } from '../attachments/store.ts'
import type { SigningKey } from './signing-key.ts'
import { chunkBytes, mostEntries, mostUnpackedBytes } from './zip-format.ts'
import { createZipWriter, type ZipWriter } from './zip-writer.ts'

/** A payload file: its path below `data/`, and its bytes, a file that holds them, or pieces made one after the other. */
export type BundleFile = { path: string } & (
  | { bytes: Uint8Array | string }
  | { sourcePath: string; /** Refused when the file no longer has this hash. */ sha256?: string }
  | { pieces: () => Iterable<Uint8Array | string> }
)

export interface BundleRequest {
  kind: BundleKind
  /** The one folder in the zip; no path. */
  name: string
  /** Number or id by which the sender knows the matter. */
  externalId: string
  /** Who sends it, as they call themselves. */
  organization: string
  /** UTC moment: the only time in the file. */
  moment: string
  files: Iterable<BundleFile>
  key: SigningKey
  outFile: string
  progress?: (doneBytes: number, totalBytes: number) => void
  throwIfCancelled?: () => void
}

export interface WrittenBundle {
  sizeBytes: number
  payloadFiles: number
  payloadBytes: number
  /** SHA-256 of manifest-sha256.txt: names the whole payload. */
  manifestSha256: string
  /** SHA-256 of the signing key, hex. */
  fingerprint: string
}

/** Text shrinks; pictures, recordings, PDF and zips would only cost time (spec/bundle.md 'Layout'). */
const textExtensions = new Set(['.html', '.json', '.jsonl', '.csv', '.tsv', '.txt', '.xml', '.md', '.log', '.svg'])

/**
 * Writes a signed bag as one zip: each file is read once while it is hashed and written, memory stays flat, the same request
 * with the same moment gives the same bytes. The file appears under its name only when it is complete; after a failure or a
 * cancel nothing is left. Throws `bundles.unusable-name`, `bundles.too-much`, `bundles.source-changed`, `app.file-vanished`
 * and whatever `throwIfCancelled` throws. Source: spec/bundle.md 'Layout'.
 */
export function writeBundle(request: BundleRequest): WrittenBundle {
  const files = [...request.files].toSorted((a, b) => compareCodeUnits(a.path, b.path))
  checkNames(request.name, files)
  const totalBytes = checkSizes(files)
  const partial = join(dirname(request.outFile), `.${basename(request.outFile)}.${process.pid}.partial`)
  const file = openSync(partial, 'w', 0o600)
  let open = true
  try {
    const written = writeBag(request, files, totalBytes, file)
    fsyncSync(file)
    closeSync(file)
    open = false
    renameSync(partial, request.outFile)
    return written
  } catch (error) {
    if (open) closeSync(file)
    rmSync(partial, { force: true })
    throw error
  }
}

function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function checkNames(name: string, files: BundleFile[]): void {
  const seen = new Set<string>()
  for (const { path } of files) {
    const whole = `${name}/data/${path}`
    const fault = name.includes('/') ? 'absolute-path' : entryNameFault(whole)
    const key = entryNameKey(path)
    if (fault !== undefined || path.includes('%') || path.endsWith('/') || seen.has(key)) {
      throw new BoanError('bundles.unusable-name', { reason: fault ?? 'duplicate-name' }, { file: path })
    }
    seen.add(key)
  }
}

function checkSizes(files: BundleFile[]): number {
  let totalBytes = 0
  for (const file of files) {
    if ('sourcePath' in file) {
      checkReadable(file.sourcePath)
      totalBytes += statSync(file.sourcePath).size
    } else if ('bytes' in file) totalBytes += file.bytes.length
  }
  checkLimits(files.length, totalBytes)
  return totalBytes
}

function checkLimits(files: number, payloadBytes: number): void {
  // The tag files and the zip's own headers take a little of what a reader allows.
  if (files > mostEntries - 10 || payloadBytes > mostUnpackedBytes - 64 * chunkBytes)
    throw new BoanError('bundles.too-much')
}

function writeBag(request: BundleRequest, files: BundleFile[], totalBytes: number, file: number): WrittenBundle {
  const zip = createZipWriter(file, request.moment)
  const payload = writePayload(zip, request, files, totalBytes)
  const tags = {
    [bagFiles.info]: bagInfoText({
      organization: request.organization,
      baggingDate: shanghaiDate(request.moment),
      payloadBytes: payload.bytes,
      payloadFiles: files.length,
      externalId: request.externalId,
      kind: request.kind,
    }),
    [bagFiles.declaration]: bagDeclaration,
    [bagFiles.manifest]: payload.manifest,
    [bagFiles.publicKey]: request.key.publicKeyPem,
  }
  const tagManifest = signedTagFiles.map((path) => manifestLine(sha256(tags[path]), path)).join('')
  for (const path of signedTagFiles) writeText(zip, `${request.name}/${path}`, tags[path])
  writeText(zip, `${request.name}/${bagFiles.tagManifest}`, tagManifest)
  const signature = sign(null, Buffer.from(tagManifest, 'utf8'), request.key.privateKey)
  zip.begin(`${request.name}/${bagFiles.signature}`, false)
  zip.write(signature)
  zip.end()
  return {
    sizeBytes: zip.finish(),
    payloadFiles: files.length,
    payloadBytes: payload.bytes,
    manifestSha256: sha256(payload.manifest),
    fingerprint: request.key.fingerprint,
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

function writeText(zip: ZipWriter, path: string, text: string): void {
  zip.begin(path, true)
  zip.write(Buffer.from(text, 'utf8'))
  zip.end()
}

function writePayload(
  zip: ZipWriter,
  request: BundleRequest,
  files: BundleFile[],
  totalBytes: number,
): { manifest: string; bytes: number } {
  const buffer = Buffer.alloc(chunkBytes)
  let manifest = ''
  let bytes = 0
  for (const file of files) {
    zip.begin(`${request.name}/data/${file.path}`, textExtensions.has(extname(file.path).toLowerCase()))
    const hash = createHash('sha256')
    for (const chunk of chunksOf(file, buffer)) {
      request.throwIfCancelled?.()
      copyChunk(zip, hash, chunk)
      bytes += chunk.length
      checkLimits(files.length, bytes)
      request.progress?.(Math.min(bytes, totalBytes), totalBytes)
    }
    zip.end()
    manifest += manifestLine(checkedHash(file, hash), `data/${file.path}`)
  }
  return { manifest, bytes }
}

function copyChunk(zip: ZipWriter, hash: Hash, chunk: Uint8Array): void {
  hash.update(chunk)
  zip.write(chunk)
}

function checkedHash(file: BundleFile, hash: Hash): string {
  const sha256Hex = hash.digest('hex')
  if ('sourcePath' in file && file.sha256 !== undefined && file.sha256 !== sha256Hex) {
    throw new BoanError('bundles.source-changed', {}, { file: file.path })
  }
  return sha256Hex
}

/** The bytes of a file in pieces; a piece is only good until the next is asked for. */
function* chunksOf(file: BundleFile, buffer: Buffer): Generator<Uint8Array> {
  if ('bytes' in file) yield bytesOf(file.bytes)
  else if ('pieces' in file) for (const piece of file.pieces()) yield bytesOf(piece)
  else yield* readChunks(file.sourcePath, buffer)
}

function bytesOf(piece: Uint8Array | string): Uint8Array {
  return typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece
}

function* readChunks(path: string, buffer: Buffer): Generator<Uint8Array> {
  checkReadable(path)
  const file = openSync(path, 'r')
  try {
    for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer))
      yield buffer.subarray(0, length)
  } finally {
    closeSync(file)
  }
}
