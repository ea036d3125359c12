import type { Payables, PayableRow } from '../../../../shared/earnings/settlement-shapes.ts'
import type { Db } from '../../database/open.ts'
import { isDue } from '../ledger/ledger-rows.ts'
import { payerAgreements } from './preview.ts'
import { openRunsByCycle, placeKey } from './run-store.ts'

/** More than this is a page for filters, not for reading. */
const MOST_ROWS = 1000

/** `earnings.payables`: what the person owes to whom by when. */
export function queryPayables(db: Db, asOf: string): Payables {
  const agreements = payerAgreements(db, asOf)
  const open = openRunsByCycle(db)
  const rows = agreements.flatMap(({ title, payee, rows: own }) =>
    own
      .filter(({ outstandingFen }) => outstandingFen > 0)
      .map((row): PayableRow => ({
        agreementId: row.agreementId,
        title,
        cycle: row.cycle,
        from: row.from,
        to: row.to,
        dueDate: row.dueDate,
        payee,
        status: row.status,
        overdueDays: row.overdueDays,
        expectedFen: row.expectedFen,
        paidFen: row.paidFen,
        outstandingFen: row.outstandingFen,
        run: open.get(placeKey(row)) ?? null,
      })),
  )
  const sum = (counts: (row: PayableRow) => boolean): number =>
    rows.filter(counts).reduce((total, { outstandingFen }) => total + outstandingFen, 0)
  const all = agreements.flatMap((agreement) => agreement.rows)
  return {
    agreements: agreements.length,
    dueFen: sum(isDue),
    notDueFen: sum((row) => !isDue(row) && row.status !== 'open'),
    openFen: sum(({ status }) => status === 'open'),
    overpaidFen: all.reduce((total, { outstandingFen }) => total + Math.max(0, -outstandingFen), 0),
    rows: rows.toSorted(byDue).slice(0, MOST_ROWS),
    more: Math.max(0, rows.length - MOST_ROWS),
  }
}

function byDue(a: PayableRow, b: PayableRow): number {
  const [left, right] = [orderOf(a), orderOf(b)]
  return left < right ? -1 : Number(left > right)
}

function orderOf({ dueDate, payee, from }: PayableRow): string {
  return `${dueDate ?? '9999'} ${payee.name} ${from}`
}
