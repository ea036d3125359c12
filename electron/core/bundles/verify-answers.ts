import { verify } from 'node:crypto'
import {
  bagFiles,
  bundleFormatVersion,
  type BundleKind,
  bundleKinds,
  type ManifestResult,
  parseManifest,
  parseTagFile,
  shortFingerprint,
  signedTagFiles,
} from '../../../shared/bundles/bag.ts'
import { verifyJournalSlice } from '../../../shared/bundles/journal-slice.ts'
import { answer, type BundleAnswer, type FileFault, type KnownKey } from '../../../shared/bundles/verification.ts'
import { sha256Text } from '../audit/journal.ts'
import type { OpenBundle } from './read-bundle.ts'
import { fingerprintOf, parsePublicKey } from './signing-key.ts'

/** What one pass over the bundle found: the hash of every file that could be read, and the bytes of the few that are looked into. */
export interface BundleReading {
  hashes: Map<string, string>
  /** Files whose bytes do not unpack or do not have the zip's own checksum. */
  damaged: Set<string>
  kept: Map<string, Buffer>
}

export interface BundleTags {
  info: Map<string, string>
  kind: BundleKind | null
  manifest: ManifestResult | undefined
  tagManifest: ManifestResult | undefined
}

/** The text of a kept file; undefined when it is not there or is no UTF-8. */
export function textOf(reading: BundleReading, path: string): string | undefined {
  const bytes = reading.kept.get(path)
  if (bytes === undefined) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined // No text: the check that wanted it says so.
  }
}

export function readTags(reading: BundleReading): BundleTags {
  const info = parseTagFile(textOf(reading, bagFiles.info) ?? '')
  const kind = info.get('boan-kind')
  const manifestOf = (path: string): ManifestResult | undefined => {
    const text = textOf(reading, path)
    return text === undefined ? undefined : parseManifest(text)
  }
  return {
    info,
    kind: bundleKinds.find((known) => known === kind) ?? null,
    manifest: manifestOf(bagFiles.manifest),
    tagManifest: manifestOf(bagFiles.tagManifest),
  }
}

/** Is it a bag: declared, described, with readable manifests, its tag files as the tag manifest says, nothing beside it. */
export function answerBag(bundle: OpenBundle, reading: BundleReading, tags: BundleTags): BundleAnswer {
  const declaration = parseTagFile(textOf(reading, bagFiles.declaration) ?? '')
  if (
    declaration.get('bagit-version') !== '1.0' ||
    declaration.get('tag-file-character-encoding')?.toUpperCase() !== 'UTF-8'
  ) {
    return answer('bag', false, 'bag-no-declaration')
  }
  const missing = [bagFiles.info, bagFiles.manifest, bagFiles.tagManifest].filter((path) => !bundle.entries.has(path))
  if (missing.length > 0) return answer('bag', false, 'bag-file-missing', {}, faultsOf(missing, 'missing'))
  for (const [path, manifest] of [
    [bagFiles.manifest, tags.manifest],
    [bagFiles.tagManifest, tags.tagManifest],
  ] as const) {
    if (manifest?.ok !== true) {
      return answer('bag', false, 'bag-manifest-unreadable', { line: manifest?.line ?? 1 }, faultsOf([path], 'damaged'))
    }
  }
  const version = Number(tags.info.get('boan-format-version'))
  if (!(version >= 1)) return answer('bag', false, 'bag-no-version')
  if (version > bundleFormatVersion) return answer('bag', false, 'bag-newer-format', { version })
  if (tags.kind === null) return answer('bag', false, 'bag-kind-unknown', { kind: tags.info.get('boan-kind') ?? '' })
  return answerTagFiles(bundle, reading, tags)
}

function answerTagFiles(bundle: OpenBundle, reading: BundleReading, tags: BundleTags): BundleAnswer {
  const listed = hashesOf(tags.tagManifest)
  const known = new Set<string>([...listed.keys(), bagFiles.tagManifest, bagFiles.signature])
  const unlisted = [...bundle.entries.keys()].filter((path) => !path.startsWith('data/') && !known.has(path))
  const faults = [
    ...compareHashes(listed, bundle, reading),
    ...faultsOf(unlisted, 'unlisted'),
    ...faultsOf(bundle.strays, 'unlisted'),
  ]
  if (faults.length > 0) return answer('bag', false, 'bag-files-differ', { count: faults.length }, faults)
  return answer('bag', true, 'bag-ok')
}

