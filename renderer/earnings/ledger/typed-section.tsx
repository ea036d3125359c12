import { useTranslation } from 'react-i18next'
import type { CycleDetail } from '../../../shared/earnings/ledger-shapes.ts'
import { EvidenceLinks } from '../../ui/evidence-links.tsx'
import { Money } from '../../ui/money.tsx'
import { BasisForm, CostForm } from '../forms/basis-forms.tsx'
import { EditButton } from '../forms/edit-button.tsx'
import { useGoverningTerms } from '../forms/use-governing-terms.ts'
import { VoidButton } from '../forms/void-button.tsx'

/** Totals and costs that the person typed for the cycle, in place of order lines or beside them. */
export function TypedSection({ detail }: { detail: CycleDetail }) {
  const { t } = useTranslation('ledger')
  const terms = useGoverningTerms(detail)
  const { cycleTotals, costs } = detail
  if (cycleTotals.length === 0 && costs.length === 0) return null
  const commissionName = (id: string): string => detail.steps.find((step) => step.id === id)?.label ?? id
  const costName = (id: string): string => terms?.costs?.find((term) => term.id === id)?.label ?? id
  return (
    <section className="panel-section">
      <h2>{t('panel.typed')}</h2>
      <ul className="lines">
        {cycleTotals.map((total) => (
          <li key={total.id}>
            <span>
              {commissionName(total.commissionId)} ·{' '}
              <EvidenceLinks ids={total.evidenceIds} name={commissionName(total.commissionId)} />
            </span>
            <span className="row">
              <Money fen={total.amountFen} />
              <EditButton
                name={commissionName(total.commissionId)}
                renderForm={(onClose) => <BasisForm detail={detail} known={total} onClose={onClose} />}
              />
              <VoidButton kind="cycle-total" id={total.id} name={commissionName(total.commissionId)} />
            </span>
          </li>
        ))}
        {costs.map((cost) => (
          <li key={cost.id}>
            <span>
              {costName(cost.costTermId)} · <EvidenceLinks ids={cost.evidenceIds} name={costName(cost.costTermId)} />
            </span>
            <span className="row">
              <Money fen={cost.amountFen} />
              <EditButton
                name={costName(cost.costTermId)}
                renderForm={(onClose) => <CostForm detail={detail} known={cost} onClose={onClose} />}
              />
              <VoidButton kind="cost" id={cost.id} name={costName(cost.costTermId)} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
