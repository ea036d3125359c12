/** Parties as other domains may use them: whole records, the person's own party, and the names payers go by. */
export { getParty, getSelfPartyId, listPayerNames, type PartyRecord } from './store.ts'
export { partyHandlers } from './handlers.ts'
