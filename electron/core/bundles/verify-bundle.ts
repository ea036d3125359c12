import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { bagFiles, type BundleKind } from '../../../shared/bundles/bag.ts'
import { answerFigures } from '../../../shared/bundles/figures.ts'
import {
  type BundleAnswer,
  type BundleVerification,
  type KnownKey,
  orderAnswers,
} from '../../../shared/bundles/verification.ts'
import { BoanError } from '../../../shared/errors.ts'
import { openBundle, type OpenBundle } from './read-bundle.ts'
import {
  answerBag,
  answerJournal,
  answerKey,
  answerPayload,
  answerSignature,
  bundleFingerprint,
  type BundleReading,
  readTags,
  textOf,
} from './verify-answers.ts'
import { readEntry } from './zip-entry.ts'
import type { ZipEntry } from './zip-raw.ts'

export interface VerifyOptions {
  /** Keys seen before, oldest first. */
  knownKeys: readonly KnownKey[]
  progress?: (doneBytes: number, totalBytes: number) => void
  throwIfCancelled?: () => void
}

/** Files that are looked into, with the most bytes that BoAn takes into memory for each. */
const mebibyte = 1024 ** 2
const lookedInto = new Map<string, number>([
  [bagFiles.declaration, mebibyte],
  [bagFiles.info, mebibyte],
  [bagFiles.manifest, 32 * mebibyte],
  [bagFiles.tagManifest, mebibyte],
  [bagFiles.publicKey, mebibyte],
  [bagFiles.signature, mebibyte],
  ['data/case.json', 64 * mebibyte],
  ['data/journal.jsonl', 64 * mebibyte],
])

/**
 * The six answers of spec/bundle.md 'Verifying', from one reading of the file; nothing is written. A bundle that could harm
 * is not answered but refused: throws what `openBundle` throws and `bundles.size-mismatch`.
 */
export async function verifyBundle(path: string, options: VerifyOptions): Promise<BundleVerification> {
  const bundle = openBundle(path)
  try {
    return answerAll(bundle, await readAll(bundle, options), options)
  } finally {
    bundle.close()
  }
}

function answerAll(bundle: OpenBundle, reading: BundleReading, options: VerifyOptions): BundleVerification {
  const tags = readTags(reading)
  const sender = tags.info.get('source-organization') ?? ''
  const fingerprint = bundleFingerprint(reading)
  const signature = answerSignature(bundle, reading, tags)
  const payload = [...bundle.entries].filter(([path]) => path.startsWith('data/'))
  const answers = orderAnswers([
    answerBag(bundle, reading, tags),
    answerPayload(bundle, reading, tags),
    signature,
    answerKey(fingerprint, signature.ok, sender, options.knownKeys),
    answerJournal(reading, tags.kind),
    answerFigures(textOf(reading, 'data/case.json'), tags.kind),
  ])
  return {
    ok: answers.every(({ ok }) => ok),
    answers,
    name: bundle.name,
    kind: tags.kind,
    sender,
    externalId: tags.info.get('external-identifier') ?? '',
    baggingDate: tags.info.get('bagging-date') ?? '',
    fingerprint,
    payloadFiles: payload.length,
    payloadBytes: payload.reduce((sum, [, entry]) => sum + entry.sizeBytes, 0),
  }
}

/** Who signed a bundle, from its tag files alone: quick, whatever its size. Whether the payload is whole is not asked. */
export interface BundleSigner {
  signatureOk: boolean
  /** The answer about the key. */
  key: BundleAnswer
  fingerprint: string | null
  sender: string
  externalId: string
  kind: BundleKind | null
  fileBytes: number
}

export async function verifySigner(path: string, knownKeys: readonly KnownKey[]): Promise<BundleSigner> {
  const bundle = openBundle(path)
  try {
    const tagFiles = [...bundle.entries].filter(([name]) => !name.startsWith('data/'))
    const reading = await readAll(bundle, { knownKeys }, new Map(tagFiles))
    const tags = readTags(reading)
    const sender = tags.info.get('source-organization') ?? ''
    const fingerprint = bundleFingerprint(reading)
    const { ok } = answerSignature(bundle, reading, tags)
    return {
      signatureOk: ok,
      key: answerKey(fingerprint, ok, sender, knownKeys),
      fingerprint,
      sender,
      externalId: tags.info.get('external-identifier') ?? '',
      kind: tags.kind,
      fileBytes: statSync(path).size,
    }
  } finally {
    bundle.close()
  }
}

async function readAll(
  bundle: OpenBundle,
  options: VerifyOptions,
  entries: ReadonlyMap<string, ZipEntry> = bundle.entries,
): Promise<BundleReading> {
  const reading: BundleReading = { hashes: new Map(), damaged: new Set(), kept: new Map() }
  const totalBytes = [...entries.values()].reduce((sum, entry) => sum + entry.sizeBytes, 0)
  let doneBytes = 0
  const passed = (bytes: number): void => {
    options.throwIfCancelled?.()
    doneBytes += bytes
    options.progress?.(doneBytes, totalBytes)
  }
  for (const [path, entry] of entries) {
    try {
      await readOne(bundle, path, entry, reading, passed)
    } catch (error) {
      if (!(error instanceof BoanError) || error.code !== 'bundles.entry-damaged') throw error
      reading.damaged.add(path)
    }
  }
  return reading
}

async function readOne(
  bundle: OpenBundle,
  path: string,
  entry: ZipEntry,
  reading: BundleReading,
  passed: (bytes: number) => void,
): Promise<void> {
  const keep = entry.sizeBytes <= (lookedInto.get(path) ?? -1)
  const hash = createHash('sha256')
  const pieces: Buffer[] = []
  for await (const piece of readEntry(bundle.file, entry)) {
    hash.update(piece)
    if (keep) pieces.push(Buffer.from(piece))
    passed(piece.length)
  }
  reading.hashes.set(path, hash.digest('hex'))
  if (keep) reading.kept.set(path, Buffer.concat(pieces))
}
