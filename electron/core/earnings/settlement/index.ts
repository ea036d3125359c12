/** The payer's side of the ledger, as the core's door loads it. */
export { settlementHandlers } from './handlers.ts'
