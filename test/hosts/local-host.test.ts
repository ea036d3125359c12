import { createHash } from 'node:crypto'
import { readdirSync, writeFileSync } from 'node:fs'
import { createConnection, createServer, type AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createAttachmentWriter } from '../../electron/core/attachments/store.ts'
import type { Core } from '../../electron/core/core.ts'
import { createOutgoing } from '../../electron/core/exchange.ts'
import { startLocalHost } from '../../electron/local-host.ts'
import { eventually } from './eventually.ts'
import { openTempCore, tempFolder } from '../core/temp-core.ts'
import { openHost, send } from './open-host.ts'

function keep(core: Core, bytes: string): string {
  const writer = createAttachmentWriter(core.dataDir)
  writer.write(Buffer.from(bytes))
  return writer.finish().sha256
}

test('a page with a session calls the core', async () => {
  const { host, page } = await openHost()
  const answer = await send(host, 'POST', '/call/app.status', page, '{}')
  expect(JSON.parse(answer.text)).toMatchObject({ ok: true, value: { version: '0.0.0-test' } })
  expect((await send(host, 'POST', '/call/app.status', page)).text).toContain('"ok":true')
})

test('a call the contract does not know, and input that is no JSON, are answered with their errors', async () => {
  const { host, page } = await openHost()
  for (const [path, body, code] of [
    ['/call/app.nothing', '{}', 'app.unknown-call'],
    ['/call/toString', '{}', 'app.unknown-call'],
    ['/call/app.search', '{"text":1}', 'app.invalid-input'],
    ['/call/app.status', '{', 'host.invalid-json'],
    ['/call/app.status', `"${'x'.repeat(17 * 1024 ** 2)}"`, 'host.input-too-large'],
  ] as const) {
    const { text } = await send(host, 'POST', path, page, body)
    expect({ path, ...JSON.parse(text) }).toMatchObject({ path, ok: false, error: { code } })
  }
})

test('the page is served with the policy of the Electron window, its hashed files for good', async () => {
  const { host } = await openHost()
  const index = await send(host, 'GET', '/')
  expect(index.text).toBe('<!doctype html>page')
  expect(index.headers['content-security-policy']).toContain("script-src 'self'")
  expect(index.headers['x-content-type-options']).toBe('nosniff')
  expect(index.headers['cache-control']).toBe('no-cache')
  expect((await send(host, 'GET', '/assets/a.js')).headers['cache-control']).toContain('immutable')
})

test.each([
  '/../package.json',
  '/%2e%2e/package.json',
  '/..%5cpackage.json',
  '//etc/passwd',
  '/assets',
  '/nothing',
  '/call/app.status',
])('GET %s answers no file', async (path) => {
  const { host } = await openHost()
  expect((await send(host, 'GET', path)).status).toBe(404)
})

test.each([
  ['another host name', { host: 'evil.example' }],
  ['another page', { origin: 'https://evil.example' }],
  ['a page of another port', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }],
])('a call for %s is refused although it carries the session', async (_what, forged) => {
  const { host, page } = await openHost()
  const answer = await send(host, 'POST', '/call/app.status', { ...page, ...forged }, '{}')
  expect(answer.status).toBe(403)
  expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { code: 'host.request-refused' } })
})

test('without the token a call is refused, without the cookie a file is', async () => {
  const { host, page, core } = await openHost()
  const sha256 = keep(core, 'secret')
  const { 'x-boan-session': _token, ...cookieOnly } = page
  const { cookie: _cookie, ...tokenOnly } = page
  expect((await send(host, 'POST', '/call/app.status', cookieOnly, '{}')).status).toBe(401)
  expect((await send(host, 'POST', '/call/app.status', tokenOnly, '{}')).status).toBe(401)
  expect((await send(host, 'POST', '/intake?name=x', cookieOnly, 'x')).status).toBe(401)
  expect((await send(host, 'GET', `/attachments/${sha256}`, tokenOnly)).status).toBe(401)
  expect((await send(host, 'GET', `/attachments/${sha256}`, cookieOnly)).text).toBe('secret')
})

test.each(['', '{}', '{"launch":""}', '{"launch":["x"]}', '[]', '{"launch":"wrong-token"}', 'x'.repeat(2_000)])(
  'the launch body %j opens no session',
  async (body) => {
    const { host, page } = await openHost()
    const answer = await send(host, 'POST', '/session', { origin: page['origin'] ?? '' }, body)
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false })
    expect(answer.headers['set-cookie']).toBeUndefined()
  },
)

