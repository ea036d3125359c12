/** The payer's side as other screens use it: its places under 对账, cards for the home of one who pays, the view of a received statement. */
export { PayablesScreen } from './payables-screen.tsx'
export { PayablesCard, RunCard } from './settlement-cards.tsx'
export { SettlementScreen } from './settlement-screen.tsx'
