import { isCivilDate, shanghaiDate } from '../../../shared/calendar.ts'
import type { Output, ParsedInput } from '../../../shared/contract.ts'
import { BoanError } from '../../../shared/errors.ts'
import { isOffered, type Job, type Level, rowsOf } from '../../../shared/training/occupation.ts'
import type { Assessment, Certificate, TrainingRecord } from '../../../shared/training/records.ts'
import type { ReplacedFields } from '../../../shared/training/views.ts'
import type { CallContext } from '../context.ts'
import type { Db } from '../database/open.ts'
import { getParty } from '../parties/index.ts'
import { readOccupation } from './occupation.ts'
import { requirePartyId } from './people.ts'
import {
  assessmentTable,
  certificateTable,
  type Entry,
  type EntryTable,
  evidenceTitles,
  getEntry,
  keepHistory,
  listHistory,
  recordTable,
  writeEntry,
} from './store.ts'

/**
 * Adds a training or changes one. Throws `training.incomplete`, `training.no-person`, `training.bad-date`, `training.in-future`,
 * `training.target-half`, `training.level-not-offered`, `training.cost-not-special`, `training.evidence-not-found`,
 * `training.not-found`, `training.voided`.
 */
export function saveRecord(context: CallContext, input: ParsedInput<'training.saveRecord'>): TrainingRecord {
  return save(context, recordTable, input, newRecord, (record) => {
    checkHappened(context, record.date)
    if (record.kind !== 'special' && (record.costFen !== null || record.voucherIds.length > 0)) {
      throw new BoanError('training.cost-not-special')
    }
    checkEvidence(context.db, record.voucherIds)
  })
}

/** Adds a certificate or changes one. Throws as `saveRecord`, and `training.expires-before-issue`. */
export function saveCertificate(context: CallContext, input: ParsedInput<'training.saveCertificate'>): Certificate {
  return save(context, certificateTable, input, newCertificate, (certificate) => {
    checkDate(certificate.issuedOn)
    if (certificate.checkedOn !== null) checkDate(certificate.checkedOn)
    if (certificate.expiresOn === null) return
    checkDate(certificate.expiresOn)
    if (certificate.expiresOn < certificate.issuedOn) {
      throw new BoanError('training.expires-before-issue', {
        issuedOn: certificate.issuedOn,
        expiresOn: certificate.expiresOn,
      })
    }
  })
}

/** Adds an assessment or changes one. Throws as `saveRecord`. */
export function saveAssessment(context: CallContext, input: ParsedInput<'training.saveAssessment'>): Assessment {
  return save(context, assessmentTable, input, newAssessment(context.db), (assessment) =>
    checkHappened(context, assessment.date),
  )
}

interface Targeted extends Entry {
  job: Job | null
  level: Level | null
  evidenceIds: string[]
}

type Changes<T> = { [K in keyof T]?: T[K] | undefined }

function save<T extends Targeted>(
  context: CallContext,
  table: EntryTable<T>,
  input: Changes<T>,
  start: (input: Changes<T>) => Omit<T, keyof Entry>,
  check: (entry: T) => void,
): T {
  const { db } = context
  const moment = context.now()
  const before = input.id === undefined ? undefined : getEntry(db, table, input.id)
  if (before !== undefined && before.voidedAt !== null) throw new BoanError('training.voided')
  const partyId = requirePartyId(db, input.partyId ?? before?.partyId)
  const base = before ?? {
    ...start(input),
    id: context.newId(),
    createdAt: moment,
    voidedAt: null,
    voidReason: null,
  }
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  const entry = { ...base, ...given, partyId, updatedAt: moment } as T
  checkTarget(db, entry)
  checkEvidence(db, entry.evidenceIds)
  check(entry)
  if (before !== undefined) keepHistory(db, before, moment)
  writeEntry(db, table, entry)
  context.subject(entry.id, partyId)
  return entry
}

function need<T>(value: T | undefined, field: string): T {
  if (value === undefined) throw new BoanError('training.incomplete', { field })
  return value
}

function newRecord(input: Changes<TrainingRecord>): Omit<TrainingRecord, keyof Entry> {
  return {
    date: need(input.date, 'date'),
    minutes: need(input.minutes, 'minutes'),
    kind: need(input.kind, 'kind'),
    topic: need(input.topic, 'topic'),
    startTime: null,
    provider: '',
    trainer: '',
    mode: 'online',
    job: null,
    level: null,
    skills: [],
    score: null,
    passMark: null,
    costFen: null,
    evidenceIds: [],
    voucherIds: [],
    note: '',
  }
}

