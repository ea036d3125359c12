import type { Block, PaperDocument } from '../../documents/model.ts'
import { type BuiltContract, paragraphText } from './built.ts'
import { contractText } from './words.ts'

export interface PaperMarks {
  /** SHA-256 (hex) of the contract's data; its first 16 digits stand on every page. Null in a draft. */
  contentSha256: string | null
}

/** A contract as the paper both sides sign; a draft says on every page that it is one. */
export function contractPaper(built: BuiltContract, marks: PaperMarks): PaperDocument {
  const t = contractText()
  const blocks: Block[] = [{ kind: 'title', text: built.title }]
  for (const clause of built.clauses) {
    blocks.push({ kind: 'heading', text: clause.heading })
    for (const paragraph of clause.paragraphs) blocks.push({ kind: 'paragraph', text: paragraphText(paragraph) })
  }
  return {
    title: built.title,
    author: built.parties[0]?.party?.name ?? '',
    page: 'portrait',
    header: { left: built.title, right: built.number ?? t('paper.draft') },
    footer: {
      left: marks.contentSha256 ?? '',
      pagePattern: t('documents:footer.page', { page: '{page}', pages: '{pages}' }),
    },
    blocks,
  }
}
