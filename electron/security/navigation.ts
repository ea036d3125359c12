import type { WebContents } from 'electron'
import { isOwnAddress, isPageAddress, isPdfViewerAddress } from './own-address.ts'

/** A window stays on its page (a reload is no change); a frame in it may show one of a person's files, a PDF in the runtime's viewer, and nothing else. */
export function mayNavigate(address: string, isMainFrame: boolean): boolean {
  if (isMainFrame) return isPageAddress(address)
  return isPdfViewerAddress(address) || isPersonalFile(address)
}

function isPersonalFile(address: string): boolean {
  return isOwnAddress(address) && /^\/(files|attachments)\//.test(new URL(address).pathname)
}

/** Holds contents where they are: no navigation, no redirect, no new window, no webview. */
export function guardNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!mayNavigate(event.url, true)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
