import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OutgoingFile } from '../../../shared/call.ts'
import { renderHtml } from '../../../shared/documents/html.ts'
import type { PaperDocument, Substitution } from '../../../shared/documents/model.ts'
import { renderPlainText } from '../../../shared/documents/plain-text.ts'
import { unreachable } from '../../../shared/errors.ts'
import { appRoot } from '../../app-root.ts'
import type { CallContext } from '../context.ts'

const fontsDir = join(appRoot, 'resources', 'fonts')

export type PaperFormat = 'pdf' | 'docx' | 'html' | 'text' | 'svg'

export interface DrawnPaper {
  bytes: Buffer
  /** The paper as text, HTML or SVG, for these formats. */
  text: string | null
  pages: number | null
  /** Characters that no font has and that are printed by their code. */
  substituted: Substitution[]
}

/**
 * Draws a paper in a format. The same paper and moment (UTC) give the same bytes. What a format needs, Typst above all, is loaded
 * with the first paper of that format. Throws what `renderPdf` throws.
 */
export async function drawPaper(paper: PaperDocument, format: PaperFormat, moment: string): Promise<DrawnPaper> {
  switch (format) {
    case 'pdf': {
      const { renderPdf } = await import('./pdf.ts')
      const { pdf, pages, substituted } = await renderPdf(paper, moment, fontsDir)
      return { bytes: pdf, text: null, pages, substituted }
    }
    case 'docx': {
      const { renderDocx } = await import('./docx.ts')
      const { docx, substituted } = await renderDocx(paper, moment)
      return { bytes: docx, text: null, pages: null, substituted }
    }
    case 'svg': {
      const { renderSvg } = await import('./pdf.ts')
      const { svg, substituted } = await renderSvg(paper, fontsDir)
      return { ...textPaper(svg), pages: 1, substituted }
    }
    case 'html':
      return textPaper(renderHtml(paper))
    case 'text':
      return textPaper(renderPlainText(paper))
    default:
      return unreachable(format)
  }
}

/** A text as a paper that is drawn already. */
export function textPaper(text: string): DrawnPaper {
  return { bytes: Buffer.from(text, 'utf8'), text, pages: null, substituted: [] }
}

const extensions: Record<PaperFormat, string> = { pdf: 'pdf', docx: 'docx', html: 'html', text: 'txt', svg: 'svg' }

/** Puts a drawn paper where the person fetches it; `name` has no ending. */
export function handOverPaper(
  context: CallContext,
  drawn: DrawnPaper,
  name: string,
  format: PaperFormat,
): Omit<DrawnPaper, 'bytes'> & { file: OutgoingFile } {
  const draft = context.outgoing(`${name}.${extensions[format]}`)
  writeFileSync(draft.path, drawn.bytes, { mode: 0o600 })
  return { file: draft.finish(), text: drawn.text, pages: drawn.pages, substituted: drawn.substituted }
}
