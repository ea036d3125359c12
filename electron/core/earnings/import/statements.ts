import { BoanError } from '../../../../shared/errors.ts'
import type {
  DecisionCounts,
  ImportCounts,
  RejectedRow,
  StatementRecord,
  StatementSums,
} from '../../../../shared/earnings/import-shapes.ts'
import type { OrderRole, StatementKind } from '../../../../shared/earnings/statements/rows.ts'
import type { Db } from '../../database/open.ts'
import { type IgnoredRun, toImportCounts } from './decisions.ts'
import { momentOf } from './line-view.ts'
import type { PlanData } from './plan.ts'
import type { TableForm } from './table.ts'
import type { TableLayout } from './table-typer.ts'

/** How a statement's rows are found in its kept file again. */
export interface StatementLayout {
  form: TableForm
  sheetNames: string[]
  table: TableLayout
}

interface StatementColumns {
  number: number
  id: string
  kind: StatementKind
  file: string
  sha256: string
  contentSha256: string
  contentName: string
  isKept: number
  preset: string
  platform: string
  role: OrderRole | null
  sheet: string
  headerRow: number
  layout: string
  saidAccount: string
  exportedAtS: number
  exportedFrom: StatementRecord['exportedFrom']
  periodFrom: string | null
  periodTo: string | null
  rows: number
  accepted: number
  repeated: number
  superseded: number
  rejected: number
  ignored: number
  decisions: string
  sums: string
  importedAt: string
  voidedAt: string | null
  voidReason: string | null
}

const statementSql = `SELECT number, id, kind, file_name AS file, sha256, content_sha256 AS contentSha256, content_name AS contentName,
  is_kept AS isKept, preset, platform, role, sheet, header_row AS headerRow, layout, said_account AS saidAccount,
  exported_at_s AS exportedAtS, exported_from AS exportedFrom, period_from AS periodFrom, period_to AS periodTo, rows,
  accepted, repeated, superseded, rejected, ignored, decisions, sums, imported_at AS importedAt, voided_at AS voidedAt,
  void_reason AS voidReason FROM statements`

/** A statement as other parts of the core use it. */
export interface StoredStatement extends StatementRecord {
  number: number
  contentSha256: string
  contentName: string
  saidAccount: string
  exportedAtS: number
  layout: StatementLayout
}

function toStatement(columns: StatementColumns): StoredStatement {
  const layout = JSON.parse(columns.layout) as StatementLayout
  return {
    number: columns.number,
    id: columns.id,
    file: columns.file,
    sha256: columns.sha256,
    contentSha256: columns.contentSha256,
    contentName: columns.contentName,
    isKept: columns.isKept === 1,
    kind: columns.kind,
    preset: columns.preset,
    platform: columns.platform,
    role: columns.role,
    encoding: layout.form.encoding,
    sheet: columns.sheet === '' ? null : columns.sheet,
    headerRow: columns.headerRow,
    saidAccount: columns.saidAccount,
    exportedAtS: columns.exportedAtS,
    exportedAt: momentOf(columns.exportedAtS),
    exportedFrom: columns.exportedFrom,
    periodFrom: columns.periodFrom,
    periodTo: columns.periodTo,
    rows: columns.rows,
    counts: {
      accepted: columns.accepted,
      repeated: columns.repeated,
      superseded: columns.superseded,
      rejected: columns.rejected,
      ignored: columns.ignored,
    },
    decisions: JSON.parse(columns.decisions) as DecisionCounts,
    sums: JSON.parse(columns.sums) as StatementSums,
    importedAt: columns.importedAt,
    voidedAt: columns.voidedAt,
    voidReason: columns.voidReason,
    layout,
  }
}

/** Statements by id, in the order of their import; all of them when no ids are named. */
export function listStatements(db: Db, ids?: readonly string[]): StoredStatement[] {
  if (ids === undefined) {
    return db.prepare<[], StatementColumns>(`${statementSql} ORDER BY number DESC`).all().map(toStatement)
  }
  return db
    .prepare<[string], StatementColumns>(
      `${statementSql} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY number DESC`,
    )
    .all(JSON.stringify(ids))
    .map(toStatement)
}

/** One statement. Throws `import.statement-unknown`. */
export function getStatement(db: Db, id: string): StoredStatement {
  const [statement] = listStatements(db, [id])
  if (statement === undefined) throw new BoanError('import.statement-unknown', { id })
  return statement
}

export function getStatementByNumber(db: Db, number: number): StoredStatement {
  const columns = db.prepare<[number], StatementColumns>(`${statementSql} WHERE number = ?`).get(number)
  if (columns === undefined) throw new BoanError('import.statement-unknown', { id: number })
  return toStatement(columns)
}

