/** What other screens use of the cases': a paper shown as its pages, a sentence of the screen as it may be kept. */
export { PaperPages } from './case/paper-pages.tsx'
export { MediationsCard } from './mediator/mediations-card.tsx'
export { asKept } from './case/use-words.ts'
