import type { PaperDocument, Substitution } from '../../../shared/documents/model.ts'
import { substituteCharacters } from '../../../shared/documents/substitute.ts'
import { openTypesetter } from './typesetter.ts'
import type { Typesetter } from './typesetter.ts'
import { toTypstData } from './typst-data.ts'
import { PAPER_TEMPLATE } from './typst-template.ts'

export interface PdfResult {
  pdf: Buffer
  pages: number
  /** Characters no shipped font has; they stand as 〔U+20BB7〕 in the paper. */
  substituted: Substitution[]
}

/** One open typesetter per fonts folder: opening reads 25 MB of fonts. */
const open = new Map<string, Promise<Typesetter>>()

function typesetterOf(fontsDir: string): Promise<Typesetter> {
  const known = open.get(fontsDir)
  if (known) return known
  const opening = openTypesetter(fontsDir)
  open.set(fontsDir, opening)
  opening.catch(() => open.delete(fontsDir))
  return opening
}

/**
 * A paper as PDF/A-2b. `moment`: UTC ISO 8601, the file's creation time; the same document and moment give the same bytes.
 * Loads Typst and the fonts at the first call. Throws `documents.font-missing`, `documents.typesetting-failed`.
 */
export async function renderPdf(document: PaperDocument, moment: string, fontsDir: string): Promise<PdfResult> {
  const typesetter = await typesetterOf(fontsDir)
  const { document: printable, substituted } = substituteCharacters(document, (char) => typesetter.covers(char))
  const createdAtSeconds = Math.floor(Date.parse(moment) / 1000)
  const { pdf, pages } = typesetter.typeset(PAPER_TEMPLATE, toTypstData(printable), createdAtSeconds)
  return { pdf, pages, substituted }
}

/**
 * A paper as one picture (SVG, glyphs as shapes) for a chat: a single page without page numbers. Throws as `renderPdf` does.
 */
export async function renderSvg(
  document: PaperDocument,
  fontsDir: string,
): Promise<{ svg: string; substituted: Substitution[] }> {
  const typesetter = await typesetterOf(fontsDir)
  const { document: printable, substituted } = substituteCharacters(document, (char) => typesetter.covers(char))
  return { svg: typesetter.draw(PAPER_TEMPLATE, toTypstData(printable, true)), substituted }
}
