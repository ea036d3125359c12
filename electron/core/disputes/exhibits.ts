import type { Audience } from '../../../shared/disputes/case-file.ts'
import type { EvidenceChoice } from '../../../shared/disputes/audience.ts'
import { BoanError } from '../../../shared/errors.ts'
import type { Db } from '../database/open.ts'

export type Choices = Partial<Record<Audience, EvidenceChoice>>

/** Evidence of a case in its order; voided evidence and redacted copies (they stand in for their original) are not exhibits. */
export function exhibitsOf(db: Db, caseId: string): { evidenceId: string; choices: Choices }[] {
  return db
    .prepare<[string], { evidenceId: string; choices: string }>(
      `SELECT evidence_id AS evidenceId, choices FROM case_evidence JOIN evidence ON evidence.id = evidence_id
       WHERE case_id = ? AND voided_at IS NULL AND redacted_of IS NULL ORDER BY position, evidence_id`,
    )
    .all(caseId)
    .map(({ evidenceId, choices }) => ({ evidenceId, choices: JSON.parse(choices) as Choices }))
}

/** Puts evidence at the end of a case's list; it stays where it is when it is there already. */
export function appendExhibit(db: Db, caseId: string, evidenceId: string): void {
  db.prepare(
    `INSERT INTO case_evidence (case_id, evidence_id, position)
     VALUES (@caseId, @evidenceId, (SELECT coalesce(max(position), 0) + 1 FROM case_evidence WHERE case_id = @caseId))
     ON CONFLICT (case_id, evidence_id) DO NOTHING`,
  ).run({ caseId, evidenceId })
}

/** Sets the list of a case whole: what is not named leaves it, choices of what stays are kept. Voided evidence keeps its row. */
export function writeExhibits(db: Db, caseId: string, evidenceIds: readonly string[]): void {
  const known = new Map(exhibitsOf(db, caseId).map((exhibit) => [exhibit.evidenceId, exhibit.choices]))
  const remove = db.prepare('DELETE FROM case_evidence WHERE case_id = ? AND evidence_id = ?')
  for (const evidenceId of known.keys()) remove.run(caseId, evidenceId)
  const add = db.prepare(
    `INSERT INTO case_evidence (case_id, evidence_id, position, choices) VALUES (?, ?, ?, ?)
     ON CONFLICT (case_id, evidence_id) DO UPDATE SET position = excluded.position`,
  )
  for (const [index, evidenceId] of [...new Set(evidenceIds)].entries()) {
    add.run(caseId, evidenceId, index + 1, JSON.stringify(known.get(evidenceId) ?? {}))
  }
}

/** Notes what of an exhibit goes to an audience; null takes the note away. Throws `disputes.exhibit-not-found`. */
export function writeChoice(
  db: Db,
  caseId: string,
  evidenceId: string,
  audience: Audience,
  choice: EvidenceChoice | null,
): void {
  const exhibit = exhibitsOf(db, caseId).find((item) => item.evidenceId === evidenceId)
  if (exhibit === undefined) throw new BoanError('disputes.exhibit-not-found', { id: evidenceId })
  const { [audience]: _before, ...others } = exhibit.choices
  const choices: Choices = choice === null ? others : { ...others, [audience]: choice }
  db.prepare('UPDATE case_evidence SET choices = ? WHERE case_id = ? AND evidence_id = ?').run(
    JSON.stringify(choices),
    caseId,
    evidenceId,
  )
}
