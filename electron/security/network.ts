import type { App, Session } from 'electron'
import { isOwnAddress, isPdfViewerAddress } from './own-address.ts'

/** Whether a request may start: our own scheme, what the page made itself, the runtime's PDF viewer. Nothing that could leave the computer. */
export function mayRequest(address: string): boolean {
  const url = URL.parse(address)
  if (url === null) return false
  if (url.protocol === 'data:') return true
  return url.protocol === 'blob:' ? isOwnAddress(url.pathname) : isOwnAddress(address) || isPdfViewerAddress(address)
}

/** Stops every other request of the session, so that 'offline' is a fact. */
export function blockNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayRequest(details.url) }))
}

/** Chromium's own errands (updates, pings, name look-ups), which no session handler sees. Must run before the app is ready. */
export function silenceChromium(app: App): void {
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'no-pings',
  ]) {
    app.commandLine.appendSwitch(name)
  }
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
}
