import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import type { BundleEntry, ReceivedBundle } from '../../../shared/bundles/calls.ts'
import {
  type BundleContent,
  bundleContentSchema,
  type ContentOf,
  contentFiles,
} from '../../../shared/bundles/contents.ts'
import { parseCase } from '../../../shared/bundles/figures.ts'
import { bagFiles, type BundleKind } from '../../../shared/bundles/bag.ts'
import type { BundleVerification } from '../../../shared/bundles/verification.ts'
import { shanghaiDate } from '../../../shared/calendar.ts'
import type { Output, ParsedInput } from '../../../shared/contract.ts'
import type { CaseFile } from '../../../shared/disputes/index.ts'
import { BoanError } from '../../../shared/errors.ts'
import type { CallContext } from '../context.ts'
import type { Db } from '../database/open.ts'
import { listReceived, noteReceived, readKnownKeys, rememberKey } from './received-store.ts'
import { keepReceived, receivedPath } from './keep-received.ts'
import { extractBundleFile, openBundle, type OpenBundle, readBundleFile } from './read-bundle.ts'
import { previewOf, promisedPreview } from './media-type.ts'
import { verifyBundle, verifySigner } from './verify-bundle.ts'

/** Throws `bundles.unknown-bundle` for an id whose file is not here. */
export function existingPath(dataDir: string, id: string): string {
  const path = receivedPath(dataDir, id)
  if (!existsSync(path)) throw new BoanError('bundles.unknown-bundle')
  return path
}

/** The six answers about a file in the intake; nothing is kept. */
export function verifyReceived(context: CallContext, token: string): Promise<BundleVerification> {
  return verifyAt(context, context.intake(token).path)
}

function verifyAt(context: CallContext, path: string): Promise<BundleVerification> {
  return verifyBundle(path, {
    knownKeys: readKnownKeys(context.db, context.dataDir),
    progress: (done, total) => context.progress({ done, total, label: 'bundles:progress.checking' }),
    throwIfCancelled: () => context.throwIfCancelled(),
  })
}

/** Verifies a bundle and gives what it holds. A file from the intake is kept once it has not been refused. */
export async function openReceived(
  context: CallContext,
  input: ParsedInput<'bundles.open'>,
): Promise<Output<'bundles.open'>> {
  const source = 'token' in input ? context.intake(input.token).path : existingPath(context.dataDir, input.id)
  const verification = await verifyAt(context, source)
  const id = 'token' in input ? await keepReceived(context, source) : input.id
  const bundle = openBundle(receivedPath(context.dataDir, id))
  try {
    const content = await readContent(bundle, verification.kind)
    return { id, verification, content, entries: listEntries(bundle, verification) }
  } finally {
    bundle.close()
  }
}

/** The most of a case.json that is taken into memory; a larger one is whole in the file but not shown. */
const mostCaseBytes = 64 * 1024 ** 2

/** The case of a bundle, or undefined when it is none, damaged, too large or of another form: the verification says why. */
async function readCase(bundle: OpenBundle): Promise<CaseFile | undefined> {
  const entry = bundle.entries.get('data/case.json')
  if (entry === undefined || entry.sizeBytes > mostCaseBytes) return undefined
  try {
    const parsed = parseCase((await readBundleFile(bundle, 'data/case.json', mostCaseBytes)).toString('utf8'))
    return typeof parsed === 'string' ? undefined : parsed
  } catch (error) {
    if (error instanceof BoanError && error.code === 'bundles.entry-damaged') return undefined
    throw error
  }
}

/** The most of another kind's content that is taken into memory. */
const mostContentBytes = 16 * 1024 ** 2

/** What a bundle holds, or null when it is damaged, too large or of another form: the verification says why. */
async function readContent(bundle: OpenBundle, kind: BundleKind | null): Promise<BundleContent | null> {
  if (kind === null) return null
  if (kind === 'case') {
    const file = await readCase(bundle)
    if (file === undefined) return null
    const { computations: _, ...data } = file
    return { kind, data }
  }
  const path = `data/${contentFiles[kind]}`
  const entry = bundle.entries.get(path)
  if (entry === undefined || entry.sizeBytes > mostContentBytes) return null
  try {
    const data: unknown = JSON.parse((await readBundleFile(bundle, path, mostContentBytes)).toString('utf8'))
    return bundleContentSchema.safeParse({ kind, data }).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof BoanError && error.code === 'bundles.entry-damaged'))
      return null
    throw error
  }
}

/**
 * The content of a received bundle that a person takes over into their own data: only of a bundle without any 'no'. Throws
 * `bundles.unknown-bundle`, `bundles.other-kind` and `bundles.not-whole`.
 */
export async function readWholeContent<K extends BundleContent['kind']>(
  context: CallContext,
  id: string,
  kind: K,
): Promise<{ data: ContentOf<K>; verification: BundleVerification }> {
  const path = existingPath(context.dataDir, id)
  const verification = await verifyAt(context, path)
  if (verification.kind !== kind)
    throw new BoanError('bundles.other-kind', { kind: verification.kind ?? 'unknown', wanted: kind })
  if (!verification.ok) throw new BoanError('bundles.not-whole', { check: verification.answers[0]?.check ?? 'bag' })
  const bundle = openBundle(path)
  try {
    return { data: dataOfKind(await readContent(bundle, kind), kind), verification }
  } finally {
    bundle.close()
  }
}

