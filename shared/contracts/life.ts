import { unreachable } from '../errors.ts'

/**
 * The life of a contract (spec/contracts.md 'Life of a contract'), pure. What is kept is the `state` and the events; what a person
 * sees is its standing on a day, so that nothing has to run at midnight.
 */

/**
 * Where a contract comes from: written here on a template, taken over from a hand-over, made elsewhere (its file is attached), or
 * never written down (chats, word of mouth, practice).
 */
export const contractOrigins = ['template', 'received', 'elsewhere', 'unwritten'] as const
export type ContractOrigin = (typeof contractOrigins)[number]

/**
 * `issuing`: numbered and frozen, its papers are not made yet. `kept`: made elsewhere or never written, recorded as it is.
 * In force, amended, declined and run out are not states but standings: they follow from the events and the day.
 */
export const contractStates = ['draft', 'issuing', 'issued', 'accepted', 'signed', 'kept', 'ended'] as const
export type ContractState = (typeof contractStates)[number]

export const contractEventKinds = [
  'issued',
  'handed-over',
  'accepted',
  'declined',
  'signed',
  'in-force',
  'amended',
  'ended',
] as const
export type ContractEventKind = (typeof contractEventKinds)[number]

/** How a contract was signed; an acceptance inside BoAn is neither. */
export const signatureWays = ['paper-scan', 'outside-platform'] as const
export type SignatureWay = (typeof signatureWays)[number]

export const contractStandings = [
  'voided',
  'draft',
  'issuing',
  'issued',
  'declined',
  'accepted',
  'signed',
  'kept',
  'waiting',
  'in-force',
  'amended',
  'expired',
  'ended',
] as const
export type ContractStanding = (typeof contractStandings)[number]

export interface LifeFacts {
  origin: ContractOrigin
  state: ContractState
  /** Civil dates; null where none is agreed. */
  from: string | null
  to: string | null
  /** It says how pay comes about, or at least between whom: the ledger could compute by it. A settlement confirmation does not. */
  isComputable: boolean
  /** The ledger computes by it. */
  hasAgreement: boolean
  /** The newest answer of the other side was a no. */
  isDeclined: boolean
  /** First day of the amendment that is in force after it. */
  amendedFrom: string | null
  endedOn: string | null
  isVoided: boolean
}

/** What a contract is on a civil day. */
export function standingOf(facts: LifeFacts, today: string): ContractStanding {
  if (facts.isVoided) return 'voided'
  if (facts.endedOn !== null && facts.endedOn < today) return 'ended'
  if (facts.amendedFrom !== null && facts.amendedFrom <= today) return 'amended'
  if (facts.hasAgreement) {
    if (facts.from !== null && facts.from > today) return 'waiting'
    return facts.to !== null && facts.to < today ? 'expired' : 'in-force'
  }
  if (facts.state === 'issued' && facts.isDeclined) return 'declined'
  return facts.state
}

export const contractActions = [
  'edit',
  'issue',
  'finish-issue',
  'take-back-issue',
  'hand-over',
  'join-acceptance',
  'sign',
  'put-in-force',
  'amend',
  'end',
  'void',
] as const
export type ContractAction = (typeof contractActions)[number]

/** Whether an action fits a contract as it is. The core refuses the others, the screen does not offer them. */
export function mayTake(action: ContractAction, facts: LifeFacts): boolean {
  if (facts.isVoided || (facts.endedOn !== null && action !== 'hand-over')) return false
  const { state, origin } = facts
  switch (action) {
    case 'edit':
      return state === 'draft' || (state === 'kept' && !facts.hasAgreement)
    case 'issue':
      return state === 'draft'
    case 'finish-issue':
    case 'take-back-issue':
      return state === 'issuing'
    case 'hand-over':
      return origin === 'template' && ['issued', 'accepted', 'signed'].includes(state)
    case 'join-acceptance':
      return origin === 'template' && state === 'issued'
    case 'sign':
      return state === 'issued' || state === 'accepted'
    case 'put-in-force':
      return facts.isComputable && !facts.hasAgreement && ['accepted', 'signed', 'kept'].includes(state)
    case 'amend':
      return origin === 'template' && ['issued', 'accepted', 'signed'].includes(state) && facts.amendedFrom === null
    case 'end':
      return facts.hasAgreement && facts.amendedFrom === null
    case 'void':
      return !facts.hasAgreement
    default:
      return unreachable(action)
  }
}

/** The actions that fit, in the order in which a life goes. */
export function nextActions(facts: LifeFacts): ContractAction[] {
  return contractActions.filter((action) => mayTake(action, facts))
}

/** The kept number of a year's n-th contract: HT-2026-0001. */
export function contractNumber(year: string, count: number): string {
  return `HT-${year}-${String(count).padStart(4, '0')}`
}
