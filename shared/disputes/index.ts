/** Disputes as other domains may use them: the case file, and the words around claims and evidence. */
export * from './case-file.ts'
export { buildClaims } from './claims.ts'
