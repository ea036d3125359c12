import {
  Document,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import { runningLine } from '../../../shared/documents/running-line.ts'
import type { PaperDocument, Substitution } from '../../../shared/documents/model.ts'
import { substituteCharacters } from '../../../shared/documents/substitute.ts'
import { blockElements } from './docx-blocks.ts'
import { COMPACT_LINE_TWIPS, FAINT, FONT, LINE_TWIPS, pageGeometry } from './docx-style.ts'
import { fixDocxTimes } from './docx-package.ts'

export interface DocxResult {
  docx: Buffer
  /** Invisible characters printed as 〔U+202E〕; visible ones are left to the fonts of the reader's computer. */
  substituted: Substitution[]
}

function smallRun(children: (string | Tab)[]): TextRun {
  return new TextRun({ children, size: 18, color: FAINT })
}

function header(document: PaperDocument, contentTwips: number): Header {
  const paragraph = new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: contentTwips }],
    border: { bottom: { style: 'single', size: 4, color: 'BEBEBE', space: 3 } },
    children: [smallRun([runningLine(document.header.left), new Tab(), document.header.right])],
  })
  return new Header({ children: [paragraph] })
}

function footer(document: PaperDocument, contentTwips: number): Footer {
  const [before = '', between = '', after = ''] = document.footer.pagePattern.split(/\{page\}|\{pages\}/)
  const numbers = [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after]
  const paragraph = new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: contentTwips }],
    children: [smallRun([document.footer.left, new Tab()]), new TextRun({ children: numbers, size: 18, color: FAINT })],
  })
  return new Footer({ children: [paragraph] })
}

/**
 * A paper as DOCX, to be worked on in Word or WPS. `moment`: UTC ISO 8601; the same document and moment give the same
 * bytes.
 */
export async function renderDocx(document: PaperDocument, moment: string): Promise<DocxResult> {
  const { document: printable, substituted } = substituteCharacters(document, () => true)
  const page = pageGeometry(printable.page)
  const compact = printable.density === 'compact'
  const file = new Document({
    title: printable.title,
    creator: printable.author,
    lastModifiedBy: printable.author,
    styles: {
      default: {
        document: {
          run: { font: FONT, size: compact ? 21 : 24, language: { value: 'en-US', eastAsia: 'zh-CN' } },
          paragraph: { spacing: { line: compact ? COMPACT_LINE_TWIPS : LINE_TWIPS, lineRule: LineRuleType.EXACT } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: page.paperWidthTwips,
              height: page.paperHeightTwips,
              orientation: printable.page === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: page.marginTwips,
          },
        },
        headers: { default: header(printable, page.contentTwips) },
        footers: { default: footer(printable, page.contentTwips) },
        children: printable.blocks.flatMap((block, index) =>
          blockElements(block, printable.blocks[index + 1], page.contentTwips),
        ),
      },
    ],
  })
  return { docx: await fixDocxTimes(await Packer.toBuffer(file), moment), substituted }
}
