/**
 * Which characters a TrueType font draws, read from its `cmap` table (OpenType spec, formats 4 and 12): so that a missing
 * character is known before typesetting instead of failing it.
 */

const CODE_POINTS = 0x110000

interface TableEntry {
  offset: number
  length: number
}

function findTable(font: Buffer, tag: string): TableEntry | undefined {
  const count = font.readUInt16BE(4)
  for (let index = 0; index < count; index++) {
    const record = 12 + 16 * index
    if (font.toString('latin1', record, record + 4) === tag) {
      return { offset: font.readUInt32BE(record + 8), length: font.readUInt32BE(record + 12) }
    }
  }
  return undefined
}

function addFormat4(font: Buffer, at: number, covered: Uint8Array): void {
  const segments = font.readUInt16BE(at + 6) / 2
  const ends = at + 14
  const starts = ends + 2 * segments + 2
  const deltas = starts + 2 * segments
  const offsets = deltas + 2 * segments
  for (let segment = 0; segment < segments; segment++) {
    const start = font.readUInt16BE(starts + 2 * segment)
    const end = font.readUInt16BE(ends + 2 * segment)
    const delta = font.readUInt16BE(deltas + 2 * segment)
    const offsetAt = offsets + 2 * segment
    const offset = font.readUInt16BE(offsetAt)
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const glyph = offset === 0 ? code : font.readUInt16BE(offsetAt + offset + 2 * (code - start))
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) covered[code] = 1
    }
  }
}

function addFormat12(font: Buffer, at: number, covered: Uint8Array): void {
  const groups = font.readUInt32BE(at + 12)
  for (let index = 0; index < groups; index++) {
    const group = at + 16 + 12 * index
    const start = font.readUInt32BE(group)
    const end = Math.min(font.readUInt32BE(group + 4), CODE_POINTS - 1)
    const glyph = font.readUInt32BE(group + 8)
    covered.fill(1, glyph === 0 ? start + 1 : start, end + 1)
  }
}

function addFont(font: Buffer, covered: Uint8Array): void {
  const cmap = findTable(font, 'cmap')
  if (!cmap) return
  const count = font.readUInt16BE(cmap.offset + 2)
  for (let index = 0; index < count; index++) {
    const at = cmap.offset + font.readUInt32BE(cmap.offset + 4 + 8 * index + 4)
    const format = font.readUInt16BE(at)
    if (format === 4) addFormat4(font, at, covered)
    if (format === 12) addFormat12(font, at, covered)
  }
}

/** True for each character that at least one of the fonts has a glyph for. Newline counts: it is layout. */
export function readCoverage(fonts: readonly Buffer[]): (char: string) => boolean {
  const covered = new Uint8Array(CODE_POINTS)
  for (const font of fonts) addFont(font, covered)
  covered[0x0a] = 1
  covered[0x09] = 1
  return (char) => covered[char.codePointAt(0) ?? 0] === 1
}

/**
 * Renames the family inside a font from Noto to BoAn, in place and in memory only. Typst also finds the fonts of the
 * computer it runs on, and a Noto of another version there would make the same paper come out differently.
 */
export function makePrivateFamily(font: Buffer): void {
  const entry = findTable(font, 'name')
  if (!entry) return
  const table = font.subarray(entry.offset, entry.offset + entry.length)
  for (const encode of [latin1, utf16be]) {
    const from = encode('Noto')
    for (let at = table.indexOf(from); at >= 0; at = table.indexOf(from, at)) encode('BoAn').copy(table, at)
  }
}

function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1')
}

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16()
}
