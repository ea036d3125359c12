import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BoanError } from '../../../shared/errors.ts'
import enBundles from '../../../shared/i18n/en/bundles.json' with { type: 'json' }
import zhBundles from '../../../shared/i18n/zh/bundles.json' with { type: 'json' }
import { verifyBundle } from '../../../electron/core/bundles/verify-bundle.ts'
import { type ForgedArchive, type ForgedEntry, forgeZip } from './zip-forge.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'boan-hostile-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const declaration: ForgedEntry = {
  name: 'case/bagit.txt',
  content: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
}
const withEntries = (...entries: ForgedEntry[]): ForgedArchive => ({ entries: [declaration, ...entries] })
const named = (name: string | Buffer): ForgedArchive => withEntries({ name, content: 'x' })

/** The code with which BoAn refuses the file; also checks that it wrote nothing and has a sentence for it in both languages. */
async function refusal(path: string): Promise<string> {
  const before = readdirSync(folder)
  const error: unknown = await verifyBundle(path, { knownKeys: [] }).then(
    () => new Error('was not refused'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof BoanError)) throw error
  expect(readdirSync(folder)).toEqual(before)
  const name = error.code.replace('bundles.', '')
  const hasSentences = Object.hasOwn(zhBundles.errors, name) && Object.hasOwn(enBundles.errors, name)
  expect(hasSentences || error.code.startsWith('app.')).toBe(true)
  return error.code
}

async function refusalOf(archive: ForgedArchive): Promise<string> {
  const path = join(folder, 'hostile.boan')
  forgeZip(path, archive)
  return refusal(path)
}

const extraField = (id: number, data: Buffer): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUInt16LE(id, 0)
  head.writeUInt16LE(data.length, 2)
  return Buffer.concat([head, data])
}

const zeros = Buffer.alloc(1 << 20)
const otherName = extraField(0x7075, Buffer.concat([Buffer.from([1, 0, 0, 0, 0]), Buffer.from('case/data/b.txt')]))
const end = Buffer.from([0x50, 0x4b, 0x05, 0x06, ...Buffer.alloc(18)])
const locator = Buffer.from([0x50, 0x4b, 0x06, 0x07, ...Buffer.alloc(16)])

