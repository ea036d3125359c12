import type { ParsedInput } from '../../../shared/contract.ts'
import { shanghaiDate } from '../../../shared/calendar.ts'
import { evidenceMarks, platformKeepsUntil } from '../../../shared/disputes/evidence-marks.ts'
import type { EvidenceItem } from '../../../shared/disputes/views.ts'
import { BoanError } from '../../../shared/errors.ts'
import { attachmentPath, keepFile, mimeOf, recordAttachment } from '../attachments/store.ts'
import type { CallContext } from '../context.ts'
import type { Db } from '../database/open.ts'
import { appendExhibit } from './exhibits.ts'
import { requireCase } from './case-store.ts'
import { countPages } from './page-count.ts'

/** A row of `evidence` joined with its file, in the words of the code. */
export interface EvidenceRow {
  id: string
  sha256: string
  title: string
  kind: EvidenceItem['kind']
  source: string
  takenBy: string
  takenAt: string | null
  purpose: string
  originalPlace: string
  originalHolder: EvidenceItem['originalHolder']
  redactedOf: string | null
  redaction: string
  pages: number | null
  createdAt: string
  voidedAt: string | null
  voidReason: string | null
  fileName: string
  mime: string
  sizeBytes: number
}

const selectEvidence = `SELECT evidence.id, evidence.sha256, title, kind, source, taken_by AS takenBy, taken_at AS takenAt, purpose,
  original_place AS originalPlace, original_holder AS originalHolder, redacted_of AS redactedOf, redaction, pages,
  created_at AS createdAt, evidence.voided_at AS voidedAt, evidence.void_reason AS voidReason,
  attachments.name AS fileName, mime, size_bytes AS sizeBytes
  FROM evidence JOIN attachments ON attachments.sha256 = evidence.sha256`

/** One piece of evidence. Throws `disputes.evidence-not-found`. */
export function getEvidence(db: Db, id: string): EvidenceRow {
  const row = db.prepare<[string], EvidenceRow>(`${selectEvidence} WHERE evidence.id = ?`).get(id)
  if (row === undefined) throw new BoanError('disputes.evidence-not-found', { id })
  return row
}

/** The evidence that is kept under this file's hash and not voided, if there is any; redacted copies aside. */
export function findEvidenceOfFile(db: Db, sha256: string): EvidenceRow | undefined {
  return db
    .prepare<[string], EvidenceRow>(
      `${selectEvidence} WHERE evidence.sha256 = ? AND evidence.voided_at IS NULL AND redacted_of IS NULL
       ORDER BY evidence.id LIMIT 1`,
    )
    .get(sha256)
}

/** The newest redacted copy of a piece of evidence that is not voided. */
export function findRedactedCopy(db: Db, evidenceId: string): EvidenceRow | undefined {
  return db
    .prepare<[string], EvidenceRow>(
      `${selectEvidence} WHERE redacted_of = ? AND evidence.voided_at IS NULL ORDER BY evidence.id DESC LIMIT 1`,
    )
    .get(evidenceId)
}

/** All evidence, or that with the given ids, newest first. */
export function listEvidence(db: Db, ids: readonly string[] | undefined, withVoided: boolean): EvidenceRow[] {
  const rows = db.prepare<[], EvidenceRow>(`${selectEvidence} ORDER BY evidence.id DESC`).all()
  const wanted = ids === undefined ? undefined : new Set(ids)
  return rows.filter((row) => (withVoided || row.voidedAt === null) && (wanted?.has(row.id) ?? true))
}

/** A row as screens show it: with its marks, counted to the given day, and the cases it stands in. */
export function evidenceItem(db: Db, row: EvidenceRow, asOf: string): EvidenceItem {
  const cases = db
    .prepare<[string], { number: string }>(
      `SELECT number FROM case_evidence JOIN cases ON cases.id = case_id WHERE evidence_id = ? AND voided_at IS NULL ORDER BY number`,
    )
    .all(row.id)
  return {
    ...row,
    marks: evidenceMarks(row),
    platformKeepsUntil: platformKeepsUntil(row, asOf),
    cases: cases.map((found) => found.number),
  }
}

export interface NewEvidence extends Omit<
  EvidenceRow,
  'createdAt' | 'voidedAt' | 'voidReason' | 'fileName' | 'mime' | 'sizeBytes'
> {
  createdAt: string
}

/** Writes a new row; its attachment must be recorded already. */
export function insertEvidence(db: Db, evidence: NewEvidence): void {
  db.prepare(
    `INSERT INTO evidence (id, sha256, title, kind, source, taken_by, taken_at, purpose, original_place, original_holder,
       redacted_of, redaction, pages, created_at)
     VALUES (@id, @sha256, @title, @kind, @source, @takenBy, @takenAt, @purpose, @originalPlace, @originalHolder,
       @redactedOf, @redaction, @pages, @createdAt)`,
  ).run(evidence)
}

