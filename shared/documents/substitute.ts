import { unreachable } from '../errors.ts'
import type { Block, Inline, PaperDocument, Substitution } from './model.ts'

/** More than this many named characters tell a person nothing new. */
const MAX_NAMED = 200
const EXCERPT_EACH_SIDE = 8

/** Controls, format characters (bidi, zero width), surrogates, private use, unassigned: nothing a page may hide or reorder. */
const UNPRINTABLE = /^[\p{C}]$/u

/** True when a character may stand on any page: newline and tab are layout, everything invisible is not. */
export function isPrintable(char: string): boolean {
  return char === '\n' || char === '\t' || !UNPRINTABLE.test(char)
}

/** `U+20BB7` of one character. */
export function codePointName(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Replaces characters one by one and remembers which. One instance per document. */
class Replacer {
  readonly substituted: Substitution[] = []
  private readonly seen = new Set<string>()
  private readonly keeps: (char: string) => boolean

  constructor(keeps: (char: string) => boolean) {
    this.keeps = keeps
  }

  text(raw: string): string {
    const value = raw.replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    const chars = Array.from(value)
    if (chars.every((char) => this.keeps(char))) return value
    const out = chars.map((char) => (this.keeps(char) ? char : `〔${codePointName(char)}〕`))
    chars.forEach((char, index) => {
      if (!this.keeps(char)) this.remember(char, out, index)
    })
    return out.join('')
  }

  inline(value: Inline): Inline {
    if (typeof value === 'string') return this.text(value)
    return value.map((run) => ({ ...run, text: this.text(run.text) }))
  }

  rows(rows: readonly (readonly string[])[]): string[][] {
    return rows.map((row) => row.map((cell) => this.text(cell)))
  }

  private remember(char: string, out: readonly string[], index: number): void {
    const where = out.slice(Math.max(0, index - EXCERPT_EACH_SIDE), index + EXCERPT_EACH_SIDE + 1).join('')
    const key = `${char}\u0000${where}`
    if (this.seen.has(key) || this.substituted.length >= MAX_NAMED) return
    this.seen.add(key)
    this.substituted.push({ char, codePoint: codePointName(char), where })
  }
}

function substituteBlock(block: Block, replace: Replacer): Block {
  switch (block.kind) {
    case 'title':
      return {
        ...block,
        text: replace.text(block.text),
        ...(block.subtitle === undefined ? {} : { subtitle: replace.text(block.subtitle) }),
      }
    case 'heading':
      return { ...block, text: replace.text(block.text) }
    case 'paragraph':
    case 'note':
      return { ...block, text: replace.inline(block.text) }
    case 'party':
      return { ...block, heading: replace.text(block.heading), fields: block.fields.map((f) => labelled(f, replace)) }
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({
          text: replace.inline(item.text),
          ...(item.details === undefined ? {} : { details: item.details.map((line) => replace.text(line)) }),
        })),
      }
    case 'table':
      return {
        ...block,
        ...(block.caption === undefined ? {} : { caption: replace.text(block.caption) }),
        columns: block.columns.map((column) => ({ ...column, title: replace.text(column.title) })),
        rows: replace.rows(block.rows),
        ...(block.totals === undefined ? {} : { totals: replace.rows(block.totals) }),
      }
    case 'figures':
      return {
        ...block,
        items: block.items.map((item) => ({
          label: replace.text(item.label),
          value: replace.text(item.value),
          ...(item.note === undefined ? {} : { note: replace.text(item.note) }),
        })),
      }
    case 'signatures':
      return { ...block, lines: block.lines.map((line) => labelled(line, replace)) }
    case 'signing':
      return {
        ...block,
        sides: block.sides.map((side) => ({
          heading: replace.text(side.heading),
          lines: side.lines.map((line) => labelled(line, replace)),
        })),
      }
    case 'page-break':
      return block
    default:
      return unreachable(block)
  }
}

function labelled<T extends { label: string; value?: string }>(field: T, replace: Replacer): T {
  return {
    ...field,
    label: replace.text(field.label),
    ...(field.value === undefined ? {} : { value: replace.text(field.value) }),
  }
}

/**
 * The document with every character that `keeps` refuses printed as 〔U+20BB7〕, and the list of them with the text around
 * each (at most 200). Never fails: a paper is never held up by a character.
 */
export function substituteCharacters(
  document: PaperDocument,
  keeps: (char: string) => boolean,
): { document: PaperDocument; substituted: Substitution[] } {
  const replace = new Replacer((char) => isPrintable(char) && keeps(char))
  const blocks = document.blocks.map((block) => substituteBlock(block, replace))
  const result: PaperDocument = {
    ...document,
    title: replace.text(document.title),
    author: replace.text(document.author),
    header: { left: replace.text(document.header.left), right: replace.text(document.header.right) },
    footer: { left: replace.text(document.footer.left), pagePattern: replace.text(document.footer.pagePattern) },
    blocks,
  }
  return { document: result, substituted: replace.substituted }
}