/** Is every payload file listed, there and whole. */
export function answerPayload(bundle: OpenBundle, reading: BundleReading, tags: BundleTags): BundleAnswer {
  const listed = hashesOf(tags.manifest)
  const payload = [...bundle.entries.keys()].filter((path) => path.startsWith('data/'))
  const faults = [
    ...compareHashes(listed, bundle, reading),
    ...faultsOf(
      payload.filter((path) => !listed.has(path)),
      'unlisted',
    ),
  ]
  if (faults.length > 0) return answer('payload', false, 'payload-damaged', { count: faults.length }, faults)
  const bytes = payload.reduce((sum, path) => sum + (bundle.entries.get(path)?.sizeBytes ?? 0), 0)
  const oxum = tags.info.get('payload-oxum')
  if (oxum !== `${bytes}.${payload.length}`) {
    return answer('payload', false, 'payload-total', { stated: oxum ?? '', bytes, count: payload.length })
  }
  return answer('payload', true, 'payload-ok', { count: payload.length, bytes })
}

/** Is the signature right, and does what is signed cover everything. */
export function answerSignature(bundle: OpenBundle, reading: BundleReading, tags: BundleTags): BundleAnswer {
  const signed = reading.kept.get(bagFiles.tagManifest)
  const signature = reading.kept.get(bagFiles.signature)
  const pem = reading.kept.get(bagFiles.publicKey)
  if (signed === undefined || signature === undefined || pem === undefined)
    return answer('signature', false, 'signature-missing')
  const key = parsePublicKey(pem)
  if (key === undefined) return answer('signature', false, 'signature-key-unreadable')
  if (!verify(null, signed, key, signature)) return answer('signature', false, 'signature-wrong')
  const listed = hashesOf(tags.tagManifest)
  const faults = [
    ...faultsOf(
      signedTagFiles.filter((path) => !listed.has(path)),
      'unlisted',
    ),
    ...compareHashes(listed, bundle, reading),
  ]
  if (faults.length > 0) return answer('signature', false, 'signature-not-covering', {}, faults)
  const fingerprint = fingerprintOf(key)
  return answer('signature', true, 'signature-ok', { fingerprint: shortFingerprint(fingerprint) })
}

/** The SHA-256 of the key in the bundle, or null. */
export function bundleFingerprint(reading: BundleReading): string | null {
  const key = parsePublicKey(reading.kept.get(bagFiles.publicKey) ?? Buffer.alloc(0))
  return key === undefined ? null : fingerprintOf(key)
}

/** Is it the key this sender used before. Without a right signature nobody has shown that they hold it. */
export function answerKey(
  fingerprint: string | null,
  signatureOk: boolean,
  sender: string,
  knownKeys: readonly KnownKey[],
): BundleAnswer {
  if (fingerprint === null || !signatureOk) return answer('key', false, 'key-unproven')
  const params = { fingerprint: shortFingerprint(fingerprint), sender }
  const ofKey = knownKeys.filter((known) => known.fingerprint === fingerprint)
  const same = ofKey.find((known) => known.own === true || known.sender === sender) ?? ofKey[0]
  if (same?.own === true) return answer('key', true, 'key-own', params)
  // A known key under another name is as telling as another key under a known name.
  if (same !== undefined && same.sender !== sender) {
    return answer('key', false, 'key-other-sender', { ...params, knownSender: same.sender, since: same.since })
  }
  if (same !== undefined) return answer('key', true, 'key-known', { ...params, since: same.since })
  const before = knownKeys.findLast((known) => known.sender === sender)
  if (before === undefined) return answer('key', true, 'key-first-use', params)
  return answer('key', false, 'key-changed', {
    ...params,
    before: shortFingerprint(before.fingerprint),
    since: before.since,
  })
}

/** Does the journal chain hold. Only a case brings one along. */
export function answerJournal(reading: BundleReading, kind: BundleKind | null): BundleAnswer {
  const path = 'data/journal.jsonl'
  const text = textOf(reading, path)
  if (text === undefined) {
    if (kind !== null && kind !== 'case' && !reading.hashes.has(path))
      return answer('journal', true, 'journal-not-expected')
    const fault = reading.hashes.has(path) ? 'damaged' : 'missing'
    return answer('journal', false, 'journal-missing', {}, [{ path, fault }])
  }
  const result = verifyJournalSlice(text.split('\n'), sha256Text)
  if (!result.ok) {
    return answer('journal', false, `journal-${result.fault}`, { line: result.line }, [{ path, fault: 'changed' }])
  }
  return answer('journal', true, 'journal-ok', { entries: result.entries, withContent: result.withContent })
}

function hashesOf(manifest: ManifestResult | undefined): Map<string, string> {
  return manifest?.ok === true ? manifest.hashes : new Map<string, string>()
}

function compareHashes(listed: Map<string, string>, bundle: OpenBundle, reading: BundleReading): FileFault[] {
  const faults: FileFault[] = []
  for (const [path, sha256] of listed) {
    if (!bundle.entries.has(path)) faults.push({ path, fault: 'missing' })
    else if (reading.damaged.has(path)) faults.push({ path, fault: 'damaged' })
    else if (reading.hashes.get(path) !== sha256) faults.push({ path, fault: 'changed' })
  }
  return faults
}

function faultsOf(paths: readonly string[], fault: FileFault['fault']): FileFault[] {
  return paths.map((path) => ({ path, fault }))
}
