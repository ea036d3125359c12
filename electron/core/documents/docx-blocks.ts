import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  LineRuleType,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { IParagraphOptions } from 'docx'
import { inlineRuns } from '../../../shared/documents/model.ts'
import { chineseNumber } from '../../../shared/documents/numbering.ts'
import type {
  Block,
  FiguresBlock,
  Inline,
  PartyBlock,
  SignaturesBlock,
  SigningBlock,
  TableBlock,
} from '../../../shared/documents/model.ts'
import { unreachable } from '../../../shared/errors.ts'
import { FAINT, FONT, STRONG_FONT } from './docx-style.ts'

interface RunLook {
  /** Half points, as Word counts. */
  size?: number
  strong?: boolean
  color?: string
  /** How long an open line is at least. */
  openChars?: number
}

const LABEL_FILL = 'F6F6F6'
const HEAD_FILL = 'ECECEC'
const SINGLE_LINES = { line: 240, lineRule: LineRuleType.AUTO }
const LIST_INDENT = 440
const OPEN_LINE_CHARS = 28
/** Of a line in half the page's width. */
const OPEN_SIDE_CHARS = 16

function lineRuns(text: string, look: RunLook, underline: boolean): TextRun[] {
  return text.split('\n').map(
    (line, index) =>
      new TextRun({
        text: line,
        ...(index > 0 ? { break: 1 } : {}),
        font: look.strong === true ? STRONG_FONT : FONT,
        ...(look.strong === true ? { bold: true } : {}),
        ...(look.size === undefined ? {} : { size: look.size }),
        ...(look.color === undefined ? {} : { color: look.color }),
        ...(underline ? { underline: {} } : {}),
      }),
  )
}

function runs(inline: Inline, look: RunLook = {}): TextRun[] {
  return inlineRuns(inline).flatMap((run) => {
    if (run.style === 'blank') return lineRuns(run.text.padEnd(look.openChars ?? OPEN_LINE_CHARS, '\u00a0'), look, true)
    return lineRuns(run.text, { ...look, strong: look.strong === true || run.style === 'strong' }, false)
  })
}

function cellParagraph(text: Inline, look: RunLook, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ spacing: { ...SINGLE_LINES, before: 40, after: 40 }, ...options, children: runs(text, look) })
}

function alignment(align: 'left' | 'right' | 'center' | undefined): 'left' | 'right' | 'center' {
  return align ?? 'left'
}

function spacer(twips: number): Paragraph {
  return new Paragraph({ spacing: { line: twips, lineRule: LineRuleType.EXACT }, children: [] })
}

function gridTable(widths: readonly number[], rows: TableRow[]): Table {
  return new Table({
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    margins: { left: 90, right: 90, top: 20, bottom: 20 },
    rows,
  })
}

function partyElements(block: PartyBlock, contentTwips: number): (Paragraph | Table)[] {
  const wideLabel = 1960
  const narrowLabel = 1500
  const rest = contentTwips - wideLabel - narrowLabel
  const widths = [wideLabel, Math.round(rest / 2), narrowLabel, rest - Math.round(rest / 2)]
  const look = { size: 22 }
  const heading = new TableCell({
    columnSpan: 4,
    shading: { fill: HEAD_FILL },
    children: [cellParagraph(block.heading, { ...look, strong: true }, { keepNext: true })],
  })
  const rows = [new TableRow({ cantSplit: true, children: [heading] })]
  let pending: TableCell[] = []
  const flush = (): void => {
    if (pending.length === 2) pending.push(new TableCell({ columnSpan: 2, children: [cellParagraph('', look)] }))
    if (pending.length > 0) rows.push(new TableRow({ cantSplit: true, children: pending }))
    pending = []
  }
  for (const field of block.fields) {
    const label = new TableCell({ shading: { fill: LABEL_FILL }, children: [cellParagraph(field.label, look)] })
    const wide = field.wide === true
    const value = new TableCell({ columnSpan: wide ? 3 : 1, children: [cellParagraph(field.value ?? '', look)] })
    if (wide || pending.length === 4) flush()
    if (wide) rows.push(new TableRow({ cantSplit: true, children: [label, value] }))
    else pending.push(label, value)
  }
  flush()
  return [gridTable(widths, rows), spacer(200)]
}

