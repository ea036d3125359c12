import { agreementHandlers } from './handlers.ts'
import { lifeHandlers } from './life-handlers.ts'
import { templateHandlers } from './template-handlers.ts'

/** Agreements as other domains may use them: the relation, its versions of terms, and the evidence they rest on. */
export { readTemplate } from './templates.ts'
export { type AgreementRecord, evidenceIdsOf, getAgreementRecord, listAgreementRows, listVersions } from './store.ts'

export { datesOfContracts } from './register.ts'

/** Calls about agreements, and about the contracts that make them. */
export const contractHandlers = { ...agreementHandlers, ...templateHandlers, ...lifeHandlers }
