/** Parties as the screens of other domains use them. */
export { PartyList } from './party-list.tsx'
export { PartySelect } from './party-select.tsx'
