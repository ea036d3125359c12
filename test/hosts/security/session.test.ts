import { expect, test } from 'vitest'
import { createSession, type Session } from '../../../electron/security/session.ts'

function opened(session: Session): { cookie: string; token: string } {
  const answer = session.exchange(session.newLaunchToken())
  if (answer === undefined) throw new Error('the launch token was not taken')
  return { cookie: answer.cookie.split(';')[0] ?? '', token: answer.token }
}

test('a launch token opens one session and no second', () => {
  const session = createSession(1)
  const token = session.newLaunchToken()
  expect(session.exchange(token)).toBeDefined()
  expect(session.exchange(token)).toBeUndefined()
  expect(session.exchange('')).toBeUndefined()
})

test('scripts cannot read the cookie and other sites do not send it', () => {
  const session = createSession(1)
  expect(session.exchange(session.newLaunchToken())?.cookie).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/)
})

test('a call needs the cookie and the token; a file the cookie', () => {
  const session = createSession(1)
  const { cookie, token } = opened(session)
  const both = new Headers({ cookie: `other=1; ${cookie}`, 'x-boan-session': token })
  expect(session.allowsCall(both)).toBe(true)
  expect(session.allowsFile(both)).toBe(true)
  expect(session.allowsCall(new Headers({ cookie }))).toBe(false)
  expect(session.allowsCall(new Headers({ 'x-boan-session': token }))).toBe(false)
  expect(session.allowsFile(new Headers({ 'x-boan-session': token }))).toBe(false)
})

test.each([
  ['an empty cookie', 'boan-1='],
  ['a cookie of another port', 'boan-2=x'],
  ['a cookie whose name ends like ours', 'xboan-1=x'],
  ['no cookie', ''],
])('%s opens nothing', (_what, cookie) => {
  expect(createSession(1).allowsFile(new Headers({ cookie }))).toBe(false)
})

test('two runs share no secret', () => {
  const [first, second] = [createSession(1), createSession(1)]
  expect(second.allowsFile(new Headers({ cookie: opened(first).cookie }))).toBe(false)
  expect(second.exchange(first.newLaunchToken())).toBeUndefined()
})