/**
 * Keeps a file as evidence, byte for byte. The same file is not kept twice: its evidence is answered, and joins the case.
 * Throws `disputes.redaction-unsaid`, `disputes.redaction-of-copy`, `disputes.evidence-not-found` and what intake and store throw.
 */
export async function addEvidence(
  context: CallContext,
  input: ParsedInput<'disputes.addEvidence'>,
): Promise<EvidenceItem> {
  const { db, dataDir } = context
  if (input.caseId !== undefined) requireCase(db, input.caseId)
  checkRedaction(db, input)
  const file = context.intake(input.token)
  const kept = await keepFile(dataDir, file.path)
  recordAttachment(db, kept, file.name, context.now())
  context.tookIn(kept.sha256)
  const known = input.redactedOf === undefined ? findEvidenceOfFile(db, kept.sha256) : undefined
  const id = known?.id ?? context.newId()
  if (known === undefined) insertEvidence(db, newEvidence(context, input, { id, sha256: kept.sha256, name: file.name }))
  context.subject(id)
  if (input.caseId !== undefined && input.redactedOf === undefined) {
    appendExhibit(db, input.caseId, id)
    context.subject(input.caseId)
  }
  return evidenceItem(db, getEvidence(db, id), shanghaiDate(context.now()))
}

function checkRedaction(db: Db, input: ParsedInput<'disputes.addEvidence'>): void {
  if ((input.redactedOf === undefined) !== (input.redaction === undefined))
    throw new BoanError('disputes.redaction-unsaid')
  if (input.redactedOf === undefined) return
  if (getEvidence(db, input.redactedOf).redactedOf !== null) throw new BoanError('disputes.redaction-of-copy')
}

function newEvidence(
  context: CallContext,
  input: ParsedInput<'disputes.addEvidence'>,
  file: { id: string; sha256: string; name: string },
): NewEvidence {
  const mime = mimeOf(file.name)
  return {
    id: file.id,
    sha256: file.sha256,
    title: input.title ?? file.name.replace(/\.[^.]{1,8}$/, '').slice(0, 200),
    kind: input.kind ?? kindOf(file.name, mime),
    source: input.source ?? '',
    takenBy: input.takenBy ?? '',
    takenAt: input.takenAt ?? null,
    purpose: input.purpose ?? '',
    originalPlace: input.originalPlace ?? '',
    originalHolder: input.originalHolder ?? 'me',
    redactedOf: input.redactedOf ?? null,
    redaction: input.redaction ?? '',
    pages: input.pages ?? countPages(attachmentPath(context.dataDir, file.sha256), mime),
    createdAt: context.now(),
  }
}

/** Words in a file's name that say what it is. */
const kindWords: [words: RegExp, kind: EvidenceItem['kind']][] = [
  [/合同|协议|contract/i, 'contract'],
  [/结算|对账|账单|statement/i, 'statement'],
  [/转账|付款|收款|到账|payment/i, 'payment'],
  [/聊天|微信|chat/i, 'chat'],
]

/** What a file probably is, by its type and name; the person corrects it. */
function kindOf(name: string, mime: string): EvidenceItem['kind'] {
  if (mime.startsWith('audio/')) return 'recording'
  if (mime.startsWith('video/')) return 'video'
  const named = kindWords.find(([words]) => words.test(name))?.[1]
  return named ?? (mime.startsWith('image/') ? 'screenshot' : 'other')
}

/** Changes what is said about a piece of evidence. Throws `disputes.evidence-not-found`, `disputes.evidence-voided`. */
export function updateEvidence(context: CallContext, input: ParsedInput<'disputes.updateEvidence'>): EvidenceItem {
  const { db } = context
  const row = getEvidence(db, input.id)
  if (row.voidedAt !== null) throw new BoanError('disputes.evidence-voided', { title: row.title })
  const changes = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  db.prepare(
    `UPDATE evidence SET title = @title, kind = @kind, source = @source, taken_by = @takenBy, taken_at = @takenAt,
       purpose = @purpose, original_place = @originalPlace, original_holder = @originalHolder, pages = @pages WHERE id = @id`,
  ).run({ ...row, ...changes })
  return touched(context, input.id)
}

/** Takes evidence out of the lists (`reason` null brings it back). Cases keep its place for when it comes back. */
export function setEvidenceVoided(context: CallContext, id: string, reason: string | null): EvidenceItem {
  getEvidence(context.db, id)
  context.db
    .prepare('UPDATE evidence SET voided_at = ?, void_reason = ? WHERE id = ?')
    .run(reason === null ? null : context.now(), reason, id)
  return touched(context, id)
}

function touched(context: CallContext, id: string): EvidenceItem {
  context.subject(id)
  return evidenceItem(context.db, getEvidence(context.db, id), shanghaiDate(context.now()))
}
