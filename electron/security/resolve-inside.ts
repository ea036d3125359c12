import { realpathSync } from 'node:fs'
import { isAbsolute, join, relative, sep } from 'node:path'

/**
 * The real path of what an address path names inside a folder; undefined when it is not there or lies outside. Both sides are
 * compared as real paths, part by part, so neither `..`, a link, nor a folder that merely begins alike gets through.
 */
export function resolveInside(folder: string, addressPath: string): string | undefined {
  const decoded = decodePath(addressPath)
  if (decoded === undefined) return undefined
  try {
    const root = realpathSync(folder)
    const target = realpathSync(join(root, decoded))
    return isInside(root, target) ? target : undefined
  } catch {
    return undefined // Not there: the same answer as for what lies outside.
  }
}

function isInside(root: string, target: string): boolean {
  const way = relative(root, target)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** The path decoded once; undefined for broken escapes and for characters no file of ours has. */
function decodePath(addressPath: string): string | undefined {
  try {
    const decoded = decodeURIComponent(addressPath)
    // oxlint-disable-next-line no-control-regex -- control characters are what is refused here
    return /[\u0000-\u001f\\:]/.test(decoded) ? undefined : decoded
  } catch {
    return undefined
  }
}
