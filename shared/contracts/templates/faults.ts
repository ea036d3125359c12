import { isCivilDate } from '../../calendar.ts'
import { checkPartyField } from '../../parties/fields.ts'
import { unreachable } from '../../errors.ts'
import { rules } from './rules/index.ts'
import type { Rule } from './rules/rule.ts'
import { RuleView } from './rules/view.ts'
import type { ContractTemplate, ContractValue, ContractValues, PartySnapshot, TemplateVariable } from './template.ts'
import { askedVariables, contractFacts, isBlank, missingVariables, partyValue, payTermsValue } from './values.ts'

export interface ContractFault {
  /** Under `contract-faults:fault.`. */
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

/**
 * What is wrong with a contract as filled in: blanks, values that cannot be, limits of law, in the order of the template's fields.
 * The same for a form and for a row of a roster.
 */
export function contractFaults(
  template: ContractTemplate,
  values: ContractValues,
  options: FaultOptions,
): ContractFault[] {
  const situation = { template, values, optionalClauses: options.optionalClauses }
  const blanks = missingVariables(situation).map(({ name }) => error('missing', name))
  const wrong = askedVariables(situation).flatMap((variable) => valueFaults(template, variable, values[variable.name]))
  const broken = new Set(wrong.filter(({ severity }) => severity === 'error').map(({ variable }) => variable))
  const limits = template.rules.flatMap(({ rule, with: names }) => {
    const check: Rule | undefined = rules[rule]
    return check === undefined ? [] : check(new RuleView(situation, names, broken))
  })
  const faults = [...blanks, ...wrong, ...sideFaults(template, values), ...limits]
  return faults.toSorted((a, b) => placeOf(template, a) - placeOf(template, b))
}

function placeOf(template: ContractTemplate, { variable }: ContractFault): number {
  return variable === null ? template.variables.length : template.variables.findIndex(({ name }) => name === variable)
}

function error(code: string, variable: string | null, params: ContractFault['params'] = {}): ContractFault {
  return { code, severity: 'error', variable, params, lawIds: [] }
}

/** What the two sides and the span of the contract must be, by the template's keys. */
function sideFaults(template: ContractTemplate, values: ContractValues): ContractFault[] {
  const { payer, payee, from, to } = contractFacts(template, values)
  const faults: ContractFault[] = []
  if (payer !== undefined && payee !== undefined && isSameParty(payer, payee)) {
    faults.push(error('same-party', template.keys.payee))
  }
  if (from !== undefined && to !== undefined && to < from) {
    faults.push(error('ends-before-start', template.keys.to ?? null, { from, to }))
  }
  return faults
}

function isSameParty(a: PartySnapshot, b: PartySnapshot): boolean {
  if (a.id !== undefined && a.id === b.id) return true
  const number = a.idCard ?? a.creditCode
  return a.name === b.name && number !== undefined && number === (b.idCard ?? b.creditCode)
}

function valueFaults(
  template: ContractTemplate,
  variable: TemplateVariable,
  value: ContractValue | undefined,
): ContractFault[] {
  if (value === undefined || isBlank(value)) return []
  const { name, type } = variable
  switch (type) {
    case 'text':
      if (typeof value !== 'string') return [error('wrong-type', name)]
      return value.length > (variable.maxLength ?? 200)
        ? [error('too-long', name, { max: variable.maxLength ?? 200 })]
        : []
    case 'choice':
      return variable.options?.some((option) => option.value === value) === true ? [] : [error('unknown-choice', name)]
    case 'date':
      return typeof value === 'string' && isCivilDate(value) ? [] : [error('not-a-date', name)]
    case 'money':
    case 'percent':
    case 'integer':
      return typeof value === 'number' ? numberFaults(variable, type, value) : [error('wrong-type', name)]
    case 'party':
      return partyFaults(template, variable, value)
    case 'pay-terms':
      return termsFaults(template, variable, value)
    default:
      return unreachable(type)
  }
}

function numberFaults(
  variable: TemplateVariable,
  type: 'money' | 'percent' | 'integer',
  value: number,
): ContractFault[] {
  const { name, min, max } = variable
  const least = min ?? 0
  if (value >= least && (max === undefined || value <= max)) return []
  return [error(`${type}-${max === undefined ? 'too-small' : 'out-of-range'}`, name, { min: least, max: max ?? 0 })]
}

/** Identifiers that carry their own check. */
const checkedFields = ['idCard', 'creditCode', 'phone', 'bankCard'] as const

function partyFaults(template: ContractTemplate, variable: TemplateVariable, value: ContractValue): ContractFault[] {
  const { name, needs } = variable
  const party = partyValue(value)
  if (party === undefined) return [error('wrong-type', name)]
  const faults: ContractFault[] = []
  const wanted = needs?.[party.kind] ?? []
  if (needs !== undefined && wanted.length === 0) {
    return [error(party.kind === 'person' ? 'party-not-organisation' : 'party-not-person', name)]
  }
  const lawIds = template.relation === 'labour' ? ['lcl-17'] : []
  for (const field of wanted) {
    if (isBlank(party[field])) faults.push({ ...error(`party-lacks-${field}`, name), lawIds })
  }
  for (const field of checkedFields) {
    const text = party[field] ?? ''
    if (!isBlank(text) && !checkPartyField(party.kind, field, text).ok) faults.push(error(`party-wrong-${field}`, name))
  }
  return faults
}

function termsFaults(template: ContractTemplate, variable: TemplateVariable, value: ContractValue): ContractFault[] {
  const terms = payTermsValue(value)
  if (terms === undefined) return [error('terms-broken', variable.name)]
  return terms.relation === template.relation ? [] : [error('terms-relation', variable.name)]
}
