import { type ContractFault, contractFaults } from '../../../shared/contracts/templates/faults.ts'
import type { ContractTemplate, ContractValue, ContractValues } from '../../../shared/contracts/templates/template.ts'
import { partyValue } from '../../../shared/contracts/templates/values.ts'

/** A contract being filled in. */
export interface Draft {
  values: ContractValues
  optionalClauses: readonly string[]
  /** '' while it is called after its template and the other side. */
  title: string
}

const unsaved = new Map<string, Draft>()

/** What was written and not kept yet, by the place it was written in: leaving the form for another page loses nothing. */
export function unsavedDraft(place: string): Draft | undefined {
  return unsaved.get(place)
}

/** Remembers a draft until it is kept or given up (`undefined`), as long as the window is open. */
export function rememberDraft(place: string, draft: Draft | undefined): void {
  if (draft === undefined) unsaved.delete(place)
  else unsaved.set(place, draft)
}

/** The draft with a value changed; undefined takes it out. */
export function withValue(draft: Draft, name: string, value: ContractValue | undefined): Draft {
  const { [name]: _before, ...others } = draft.values
  return { ...draft, values: value === undefined ? others : { ...others, [name]: value } }
}

/** The draft with an optional clause in or out; what was filled in for it stays. */
export function withClause(draft: Draft, id: string, isIn: boolean): Draft {
  const others = draft.optionalClauses.filter((clause) => clause !== id)
  return { ...draft, optionalClauses: isIn ? [...others, id] : others }
}

/** What the draft is called: what was typed, else the template's name and who it is with. */
export function titleOf(template: ContractTemplate, draft: Draft): string {
  if (draft.title.trim() !== '') return draft.title.trim()
  const payee = partyValue(draft.values[template.keys.payee])?.name
  return payee === undefined ? template.title.zh : `${template.title.zh}（${payee}）`
}

/** Faults of the draft, the errors first. */
export function faultsOf(template: ContractTemplate, draft: Draft): ContractFault[] {
  const faults = contractFaults(template, draft.values, { optionalClauses: draft.optionalClauses })
  return [
    ...faults.filter(({ severity }) => severity === 'error'),
    ...faults.filter(({ severity }) => severity === 'warning'),
  ]
}
