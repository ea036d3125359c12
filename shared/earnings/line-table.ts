import type { CsvCell } from '../bundles/safe-csv.ts'
import { plainYuan } from '../money.ts'
import type { LedgerLine } from './ledger-shapes.ts'
import type { OrderLine } from './facts.ts'

/** Columns of an order line in a table of a bundle; their titles are `columns.<name>` of what the table is part of. */
export const lineColumns = [
  'platform',
  'account',
  'orderId',
  'productId',
  'status',
  'paidAt',
  'settledAt',
  'sale',
  'refund',
  'settledBase',
  'estimatedCommission',
  'commission',
  'fee',
] as const

/** The cells of an order line under `lineColumns`: amounts in yuan as text, nothing about buyers. */
export function lineCells(line: OrderLine | LedgerLine): CsvCell[] {
  return [
    line.platform,
    line.account,
    line.orderId,
    line.productId,
    line.status,
    line.paidAt,
    line.settledAt ?? null,
    plainYuan(line.saleFen),
    yuanCell(line.refundFen),
    yuanCell(line.settledBaseFen),
    yuanCell(line.estimatedCommissionFen),
    yuanCell(line.commissionFen),
    yuanCell(line.feeFen),
  ]
}

/** An amount in fen as text in yuan; an empty cell where there is none, which is not zero. */
export function yuanCell(amountFen: number | null | undefined): CsvCell {
  return amountFen === null || amountFen === undefined ? null : plainYuan(amountFen)
}
