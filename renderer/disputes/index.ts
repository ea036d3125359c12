/** What other screens use of the cases': a paper shown as its pages. */
export { PaperPages } from './case/paper-pages.tsx'
export { MediationsCard } from './mediator/mediations-card.tsx'
