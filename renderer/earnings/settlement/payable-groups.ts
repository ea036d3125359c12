import { addDays } from '../../../shared/calendar.ts'
import type { PayableRow } from '../../../shared/earnings/settlement-shapes.ts'

const payableGroups = ['due', 'week', 'later', 'undated', 'open'] as const
export type PayableGroupId = (typeof payableGroups)[number]

/** Where a row stands: what is due first, cycles that still run apart. */
function groupOf({ status, dueDate }: PayableRow, asOf: string): PayableGroupId {
  if (status === 'open') return 'open'
  if (status === 'overdue' || status === 'due-today') return 'due'
  if (dueDate === null) return 'undated'
  return dueDate < addDays(asOf, 7) ? 'week' : 'later'
}

/** Rows in groups by urgency, each in the order given; empty groups are left out. */
export function groupPayables(rows: readonly PayableRow[], asOf: string): { id: PayableGroupId; rows: PayableRow[] }[] {
  return payableGroups
    .map((id) => ({ id, rows: rows.filter((row) => groupOf(row, asOf) === id) }))
    .filter((group) => group.rows.length > 0)
}
