import type { CaseFact } from '../../../shared/disputes/case-file.ts'
import type { RecordFact } from '../../../shared/disputes/timeline.ts'
import { BoanError } from '../../../shared/errors.ts'
import type { Db } from '../database/open.ts'

/** A row of `case_facts`, in the words of the code. */
export interface FactRow {
  id: string
  position: number
  date: string
  text: string
  code: string
  params: NonNullable<CaseFact['params']>
  recordKey: string | null
  sourceIds: string[]
  voidedAt: string | null
  voidReason: string | null
}

interface StoredFact extends Omit<FactRow, 'params' | 'sourceIds'> {
  params: string
  sourceIds: string
}

/** Why a fact left the timeline by itself: its record is there no more. It comes back with the record. */
const recordGone = 'record-gone'

/** All facts of a case by date and place, voided ones included. */
export function factsOf(db: Db, caseId: string): FactRow[] {
  return db
    .prepare<[string], StoredFact>(
      `SELECT id, position, date, text, code, params, record_key AS recordKey, source_ids AS sourceIds,
         voided_at AS voidedAt, void_reason AS voidReason FROM case_facts WHERE case_id = ? ORDER BY date, position, id`,
    )
    .all(caseId)
    .map((row) => ({
      ...row,
      params: JSON.parse(row.params) as FactRow['params'],
      sourceIds: JSON.parse(row.sourceIds) as string[],
    }))
}

/** One fact of a case. Throws `disputes.fact-not-found`. */
export function getFact(db: Db, caseId: string, id: string): FactRow {
  const row = factsOf(db, caseId).find((fact) => fact.id === id)
  if (row === undefined) throw new BoanError('disputes.fact-not-found', { id })
  return row
}

/** A fact as the case file has it; one told by a record has no text of its own until it is rendered. */
export function caseFact(row: FactRow): CaseFact {
  return {
    id: row.id,
    date: row.date,
    text: row.text,
    origin: row.text === '' ? 'record' : 'person',
    code: row.code,
    params: row.params,
    sourceIds: row.sourceIds,
  }
}

export function writeFact(db: Db, caseId: string, row: FactRow, moment: string): void {
  db.prepare(
    `INSERT INTO case_facts (id, case_id, position, date, text, code, params, record_key, source_ids, created_at, voided_at, void_reason)
     VALUES (@id, @caseId, @position, @date, @text, @code, @params, @recordKey, @sourceIds, @moment, @voidedAt, @voidReason)
     ON CONFLICT (id) DO UPDATE SET position = excluded.position, date = excluded.date, text = excluded.text,
       code = excluded.code, params = excluded.params, source_ids = excluded.source_ids,
       voided_at = excluded.voided_at, void_reason = excluded.void_reason`,
  ).run({ ...row, caseId, moment, params: JSON.stringify(row.params), sourceIds: JSON.stringify(row.sourceIds) })
}

/** The place after all others. */
export function nextPosition(facts: readonly FactRow[]): number {
  return facts.reduce((last, fact) => Math.max(last, fact.position), 0) + 1
}

export interface FactChanges {
  added: RecordFact[]
  changed: { row: FactRow; fact: RecordFact }[]
  gone: FactRow[]
}

/**
 * How the timeline differs from what the records now tell. A fact that the person has put in their own words, or has taken out,
 * is theirs and stays as it is.
 */
export function compareWithRecords(stored: readonly FactRow[], told: readonly RecordFact[]): FactChanges {
  const byKey = new Map(stored.flatMap((row) => (row.recordKey === null ? [] : [[row.recordKey, row] as const])))
  const changes: FactChanges = { added: [], changed: [], gone: [] }
  for (const fact of told) {
    const row = byKey.get(fact.recordKey)
    byKey.delete(fact.recordKey)
    if (row === undefined) changes.added.push(fact)
    else if (row.text === '' && (row.voidedAt === null || row.voidReason === recordGone) && differs(row, fact)) {
      changes.changed.push({ row, fact })
    }
  }
  changes.gone = [...byKey.values()].filter((row) => row.text === '' && row.voidedAt === null)
  return changes
}

function differs(row: FactRow, fact: RecordFact): boolean {
  const known = [row.date, row.code, row.params, row.sourceIds]
  return (
    row.voidedAt !== null ||
    JSON.stringify(known) !== JSON.stringify([fact.date, fact.code, fact.params, fact.sourceIds])
  )
}

/** Brings the timeline up to the records; answers how many facts were added, changed and taken out. */
export function applyRecords(
  db: Db,
  caseId: string,
  told: readonly RecordFact[],
  make: { newId(): string; now(): string },
): { added: number; changed: number; gone: number } {
  const stored = factsOf(db, caseId)
  const changes = compareWithRecords(stored, told)
  let position = nextPosition(stored)
  for (const { recordKey, date, code, params, sourceIds } of changes.added) {
    const row = { id: make.newId(), position: position++, date, text: '', code, params, recordKey, sourceIds }
    writeFact(db, caseId, { ...row, voidedAt: null, voidReason: null }, make.now())
  }
  for (const { row, fact } of changes.changed) {
    writeFact(db, caseId, { ...row, ...fact, voidedAt: null, voidReason: null }, make.now())
  }
  for (const row of changes.gone) {
    writeFact(db, caseId, { ...row, voidedAt: make.now(), voidReason: recordGone }, make.now())
  }
  return { added: changes.added.length, changed: changes.changed.length, gone: changes.gone.length }
}