test('a file comes in byte for byte and waits under its token', async () => {
  const { host, page, core } = await openHost()
  const bytes = Buffer.from([0, 255, 13, 10, 228])
  const answer = await send(host, 'POST', `/intake?name=${encodeURIComponent('三月 账单.csv')}`, page, bytes)
  const { value } = JSON.parse(answer.text) as {
    value: { token: string; name: string; sizeBytes: number; sha256: string }
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(value).toMatchObject({ name: '三月 账单.csv', sizeBytes: 5, sha256 })
  expect(readdirSync(join(core.dataDir, 'intake'))).toContain(`${value.token}.json`)
})

test('nothing stays of an upload that breaks off', async () => {
  const { host, page, core } = await openHost()
  const socket = createConnection(host.port, '127.0.0.1')
  const head = Object.entries({ host: `127.0.0.1:${host.port}`, ...page, 'content-length': '1000000' })
  socket.write(
    `POST /intake?name=x HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\nhalf`,
  )
  const waiting = (): string[] => readdirSync(join(core.dataDir, 'intake'))
  await eventually(() => expect(waiting()).toHaveLength(1))
  socket.destroy()
  await eventually(() => expect(waiting()).toEqual([]))
})

test('a picture is shown in place, a page somebody sent is only saved', async () => {
  const { host, page, core } = await openHost()
  const path = `/attachments/${keep(core, '<script>')}`
  const picture = await send(host, 'GET', `${path}?name=a.png`, page)
  expect(picture.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' })
  const html = await send(host, 'GET', `${path}?name=a.html`, page)
  expect(html.headers).toMatchObject({ 'content-type': 'application/octet-stream' })
  expect(html.headers['content-disposition']).toMatch(/^attachment/)
  expect(html.headers['content-security-policy']).toBe("default-src 'none'; sandbox; frame-ancestors 'self'")
})

test('a made file is fetched by its token, whole or in part', async () => {
  const { host, page, core } = await openHost()
  const draft = createOutgoing(core.dataDir, '01900000-0000-7000-8000-000000000000', '案件.boan')
  writeFileSync(draft.path, '0123456789')
  const path = `/files/${draft.finish().token}`
  const whole = await send(host, 'GET', path, page)
  expect(whole.text).toBe('0123456789')
  expect(whole.headers['content-disposition']).toContain("filename*=UTF-8''%E6%A1%88%E4%BB%B6.boan")
  const part = await send(host, 'GET', path, { ...page, range: 'bytes=2-4' })
  expect([part.status, part.text, part.headers['content-range']]).toEqual([206, '234', 'bytes 2-4/10'])
  expect((await send(host, 'GET', path, { ...page, range: 'bytes=-3' })).text).toBe('789')
  expect((await send(host, 'GET', path, { ...page, range: 'bytes=10-' })).status).toBe(416)
  expect((await send(host, 'HEAD', path, page)).headers['content-length']).toBe('10')
  expect(JSON.parse((await send(host, 'GET', '/files/unknown', page)).text)).toMatchObject({ ok: false })
})

test('a long call streams its progress, and closing the request cancels it', async () => {
  const core = openTempCore()
  const signals: AbortSignal[] = []
  const invoke: Core['invoke'] = (_name, _input, options) => {
    options?.onProgress?.({ done: 1, total: 2, label: 'x' })
    if (options?.signal !== undefined) signals.push(options.signal)
    if (signals.length === 1) return Promise.resolve({ ok: true, value: { caseId: null } })
    return new Promise(() => {})
  }
  const { host, page } = await openHost({ ...core, invoke })
  const answer = await send(host, 'POST', '/call/app.openSample', page, '{}')
  expect(answer.headers['content-type']).toMatch(/^application\/x-ndjson/)
  expect(
    answer.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual([{ progress: { done: 1, total: 2, label: 'x' } }, { ok: true, value: { caseId: null } }])
  const abort = new AbortController()
  const url = `http://127.0.0.1:${host.port}/call/app.openSample`
  const second = await fetch(url, { method: 'POST', headers: page, body: '{}', signal: abort.signal })
  expect(second.ok).toBe(true)
  abort.abort()
  await eventually(() => expect(signals[1]?.aborted).toBe(true))
})

test('it listens on 127.0.0.1 alone', async () => {
  const { host } = await openHost()
  const others = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((one) => !one.internal && one.family === 'IPv4')
  for (const { address } of others) {
    const refused = await new Promise((resolve) => {
      createConnection(host.port, address)
        .once('connect', () => resolve(false))
        .once('error', () => resolve(true))
    })
    expect({ address, refused }).toEqual({ address, refused: true })
  }
})

test('a port that is taken is said', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => void taken.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void taken.close())
  const { port } = taken.address() as AddressInfo
  await expect(startLocalHost(openTempCore(), tempFolder(), port)).rejects.toMatchObject({ code: 'host.port-in-use' })
})
