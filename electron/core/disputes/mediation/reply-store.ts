import type { ProcedureStep } from '../../../../shared/disputes/mediation/dates.ts'
import type { InstalmentPayment } from '../../../../shared/disputes/mediation/instalments.ts'
import type { ReplyFile } from '../../../../shared/disputes/mediation/reply-file.ts'
import { BoanError } from '../../../../shared/errors.ts'
import type { Db } from '../../database/open.ts'

/** A mediator's reply that joined a case. */
export interface CaseReplyRecord {
  id: string
  caseId: string
  bundleId: string
  reply: ReplyFile
  sender: string
  fingerprint: string
  joinedAt: string
  acceptedAt: string | null
  acceptanceNote: string
}

interface Row extends Omit<CaseReplyRecord, 'reply'> {
  content: string
}

const selectReply = `SELECT id, case_id AS caseId, bundle_sha256 AS bundleId, content, sender, fingerprint, joined_at AS joinedAt,
  accepted_at AS acceptedAt, acceptance_note AS acceptanceNote FROM case_replies`

function recordOf({ content, ...row }: Row): CaseReplyRecord {
  return { ...row, reply: JSON.parse(content) as ReplyFile }
}

/** Replies of a case, the newest first. */
export function repliesOf(db: Db, caseId: string): CaseReplyRecord[] {
  return db
    .prepare<[string], Row>(`${selectReply} WHERE case_id = ? ORDER BY joined_at DESC, id DESC`)
    .all(caseId)
    .map(recordOf)
}

export function findReplyOfBundle(db: Db, bundleId: string): CaseReplyRecord | undefined {
  const row = db.prepare<[string], Row>(`${selectReply} WHERE bundle_sha256 = ?`).get(bundleId)
  return row === undefined ? undefined : recordOf(row)
}

/** Throws `mediation.reply-not-found`. */
export function getReply(db: Db, id: string): CaseReplyRecord {
  const row = db.prepare<[string], Row>(`${selectReply} WHERE id = ?`).get(id)
  if (row === undefined) throw new BoanError('mediation.reply-not-found')
  return recordOf(row)
}

export function insertReply(
  db: Db,
  row: Omit<CaseReplyRecord, 'reply' | 'acceptedAt' | 'acceptanceNote'> & { content: string },
): void {
  db.prepare(
    `INSERT INTO case_replies (id, case_id, bundle_sha256, content, sender, fingerprint, joined_at)
     VALUES (@id, @caseId, @bundleId, @content, @sender, @fingerprint, @joinedAt)`,
  ).run(row)
}

export function writeAcceptance(db: Db, id: string, acceptedAt: string | null, note: string): void {
  db.prepare('UPDATE case_replies SET accepted_at = ?, acceptance_note = ? WHERE id = ?').run(acceptedAt, note, id)
}

export interface ReplyAnswer {
  questionId: string
  answer: string
  answeredOn: string
}

export function answersOf(db: Db, replyId: string): ReplyAnswer[] {
  return db
    .prepare<[string], ReplyAnswer>(
      'SELECT question_id AS questionId, answer, answered_on AS answeredOn FROM reply_answers WHERE reply_id = ? ORDER BY question_id',
    )
    .all(replyId)
}

export function writeAnswerOf(db: Db, replyId: string, { questionId, answer, answeredOn }: ReplyAnswer): void {
  db.prepare('DELETE FROM reply_answers WHERE reply_id = ? AND question_id = ?').run(replyId, questionId)
  if (answer === '') return
  db.prepare('INSERT INTO reply_answers (reply_id, question_id, answer, answered_on) VALUES (?, ?, ?, ?)').run(
    replyId,
    questionId,
    answer,
    answeredOn,
  )
}

