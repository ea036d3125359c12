import type { ContractTemplate, ContractValues } from './template.ts'
import { missingVariables } from './values.ts'

export interface ContractFault {
  /** Under `templates:fault.`. */
  code: string
  /** An error keeps the contract from being issued, a warning does not. */
  severity: 'error' | 'warning'
  /** The field it is about; null where it is about several. */
  variable: string | null
  params: Record<string, string | number>
  /** Law it rests on, ids of reference/law.md. */
  lawIds: readonly string[]
}

export interface FaultOptions {
  optionalClauses: readonly string[]
}

/** What is wrong with a contract as filled in: blanks, values that cannot be, limits of law. The same for a form and for a row of a roster. */
export function contractFaults(
  template: ContractTemplate,
  values: ContractValues,
  options: FaultOptions,
): ContractFault[] {
  return missingVariables({ template, values, optionalClauses: options.optionalClauses }).map(({ name }) => ({
    code: 'missing',
    severity: 'error',
    variable: name,
    params: {},
    lawIds: [],
  }))
}
