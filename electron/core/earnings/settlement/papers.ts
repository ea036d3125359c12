import type { Output, ParsedInput } from '../../../../shared/contract.ts'
import { paperContext } from '../../../../shared/disputes/papers/index.ts'
import type { PaperDocument } from '../../../../shared/documents/model.ts'
import { buildStatementPaper } from '../../../../shared/earnings/settlement-paper.ts'
import { unreachable } from '../../../../shared/errors.ts'
import type { CallContext } from '../../context.ts'
import type { Db } from '../../database/open.ts'
import { drawPaper, handOverPaper } from '../../documents/index.ts'
import { confirmationPaper } from './confirmation.ts'
import { getRun, getStatement, type StatementRecord } from './run-store.ts'

type Paper = ParsedInput<'earnings.renderStatement'>['paper']

/** A paper of a frozen statement. */
export async function statementPaper(db: Db, statement: StatementRecord, paper: Paper): Promise<PaperDocument> {
  switch (paper) {
    case 'statement':
      return buildStatementPaper(paperContext(statement.sha256), statement.content, getRun(db, statement.runId).sha256)
    case 'confirmation':
      return confirmationPaper(db, statement, getRun(db, statement.runId))
    default:
      return unreachable(paper)
  }
}

/** `earnings.renderStatement`. A paper is dated by its run, so that making it again gives the same bytes. */
export async function renderStatement(
  context: CallContext,
  { statementId, paper, format }: ParsedInput<'earnings.renderStatement'>,
): Promise<Output<'earnings.renderStatement'>> {
  const statement = getStatement(context.db, statementId)
  const moment = getRun(context.db, statement.runId).createdAt
  const document = await statementPaper(context.db, statement, paper)
  return handOverPaper(context, await drawPaper(document, format, moment), document.title, format)
}
