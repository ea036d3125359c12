import { createWriteStream, writeFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { TFunction } from 'i18next'
import { type CsvCell, csvPieces } from '../../../../shared/bundles/safe-csv.ts'
import type { OutgoingFile } from '../../../../shared/call.ts'
import type { ParsedInput } from '../../../../shared/contract.ts'
import type { LedgerAgreement, LedgerLine, LedgerRow } from '../../../../shared/earnings/ledger-shapes.ts'
import { BoanError } from '../../../../shared/errors.ts'
import { createI18n } from '../../../../shared/i18n/index.ts'
import { plainYuan } from '../../../../shared/money.ts'
import { readSettings } from '../../app/settings.ts'
import type { CallContext } from '../../context.ts'
import { findLedgerAgreement } from './agreements.ts'
import { filterLedger, ledgerAgreements } from './ledger-rows.ts'
import { cycleOf } from './line-selection.ts'
import { iterateCycleLines } from './lines-query.ts'
import { planFor } from './rebuild.ts'

/** More lines than this do not go into a workbook, which is put together in memory; CSV takes any number. */
const MOST_WORKBOOK_LINES = 200_000

/** An amount in a table: text in CSV, a number in a workbook. */
interface Amount {
  fen: number | null
}

type Cell = string | number | null | Amount

function isAmount(cell: Cell): cell is Amount {
  return typeof cell === 'object' && cell !== null
}

function amount(fen: number | null): Amount {
  return { fen }
}

interface Column<Item> {
  key: string
  cell(item: Item): Cell
}

interface RowItem {
  agreement: LedgerAgreement
  row: LedgerRow
}

function rowColumns(t: TFunction): Column<RowItem>[] {
  return [
    { key: 'agreement', cell: ({ agreement }) => agreement.title },
    { key: 'payer', cell: ({ agreement }) => agreement.payer.name },
    { key: 'payee', cell: ({ agreement }) => agreement.payee.name },
    { key: 'cycle', cell: ({ row }) => row.cycle },
    { key: 'from', cell: ({ row }) => row.from },
    { key: 'to', cell: ({ row }) => row.to },
    { key: 'dueDate', cell: ({ row }) => row.dueDate },
    { key: 'status', cell: ({ row }) => t(`statuses.${row.status}`) },
    { key: 'overdueDays', cell: ({ row }) => row.overdueDays },
    { key: 'expected', cell: ({ row }) => amount(row.expectedFen) },
    { key: 'withheld', cell: ({ row }) => amount(row.withheldFen) },
    { key: 'acknowledged', cell: ({ row }) => amount(row.acknowledgedFen) },
    { key: 'deducted', cell: ({ row }) => amount(row.deductedFen) },
    { key: 'allowed', cell: ({ row }) => amount(row.allowedFen) },
    { key: 'paid', cell: ({ row }) => amount(row.paidFen) },
    { key: 'outstanding', cell: ({ row }) => amount(row.outstandingFen) },
    { key: 'underCounted', cell: ({ row }) => amount(row.underCountedFen) },
    { key: 'improper', cell: ({ row }) => amount(row.improperFen) },
    { key: 'acknowledgedUnpaid', cell: ({ row }) => amount(row.acknowledgedUnpaidFen) },
    { key: 'missing', cell: ({ row }) => row.missing },
  ]
}

interface LineItem {
  title: string
  cycle: string
  line: LedgerLine
}

function lineColumns(t: TFunction): Column<LineItem>[] {
  return [
    { key: 'agreement', cell: ({ title }) => title },
    { key: 'cycle', cell: ({ cycle }) => cycle },
    { key: 'platform', cell: ({ line }) => line.platform },
    { key: 'account', cell: ({ line }) => line.account },
    { key: 'orderId', cell: ({ line }) => line.orderId },
    { key: 'productId', cell: ({ line }) => line.productId },
    { key: 'status', cell: ({ line }) => t(`lineStatuses.${line.status}`) },
    { key: 'paidAt', cell: ({ line }) => line.paidAt },
    { key: 'settledAt', cell: ({ line }) => line.settledAt },
    { key: 'sale', cell: ({ line }) => amount(line.saleFen) },
    { key: 'refund', cell: ({ line }) => amount(line.refundFen) },
    { key: 'settledBase', cell: ({ line }) => amount(line.settledBaseFen) },
    { key: 'estimatedCommission', cell: ({ line }) => amount(line.estimatedCommissionFen) },
    { key: 'commission', cell: ({ line }) => amount(line.commissionFen) },
    { key: 'fee', cell: ({ line }) => amount(line.feeFen) },
    { key: 'file', cell: ({ line }) => line.file },
    { key: 'sheet', cell: ({ line }) => line.sheet },
    { key: 'row', cell: ({ line }) => line.row },
  ]
}

interface Table<Item> {
  columns: Column<Item>[]
  items(): Iterable<Item>
}

function headerOf<Item>(t: TFunction, table: Table<Item>): string[] {
  return table.columns.map(({ key }) => t(`export.columns.${key}`))
}

function* cellsOf<Item>(table: Table<Item>): Generator<Cell[]> {
  for (const item of table.items()) yield table.columns.map((column) => column.cell(item))
}

function* csvRows<Item>(table: Table<Item>): Generator<CsvCell[]> {
  for (const cells of cellsOf(table)) {
    yield cells.map((cell) => (isAmount(cell) ? (cell.fen === null ? null : plainYuan(cell.fen)) : cell))
  }
}

/** A sheet with amounts as numbers of yuan, which spreadsheets can add up; ids stay text. */
function sheetOf<Item>(t: TFunction, name: string, table: Table<Item>, most: number) {
  const rows: (string | number | null)[][] = [headerOf(t, table)]
  const amountColumns = new Set<number>()
  for (const cells of cellsOf(table)) {
    cells.forEach((cell, at) => isAmount(cell) && amountColumns.add(at))
    if (rows.length > most) throw new BoanError('earnings.too-many-lines-for-workbook', { most })
    rows.push(cells.map((cell) => (isAmount(cell) ? (cell.fen === null ? null : Number(plainYuan(cell.fen))) : cell)))
  }
  const columns = table.columns.map((_, at) =>
    amountColumns.has(at) ? { width: 16, numFmt: '#,##0.00' } : { width: 16 },
  )
  return { name, rows, columns, freezePane: { rows: 1 } }
}

function* linesOf(context: CallContext, agreements: readonly LedgerAgreement[]): Generator<LineItem> {
  let done = 0
  const total = agreements.reduce((sum, agreement) => sum + agreement.rows.length, 0)
  for (const { id, title, rows } of agreements) {
    const record = findLedgerAgreement(context.db, id)
    if (record === undefined) continue
    const plan = planFor(context.db, record)
    for (const { cycle } of rows) {
      context.throwIfCancelled()
      context.progress({ done, total, label: 'earnings:progress.exporting' })
      for (const line of iterateCycleLines(context.db, record, plan, cycleOf(plan, cycle))) yield { title, cycle, line }
      done += 1
    }
  }
}

/** `earnings.exportLedger`: the cycles that the filters let through, and their order lines, as a workbook or CSV. */
export async function exportLedger(
  context: CallContext,
  input: ParsedInput<'earnings.exportLedger'>,
): Promise<OutgoingFile> {
  const { language } = readSettings(context.db)
  const t = createI18n(language).getFixedT(language, 'earnings')
  const agreements = ledgerAgreements(context.db, filterLedger(context.db, input.asOf, input.filter))
  const cycles: Table<RowItem> = {
    columns: rowColumns(t),
    items: () => agreements.flatMap((agreement) => agreement.rows.map((row) => ({ agreement, row }))),
  }
  const lines: Table<LineItem> = { columns: lineColumns(t), items: () => linesOf(context, agreements) }
  const draft = context.outgoing(`${t('export.fileName', { date: input.asOf })}.${input.format}`)
  if (input.format === 'csv') {
    const pieces = input.withLines
      ? csvPieces(headerOf(t, lines), csvRows(lines))
      : csvPieces(headerOf(t, cycles), csvRows(cycles))
    await pipeline(Readable.from(pieces), createWriteStream(draft.path))
    return draft.finish()
  }
  const { writeXlsx } = await import('hucre/xlsx')
  const sheets = [sheetOf(t, t('export.sheets.cycles'), cycles, Infinity)]
  if (input.withLines) sheets.push(sheetOf(t, t('export.sheets.lines'), lines, MOST_WORKBOOK_LINES))
  writeFileSync(draft.path, await writeXlsx({ sheets }))
  return draft.finish()
}