const tricks: [string, string, ForgedArchive][] = [
  ['an absolute path', 'absolute-path', named('/etc/passwd')],
  ['a path that climbs out', 'climbing-path', named('case/data/../../../x')],
  ['a path with an empty part', 'climbing-path', named('case//data/x')],
  ['a path with a dot as part', 'climbing-path', named('case/./x')],
  ['a drive letter', 'drive-letter', named('C:/Windows/x')],
  ['a second stream of a file', 'forbidden-character', named('case/data/a.txt:run.exe')],
  ['a backslash', 'backslash', named('case\\..\\x')],
  ['a NUL in a name', 'control-character', named('case/data/a.jpg\0.exe')],
  ['a line end in a name', 'control-character', named('case/data/a\nb')],
  ['a mark that turns the direction of writing', 'control-character', named('case/data/photo\u202egpj.exe')],
  ['a device name of Windows', 'reserved-name', named('case/data/CON')],
  ['a device name with an extension', 'reserved-name', named('case/data/aux.tar.gz')],
  ['a device folder', 'reserved-name', named('case/data/Lpt¹/x')],
  ['a name that Windows would shorten', 'trailing-dot', named('case/data/a.txt.')],
  ['a name that is too long', 'name-too-long', named(`case/data/${'长'.repeat(100)}`)],
  ['a path that is too long', 'name-too-long', named(`case/${'abcdefgh/'.repeat(130)}x`)],
  ['a name that is no UTF-8', 'name-encoding', named(Buffer.from([0x63, 0xff, 0xfe]))],
  ['a symbolic link', 'link', withEntries({ name: 'case/data/l', content: '/etc/passwd', attributes: 0o120777 << 16 })],
  ['a junction of Windows', 'link', withEntries({ name: 'case/data/l', attributes: 0x0400 })],
  ['a device file', 'special-file', withEntries({ name: 'case/data/d', attributes: 0o060666 << 16 })],
  ['a pipe', 'special-file', withEntries({ name: 'case/data/p', attributes: 0o010666 << 16 })],
  [
    'a folder that holds bytes',
    'folder-with-content',
    withEntries({ name: 'case/data/', content: 'x', attributes: 0 }),
  ],
  ['fetch.txt', 'fetch', named('case/fetch.txt')],
  ['fetch.txt in capitals', 'fetch', named('case/FETCH.TXT')],
  ['a name twice', 'duplicate-name', withEntries({ name: 'case/data/a' }, { name: 'case/data/a' })],
  ['a name in two cases', 'duplicate-name', withEntries({ name: 'case/data/a.JPG' }, { name: 'case/data/A.jpg' })],
  [
    'a name composed and decomposed',
    'duplicate-name',
    withEntries({ name: 'case/data/é' }, { name: 'case/data/e\u0301' }),
  ],
  [
    'names equal by full case folding',
    'duplicate-name',
    withEntries({ name: 'case/data/straße' }, { name: 'case/data/STRASSE' }),
  ],
  [
    'names equal but for an invisible character',
    'duplicate-name',
    withEntries({ name: 'case/data/ab' }, { name: 'case/data/a\u200bb' }),
  ],
  ['a name as file and as folder', 'duplicate-name', withEntries({ name: 'case/data/a' }, { name: 'case/data/A/b' })],
  ['a second name in an extra field', 'two-names', withEntries({ name: 'case/data/a.txt', extra: otherName })],
  [
    'a second name in the local header only',
    'two-names',
    withEntries({ name: 'case/data/a.txt', local: { extra: otherName } }),
  ],
  ['an encrypted entry', 'encrypted-entry', withEntries({ name: 'case/data/a', flags: 0x0801 })],
  ['an AES entry', 'encrypted-entry', withEntries({ name: 'case/data/a', method: 99 })],
  ['a masked directory', 'encrypted-entry', withEntries({ name: 'case/data/a', flags: 0x2800 })],
  ['an unknown compression', 'unknown-method', withEntries({ name: 'case/data/a', method: 12 })],
  ['a bomb', 'ratio-too-high', withEntries({ name: 'case/data/a', content: zeros, deflate: true })],
  ['a bomb of many', 'too-large', withEntries(...bombs())],
  ['more than 20 000 entries', 'too-many-entries', withEntries(...many(20_000))],
  [
    'sizes past what a zip without ZIP64 holds',
    'zip64',
    withEntries({ name: 'case/data/a', extra: extraField(1, Buffer.alloc(16)) }),
  ],
  ['a ZIP64 end', 'zip64', { ...withEntries(), beforeEnd: locator, directoryBytes: 0 }],
  ['a stored entry of two sizes', 'size-mismatch', withEntries({ name: 'case/data/a', content: 'abc', sizeBytes: 2 })],
  [
    'an entry that unpacks to more than declared',
    'size-mismatch',
    withEntries({ name: 'case/data/a', content: 'abcdef'.repeat(9), deflate: true, sizeBytes: 9 }),
  ],
  [
    'an entry that unpacks to less than declared',
    'size-mismatch',
    withEntries({ name: 'case/data/a', content: 'abcdef'.repeat(9), deflate: true, sizeBytes: 99 }),
  ],
  ['bytes after the end of a deflate stream', 'size-mismatch', withEntries(withTail())],
  [
    'another name in the local header',
    'local-header-mismatch',
    withEntries({ name: 'case/data/a', local: { name: 'case/data/b' } }),
  ],
  [
    'another size in the local header',
    'local-header-mismatch',
    withEntries({ name: 'case/data/a', content: 'abc', local: { sizeBytes: 2 } }),
  ],
  [
    'another checksum in the local header',
    'local-header-mismatch',
    withEntries({ name: 'case/data/a', content: 'abc', local: { crc: 1 } }),
  ],
  [
    'another method in the local header',
    'local-header-mismatch',
    withEntries({ name: 'case/data/a', local: { method: 8 } }),
  ],
  [
    'an encryption flag in the local header only',
    'local-header-mismatch',
    withEntries({ name: 'case/data/a', local: { flags: 0x0801 } }),
  ],
  [
    'a descriptor that disagrees',
    'local-header-mismatch',
    withEntries({
      name: 'case/data/a',
      content: 'abc',
      flags: 0x0808,
      local: { crc: 0, sizeBytes: 0, compressedBytes: 0 },
      after: Buffer.alloc(16, 1),
    }),
  ],
  [
    'two entries with the same bytes',
    'overlapping-entries',
    withEntries({ name: 'case/data/a', absent: true, localOffset: 0 }),
  ],
  [
    'an entry that reaches into the next',
    'overlapping-entries',
    withEntries(
      { name: 'case/data/a', content: 'abc', sizeBytes: 40, compressedBytes: 40 },
      { name: 'case/data/b', content: 'x' },
    ),
  ],
  [
    'an entry that reaches into the directory',
    'overlapping-entries',
    withEntries({ name: 'case/data/a', content: 'abc', sizeBytes: 40, compressedBytes: 40 }),
  ],
  ['an entry that begins in the directory', 'overlapping-entries', withEntries({ name: 'case/data/a', absent: true })],
  [
    'bytes between entries',
    'hidden-data',
    withEntries({ name: 'case/data/a', content: 'abc', before: Buffer.from('hidden') }),
  ],
  ['bytes before the first entry', 'hidden-data', { entries: [{ ...declaration, before: Buffer.from('MZ program') }] }],
  [
    'an entry that the directory does not name',
    'directory-mismatch',
    { ...withEntries({ name: 'case/data/a' }), count: 1 },
  ],
  ['a directory that counts too many', 'directory-mismatch', { ...withEntries(), count: 2 }],
  ['a directory in another place', 'directory-mismatch', { ...withEntries(), directoryOffset: 3 }],
  ['an archive in several parts', 'split-archive', { ...withEntries(), countHere: 0, count: 1 }],
  [
    'a comment that holds a second end',
    'trailing-data',
    { ...withEntries(), comment: Buffer.concat([end, Buffer.from('x')]) },
  ],
  ['bytes after the end', 'trailing-data', { ...withEntries(), after: Buffer.from('more') }],
]

