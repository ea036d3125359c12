import {
  passCycle,
  type Carried,
  type CycleFigures,
  type FoldState,
  type SettleableFigures,
} from '../../../../shared/earnings/index.ts'
import { readMeta, writeMeta } from '../../database/meta.ts'
import type { Db } from '../../database/open.ts'
import { newUuid } from '../../ids.ts'

/** Figures of a cycle as they are kept: everything of `CycleFigures` but what explains them. */
export type KeptFigures = Omit<CycleFigures, 'steps' | 'dueFormula' | 'deductions'>

type FigureRow = [
  cycle: string,
  fromDay: number,
  toDay: number,
  dueDay: number | null,
  grossFen: number,
  expectedFen: number,
  withheldFen: number,
  acknowledgedFen: number | null,
  deductedFen: number,
  allowedFen: number,
  guaranteeBalanceFen: number,
  missing: number,
  carried: string,
]

const figureColumns = `cycle, from_day, to_day, due_day, gross_fen, expected_fen, withheld_fen, acknowledged_fen, deducted_fen,
  allowed_fen, guarantee_balance_fen, missing, carried`

function toFigures(row: FigureRow): KeptFigures {
  return {
    cycle: row[0],
    fromDay: row[1],
    toDay: row[2],
    dueDay: row[3] ?? undefined,
    grossFen: row[4],
    expectedFen: row[5],
    withheldFen: row[6],
    acknowledgedFen: row[7],
    deductedFen: row[8],
    allowedFen: row[9],
    guaranteeBalanceFen: row[10],
    missing: row[11],
    carried: (JSON.parse(row[12]) as [string, number, number, number][]).map(
      ([id, inFen, basisFen, outFen]): Carried => ({ id, inFen, basisFen, outFen }),
    ),
  }
}

/** What is kept of an agreement, in order of time. */
export function loadFigures(db: Db, agreementId: string): KeptFigures[] {
  return db
    .prepare<[string], FigureRow>(`SELECT ${figureColumns} FROM cycle_figures WHERE agreement_id = ? ORDER BY position`)
    .raw()
    .all(agreementId)
    .map(toFigures)
}

/** Names the state of all kept figures: what was made of them serves until it changes. */
export function figuresState(db: Db): string {
  return readMeta(db, 'figures_state') ?? ''
}

/** A name that was never there, so that a command that is rolled back leaves none that another one takes again. */
function noteFigures(db: Db): void {
  writeMeta(db, 'figures_state', newUuid(Date.now()))
}

/** Replaces what is kept from a position on. */
export function replaceFigures(db: Db, agreementId: string, position: number, figures: readonly KeptFigures[]): void {
  noteFigures(db)
  db.prepare('DELETE FROM cycle_figures WHERE agreement_id = ? AND position >= ?').run(agreementId, position)
  const insert = db.prepare(
    `INSERT INTO cycle_figures (agreement_id, position, ${figureColumns}) VALUES (${Array(15).fill('?').join(', ')})`,
  )
  figures.forEach((one, at) =>
    insert.run(
      agreementId,
      position + at,
      one.cycle,
      one.fromDay,
      one.toDay,
      one.dueDay ?? null,
      one.grossFen,
      one.expectedFen,
      one.withheldFen,
      one.acknowledgedFen,
      one.deductedFen,
      one.allowedFen,
      one.guaranteeBalanceFen,
      one.missing,
      JSON.stringify(one.carried.map(({ id, inFen, basisFen, outFen }) => [id, inFen, basisFen, outFen])),
    ),
  )
}

/** The state after kept cycles, to fold on from there. */
export function stateAfter(state: FoldState, figures: readonly KeptFigures[]): FoldState {
  for (const one of figures) passCycle(state, one)
  return state
}

/** What a list of the ledger needs of a cycle; read for thousands of cycles at once, so without what is carried. */
export interface ListedFigures extends SettleableFigures {
  fromDay: number
  missing: number
}

type ListedRow = [
  agreementId: string,
  cycle: string,
  fromDay: number,
  toDay: number,
  dueDay: number | null,
  expectedFen: number,
  withheldFen: number,
  acknowledgedFen: number | null,
  deductedFen: number,
  allowedFen: number,
  missing: number,
]

