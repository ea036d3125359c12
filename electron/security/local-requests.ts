import type { ErrorData } from '../../shared/errors.ts'

/** What of a request the guards of the local host look at. */
export interface RequestFacts {
  method: string
  headers: Headers
}

/**
 * Whether a request comes from a page of this very host. The Host header defeats names that were pointed at 127.0.0.1 (DNS
 * rebinding); Origin and Sec-Fetch-Site defeat other pages, those of other ports of this computer included.
 * A browser sends Origin with every POST, so a POST without one is refused.
 */
export function checkRequestOrigin({ method, headers }: RequestFacts, port: number): ErrorData | undefined {
  const authority = `127.0.0.1:${port}`
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  const reads = method === 'GET' || method === 'HEAD'
  if (!reads && method !== 'POST') return refused('method')
  if (headers.get('host') !== authority) return refused('host')
  if (origin === null ? !reads : origin !== `http://${authority}`) return refused('origin')
  // `none` is a person typing the address; it brings no cookie-guarded file that another page asked for.
  if (site !== null && site !== 'same-origin' && site !== 'none') return refused('site')
  return undefined
}

function refused(part: string): ErrorData {
  return { code: 'host.request-refused', params: { part } }
}
