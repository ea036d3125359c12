/** What other screens use of earnings'. */
export { useFormulaText } from './formula-text.ts'