/** Kept cycles of some agreements that begin on or before a day, by agreement, in order of time. */
export function listFigures(
  db: Db,
  agreementIds: readonly string[],
  lastFromDay: number,
): Map<string, ListedFigures[]> {
  const rows = db
    .prepare<[string, number], ListedRow>(
      `SELECT agreement_id, cycle, from_day, to_day, due_day, expected_fen, withheld_fen, acknowledged_fen, deducted_fen,
         allowed_fen, missing
       FROM cycle_figures WHERE agreement_id IN (SELECT value FROM json_each(?)) AND from_day <= ?
       ORDER BY agreement_id, position`,
    )
    .raw()
    .all(JSON.stringify(agreementIds), lastFromDay)
  const byAgreement = new Map<string, ListedFigures[]>()
  let agreementId = ''
  let own: ListedFigures[] = []
  for (const row of rows) {
    if (row[0] !== agreementId) {
      agreementId = row[0]
      own = []
      byAgreement.set(agreementId, own)
    }
    own.push({
      cycle: row[1],
      fromDay: row[2],
      toDay: row[3],
      dueDay: row[4] ?? undefined,
      expectedFen: row[5],
      withheldFen: row[6],
      acknowledgedFen: row[7],
      deductedFen: row[8],
      allowedFen: row[9],
      missing: row[10],
    })
  }
  return byAgreement
}

/** What kept sums and figures of an agreement are good for. */
export interface LedgerState {
  horizonDay: number
  context: string
  agreementKey: string
  fault: { code: string; path: string } | null
}

interface StateRow extends Omit<LedgerState, 'fault'> {
  agreementId: string
  fault: string | null
}

const stateSql = `SELECT agreement_id AS agreementId, horizon_day AS horizonDay, context, agreement_key AS agreementKey, fault
  FROM ledger_states`

function toState({ agreementId: _agreement, fault, ...row }: StateRow): LedgerState {
  return { ...row, fault: fault === null ? null : (JSON.parse(fault) as LedgerState['fault']) }
}

export function loadState(db: Db, agreementId: string): LedgerState | undefined {
  const row = db.prepare<[string], StateRow>(`${stateSql} WHERE agreement_id = ?`).get(agreementId)
  return row === undefined ? undefined : toState(row)
}

/**
 * Agreements whose kept figures do not serve for a look that needs cycles up to a day: made under another calendar or
 * minimum wage, not far enough ahead, or never made.
 */
export function listUnserved(db: Db, contextKey: string, horizonDay: number): Set<string> {
  return new Set(
    db
      .prepare<[string, number], string>(
        `SELECT agreements.id FROM agreements LEFT JOIN ledger_states ON agreement_id = agreements.id
         WHERE voided_at IS NULL AND (agreement_id IS NULL OR context <> ? OR (fault IS NULL AND horizon_day < ?))`,
      )
      .pluck()
      .all(contextKey, horizonDay),
  )
}

/** Why agreements cannot be computed, by agreement id. */
export function listFaults(db: Db): Map<string, NonNullable<LedgerState['fault']>> {
  return new Map(
    db
      .prepare<[], { id: string; fault: string }>(
        'SELECT agreement_id AS id, fault FROM ledger_states WHERE fault IS NOT NULL',
      )
      .all()
      .map(({ id, fault }) => [id, JSON.parse(fault) as NonNullable<LedgerState['fault']>]),
  )
}

export function saveState(db: Db, agreementId: string, state: LedgerState): void {
  db.prepare(
    `INSERT INTO ledger_states (agreement_id, horizon_day, context, agreement_key, fault)
     VALUES (@agreementId, @horizonDay, @context, @agreementKey, @fault)
     ON CONFLICT DO UPDATE SET horizon_day = excluded.horizon_day, context = excluded.context,
       agreement_key = excluded.agreement_key, fault = excluded.fault`,
  ).run({ ...state, agreementId, fault: state.fault === null ? null : JSON.stringify(state.fault) })
}

/** Forgets everything kept of an agreement that no longer counts. */
export function dropState(db: Db, agreementId: string): void {
  noteFigures(db)
  db.prepare('DELETE FROM cycle_figures WHERE agreement_id = ?').run(agreementId)
  db.prepare('DELETE FROM ledger_states WHERE agreement_id = ?').run(agreementId)
}
