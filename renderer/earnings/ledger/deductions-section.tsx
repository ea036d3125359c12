import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { CycleDetail } from '../../../shared/earnings/ledger-shapes.ts'
import { Money } from '../../ui/money.tsx'
import { Status } from '../../ui/status.tsx'
import { Term } from '../../ui/term.tsx'
import { VoidButton } from '../forms/void-button.tsx'

type Deduction = CycleDetail['deductions'][number]

/** What the payer took, each with whether it holds and why. */
export function DeductionsSection({ detail }: { detail: CycleDetail }) {
  const { t } = useTranslation('ledger')
  const { deductions, withholdings } = detail
  if (deductions.length === 0 && withholdings.length === 0) return null
  return (
    <section className="panel-section">
      {deductions.length === 0 ? null : (
        <>
          <h2>
            <Term id="deducted" />
          </h2>
          <ul className="lines">
            {deductions.map((deduction) => (
              <DeductionItem key={deduction.id} deduction={deduction} />
            ))}
          </ul>
        </>
      )}
      {withholdings.length === 0 ? null : (
        <>
          <h2>
            <Term id="withheld" />
          </h2>
          <ul className="lines">
            {withholdings.map((item) => (
              <li key={item.id}>
                <span>
                  {t(`earnings:withholdings.${item.kind}`)}
                  <span className="soft"> {evidenceWords(t, item.evidenceIds.length)}</span>
                </span>
                <span className="row">
                  <Money fen={item.amountFen} />
                  <VoidButton kind="withholding" id={item.id} name={t(`earnings:withholdings.${item.kind}`)} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function DeductionItem({ deduction }: { deduction: Deduction }) {
  const { t } = useTranslation('ledger')
  const { amountFen, allowedFen, statedReason, reason } = deduction
  const holds = allowedFen === amountFen
  return (
    <li>
      <div>
        <div className="row">
          <b>{statedReason}</b>
          <Status tone={holds ? 'plain' : 'warn'} {...(holds ? { icon: 'check' as const } : {})}>
            {holds
              ? t('panel.holds')
              : allowedFen === 0
                ? t('panel.holdsNot')
                : t('panel.holdsPart', { amountFen: allowedFen })}
          </Status>
        </div>
        <p className="soft">
          {t(`earnings:deductions.${reason.code}`, { ...reason.params })}
          {' · '}
          {evidenceWords(t, deduction.evidenceIds.length)}
        </p>
      </div>
      <span className="row">
        <Money fen={amountFen} />
        <VoidButton kind="deduction" id={deduction.id} name={statedReason} />
      </span>
    </li>
  )
}

export function evidenceWords(t: TFunction<'ledger'>, count: number): string {
  return count === 0 ? t('panel.noEvidence') : t('panel.evidence', { count })
}
