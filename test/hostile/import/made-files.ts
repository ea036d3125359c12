import { BlobWriter, configure, TextReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js'
import { writeXlsx } from 'hucre/xlsx'

configure({ useWebWorkers: false })

export interface Entry {
  name: string
  content: string | Uint8Array
}

/** A zip with these entries, behind a password when one is given. */
export async function makeZip(
  entries: Entry[],
  lock: { password?: string; zipCrypto?: boolean } = {},
): Promise<Uint8Array> {
  const writer = new ZipWriter(new BlobWriter())
  for (const { name, content } of entries) {
    const reader = typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content)
    await writer.add(name, reader, { ...lock, extendedTimestamp: false })
  }
  return new Uint8Array(await (await writer.close()).arrayBuffer())
}

export type Cell = string | number | Date | null

/** A workbook of one sheet as the library writes it. */
export function makeWorkbook(rows: Cell[][], password?: string): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [{ name: '明细', rows }],
    ...(password === undefined ? {} : { encryption: { password, spinCount: 1_000 } }),
  })
}

const namespace = 'http://schemas.openxmlformats.org'

/** A workbook as some platforms write it: a dimension of one cell whatever the sheet holds, and no shared strings. */
export function makeLyingWorkbook(rows: string[][]): Promise<Uint8Array> {
  const cells = rows.map((row, y) => {
    const inner = row
      .map((text, x) => `<c r="${String.fromCharCode(65 + x)}${y + 1}" t="inlineStr"><is><t>${text}</t></is></c>`)
      .join('')
    return `<row r="${y + 1}">${inner}</row>`
  })
  return makeZip([
    {
      name: '[Content_Types].xml',
      content: `<?xml version="1.0"?><Types xmlns="${namespace}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<?xml version="1.0"?><Relationships xmlns="${namespace}/package/2006/relationships"><Relationship Id="rId1" Type="${namespace}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<?xml version="1.0"?><workbook xmlns="${namespace}/spreadsheetml/2006/main" xmlns:r="${namespace}/officeDocument/2006/relationships"><sheets><sheet name="订单&amp;佣金" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<?xml version="1.0"?><Relationships xmlns="${namespace}/package/2006/relationships"><Relationship Id="rId1" Type="${namespace}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<?xml version="1.0"?><worksheet xmlns="${namespace}/spreadsheetml/2006/main"><dimension ref="A1"/><sheetData>${cells.join('')}</sheetData></worksheet>`,
    },
  ])
}
