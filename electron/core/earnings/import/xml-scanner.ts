/** What a scanner hands over, in the order of the file. Names are without their namespace prefix. */
export interface XmlSink {
  /** `tag` is what stands between the angle brackets, for `attributeOf`. An empty element is closed right after. */
  open(name: string, tag: string): void
  close(name: string): void
  text(text: string): void
}

/** A single piece of text or a single tag longer than this is in no real workbook. */
const longestPiece = 8 << 20

/** A file that is no XML. */
export class XmlError extends Error {}

/** Reads XML in chunks of text, however they are cut, without ever holding more of it than one piece. */
export class XmlScanner {
  readonly #sink: XmlSink
  #rest = ''
  #depth = 0

  constructor(sink: XmlSink) {
    this.#sink = sink
  }

  write(chunk: string): void {
    const buffer = this.#rest === '' ? chunk : this.#rest + chunk
    let at = 0
    for (;;) {
      const start = buffer.indexOf('<', at)
      const end = start === -1 ? -1 : endOfMarkup(buffer, start)
      if (end === -1) break
      if (start > at) this.#sink.text(unescapeText(buffer.slice(at, start)))
      this.#markup(buffer, start, end)
      at = end
    }
    this.#rest = buffer.slice(at)
    if (this.#rest.length > longestPiece) throw new XmlError('a piece without end')
  }

  /** Throws XmlError when the file ends in the middle of something. */
  end(): void {
    if (this.#depth !== 0 || this.#rest.trim() !== '') throw new XmlError('the file ends too early')
  }

  #markup(buffer: string, start: number, end: number): void {
    const first = buffer.charCodeAt(start + 1)
    if (first === questionMark) return
    if (first === exclamationMark) {
      if (buffer.startsWith(cdataStart, start)) this.#sink.text(buffer.slice(start + cdataStart.length, end - 3))
      return
    }
    if (first === slash) {
      this.#depth -= 1
      this.#sink.close(localName(buffer.slice(start + 2, end - 1).trimEnd()))
      return
    }
    const isEmpty = buffer.charCodeAt(end - 2) === slash
    const tag = buffer.slice(start + 1, isEmpty ? end - 2 : end - 1)
    const name = localName(tag.slice(0, endOfName(tag)))
    this.#sink.open(name, tag)
    if (isEmpty) this.#sink.close(name)
    else this.#depth += 1
  }
}

const exclamationMark = 0x21
const slash = 0x2f
const questionMark = 0x3f
const space = 0x20
const cdataStart = '<![CDATA['

/** Where the markup at `start` ends; -1 when that is not in the buffer yet. */
function endOfMarkup(buffer: string, start: number): number {
  const first = buffer.charCodeAt(start + 1)
  if (first === questionMark) return after(buffer, '?>', start)
  if (first === exclamationMark) {
    if (buffer.length - start < cdataStart.length) return -1
    if (buffer.startsWith('<!--', start)) return after(buffer, '-->', start + 4)
    if (buffer.startsWith(cdataStart, start)) return after(buffer, ']]>', start)
  }
  let end = buffer.indexOf('>', start)
  while (end !== -1 && isQuoted(buffer, start, end)) end = buffer.indexOf('>', end + 1)
  return end === -1 ? -1 : end + 1
}

function after(buffer: string, mark: string, from: number): number {
  const found = buffer.indexOf(mark, from)
  return found === -1 ? -1 : found + mark.length
}

/** Whether a place in a tag is inside the quotes of an attribute. */
function isQuoted(buffer: string, start: number, place: number): boolean {
  let quote = 0
  for (let at = start; at < place; at += 1) {
    const code = buffer.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 0x22 || code === 0x27) quote = code
  }
  return quote !== 0
}

function endOfName(tag: string): number {
  for (let at = 0; at < tag.length; at += 1) if (tag.charCodeAt(at) <= space) return at
  return tag.length
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

/** An attribute of a tag; '' when it is not there. */
export function attributeOf(tag: string, name: string): string {
  const plain = ` ${name}="`
  const start = tag.indexOf(plain)
  if (start !== -1) return unescapeText(tag.slice(start + plain.length, tag.indexOf('"', start + plain.length)))
  return unusualWriting.test(tag) ? unusualAttribute(tag, name) : ''
}

const unusualWriting = /['\n\r\t]|\s=|=\s/

function unusualAttribute(tag: string, name: string): string {
  for (const [, found, double, single] of tag.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (found === name) return unescapeText(double ?? single ?? '')
  }
  return ''
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** XML's own entities and character references as the characters they stand for; others stay as they are. */
function unescapeText(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole
      return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
    },
  )
}
