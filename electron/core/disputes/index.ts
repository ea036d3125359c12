/** Disputes as other domains may use them. */
export { listCaseLimits } from './case-view.ts'
export { listDisputeDates } from './mediation/dispute-dates.ts'
export { findEvidenceOfFile, insertEvidence } from './evidence.ts'
export { keepReceivedAsEvidence } from './received-evidence.ts'
