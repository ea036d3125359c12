import type {
  MediatedCase,
  Finding,
  Instalment,
  MediationWords,
  Question,
  SessionNote,
} from '../../../../shared/disputes/mediation/shapes.ts'
import { BoanError } from '../../../../shared/errors.ts'
import type { Db } from '../../database/open.ts'

/** A mediator's work on a received case, as its row stands. */
export interface MediationRecord {
  bundleId: string
  manifestSha256: string
  file: MediatedCase
  words: MediationWords
  updatedAt: string
}

interface Row extends Omit<MediationWords, 'isExtended'> {
  bundleId: string
  manifestSha256: string
  content: string
  isExtended: number
  updatedAt: string
}

const selectMediation = `SELECT bundle_sha256 AS bundleId, manifest_sha256 AS manifestSha256, content, committee, mediator, recorder,
  agreement_number AS agreementNumber, received_on AS receivedOn, is_extended AS isExtended, interest,
  agreed_interest_fen AS agreedInterestFen, account, late, copies, signed_on AS signedOn, updated_at AS updatedAt FROM mediations`

function recordOf({ bundleId, manifestSha256, content, updatedAt, ...words }: Row): MediationRecord {
  return {
    bundleId,
    manifestSha256,
    file: JSON.parse(content) as MediatedCase,
    words: { ...words, isExtended: words.isExtended === 1 },
    updatedAt,
  }
}

export function findMediation(db: Db, bundleId: string): MediationRecord | undefined {
  const row = db.prepare<[string], Row>(`${selectMediation} WHERE bundle_sha256 = ?`).get(bundleId)
  return row === undefined ? undefined : recordOf(row)
}

/** Throws `mediation.not-begun`. */
export function getMediation(db: Db, bundleId: string): MediationRecord {
  const record = findMediation(db, bundleId)
  if (record === undefined) throw new BoanError('mediation.not-begun')
  return record
}

/** The work on an earlier file of a case, the last touched. */
export function findEarlierMediation(db: Db, caseId: string): MediationRecord | undefined {
  const row = db
    .prepare<[string], Row>(
      `${selectMediation} WHERE json_extract(content, '$.caseId') = ? ORDER BY updated_at DESC, bundle_sha256 LIMIT 1`,
    )
    .get(caseId)
  return row === undefined ? undefined : recordOf(row)
}

/** The last touched first. */
export function listMediationRecords(db: Db): MediationRecord[] {
  return db.prepare<[], Row>(`${selectMediation} ORDER BY updated_at DESC, bundle_sha256`).all().map(recordOf)
}

/** Begins; what was begun stays as it is. */
export function insertMediation(
  db: Db,
  row: {
    bundleId: string
    manifestSha256: string
    content: string
    receivedOn: string
    account: string
    copies: number
    moment: string
  },
): void {
  db.prepare(
    `INSERT INTO mediations (bundle_sha256, manifest_sha256, content, received_on, account, copies, started_at, updated_at)
     VALUES (@bundleId, @manifestSha256, @content, @receivedOn, @account, @copies, @moment, @moment) ON CONFLICT DO NOTHING`,
  ).run(row)
}

export function writeMediationWords(db: Db, bundleId: string, words: MediationWords, moment: string): void {
  db.prepare(
    `UPDATE mediations SET committee = @committee, mediator = @mediator, recorder = @recorder,
       agreement_number = @agreementNumber, received_on = @receivedOn, is_extended = @isExtended, interest = @interest,
       agreed_interest_fen = @agreedInterestFen, account = @account, late = @late, copies = @copies, signed_on = @signedOn,
       updated_at = @moment WHERE bundle_sha256 = @bundleId`,
  ).run({ ...words, isExtended: words.isExtended ? 1 : 0, bundleId, moment })
}

const selectQuestion = `SELECT id, asked_of AS "to", claim_id AS claimId, exhibit_number AS exhibitNumber, text, asked_on AS askedOn,
  answer, answered_on AS answeredOn FROM mediation_questions`

/** Questions that stand, in the order they were asked. */
export function questionsOf(db: Db, bundleId: string): Question[] {
  return db
    .prepare<[string], Question>(`${selectQuestion} WHERE bundle_sha256 = ? AND voided_at IS NULL ORDER BY id`)
    .all(bundleId)
}

export function findQuestion(db: Db, bundleId: string, id: string): Question | undefined {
  return db
    .prepare<[string, string], Question>(`${selectQuestion} WHERE bundle_sha256 = ? AND id = ?`)
    .get(bundleId, id)
}

export function writeQuestion(db: Db, bundleId: string, question: Question): void {
  db.prepare(
    `INSERT INTO mediation_questions (id, bundle_sha256, asked_of, claim_id, exhibit_number, text, asked_on, answer, answered_on)
     VALUES (@id, @bundleId, @to, @claimId, @exhibitNumber, @text, @askedOn, @answer, @answeredOn)
     ON CONFLICT (id) DO UPDATE SET asked_of = excluded.asked_of, claim_id = excluded.claim_id,
       exhibit_number = excluded.exhibit_number, text = excluded.text, answer = excluded.answer, answered_on = excluded.answered_on`,
  ).run({ ...question, bundleId })
}

