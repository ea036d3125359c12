import { sign } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { manifestLine } from '../../../shared/bundles/bag.ts'
import type { BundleVerification, KnownKey } from '../../../shared/bundles/verification.ts'
import { canonicalJsonOf } from '../../../shared/canonical-json.ts'
import type { CaseFile } from '../../../shared/disputes/case-file.ts'
import enBundles from '../../../shared/i18n/en/bundles.json' with { type: 'json' }
import zhBundles from '../../../shared/i18n/zh/bundles.json' with { type: 'json' }
import { openBundle, readBundleFile } from '../../../electron/core/bundles/read-bundle.ts'
import { loadSigningKey } from '../../../electron/core/bundles/signing-key.ts'
import { verifyBundle } from '../../../electron/core/bundles/verify-bundle.ts'
import { writeBundle } from '../../../electron/core/bundles/write-bundle.ts'
import { forgeZip } from '../../hostile/bundles/zip-forge.ts'
import { evidenceBytes, makeCase, makeJournal, makePayload, moment, sha256 } from './sample-case.ts'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'boan-verify-'))
  path = join(folder, 'case.boan')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(file: CaseFile = makeCase()): void {
  const key = loadSigningKey(folder)
  const files = makePayload(file, key.fingerprint)
  writeBundle({
    kind: 'case',
    name: 'BoAn-2026-0007',
    externalId: '2026-0007',
    organization: '林小满',
    moment,
    files,
    key,
    outFile: path,
  })
}

async function verify(knownKeys: KnownKey[] = []): Promise<BundleVerification> {
  const result = await verifyBundle(path, { knownKeys })
  for (const { code } of result.answers) {
    expect(zhBundles.answers).toHaveProperty([code])
    expect(enBundles.answers).toHaveProperty([code])
  }
  return result
}

/** The 'no's as `check code`, with the files they name. */
async function noes(knownKeys: KnownKey[] = []): Promise<string[]> {
  const { answers } = await verify(knownKeys)
  return answers
    .filter(({ ok }) => !ok)
    .map(({ check, code, files }) =>
      [`${check} ${code}`, ...files.map((file) => `${file.path} ${file.fault}`)].join(' | '),
    )
}

/** Takes the bundle apart, lets the test change its files, and packs them again as another tool would. */
async function repack(change: (files: Map<string, Buffer>) => void): Promise<void> {
  const bundle = openBundle(path)
  const files = new Map<string, Buffer>()
  for (const name of bundle.entries.keys()) files.set(name, await readBundleFile(bundle, name, 1e8))
  bundle.close()
  change(files)
  forgeZip(path, {
    entries: [...files].map(([name, content]) => ({ name: `BoAn-2026-0007/${name}`, content, deflate: true })),
  })
}

/** What a forger with a key of their own can do: list and sign again. */
function resign(files: Map<string, Buffer>): void {
  const payload = [...files].filter(([name]) => name.startsWith('data/'))
  files.set(
    'manifest-sha256.txt',
    Buffer.from(payload.map(([name, bytes]) => manifestLine(sha256(bytes), name)).join('')),
  )
  const tags = ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt', 'signature/public-key.pem']
  const list = Buffer.from(tags.map((name) => manifestLine(sha256(files.get(name) ?? ''), name)).join(''))
  files.set('tagmanifest-sha256.txt', list)
  files.set('signature/tagmanifest-sha256.sig', sign(null, list, loadSigningKey(folder).privateKey))
}

async function figuresAfter(content: string | undefined): Promise<string | undefined> {
  write()
  await repack((files) => {
    if (content === undefined) files.delete('data/case.json')
    else files.set('data/case.json', Buffer.from(content))
  })
  return (await verify()).answers.find(({ check }) => check === 'figures')?.code
}

async function journalAfter(content: string | undefined): Promise<string | undefined> {
  write()
  await repack((files) => {
    if (content === undefined) files.delete('data/journal.jsonl')
    else files.set('data/journal.jsonl', Buffer.from(content))
  })
  return (await verify()).answers.find(({ check }) => check === 'journal')?.code
}

