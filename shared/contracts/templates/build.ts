import { unreachable } from '../../errors.ts'
import { chineseNumber } from '../../documents/numbering.ts'
import { formatPpm } from '../../money.ts'
import { parseBody, type BodyLine, type BodyPart } from './body.ts'
import type { BuiltClause, BuiltContract, BuiltParagraph, BuiltParty } from './built.ts'
import { payProse, type ProseSides } from './pay-prose.ts'
import type { ContractTemplate, ContractValue, ContractValues, TemplateClause, TemplateVariable } from './template.ts'
import { conditionHolds, missingVariables, partyValue, payTermsValue, type Situation, variableOf } from './values.ts'
import { contractText, type ContractText, dateInWords, moneyInFigures, moneyInWords } from './words.ts'

interface Building extends Situation {
  t: ContractText
  /** A draft says what belongs on an open line; a numbered contract leaves it to the hand. */
  isDraft: boolean
  /** The clauses that are in, with their place from 1. */
  places: ReadonlyMap<string, number>
}

/**
 * A contract as text from its template and what was filled in. Pure and the same for the same input; it never fails for what
 * is missing: such places stay as open lines with the name of what belongs there, and are listed in `missing`.
 * `number`: null in a draft.
 */
export function buildContract(
  template: ContractTemplate,
  values: ContractValues,
  optionalClauses: readonly string[],
  number: string | null,
): BuiltContract {
  const clauses = clausesIn(template, optionalClauses)
  const places = new Map(clauses.map((clause, index) => [clause.id, index + 1]))
  const building: Building = {
    t: contractText(),
    isDraft: number === null,
    template,
    values,
    optionalClauses,
    places,
  }
  return {
    templateId: template.id,
    version: template.version,
    title: template.title.zh,
    number,
    parties: template.parties.map((party) => buildParty(building, party)),
    preamble: buildLines(building, parseBody(template.preambleText), ''),
    clauses: clauses.map((clause, index) => buildClause(building, clause, index + 1)),
    missing: missingVariables(building).map(({ name, label }) => ({ variable: name, label })),
  }
}

/** The clauses of a contract with these choices, in order. */
export function clausesIn(template: ContractTemplate, optionalClauses: readonly string[]): TemplateClause[] {
  return template.clauses.filter((clause) => clause.required || optionalClauses.includes(clause.id))
}

function buildClause(building: Building, clause: TemplateClause, place: number): BuiltClause {
  const { t } = building
  const lines = parseBody(clause.body)
  return {
    id: clause.id,
    heading: t('words.clauseHeading', { number: chineseNumber(place), title: clause.title }),
    paragraphs: buildLines(building, lines, String(place)),
    weighty: clause.weighty === true,
    lawIds: clause.lawIds,
    note: clause.note,
  }
}

/** `place` '' numbers nothing. A clause of one paragraph has no 7.1 either. */
function buildLines(building: Building, lines: readonly BodyLine[], place: string): BuiltParagraph[] {
  const open = lines.flatMap((line) => openLine(building, line))
  const isNumbered = place !== '' && open.filter(({ kind }) => kind === 'numbered').length > 1
  let top = 0
  let item = 0
  return open.map(({ kind, runs, cells }) => {
    if (kind === 'row') return { number: '', runs: [], cells: cells ?? [] }
    if (kind === 'plain') return { number: '', runs }
    if (kind === 'item') {
      item += 1
      return { number: building.t('words.item', { number: item }), runs }
    }
    top += 1
    item = 0
    return { number: isNumbered ? `${place}.${top}` : '', runs }
  })
}

/** What payer and payee are called: 甲方 and 乙方 of the template's parties. */
function sidesOf({ template }: Building): ProseSides {
  const markOf = (name: string): string => template.parties.find(({ variable }) => variable === name)?.mark ?? ''
  return { payer: markOf(template.keys.payer), payee: markOf(template.keys.payee) }
}

interface OpenLine {
  kind: BodyLine['kind']
  runs: BuiltParagraph['runs']
  cells?: string[]
}

