import { bundleFileName } from '../../../shared/bundles/entry-names.ts'
import { effectiveChoice, type EvidenceChoice } from '../../../shared/disputes/audience.ts'
import type { Audience, CaseEvidence } from '../../../shared/disputes/case-file.ts'
import type { Db } from '../database/open.ts'
import { type EvidenceRow, findRedactedCopy, getEvidence } from './evidence.ts'
import { type Choices, exhibitsOf } from './exhibits.ts'
import { hasBuyersData } from './statement-evidence.ts'

/** An exhibit with what of it goes to an audience. */
export interface SentExhibit {
  number: number
  evidence: EvidenceRow
  redacted: EvidenceRow | undefined
  hasBuyersData: boolean
  choices: Choices
}

/** The exhibits of a case in their order, 证据1…n. */
export function listExhibits(db: Db, caseId: string): SentExhibit[] {
  return exhibitsOf(db, caseId).map(({ evidenceId, choices }, index) => exhibitOf(db, evidenceId, index + 1, choices))
}

/** A piece of evidence as an exhibit under a number. Throws `disputes.evidence-not-found`. */
export function exhibitOf(db: Db, evidenceId: string, number: number, choices: Choices = {}): SentExhibit {
  const evidence = getEvidence(db, evidenceId)
  return {
    number,
    evidence,
    redacted: findRedactedCopy(db, evidenceId),
    hasBuyersData: hasBuyersData(db, evidence.sha256),
    choices,
  }
}

/** What of an exhibit goes to an audience. */
export function choiceOf(exhibit: SentExhibit, audience: Audience): EvidenceChoice {
  const facts = {
    kind: exhibit.evidence.kind,
    hasRedactedCopy: exhibit.redacted !== undefined,
    hasBuyersData: exhibit.hasBuyersData,
  }
  return effectiveChoice(audience, facts, exhibit.choices[audience])
}

/** The path of an exhibit in the bundle: `evidence/003-name.ext`. */
function evidencePath(number: number, fileName: string): string {
  return `evidence/${String(number).padStart(3, '0')}-${bundleFileName(fileName)}`
}

/** A piece of evidence as an audience gets it: itself, its redacted copy, or only its name. */
export function sentEvidence(exhibit: SentExhibit, audience: Audience): CaseEvidence {
  const { evidence, redacted, number } = exhibit
  const choice = choiceOf(exhibit, audience)
  const sent = choice === 'redacted' && redacted !== undefined ? redacted : evidence
  return {
    id: evidence.id,
    number,
    title: evidence.title,
    kind: evidence.kind,
    source: evidence.source,
    takenBy: evidence.takenBy,
    takenAt: evidence.takenAt,
    purpose: evidence.purpose,
    originalPlace: evidence.originalPlace,
    originalHolder: evidence.originalHolder,
    importedAt: sent.createdAt,
    sha256: sent.sha256,
    mime: sent.mime,
    sizeBytes: sent.sizeBytes,
    pages: sent.pages,
    file: choice === 'none' ? null : evidencePath(number, sent.fileName),
    redactedOf: sent === evidence ? null : evidence.sha256,
    redaction: sent === evidence ? '' : sent.redaction,
  }
}
