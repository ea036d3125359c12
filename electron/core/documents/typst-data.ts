import { runningLine } from '../../../shared/documents/running-line.ts'
import { inlineRuns } from '../../../shared/documents/model.ts'
import type { Block, Inline, PaperDocument } from '../../../shared/documents/model.ts'
import { unreachable } from '../../../shared/errors.ts'

/** A run as the template reads it: style, then text. `\n` alone is a line break, '' a place where a line may break. */
type Token = ['n' | 's' | 'b', string]
type Cell = string | Token[]

/** A longer stretch (a hash, an address) would run out of its line or column: it may break after each so many characters. */
const LONG_IN_LINE = /[!-^`-~\u00a1-\u024f]{25,}/g
const LONG_IN_COLUMN = /[!-^`-~\u00a1-\u024f]{13,}/g
const PIECE = 12
/** A word joined so (a file's name) would leave the line before it spaced wide; it may break after each of its joints. */
const JOINED_WORD = /[!-~]*_[!-~]*/g
/** A row with a longer cell may be parted by a page's end, else one cell could be taller than the page. */
const KEEP_ROW_CHARS = 400

/** Where a line of text may break within its long words, ascending. */
function breaksIn(line: string, longWord: RegExp): number[] {
  const breaks = new Set<number>()
  for (const { index, 0: word } of line.matchAll(longWord)) {
    for (let at = PIECE; at < word.length; at += PIECE) breaks.add(index + at)
  }
  for (const { index, 0: word } of line.matchAll(JOINED_WORD)) {
    if (word.length <= PIECE) continue
    for (let at = word.indexOf('_') + 1; at > 0 && at < word.length; at = word.indexOf('_', at) + 1) {
      breaks.add(index + at)
    }
  }
  return [...breaks].toSorted((a, b) => a - b)
}

function pieces(text: string, longWord: RegExp): string[] {
  const out: string[] = []
  for (const [index, line] of text.replaceAll('\t', ' ').split('\n').entries()) {
    if (index > 0) out.push('\n')
    let from = 0
    for (const at of breaksIn(line, longWord)) {
      out.push(line.slice(from, at), '')
      from = at
    }
    if (from < line.length) out.push(line.slice(from))
  }
  return out
}

function tokens(inline: Inline): Token[] {
  return inlineRuns(inline).flatMap((run): Token[] => {
    if (run.style === 'blank') return [['b', run.text]]
    return pieces(run.text, LONG_IN_LINE).map((piece): Token => [run.style === 'strong' ? 's' : 'n', piece])
  })
}

/** A bare string where that is enough: tables of thousands of rows stay small. */
function cell(text: string, longWord = LONG_IN_LINE): Cell {
  const parts = pieces(text, longWord)
  return parts.length <= 1 ? (parts[0] ?? '') : parts.map((part): Token => ['n', part])
}

function row(cells: readonly string[], columns: number): Cell[] {
  return Array.from({ length: columns }, (_, index) => cell(cells[index] ?? '', LONG_IN_COLUMN))
}

function blockData(block: Block, next: Block | undefined): Record<string, unknown> {
  const keep = next?.kind === 'signatures' || next?.kind === 'signing'
  switch (block.kind) {
    case 'title':
      return { kind: 'title', text: tokens(block.text), subtitle: block.subtitle ? tokens(block.subtitle) : null }
    case 'heading':
      return { kind: 'heading', text: tokens(block.text) }
    case 'paragraph':
      return {
        kind: 'paragraph',
        text: tokens(block.text),
        indent: block.indent !== 'none' && (block.align ?? 'left') === 'left',
        align: block.align ?? 'left',
        keep: keep || block.keepWithNext === true,
      }
    case 'party':
      return {
        kind: 'party',
        heading: tokens(block.heading),
        fields: block.fields.map((f) => ({ label: cell(f.label), value: cell(f.value ?? ''), wide: f.wide === true })),
      }
    case 'list':
      return {
        kind: 'list',
        numbering: block.numbering === 'arabic' ? '1.' : '一、',
        items: block.items.map((item) => ({ text: tokens(item.text), details: (item.details ?? []).map(tokens) })),
        keep,
      }
    case 'table':
      return {
        kind: 'table',
        caption: block.caption ? tokens(block.caption) : null,
        small: block.size === 'small',
        columns: block.columns.map((c) => ({ title: cell(c.title), align: c.align ?? 'left', width: c.width })),
        rows: block.rows.map((r) => row(r, block.columns.length)),
        parted: block.rows.some((r) => r.some((text) => text.length > KEEP_ROW_CHARS)),
        totals: (block.totals ?? []).map((r) => row(r, block.columns.length)),
      }
    case 'figures':
      return {
        kind: 'figures',
        items: block.items.map((i) => ({
          label: cell(i.label),
          value: cell(i.value),
          note: i.note ? cell(i.note) : null,
        })),
      }
    case 'signatures':
      return {
        kind: 'signatures',
        lines: block.lines.map((line) => ({ label: cell(line.label), value: cell(line.value ?? '') })),
        keep: next?.kind === 'note',
      }
    case 'signing':
      return {
        kind: 'signing',
        sides: block.sides.map((side) => ({
          heading: cell(side.heading),
          lines: side.lines.map((line) => ({ label: cell(line.label), value: cell(line.value ?? '') })),
        })),
        keep: next?.kind === 'note',
      }
    case 'note':
      return { kind: 'note', text: tokens(block.text) }
    case 'page-break':
      return { kind: 'page-break' }
    default:
      return unreachable(block)
  }
}

/** The document as the JSON that the Typst template reads. All of a person's text is in here and nowhere else. */
export function toTypstData(document: PaperDocument, asPicture = false): string {
  const [before = '', between = '', after = ''] = document.footer.pagePattern.split(/\{page\}|\{pages\}/)
  return JSON.stringify({
    title: document.title,
    author: document.author,
    landscape: document.page === 'landscape',
    compact: document.density === 'compact',
    picture: asPicture,
    header: { left: cell(runningLine(document.header.left)), right: cell(document.header.right) },
    footer: { left: cell(document.footer.left), page: [before, between, after] },
    blocks: document.blocks.map((block, index) => blockData(block, document.blocks[index + 1])),
  })
}
