/** What other screens use of earnings'. */
export { useFormulaText } from './formula-text.ts'
export { PaymentForm } from './forms/payment-form.tsx'
export { DropZone } from './import/drop-zone.tsx'
export { useImport } from './import/import-store.ts'
export { cycleName } from './ledger/cycle-words.ts'
