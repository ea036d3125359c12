import { type BodyLine, clausesOf, parseBody, variablesOf } from './body.ts'
import { ruleNames } from './rules/index.ts'
import type { ContractTemplate } from './template.ts'

/**
 * What is wrong with a template beyond its schema, as short notes for whoever writes one: names that point nowhere, clauses that
 * are mentioned but may be absent, variables that nothing prints. Empty for a template that can be used.
 */
export function templateProblems(template: ContractTemplate): string[] {
  return [
    ...nameProblems(template),
    ...bodyProblems(template, 'preamble', template.preambleText, []),
    ...template.clauses.flatMap((clause) =>
      bodyProblems(template, clause.id, clause.body, clause.required ? [] : [clause.id]),
    ),
    ...clauseProblems(template),
    ...unprinted(template),
  ]
}

function nameProblems(template: ContractTemplate): string[] {
  const problems: string[] = []
  const variables = new Map(template.variables.map((variable) => [variable.name, variable]))
  const groups = new Set(template.groups.map(({ id }) => id))
  if (variables.size < template.variables.length) problems.push('a variable is declared twice')
  const { payer, payee, from, to, payTerms } = template.keys
  const wanted = [
    [payer, 'party'],
    [payee, 'party'],
    [from, 'date'],
    [to, 'date'],
    [payTerms, 'pay-terms'],
    ...template.parties.map(({ variable }) => [variable, 'party'] as const),
  ] as const
  for (const [name, type] of wanted) {
    if (name !== undefined && variables.get(name)?.type !== type) problems.push(`keys: ${name} is no ${type}`)
  }
  for (const variable of template.variables) {
    if (!groups.has(variable.group)) problems.push(`${variable.name}: no group ${variable.group}`)
    const isChoice = variable.type === 'choice'
    if (isChoice !== (variable.options !== undefined)) problems.push(`${variable.name}: options`)
    problems.push(...conditionProblems(template, variable.name, variable.when ?? []))
  }
  for (const { rule, with: named } of template.rules) {
    if (!ruleNames.includes(rule)) problems.push(`no rule ${rule}`)
    for (const name of Object.values(named)) if (!variables.has(name)) problems.push(`rule ${rule}: no ${name}`)
  }
  return problems
}

function conditionProblems(template: ContractTemplate, where: string, conditions: readonly string[]): string[] {
  const line: BodyLine = {
    kind: 'plain',
    parts: [{ kind: 'text', text: '', strong: false, when: conditions }],
    cells: [],
  }
  return missingNames(template, where, [line])
}

function missingNames(template: ContractTemplate, where: string, lines: readonly BodyLine[]): string[] {
  const variables = new Set(template.variables.map(({ name }) => name))
  const clauses = new Set(template.clauses.map(({ id }) => id))
  return [
    ...[...variablesOf(lines)].filter((name) => !variables.has(name)).map((name) => `${where}: no variable ${name}`),
    ...[...clausesOf(lines)].filter((id) => !clauses.has(id)).map((id) => `${where}: no clause ${id}`),
  ]
}

/** `certain`: optional clauses that are in whenever this text is. */
function bodyProblems(template: ContractTemplate, where: string, body: string, certain: readonly string[]): string[] {
  const lines = parseBody(body)
  const optional = new Set(template.clauses.filter((clause) => !clause.required).map(({ id }) => id))
  const dangling = lines
    .flatMap((line) => line.parts)
    .filter((part) => part.kind === 'clause')
    .filter(({ id, when }) => optional.has(id) && !when.includes(`+${id}`) && !certain.includes(id))
  return [
    ...missingNames(template, where, lines),
    ...dangling.map(({ id }) => `${where}: points at ${id}, which may not be there`),
  ]
}

function clauseProblems(template: ContractTemplate): string[] {
  const ids = new Set(template.clauses.map(({ id }) => id))
  return [
    ...(ids.size < template.clauses.length ? ['a clause is declared twice'] : []),
    ...template.clauses
      .filter((clause) => clause.required !== (clause.optionalLabel === undefined))
      .map(({ id }) => `${id}: optionalLabel is for optional clauses, and each of them has one`),
  ]
}

/** A value that is asked for and printed nowhere would be typed for nothing. */
function unprinted(template: ContractTemplate): string[] {
  const bodies = [template.preambleText, ...template.clauses.map(({ body }) => body)]
  const printed = variablesOf(bodies.flatMap(parseBody))
  for (const { variable } of template.parties) printed.add(variable)
  for (const name of template.rules.flatMap((rule) => Object.values(rule.with))) printed.add(name)
  return template.variables.filter(({ name }) => !printed.has(name)).map(({ name }) => `${name} is printed nowhere`)
}
