import type { LedgerAgreement } from '../../../shared/earnings/ledger-shapes.ts'
import { monthOf } from './cycle-words.ts'

/** What stands open beside the table: one cycle, or all cycles of a month. */
export interface OpenedCycle {
  agreementId: string
  cycle: string | undefined
  month: string | undefined
}

/** The opened cycle with the month that it is shown under, which an address that was linked to may leave out. */
export function openedIn(
  agreements: readonly LedgerAgreement[],
  open: OpenedCycle | undefined,
): OpenedCycle | undefined {
  if (open === undefined || open.month !== undefined) return open
  const agreement = agreements.find(({ id }) => id === open.agreementId)
  const row = agreement?.rows.find(({ cycle }) => cycle === open.cycle)
  return row === undefined ? open : { ...open, month: monthOf(row) }
}

/** Marks the button that opens a month or a cycle, so that the focus finds it again. */
export function openerMark(agreementId: string, monthOrCycle: string): { 'data-opens': string } {
  return { 'data-opens': `${agreementId} ${monthOrCycle}` }
}

/** The button that opens this cycle, in the months or in the list. */
export function openerOf({ agreementId, cycle, month }: OpenedCycle): HTMLElement | null {
  const names = [cycle, month].filter((name) => name !== undefined)
  const buttons = document.querySelectorAll<HTMLElement>('[data-opens]')
  return (
    [...buttons].find((button) => names.some((name) => button.dataset['opens'] === `${agreementId} ${name}`)) ?? null
  )
}
