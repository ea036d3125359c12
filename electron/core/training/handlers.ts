import type { Output, ParsedInput } from '../../../shared/contract.ts'
import type { trainingCalls } from '../../../shared/training/calls.ts'
import { yearOf } from '../../../shared/training/totals.ts'
import type { CallContext, Handlers } from '../context.ts'
import { historyOf, saveAssessment, saveCertificate, saveGoal, saveRecord, setVoided } from './entries.ts'
import { importWeights, readOccupation, removeOccupationRow, saveOccupationRow } from './occupation.ts'
import { dates, overview, plan, roster, skillMap } from './overview.ts'
import { findPerson } from './people.ts'
import { assessmentTable, certificateTable, evidenceTitles, listEntries, recordTable } from './store.ts'

export const trainingHandlers: Handlers<keyof typeof trainingCalls> = {
  'training.saveRecord': saveRecord,
  'training.saveRecordForMany': (context, { partyIds, ...words }) => ({
    ids: [...new Set(partyIds)].map((partyId) => saveRecord(context, { ...words, partyId }).id),
  }),
  'training.voidRecord': (context, { id, reason }) => setVoided(context, recordTable, id, reason),
  'training.restoreRecord': (context, { id }) => setVoided(context, recordTable, id, null),
  'training.listRecords': listRecords,
  'training.history': (context, { id }) => historyOf(context, id),
  'training.overview': overview,
  'training.saveCertificate': saveCertificate,
  'training.voidCertificate': (context, { id, reason }) => setVoided(context, certificateTable, id, reason),
  'training.restoreCertificate': (context, { id }) => setVoided(context, certificateTable, id, null),
  'training.listCertificates': listCertificates,
  'training.saveAssessment': saveAssessment,
  'training.voidAssessment': (context, { id, reason }) => setVoided(context, assessmentTable, id, reason),
  'training.restoreAssessment': (context, { id }) => setVoided(context, assessmentTable, id, null),
  'training.listAssessments': listAssessments,
  'training.occupation': ({ db }) => readOccupation(db),
  'training.saveOccupationRow': saveOccupationRow,
  'training.removeOccupationRow': removeOccupationRow,
  'training.importWeights': importWeights,
  'training.saveGoal': saveGoal,
  'training.plan': plan,
  'training.skillMap': skillMap,
  // Papers and workbooks are loaded when they are first made: the start of a thread touches none of them.
  'training.exportRecord': async (context, input) => (await import('./export-record.ts')).exportRecord(context, input),
  'training.exportRoster': async (context, input) => (await import('./export-record.ts')).exportRoster(context, input),
  'training.roster': roster,
  'training.dates': dates,
}

function listRecords({ db }: CallContext, input: ParsedInput<'training.listRecords'>): Output<'training.listRecords'> {
  const person = input.everyone ? null : findPerson(db, input.partyId)
  if (person === null && !input.everyone) return { records: [], evidence: [] }
  const records = listEntries(db, recordTable, person?.id ?? null, input.withVoided).filter(
    (record) =>
      (input.year === undefined || yearOf(record.date) === input.year) &&
      (input.kind === undefined || record.kind === input.kind),
  )
  const ids = records.flatMap((record) => [...record.evidenceIds, ...record.voucherIds])
  return { records, evidence: evidenceTitles(db, ids) }
}

function listCertificates(
  { db }: CallContext,
  input: ParsedInput<'training.listCertificates'>,
): Output<'training.listCertificates'> {
  const person = findPerson(db, input.partyId)
  const found = person === null ? [] : listEntries(db, certificateTable, person.id, input.withVoided)
  const never = '9999-12-31'
  const certificates = found.toSorted((a, b) => ((a.expiresOn ?? never) < (b.expiresOn ?? never) ? -1 : 1))
  return {
    certificates,
    evidence: evidenceTitles(
      db,
      certificates.flatMap((one) => one.evidenceIds),
    ),
  }
}

function listAssessments(
  { db }: CallContext,
  input: ParsedInput<'training.listAssessments'>,
): Output<'training.listAssessments'> {
  const person = findPerson(db, input.partyId)
  const assessments = person === null ? [] : listEntries(db, assessmentTable, person.id, input.withVoided)
  return {
    assessments,
    evidence: evidenceTitles(
      db,
      assessments.flatMap((one) => one.evidenceIds),
    ),
  }
}
