import { randomBytes, timingSafeEqual } from 'node:crypto'

const sessionHeader = 'x-boan-session'

/** The secrets of one run of the local host. */
export interface Session {
  /** A token for one address that a person opens; good once. */
  newLaunchToken(): string
  /** Takes a launch token: the cookie to set and the token that calls carry, or undefined for one that is not good (any more). */
  exchange(launchToken: string): { cookie: string; token: string } | undefined
  /** Files are asked for by the page's own elements, which carry the cookie alone. */
  allowsFile(headers: Headers): boolean
  /** Calls need both: a cookie is sent to every port of 127.0.0.1, the header only by our page. */
  allowsCall(headers: Headers): boolean
}

export function createSession(port: number): Session {
  const cookieName = `boan-${port}`
  const cookieSecret = newSecret()
  const token = newSecret()
  const launchTokens = new Set<string>()

  const allowsFile = (headers: Headers): boolean => sameSecret(readCookie(headers, cookieName), cookieSecret)
  return {
    newLaunchToken() {
      const launchToken = newSecret()
      launchTokens.add(launchToken)
      return launchToken
    },
    exchange(launchToken) {
      if (!launchTokens.delete(launchToken)) return undefined
      return { cookie: `${cookieName}=${cookieSecret}; HttpOnly; SameSite=Strict; Path=/`, token }
    },
    allowsFile,
    allowsCall: (headers) => allowsFile(headers) && sameSecret(headers.get(sessionHeader) ?? '', token),
  }
}

function newSecret(): string {
  return randomBytes(24).toString('base64url')
}

function sameSecret(given: string, known: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(known)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function readCookie(headers: Headers, name: string): string {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
}
