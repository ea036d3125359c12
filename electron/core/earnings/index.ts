/** Earnings as other domains of the core use them. */
export {
  evidenceOfAcknowledgements,
  evidenceOfPayments,
  ledgerHandlers,
  lineSourcesOf,
  readComputeInput,
  refigureAll,
  refreshAgreement,
} from './ledger/index.ts'
