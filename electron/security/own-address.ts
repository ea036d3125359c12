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
