import type { TableBlock } from '../../documents/model.ts'
import type { PaperContext } from './context.ts'
import { cycleWords, tableAmount } from './words.ts'

/** What a paper says of a cycle that is owed; money in fen, dates civil. */
export interface PaperCycle {
  cycle: string
  from: string
  dueDate: string | null
  overdueDays: number
  expectedFen: number
  withheldFen: number
  allowedFen: number
  paidFen: number
  outstandingFen: number
}

/** Cycles that are owed, each with how much and since when; the totals are of all of them, also where only the newest `most` are shown. */
export function cycleTable({ t }: PaperContext, all: readonly PaperCycle[], most = all.length): TableBlock {
  const shown = all.slice(all.length - Math.min(most, all.length))
  const sum = (pick: (cycle: PaperCycle) => number): string =>
    tableAmount(all.reduce((total, cycle) => total + pick(cycle), 0))
  const others =
    all.length > shown.length
      ? [[t('summary.moreCycles', { count: all.length - shown.length }), '', '', '', '', '', '']]
      : []
  return {
    kind: 'table',
    columns: [
      { title: t('summary.columns.cycle'), width: 15 },
      { title: t('summary.columns.expected'), width: 13, align: 'right' },
      { title: t('summary.columns.lawful'), width: 12, align: 'right' },
      { title: t('summary.columns.paid'), width: 13, align: 'right' },
      { title: t('summary.columns.outstanding'), width: 13, align: 'right' },
      { title: t('summary.columns.due'), width: 13, align: 'center' },
      { title: t('summary.columns.overdue'), width: 10, align: 'right' },
    ],
    rows: [
      ...others,
      ...shown.map((cycle) => [
        cycleWords(t, cycle.cycle, cycle.from),
        tableAmount(cycle.expectedFen),
        tableAmount(cycle.withheldFen + cycle.allowedFen),
        tableAmount(cycle.paidFen),
        tableAmount(cycle.outstandingFen),
        cycle.dueDate ?? t('words.none'),
        cycle.overdueDays === 0 ? '' : t('words.days', { count: cycle.overdueDays }),
      ]),
    ],
    totals: [
      [
        t('words.total'),
        sum((cycle) => cycle.expectedFen),
        sum((cycle) => cycle.withheldFen + cycle.allowedFen),
        sum((cycle) => cycle.paidFen),
        sum((cycle) => cycle.outstandingFen),
        '',
        '',
      ],
    ],
  }
}
