import { daysBetween } from '../calendar.ts'
import type { CaseClaim, CaseEvidence } from './case-file.ts'
import { addYears } from './time-limit.ts'

/** What may weaken a piece of evidence (law ev-90), or what must be known about it. Sentences are in the catalogue. */
export type EvidenceMark =
  /** A copy that cannot be compared with an original. */
  | 'no-original'
  | 'original-place-unknown'
  /** Electronic data or recordings of which nobody says from which device, by whom and when. */
  | 'doubtful-electronic'
  | 'no-source'
  | 'no-purpose'
  /** The other side holds the original and must produce it (law dma-6). */
  | 'held-by-payer'
  /** A platform may drop its record after three years. */
  | 'platform-may-drop'

export type MarkedEvidence = Pick<
  CaseEvidence,
  'kind' | 'source' | 'takenBy' | 'takenAt' | 'purpose' | 'originalPlace' | 'originalHolder'
>

const electronicKinds = new Set<CaseEvidence['kind']>(['chat', 'screenshot', 'recording', 'video'])
const weakMarks = new Set<EvidenceMark>(['no-original', 'doubtful-electronic'])

/** The marks of one piece of evidence, weightiest first. */
export function evidenceMarks(evidence: MarkedEvidence): EvidenceMark[] {
  const marks: EvidenceMark[] = []
  if (evidence.originalHolder === 'none') marks.push('no-original')
  if (electronicKinds.has(evidence.kind) && isDoubtful(evidence)) marks.push('doubtful-electronic')
  if (evidence.source.trim() === '') marks.push('no-source')
  if (evidence.purpose.trim() === '') marks.push('no-purpose')
  if (evidence.originalHolder === 'me' && evidence.originalPlace.trim() === '') marks.push('original-place-unknown')
  if (evidence.originalHolder === 'payer') marks.push('held-by-payer')
  if (evidence.originalHolder === 'platform') marks.push('platform-may-drop')
  return marks
}

function isDoubtful(evidence: MarkedEvidence): boolean {
  return evidence.source.trim() === '' || evidence.takenBy.trim() === '' || evidence.takenAt === null
}

/** Whether it cannot carry a fact alone (law ev-90). */
export function isWeak(evidence: MarkedEvidence): boolean {
  return evidenceMarks(evidence).some((mark) => weakMarks.has(mark))
}

/** The day after which a platform may have dropped its record, with the days left to it; null when that is not known. */
export function platformKeepsUntil(
  evidence: Pick<CaseEvidence, 'originalHolder' | 'takenAt'>,
  asOf: string,
): { date: string; daysLeft: number } | null {
  if (evidence.originalHolder !== 'platform' || evidence.takenAt === null) return null
  const date = addYears(evidence.takenAt.slice(0, 10), 3)
  return { date, daysLeft: daysBetween(asOf, date) }
}

export type ClaimWarning = 'word-only' | 'weak-evidence-only' | 'terms-claimed' | 'not-due' | 'lacks-amounts'

/** Marks a claim that rests only on a party's word or on evidence that is not enough alone (law ev-90). */
export function claimEvidenceWarnings(kind: CaseClaim['kind'], evidence: readonly MarkedEvidence[]): ClaimWarning[] {
  // What was paid says nothing about why something was deducted.
  const relevant = evidence.filter((item) => kind === 'unpaid-pay' || item.kind !== 'payment')
  if (relevant.length === 0) return ['word-only']
  return relevant.every(isWeak) ? ['weak-evidence-only'] : []
}
