import { expect, test } from 'vitest'
import { checkRequestOrigin } from '../../../electron/security/local-requests.ts'

const port = 4321
const own = { host: '127.0.0.1:4321', origin: 'http://127.0.0.1:4321' }

function check(method: string, headers: Record<string, string>) {
  return checkRequestOrigin({ method, headers: new Headers(headers) }, port)?.params['part']
}

test('a request of our own page passes', () => {
  expect(check('POST', { ...own, 'sec-fetch-site': 'same-origin' })).toBeUndefined()
  expect(check('GET', { host: own.host, 'sec-fetch-site': 'none' })).toBeUndefined()
  expect(check('HEAD', { host: own.host })).toBeUndefined()
})

test.each([
  '127.0.0.1',
  '127.0.0.1:4322',
  'localhost:4321',
  'evil.example',
  'evil.example:4321',
  '127.0.0.1:4321.evil.example',
  '[::1]:4321',
  '0.0.0.0:4321',
  '2130706433:4321',
])('the host %s is refused: a name can be pointed at this computer', (host) => {
  expect(check('GET', { host })).toBe('host')
})

test('a request without a host is refused', () => {
  expect(check('GET', {})).toBe('host')
})

test.each([
  'null',
  '',
  'http://127.0.0.1:4322',
  'http://localhost:4321',
  'https://127.0.0.1:4321',
  'http://127.0.0.1:4321.evil.example',
  'app://boan',
])('a page of %j may neither call nor read', (origin) => {
  expect(check('POST', { host: own.host, origin })).toBe('origin')
  expect(check('GET', { host: own.host, origin })).toBe('origin')
})

test('a POST without an origin is refused: every browser sends one', () => {
  expect(check('POST', { host: own.host })).toBe('origin')
})

test.each(['cross-site', 'same-site', 'x'])(
  'a fetch that is %s is refused: another port of this computer is same-site',
  (site) => {
    expect(check('GET', { host: own.host, 'sec-fetch-site': site })).toBe('site')
  },
)

test.each(['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'CONNECT', 'TRACE'])('the method %s is refused', (method) => {
  expect(check(method, own)).toBe('method')
})
