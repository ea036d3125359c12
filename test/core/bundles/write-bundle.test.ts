import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shortFingerprint } from '../../../shared/bundles/bag.ts'
import { BoanError } from '../../../shared/errors.ts'
import { extractBundleFile, openBundle, readBundleFile } from '../../../electron/core/bundles/read-bundle.ts'
import { loadSigningKey, signingKeyPath } from '../../../electron/core/bundles/signing-key.ts'
import { type BundleFile, type BundleRequest, writeBundle } from '../../../electron/core/bundles/write-bundle.ts'
import { makeCase, makePayload, moment, sha256 } from './sample-case.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'boan-bundle-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function request(files: BundleFile[], changes: Partial<BundleRequest> = {}): BundleRequest {
  return {
    kind: 'case',
    name: 'BoAn-2026-0007',
    externalId: '2026-0007',
    organization: '林小满',
    moment,
    files,
    key: loadSigningKey(folder),
    outFile: join(folder, 'case.boan'),
    ...changes,
  }
}

function codeOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    return error instanceof BoanError ? error.code : String(error)
  }
  return 'no error'
}

/** Whether a stock tool is there; says so when it is not, because the test then shows less. */
function hasTool(name: string): boolean {
  const found = (process.env.PATH ?? '').split(':').some((path) => existsSync(join(path, name)))
  if (!found) console.log(`${name} is not installed: what BoAn writes was not checked with it`)
  return found
}

