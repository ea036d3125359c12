import { paperContext } from '../../../../shared/disputes/papers/index.ts'
import type { PaperDocument } from '../../../../shared/documents/model.ts'
import { buildStatementPaper } from '../../../../shared/earnings/settlement-paper.ts'
import type { Db } from '../../database/open.ts'
import type { RunRecord, StatementRecord } from './run-store.ts'

export function confirmationPaper(_db: Db, statement: StatementRecord, run: RunRecord): PaperDocument {
  return buildStatementPaper(paperContext(statement.sha256), statement.content, run.sha256)
}
