import { writeFileSync } from 'node:fs'
import type { TFunction } from 'i18next'
import type { Output } from '../../../../shared/contract.ts'
import { BoanError } from '../../../../shared/errors.ts'
import { createI18n } from '../../../../shared/i18n/index.ts'
import { plainYuan } from '../../../../shared/money.ts'
import { readSettings } from '../../app/settings.ts'
import type { CallContext } from '../../context.ts'
import type { Db } from '../../database/open.ts'
import { getParty } from '../../parties/index.ts'
import { paidFenOf, paymentsOfRun, requireRun, statementsOf } from './run-store.ts'

interface Transfer {
  number: string
  payee: string
  bankCard: string
  bankName: string
  amountFen: number
  payBy: string | null
}

/** What is still to be paid of a run, one transfer a payee. */
function transfersOf(db: Db, runId: string): Transfer[] {
  const payments = paymentsOfRun(db, runId)
  return statementsOf(db, runId).flatMap(({ id, number, payeeId, payableFen, content }) => {
    const amountFen = payableFen - paidFenOf(payments.get(id))
    const { name, bankCard, bankName } = getParty(db, payeeId)
    if (amountFen <= 0) return []
    return [
      { number, payee: name, bankCard: bankCard ?? '', bankName: bankName ?? '', amountFen, payBy: content.payBy },
    ]
  })
}

type Cell = string | number | null

const transferColumns: [key: string, width: number, cell: (transfer: Transfer, t: TFunction, month: string) => Cell][] =
  [
    ['payee', 18, ({ payee }) => payee],
    ['bankCard', 26, ({ bankCard }) => bankCard],
    ['bankName', 26, ({ bankName }) => bankName],
    ['amount', 14, ({ amountFen }) => Number(plainYuan(amountFen))],
    [
      'purpose',
      20,
      (_transfer, t, month) => t('list.purpose', { year: month.slice(0, 4), month: Number(month.slice(5)) }),
    ],
    ['reference', 20, ({ number }) => number],
    ['payBy', 12, ({ payBy }) => payBy],
  ]

function sheetOf(t: TFunction, name: string, transfers: readonly Transfer[], month: string) {
  const totalFen = transfers.reduce((sum, { amountFen }) => sum + amountFen, 0)
  const rows: Cell[][] = [
    transferColumns.map(([key]) => t(`list.columns.${key}`)),
    ...transfers.map((transfer) => transferColumns.map(([, , cell]) => cell(transfer, t, month))),
    transferColumns.map(([key]) =>
      key === 'payee'
        ? t('list.total', { count: transfers.length })
        : key === 'amount'
          ? Number(plainYuan(totalFen))
          : null,
    ),
  ]
  // An account edited by hand stays text, and an amount shows its two decimals.
  const formats: Record<string, string> = { bankCard: '@', amount: '#,##0.00' }
  const columns = transferColumns.map(([key, width]) => {
    const numFmt = formats[key]
    return numFmt === undefined ? { width } : { width, numFmt }
  })
  return { name, rows, columns, freezePane: { rows: 1 } }
}

/**
 * `earnings.exportPaymentList`: a workbook to pay from. Accounts are text, so that no digit is lost; payees without an account
 * stand on a sheet of their own. Throws `settlement.run-not-found`, `settlement.run-voided`, `settlement.nothing-to-pay`.
 */
export async function exportPaymentList(
  context: CallContext,
  runId: string,
): Promise<Output<'earnings.exportPaymentList'>> {
  const { db } = context
  const run = requireRun(db, runId)
  const { language } = readSettings(db)
  const t = createI18n(language).getFixedT(language, 'settlement')
  const transfers = transfersOf(db, runId)
  const ready = transfers.filter(({ bankCard }) => bankCard !== '')
  const lacking = transfers.filter(({ bankCard }) => bankCard === '')
  if (transfers.length === 0) throw new BoanError('settlement.nothing-to-pay', { number: run.number })
  const { writeXlsx } = await import('hucre/xlsx')
  const sheets = [
    sheetOf(t, t('list.sheets.ready'), ready, run.month),
    ...(lacking.length === 0 ? [] : [sheetOf(t, t('list.sheets.lacking'), lacking, run.month)]),
  ]
  const draft = context.outgoing(`${t('list.fileName', { number: run.number })}.xlsx`)
  writeFileSync(draft.path, await writeXlsx({ sheets }), { mode: 0o600 })
  return {
    file: draft.finish(),
    payments: ready.length,
    amountFen: ready.reduce((sum, { amountFen }) => sum + amountFen, 0),
    lacking: lacking.map(({ payee }) => payee),
  }
}
