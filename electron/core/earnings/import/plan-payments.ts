import type { DecisionCounts, PaymentSum } from '../../../../shared/earnings/import-shapes.ts'
import { shanghaiClock } from '../../../../shared/earnings/statements/cells.ts'
import type { PaymentClass, PaymentRow } from '../../../../shared/earnings/statements/rows.ts'
import type { Db } from '../../database/open.ts'
import { listPayerNames } from '../../parties/index.ts'
import { DecisionList, decisionNames } from './decisions.ts'
import { createSideFinder } from './ledger-payments.ts'
import { PaymentOccurrences, PaymentStore } from './payment-store.ts'
import { type ScanOptions, type ScanResult, scanTable } from './scan.ts'
import type { Table } from './table.ts'
import type { TableLayout } from './table-typer.ts'

export interface SampledPayment {
  row: number
  decision: number
  keep: boolean
  partyId: string | null
  payment: PaymentRow
}

export interface PaymentScan extends ScanResult {
  sums: Partial<Record<PaymentClass, PaymentSum>>
  exportedAtS: number
  periodFrom: string | null
  periodTo: string | null
  /** Lines whose rows are proposed to be kept. */
  proposed: number[]
  /** What the rows come to when that is kept; `notTicked` of the ignored are the others. */
  counts: DecisionCounts
  notTicked: number
  sampled: SampledPayment[]
}

/** A personal list of years has some thousands of rows: all of them are shown, so that each can be ticked. */
const shownPayments = 5_000

interface PaymentScanInput {
  db: Db
  table: Table
  sheet: string
  layout: TableLayout
  exportedAtS: number | undefined
  options: ScanOptions
}

/**
 * Reads a payment list and proposes what to keep: income from known payers (all income while no payer is known), and what one
 * who pays has paid to known payees. Nothing is written. When only the rows tell the export moment they are read twice.
 */
export async function scanPayments(input: PaymentScanInput): Promise<PaymentScan> {
  if (input.exportedAtS !== undefined) return scanOnce(input, input.exportedAtS)
  const first = await scanOnce(input, 0)
  return scanOnce(input, first.exportedAtS)
}

async function scanOnce(input: PaymentScanInput, seenAtS: number): Promise<PaymentScan> {
  const { db, layout } = input
  const hasPayers = listPayerNames(db).length > 0
  const sidesOf = createSideFinder(db)
  const store = new PaymentStore(db, layout.preset.platform)
  const occurrences = new PaymentOccurrences()
  const sums: PaymentScan['sums'] = {}
  const proposed: number[] = []
  const left = new DecisionList()
  const sampled: SampledPayment[] = []
  const parties = new Map<string, string | undefined>()
  /** Who a row is from (or, of one who pays, to): asked once for each name. */
  const partyOf = ({ paymentClass, counterparty }: PaymentRow): string | undefined => {
    const key = `${paymentClass}\n${counterparty}`
    if (parties.has(key)) return parties.get(key)
    const sides = sidesOf({ class: paymentClass, counterparty })
    const partyId = paymentClass === 'income' ? sides?.payerId : sides?.payeeId
    parties.set(key, partyId)
    return partyId
  }
  let earliestS = Number.POSITIVE_INFINITY
  let latestS = 0
  const result = await scanTable<PaymentRow>(
    input.table,
    input.sheet,
    layout,
    (row, line) => {
      const sum = (sums[row.paymentClass] ??= { rows: 0, amountFen: 0 })
      sum.rows += 1
      sum.amountFen += row.amountFen
      earliestS = Math.min(earliestS, row.paidAtS)
      latestS = Math.max(latestS, row.paidAtS)
      const decision = store.weigh(row, occurrences.next(row), seenAtS)
      const partyId = partyOf(row)
      const keep = partyId !== undefined || (!hasPayers && row.paymentClass === 'income')
      if (keep) proposed.push(line)
      else left.push(decision)
      if (sampled.length < shownPayments) {
        sampled.push({ row: line, decision, keep, partyId: partyId ?? null, payment: { ...row } })
      }
      return decision
    },
    input.options,
  )
  return {
    ...result,
    sums,
    exportedAtS: seenAtS === 0 ? latestS : seenAtS,
    periodFrom: latestS === 0 ? null : shanghaiClock(earliestS).slice(0, 10),
    periodTo: latestS === 0 ? null : shanghaiClock(latestS).slice(0, 10),
    proposed,
    counts: withoutLeft(result.decisions.counts(), left),
    notTicked: left.length,
    sampled,
  }
}

/** Which rows of a payment list are kept, by what the person said. */
export function keepTest(
  keep: 'proposed' | 'income' | 'all' | 'none' | readonly number[],
  proposed: readonly number[],
): (row: PaymentRow, line: number) => boolean {
  if (keep === 'all') return () => true
  if (keep === 'none') return () => false
  if (keep === 'income') return (row) => row.paymentClass === 'income'
  const lines = new Set(keep === 'proposed' ? proposed : keep)
  return (_row, line) => lines.has(line)
}

/** Rows that are not kept are ignored, whatever they would have been. */
function withoutLeft(counts: DecisionCounts, left: DecisionList): DecisionCounts {
  const leftCounts = left.counts()
  for (const name of decisionNames) counts[name] -= leftCounts[name]
  counts.ignored += left.length
  return counts
}
