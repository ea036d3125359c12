import { civilDate, partsOfDayNumber, shanghaiDayNumber } from '../../calendar.ts'
import {
  type CellKind,
  isEmptyCell,
  readAmountCell,
  readIdCell,
  readMomentCell,
  readRateCell,
  tidyCell,
} from '../../earnings/statements/cells.ts'
import enPlatforms from '../../i18n/en/platforms.json' with { type: 'json' }
import zhPlatforms from '../../i18n/zh/platforms.json' with { type: 'json' }
import type { Language } from '../../i18n/index.ts'
import { checkPartyField } from '../../parties/fields.ts'
import type { AgreementScope } from '../scope.ts'
import { type ContractFault, contractFaults } from '../templates/faults.ts'
import type {
  ContractTemplate,
  ContractValue,
  ContractValues,
  PartySnapshot,
  TemplateVariable,
} from '../templates/template.ts'
import { payTermsValue } from '../templates/values.ts'
import type { RosterMapping, RosterTarget } from './targets.ts'
import { termsTargets } from './terms-targets.ts'

export interface RosterCell {
  text: string
  kind: CellKind
}

/** Something wrong with a row, or with what was typed once for all (`row` null). */
export interface RosterFault {
  /** Line of the file or sheet, from 1. */
  row: number | null
  /** Header of the column; '' where it is about no single one. */
  column: string
  value: string
  severity: 'error' | 'warning'
  /** Key of the sentence, with its catalogue, and what fills it. */
  sentence: string
  params: Record<string, string | number>
}

export interface RosterRow {
  row: number
  values: ContractValues
  scope: AgreementScope
  faults: RosterFault[]
}

export interface RosterPlan {
  template: ContractTemplate
  targets: readonly RosterTarget[]
  mapping: RosterMapping
  headers: readonly string[]
  common: ContractValues
  optionalClauses: readonly string[]
  /** In which what no column fills is named. */
  language: Language
}

interface Reading {
  plan: RosterPlan
  row: number
  values: Record<string, ContractValue>
  parties: Map<string, Partial<Record<string, string>>>
  scope: { platforms?: string[]; accounts?: string[] }
  faults: RosterFault[]
}

/** One row of a roster as the values of a contract, with everything that is wrong with it. Pure: the same row gives the same contract. */
export function checkRow(plan: RosterPlan, row: number, cells: readonly RosterCell[]): RosterRow {
  const reading: Reading = { plan, row, values: { ...plan.common }, parties: new Map(), scope: {}, faults: [] }
  for (const target of plan.targets) {
    const column = plan.mapping[target.id]
    if (column !== undefined) readTarget(reading, target, column, cells[column] ?? { text: '', kind: 'text' })
  }
  for (const [name, details] of reading.parties) {
    const party = partyOf(reading, name, details)
    if (party !== undefined) reading.values[name] = party
  }
  return {
    row,
    values: reading.values,
    scope: reading.scope,
    faults: [...reading.faults, ...templateFaults(reading)],
  }
}

function readTarget(reading: Reading, target: RosterTarget, column: number, cell: RosterCell): void {
  const text = tidyCell(cell.text)
  if (cell.kind === 'error') {
    addFault(reading, column, cell, 'roster:fault.cell-error')
    return
  }
  if (isEmptyCell(text)) return
  if (target.kind === 'party' && target.variable !== null) readPartyCell(reading, target, column, cell)
  else if (target.kind === 'scope') {
    const names = text
      .split(/[、,;]/)
      .map(tidyCell)
      .filter((name) => name !== '')
    if (target.id === 'scope/platform') reading.scope.platforms = names.map(platformOf)
    else reading.scope.accounts = names
  } else if (target.kind === 'terms' && target.variable !== null) {
    readTermsCell(reading, target, target.variable, column, cell)
  } else if (target.variable !== null) {
    const value = readValue(reading, target.variable, column, cell)
    if (value !== undefined) reading.values[target.variable.name] = value
  }
}

