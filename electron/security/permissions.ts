import type { Session } from 'electron'
import { isOwnAddress } from './own-address.ts'

/** What the page may ask of the system, each with its reason; everything else is refused. */
const allowed: Readonly<Record<string, string>> = {
  'clipboard-sanitized-write': 'A button copies the text of a reminder, so that it can be pasted into a chat.',
}

/** Whether a page may have a permission. */
export function mayHavePermission(permission: string, requestingAddress: string): boolean {
  return Object.hasOwn(allowed, permission) && isOwnAddress(requestingAddress)
}

/** Answers both the request and the check: a page could otherwise learn or use what it never asked for. */
export function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(mayHavePermission(permission, details.requestingUrl))
  })
  session.setPermissionCheckHandler((_contents, permission, origin) => mayHavePermission(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
}