/** The statement that this very file and sheet already is, so that its rows need not be read again. */
export function findImported(
  db: Db,
  file: { sha256: string; sheet?: string; account?: string; preset?: string },
): StoredStatement | undefined {
  return db
    .prepare<[string], StatementColumns>(
      `${statementSql} WHERE sha256 = ? AND voided_at IS NULL AND kind <> 'payments' ORDER BY number`,
    )
    .all(file.sha256)
    .map(toStatement)
    .find(
      (statement) =>
        (file.sheet === undefined || file.sheet === '' || file.sheet === statement.sheet) &&
        (file.preset === undefined || file.preset === statement.preset) &&
        (file.account === undefined || file.account === '' || file.account === statement.saidAccount),
    )
}

export function nextStatementNumber(db: Db): number {
  return 1 + Number(db.prepare('SELECT coalesce(max(number), 0) FROM statements').pluck().get())
}

/** Notes an import that has been carried out. */
export function insertStatement(
  db: Db,
  plan: PlanData,
  done: { number: number; id: string; isKept: boolean; decisions: DecisionCounts; importedAt: string },
): ImportCounts {
  const { layout } = plan
  const counts = toImportCounts(done.decisions)
  const kept: StatementLayout = { form: plan.form, sheetNames: plan.sheetNames, table: layout }
  db.prepare(
    `INSERT INTO statements (number, id, kind, file_name, sha256, content_sha256, content_name, size_bytes, is_kept, preset,
       platform, role, sheet, header_row, layout, said_account, exported_at_s, exported_from, period_from, period_to, rows,
       accepted, repeated, superseded, rejected, ignored, decisions, sums, imported_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    done.number,
    done.id,
    plan.kind,
    plan.named.name,
    plan.sha256,
    plan.contentSha256,
    plan.content.name,
    plan.sizeBytes,
    Number(done.isKept),
    layout.preset.id,
    layout.preset.platform,
    layout.preset.role ?? null,
    plan.sheet,
    layout.headerLine,
    JSON.stringify(kept),
    plan.saidAccount,
    plan.exportedAtS,
    plan.exportedFrom,
    plan.periodFrom,
    plan.periodTo,
    plan.rows,
    counts.accepted,
    counts.repeated,
    counts.superseded,
    counts.rejected,
    counts.ignored,
    JSON.stringify(done.decisions),
    JSON.stringify(plan.sums),
    done.importedAt,
  )
  return counts
}

export function insertIgnored(db: Db, statement: number, runs: readonly IgnoredRun[]): void {
  const insert = db.prepare('INSERT INTO statement_ignored (statement, from_row, to_row, why) VALUES (?, ?, ?, ?)')
  for (const { from, to, why } of runs) insert.run(statement, from, to, why)
}

/** The rows a plan refused become the statement's. */
export function takeProblems(db: Db, statement: number, planId: string): void {
  db.prepare(
    `INSERT INTO statement_problems (statement, row, column_name, value, code)
     SELECT ?, row, column_name, value, code FROM import_plan_problems WHERE plan_id = ?`,
  ).run(statement, planId)
}

export function insertPlanProblems(db: Db, planId: string, problems: readonly RejectedRow[]): void {
  const insert = db.prepare(
    'INSERT INTO import_plan_problems (plan_id, row, column_name, value, code) VALUES (?, ?, ?, ?, ?)',
  )
  for (const { row, column, value, code } of problems) insert.run(planId, row, column, value, code)
}

const problemPage = 1_000

/** Refused rows of a statement or a plan, a page at a time. */
export function listProblems(
  db: Db,
  of: { statement: number } | { planId: string },
  afterRow: number,
): { rows: RejectedRow[]; next: number | null } {
  const [table, key, value] =
    'statement' in of
      ? (['statement_problems', 'statement', of.statement] as const)
      : (['import_plan_problems', 'plan_id', of.planId] as const)
  const rows = db
    .prepare<[string | number, number, number], RejectedRow>(
      `SELECT row, column_name AS column, value, code FROM ${table} WHERE ${key} = ? AND row > ? ORDER BY row LIMIT ?`,
    )
    .all(value, afterRow, problemPage)
  return { rows, next: rows.length === problemPage ? (rows.at(-1)?.row ?? null) : null }
}

/** What crosses to a window of a statement. */
export function toRecord(statement: StoredStatement): StatementRecord {
  const {
    number: _number,
    contentSha256: _sha256,
    contentName: _name,
    saidAccount: _account,
    exportedAtS: _exportedAtS,
    layout: _layout,
    ...record
  } = statement
  return record
}
