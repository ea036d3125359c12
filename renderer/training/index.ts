/** What other screens use of training: its records as evidence of a case. */
export { TrainingEvidenceButton } from './evidence-dialog.tsx'
