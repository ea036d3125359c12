import type { Db } from '../../database/open.ts'

export interface PaidFacts {
  /** Payments of the payer to the payee, also on another's behalf; `cycle` where the person gave it to one of this agreement's. */
  payments: { date: string; amountFen: number; cycle: string | null }[]
  /** Money in fen by cycle. */
  acknowledged: ReadonlyMap<string, number>
  withheld: ReadonlyMap<string, number>
}

/** What was paid, stated and withheld under one agreement, as it was entered: nothing is spread. */
export function listPaidFacts(db: Db, agreementId: string): PaidFacts {
  const payments = db
    .prepare<[string], PaidFacts['payments'][number]>(
      `SELECT payments.date, coalesce(given.amount_fen, payments.amount_fen) AS amountFen, given.cycle
       FROM agreements
       JOIN payments ON payments.payee_id = agreements.payee_id AND coalesce(on_behalf_of_id, payments.payer_id) = agreements.payer_id
       LEFT JOIN payment_allocations AS given ON given.payment_id = payments.id AND given.agreement_id = agreements.id
       WHERE agreements.id = ? AND payments.kind = 'pay' AND payments.voided_at IS NULL
         AND (given.cycle IS NOT NULL OR NOT EXISTS (SELECT 1 FROM payment_allocations AS any WHERE any.payment_id = payments.id))
       ORDER BY payments.date, payments.id`,
    )
    .all(agreementId)
  return {
    payments,
    acknowledged: sumsOf(db, agreementId, 'acknowledgement'),
    withheld: sumsOf(db, agreementId, 'withholding'),
  }
}

function sumsOf(db: Db, agreementId: string, kind: 'acknowledgement' | 'withholding'): Map<string, number> {
  const rows = db
    .prepare<[string, string], { cycle: string; amountFen: number }>(
      `SELECT cycle, sum(amount_fen) AS amountFen FROM cycle_facts
       WHERE agreement_id = ? AND kind = ? AND voided_at IS NULL GROUP BY cycle`,
    )
    .all(agreementId, kind)
  return new Map(rows.map(({ cycle, amountFen }) => [cycle, amountFen]))
}
