/** Disputes as other domains may use them. */
export { disputeHandlers } from './handlers.ts'
export { findEvidenceOfFile, insertEvidence } from './evidence.ts'
export { keepReceivedAsEvidence } from './received-evidence.ts'
