import { expect, test } from 'vitest'
import { contentSecurityPolicy, securityHeaders } from '../../../electron/security/csp.ts'
import { mediaHeaders } from '../../../electron/security/served-media.ts'

test.each(['image/png', 'application/pdf', 'audio/mpeg', 'video/mp4'])('%s is shown in place', (mime) => {
  expect(mediaHeaders(mime, 'x')).toMatchObject({
    'content-type': mime,
    'content-disposition': expect.stringMatching(/^inline/),
  })
})

test.each([
  'text/html',
  'image/svg+xml',
  'text/xml',
  'application/xhtml+xml',
  'text/javascript',
  'text/plain',
  'IMAGE/PNG',
  '',
])('%j is only ever saved, as bytes', (mime) => {
  expect(mediaHeaders(mime, 'x')).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': expect.stringMatching(/^attachment/),
  })
})

test.each(['a"; filename="evil.html', "it's.png", '证据 1.png', 'a\r\nset-cookie: x=1', '\ud800.png', '(1)*.png'])(
  'the name %j cannot leave its place in the header',
  (name) => {
    const value = mediaHeaders('image/png', name)['content-disposition'] ?? ''
    expect(value).toMatch(/^inline; filename\*=UTF-8''[\w%.~-]+$/)
    expect(() => new Headers({ 'content-disposition': value })).not.toThrow()
  },
)

test('the page may run no script but its own files and reach no other place', () => {
  const policy = Object.fromEntries(contentSecurityPolicy.split('; ').map((part) => [part.split(' ')[0], part]))
  expect(policy['default-src']).toBe("default-src 'none'")
  expect(policy['script-src']).toBe("script-src 'self'")
  expect(policy['connect-src']).toBe("connect-src 'self'")
  expect(contentSecurityPolicy).not.toMatch(/unsafe-eval|\*|https?:|script-src[^;]*unsafe/)
  expect(securityHeaders['x-content-type-options']).toBe('nosniff')
})