/** A line with its gaps filled; none when nothing of it stands; several when it is the pay terms. */
function openLine(building: Building, line: BodyLine): OpenLine[] {
  const stands = (part: BodyPart): boolean => part.when.every((condition) => conditionHolds(building, condition))
  const parts = line.parts.filter(stands)
  if (line.kind === 'row') {
    const cells = line.cells.map((cell) => joined(building, cell.filter(stands)))
    return cells.every((cell) => cell === '') ? [] : [{ kind: 'row', runs: [], cells }]
  }
  const [only] = parts
  if (parts.length === 1 && only?.kind === 'variable') {
    const terms = payTermsValue(building.values[only.name])
    if (terms !== undefined)
      return payProse(building.t, terms, sidesOf(building)).map(({ kind, text }) => ({ kind, runs: [{ text }] }))
  }
  const runs = parts.map((part) => runOf(building, part)).filter((run) => run.text !== '' || run.style === 'blank')
  return runs.length === 0 ? [] : [{ kind: line.kind, runs: joinRuns(runs) }]
}

/** The text of a cell; what is still to be filled in stays open for the hand. */
function joined(building: Building, parts: readonly BodyPart[]): string {
  const runs = parts.map((part) => runOf(building, part))
  return runs.map(({ text, style }) => (style === 'blank' ? '' : text)).join('')
}

type Run = BuiltParagraph['runs'][number]

function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last !== undefined && last.style === run.style && run.style !== 'blank') {
      joined[joined.length - 1] = { ...last, text: last.text + run.text }
    } else joined.push(run)
  }
  return joined
}

function runOf(building: Building, part: BodyPart): Run {
  const strong = part.strong ? { style: 'strong' as const } : {}
  switch (part.kind) {
    case 'text':
      return { text: part.text, ...strong }
    case 'clause':
      return { text: building.t('words.clauseNumber', { number: numberOf(building, part.id) }), ...strong }
    case 'variable': {
      const variable = variableOf(building.template, part.name)
      const text = valueText(building.t, variable, building.values[part.name], part.form)
      return text === '' ? { text: building.isDraft ? variable.label.zh : '', style: 'blank' } : { text, ...strong }
    }
    default:
      return unreachable(part)
  }
}

function numberOf({ places }: Building, id: string): string {
  const place = places.get(id)
  return place === undefined ? '' : chineseNumber(place)
}

/** A value as the contract says it; '' while there is none. */
export function valueText(
  t: ContractText,
  variable: TemplateVariable,
  value: ContractValue | undefined,
  form = '',
): string {
  switch (variable.type) {
    case 'money':
      if (typeof value !== 'number') return ''
      return form === 'figures' ? moneyInFigures(t, value) : moneyInWords(t, value)
    case 'percent':
      return typeof value === 'number' ? formatPpm(value) : ''
    case 'integer':
      return typeof value === 'number' ? String(value) : ''
    case 'date':
      return typeof value === 'string' && value !== '' ? dateInWords(t, value) : ''
    case 'choice':
      return variable.options?.find((option) => option.value === value)?.label.zh ?? ''
    case 'party': {
      const party = partyValue(value)
      if (party === undefined) return ''
      return form === '' ? party.name : partyDetail(party, form)
    }
    case 'text':
      return typeof value === 'string' ? value.trim() : ''
    case 'pay-terms':
      return ''
    default:
      return unreachable(variable.type)
  }
}

function partyDetail(party: NonNullable<ReturnType<typeof partyValue>>, form: string): string {
  const detail = Object.entries(party).find(([name]) => name === form)?.[1]
  return detail ?? ''
}

/** Fields of the parties' blocks, in the order of reference/forms.md 0; what is not known stays open. */
const personFields = ['idCard', 'phone', 'email', 'address', 'mailingAddress'] as const
const organisationFields = ['creditCode', 'legalRepresentative', 'phone', 'email', 'address', 'mailingAddress'] as const
/** Printed only where they are known: an open line would ask for what the paper does not need. */
const ifKnown: readonly string[] = ['mailingAddress', 'email']

function buildParty(building: Building, { variable, mark, role }: ContractTemplate['parties'][number]): BuiltParty {
  const { t, template, values } = building
  const party = partyValue(values[variable]) ?? null
  const needs = variableOf(template, variable).needs
  const kind = party?.kind ?? (needs !== undefined && needs.person.length === 0 ? 'organisation' : 'person')
  const names = kind === 'person' ? personFields : organisationFields
  const fields = names.flatMap((name) => {
    const value = party?.[name] ?? ''
    if (value === '' && ifKnown.includes(name)) return []
    return [{ label: t(`party.${kind}.${name}`), value }]
  })
  return { mark, role, party, fields: [{ label: t(`party.${kind}.name`), value: party?.name ?? '' }, ...fields] }
}
