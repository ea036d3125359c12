import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Output, ParsedInput } from '../../../../shared/contract.ts'
import { paperContext } from '../../../../shared/disputes/papers/index.ts'
import { renderHtml } from '../../../../shared/documents/html.ts'
import type { PaperDocument, Substitution } from '../../../../shared/documents/model.ts'
import { buildStatementPaper } from '../../../../shared/earnings/settlement-paper.ts'
import { unreachable } from '../../../../shared/errors.ts'
import { appRoot } from '../../../app-root.ts'
import type { CallContext } from '../../context.ts'
import type { Db } from '../../database/open.ts'
import { confirmationPaper } from './confirmation.ts'
import { getRun, getStatement, type StatementRecord } from './run-store.ts'

const fontsDir = join(appRoot, 'resources', 'fonts')

type Paper = ParsedInput<'earnings.renderStatement'>['paper']

/** A paper of a frozen statement. */
export function statementPaper(db: Db, statement: StatementRecord, paper: Paper): PaperDocument {
  switch (paper) {
    case 'statement':
      return buildStatementPaper(paperContext(statement.sha256), statement.content, getRun(db, statement.runId).sha256)
    case 'confirmation':
      return confirmationPaper(db, statement, getRun(db, statement.runId))
    default:
      return unreachable(paper)
  }
}

/** A paper as PDF; the same paper and moment give the same bytes. */
export async function drawPdf(
  paper: PaperDocument,
  moment: string,
): Promise<{ pdf: Buffer; pages: number; substituted: Substitution[] }> {
  const { renderPdf } = await import('../../documents/index.ts')
  return renderPdf(paper, moment, fontsDir)
}

/** `earnings.renderStatement`. A paper is dated by its run, so that making it again gives the same bytes. */
export async function renderStatement(
  context: CallContext,
  { statementId, paper, format }: ParsedInput<'earnings.renderStatement'>,
): Promise<Output<'earnings.renderStatement'>> {
  const statement = getStatement(context.db, statementId)
  const moment = getRun(context.db, statement.runId).createdAt
  const document = statementPaper(context.db, statement, paper)
  const drawn = await draw(document, format, moment)
  const draft = context.outgoing(`${document.title}.${format}`)
  writeFileSync(draft.path, drawn.bytes, { mode: 0o600 })
  const { text, pages, substituted } = drawn
  return { file: draft.finish(), text, pages, substituted }
}

interface Drawn {
  bytes: Buffer
  text: string | null
  pages: number | null
  substituted: Substitution[]
}

async function draw(paper: PaperDocument, format: 'pdf' | 'docx' | 'html', moment: string): Promise<Drawn> {
  switch (format) {
    case 'pdf': {
      const { pdf, pages, substituted } = await drawPdf(paper, moment)
      return { bytes: pdf, text: null, pages, substituted }
    }
    case 'docx': {
      const { renderDocx } = await import('../../documents/index.ts')
      const { docx, substituted } = await renderDocx(paper, moment)
      return { bytes: docx, text: null, pages: null, substituted }
    }
    case 'html': {
      const text = renderHtml(paper)
      return { bytes: Buffer.from(text, 'utf8'), text, pages: null, substituted: [] }
    }
    default:
      return unreachable(format)
  }
}
