import type { CaseClaim, CaseEvidence, CaseFact, CaseFile, CaseParty } from './case-file.ts'
import { evidenceMarks } from './evidence-marks.ts'

/** The five places of a case, in the order one works through them. */
export const casePlaces = ['facts', 'claims', 'evidence', 'documents', 'submit'] as const
export type CasePlace = (typeof casePlaces)[number]

/** Something a case still lacks. `must`: offices return a paper without it (reference/forms.md 0); `should`: it makes the case stronger. */
export interface MissingItem {
  place: CasePlace
  code: MissingCode
  weight: 'must' | 'should'
  params: Record<string, string | number>
  /** The party, fact or piece of evidence it is about. */
  id: string | null
}

export type MissingCode =
  | 'statement-empty'
  | 'fact-without-source'
  | 'records-changed'
  | 'party-name-short'
  | 'party-id-card'
  | 'party-credit-code'
  | 'party-legal-representative'
  | 'party-phone'
  | 'party-address'
  | 'no-claim'
  | 'cycle-not-due'
  | 'cycle-without-due'
  | 'lines-lack-amounts'
  | 'rests-on-word'
  | 'weak-evidence'
  | 'no-contract-evidence'
  | 'evidence-marks'
  | 'addressee-empty'
  | 'never-exported'
  | 'changed-since-export'

export interface CaseState {
  relation: CaseFile['relation']
  addressee: string
  statement: string
  parties: readonly (Pick<CaseParty, 'id' | 'side' | 'kind' | 'name'> & { lacks: readonly string[] })[]
  facts: readonly Pick<CaseFact, 'id' | 'sourceIds' | 'origin'>[]
  claims: readonly CaseClaim[]
  /** Claimed cycles that are not over or not due yet, and those of which lines lack amounts. */
  cycles: readonly { cycle: string; status: string; dueDate: string | null; missing: number }[]
  evidence: readonly CaseEvidence[]
  /** How many records changed since the timeline was made from them. */
  changedRecords: number
  exported: 'never' | 'current' | 'outdated'
}

/** What is still missing, by place (spec/screens.md 'Case'): codes only, the sentences are in the catalogue under `missing.`. */
export function findMissing(state: CaseState): MissingItem[] {
  return [
    ...missingFacts(state),
    ...missingClaims(state),
    ...missingEvidence(state),
    ...missingDocuments(state),
    ...missingSubmission(state),
  ]
}

function missingFacts(state: CaseState): MissingItem[] {
  const items: MissingItem[] = []
  if (state.statement.trim() === '') items.push(item('facts', 'statement-empty', 'must'))
  if (state.changedRecords > 0) items.push(item('facts', 'records-changed', 'should', { count: state.changedRecords }))
  const unsourced = state.facts.filter((fact) => fact.origin === 'person' && fact.sourceIds.length === 0)
  if (unsourced.length > 0) items.push(item('facts', 'fact-without-source', 'should', { count: unsourced.length }))
  return items
}

function missingClaims(state: CaseState): MissingItem[] {
  const items: MissingItem[] = []
  if (state.claims.length === 0) items.push(item('claims', 'no-claim', 'must'))
  for (const { cycle, status, dueDate, missing } of state.cycles) {
    if (dueDate === null) items.push(item('claims', 'cycle-without-due', 'should', { cycle }))
    else if (status === 'open' || status === 'not-due') items.push(item('claims', 'cycle-not-due', 'should', { cycle }))
    if (missing > 0) items.push(item('claims', 'lines-lack-amounts', 'should', { cycle, count: missing }))
  }
  for (const claim of state.claims) {
    if (claim.warnings.includes('word-only'))
      items.push(item('evidence', 'rests-on-word', 'must', { claim: claim.kind }))
    if (claim.warnings.includes('weak-evidence-only')) {
      items.push(item('evidence', 'weak-evidence', 'should', { claim: claim.kind }))
    }
  }
  return items
}

function missingEvidence(state: CaseState): MissingItem[] {
  const items: MissingItem[] = []
  const proved = state.evidence.some((piece) => piece.kind === 'contract' || piece.kind === 'chat')
  if (!proved) items.push(item('evidence', 'no-contract-evidence', 'should'))
  for (const piece of state.evidence) {
    const lacking = evidenceMarks(piece).filter((mark) => mark === 'no-source' || mark === 'no-purpose')
    if (lacking.length > 0) items.push(item('evidence', 'evidence-marks', 'must', { number: piece.number }, piece.id))
  }
  return items
}

const neededFields: {
  field: string
  code: MissingCode
  kinds: readonly CaseParty['kind'][]
  weight: MissingItem['weight']
}[] = [
  { field: 'idCard', code: 'party-id-card', kinds: ['person'], weight: 'should' },
  { field: 'creditCode', code: 'party-credit-code', kinds: ['organisation'], weight: 'should' },
  { field: 'legalRepresentative', code: 'party-legal-representative', kinds: ['organisation'], weight: 'should' },
  { field: 'phone', code: 'party-phone', kinds: ['person', 'organisation'], weight: 'must' },
  { field: 'address', code: 'party-address', kinds: ['person', 'organisation'], weight: 'must' },
]

/** A payer known only by a shop or account name: papers against it are returned (reference/forms.md 0). */
const registeredName = /(?:公司|合作社|工作室|事务所|中心|企业|厂|店|行|部|场|社)(?:[（(].*[）)])?$/

function missingDocuments(state: CaseState): MissingItem[] {
  const items: MissingItem[] = []
  for (const party of state.parties.filter(({ side }) => side === 'applicant' || side === 'respondent')) {
    const name = party.name
    if (party.kind === 'organisation' && !registeredName.test(name)) {
      items.push(item('documents', 'party-name-short', 'must', { name }, party.id))
    }
    for (const { field, code, kinds, weight } of neededFields) {
      // An identity number of the other side is good to have, nobody can be asked to invent it.
      if (field === 'idCard' && party.side === 'respondent') continue
      if (kinds.includes(party.kind) && party.lacks.includes(field)) {
        items.push(item('documents', code, weight, { name }, party.id))
      }
    }
  }
  if (state.addressee.trim() === '') items.push(item('documents', 'addressee-empty', 'must'))
  return items
}

function missingSubmission(state: CaseState): MissingItem[] {
  if (state.exported === 'never') return [item('submit', 'never-exported', 'should')]
  return state.exported === 'outdated' ? [item('submit', 'changed-since-export', 'should')] : []
}

function item(
  place: CasePlace,
  code: MissingCode,
  weight: MissingItem['weight'],
  params: MissingItem['params'] = {},
  id: string | null = null,
): MissingItem {
  return { place, code, weight, params, id }
}
