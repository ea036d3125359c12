import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { type CellValue, streamXlsxRows } from 'hucre'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { openXlsxStream } from '../../../electron/core/earnings/import/xlsx-stream.ts'
import { attributeOf, XmlScanner } from '../../../electron/core/earnings/import/xml-scanner.ts'
import { tempFolder } from '../temp-core.ts'

interface Row {
  line: number
  values: CellValue[]
}

async function readOurs(path: string, sheet: string, most = Infinity): Promise<Row[]> {
  const rows: Row[] = []
  const stream = await openXlsxStream({ path, name: 'made.xlsx' })
  await stream.read(sheet, (line, values) => {
    rows.push({ line, values: [...values] })
    return rows.length < most
  })
  return rows
}

async function readByLibrary(bytes: Uint8Array): Promise<Row[]> {
  const rows: Row[] = []
  for await (const { index, values } of streamXlsxRows(bytes)) rows.push({ line: index + 1, values })
  return rows
}

const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('<a> & "b"', '  两端有空格  ', '_x000D_', '第一行\n第二行', '4900000000000000001', '#N/A', "it's"),
)
const cells: fc.Arbitrary<CellValue> = fc.oneof(
  texts,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
)

test('a workbook is read as the spreadsheet library reads it', async () => {
  const folder = tempFolder()
  let number = 0
  const tables = fc.array(fc.array(cells, { maxLength: 8 }), { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(tables, async (rows) => {
      const bytes = await writeXlsx({ sheets: [{ name: '订单&佣金', rows }] })
      const path = join(folder, `${(number += 1)}.xlsx`)
      writeFileSync(path, bytes)
      expect(await readOurs(path, '订单&佣金')).toEqual(await readByLibrary(bytes))
    }),
    { numRuns: 60 },
  )
})

test('reading stops where it is told to, and what fails while a row is taken comes through as it is', async () => {
  const path = join(tempFolder(), 'many.xlsx')
  writeFileSync(
    path,
    await writeXlsx({ sheets: [{ name: 's', rows: Array.from({ length: 5_000 }, (_, i) => [i, 'x']) }] }),
  )
  expect(await readOurs(path, 's', 3)).toHaveLength(3)
  const stream = await openXlsxStream({ path, name: 'many.xlsx' })
  const full = new Error('disk full')
  const failed = stream.read('s', () => {
    throw full
  })
  await expect(failed).rejects.toBe(full)
})

test('XML is read the same however it is cut into chunks', () => {
  const xml = `<?xml version="1.0"?><!-- a > b --><x:sst a='1>2'><si><t xml:space="preserve"> 1 &lt; 2 &#x64;&#100; </t></si><si/><![CDATA[<raw>&]]></x:sst>`
  const whole = eventsOf([xml])
  expect(whole).toContain('text  1 < 2 dd ')
  fc.assert(
    fc.property(fc.array(fc.nat(xml.length), { maxLength: 12 }), (cuts) => {
      const places = [0, ...cuts.toSorted((a, b) => a - b), xml.length]
      const chunks = places.slice(1).map((end, at) => xml.slice(places[at], end))
      expect(eventsOf(chunks)).toEqual(whole)
    }),
  )
})

function eventsOf(chunks: readonly string[]): string[] {
  const events: string[] = []
  const scanner = new XmlScanner({
    open: (name, tag) => events.push(`open ${name} ${attributeOf(tag, 'a')}`),
    close: (name) => events.push(`close ${name}`),
    text: (text) => events.push(`text ${text}`),
  })
  for (const chunk of chunks) scanner.write(chunk)
  scanner.end()
  return events
}

test('a part that ends in the middle is no whole part', () => {
  const scanner = new XmlScanner({ open: () => {}, close: () => {}, text: () => {} })
  scanner.write('<a><b>1</b>')
  expect(() => scanner.end()).toThrow('ends too early')
})
