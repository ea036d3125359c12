/** The text files of a bag (BagIt 1.0, RFC 8493): how they are written and read. Pure text in, pure text out. */

export const bundleKinds = [
  'case',
  'response',
  'mediation-reply',
  'contract',
  'contract-acceptance',
  'statement',
] as const
export type BundleKind = (typeof bundleKinds)[number]

/** Raised when an older BoAn could not understand the content. */
export const bundleFormatVersion = 1

export const bagDeclaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

export const bagFiles = {
  declaration: 'bagit.txt',
  info: 'bag-info.txt',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  publicKey: 'signature/public-key.pem',
  signature: 'signature/tagmanifest-sha256.sig',
} as const

/** What the signature must cover, in the order of tagmanifest-sha256.txt. */
export const signedTagFiles = [bagFiles.info, bagFiles.declaration, bagFiles.manifest, bagFiles.publicKey] as const

export interface BagInfo {
  organization: string
  /** Civil date in Asia/Shanghai. */
  baggingDate: string
  payloadBytes: number
  payloadFiles: number
  externalId: string
  kind: BundleKind
}

/** bag-info.txt, its labels in the order of spec/bundle.md. Line breaks in a value become spaces. */
export function bagInfoText(info: BagInfo): string {
  const labels: [string, string][] = [
    ['Source-Organization', info.organization],
    ['Bagging-Date', info.baggingDate],
    ['Payload-Oxum', `${info.payloadBytes}.${info.payloadFiles}`],
    ['External-Identifier', info.externalId],
    ['BoAn-Kind', info.kind],
    ['BoAn-Format-Version', String(bundleFormatVersion)],
  ]
  return labels.map(([label, value]) => `${label}: ${value.toWellFormed().replaceAll(/\s+/g, ' ').trim()}\n`).join('')
}

/** Labels (lower case) and values of bag-info.txt or bagit.txt; an indented line continues the one before. First value wins. */
export function parseTagFile(text: string): Map<string, string> {
  const values = new Map<string, string>()
  for (const line of text.replaceAll(/\r\n?|\n(?=[ \t])/g, (end) => (end.startsWith('\r') ? '\n' : ' ')).split('\n')) {
    const colon = line.indexOf(':')
    if (colon <= 0) continue
    const label = line.slice(0, colon).trim().toLowerCase()
    if (!values.has(label))
      values.set(
        label,
        line
          .slice(colon + 1)
          .replaceAll(/\s+/g, ' ')
          .trim(),
      )
  }
  return values
}

/** One line of a manifest, as `sha256sum -c` reads it. */
export function manifestLine(sha256: string, path: string): string {
  return `${sha256}  ${path}\n`
}

export type ManifestResult = { ok: true; hashes: Map<string, string> } | { ok: false; line: number }

/** Paths and hashes of a manifest; a line that is none, or a path listed twice, is named by its line from 1. */
export function parseManifest(text: string): ManifestResult {
  const hashes = new Map<string, string>()
  const lines = text.split(/\r\n|\n|\r/)
  for (const [index, line] of lines.entries()) {
    if (line === '') continue
    const match = /^([0-9a-f]{64})[ \t]+\*?(?:\.\/)?(.+)$/i.exec(line)
    const path = decodeManifestPath(match?.[2] ?? '')
    if (match?.[1] === undefined || path === '' || hashes.has(path)) return { ok: false, line: index + 1 }
    hashes.set(path, match[1].toLowerCase())
  }
  return { ok: true, hashes }
}

// RFC 8493 2.1.3: only line ends and the per cent sign are escaped.
function decodeManifestPath(path: string): string {
  return path.replaceAll(/%(0A|0D|25)/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
}

/** The short form of a key's SHA-256 to compare by telephone: `7F3A 91C2 0B5E 44D8`. */
export function shortFingerprint(sha256: string): string {
  return (sha256.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join(' ')
}
