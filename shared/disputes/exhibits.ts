/** A piece of evidence in its place: 证据1…n, and its pages in the one page count through all evidence. */
export interface PageRange {
  first: number
  last: number
}

/**
 * Where each exhibit's pages lie when all evidence is bound together in the given order (reference/forms.md 5); null for what has
 * no pages (a recording, a spreadsheet).
 */
export function pageRanges(exhibits: readonly { pages: number | null }[]): (PageRange | null)[] {
  let next = 1
  return exhibits.map(({ pages }) => {
    if (pages === null) return null
    const range = { first: next, last: next + pages - 1 }
    next += pages
    return range
  })
}

/** `3` or `3–7`, empty for what has no pages. */
export function pageRangeText(range: PageRange | null): string {
  if (range === null) return ''
  return range.first === range.last ? String(range.first) : `${range.first}–${range.last}`
}
