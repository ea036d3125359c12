import { useTranslation } from 'react-i18next'
import type { LedgerTotals } from '../../../shared/earnings/ledger-shapes.ts'
import { Money } from '../../ui/money.tsx'
import { Term, useSideForm } from '../../ui/term.tsx'

/** Sums over all rows that the filters let through; what is owed is added, what was overpaid stands apart. */
export function TotalsCard({ totals }: { totals: LedgerTotals }) {
  const { t } = useTranslation('ledger')
  const form = useSideForm()
  return (
    <section className="card ledger-totals" aria-label={t('totals.label')}>
      <div>
        <Term id="expected" />
        <Money fen={totals.expectedFen} size="large" />
        {totals.deductedFen === 0 ? null : <span className="soft">{t('totals.deducted', { ...totals, ...form })}</span>}
      </div>
      <div>
        <Term id="paid" />
        <Money fen={totals.paidFen} size="large" />
      </div>
      <div>
        <Term id="outstanding" />
        <Money fen={totals.outstandingFen} size="large" {...(totals.dueFen > 0 ? { tone: 'bad' as const } : {})} />
        <span className="soft">
          {[
            ...(totals.dueFen === totals.outstandingFen ? [] : [t('totals.due', totals)]),
            ...(totals.overpaidFen === 0 ? [] : [t('totals.overpaid', totals)]),
          ].join(t('app:chart.comma'))}
        </span>
      </div>
    </section>
  )
}