function newCertificate(input: Changes<Certificate>): Omit<Certificate, keyof Entry> {
  return {
    title: need(input.title, 'title'),
    issuedOn: need(input.issuedOn, 'issuedOn'),
    number: '',
    issuer: '',
    job: null,
    level: null,
    expiresOn: null,
    remindDays: 60,
    checkResult: '',
    checkedOn: null,
    evidenceIds: [],
    note: '',
  }
}

function newAssessment(db: Db) {
  return (input: Changes<Assessment>): Omit<Assessment, keyof Entry> => {
    const part = need(input.part, 'part')
    const row = rowsOf(readOccupation(db).rows, 'part').find((one) => one.part === part)
    return {
      kind: 'formal',
      date: need(input.date, 'date'),
      part,
      score: need(input.score, 'score'),
      passMark: input.passMark ?? need(row?.passMark, 'passMark'),
      job: null,
      level: null,
      assessor: '',
      evidenceIds: [],
      note: '',
    }
  }
}

function checkDate(date: string): void {
  if (!isCivilDate(date)) throw new BoanError('training.bad-date', { date })
}

/** The log tells what happened: a day to come is a plan. The sample's days are fixed, whatever this computer's clock says. */
function checkHappened(context: CallContext, date: string): void {
  checkDate(date)
  if (!context.isSample && date > shanghaiDate(context.now())) throw new BoanError('training.in-future', { date })
}

function checkTarget(db: Db, { job, level }: Targeted): void {
  if ((job === null) !== (level === null)) throw new BoanError('training.target-half')
  if (job === null || level === null) return
  if (!isOffered(readOccupation(db).rows, job, level)) throw new BoanError('training.level-not-offered')
}

function checkEvidence(db: Db, ids: readonly string[]): void {
  if (evidenceTitles(db, ids).length !== new Set(ids).size) throw new BoanError('training.evidence-not-found')
}

/** Takes an entry out of the lists, or (reason null) brings it back. Throws `training.not-found`. */
export function setVoided<T extends Entry>(
  context: CallContext,
  table: EntryTable<T>,
  id: string,
  reason: string | null,
): T {
  const before = getEntry(context.db, table, id)
  const moment = context.now()
  const voidedAt = reason === null ? null : moment
  const entry = { ...before, voidedAt, voidReason: reason, updatedAt: moment }
  keepHistory(context.db, before, moment)
  writeEntry(context.db, table, entry)
  context.subject(id, before.partyId)
  return entry
}

/** Each change of an entry as the fields it replaced. */
export function historyOf(context: CallContext, id: string): Output<'training.history'> {
  const past = listHistory(context.db, id)
  const now = currentState(context.db, id)
  const states = [now, ...past.map(({ data }) => data)]
  return {
    changes: past.map(({ replacedAt, data }, index) => ({ replacedAt, before: differing(data, states[index] ?? {}) })),
  }
}

function currentState(db: Db, id: string): Record<string, unknown> {
  for (const table of [recordTable, certificateTable, assessmentTable]) {
    const known = db.prepare<[string], { id: string }>(`SELECT id FROM ${table.name} WHERE id = ?`).get(id)
    // Each table has its own entry type; here only the fields are compared.
    if (known !== undefined) return { ...getEntry(db, table as EntryTable<Entry>, id) }
  }
  throw new BoanError('training.not-found', { id })
}

function differing(before: ReplacedFields, after: Record<string, unknown>): ReplacedFields {
  return Object.fromEntries(
    Object.entries(before).filter(
      ([field, value]) => field !== 'updatedAt' && JSON.stringify(value) !== JSON.stringify(after[field]),
    ),
  )
}

/** Sets what a person works towards. Throws `training.no-person`, `training.bad-date`, `training.level-not-offered`. */
export function saveGoal(context: CallContext, input: ParsedInput<'training.saveGoal'>): Output<'training.saveGoal'> {
  const { db } = context
  const partyId = requirePartyId(db, input.partyId)
  const { job, level, tradeSince } = input
  if (tradeSince !== null) checkHappened(context, tradeSince)
  if (!isOffered(readOccupation(db).rows, job, level)) throw new BoanError('training.level-not-offered')
  getParty(db, partyId)
  db.prepare(
    `INSERT INTO training_goals (party_id, job, level, trade_since, updated_at) VALUES (@partyId, @job, @level, @tradeSince, @moment)
     ON CONFLICT (party_id) DO UPDATE SET job = excluded.job, level = excluded.level, trade_since = excluded.trade_since,
       updated_at = excluded.updated_at`,
  ).run({ partyId, job, level, tradeSince, moment: context.now() })
  context.subject(partyId)
  return { partyId, job, level, tradeSince }
}