function addFault(
  { plan, row, faults }: Reading,
  column: number,
  cell: RosterCell,
  sentence: string,
  params: RosterFault['params'] = {},
  severity: RosterFault['severity'] = 'error',
): void {
  faults.push({ row, column: plan.headers[column] ?? '', value: cell.text.slice(0, 200), severity, sentence, params })
}

/** The value of a cell by the type of its variable; undefined when it cannot be read, which is then a fault. */
function readValue(
  reading: Reading,
  variable: TemplateVariable,
  column: number,
  cell: RosterCell,
): ContractValue | undefined {
  switch (variable.type) {
    case 'money':
      return taken(reading, column, cell, readAmountCell(cell.text, cell.kind))
    case 'percent':
      return readRate(reading, column, cell)
    case 'date':
      return readDate(reading, column, cell)
    case 'integer':
      return readInteger(reading, column, cell)
    case 'choice':
      return readChoice(reading, variable, column, cell)
    default:
      return cell.text.trim()
  }
}

function taken<T>(
  reading: Reading,
  column: number,
  cell: RosterCell,
  read: { value: T | null } | { problem: string },
): T | undefined {
  if ('value' in read) return read.value ?? undefined
  addFault(reading, column, cell, `roster:fault.${read.problem}`)
  return undefined
}

/** A rate; a header that says % makes a bare number a percentage. */
function readRate(reading: Reading, column: number, cell: RosterCell): number | undefined {
  const saysPercent = /[%％]/.test(reading.plan.headers[column] ?? '')
  const text = tidyCell(cell.text)
  const isBare = !text.includes('%')
  return taken(reading, column, cell, readRateCell(saysPercent && isBare ? `${text}%` : text, cell.kind))
}

function readDate(reading: Reading, column: number, cell: RosterCell): string | undefined {
  const seconds = taken(reading, column, cell, readMomentCell(cell.text, cell.kind))
  if (seconds === undefined) return undefined
  const { year, month, day } = partsOfDayNumber(shanghaiDayNumber(seconds * 1000))
  return civilDate(year, month, day)
}

function readInteger(reading: Reading, column: number, cell: RosterCell): number | undefined {
  const match = /^(\d{1,9})(?:\.0+)?\D{0,4}$/.exec(tidyCell(cell.text))
  if (match === null) addFault(reading, column, cell, 'roster:fault.integer')
  return match === null ? undefined : Number(match[1])
}

function readChoice(
  reading: Reading,
  { options = [] }: TemplateVariable,
  column: number,
  cell: RosterCell,
): string | undefined {
  const text = tidyCell(cell.text)
  const found = options.find(({ value, label }) => [value, label.zh, label.en].some((word) => tidyCell(word) === text))
  if (found === undefined) {
    addFault(reading, column, cell, 'roster:fault.choice', {
      options: options.map(({ label }) => label[reading.plan.language]).join('、'),
    })
  }
  return found?.value
}

function readPartyCell(reading: Reading, target: RosterTarget, column: number, cell: RosterCell): void {
  const { variable, detail } = target
  if (variable === null || detail === null) return
  const details = reading.parties.get(variable.name) ?? {}
  reading.parties.set(variable.name, details)
  const isNumber = detail === 'idCard' || detail === 'bankCard' || detail === 'phone'
  const text = isNumber
    ? taken(reading, column, cell, readIdCell(cell.text.replaceAll(/\s/g, ''), cell.kind))
    : cell.text.trim()
  if (text === undefined) return
  const field =
    detail === 'idCard' && !/^\d{17}[\dXx]$/.test(text) && /^[0-9A-Z]{18}$/i.test(text) ? 'creditCode' : detail
  if (field === 'name') {
    details.name = text
    return
  }
  const kind = field === 'creditCode' || field === 'legalRepresentative' ? 'organisation' : 'person'
  const checked = checkPartyField(kind, field, text)
  if (checked.ok) details[field] = checked.value
  else addFault(reading, column, cell, `parties:errors.${checked.code.replace('parties.', '')}`)
}

