import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { LedgerRow } from '../../../shared/earnings/ledger-shapes.ts'
import { distanceWords } from '../../ui/due-date.tsx'
import { Status, type Tone } from '../../ui/status.tsx'

type RowState = Pick<LedgerRow, 'status' | 'outstandingFen' | 'dueDate'>

const tones: Record<LedgerRow['status'], Tone> = {
  open: 'plain',
  overpaid: 'warn',
  settled: 'good',
  'not-due': 'plain',
  'due-today': 'warn',
  overdue: 'bad',
}

/** The state of a cycle in words; `short` says how much in a cell, else how late. */
export function rowStatusWords(t: TFunction, row: RowState, asOf: string, short: boolean): string {
  if (short && row.status === 'overdue') return t('ledger:matrix.owes', { amountFen: row.outstandingFen })
  if (row.status === 'overpaid') return t('ledger:matrix.overpaid', { amountFen: -row.outstandingFen })
  if (row.status === 'overdue' || row.status === 'not-due') {
    return row.dueDate === null ? t(`earnings:statuses.${row.status}`) : distanceWords(t, row.dueDate, asOf)
  }
  return t(`earnings:statuses.${row.status}`)
}

export function RowStatus({ row, asOf, short = false }: { row: RowState; asOf: string; short?: boolean }) {
  const { t } = useTranslation()
  return <Status tone={tones[row.status]}>{rowStatusWords(t, row, asOf, short)}</Status>
}
