import { BoanError } from '../../../shared/errors.ts'
import type { Assessment, Certificate, TrainingRecord } from '../../../shared/training/records.ts'
import type { ReplacedFields } from '../../../shared/training/views.ts'
import type { Db } from '../database/open.ts'

/** What the three kinds of entries have in common. */
export interface Entry {
  id: string
  partyId: string
  createdAt: string
  updatedAt: string
  voidedAt: string | null
  voidReason: string | null
}

/** One table of entries: its columns by the words of the code, and those of them that hold a JSON array. */
export interface EntryTable<T extends Entry> {
  name: 'training_records' | 'training_certificates' | 'training_assessments'
  columns: { [K in keyof T]: string }
  lists: readonly (keyof T & string)[]
  /** The column of the day that an entry is about. */
  dayColumn: 'date' | 'issued_on'
}

const common = {
  id: 'id',
  partyId: 'party_id',
  job: 'job',
  level: 'level',
  evidenceIds: 'evidence',
  note: 'note',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  voidedAt: 'voided_at',
  voidReason: 'void_reason',
} as const

export const recordTable: EntryTable<TrainingRecord> = {
  name: 'training_records',
  columns: {
    ...common,
    date: 'date',
    startTime: 'start_time',
    minutes: 'minutes',
    kind: 'kind',
    topic: 'topic',
    provider: 'provider',
    trainer: 'trainer',
    mode: 'mode',
    skills: 'skills',
    score: 'score',
    passMark: 'pass_mark',
    costFen: 'cost_fen',
    voucherIds: 'vouchers',
  },
  lists: ['skills', 'evidenceIds', 'voucherIds'],
  dayColumn: 'date',
}

export const certificateTable: EntryTable<Certificate> = {
  name: 'training_certificates',
  columns: {
    ...common,
    title: 'title',
    number: 'number',
    issuer: 'issuer',
    issuedOn: 'issued_on',
    expiresOn: 'expires_on',
    remindDays: 'remind_days',
    checkResult: 'check_result',
    checkedOn: 'checked_on',
  },
  lists: ['evidenceIds'],
  dayColumn: 'issued_on',
}

export const assessmentTable: EntryTable<Assessment> = {
  name: 'training_assessments',
  columns: {
    ...common,
    kind: 'kind',
    date: 'date',
    part: 'part',
    score: 'score',
    passMark: 'pass_mark',
    assessor: 'assessor',
  },
  lists: ['evidenceIds'],
  dayColumn: 'date',
}

function selectSql<T extends Entry>({ name, columns }: EntryTable<T>): string {
  const named = Object.entries<string>(columns).map(([word, column]) => `${column} AS "${word}"`)
  return `SELECT ${named.join(', ')} FROM ${name}`
}

function fromRow<T extends Entry>(table: EntryTable<T>, row: Record<string, unknown>): T {
  const lists = table.lists.map((list) => [list, JSON.parse(String(row[list])) as unknown])
  return { ...row, ...Object.fromEntries(lists) } as T
}

/** One entry, voided or not. Throws `training.not-found`. */
export function getEntry<T extends Entry>(db: Db, table: EntryTable<T>, id: string): T {
  const row = db.prepare<[string], Record<string, unknown>>(`${selectSql(table)} WHERE id = ?`).get(id)
  if (row === undefined) throw new BoanError('training.not-found', { id })
  return fromRow(table, row)
}

/** Entries of one person (of everyone when null), newest first. */
export function listEntries<T extends Entry>(
  db: Db,
  table: EntryTable<T>,
  partyId: string | null,
  withVoided = false,
): T[] {
  const where = [
    ...(partyId === null ? [] : ['party_id = @partyId']),
    ...(withVoided ? [] : ['voided_at IS NULL']),
  ].join(' AND ')
  const order = `ORDER BY ${table.dayColumn} DESC, id DESC`
  return db
    .prepare<{ partyId: string | null }, Record<string, unknown>>(
      `${selectSql(table)} ${where === '' ? '' : `WHERE ${where}`} ${order}`,
    )
    .all({ partyId })
    .map((row) => fromRow(table, row))
}

/** Writes an entry whole, new or changed. */
export function writeEntry<T extends Entry>(db: Db, table: EntryTable<T>, entry: T): void {
  const words = Object.entries<string>(table.columns)
  const lists = Object.fromEntries(table.lists.map((list) => [list, JSON.stringify(entry[list])]))
  db.prepare(
    `INSERT INTO ${table.name} (${words.map(([, column]) => column).join(', ')})
     VALUES (${words.map(([word]) => `@${word}`).join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${words.map(([, column]) => `${column} = excluded.${column}`).join(', ')}`,
  ).run({ ...entry, ...lists })
}

/** What an entry was before a change. Two changes within one millisecond: the second takes the next one. */
export function keepHistory(db: Db, before: Entry, moment: string): void {
  const last = db
    .prepare<[string], { at: string | null }>(
      'SELECT max(replaced_at) AS at FROM training_history WHERE subject_id = ?',
    )
    .get(before.id)?.at
  const free =
    last !== null && last !== undefined && last >= moment ? new Date(Date.parse(last) + 1).toISOString() : moment
  db.prepare('INSERT INTO training_history (subject_id, replaced_at, data) VALUES (?, ?, ?)').run(
    before.id,
    free,
    JSON.stringify(before),
  )
}

/** Every state an entry had, newest first, each with the moment it was replaced. */
export function listHistory(db: Db, id: string): { replacedAt: string; data: ReplacedFields }[] {
  return db
    .prepare<[string], { replacedAt: string; data: string }>(
      'SELECT replaced_at AS replacedAt, data FROM training_history WHERE subject_id = ? ORDER BY replaced_at DESC',
    )
    .all(id)
    .map(({ replacedAt, data }) => ({ replacedAt, data: JSON.parse(data) as ReplacedFields }))
}

export interface EvidenceTitle {
  id: string
  title: string
  sha256: string
  fileName: string
}

/** The evidence with these ids, as lists name it. */
export function evidenceTitles(db: Db, ids: readonly string[]): EvidenceTitle[] {
  return db
    .prepare<[string], EvidenceTitle>(
      `SELECT evidence.id, title, evidence.sha256, attachments.name AS fileName
       FROM evidence JOIN attachments ON attachments.sha256 = evidence.sha256
       WHERE evidence.id IN (SELECT value FROM json_each(?)) ORDER BY evidence.id`,
    )
    .all(JSON.stringify([...new Set(ids)]))
}
