/** Agreements as other domains may use them: the relation, its versions of terms, and the evidence they rest on. */
export { type AgreementRecord, evidenceIdsOf, getAgreementRecord, listAgreementRows, listVersions } from './store.ts'

// What brings templates, papers and catalogues along is loaded where it is asked for: the ledger's first page needs none of it.
/** Commands about agreements, for an import that adds accounts to one. */
export const loadAgreementCommands = async () => (await import('./handlers.ts')).agreementHandlers
/** The dates of the contracts in force. */
export const loadContractDates = async () => (await import('./register.ts')).datesOfContracts
/** A contract template by its id. */
export const loadTemplateReader = async () => (await import('./templates.ts')).readTemplate
