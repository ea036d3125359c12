import { createHash } from 'node:crypto'
import { closeSync, createWriteStream, openSync, rmSync, statSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { bagFiles } from '../../../shared/bundles/bag.ts'
import { BoanError } from '../../../shared/errors.ts'
import { checkReadable } from '../attachments/store.ts'
import { readZipDirectory } from './zip-directory.ts'
import { readEntry, readWholeEntry } from './zip-entry.ts'
import { refuse, type ZipEntry } from './zip-raw.ts'

/** A received bundle, open for reading, after every check that spec/bundle.md 'Hostile files' asks for before anything else. */
export interface OpenBundle {
  path: string
  /** The one folder in the zip, or '' when the bag lies at its root. */
  name: string
  /** Files of the bag by their path in it, such as `data/case.json`; in the order of their bytes. */
  entries: Map<string, ZipEntry>
  /** Files beside the bag's folder, which no manifest can list. */
  strays: string[]
  file: number
  close(): void
}

/**
 * Opens a bundle and refuses what could harm: nothing is unpacked or written. Throws `bundles.<ZipFault>`, `bundles.fetch`,
 * `app.file-vanished`, `app.file-is-folder`. That it is a whole and signed bag is not promised: `verifyBundle` answers that.
 */
export function openBundle(path: string): OpenBundle {
  checkReadable(path)
  const file = openSync(path, 'r')
  try {
    const files = readZipDirectory(file, statSync(path).size).filter((entry) => !entry.path.endsWith('/'))
    const name = bagFolder(files)
    const prefix = name === '' ? '' : `${name}/`
    const entries = new Map<string, ZipEntry>()
    const strays: string[] = []
    for (const entry of files) {
      if (entry.path.startsWith(prefix)) entries.set(entry.path.slice(prefix.length), entry)
      else strays.push(entry.path)
    }
    refuseFetch(entries)
    return { path, name, entries, strays, file, close: () => closeSync(file) }
  } catch (error) {
    closeSync(file)
    throw error
  }
}

/** Where the declaration is, there is the bag; without one, the folder that all files share. */
function bagFolder(files: ZipEntry[]): string {
  const declarations = files.filter(
    ({ path }) => path.split('/').length <= 2 && path.split('/').at(-1) === bagFiles.declaration,
  )
  const first = (declarations[0] ?? files[0])?.path ?? ''
  return first.includes('/') ? first.slice(0, first.indexOf('/')) : ''
}

// A bag may name files that are to be fetched from the network (RFC 8493 2.2.3). BoAn has no network and wants none.
function refuseFetch(entries: Map<string, ZipEntry>): void {
  for (const [path, entry] of entries) if (path.toLowerCase() === 'fetch.txt') refuse('fetch', entry.path)
}

/** The bytes of one file of the bag. Throws `bundles.no-such-entry`, `bundles.entry-too-large` and what `readEntry` throws. */
export async function readBundleFile(bundle: OpenBundle, path: string, mostBytes: number): Promise<Buffer> {
  return readWholeEntry(bundle.file, findEntry(bundle, path), mostBytes)
}

/** Copies one file of the bag to a new file and returns its SHA-256; a file that is not whole leaves nothing. */
export async function extractBundleFile(bundle: OpenBundle, path: string, outFile: string): Promise<string> {
  const entry = findEntry(bundle, path)
  const hash = createHash('sha256')
  try {
    await pipeline(
      async function* () {
        for await (const piece of readEntry(bundle.file, entry)) {
          hash.update(piece)
          yield Buffer.from(piece)
        }
      },
      createWriteStream(outFile, { flags: 'wx', mode: 0o600 }),
    )
  } catch (error) {
    rmSync(outFile, { force: true })
    throw error
  }
  return hash.digest('hex')
}

function findEntry(bundle: OpenBundle, path: string): ZipEntry {
  const entry = bundle.entries.get(path)
  if (entry === undefined) throw new BoanError('bundles.no-such-entry', {}, { file: path })
  return entry
}
