import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderPdf, renderSvg } from '../../../electron/core/documents/pdf.ts'
import { readCoverage } from '../../../electron/core/documents/font-coverage.ts'
import { toTypstData } from '../../../electron/core/documents/typst-data.ts'
import type { Block } from '../../../shared/documents/model.ts'
import { canReadPdf, FONTS_DIR, MOMENT, paper, pdfText } from './paper-fixtures.ts'

const render = (blocks: readonly Block[], page: 'portrait' | 'landscape' = 'portrait') =>
  renderPdf(paper(blocks, page), MOMENT, FONTS_DIR)

const everyBlock = (text: string): Block[] => [
  { kind: 'title', text, subtitle: text },
  { kind: 'heading', text },
  { kind: 'paragraph', text },
  {
    kind: 'paragraph',
    text: [
      { text, style: 'strong' },
      { text, style: 'blank' },
    ],
    align: 'right',
  },
  {
    kind: 'party',
    heading: text,
    fields: [
      { label: text, value: text },
      { label: text, wide: true, value: text },
    ],
  },
  { kind: 'list', numbering: 'chinese', items: [{ text, details: [text] }] },
  { kind: 'table', caption: text, columns: [{ title: text, width: 1 }], rows: [[text]], totals: [[text]] },
  {
    kind: 'figures',
    items: [
      { label: text, value: text, note: text },
      { label: text, value: text },
    ],
  },
  { kind: 'page-break' },
  { kind: 'signatures', lines: [{ label: text }, { label: text, value: text }] },
  { kind: 'signing', sides: [{ heading: text, lines: [{ label: text }, { label: text, value: text }] }] },
  { kind: 'note', text },
]

const OCCURRENCES = 30

function count(text: string, part: string): number {
  return text.split(part).length - 1
}

describe.runIf(canReadPdf)('what papers say as PDF', () => {
  it('says everything it was given, with the case number, the page count and the hash of its data on each page', async () => {
    const { pdf, pages, substituted } = await render(everyBlock('佣金对账单'))
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    expect(pdf.toString('latin1')).toContain('pdfaid:part>2<')
    expect(pages).toBe(2)
    expect(substituted).toEqual([])
    const text = pdfText(pdf)
    expect(count(text, '佣金对账单')).toBe(OCCURRENCES)
    for (const part of ['案号2026-0001', '7f3a91c20b5e44d8']) expect(count(text, part)).toBe(2)
    expect(text).toContain('第1页，共2页')
    expect(text).toContain('第2页，共2页')
  })

  it.each([
    ['Typst code', '#panic("x") #let a = 1 #read("/etc/passwd") #sys.version'],
    [
      'Typst markup',
      '*粗* _斜_ $x^2$ = 标题 - 项 + 项 / 词: 义 `代码` <标> @引用 [内容] {a} ~ -- "引" \\ \\u{41} // 注 /* 注 */',
    ],
    ['HTML', '<script>alert(1)</script> <b>&amp;</b>'],
    ['JSON', '", "kind": "pagebreak"}, {"x": "\\'],
    ['page patterns', '{page} {pages} {{x}} $t(errors.x)'],
    ['XML', ']]></w:t><w:t>'],
  ])('prints %s as the letters that they are', async (_name, text) => {
    const { pdf, substituted } = await render(everyBlock(text))
    expect(substituted).toEqual([])
    const printed = pdfText(pdf)
    expect(count(printed, text.replaceAll(/\s/g, ''))).toBeGreaterThanOrEqual(5)
  })

  it('prints a character that no font has as its number and names it with the text around it', async () => {
    const { pdf, substituted } = await render([{ kind: 'paragraph', text: '申请人𠮷田与被申请人😀公司' }])
    expect(substituted.map((one) => [one.char, one.codePoint])).toEqual([
      ['𠮷', 'U+20BB7'],
      ['😀', 'U+1F600'],
    ])
    expect(substituted[0]?.where).toBe('申请人〔U+20BB7〕田与被申请人〔U+1F600〕公')
    const text = pdfText(pdf)
    expect(text).toContain('申请人〔U+20BB7〕田与被申请人〔U+1F600〕公司')
  })

  it('shows characters that reorder or hide text instead of obeying them', async () => {
    const { pdf, substituted } = await render([
      { kind: 'paragraph', text: '付\u202e001\u202c元\u200b整\u0000\u0007\ufeff' },
    ])
    expect(substituted.map((one) => one.codePoint)).toEqual([
      'U+202E',
      'U+202C',
      'U+200B',
      'U+0000',
      'U+0007',
      'U+FEFF',
    ])
    const text = pdfText(pdf)
    expect(text).toContain('付〔U+202E〕001〔U+202C〕元〔U+200B〕整〔U+0000〕〔U+0007〕〔U+FEFF〕')
  })

  it('breaks a paragraph of 10 000 characters, with and without places to break, over pages', async () => {
    for (const text of ['佣金'.repeat(5000), 'a1'.repeat(5000)]) {
      const { pdf, pages } = await render([
        { kind: 'paragraph', text },
        { kind: 'table', columns: [{ title: '长', width: 1 }], rows: [[text]] },
      ])
      expect(pages).toBeGreaterThan(4)
      const printed = pdfText(pdf)
      expect(count(printed, text.slice(0, 2))).toBeGreaterThanOrEqual(9900)
    }
  })

  it("breaks a file's name after its separators, and no number", () => {
    const text = '证据douyin_20260502093015.csv，身份证号110101199003074477'
    const data = JSON.parse(toTypstData(paper([{ kind: 'paragraph', text }]))) as { blocks: { text: string[][] }[] }
    expect(data.blocks[0]?.text.map(([, piece]) => piece)).toEqual([
      '证据douyin_',
      '',
      '20260502093015.csv，身份证号110101199003074477',
    ])
  })

  it('repeats the head of a table of 2 000 rows on every page', async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => [String(index + 1), `第${index + 1}笔佣金`, '1,234.56'])
    const columns = [
      { title: '序号', width: 1 },
      { title: '订单说明', width: 4 },
      { title: '金额', width: 2, align: 'right' as const },
    ]
    const { pdf, pages } = await render(
      [{ kind: 'table', columns, rows, totals: [['', '合计', '2,469,120.00']] }],
      'landscape',
    )
    const text = pdfText(pdf)
    expect(count(text, '订单说明')).toBe(pages)
    expect(text).toContain('第2000笔佣金')
  })

  it('does not leave signatures alone on a page', async () => {
    for (let lines = 15; lines <= 21; lines++) {
      const body: Block[] = Array.from({ length: lines }, (_, index) => ({
        kind: 'paragraph',
        text: `第${index + 1}段。`,
      }))
      const { pdf, pages } = await render([
        { kind: 'title', text: '书' },
        ...body,
        { kind: 'signatures', lines: [{ label: '申请人：' }, { label: '日期：' }] },
      ])
      const text = pdfText(pdf)
      if (pages === 1) continue
      const onLast = text.slice(text.indexOf('第1页，共2页'))
      expect(onLast).toContain(`第${lines}段。`)
    }
  })
})

