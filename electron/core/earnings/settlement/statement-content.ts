import { payByOf, settledCycleOf, settlementTotals } from '../../../../shared/earnings/settlement.ts'
import type { SettlementRow, StatementContent, StatementItem } from '../../../../shared/earnings/settlement-shapes.ts'
import type { CycleDetail, LedgerLine } from '../../../../shared/earnings/ledger-shapes.ts'
import { BoanError } from '../../../../shared/errors.ts'
import type { Db } from '../../database/open.ts'
import { getParty } from '../../parties/index.ts'
import { findLedgerAgreement } from '../ledger/agreements.ts'
import { queryCycle } from '../ledger/cycle-query.ts'
import { cycleOf } from '../ledger/line-selection.ts'
import { iterateCycleLines } from '../ledger/lines-query.ts'
import { planFor } from '../ledger/rebuild.ts'

/** The order lines that count in a cycle, the newest first. Throws `earnings.agreement-not-found`. */
export function* linesOf(
  db: Db,
  { agreementId, cycle }: { agreementId: string; cycle: string },
): Generator<LedgerLine> {
  const record = findLedgerAgreement(db, agreementId)
  if (record === undefined) throw new BoanError('earnings.agreement-not-found', { id: agreementId })
  const plan = planFor(db, record)
  yield* iterateCycleLines(db, record, plan, cycleOf(plan, cycle))
}

function addLines(db: Db, row: SettlementRow): StatementItem['lines'] {
  const sums = { count: 0, saleFen: 0, refundFen: 0 }
  for (const { saleFen, refundFen } of linesOf(db, row)) {
    sums.count += 1
    sums.saleFen += saleFen
    sums.refundFen += refundFen ?? 0
  }
  return sums
}

function stepsOf({ steps }: CycleDetail): StatementItem['steps'] {
  return steps.map(({ kind, id, label, amountFen, formula, basis }) => ({ kind, id, label, amountFen, formula, basis }))
}

/** One cycle with all that explains its figures, as the ledger has it on a day. */
function statementItem(db: Db, row: SettlementRow, asOf: string): StatementItem {
  const detail = queryCycle(db, row.agreementId, row.cycle, asOf)
  return {
    ...settledCycleOf(detail.row),
    title: row.title,
    steps: stepsOf(detail),
    withholdings: detail.withholdings.map(({ kind, amountFen }) => ({ kind, amountFen })),
    deductions: detail.deductions.map(({ statedReason, termLabel, amountFen, allowedFen, reason }) => ({
      statedReason,
      termLabel,
      amountFen,
      allowedFen,
      reason,
    })),
    payments: detail.payments.map(({ date, kind, partFen, channel, reference }) => ({
      date,
      kind,
      amountFen: partFen,
      channel,
      reference,
    })),
    lines: addLines(db, row),
    missing: detail.row.missing,
  }
}

export interface StatementFrame {
  number: string
  month: string
  asOf: string
  payerId: string
  payeeName: string
}

/** What the 结算单 of one payee says: its cycles in the order given. */
export function statementContent(db: Db, frame: StatementFrame, rows: readonly SettlementRow[]): StatementContent {
  const payer = getParty(db, frame.payerId)
  const items = rows.map((row) => statementItem(db, row, frame.asOf))
  return {
    number: frame.number,
    month: frame.month,
    asOf: frame.asOf,
    payer: { name: payer.name, creditCode: payer.creditCode },
    payee: { name: frame.payeeName },
    items,
    totals: settlementTotals(items),
    payBy: payByOf(items),
  }
}