function bombs(): ForgedEntry[] {
  const sizeBytes = 0x7fff_ffff
  return [1, 2, 3].map((n) => ({ name: `case/data/${n}`, deflate: true, sizeBytes, compressedBytes: 0x1000_0000 }))
}

function many(count: number): ForgedEntry[] {
  return Array.from({ length: count }, (_, index) => ({ name: `case/data/${index}` }))
}

function withTail(): ForgedEntry {
  const content = 'abcdef'.repeat(9)
  const packed = Buffer.from([0x4b, 0x4c, 0x4a, 0x06, 0x00]) // "abc", deflated
  return {
    name: 'case/data/a',
    content: Buffer.concat([packed, Buffer.from(content)]),
    method: 8,
    crc: crc32('abc'),
    sizeBytes: 3,
  }
}

describe('a hostile bundle is refused and nothing is written:', () => {
  it.each(tricks)('%s', async (_, code, archive) => {
    expect(await refusalOf(archive)).toBe(`bundles.${code}`)
  })

  it('a file that is no zip, one of 0 bytes, one cut off, a folder, one that is not there', async () => {
    const path = join(folder, 'x.boan')
    writeFileSync(path, 'plain text, longer than the end of a zip')
    expect(await refusal(path)).toBe('bundles.not-a-zip')
    writeFileSync(path, '')
    expect(await refusal(path)).toBe('bundles.not-a-zip')
    forgeZip(path, withEntries({ name: 'case/data/a', content: 'x'.repeat(1000) }))
    truncateSync(path, 700)
    expect(await refusal(path)).toBe('bundles.cut-off')
    truncateSync(path, 20)
    expect(await refusal(path)).toBe('bundles.cut-off')
    expect(await refusal(folder)).toBe('app.file-is-folder')
    expect(await refusal(join(folder, 'none.boan'))).toBe('app.file-vanished')
  })
})
