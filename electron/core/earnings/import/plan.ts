import type { DecisionCounts, StatementSums } from '../../../../shared/earnings/import-shapes.ts'
import type { StatementKind } from '../../../../shared/earnings/statements/rows.ts'
import { sha256Text } from '../../audit/journal.ts'
import { readMeta, writeMeta } from '../../database/meta.ts'
import type { Db } from '../../database/open.ts'
import type { IgnoredRun } from './decisions.ts'
import type { NamedFile } from './file.ts'
import type { TableForm } from './table.ts'
import type { TableLayout } from './table-typer.ts'

/** What a preview decided, kept until it is carried out; the decisions per row lie beside it. */
export interface PlanData {
  /** The same for the same file, sheet and choices: what states of the ledger are reckoned from. */
  changeId: string
  named: NamedFile
  content: NamedFile
  sha256: string
  contentSha256: string
  sizeBytes: number
  kind: StatementKind
  form: TableForm
  sheet: string
  sheetNames: string[]
  layout: TableLayout
  saidAccount: string
  exportedAtS: number
  exportedFrom: 'person' | 'preamble' | 'name' | 'rows'
  periodFrom: string | null
  periodTo: string | null
  rows: number
  decisions: DecisionCounts
  sums: StatementSums
  ignored: IgnoredRun[]
  /** Rows (by their number below the header, from 0) that are not the first of their natural key: `[row, occurrence]`. */
  occurrences: [number, number][]
  /** Of payment lists: rows that the preview proposes to leave out, and lines whose rows the preview proposes to keep. */
  notTicked: number
  proposed: number[]
  /** The statement that this very file is already; the plan then does nothing. */
  alreadyImported: string | null
}

export interface StoredPlan {
  id: string
  baseState: string
  data: PlanData
  packedDecisions: Uint8Array
}

const stateKey = 'imports_state'

/** A text that is another one after every change of imported data. Plans are made for one state. */
export function importState(db: Db): string {
  return readMeta(db, stateKey) ?? ''
}

/** The state that carrying out a plan (or another change with this id) leads to; known before it happens. */
export function stateAfter(state: string, changeId: string): string {
  return sha256Text(`${state}\n${changeId}`)
}

export function advanceState(db: Db, changeId: string): void {
  writeMeta(db, stateKey, stateAfter(importState(db), changeId))
}

export function storePlan(db: Db, plan: StoredPlan, madeAt: string): void {
  db.prepare(
    `INSERT INTO import_plans (id, made_at, base_state, plan, decisions) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET base_state = excluded.base_state, plan = excluded.plan, decisions = excluded.decisions`,
  ).run(plan.id, madeAt, plan.baseState, JSON.stringify(plan.data), plan.packedDecisions)
}

export function loadPlan(db: Db, id: string): StoredPlan | undefined {
  const row = db
    .prepare<[string], { baseState: string; plan: string; decisions: Uint8Array }>(
      'SELECT base_state AS baseState, plan, decisions FROM import_plans WHERE id = ?',
    )
    .get(id)
  if (row === undefined) return undefined
  return { id, baseState: row.baseState, data: JSON.parse(row.plan) as PlanData, packedDecisions: row.decisions }
}

/** Plans are for now: those of an earlier day are forgotten when a new one is made. */
export function dropOldPlans(db: Db, before: string): void {
  db.prepare('DELETE FROM import_plans WHERE made_at < ?').run(before)
}

export function dropPlan(db: Db, id: string): void {
  db.prepare('DELETE FROM import_plans WHERE id = ?').run(id)
}
