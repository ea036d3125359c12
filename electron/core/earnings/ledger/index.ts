/** The ledger as other parts of the core use it: its calls, the fold of changing facts, and one agreement as pure input. */
export { ledgerHandlers } from './handlers.ts'
export { openLedgerFold, rebuildAgreement, refigureAll, refreshAgreement, type LedgerFold } from './ledger-fold.ts'
export { evidenceOfAcknowledgements, evidenceOfPayments, lineSourcesOf, readComputeInput } from './compute-input.ts'
export { listLineAccounts } from './line-source.ts'
export { listPaidFacts } from './paid-facts.ts'
export { listOwedCycles, type OwedCycle } from './owed-cycles.ts'
export type { ExpectedChange } from './refold.ts'
