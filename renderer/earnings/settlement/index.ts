/** The payer's side as other screens use it: its places under 对账, and the cards for the home of one who pays. */
export { PayablesScreen } from './payables-screen.tsx'
export { PayablesCard, RunCard } from './settlement-cards.tsx'
export { SettlementScreen } from './settlement-screen.tsx'
