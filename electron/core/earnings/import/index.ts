/** The import as other parts of the core use it: its calls, its readers of tables, statements and their rows, and sessions linked to lines. */
export { cellKinds } from './cells.ts'
export { inspectFile } from './file.ts'
export { guessHeader } from './layout.ts'
export { openTable, type Table } from './table.ts'
export { importHandlers } from './handlers.ts'
export { keptFileOf, readStatementRows, readWholeRow } from './read-back.ts'
export { linkSession } from './session-links.ts'
export {
  getStatement,
  getStatementByNumber,
  listStatements,
  type StatementLayout,
  type StoredStatement,
} from './statements.ts'