const companyName = /(?:公司|中心|工作室|合作社|厂|店|商行|企业)(?:（[^）]*）|\([^)]*\))?$/

function partyOf(
  { plan }: Reading,
  variableName: string,
  { name = '', ...details }: Partial<Record<string, string>>,
): PartySnapshot | undefined {
  if (name === '') return undefined
  const needs = plan.template.variables.find((variable) => variable.name === variableName)?.needs
  const mustBePerson = needs !== undefined && needs.organisation.length === 0 && needs.person.length > 0
  const isOrganisation = !mustBePerson && (details.creditCode !== undefined || companyName.test(name))
  return { kind: isOrganisation ? 'organisation' : 'person', name, ...details }
}

function readTermsCell(
  reading: Reading,
  target: RosterTarget,
  variable: TemplateVariable,
  column: number,
  cell: RosterCell,
): void {
  const terms = payTermsValue(reading.values[variable.name])
  const figure = terms && termsTargets(terms).find(({ id }) => `${variable.name}/${id}` === target.id)
  if (terms === undefined || figure === undefined) return
  const value =
    figure.kind === 'rate'
      ? readRate(reading, column, cell)
      : figure.kind === 'day'
        ? readInteger(reading, column, cell)
        : taken(reading, column, cell, readAmountCell(cell.text, cell.kind))
  if (value === undefined) return
  if (value < 0 || (figure.kind === 'day' && (value < 1 || value > 31))) {
    addFault(reading, column, cell, 'roster:fault.out-of-range')
    return
  }
  reading.values[variable.name] = figure.write(terms, value)
}

/** Platforms by their ids and names. */
const platformIds = new Map(
  [zhPlatforms, enPlatforms].flatMap((names) =>
    Object.entries(names).flatMap(([id, name]) => [[id, id] as const, [name.toLowerCase(), id] as const]),
  ),
)

/** A platform by its id or any name it goes by; a name that nobody knows stays as it is typed. */
function platformOf(text: string): string {
  return platformIds.get(text.toLowerCase()) ?? text
}

/** What the template says about the row as a whole: blanks, values that cannot be, limits of law. */
function templateFaults({ plan, row, values, faults }: Reading): RosterFault[] {
  const found = contractFaults(plan.template, values, { optionalClauses: plan.optionalClauses })
  return found.flatMap((fault) => {
    const lacks = lackingDetail(plan, fault)
    const target = targetOf(plan, fault.variable, lacks)
    const variable = plan.template.variables.find(({ name }) => name === fault.variable)
    const column =
      (target === undefined ? variable?.label[plan.language] : plan.headers[plan.mapping[target.id] ?? -1]) ?? ''
    // A cell that could not be read leaves its value out: that is one fault, not two.
    const isAbsence = fault.code === 'missing' || lacks !== undefined
    const isToldAlready = faults.some((told) => told.column === column && told.severity === 'error')
    if (isAbsence && target !== undefined && isToldAlready) return []
    return [
      {
        // What no column fills is the same fault in every row: it is said once.
        row: target === undefined && fault.variable !== null ? null : row,
        column,
        value: '',
        severity: fault.severity,
        sentence: lacks === undefined ? `contract-faults:fault.${fault.code}` : `roster:fault.lacks-${lacks}`,
        params: fault.params,
      },
    ]
  })
}

/** What the person of a row lacks; undefined for other faults, and for the side that the records know. */
function lackingDetail({ template }: RosterPlan, { code, variable }: ContractFault): string | undefined {
  return variable === template.keys.payee ? /^party-lacks-(.+)$/.exec(code)?.[1] : undefined
}

/** The target with a column that a fault is about. One column takes both kinds of numbers of a party. */
function targetOf(
  { targets, mapping }: RosterPlan,
  variable: string | null,
  lacks: string | undefined,
): RosterTarget | undefined {
  const detail = lacks === 'creditCode' ? 'idCard' : lacks
  const own = targets.filter((target) => target.variable?.name === variable && mapping[target.id] !== undefined)
  return own.find((target) => target.detail === detail) ?? own[0]
}
