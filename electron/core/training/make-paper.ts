import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OutgoingFile } from '../../../shared/call.ts'
import { renderHtml } from '../../../shared/documents/html.ts'
import type { PaperDocument } from '../../../shared/documents/model.ts'
import { appRoot } from '../../app-root.ts'
import type { CallContext } from '../context.ts'

const fontsDir = join(appRoot, 'resources', 'fonts')

/** Draws a paper in a format, as a file to fetch; HTML comes as text too, for the window. Loads what the format needs. */
export async function makePaper(
  context: CallContext,
  paper: PaperDocument,
  name: string,
  format: 'pdf' | 'docx' | 'html',
): Promise<{ file: OutgoingFile; text: string | null }> {
  const text = format === 'html' ? renderHtml(paper) : null
  const draft = context.outgoing(`${name}.${format}`)
  writeFileSync(draft.path, text ?? (await draw(paper, format, context.now())), { mode: 0o600 })
  return { file: draft.finish(), text }
}

async function draw(paper: PaperDocument, format: 'pdf' | 'docx' | 'html', moment: string): Promise<Buffer> {
  const { renderDocx, renderPdf } = await import('../documents/index.ts')
  return format === 'pdf' ? (await renderPdf(paper, moment, fontsDir)).pdf : (await renderDocx(paper, moment)).docx
}
