/** The import as other parts of the core use it: its calls, statements and their rows, and sessions linked to lines. */
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
