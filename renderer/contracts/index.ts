/** Agreements as the screens of other domains use them: the pieces of the form that asks who pays and on what terms. */
export { PatternCards, type PatternChoice } from './pattern-cards.tsx'
export { ReasonDialog } from './reason-dialog.tsx'
export { FaultRegistry, useFaultCount } from './terms/faults.tsx'
export { TermsEditor, termFaults } from './terms/terms-editor.tsx'
