import { payTermsSchema, type PayTerms } from '../../earnings/terms.ts'
import {
  type ContractTemplate,
  type ContractValue,
  type ContractValues,
  partySnapshotSchema,
  type PartySnapshot,
  type TemplateVariable,
} from './template.ts'

/** A variable of a template by name. Throws `Error` for one that it does not have: such a template does not load. */
export function variableOf(template: ContractTemplate, name: string): TemplateVariable {
  const variable = template.variables.find((candidate) => candidate.name === name)
  if (variable === undefined) throw new Error(`template ${template.id} has no variable ${name}`)
  return variable
}

/** What conditions of body.ts look at. */
export interface Situation {
  template: ContractTemplate
  values: ContractValues
  optionalClauses: readonly string[]
}

/** Whether a condition of body.ts holds; a variable that is not asked for has no value. */
export function conditionHolds(situation: Situation, condition: string): boolean {
  const { template, values } = situation
  const [, without = '', clauseId] = /^(!?)\+(.+)$/.exec(condition) ?? []
  if (clauseId !== undefined) return isClauseIn(situation, clauseId) !== (without === '!')
  const [, not = '', name = '', operator, wanted] = /^(!?)([A-Za-z0-9]+)(?:(!?=)(.+))?$/.exec(condition) ?? []
  const variable = template.variables.find((candidate) => candidate.name === name)
  const isThere = variable !== undefined && isAsked(situation, variable) && !isBlank(values[name])
  if (operator === undefined) return isThere !== (not === '!')
  const value = values[name]
  const isWanted = (typeof value === 'string' || typeof value === 'number') && String(value) === wanted
  return (isThere && isWanted) === (operator === '=')
}

function isClauseIn({ template, optionalClauses }: Situation, id: string): boolean {
  return template.clauses.some((clause) => clause.id === id && (clause.required || optionalClauses.includes(id)))
}

/** Whether a variable is asked for. */
export function isAsked(situation: Situation, variable: TemplateVariable): boolean {
  return (variable.when ?? []).every((condition) => conditionHolds(situation, condition))
}

/** Variables that are asked for, in the template's order. */
export function askedVariables(situation: Situation): TemplateVariable[] {
  return situation.template.variables.filter((variable) => isAsked(situation, variable))
}

/** Required variables that have no value yet. */
export function missingVariables(situation: Situation): TemplateVariable[] {
  return askedVariables(situation).filter((variable) => variable.required && isBlank(situation.values[variable.name]))
}

/** Nothing, only space, or a switch that is off. */
export function isBlank(value: ContractValue | undefined): boolean {
  return value === undefined || value === false || (typeof value === 'string' && value.trim() === '')
}

/** The values a form begins with. */
export function startingValues(template: ContractTemplate): ContractValues {
  const entries = template.variables.flatMap(({ name, default: value }) =>
    value === undefined ? [] : [[name, value] as const],
  )
  return Object.fromEntries(entries)
}

/** The optional clauses a form begins with. */
export function startingClauses(template: ContractTemplate): string[] {
  return template.clauses.filter((clause) => clause.chosenAtFirst === true).map((clause) => clause.id)
}

/** A value as a party, or undefined when it is none. */
export function partyValue(value: ContractValue | undefined): PartySnapshot | undefined {
  if (typeof value !== 'object' || !('kind' in value)) return undefined
  return partySnapshotSchema.safeParse(value).data
}

/** A value as pay terms, or undefined when it is none. */
export function payTermsValue(value: ContractValue | undefined): PayTerms | undefined {
  if (typeof value !== 'object' || !('cycle' in value)) return undefined
  return payTermsSchema.safeParse(value).data
}

/** What the register, the agreement and the calendar need of a contract; undefined for what is not filled in. */
export interface ContractFacts {
  relation: ContractTemplate['relation']
  payer: PartySnapshot | undefined
  payee: PartySnapshot | undefined
  from: string | undefined
  /** Undefined also where the contract has an open end. */
  to: string | undefined
  payTerms: PayTerms | undefined
}

/** The facts of a contract by the template's `keys`. */
export function contractFacts(template: ContractTemplate, values: ContractValues): ContractFacts {
  const { keys, relation } = template
  const date = (name: string | undefined): string | undefined => {
    const value = name === undefined ? undefined : values[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  return {
    relation,
    payer: partyValue(values[keys.payer]),
    payee: partyValue(values[keys.payee]),
    from: date(keys.from),
    to: date(keys.to),
    payTerms: keys.payTerms === undefined ? undefined : payTermsValue(values[keys.payTerms]),
  }
}
