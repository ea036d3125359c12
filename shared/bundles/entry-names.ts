/**
 * Names of the files in a bundle: which ones are refused (spec/bundle.md 'Hostile files') and how a person's file name becomes
 * one that every system can unpack. Reader and writer use the same rules, so that BoAn never writes what it would refuse.
 */

/** What is wrong with a name; each is also the error code `bundles.<fault>`. */
export type EntryNameFault =
  | 'control-character'
  | 'backslash'
  | 'absolute-path'
  | 'drive-letter'
  | 'climbing-path'
  | 'forbidden-character'
  | 'reserved-name'
  | 'trailing-dot'
  | 'name-too-long'

/** Bytes of UTF-8: most file systems allow 255 in one part of a path. */
const longestPartBytes = 255
const longestPathBytes = 1024
/** Leaves room for a number before it and a folder around it. */
const longestOwnNameBytes = 120

// Control characters, line and paragraph separators, half surrogates, and the marks that turn the direction of writing (with
// them a name can read as "photo.jpg" and be a program).
const controlCharacters = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]/u
const forbiddenCharacters = /[<>:"|?*]/
// Windows opens a device, not a file, under these names, whatever the extension.
const reservedNames = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])$/i

/** The first thing wrong with the path of an entry (a folder's ends in `/`), or undefined when every system can take it. */
export function entryNameFault(path: string): EntryNameFault | undefined {
  if (path === '' || controlCharacters.test(path)) return 'control-character'
  if (path.includes('\\')) return 'backslash'
  if (path.startsWith('/')) return 'absolute-path'
  if (/^[a-z]:/i.test(path)) return 'drive-letter'
  if (utf8Length(path) > longestPathBytes) return 'name-too-long'
  const parts = (path.endsWith('/') ? path.slice(0, -1) : path).split('/')
  for (const part of parts) {
    const fault = partFault(part)
    if (fault !== undefined) return fault
  }
  return undefined
}

function partFault(part: string): EntryNameFault | undefined {
  if (part === '' || part === '.' || part === '..') return 'climbing-path'
  if (forbiddenCharacters.test(part)) return 'forbidden-character'
  if (utf8Length(part) > longestPartBytes) return 'name-too-long'
  const stem = part.split('.')[0]?.trimEnd() ?? ''
  if (reservedNames.test(stem)) return 'reserved-name'
  // Windows drops them when it unpacks, so that two names could become one.
  if (part.endsWith('.') || part.endsWith(' ')) return 'trailing-dot'
  return undefined
}

/**
 * Two names with the same key become one file on some system: composed and decomposed letters (macOS), upper and lower case
 * (Windows, macOS), and characters that a Mac's file system leaves out of account.
 */
export function entryNameKey(path: string): string {
  const visible = path.replaceAll(/[\u200b-\u200f\u2060-\u2064\u206a-\u206f\ufeff]/g, '')
  return visible.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
}

/**
 * A person's file name as it is written into a bundle: composed, without what some system cannot hold, at most 120 bytes,
 * the extension kept. `%` becomes full-width because BagIt escapes it in manifests and sha256sum does not. Never empty.
 */
export function bundleFileName(name: string): string {
  const clean = name
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(new RegExp(controlCharacters, 'gu'), '')
    .replaceAll(/[\\/<>:"|?*]/g, '_')
    .replaceAll('%', '％')
    .trim()
  const dot = clean.lastIndexOf('.')
  const extension = dot > 0 && utf8Length(clean.slice(dot)) <= 16 ? clean.slice(dot) : ''
  const stem = cutToBytes(clean.slice(0, clean.length - extension.length), longestOwnNameBytes - utf8Length(extension))
  const joined = `${stem.replace(/^[. ]+/, '')}${extension}`.replace(/[. ]+$/, '')
  if (joined === '' || joined === extension) return `file${extension}`.replace(/[. ]+$/, '')
  return partFault(joined) === undefined ? joined : `_${joined}`
}

function cutToBytes(text: string, limit: number): string {
  let bytes = 0
  let end = 0
  for (const character of text) {
    bytes += utf8Length(character)
    if (bytes > limit) break
    end += character.length
  }
  return text.slice(0, end)
}

const encoder = new TextEncoder()

function utf8Length(text: string): number {
  return encoder.encode(text).length
}
