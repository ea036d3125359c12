import type { Role } from '../../shared/app/calls.ts'

export type CardName =
  | 'due'
  | 'months'
  | 'dates'
  | 'week'
  | 'steps'
  | 'payables'
  | 'run'
  | 'contracts'
  | 'trainings'
  | 'received'
  | 'mediations'

/** What each role looks for first (spec/screens.md 'Home'). One more card: its name here and in home-screen.tsx. */
const cards: Record<Role, readonly CardName[]> = {
  streamer: ['due', 'months', 'dates', 'week', 'steps'],
  merchant: ['due', 'months', 'payables', 'run', 'dates', 'steps'],
  agency: ['payables', 'months', 'run', 'contracts', 'trainings', 'due', 'dates', 'steps'],
  mediator: ['received', 'mediations', 'dates'],
}

/** The cards of a home, those of the first role first, each once. */
export function cardsOfRoles(roles: readonly Role[]): CardName[] {
  const shown = roles.length === 0 ? (['streamer'] as const) : roles
  return [...new Set(shown.flatMap((role) => cards[role]))]
}