describe('a written bundle', () => {
  it('is accepted by unzip, sha256sum and openssl alone, as READ-ME-FIRST says', () => {
    const key = loadSigningKey(folder)
    writeBundle(request(makePayload(makeCase(), key.fingerprint)))
    if (!['unzip', 'sha256sum', 'openssl'].every(hasTool)) return
    const run = (tool: string, ...args: string[]): string =>
      execFileSync(tool, args, { cwd: join(folder, tool === 'unzip' ? '' : 'BoAn-2026-0007'), encoding: 'utf8' })
    run('unzip', '-q', 'case.boan')
    expect(run('sha256sum', '-c', '--strict', 'manifest-sha256.txt').match(/: OK$/gm)).toHaveLength(5)
    expect(run('sha256sum', '-c', '--strict', 'tagmanifest-sha256.txt').match(/: OK$/gm)).toHaveLength(4)
    const check = '-verify -pubin -inkey signature/public-key.pem -rawin -in tagmanifest-sha256.txt -sigfile'
    const verified = run('openssl', 'pkeyutl', ...check.split(' '), 'signature/tagmanifest-sha256.sig')
    expect(verified).toContain('Signature Verified Successfully')
    const readMe = readFileSync(join(folder, 'BoAn-2026-0007/data/READ-ME-FIRST.html'), 'utf8')
    expect(readMe).toContain(shortFingerprint(key.fingerprint))
  })

  it('is the same file, byte for byte, for the same moment, and in whatever order the files were given', () => {
    const payload = makePayload(makeCase(), 'f'.repeat(64))
    writeBundle(request(payload))
    writeBundle(request(payload.toReversed(), { outFile: join(folder, 'again.boan') }))
    writeBundle(request(payload, { outFile: join(folder, 'later.boan'), moment: '2026-05-23T02:03:04.005Z' }))
    const first = readFileSync(join(folder, 'case.boan'))
    expect(readFileSync(join(folder, 'again.boan')).equals(first)).toBe(true)
    expect(readFileSync(join(folder, 'later.boan')).equals(first)).toBe(false)
  })

  it('does not depend on the pieces in which text arrives, and gives it back whole', async () => {
    const text = Array.from({ length: 90_000 }, (_, row) => `${row},直播订单,${row * 7919}\n`).join('')
    const pieces = (size: number) =>
      function* () {
        for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
      }
    writeBundle(request([{ path: 'ledger/a.csv', pieces: pieces(1 << 16) }]))
    writeBundle(request([{ path: 'ledger/a.csv', pieces: pieces(777) }], { outFile: join(folder, 'b.boan') }))
    expect(readFileSync(join(folder, 'b.boan')).equals(readFileSync(join(folder, 'case.boan')))).toBe(true)
    const bundle = openBundle(join(folder, 'b.boan'))
    const entry = bundle.entries.get('data/ledger/a.csv')
    expect(entry?.compressedBytes).toBeLessThan((entry?.sizeBytes ?? 0) / 2)
    expect((await readBundleFile(bundle, 'data/ledger/a.csv', 1e8)).toString('utf8')).toBe(text)
    bundle.close()
  })

  it('stays readable where text would shrink more than a reader allows', () => {
    writeBundle(request([{ path: 'evidence/001-empty.txt', bytes: Buffer.alloc(5_000_000) }]))
    const bundle = openBundle(join(folder, 'case.boan'))
    expect(bundle.entries.get('data/evidence/001-empty.txt')?.sizeBytes).toBe(5_000_000)
    bundle.close()
  })

  it('keeps evidence byte for byte, an empty file and another bundle too', async () => {
    const inner = join(folder, 'inner.boan')
    writeBundle(request([{ path: 'case.json', bytes: '{}' }], { outFile: inner }))
    const innerSha256 = sha256(readFileSync(inner))
    const files: BundleFile[] = [
      { path: 'evidence/001-旧案.boan', sourcePath: inner, sha256: innerSha256 },
      { path: 'evidence/002-空.txt', bytes: '' },
    ]
    writeBundle(request(files))
    const bundle = openBundle(join(folder, 'case.boan'))
    const out = join(folder, 'extracted')
    expect(await extractBundleFile(bundle, 'data/evidence/001-旧案.boan', out)).toBe(innerSha256)
    expect(readFileSync(out).equals(readFileSync(inner))).toBe(true)
    expect(await readBundleFile(bundle, 'data/evidence/002-空.txt', 10)).toHaveLength(0)
    bundle.close()
  })

  it('leaves nothing behind, and an older export as it was, when it fails or is cancelled', () => {
    const source = join(folder, 'photo.jpg')
    writeFileSync(source, Buffer.alloc(3_000_000, 1))
    const outFile = join(folder, 'out/case.boan')
    mkdirSync(join(folder, 'out'))
    writeFileSync(outFile, 'older')
    let calls = 0
    const throwIfCancelled = (): void => {
      calls += 1
      if (calls === 3) throw new BoanError('app.cancelled')
    }
    const file: BundleFile = { path: 'evidence/001-photo.jpg', sourcePath: source }
    expect(codeOf(() => writeBundle(request([file], { outFile, throwIfCancelled })))).toBe('app.cancelled')
    expect(codeOf(() => writeBundle(request([{ ...file, sha256: '0'.repeat(64) }], { outFile })))).toBe(
      'bundles.source-changed',
    )
    rmSync(source)
    expect(codeOf(() => writeBundle(request([file], { outFile })))).toBe('app.file-vanished')
    expect(readdirSync(join(folder, 'out'))).toEqual(['case.boan'])
    expect(readFileSync(outFile, 'utf8')).toBe('older')
  })

  it('refuses names that a receiver would refuse, and names that become one', () => {
    for (const path of ['../x', '/x', 'a\\b', 'con', 'a%41', 'a:b', 'x/', 'a\0']) {
      expect(codeOf(() => writeBundle(request([{ path, bytes: '' }])))).toBe('bundles.unusable-name')
    }
    const twice = [
      { path: 'A.txt', bytes: '' },
      { path: 'a.TXT', bytes: '' },
    ]
    expect(codeOf(() => writeBundle(request(twice)))).toBe('bundles.unusable-name')
    expect(codeOf(() => writeBundle(request([{ path: 'a', bytes: '' }], { name: 'a/b' })))).toBe(
      'bundles.unusable-name',
    )
    expect(existsSync(join(folder, 'case.boan'))).toBe(false)
  })

  it('tells how far it is, up to the whole', () => {
    const source = join(folder, 'photo.jpg')
    writeFileSync(source, Buffer.alloc(2_500_000, 1))
    const seen: number[] = []
    const progress = (done: number, total: number): number => seen.push(done / total)
    writeBundle(request([{ path: 'evidence/001-photo.jpg', sourcePath: source }], { progress }))
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen.at(-1)).toBe(1)
    expect(seen.length).toBeGreaterThan(1)
  })
})

describe('the signing key', () => {
  it('is made at first use, stays the same, and is for its owner alone', () => {
    const first = loadSigningKey(folder)
    expect(loadSigningKey(folder).fingerprint).toBe(first.fingerprint)
    expect(shortFingerprint(first.fingerprint)).toMatch(/^[0-9A-F]{4}( [0-9A-F]{4}){3}$/)
    expect(statSync(signingKeyPath(folder)).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700)
    expect(readdirSync(join(folder, 'keys'))).toEqual(['signing-key.pem'])
  })

  it('is never replaced in silence when its file is damaged or holds another kind of key', () => {
    loadSigningKey(folder)
    chmodSync(signingKeyPath(folder), 0o600)
    writeFileSync(signingKeyPath(folder), '')
    expect(codeOf(() => loadSigningKey(folder))).toBe('bundles.signing-key-damaged')
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    writeFileSync(signingKeyPath(folder), rsa.export({ type: 'pkcs8', format: 'pem' }))
    expect(codeOf(() => loadSigningKey(folder))).toBe('bundles.signing-key-damaged')
  })
})
