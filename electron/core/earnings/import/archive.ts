import { Buffer } from 'node:buffer'
import { createWriteStream, openAsBlob } from 'node:fs'
import { extname, join } from 'node:path'
import { Writable } from 'node:stream'
import { BlobReader, configure, type Entry, ERR_EOCDR_NOT_FOUND, type FileEntry, ZipReader } from '@zip.js/zip.js'
import { BoanError } from '../../../../shared/errors.ts'
import { newUuid } from '../../ids.ts'
import type { NamedFile } from './file.ts'

// Worker threads of its own would outlive a call; inflating happens here, through the platform's streams.
configure({ useWebWorkers: false })

const mostEntries = 10_000
const mostUnpackedBytes = 2 * 1024 ** 3
/** Real workbooks unpack up to some tens of times; beyond this only a bomb is. */
const steepestRatio = 250
const ratioCountsFromBytes = 64 << 20
const workbookName = /\.xls[xm]$/i
const tableExtensions = new Set(['.csv', '.tsv', '.txt', '.xlsx', '.xls'])

/** An opened zip: what is in it, checked against being a bomb before anything is unpacked. */
export interface Archive {
  isWorkbook: boolean
  /** Of any other zip: the tables in it. */
  tables: FileEntry[]
  close(): Promise<void>
}

/** Opens a zip file. Throws `import.zip-damaged`, `import.workbook-cut`, `import.workbook-damaged` and `import.zip-bomb`. */
export async function openArchive(file: NamedFile): Promise<Archive> {
  const blob = await openAsBlob(file.path)
  const reader = new ZipReader(new BlobReader(blob))
  try {
    const entries = await reader.getEntries().catch(async (error: unknown) => {
      throw new BoanError(await openFailureCode(error, blob, file), {}, { file: file.name }, { cause: error })
    })
    checkSizes(entries, file)
    const files = entries.filter((entry): entry is FileEntry => !entry.directory)
    return {
      isWorkbook: files.some((entry) => entry.filename === 'xl/workbook.xml'),
      tables: files.filter((entry) => isTable(entry.filename)),
      close: () => reader.close(),
    }
  } catch (error) {
    await reader.close()
    throw error
  }
}

/** The files of a workbook, by path. */
interface WorkbookFiles {
  files: ReadonlyMap<string, FileEntry>
  close(): Promise<void>
}

/** Opens a workbook for reading its parts. Throws `import.workbook-damaged` and `import.zip-bomb`. */
export async function openWorkbookFiles(file: NamedFile): Promise<WorkbookFiles> {
  const reader = new ZipReader(new BlobReader(await openAsBlob(file.path)))
  try {
    const entries = await reader.getEntries().catch((error: unknown) => {
      throw new BoanError('import.workbook-damaged', {}, { file: file.name }, { cause: error })
    })
    checkSizes(entries, file)
    const files = entries.filter((entry): entry is FileEntry => !entry.directory)
    return { files: new Map(files.map((entry) => [entry.filename, entry])), close: () => reader.close() }
  } catch (error) {
    await reader.close()
    throw error
  }
}

/** What a zip is called whose list of contents cannot be read. The list stands at the end, so a download that broke off has none. */
async function openFailureCode(error: unknown, blob: Blob, file: NamedFile): Promise<string> {
  if (!(await beginsAsWorkbook(blob)) && !workbookName.test(file.name)) return 'import.zip-damaged'
  const isCut = error instanceof Error && error.message === ERR_EOCDR_NOT_FOUND
  return isCut ? 'import.workbook-cut' : 'import.workbook-damaged'
}

/** Whether the first file in a zip is one that a workbook begins with. */
async function beginsAsWorkbook(blob: Blob): Promise<boolean> {
  const head = Buffer.from(await blob.slice(0, 256).arrayBuffer())
  if (head.length < 30) return false
  const name = head.subarray(30, 30 + head.readUInt16LE(26)).toString('utf8')
  return /^(?:\[Content_Types\]\.xml|_rels\/|xl\/|docProps\/)/.test(name)
}

function isTable(name: string): boolean {
  return tableExtensions.has(extname(name).toLowerCase()) && !/(?:^|\/)(?:__MACOSX\/|\.)/.test(name)
}

function checkSizes(entries: readonly Entry[], file: NamedFile): void {
  let unpacked = 0
  for (const { uncompressedSize, compressedSize } of entries) {
    unpacked += uncompressedSize
    const ratio = uncompressedSize / Math.max(1, compressedSize)
    if (uncompressedSize > ratioCountsFromBytes && ratio > steepestRatio) throw bomb(file, uncompressedSize)
  }
  if (entries.length > mostEntries || unpacked > mostUnpackedBytes) throw bomb(file, unpacked)
}

function bomb(file: NamedFile, bytes: number): BoanError {
  return new BoanError('import.zip-bomb', { megabytes: Math.round(bytes / 1e6) }, { file: file.name })
}

/**
 * Unpacks the one table of a zip into `folder`. Throws `import.zip-no-table`, `import.zip-many-tables`,
 * `import.password-needed`, `import.password-wrong`, `import.zip-damaged`, `import.zip-bomb`.
 */
export async function unpackTable(
  file: NamedFile,
  archive: Archive,
  folder: string,
  password: string | undefined,
): Promise<NamedFile> {
  const [entry, ...others] = archive.tables
  if (entry === undefined) throw new BoanError('import.zip-no-table', {}, { file: file.name })
  if (others.length > 0) {
    throw new BoanError('import.zip-many-tables', { count: archive.tables.length }, { file: file.name })
  }
  if (entry.encrypted && (password ?? '') === '') {
    throw new BoanError('import.password-needed', {}, { file: file.name })
  }
  const name = entry.filename.split('/').at(-1) ?? entry.filename
  const path = join(folder, `${newUuid(Date.now())}${extname(name).toLowerCase()}`)
  try {
    await entry.getData(Writable.toWeb(limitedWriter(path, file)), password === undefined ? {} : { password })
  } catch (error) {
    throw describeUnpackFailure(error, file)
  }
  return { path, name }
}

/** Writes a file but refuses to go on for ever: the sizes a zip declares are only what it says. */
function limitedWriter(path: string, file: NamedFile): Writable {
  const out = createWriteStream(path, { flags: 'wx', mode: 0o600 })
  let written = 0
  return new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      written += chunk.length
      if (written > mostUnpackedBytes) done(bomb(file, written))
      else out.write(chunk, done)
    },
    final: (done) => void out.end(done),
    destroy: (error, done) => void out.destroy().once('close', () => done(error)),
  })
}

function describeUnpackFailure(error: unknown, file: NamedFile): BoanError {
  if (error instanceof BoanError) return error
  const message = error instanceof Error ? error.message : ''
  if (message === 'Invalid password') return new BoanError('import.password-wrong', {}, { file: file.name })
  if (message === 'File contains encrypted entry') {
    return new BoanError('import.password-needed', {}, { file: file.name })
  }
  return new BoanError('import.zip-damaged', {}, { file: file.name }, { cause: error })
}
