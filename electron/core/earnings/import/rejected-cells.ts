import type { Output, ParsedInput } from '../../../../shared/contract.ts'
import { buyerColumns } from '../../../../shared/earnings/statements/buyer-columns.ts'
import type { CallContext } from '../../context.ts'
import { readSomeRows } from './read-back.ts'
import { getStatement, listProblems } from './statements.ts'

/**
 * `earnings.rejectedCells`: refused rows with all their cells as they stand in the kept file, to be mended on screen; columns about
 * buyers are left out. Throws `import.file-not-kept`, `import.password-needed`.
 */
export async function listRejectedCells(
  context: CallContext,
  { statementId, afterRow }: ParsedInput<'earnings.rejectedCells'>,
): Promise<Output<'earnings.rejectedCells'>> {
  const statement = getStatement(context.db, statementId)
  const { rows: problems, next } = listProblems(context.db, { statement: statement.number }, afterRow)
  const { headerCells } = statement.layout.table
  const buyers = new Set(buyerColumns(statement.layout.table).map(({ index }) => index))
  const shown = headerCells.flatMap((_, index) => (buyers.has(index) ? [] : [index]))
  const cells = await readSomeRows(context.dataDir, statement, new Set(problems.map(({ row }) => row)))
  return {
    headers: shown.map((index) => headerCells[index]?.trim() ?? ''),
    rows: problems.map((problem) => ({
      ...problem,
      cells: shown.map((index) => cells.get(problem.row)?.[index]?.trim() ?? ''),
    })),
    account: statement.saidAccount,
    next,
  }
}
