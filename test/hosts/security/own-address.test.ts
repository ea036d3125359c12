import { expect, test } from 'vitest'
import { mayNavigate } from '../../../electron/security/navigation.ts'
import { mayRequest } from '../../../electron/security/network.ts'
import { isOwnAddress, isPageAddress } from '../../../electron/security/own-address.ts'
import { mayHavePermission } from '../../../electron/security/permissions.ts'
import { isOwnSender } from '../../../electron/security/sender.ts'

/** Addresses that look like ours, or that a careless comparison lets through. */
const strangers = [
  '',
  'about:blank',
  'app:',
  'app://',
  'app:boan',
  'app://evil/',
  'app://boan.evil/',
  'app://boan@evil/',
  'app://evil/app://boan/',
  'app://user@boan/',
  'app://user:password@boan/',
  'app://boan:80/',
  'apps://boan/',
  'xapp://boan/',
  'https://evil.example/#app://boan/',
  'https://evil.example/?app://boan/',
  'https://boan/',
  'http://127.0.0.1/',
  'file:///app://boan/',
  'javascript:alert(1)',
  'data:text/html,app://boan/',
  'blob:https://evil.example/app://boan/',
  'view-source:app://boan/',
  'filesystem:app://boan/temporary/x',
  ' not an address',
]

test.each(strangers)('%j is not ours: no address, sender or permission', (address) => {
  expect(isOwnAddress(address)).toBe(false)
  expect(isPageAddress(address)).toBe(false)
  expect(isOwnSender({ url: address, parent: null })).toBe(false)
  expect(mayHavePermission('clipboard-sanitized-write', address)).toBe(false)
  expect(mayNavigate(address, true)).toBe(false)
  expect(mayNavigate(address, false)).toBe(false)
})

test.each(strangers.filter((address) => !address.startsWith('data:')))('no request for %j leaves', (address) => {
  expect(mayRequest(address)).toBe(false)
})

test.each(['ws://127.0.0.1:9/', 'wss://evil.example/', 'ftp://evil.example/', 'chrome://settings/', 'devtools://x/'])(
  'no request for %s starts',
  (address) => expect(mayRequest(address)).toBe(false),
)

test('our own files, what the page made and pictures in place may be requested', () => {
  expect(mayRequest('app://boan/assets/index.js')).toBe(true)
  expect(mayRequest('blob:app://boan/0f1e')).toBe(true)
  expect(mayRequest('data:image/png;base64,AAAA')).toBe(true)
})

test('the PDF viewer of the runtime may load in a frame, no other extension and no other page of the browser', () => {
  const viewer = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html'
  expect([mayRequest(viewer), mayNavigate(viewer, false), mayNavigate(viewer, true)]).toEqual([true, true, false])
  expect(mayRequest('chrome://resources/js/x.js')).toBe(true)
  for (const other of [
    'chrome-extension://aaaa/index.html',
    'chrome://gpu/',
    'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai@x/',
  ]) {
    expect([mayRequest(other), mayNavigate(other, false)]).toEqual([false, false])
  }
})

test('the window stays on its page; a frame in it may show a file of the person and nothing else', () => {
  expect(mayNavigate('app://boan/', true)).toBe(true)
  expect(mayNavigate('app://boan/#/ledger', true)).toBe(true)
  expect(mayNavigate('app://boan/files/x', true)).toBe(false)
  expect(mayNavigate('app://boan/?x=1', true)).toBe(false)
  expect(mayNavigate('app://boan/files/0190', false)).toBe(true)
  expect(mayNavigate('app://boan/attachments/ab?name=x.pdf', false)).toBe(true)
  expect(mayNavigate('app://boan/', false)).toBe(false)
})

test('only the main frame of the page itself is answered', () => {
  expect(isOwnSender({ url: 'app://boan/#/home', parent: null })).toBe(true)
  expect(isOwnSender({ url: 'app://boan/#/home', parent: {} })).toBe(false)
  expect(isOwnSender(null)).toBe(false)
  expect(isOwnSender(undefined)).toBe(false)
})

test.each([
  'media',
  'geolocation',
  'notifications',
  'clipboard-read',
  'hid',
  'usb',
  'openExternal',
  'toString',
  '__proto__',
  '',
])('the permission %j is refused to our own page too', (permission) =>
  expect(mayHavePermission(permission, 'app://boan/')).toBe(false),
)

test('copying a text is the one permission', () => {
  expect(mayHavePermission('clipboard-sanitized-write', 'app://boan/')).toBe(true)
})
