/**
 * Mended rows as a file of their own: the header and the rows with every cell as it was typed, UTF-8 with BOM. It is imported as
 * any other file is; the file the rows came from stays as it is (design.md: nothing a case may depend on is overwritten).
 */
export function mendedCsv(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headers, ...rows].map((cells) => `${cells.map(quoted).join(',')}\r\n`)
  return `\ufeff${lines.join('')}`
}

function quoted(cell: string): string {
  const text = cell.replaceAll(/[\r\n\t]+/g, ' ')
  return /[",;|\s]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** `账单.xlsx` → `账单-改正3行.csv`: `words` is what stands between. */
export function mendedFileName(file: string, words: string): string {
  return `${file.replace(/\.[^.]+$/, '')}${words}.csv`
}