describe('papers as PDF', () => {
  it('is the same file, byte for byte, for the same paper and moment, and another for another moment', async () => {
    const blocks = everyBlock('同一份文书')
    const first = await render(blocks)
    await render(everyBlock('中间的另一份'))
    const second = await render(blocks)
    expect(second.pdf.equals(first.pdf)).toBe(true)
    const later = await renderPdf(paper(blocks), '2027-01-01T00:00:00.000Z', FONTS_DIR)
    expect(later.pdf.equals(first.pdf)).toBe(false)
  })

  it('embeds only its own fonts, whatever fonts the computer has', async () => {
    const { pdf } = await render(everyBlock('字体 Fonts 123'))
    const names = [...pdf.toString('latin1').matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g)].map((match) => match[1])
    expect(new Set(names)).toEqual(new Set(['BoAnSerifSC-Regular', 'BoAnSansSC-Bold']))
  })

  it('makes a paper of any text at all', async () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => `${text}\ud800中\udfff`)
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        expect((await render(everyBlock(text))).pages).toBeGreaterThan(0)
      }),
      { numRuns: 40 },
    )
  })

  it('refuses a folder without the fonts by name', async () => {
    await expect(renderPdf(paper([]), MOMENT, '/nowhere')).rejects.toThrow('documents.font-missing')
  })
})

describe('what the fonts cover', () => {
  const fonts = ['NotoSerifSC-Regular.ttf', 'NotoSansSC-Bold.ttf'].map((name) => readFileSync(join(FONTS_DIR, name)))
  const covers = readCoverage(fonts)

  it('holds rare names, signs of money and full-width punctuation, and knows what it lacks', () => {
    for (const char of '龘䶮㛃犇骉繁體①㎡℃№¥￥−〔〕，。“”—…＿AZaz09') expect([char, covers(char)]).toEqual([char, true])
    for (const char of ['𠮷', '😀', '\u202e', '\u0000', 'א']) expect([char, covers(char)]).toEqual([char, false])
  })
})

describe('a paper as one picture', () => {
  it('is one drawing however long the paper is, without page numbers and without any of its text as markup', async () => {
    const hostile = '<script>alert(1)</script>“催款”'
    const blocks: Block[] = [
      { kind: 'title', text: hostile },
      ...Array.from({ length: 60 }, (): Block => ({ kind: 'paragraph', text: hostile })),
    ]
    const { svg, substituted } = await renderSvg(paper(blocks), FONTS_DIR)
    expect(svg.startsWith('<svg')).toBe(true)
    expect(svg.match(/<svg\b/g)).toHaveLength(1)
    expect(svg).not.toMatch(/<script|<foreignObject|href="http/)
    const [, , heightPt = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(Number)
    const pageHeightPt = 842
    expect(heightPt).toBeGreaterThan(pageHeightPt)
    expect(substituted).toEqual([])
    const { footer, ...rest } = paper(blocks)
    const other = await renderSvg({ ...rest, footer: { ...footer, left: '校验码 0000' } }, FONTS_DIR)
    expect(other.svg === svg).toBe(false)
  })
})