/** The schema has tied kind and data together; the compiler cannot follow that through a generic kind. */
function dataOfKind<K extends BundleContent['kind']>(content: BundleContent | null, kind: K): ContentOf<K> {
  if (content?.kind !== kind) throw new BoanError('bundles.not-whole', { check: 'payload' })
  return content.data as ContentOf<K>
}

/** Copies one file of a received bundle (`path` below `data/`) to a new file and gives its SHA-256. */
export async function copyReceivedFile(dataDir: string, id: string, path: string, outFile: string): Promise<string> {
  const bundle = openBundle(existingPath(dataDir, id))
  try {
    return await extractBundleFile(bundle, `data/${path}`, outFile)
  } finally {
    bundle.close()
  }
}

/** SHA-256 of the manifest of a received bundle: how its sender's computer knows the export. */
export async function readReceivedManifest(dataDir: string, id: string): Promise<string> {
  const bundle = openBundle(existingPath(dataDir, id))
  try {
    const bytes = await readBundleFile(bundle, bagFiles.manifest, mostContentBytes)
    return createHash('sha256').update(bytes).digest('hex')
  } finally {
    bundle.close()
  }
}

function listEntries(bundle: OpenBundle, { answers }: BundleVerification): BundleEntry[] {
  const faults = new Map(answers.flatMap(({ files }) => files.map(({ path, fault }) => [path, fault] as const)))
  const listed = [...bundle.entries].filter(([path]) => path.startsWith('data/'))
  const missing = [...faults].filter(([path, fault]) => fault === 'missing' && path.startsWith('data/'))
  return [
    ...listed.map(([path, entry]) => ({
      path: path.slice('data/'.length),
      sizeBytes: entry.sizeBytes,
      preview: promisedPreview(path),
      fault: faults.get(path) ?? null,
    })),
    ...missing.map(([path, fault]) => ({
      path: path.slice('data/'.length),
      sizeBytes: 0,
      preview: 'none' as const,
      fault,
    })),
  ]
}

/** Puts an opened bundle on the list; the first key of a sender is remembered, another one only by `acceptKey`. */
export async function rememberReceived(
  context: CallContext,
  { id, name }: ParsedInput<'bundles.remember'>,
): Promise<ReceivedBundle> {
  const path = existingPath(context.dataDir, id)
  const signer = await verifySigner(path, readKnownKeys(context.db, context.dataDir))
  context.subject(id)
  context.tookIn(id)
  if (signer.key.code === 'key-first-use' && signer.fingerprint !== null) {
    rememberKey(context.db, signer.fingerprint, signer.sender, shanghaiDate(context.now()), 'first-use')
  }
  return noteReceived(context.db, {
    id,
    name,
    kind: signer.kind,
    sender: signer.sender,
    externalId: signer.externalId,
    title: await titleOf(path, signer.kind),
    sizeBytes: signer.fileBytes,
    moment: context.now(),
  })
}

async function titleOf(path: string, kind: BundleKind | null): Promise<string> {
  const bundle = openBundle(path)
  try {
    return (await readContent(bundle, kind))?.data.title ?? ''
  } finally {
    bundle.close()
  }
}

/** Remembers the key of a bundle although the sender had another. Throws `bundles.not-signed`. */
export async function acceptKey(context: CallContext, id: string): Promise<Output<'bundles.acceptKey'>> {
  const signer = await verifySigner(existingPath(context.dataDir, id), readKnownKeys(context.db, context.dataDir))
  if (signer.fingerprint === null || !signer.signatureOk) throw new BoanError('bundles.not-signed')
  const since = shanghaiDate(context.now())
  context.subject(id)
  rememberKey(context.db, signer.fingerprint, signer.sender, since, 'person')
  return { fingerprint: signer.fingerprint, sender: signer.sender, since }
}

export function listReceivedBundles(db: Db): Output<'bundles.list'> {
  return { bundles: listReceived(db) }
}

/** Deletes this computer's copy. */
export function removeReceived(context: CallContext, id: string): Output<'bundles.remove'> {
  context.subject(id)
  context.db.prepare('DELETE FROM received_bundles WHERE sha256 = ?').run(id)
  rmSync(receivedPath(context.dataDir, id), { force: true })
  return {}
}

/** One file, taken out to be shown or saved under its own name. */
export async function takeOutFile(
  context: CallContext,
  { id, path }: ParsedInput<'bundles.file'>,
): Promise<Output<'bundles.file'>> {
  const draft = context.outgoing(basename(path))
  const sha256 = await copyReceivedFile(context.dataDir, id, path, draft.path)
  return { file: draft.finish(), sha256, preview: previewOf(path, readStart(draft.path)) }
}

function readStart(path: string): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const start = Buffer.alloc(4096)
    return start.subarray(0, readSync(file, start))
  } finally {
    closeSync(file)
  }
}

/** The case of a received bundle, for its lines. Throws `bundles.no-such-entry` when it has none that can be read. */
export async function readReceivedCase(dataDir: string, id: string): Promise<CaseFile> {
  const bundle = openBundle(existingPath(dataDir, id))
  try {
    const file = await readCase(bundle)
    if (file === undefined) throw new BoanError('bundles.no-such-entry', {}, { file: 'case.json' })
    return file
  } finally {
    bundle.close()
  }
}
