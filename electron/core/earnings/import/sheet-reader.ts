import { type CellValue, isDateFormat, serialToDate } from 'hucre'
import { attributeOf, XmlError, type XmlSink } from './xml-scanner.ts'

/** The parts of an .xlsx that a table is read from, each as a sink of its XML (ECMA-376 part 1, 18.3, 18.4, 18.8). */

/** Control characters of a text are written as `_x000D_`. */
function unescapeControls(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([0-9a-f]{4})_/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** The texts of `sharedStrings.xml`; phonetic readings are left out. */
export class SharedStrings implements XmlSink {
  readonly texts: string[] = []
  #text = ''
  #isText = false
  #isReading = false

  open(name: string): void {
    if (name === 'si') this.#text = ''
    else if (name === 'rPh') this.#isReading = true
    else if (name === 't') this.#isText = !this.#isReading
  }

  close(name: string): void {
    if (name === 'si') this.texts.push(unescapeControls(this.#text))
    else if (name === 'rPh') this.#isReading = false
    else if (name === 't') this.#isText = false
  }

  text(text: string): void {
    if (this.#isText) this.#text += text
  }
}

/** Number formats that are dates or times without saying how; the East Asian ones too. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
}

/** Which cell styles of `styles.xml` are dates. */
export class DateStyles implements XmlSink {
  readonly #formats = new Map<number, string>()
  readonly #styles: number[] = []
  readonly #known = new Map<number, boolean>()
  #isCellFormats = false

  open(name: string, tag: string): void {
    if (name === 'numFmt') this.#formats.set(Number(attributeOf(tag, 'numFmtId')), attributeOf(tag, 'formatCode'))
    else if (name === 'cellXfs') this.#isCellFormats = true
    else if (name === 'xf' && this.#isCellFormats) this.#styles.push(Number(attributeOf(tag, 'numFmtId')))
  }

  close(name: string): void {
    if (name === 'cellXfs') this.#isCellFormats = false
  }

  text(): void {}

  isDate(style: number): boolean {
    const id = this.#styles[style]
    if (id === undefined) return false
    let known = this.#known.get(id)
    if (known === undefined) {
      const format = this.#formats.get(id)
      known = format === undefined ? isBuiltInDate(id) : isDateFormat(format)
      this.#known.set(id, known)
    }
    return known
  }
}

/** The sheets of `workbook.xml` in order, each by the id of its relationship, and the date its days are counted from. */
export class SheetList implements XmlSink {
  readonly sheets: { name: string; relationId: string }[] = []
  is1904 = false

  open(name: string, tag: string): void {
    if (name === 'workbookPr') this.is1904 = ['1', 'true'].includes(attributeOf(tag, 'date1904'))
    if (name !== 'sheet') return
    const relationId = /\s\w+:id\s*=\s*["']([^"']+)/.exec(tag)?.[1] ?? ''
    this.sheets.push({ name: attributeOf(tag, 'name'), relationId })
  }

  close(): void {}

  text(): void {}
}

/** Relationships: where a part is, by its id, and by its kind. */
export class Relations implements XmlSink {
  readonly targets = new Map<string, string>()
  readonly kinds = new Map<string, string>()

  open(name: string, tag: string): void {
    if (name !== 'Relationship') return
    const target = attributeOf(tag, 'Target')
    this.targets.set(attributeOf(tag, 'Id'), target)
    this.kinds.set(attributeOf(tag, 'Type').split('/').at(-1) ?? '', target)
  }

  close(): void {}

  text(): void {}
}

export interface SheetContext {
  strings: readonly string[]
  styles: DateStyles
  is1904: boolean
}

const mostColumns = 16_384

/** The column of a cell's place, from 0; -1 when it names none. */
function columnOf(place: string): number {
  let column = 0
  let at = 0
  for (; at < place.length; at += 1) {
    const letter = (place.charCodeAt(at) | 32) - 96
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  if (at === 0) return -1
  if (column > mostColumns) throw new XmlError(`column ${place}`)
  return column - 1
}

/** The rows of a sheet, each handed over as soon as it ends; the array is used again for the next one. */
export class SheetRows implements XmlSink {
  readonly #context: SheetContext
  readonly #onRow: (line: number, values: CellValue[]) => void
  readonly #values: CellValue[] = []
  #isData = false
  #line = 0
  #column = -1
  #type = ''
  #style = ''
  #text = ''
  #isText = false
  #isReading = false

  constructor(context: SheetContext, onRow: (line: number, values: CellValue[]) => void) {
    this.#context = context
    this.#onRow = onRow
  }

  open(name: string, tag: string): void {
    if (name === 'c') this.#openCell(tag)
    else if (name === 'v') this.#isText = true
    else if (name === 't') this.#isText = !this.#isReading
    else if (name === 'row') this.#openRow(attributeOf(tag, 'r'))
    else if (name === 'rPh') this.#isReading = true
    else if (name === 'sheetData') this.#isData = true
  }

  close(name: string): void {
    if (name === 'c') this.#closeCell()
    else if (name === 'v' || name === 't') this.#isText = false
    else if (name === 'rPh') this.#isReading = false
    else if (name === 'row' && this.#isData) this.#onRow(this.#line, this.#values)
    else if (name === 'sheetData') this.#isData = false
  }

  text(text: string): void {
    if (this.#isText) this.#text += text
  }

  #openRow(number: string): void {
    this.#line = number === '' ? this.#line + 1 : Number(number)
    this.#values.length = 0
  }

  #openCell(tag: string): void {
    const column = columnOf(attributeOf(tag, 'r'))
    this.#column = column === -1 ? this.#values.length : column
    this.#type = attributeOf(tag, 't')
    this.#style = attributeOf(tag, 's')
    this.#text = ''
  }

  #closeCell(): void {
    while (this.#values.length < this.#column) this.#values.push(null)
    this.#values[this.#column] = this.#value()
  }

  #value(): CellValue {
    const text = this.#text
    switch (this.#type) {
      case 's':
        return text === '' ? null : (this.#context.strings[Number(text)] ?? null)
      case 'str':
      case 'inlineStr':
        return unescapeControls(text)
      case 'b':
        return text === '1' || text.toLowerCase() === 'true'
      case 'e':
        return text
      default:
        return text === '' ? null : this.#number(text)
    }
  }

  #number(text: string): CellValue {
    const number = Number(text)
    if (Number.isNaN(number)) return text
    const { styles, is1904 } = this.#context
    return this.#style !== '' && styles.isDate(Number(this.#style)) ? serialToDate(number, is1904) : number
  }
}
