import { useTranslation } from 'react-i18next'
import type { LedgerAgreement, LedgerRow } from '../../../../shared/earnings/ledger-shapes.ts'
import { cycleName } from '../../../earnings/index.ts'
import { today } from '../../../ui/due-date.tsx'
import { useQuery, type Query } from '../../../ui/use-query.ts'
import type { Output } from '../../../../shared/contract.ts'

export interface CycleOption {
  /** Agreement and cycle in one. */
  value: string
  label: string
  agreement: Pick<LedgerAgreement, 'id' | 'title'>
  row: LedgerRow
}

const mostAgreements = 200

/** Cycles of the ledger that a task can be done on, the latest first. */
export function useCycleOptions(fits: (row: LedgerRow) => boolean): {
  options: CycleOption[] | undefined
  error: Query<Output<'earnings.ledger'>>['error']
} {
  const { t } = useTranslation('ledger')
  const { data, error } = useQuery('earnings.ledger', { asOf: today(), agreements: mostAgreements })
  const options = data?.agreements
    .flatMap((agreement) => agreement.rows.filter(fits).map((row) => ({ agreement, row })))
    .toSorted((a, b) => (a.row.to < b.row.to ? 1 : -1))
    .map(({ agreement, row }) => ({
      value: `${agreement.id} ${row.cycle}`,
      label: `${agreement.title} · ${cycleName(t, row.cycle, row.from)}`,
      agreement,
      row,
    }))
  return { options, error }
}
