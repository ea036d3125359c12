import type { TFunction } from 'i18next'
import type { BundleFile } from '../bundles/index.ts'
import { type CsvCell, csvPieces } from '../../../shared/bundles/safe-csv.ts'
import type { CaseFile } from '../../../shared/disputes/case-file.ts'
import { formulaText } from '../../../shared/earnings/index.ts'
import { lineCells, lineColumns, yuanCell } from '../../../shared/earnings/line-table.ts'
import { plainYuan } from '../../../shared/money.ts'
import { claimedCycles, type ComputedAgreement } from './case-computation.ts'

/** The tables of a case under `ledger/`: the computed lines and the imported rows behind them, each made as it is written. */
export function ledgerTables(t: TFunction, file: CaseFile, agreements: readonly ComputedAgreement[]): BundleFile[] {
  const title = (column: string): string => t(`disputes:tables.${column}`)
  const table = (name: string, columns: readonly string[], rows: () => Iterable<readonly CsvCell[]>): BundleFile => ({
    path: `ledger/${name}.csv`,
    pieces: () => csvPieces(columns.map(title), rows()),
  })
  return [
    table('cycles', cycleColumns, () => agreements.flatMap((one) => cycleRows(t, one))),
    table('steps', stepColumns, () => agreements.flatMap((one) => stepRows(t, one))),
    table('lines', ['agreement', ...lineColumns, 'statement', 'sheet', 'row'], () => lineRows(file, agreements)),
    table('payments', paymentColumns, () => agreements.flatMap((one) => paymentRows(one))),
    table('deductions', deductionColumns, () => agreements.flatMap((one) => deductionRows(t, one))),
  ]
}

const cycleColumns = [
  'agreement',
  'cycle',
  'claimed',
  'from',
  'to',
  'dueDate',
  'expected',
  'withheld',
  'acknowledged',
  'deducted',
  'allowed',
  'paid',
  'outstanding',
  'underCounted',
  'improper',
  'acknowledgedUnpaid',
  'overdueDays',
  'interest',
] as const

function cycleRows(t: TFunction, one: ComputedAgreement): CsvCell[][] {
  const claimed = new Set(one.claimed)
  return one.output.cycles.map((cycle) => [
    one.agreement.title,
    cycle.cycle,
    t(claimed.has(cycle.cycle) ? 'disputes:tables.yes' : 'disputes:tables.no'),
    cycle.from,
    cycle.to,
    cycle.dueDate,
    plainYuan(cycle.expectedFen),
    plainYuan(cycle.withheldFen),
    yuanCell(cycle.acknowledgedFen),
    plainYuan(cycle.deductedFen),
    plainYuan(cycle.allowedFen),
    plainYuan(cycle.paidFen),
    plainYuan(cycle.outstandingFen),
    yuanCell(cycle.underCountedFen),
    yuanCell(cycle.improperFen),
    yuanCell(cycle.acknowledgedUnpaidFen),
    cycle.overdueDays,
    plainYuan(cycle.interestFen),
  ])
}

const stepColumns = ['agreement', 'cycle', 'step', 'stepId', 'formula', 'amount'] as const

function stepRows(t: TFunction, one: ComputedAgreement): CsvCell[][] {
  const words = (key: string, params: Record<string, string | number>): string => t(`earnings:${key}`, params)
  return claimedCycles(one).flatMap((cycle) =>
    cycle.steps.map((step) => [
      one.agreement.title,
      cycle.cycle,
      t(`disputes:steps.${step.kind}`),
      step.id,
      formulaText(step.formula, words),
      plainYuan(step.amountFen),
    ]),
  )
}

function* lineRows(file: CaseFile, agreements: readonly ComputedAgreement[]): Generator<CsvCell[]> {
  const names = new Map(file.statements.map((statement) => [statement.id, statement.file]))
  for (const one of agreements) {
    for (const line of one.input.lines ?? []) {
      const [statementId, sheet, row] = one.ledger.lineSources[line.id] ?? ['', '', null]
      yield [one.agreement.title, ...lineCells(line), names.get(statementId) ?? '', sheet, row]
    }
  }
}

const paymentColumns = ['agreement', 'date', 'cycle', 'amount', 'payer', 'channel', 'reference'] as const

/** Only what reached the claimed cycles: other payments are no one else's business. */
function paymentRows(one: ComputedAgreement): CsvCell[][] {
  const known = new Map((one.input.payments ?? []).map((payment) => [payment.id, payment]))
  return claimedCycles(one).flatMap((cycle) =>
    cycle.payments.map((part) => {
      const payment = known.get(part.paymentId)
      const paid = plainYuan(part.amountFen)
      return [
        one.agreement.title,
        part.date,
        cycle.cycle,
        paid,
        one.payerName,
        payment?.channel ?? '',
        payment?.reference ?? '',
      ]
    }),
  )
}

const deductionColumns = ['agreement', 'cycle', 'reason', 'deducted', 'allowed', 'improper', 'why'] as const

function deductionRows(t: TFunction, one: ComputedAgreement): CsvCell[][] {
  const reasons = new Map((one.input.deductions ?? []).map((deduction) => [deduction.id, deduction.reason]))
  return claimedCycles(one).flatMap((cycle) =>
    cycle.deductions.map((deduction) => [
      one.agreement.title,
      cycle.cycle,
      reasons.get(deduction.id) ?? '',
      plainYuan(deduction.amountFen),
      plainYuan(deduction.allowedFen),
      plainYuan(deduction.amountFen - deduction.allowedFen),
      t(`earnings:deductions.${deduction.reason.code}`, deduction.reason.params),
    ]),
  )
}
