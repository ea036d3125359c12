import { BoanError } from '../shared/errors.ts'

/**
 * The session with the local host: its address holds a one-time token (`#launch=…`), exchanged once for a cookie and for
 * the token below, which every call carries because cookies are shared by all ports of 127.0.0.1. In Electron there is
 * none of this: the bridge and the app:// scheme answer only to the app's own window.
 */
const storageKey = 'boan-session'
const headerName = 'x-boan-session'

let opening: Promise<void> | undefined

/** Exchanges the launch token, once; a page that was reloaded goes on with its session. Throws `app.session-ended`. */
export function openSession(): Promise<void> {
  if (window.boan !== undefined) return Promise.resolve()
  opening ??= exchangeLaunchToken()
  return opening
}

async function exchangeLaunchToken(): Promise<void> {
  const [, launch, place] = /^#launch=([\w-]+)(?:&to=(.+))?$/.exec(location.hash) ?? []
  if (launch === undefined) return
  history.replaceState(null, '', place === undefined ? location.pathname : `#${place}`)
  window.dispatchEvent(new HashChangeEvent('hashchange'))
  const response = await fetch('session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ launch }),
  })
  if (!response.ok) throw new BoanError('app.session-ended')
  const { token } = (await response.json()) as { token: string }
  sessionStorage.setItem(storageKey, token)
}

export function sessionHeaders(): Record<string, string> {
  const token = window.boan === undefined ? sessionStorage.getItem(storageKey) : null
  return token === null ? {} : { [headerName]: token }
}