/** Findings in the order of their places. */
export function findingsOf(db: Db, bundleId: string): Finding[] {
  return db
    .prepare<[string], Finding>(
      `SELECT claim_id AS claimId, nullif(agreement_id, '') AS agreementId, nullif(cycle, '') AS cycle, verdict,
         amount_fen AS amountFen, reason FROM mediation_findings WHERE bundle_sha256 = ? ORDER BY claim_id, agreement_id, cycle`,
    )
    .all(bundleId)
}

export function writeFindings(db: Db, bundleId: string, findings: readonly Finding[]): void {
  db.prepare('DELETE FROM mediation_findings WHERE bundle_sha256 = ?').run(bundleId)
  const insert = db.prepare(
    `INSERT INTO mediation_findings (bundle_sha256, claim_id, agreement_id, cycle, verdict, amount_fen, reason)
     VALUES (@bundleId, @claimId, @agreementId, @cycle, @verdict, @amountFen, @reason)`,
  )
  for (const finding of findings)
    insert.run({ ...finding, agreementId: finding.agreementId ?? '', cycle: finding.cycle ?? '', bundleId })
}

const selectSession = 'SELECT id, date, place, attendees, minutes FROM mediation_sessions'

export function sessionsOf(db: Db, bundleId: string): SessionNote[] {
  return db
    .prepare<[string], SessionNote>(`${selectSession} WHERE bundle_sha256 = ? AND voided_at IS NULL ORDER BY date, id`)
    .all(bundleId)
}

export function writeSession(db: Db, bundleId: string, session: SessionNote): void {
  db.prepare(
    `INSERT INTO mediation_sessions (id, bundle_sha256, date, place, attendees, minutes)
     VALUES (@id, @bundleId, @date, @place, @attendees, @minutes)
     ON CONFLICT (id) DO UPDATE SET date = excluded.date, place = excluded.place, attendees = excluded.attendees,
       minutes = excluded.minutes`,
  ).run({ ...session, bundleId })
}

/** Takes a question or session out, or (reason null) brings it back. Throws `mediation.entry-not-found`. */
export function setEntryVoided(
  db: Db,
  table: 'mediation_questions' | 'mediation_sessions',
  place: { bundleId: string; id: string },
  voided: { at: string; reason: string } | null,
): void {
  const { changes } = db
    .prepare(`UPDATE ${table} SET voided_at = ?, void_reason = ? WHERE bundle_sha256 = ? AND id = ?`)
    .run(voided?.at ?? null, voided?.reason ?? null, place.bundleId, place.id)
  if (changes === 0) throw new BoanError('mediation.entry-not-found')
}

export function instalmentsOf(db: Db, bundleId: string): Instalment[] {
  return db
    .prepare<[string], Instalment>(
      'SELECT date, amount_fen AS amountFen FROM mediation_instalments WHERE bundle_sha256 = ? ORDER BY position',
    )
    .all(bundleId)
}

export function writeInstalments(db: Db, bundleId: string, plan: readonly Instalment[]): void {
  db.prepare('DELETE FROM mediation_instalments WHERE bundle_sha256 = ?').run(bundleId)
  const insert = db.prepare(
    'INSERT INTO mediation_instalments (bundle_sha256, position, date, amount_fen) VALUES (?, ?, ?, ?)',
  )
  for (const [index, { date, amountFen }] of plan.entries()) insert.run(bundleId, index + 1, date, amountFen)
}

export interface AnswerExport {
  id: string
  moment: string
  fileName: string
  manifestSha256: string
  fingerprint: string
}

/** Answers about a received case that have left the computer, the newest first. */
export function answerExportsOf(db: Db, bundleId: string, kind: 'mediation-reply' | 'response'): AnswerExport[] {
  return db
    .prepare<[string, string], AnswerExport>(
      `SELECT id, moment, file_name AS fileName, manifest_sha256 AS manifestSha256, fingerprint FROM answer_exports
       WHERE bundle_sha256 = ? AND kind = ? ORDER BY moment DESC, id DESC`,
    )
    .all(bundleId, kind)
}

export function insertAnswerExport(
  db: Db,
  row: AnswerExport & { bundleId: string; kind: 'mediation-reply' | 'response' },
): void {
  db.prepare(
    `INSERT INTO answer_exports (id, bundle_sha256, kind, moment, file_name, manifest_sha256, fingerprint)
     VALUES (@id, @bundleId, @kind, @moment, @fileName, @manifestSha256, @fingerprint)`,
  ).run(row)
}

/** A mediation agreement that was made as a file, and the SHA-256 of what it says. */
export interface AgreementPaper {
  id: string
  bundleId: string
  moment: string
  format: 'pdf' | 'docx'
  dataSha256: string
}

/** The last one made about a received case. */
export function lastAgreementPaperOf(db: Db, bundleId: string): AgreementPaper | undefined {
  return db
    .prepare<[string], AgreementPaper>(
      `SELECT id, bundle_sha256 AS bundleId, moment, format, data_sha256 AS dataSha256 FROM agreement_papers
       WHERE bundle_sha256 = ? ORDER BY moment DESC, id DESC LIMIT 1`,
    )
    .get(bundleId)
}

export function insertAgreementPaper(db: Db, row: AgreementPaper): void {
  db.prepare(
    `INSERT INTO agreement_papers (id, bundle_sha256, moment, format, data_sha256)
     VALUES (@id, @bundleId, @moment, @format, @dataSha256)`,
  ).run(row)
}
