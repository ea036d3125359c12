/** Earnings as other domains of the core use them. */
export {
  evidenceOfAcknowledgements,
  evidenceOfPayments,
  ledgerHandlers,
  lineSourcesOf,
  listLineAccounts,
  listOwedCycles,
  listPaidFacts,
  type OwedCycle,
  readComputeInput,
  refigureAll,
} from './ledger/index.ts'
