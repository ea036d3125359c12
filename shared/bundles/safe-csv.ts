/** A cell of a table that leaves the computer. Amounts are given as text in yuan, ids as text. */
export type CsvCell = string | number | null

/** Excel and LibreOffice run a cell that begins so; full-width forms are turned into the plain ones by some of them. */
const formulaStart = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]/
const plainNumber = /^[-+]?\d+(?:\.\d+)?$/
/** A reader that splits at another sign than the comma starts a new cell there. */
const formulaInside = /([;,|][\s\u200b\ufeff]*["']?)(?=[=+\-@＝＋－＠])/g

/**
 * Lines of a CSV file (comma, CRLF, UTF-8 with BOM: Excel then reads Chinese rightly) in pieces, so that a million rows need no
 * memory. No cell can run as a formula: what looks like one gets an apostrophe before it; line ends and tabs become spaces.
 */
export function* csvPieces(header: readonly string[], rows: Iterable<readonly CsvCell[]>): Generator<string> {
  let piece = `\ufeff${csvLine(header)}`
  for (const row of rows) {
    piece += csvLine(row)
    if (piece.length < 64 * 1024) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = safeText(cell)
  return /[",;|\s']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function safeText(cell: string): string {
  const line = cell.toWellFormed().replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
  if (plainNumber.test(line)) return line
  const inside = line.replaceAll(formulaInside, "$1'")
  return formulaStart.test(inside) ? `'${inside}` : inside
}