async function bagAfter(change: (files: Map<string, Buffer>) => void): Promise<string | undefined> {
  write()
  await repack(change)
  return (await verify()).answers.find(({ check }) => check === 'bag')?.code
}

function known(sender: string, fingerprint: string, own = false): KnownKey {
  return { sender, fingerprint, since: '2026-01-01', own }
}

async function keyCode(...keys: KnownKey[]): Promise<string | undefined> {
  return (await verify(keys)).answers.find(({ check }) => check === 'key')?.code
}

describe('verifying a bundle', () => {
  it('answers six times yes to what BoAn wrote', async () => {
    write()
    const result = await verify()
    expect(result.ok).toBe(true)
    expect(result.answers.map(({ check, code }) => `${check} ${code}`)).toEqual([
      'bag bag-ok',
      'payload payload-ok',
      'signature signature-ok',
      'key key-first-use',
      'journal journal-ok',
      'figures figures-ok',
    ])
    expect(result).toMatchObject({
      kind: 'case',
      sender: '林小满',
      externalId: '2026-0007',
      baggingDate: '2026-05-22',
      payloadFiles: 5,
    })
  })

  it('accepts a bundle that another tool has packed again', async () => {
    write()
    await repack(() => undefined)
    expect(await noes()).toEqual([])
  })

  it('names a piece of evidence that was changed, and says no first', async () => {
    write()
    const bytes = readFileSync(path)
    const at = bytes.indexOf(evidenceBytes)
    bytes.writeUInt8(bytes.readUInt8(at + 9) ^ 1, at + 9)
    writeFileSync(path, bytes)
    expect(await noes()).toEqual(['payload payload-damaged | data/evidence/001-结算单.png damaged'])
    expect((await verify()).answers[0]?.check).toBe('payload')
  })

  it('names files that were exchanged, taken out or put in', async () => {
    write()
    await repack((files) => {
      files.set('data/evidence/001-结算单.png', Buffer.from('another picture'))
      files.delete('data/ledger/2026-03.csv')
      files.set('data/evidence/002-new.png', Buffer.from('new'))
    })
    expect(await noes()).toEqual([
      'payload payload-damaged | data/evidence/001-结算单.png changed | data/ledger/2026-03.csv missing | data/evidence/002-new.png unlisted',
    ])
  })

  it('notices a list that was changed after signing, and a list signed by another key', async () => {
    write()
    await repack((files) => {
      const text = 'BoAn-Kind: case\nBoAn-Format-Version: 1\nSource-Organization: 别人\n'
      files.set('bag-info.txt', Buffer.from(text))
    })
    expect(await noes()).toEqual([
      'bag bag-files-differ | bag-info.txt changed',
      'payload payload-total',
      'signature signature-not-covering | bag-info.txt changed',
      'key key-unproven',
    ])
    write()
    await repack((files) => files.set('signature/tagmanifest-sha256.sig', Buffer.alloc(64, 7)))
    expect(await noes()).toEqual(['signature signature-wrong', 'key key-unproven'])
  })

  it('notices a missing signature, a key of another kind, and a signature that leaves the list out', async () => {
    write()
    await repack((files) => files.delete('signature/tagmanifest-sha256.sig'))
    expect(await noes()).toEqual(['signature signature-missing', 'key key-unproven'])
    write()
    await repack((files) => {
      files.set('signature/public-key.pem', Buffer.from('-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n'))
      resign(files)
    })
    expect(await noes()).toEqual(['signature signature-key-unreadable', 'key key-unproven'])
    write()
    await repack((files) => {
      const list = Buffer.from(manifestLine(sha256(files.get('bagit.txt') ?? ''), 'bagit.txt'))
      files.set('tagmanifest-sha256.txt', list)
      files.set('signature/tagmanifest-sha256.sig', sign(null, list, loadSigningKey(folder).privateKey))
    })
    expect((await noes()).find((no) => no.startsWith('signature'))).toContain('signature-not-covering')
  })

  it('remembers senders: same key, first key, another key, another name with a known key', async () => {
    write()
    const { fingerprint } = loadSigningKey(folder)
    expect(await keyCode(known('林小满', fingerprint))).toBe('key-known')
    expect(await keyCode(known('本机', fingerprint, true))).toBe('key-own')
    expect(await keyCode(known('王大明', '0'.repeat(64)))).toBe('key-first-use')
    expect(await keyCode(known('林小满', '0'.repeat(64)))).toBe('key-changed')
    expect(await keyCode(known('王大明', fingerprint))).toBe('key-other-sender')
  })

  it('computes the figures again and names the one that differs, even when everything was signed anew', async () => {
    const honest = makeCase()
    const [computation] = honest.computations
    const [claim] = honest.claims
    if (computation === undefined || claim === undefined) throw new Error('the sample has both')
    const output = JSON.parse(canonicalJsonOf(computation.output)) as { cycles: { outstandingFen: number }[] }
    for (const cycle of output.cycles) cycle.outstandingFen += 1
    write(makeCase({ computations: [{ ...computation, output }] }))
    expect(await noes()).toEqual(['figures figures-differ | data/case.json changed'])
    const params = (await verify()).answers[0]?.params
    expect(params).toMatchObject({ cycle: '2026-03', figure: 'outstandingFen' })

    write(makeCase({ totals: { ...honest.totals, totalFen: honest.totals.totalFen + 1 } }))
    expect(await noes()).toEqual(['figures figures-differ | data/case.json changed'])
    const cycles = claim.cycles.map((cycle) => ({ ...cycle, amountFen: cycle.amountFen + 1 }))
    write(makeCase({ claims: honest.claims.with(0, { ...claim, cycles }) }))
    expect((await verify()).answers[0]?.params).toMatchObject({ figure: 'amountFen' })
    const asked = claim.cycles.map((cycle) => ({ ...cycle, paidFen: cycle.paidFen - 1 }))
    write(makeCase({ claims: honest.claims.with(0, { ...claim, cycles: asked }) }))
    expect((await verify()).answers[0]?.params).toMatchObject({ figure: 'paidFen' })
  })

  it('says so when case.json is missing, no JSON, of another form or from a newer version', async () => {
    const deep = Array.from({ length: 100 }, (_, index) => sha256(String(index))).join('')
    expect(await figuresAfter(undefined)).toBe('figures-missing')
    expect(await figuresAfter('{"format":')).toBe('figures-unreadable')
    expect(await figuresAfter('[1]')).toBe('figures-unreadable')
    expect(await figuresAfter('{"format":"boan-case","version":2}')).toBe('figures-newer')
    expect(await figuresAfter(`["${deep}",${'['.repeat(200_000)}`)).toBe('figures-unreadable')
  })

  it('notices a journal that was changed, cut in the middle or left out', async () => {
    const lines = makeJournal().split('\n')
    expect(await journalAfter(undefined)).toBe('journal-missing')
    expect(await journalAfter(lines.toSpliced(1, 1).join('\n'))).toBe('journal-sequence')
    expect(await journalAfter(makeJournal().replace('openCase', 'closeCase'))).toBe('journal-content')
    expect(await journalAfter('nonsense')).toBe('journal-not-json')
  })

  it('says what is wrong with a zip that is no bag, a newer bag, or a bag beside other files', async () => {
    expect(await bagAfter((files) => files.delete('bagit.txt'))).toBe('bag-no-declaration')
    expect(await bagAfter((files) => files.delete('bag-info.txt'))).toBe('bag-file-missing')
    expect(await bagAfter((files) => files.set('manifest-sha256.txt', Buffer.from('zz data/a\n')))).toBe(
      'bag-manifest-unreadable',
    )
    expect(await bagAfter((files) => files.set('bag-info.txt', Buffer.from('BoAn-Format-Version: 2\n')))).toBe(
      'bag-newer-format',
    )
    expect(await bagAfter((files) => files.set('bag-info.txt', Buffer.from('x: y\n')))).toBe('bag-no-version')
    expect(await bagAfter((files) => files.set('run.exe', Buffer.from('MZ')))).toBe('bag-files-differ')
    forgeZip(path, { entries: [{ name: 'a.txt', content: 'x' }] })
    expect((await verify()).answers.filter(({ ok }) => ok)).toEqual([])
    forgeZip(path, { entries: [] })
    expect((await verify()).ok).toBe(false)
  })
})
