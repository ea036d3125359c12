import { isPageAddress } from './own-address.ts'

/** What of a sending frame is looked at. */
export interface SenderFrame {
  url: string
  parent: unknown
}

/** Whether a message comes from the window's page itself: its main frame, at its own address. `about:blank` and '' are not. */
export function isOwnSender(frame: SenderFrame | null | undefined): boolean {
  return frame !== null && frame !== undefined && frame.parent === null && isPageAddress(frame.url)
}
