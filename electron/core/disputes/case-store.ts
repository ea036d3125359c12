import type { Audience, CaseFile, CaseParty } from '../../../shared/disputes/case-file.ts'
import { BoanError } from '../../../shared/errors.ts'
import type { Db } from '../database/open.ts'

/** A row of `cases`, in the words of the code. */
export interface CaseRow {
  id: string
  number: string
  title: string
  relation: CaseFile['relation']
  procedure: CaseFile['procedure']
  addressee: string
  statement: string
  asOf: string
  openedAt: string
  updatedAt: string
  voidedAt: string | null
  voidReason: string | null
}

const selectCase = `SELECT id, number, title, relation, procedure, addressee, statement, as_of AS asOf, opened_at AS openedAt,
  updated_at AS updatedAt, voided_at AS voidedAt, void_reason AS voidReason FROM cases`

/** One case. Throws `disputes.case-not-found`. */
export function getCase(db: Db, id: string): CaseRow {
  const row = db.prepare<[string], CaseRow>(`${selectCase} WHERE id = ?`).get(id)
  if (row === undefined) throw new BoanError('disputes.case-not-found', { id })
  return row
}

/** One case that may be changed. Throws `disputes.case-not-found`, `disputes.case-voided`. */
export function requireCase(db: Db, id: string): CaseRow {
  const row = getCase(db, id)
  if (row.voidedAt !== null) throw new BoanError('disputes.case-voided', { number: row.number })
  return row
}

/** Cases, newest first. */
export function listCases(db: Db, withVoided: boolean): CaseRow[] {
  return db.prepare<[], CaseRow>(`${selectCase} ${withVoided ? '' : 'WHERE voided_at IS NULL'} ORDER BY id DESC`).all()
}

/** The next number of a year, `2026-0001`. Numbers of voided cases are not given again. */
export function nextCaseNumber(db: Db, year: string): string {
  const last = db
    .prepare<[string], { count: number | null }>(
      'SELECT max(CAST(substr(number, 6) AS INTEGER)) AS count FROM cases WHERE substr(number, 1, 4) = ?',
    )
    .get(year)
  return `${year}-${String((last?.count ?? 0) + 1).padStart(4, '0')}`
}

export function insertCase(db: Db, row: Omit<CaseRow, 'voidedAt' | 'voidReason'>): void {
  db.prepare(
    `INSERT INTO cases (id, number, title, relation, procedure, addressee, statement, as_of, opened_at, updated_at)
     VALUES (@id, @number, @title, @relation, @procedure, @addressee, @statement, @asOf, @openedAt, @updatedAt)`,
  ).run(row)
}

/** Writes the fields a person can change; `updatedAt` with them. */
export function writeCase(db: Db, row: CaseRow): void {
  db.prepare(
    `UPDATE cases SET title = @title, relation = @relation, procedure = @procedure, addressee = @addressee,
       statement = @statement, as_of = @asOf, updated_at = @updatedAt, voided_at = @voidedAt, void_reason = @voidReason
     WHERE id = @id`,
  ).run(row)
}

/** Claimed cycles by agreement, agreements in the order of their begin, cycles by id. */
export function claimedCyclesOf(db: Db, caseId: string): { agreementId: string; cycles: string[] }[] {
  const rows = db
    .prepare<[string], { agreementId: string; cycle: string }>(
      `SELECT agreement_id AS agreementId, cycle FROM case_cycles JOIN agreements ON agreements.id = agreement_id
       WHERE case_id = ? ORDER BY from_date, agreement_id, cycle`,
    )
    .all(caseId)
  const byAgreement = Map.groupBy(rows, (row) => row.agreementId)
  return [...byAgreement].map(([agreementId, found]) => ({ agreementId, cycles: found.map((row) => row.cycle) }))
}

/** Replaces which cycles of an agreement a case claims. */
export function writeClaimedCycles(db: Db, caseId: string, agreementId: string, cycles: readonly string[]): void {
  db.prepare('DELETE FROM case_cycles WHERE case_id = ? AND agreement_id = ?').run(caseId, agreementId)
  const add = db.prepare('INSERT INTO case_cycles (case_id, agreement_id, cycle) VALUES (?, ?, ?)')
  for (const cycle of new Set(cycles)) add.run(caseId, agreementId, cycle)
}

/** Parties of a case in their order, by side. */
export function casePartiesOf(db: Db, caseId: string): { partyId: string; side: CaseParty['side'] }[] {
  return db
    .prepare<[string], { partyId: string; side: CaseParty['side'] }>(
      'SELECT party_id AS partyId, side FROM case_parties WHERE case_id = ? ORDER BY position',
    )
    .all(caseId)
}

/** Puts a party on a side, at the end of the list when it is new; side null takes it out. */
export function writeCaseParty(db: Db, caseId: string, partyId: string, side: CaseParty['side'] | null): void {
  if (side === null) {
    db.prepare('DELETE FROM case_parties WHERE case_id = ? AND party_id = ?').run(caseId, partyId)
    return
  }
  db.prepare(
    `INSERT INTO case_parties (case_id, party_id, side, position)
     VALUES (@caseId, @partyId, @side, (SELECT coalesce(max(position), 0) + 1 FROM case_parties WHERE case_id = @caseId))
     ON CONFLICT (case_id, party_id) DO UPDATE SET side = excluded.side`,
  ).run({ caseId, partyId, side })
}

export interface ExportRow {
  id: string
  audience: Audience
  moment: string
  fileName: string
  manifestSha256: string
  fingerprint: string
  madeAt: string
}

/** What has left the computer of a case, newest first. */
export function exportsOf(db: Db, caseId: string): ExportRow[] {
  return db
    .prepare<[string], ExportRow>(
      `SELECT id, audience, moment, file_name AS fileName, manifest_sha256 AS manifestSha256, fingerprint, made_at AS madeAt FROM case_exports
       WHERE case_id = ? ORDER BY made_at DESC, id DESC`,
    )
    .all(caseId)
}

export function insertExport(db: Db, caseId: string, row: ExportRow): void {
  db.prepare(
    `INSERT INTO case_exports (id, case_id, audience, moment, file_name, manifest_sha256, fingerprint, made_at)
     VALUES (@id, @caseId, @audience, @moment, @fileName, @manifestSha256, @fingerprint, @madeAt)`,
  ).run({ ...row, caseId })
}
