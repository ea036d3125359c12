/** What other screens use of earnings'. */
export { useFormulaText } from './formula-text.ts'
export { cycleName } from './ledger/cycle-words.ts'