/** What of payments went to the instalments of a reply, by position; voided payments do not count. */
export function instalmentPaymentsOf(db: Db, replyId: string, count: number): InstalmentPayment[][] {
  const rows = db
    .prepare<[string], InstalmentPayment & { position: number }>(
      `SELECT position, payment_id AS paymentId, date, instalment_payments.amount_fen AS amountFen
       FROM instalment_payments JOIN payments ON payments.id = payment_id
       WHERE reply_id = ? AND voided_at IS NULL ORDER BY date, payment_id`,
    )
    .all(replyId)
  return Array.from({ length: count }, (_, index) =>
    rows
      .filter(({ position }) => position === index + 1)
      .map(({ paymentId, date, amountFen }) => ({ paymentId, date, amountFen })),
  )
}

/** Sets what of a payment went to an instalment; 0 takes the link away. */
export function writeInstalmentPayment(
  db: Db,
  { replyId, number, paymentId, amountFen }: { replyId: string; number: number; paymentId: string; amountFen: number },
): void {
  db.prepare('DELETE FROM instalment_payments WHERE reply_id = ? AND position = ? AND payment_id = ?').run(
    replyId,
    number,
    paymentId,
  )
  if (amountFen === 0) return
  db.prepare('INSERT INTO instalment_payments (reply_id, position, payment_id, amount_fen) VALUES (?, ?, ?, ?)').run(
    replyId,
    number,
    paymentId,
    amountFen,
  )
}

export interface FreePayment {
  id: string
  date: string
  payerName: string
  amountFen: number
  /** What no instalment of any case has of it yet. */
  freeFen: number
}

/**
 * Payments that the other side of a case made to the applicants since a day and that count, with what is not linked yet; the newest
 * first. What was paid before a proposal counts in the claims already.
 */
export function paymentsOfCase(db: Db, caseId: string, since: string): FreePayment[] {
  return db
    .prepare<Record<string, string>, FreePayment>(
      `SELECT payments.id, date, parties.name AS payerName, amount_fen AS amountFen,
         amount_fen - (SELECT coalesce(sum(linked.amount_fen), 0) FROM instalment_payments AS linked
           WHERE linked.payment_id = payments.id) AS freeFen
       FROM payments JOIN parties ON parties.id = payer_id
       WHERE payments.voided_at IS NULL AND payments.kind <> 'repayment' AND payments.date >= @since
         AND payee_id IN (SELECT party_id FROM case_parties WHERE case_id = @caseId AND side = 'applicant')
         AND (payer_id IN (SELECT party_id FROM case_parties WHERE case_id = @caseId AND side IN ('respondent', 'related'))
           OR on_behalf_of_id IN (SELECT party_id FROM case_parties WHERE case_id = @caseId AND side IN ('respondent', 'related')))
       ORDER BY date DESC, payments.id DESC`,
    )
    .all({ caseId, since })
}

const selectStep = 'SELECT id, case_id AS caseId, kind, date, note FROM procedure_steps'

export function stepsOf(db: Db, caseId: string): ProcedureStep[] {
  return db
    .prepare<[string], ProcedureStep>(`${selectStep} WHERE case_id = ? AND voided_at IS NULL ORDER BY date, id`)
    .all(caseId)
}

export function writeStep(db: Db, step: ProcedureStep): void {
  db.prepare(
    `INSERT INTO procedure_steps (id, case_id, kind, date, note) VALUES (@id, @caseId, @kind, @date, @note)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, date = excluded.date, note = excluded.note`,
  ).run(step)
}

/** Takes a step out, or (null) brings it back. Throws `mediation.step-not-found`. */
export function setStepVoided(db: Db, caseId: string, id: string, voided: { at: string; reason: string } | null): void {
  const { changes } = db
    .prepare('UPDATE procedure_steps SET voided_at = ?, void_reason = ? WHERE case_id = ? AND id = ?')
    .run(voided?.at ?? null, voided?.reason ?? null, caseId, id)
  if (changes === 0) throw new BoanError('mediation.step-not-found')
}
