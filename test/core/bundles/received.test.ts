import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { OpenedBundle } from '../../../shared/bundles/calls.ts'
import { type Core, callCore } from '../../../electron/core/core.ts'
import { loadSigningKey } from '../../../electron/core/bundles/signing-key.ts'
import { type BundleFile, writeBundle } from '../../../electron/core/bundles/write-bundle.ts'
import { forgeZip } from '../../hostile/bundles/zip-forge.ts'
import { openTempCore, tempFolder } from '../temp-core.ts'
import { evidenceBytes, makeCase, makePayload, moment, sha256 } from './sample-case.ts'

/** A case as someone else's computer writes it; `sender` is one folder with its own key. */
function writeCase(sender = tempFolder(), more: BundleFile[] = []): string {
  const key = loadSigningKey(sender)
  const files = [...makePayload(makeCase(), key.fingerprint), ...more]
  const outFile = join(sender, 'case.boan')
  writeBundle({ kind: 'case', name: 'c', externalId: '2026-0007', organization: '林小满', moment, files, key, outFile })
  return outFile
}

async function open(core: Core, path: string): Promise<OpenedBundle> {
  const opened = await callCore(core, 'bundles.open', { token: core.takeIn({ path, name: 'case.boan' }) })
  await callCore(core, 'bundles.remember', { id: opened.id, name: 'case.boan' })
  return opened
}

function keyCode({ verification }: OpenedBundle): string | undefined {
  return verification.answers.find(({ check }) => check === 'key')?.code
}

test('a received case is kept as it came, listed, and opened again by its hash', async () => {
  const core = openTempCore()
  const path = writeCase()
  const opened = await open(core, path)
  expect(opened.id).toBe(sha256(readFileSync(path)))
  expect(opened.verification.ok).toBe(true)
  expect(opened.content?.data.title).toContain('林小满')
  expect(readdirSync(join(core.dataDir, 'received'))).toEqual([`${opened.id}.boan`])
  expect(readFileSync(join(core.dataDir, 'received', `${opened.id}.boan`)).equals(readFileSync(path))).toBe(true)
  const { bundles } = await callCore(core, 'bundles.list', {})
  expect(bundles).toEqual([
    expect.objectContaining({
      id: opened.id,
      kind: 'case',
      sender: '林小满',
      externalId: '2026-0007',
      name: 'case.boan',
    }),
  ])
  const again = await callCore(core, 'bundles.open', { id: opened.id })
  expect(again.entries).toEqual(opened.entries)
  expect([keyCode(opened), keyCode(again)]).toEqual(['key-first-use', 'key-known'])
})

test('the lines behind a figure come in pages, and not with the case', async () => {
  const core = openTempCore()
  const opened = await open(core, writeCase())
  const whole = makeCase().computations[0]?.input['lines'] as { orderId: string }[]
  expect(opened.content?.data).not.toHaveProperty('computations')
  const page = { id: opened.id, agreementId: 'a', cycle: '2026-03' }
  const first = await callCore(core, 'bundles.lines', { ...page, offset: 0 })
  expect(first.lines.length).toBe(Math.min(200, first.total))
  expect(first.total).toBeGreaterThan(0)
  expect(whole.map(({ orderId }) => orderId)).toEqual(expect.arrayContaining(first.lines.map(({ orderId }) => orderId)))
  expect((await callCore(core, 'bundles.lines', { ...page, offset: first.total })).lines).toEqual([])
  expect((await callCore(core, 'bundles.lines', { ...page, cycle: '1999-01', offset: 0 })).total).toBe(0)
})

test('the working of a cycle is computed here from the file itself', async () => {
  const core = openTempCore()
  const opened = await open(core, writeCase())
  const working = await callCore(core, 'bundles.working', { id: opened.id, agreementId: 'a', cycle: '2026-03' })
  const part = makeCase().claims[0]?.cycles[0]
  expect(working).toMatchObject({
    expectedFen: part?.expectedFen,
    outstandingFen: part?.outstandingFen,
    agreement: '直播合作',
  })
  expect(working.steps.reduce((sum, step) => sum + step.amountFen, 0)).toBe(working.expectedFen)
  expect(working.payments.reduce((sum, payment) => sum + payment.amountFen, 0)).toBe(working.paidFen)
  expect(working.steps.map(({ label }) => label)).toContain('佣金')
  const unknown = await core.invoke('bundles.working', { id: opened.id, agreementId: 'a', cycle: '1999-01' })
  expect(unknown).toMatchObject({ ok: false, error: { code: 'bundles.no-such-entry' } })
})

