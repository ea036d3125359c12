/**
 * Node decodes GB18030 but does not encode it: this turns the decoder's own table round. Characters outside the
 * two-byte area are written with GB18030's four bytes; half a surrogate pair throws.
 */
export function encodeGb18030(text: string): Uint8Array {
  table ??= buildTable()
  const bytes: number[] = []
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    const known = point < 0x80 ? [point] : table.get(point)
    if (known !== undefined) bytes.push(...known)
    else if (point > 0xffff) bytes.push(...fourBytes(point - 0x1_0000 + 189_000))
    else throw new Error(`no GB18030 bytes for U+${point.toString(16)}`)
  }
  return Uint8Array.from(bytes)
}

let table: Map<number, number[]> | undefined

function buildTable(): Map<number, number[]> {
  const decoder = new TextDecoder('gb18030')
  const known = new Map<number, number[]>()
  const learn = (bytes: number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes))
    const point = text.codePointAt(0) ?? 0
    if (text.length === 1 && point !== 0xfffd && !known.has(point)) known.set(point, bytes)
  }
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) learn([lead, trail])
  }
  for (let n = 0; n < 39_420; n++) learn(fourBytes(n))
  return known
}

function fourBytes(n: number): number[] {
  return [
    0x81 + Math.floor(n / 12_600),
    0x30 + (Math.floor(n / 1_260) % 10),
    0x81 + (Math.floor(n / 10) % 126),
    0x30 + (n % 10),
  ]
}