function tableElements(block: TableBlock, contentTwips: number): (Paragraph | Table)[] {
  const size = block.size === 'small' ? 17 : 21
  const shares = block.columns.reduce((sum, column) => sum + column.width, 0)
  const widths = block.columns.map((column) => Math.floor((contentTwips * column.width) / shares))
  const bodyRow = (cells: readonly string[], strong: boolean): TableRow =>
    new TableRow({
      cantSplit: !cells.some((text) => text.length > 400),
      children: block.columns.map(
        (column, index) =>
          new TableCell({
            verticalAlign: VerticalAlignTable.CENTER,
            ...(strong ? { shading: { fill: LABEL_FILL } } : {}),
            children: [cellParagraph(cells[index] ?? '', { size, strong }, { alignment: alignment(column.align) })],
          }),
      ),
    })
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.columns.map(
      (column) =>
        new TableCell({
          shading: { fill: HEAD_FILL },
          verticalAlign: VerticalAlignTable.CENTER,
          children: [cellParagraph(column.title, { size, strong: true }, { alignment: AlignmentType.CENTER })],
        }),
    ),
  })
  const caption =
    block.caption === undefined ? [] : [cellParagraph(block.caption, { size, strong: true }, { keepNext: true })]
  const rows = [
    head,
    ...block.rows.map((cells) => bodyRow(cells, false)),
    ...(block.totals ?? []).map((cells) => bodyRow(cells, true)),
  ]
  return [...caption, gridTable(widths, rows), spacer(200)]
}

function figureBox(item: FiguresBlock['items'][number], size: number, span: number): TableCell {
  return new TableCell({
    columnSpan: span,
    children: [
      cellParagraph(item.label, { size: 20, color: FAINT }),
      cellParagraph(item.value, { size, strong: true }),
      ...(item.note === undefined ? [] : [cellParagraph(item.note, { size: 19, color: FAINT })]),
    ],
  })
}

function figuresElements(block: FiguresBlock, contentTwips: number): (Paragraph | Table)[] {
  const [first, ...others] = block.items
  if (!first) return []
  const columns = Math.max(1, Math.min(3, others.length))
  const widths = Array.from({ length: columns }, () => Math.floor(contentTwips / columns))
  const rows = [new TableRow({ cantSplit: true, children: [figureBox(first, 40, columns)] })]
  for (let at = 0; at < others.length; at += columns) {
    const cells = others.slice(at, at + columns).map((item) => figureBox(item, 26, 1))
    while (cells.length < columns) cells.push(new TableCell({ children: [cellParagraph('', {})] }))
    rows.push(new TableRow({ cantSplit: true, children: cells }))
  }
  return [gridTable(widths, rows), spacer(200)]
}

/** Paragraphs, not a table: LibreOffice does not keep a line with a table that follows it. */
function signaturesElements(block: SignaturesBlock): Paragraph[] {
  const last = block.lines.length - 1
  return block.lines.map((line, index) => {
    const open = line.value === undefined || line.value === ''
    const signed: Inline = open ? [{ text: '', style: 'blank' }] : [{ text: line.value ?? '' }]
    return new Paragraph({
      alignment: AlignmentType.RIGHT,
      keepNext: index < last,
      keepLines: true,
      spacing: { ...SINGLE_LINES, before: index === 0 ? 440 : 200 },
      children: [...runs(line.label), ...runs(signed)],
    })
  })
}