test('a hostile bundle is refused and nothing of it is kept', async () => {
  const core = openTempCore()
  const path = join(tempFolder(), 'hostile.boan')
  forgeZip(path, { entries: [{ name: '../escape', content: 'x' }] })
  const token = core.takeIn({ path, name: 'hostile.boan' })
  for (const call of ['bundles.verify', 'bundles.open']) {
    expect(await core.invoke(call, { token })).toMatchObject({ ok: false, error: { code: 'bundles.climbing-path' } })
  }
  expect(existsSync(join(core.dataDir, 'received'))).toBe(false)
})

test('a damaged case still opens, and says which file it is', async () => {
  const core = openTempCore()
  const path = writeCase()
  const bytes = readFileSync(path)
  const at = bytes.indexOf(evidenceBytes)
  bytes.writeUInt8(bytes.readUInt8(at + 9) ^ 1, at + 9)
  writeFileSync(path, bytes)
  const opened = await open(core, path)
  expect(opened.verification).toMatchObject({
    ok: false,
    answers: [{ check: 'payload', ok: false }, {}, {}, {}, {}, {}],
  })
  expect(opened.content?.data).toMatchObject({ caseNumber: '2026-0007' })
  expect(opened.entries.filter(({ fault }) => fault !== null)).toEqual([
    expect.objectContaining({ path: 'evidence/001-结算单.png', fault: 'damaged' }),
  ])
  const broken = await core.invoke('bundles.file', { id: opened.id, path: 'evidence/001-结算单.png' })
  expect(broken).toMatchObject({ ok: false, error: { code: 'bundles.entry-damaged' } })
})

test('another key under a known name is a no until the person accepts it', async () => {
  const core = openTempCore()
  await open(core, writeCase())
  const other = await open(core, writeCase())
  expect(keyCode(other)).toBe('key-changed')
  expect(keyCode(await callCore(core, 'bundles.open', { id: other.id }))).toBe('key-changed')
  await callCore(core, 'bundles.acceptKey', { id: other.id })
  expect(keyCode(await callCore(core, 'bundles.open', { id: other.id }))).toBe('key-known')
})

test('what this computer exported itself is known as its own', async () => {
  const core = openTempCore()
  expect(keyCode(await open(core, writeCase(core.dataDir)))).toBe('key-own')
})

test('a file is shown by what its bytes are, not by what its name says', async () => {
  const core = openTempCore()
  const png = Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), Buffer.alloc(20)])
  const opened = await open(
    core,
    writeCase(tempFolder(), [
      { path: 'evidence/002-real.png', bytes: png },
      { path: 'evidence/003-page.jpg', bytes: '<html><script>alert(1)</script>' },
      { path: 'evidence/004-note.txt', bytes: '你好' },
      { path: 'evidence/005-page.html', bytes: '<html>' },
    ]),
  )
  const file = (path: string) => callCore(core, 'bundles.file', { id: opened.id, path })
  const real = await file('evidence/002-real.png')
  expect(real).toMatchObject({
    preview: 'image',
    sha256: sha256(png),
    file: { name: '002-real.png', mime: 'image/png' },
  })
  expect(readFileSync(core.outgoing(real.file.token).path).equals(png)).toBe(true)
  expect((await file('evidence/003-page.jpg')).preview).toBe('none')
  expect((await file('evidence/004-note.txt')).preview).toBe('text')
  expect((await file('evidence/005-page.html')).preview).toBe('none')
  for (const path of ['../case.json', 'none', '/etc/passwd']) {
    const reply = await core.invoke('bundles.file', { id: opened.id, path })
    expect(reply).toMatchObject({ ok: false, error: { code: 'bundles.no-such-entry' } })
  }
})

test('removing a bundle deletes the copy; the key stays known', async () => {
  const core = openTempCore()
  const path = writeCase()
  const { id } = await open(core, path)
  await callCore(core, 'bundles.remove', { id })
  expect(readdirSync(join(core.dataDir, 'received'))).toEqual([])
  expect((await callCore(core, 'bundles.list', {})).bundles).toEqual([])
  expect(await core.invoke('bundles.open', { id })).toMatchObject({
    ok: false,
    error: { code: 'bundles.unknown-bundle' },
  })
  expect(keyCode(await open(core, path))).toBe('key-known')
  expect(existsSync(path)).toBe(true)
})
