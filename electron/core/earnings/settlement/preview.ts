import { createHash } from 'node:crypto'
import { canonicalJsonOf } from '../../../../shared/canonical-json.ts'
import { lastDayOfMonth } from '../../../../shared/calendar.ts'
import type { Output } from '../../../../shared/contract.ts'
import {
  needsSessions,
  payableFenOf,
  settledCycleOf,
  settlementTotals,
  warningsOf,
} from '../../../../shared/earnings/settlement.ts'
import type { SettlementRow } from '../../../../shared/earnings/settlement-shapes.ts'
import type { LedgerAgreement, LedgerRow } from '../../../../shared/earnings/ledger-shapes.ts'
import type { Db } from '../../database/open.ts'
import { getSelfPartyId } from '../../parties/index.ts'
import { findLedgerAgreement } from '../ledger/agreements.ts'
import { filterLedger, ledgerAgreements } from '../ledger/ledger-rows.ts'
import { cycleOf } from '../ledger/line-selection.ts'
import { planFor } from '../ledger/rebuild.ts'
import { loadSums } from '../ledger/sums-store.ts'
import { openRunsByCycle, placeKey } from './run-store.ts'

type Preview = Output<'earnings.previewSettlement'>

/** The agreements under which the person pays, each with the cycles that overlap the days given. */
export function payerAgreements(db: Db, asOf: string, days: { from?: string; to?: string } = {}): LedgerAgreement[] {
  const self = getSelfPartyId(db)
  if (self === null) return []
  return ledgerAgreements(db, filterLedger(db, asOf, { ...days, payerIds: [self] }))
}

/** How many live sessions stand in each cycle of an agreement whose terms look at them; undefined where they do not. */
function sessionCounter(db: Db, agreementId: string): (cycle: string) => number | undefined {
  const record = findLedgerAgreement(db, agreementId)
  if (record === undefined || !record.hasTerms) return () => undefined
  if (!record.agreement.versions.some(({ terms }) => needsSessions(terms))) return () => undefined
  const plan = planFor(db, record)
  const { sums, texts } = loadSums(db, agreementId)
  return (cycle) => {
    const terms = cycleOf(plan, cycle).governing?.terms
    if (texts.size === 0 || terms === undefined || !needsSessions(terms)) return undefined
    return sums.get(cycle)?.sessions ?? 0
  }
}

/** Cycles that end in the month, by payee, then agreement, then time. */
export function settlementRows(db: Db, month: string, asOf: string): SettlementRow[] {
  const from = `${month}-01`
  const open = openRunsByCycle(db)
  return payerAgreements(db, asOf, { from, to: lastDayOfMonth(from) })
    .flatMap((agreement) => {
      const sessionsIn = sessionCounter(db, agreement.id)
      return agreement.rows
        .filter(({ to }) => to.startsWith(month))
        .map((row) => settlementRow(agreement, row, sessionsIn(row.cycle) === 0, open.get(placeKey(row)) ?? null))
    })
    .toSorted((a, b) => compareText(`${a.payee.name} ${a.payee.id}`, `${b.payee.name} ${b.payee.id}`))
}

function settlementRow(
  { title, payee }: LedgerAgreement,
  row: LedgerRow,
  lacksSessions: boolean,
  run: SettlementRow['run'],
): SettlementRow {
  return {
    ...settledCycleOf(row),
    title,
    payee,
    status: row.status,
    warnings: warningsOf({ ...row, lacksSessions, isInRun: run !== null }),
    run,
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** Names what a person looked at: figures of every cycle and the day they were taken on. */
export function stateSha256(rows: readonly SettlementRow[], month: string, asOf: string): string {
  return createHash('sha256').update(canonicalJsonOf({ month, asOf, rows })).digest('hex')
}

/** `earnings.previewSettlement`. Throws `earnings.bad-date`. */
export function previewSettlement(db: Db, month: string, asOf: string): Preview {
  const rows = settlementRows(db, month, asOf)
  return {
    rows,
    totals: settlementTotals(rows),
    earlierFen: earlierFen(db, month, asOf),
    faulty: payerAgreements(db, asOf)
      .filter(({ error }) => error !== null)
      .map(({ id, title, payee }) => ({ id, title, payee: payee.name })),
    stateSha256: stateSha256(rows, month, asOf),
  }
}

/** Owed from cycles that ended before the month. */
function earlierFen(db: Db, month: string, asOf: string): number {
  return payerAgreements(db, asOf, { to: `${month}-01` })
    .flatMap(({ rows }) => rows)
    .filter(({ to }) => to.slice(0, 7) < month)
    .reduce((sum, row) => sum + payableFenOf(row), 0)
}
