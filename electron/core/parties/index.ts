/** Parties as other domains may use them: whole records, the person's own party, and the names payers go by. */
export { ensureParty, ensureSelf, findNamedParty } from './ensure-party.ts'
export { getParty, getSelfPartyId, listPayerNames, type PartyRecord } from './store.ts'
export { partyHandlers } from './handlers.ts'
