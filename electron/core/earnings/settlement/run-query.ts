import type { Output } from '../../../../shared/contract.ts'
import { settlementTotals, statementState } from '../../../../shared/earnings/settlement.ts'
import type { RunStatement, RunSummary, SettlementRun } from '../../../../shared/earnings/settlement-shapes.ts'
import type { LedgerRow } from '../../../../shared/earnings/ledger-shapes.ts'
import type { Db } from '../../database/open.ts'
import { getParty } from '../../parties/index.ts'
import { payerAgreements } from './preview.ts'
import {
  exclusionsOf,
  getRun,
  type LinkedPayment,
  listRuns,
  paidFenOf,
  paymentsOfRun,
  placeKey,
  type RunRecord,
  type StatementRecord,
  statementsOf,
} from './run-store.ts'

/** `earnings.listSettlements`. */
export function listSettlements(db: Db, withVoided: boolean): Output<'earnings.listSettlements'> {
  return { runs: listRuns(db, withVoided).map((run) => summaryOf(db, run)) }
}

/** Sums of a run come from its rows alone: a list of runs reads no frozen content. */
function summaryOf(db: Db, run: RunRecord): RunSummary {
  const statements = db
    .prepare<[string], { payableFen: number; paidFen: number }>(
      `SELECT payable_fen AS payableFen, coalesce((
         SELECT sum(amount_fen) FROM settlement_payments JOIN payments ON payments.id = payment_id
         WHERE statement_id = settlement_statements.id AND payments.voided_at IS NULL), 0) AS paidFen
       FROM settlement_statements WHERE run_id = ?`,
    )
    .all(run.id)
  const states = statements.map(({ payableFen, paidFen }) => statementState(payableFen, paidFen))
  const { payerId: _payer, ...head } = run
  return {
    ...head,
    statements: statements.length,
    toPay: states.filter((state) => state !== 'nothing').length,
    paid: states.filter((state) => state === 'paid').length,
    payableFen: statements.reduce((sum, { payableFen }) => sum + payableFen, 0),
    paidFen: statements.reduce((sum, { paidFen }) => sum + paidFen, 0),
  }
}

/** `earnings.settlement`: a run as it was frozen, what was paid since, and what the ledger says today. */
export function querySettlement(db: Db, id: string, today: string): SettlementRun {
  const run = getRun(db, id)
  const payments = paymentsOfRun(db, id)
  const rows = payerAgreements(db, today, { to: today }).flatMap((agreement) => agreement.rows)
  const now = new Map(rows.map((row) => [placeKey(row), row]))
  return {
    ...summaryOf(db, run),
    statements: statementsOf(db, id).map((statement) => runStatement(db, statement, payments.get(statement.id), now)),
    excluded: exclusionsOf(db, id).map(({ payeeId, payeeName, ...rest }) => ({
      ...rest,
      payee: { id: payeeId, name: payeeName },
    })),
  }
}

function runStatement(
  db: Db,
  { id, number, payeeId, payeeName, content }: StatementRecord,
  linked: readonly LinkedPayment[] | undefined,
  now: ReadonlyMap<string, LedgerRow>,
): RunStatement {
  const paidFen = paidFenOf(linked)
  return {
    id,
    number,
    payee: { id: payeeId, name: payeeName },
    payBy: content.payBy,
    totals: settlementTotals(content.items),
    paidFen,
    state: statementState(content.totals.payableFen, paidFen),
    payments: (linked ?? []).map(({ statementId: _statement, ...payment }) => payment),
    lacks: lacksOf(db, payeeId),
    items: content.items.map((item) => {
      const { steps: _steps, withholdings: _withholdings, deductions: _deductions, ...rest } = item
      const { payments: _payments, lines: _lines, missing: _missing, ...figures } = rest
      return { ...figures, changedFen: changedFen(item, now.get(placeKey(item))) }
    }),
  }
}

/** What a transfer needs and the record of a payee lacks. */
export function lacksOf(db: Db, payeeId: string): RunStatement['lacks'] {
  const party = getParty(db, payeeId)
  return (['bankCard', 'bankName'] as const).filter((field) => party[field] === null || party[field] === '')
}

type Owed = Pick<LedgerRow, 'expectedFen' | 'withheldFen' | 'allowedFen'>

/** How much more is owed for a cycle by today's ledger than was frozen, payments aside. */
export function changedFen(frozen: Owed, now: Owed | undefined): number | null {
  return now === undefined ? null : owedFen(now) - owedFen(frozen)
}

function owedFen({ expectedFen, withheldFen, allowedFen }: Owed): number {
  return expectedFen - withheldFen - allowedFen
}
