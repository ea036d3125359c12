/**
 * The one model of a paper: what it says and in which order, never how a format draws it.
 * PDF, DOCX, HTML and plain text are made from it. All text is final (already in the paper's language) and is data
 * everywhere: no format may read it as markup.
 */

/** A stretch of text. `strong` is emphasis (黑体), `blank` an open line for the hand, as wide as `text` is long at least. */
export interface Run {
  text: string
  style?: 'strong' | 'blank'
}

export type Inline = string | readonly Run[]

export interface TitleBlock {
  kind: 'title'
  text: string
  /** A line under the title, such as the cause in brackets. */
  subtitle?: string
}

export interface HeadingBlock {
  kind: 'heading'
  text: string
}

export interface ParagraphBlock {
  kind: 'paragraph'
  text: Inline
  /** `first-line`: two characters in, as Chinese papers do; `none`: flush left. Default first-line. */
  indent?: 'first-line' | 'none'
  align?: 'left' | 'right' | 'center'
  /** Stays on the page of what follows (a line before signatures). */
  keepWithNext?: boolean
}

/** A field of a party; without a value the cell stays open for the hand. `wide` takes the whole row. */
export interface PartyField {
  label: string
  value?: string
  wide?: boolean
}

export interface PartyBlock {
  kind: 'party'
  heading: string
  fields: readonly PartyField[]
}

/** Numbered demands or reasons: 1. 2. 3. or 一、二、. `details` stand under the item, smaller. */
export interface ListBlock {
  kind: 'list'
  numbering: 'arabic' | 'chinese'
  items: readonly { text: Inline; details?: readonly string[] }[]
}

export interface TableColumn {
  title: string
  align?: 'left' | 'right' | 'center'
  /** Share of the width, relative to the other columns. */
  width: number
}

export interface TableBlock {
  kind: 'table'
  caption?: string
  columns: readonly TableColumn[]
  /** One string per column; '' is an empty cell. */
  rows: readonly (readonly string[])[]
  /** Rows of sums at the end, printed strong and kept with the last row. */
  totals?: readonly (readonly string[])[]
  /** `small` for sheets of many columns. */
  size?: 'normal' | 'small'
}

/** Key figures of a summary: the first is drawn largest. */
export interface FiguresBlock {
  kind: 'figures'
  items: readonly { label: string; value: string; note?: string }[]
}

/** Lines to sign, at the right, never parted and never alone on a page. Without a value the line stays open. */
export interface SignaturesBlock {
  kind: 'signatures'
  lines: readonly { label: string; value?: string }[]
}

/** Where the sides of a contract sign, beside each other, never parted by a page's end. Without a value a line stays open. */
export interface SigningBlock {
  kind: 'signing'
  sides: readonly { heading: string; lines: readonly { label: string; value?: string }[] }[]
}

/** Small print under a rule: what a paper proves, how it was made. */
export interface NoteBlock {
  kind: 'note'
  text: Inline
}

export interface PageBreakBlock {
  kind: 'page-break'
}

export type Block =
  | TitleBlock
  | HeadingBlock
  | ParagraphBlock
  | PartyBlock
  | ListBlock
  | TableBlock
  | FiguresBlock
  | SignaturesBlock
  | SigningBlock
  | NoteBlock
  | PageBreakBlock

export interface PaperDocument {
  /** Title in the file's own data and in the window's tab. */
  title: string
  author: string
  page: 'portrait' | 'landscape'
  /** `compact`: smaller type and closer lines, for sheets of tables and what must fit one page. Default normal. */
  density?: 'normal' | 'compact'
  header: { left: string; right: string }
  footer: {
    left: string
    /** The page count with `{page}` and `{pages}` where the numbers go. */
    pagePattern: string
  }
  blocks: readonly Block[]
}

/** A character that no shipped font has, and the piece of text in which it stood. */
export interface Substitution {
  char: string
  /** `U+20BB7` */
  codePoint: string
  where: string
}

/** An inline as runs, a bare string being one. */
export function inlineRuns(inline: Inline): readonly Run[] {
  return typeof inline === 'string' ? [{ text: inline }] : inline
}
