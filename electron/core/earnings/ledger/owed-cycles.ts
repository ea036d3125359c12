import { fromDayNumber } from '../../../../shared/calendar.ts'
import type { Db } from '../../database/open.ts'
import { isDue } from './ledger-rows.ts'
import { readLedgerView } from './ledger-view.ts'

/** A cycle in which something is still to be paid. Money in fen, civil dates. */
export interface OwedCycle {
  agreementId: string
  title: string
  payer: { id: string; name: string }
  payee: { id: string; name: string }
  cycle: string
  /** The cycle's first day. */
  from: string
  /** Null while it is not known. */
  dueDate: string | null
  outstandingFen: number
  /** Due on that day or overdue. */
  isDue: boolean
}

/** Every cycle in which something is owed on a civil day, by agreement, then by time. */
export function listOwedCycles(db: Db, asOf: string): OwedCycle[] {
  return readLedgerView(db, asOf).agreements.flatMap(({ id, title, payer, payee, cycles, settlements }) =>
    cycles.flatMap((figures, position) => {
      const settlement = settlements[position]
      if (settlement === undefined || settlement.outstandingFen <= 0) return []
      return [
        {
          agreementId: id,
          title,
          payer,
          payee,
          cycle: figures.cycle,
          from: fromDayNumber(figures.fromDay),
          dueDate: figures.dueDay === undefined ? null : fromDayNumber(figures.dueDay),
          outstandingFen: settlement.outstandingFen,
          isDue: isDue(settlement),
        },
      ]
    }),
  )
}
