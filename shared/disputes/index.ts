/** Disputes as other domains may use them: the case file, and the words around claims and evidence. */
export * from './case-file.ts'
export { buildClaims } from './claims.ts'
export { pageRanges, pageRangeText, type PageRange } from './exhibits.ts'
export { disputeCalls } from './calls.ts'
