/** The window's own scheme and host: `app://boan/`. */
export const appScheme = 'app'
export const appHost = 'boan'
export const pageAddress = `${appScheme}://${appHost}/`

/** Whether an address is one of ours: compared part by part after parsing, never by how it begins or what it contains. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address)
  return (
    url !== null &&
    url.protocol === `${appScheme}:` &&
    url.host === appHost &&
    url.username === '' &&
    url.password === ''
  )
}

/** Whether an address is the window's one page, whatever place in it the part after `#` names. */
export function isPageAddress(address: string): boolean {
  const url = URL.parse(address)
  return isOwnAddress(address) && url !== null && url.pathname === '/' && url.search === ''
}

/** The id that Chromium gives its own PDF viewer, a part of the runtime: evidence and papers are shown by it. */
const pdfViewerId = 'mhjfbmdgcfjbbpaeojofohoefgiehjai'

/** Whether an address belongs to the runtime's own PDF viewer: its pages, and the scripts and styles they use. */
export function isPdfViewerAddress(address: string): boolean {
  const url = URL.parse(address)
  if (url === null || url.username !== '' || url.password !== '') return false
  return (
    (url.protocol === 'chrome-extension:' && url.host === pdfViewerId) ||
    (url.protocol === 'chrome:' && url.host === 'resources')
  )
}
