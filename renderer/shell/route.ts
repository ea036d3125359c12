import { useMemo, useSyncExternalStore } from 'react'

/** Where the person is: `#/ledger/…?payer=…` is path ['ledger', …] with its parameters. */
export interface Route {
  path: string[]
  params: URLSearchParams
}

type Params = Record<string, string | undefined>

/** The address of a place in the app, for links. Parameters that are undefined are left out. */
export function hrefTo(path: string, params: Params = {}): string {
  const given = Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const query = new URLSearchParams(given).toString()
  return `#/${path}${query === '' ? '' : `?${query}`}`
}

/** Goes to a place; `replace` leaves no step in the history (for filters). */
export function goTo(path: string, params: Params = {}, options: { replace?: boolean } = {}): void {
  const href = hrefTo(path, params)
  if (options.replace !== true) {
    location.hash = href
    return
  }
  history.replaceState(null, '', href)
  window.dispatchEvent(new HashChangeEvent('hashchange'))
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  return useMemo(() => parseHash(hash), [hash])
}

function parseHash(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const parts = path.split('/').filter((part) => part !== '')
  return { path: parts.length === 0 ? ['home'] : parts.map(decodeURIComponent), params: new URLSearchParams(query) }
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange)
  return () => window.removeEventListener('hashchange', onChange)
}
