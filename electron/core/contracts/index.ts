/** Agreements as other domains may use them: the relation, its versions of terms, and the evidence they rest on. */
export { type AgreementRecord, evidenceIdsOf, getAgreementRecord, listVersions } from './store.ts'
export { contractHandlers } from './handlers.ts'