/** The sides beside each other, in a table without lines: the only way Word keeps two columns together. */
function signingElements(block: SigningBlock, contentTwips: number): (Paragraph | Table)[] {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const borders = { top: none, bottom: none, left: none, right: none }
  const look = { openChars: OPEN_SIDE_CHARS }
  const cells = block.sides.map((side) => {
    const lines = side.lines.map(({ label, value }) => {
      const open = value === undefined || value === ''
      const signed: Inline = open ? [{ text: '', style: 'blank' }] : [{ text: value }]
      return new Paragraph({
        spacing: { ...SINGLE_LINES, before: 220 },
        children: [...runs(label), ...runs(signed, look)],
      })
    })
    return new TableCell({ borders, children: [cellParagraph(side.heading, { strong: true }), ...lines] })
  })
  const width = Math.floor(contentTwips / block.sides.length)
  const table = new Table({
    columnWidths: block.sides.map(() => width),
    layout: TableLayoutType.FIXED,
    width: { size: width * block.sides.length, type: WidthType.DXA },
    rows: [new TableRow({ cantSplit: true, children: cells })],
  })
  return [spacer(240), table, spacer(200)]
}

/** The Word elements of one block; `next` tells whether it must stay with signatures that follow. */
export function blockElements(block: Block, next: Block | undefined, contentTwips: number): (Paragraph | Table)[] {
  const keepNext = next?.kind === 'signatures'
  switch (block.kind) {
    case 'title':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          alignment: AlignmentType.CENTER,
          spacing: { ...SINGLE_LINES, after: block.subtitle === undefined ? 280 : 100 },
          children: runs(block.text, { size: 40, strong: true, color: '1A1A1A' }),
        }),
        ...(block.subtitle === undefined
          ? []
          : [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                spacing: { after: 240 },
                children: runs(block.subtitle),
              }),
            ]),
      ]
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
          keepNext: true,
          spacing: { ...SINGLE_LINES, before: 240, after: 120 },
          children: runs(block.text, { size: 25, strong: true, color: '1A1A1A' }),
        }),
      ]
    case 'paragraph': {
      const align = alignment(block.align)
      const indented = block.indent !== 'none' && align === 'left'
      return [
        new Paragraph({
          alignment: align === 'left' ? AlignmentType.BOTH : align,
          keepNext: keepNext || block.keepWithNext === true,
          ...(indented ? { indent: { firstLine: 480 } } : {}),
          children: runs(block.text),
        }),
      ]
    }
    case 'list':
      return block.items.flatMap((item, index) => {
        const number = block.numbering === 'arabic' ? `${index + 1}.` : `${chineseNumber(index + 1)}、`
        const indent = { left: LIST_INDENT, hanging: LIST_INDENT }
        return [
          new Paragraph({
            indent,
            tabStops: [{ type: 'left', position: LIST_INDENT }],
            keepNext: keepNext && index === block.items.length - 1,
            children: [...runs(`${number}\t`), ...runs(item.text)],
          }),
          ...(item.details ?? []).map(
            (line) =>
              new Paragraph({
                indent: { left: LIST_INDENT },
                spacing: SINGLE_LINES,
                children: runs(line, { size: 21, color: FAINT }),
              }),
          ),
        ]
      })
    case 'party':
      return partyElements(block, contentTwips)
    case 'table':
      return tableElements(block, contentTwips)
    case 'figures':
      return figuresElements(block, contentTwips)
    case 'signatures':
      return signaturesElements(block)
    case 'signing':
      return signingElements(block, contentTwips)
    case 'note':
      return [
        new Paragraph({
          spacing: { ...SINGLE_LINES, before: 240 },
          border: { top: { style: BorderStyle.SINGLE, size: 4, color: 'BEBEBE', space: 4 } },
          children: runs(block.text, { size: 18, color: FAINT }),
        }),
      ]
    case 'page-break':
      return [new Paragraph({ children: [new PageBreak()] })]
    default:
      return unreachable(block)
  }
}
