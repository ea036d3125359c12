import { useTranslation } from 'react-i18next'
import type { CycleDetail } from '../../../shared/earnings/ledger-shapes.ts'
import { EvidenceLinks } from '../../ui/evidence-links.tsx'
import { Money } from '../../ui/money.tsx'
import { Status } from '../../ui/status.tsx'
import { Term } from '../../ui/term.tsx'
import { DeductionForm } from '../forms/deduction-form.tsx'
import { EditButton } from '../forms/edit-button.tsx'
import { VoidButton } from '../forms/void-button.tsx'
import { WithholdingForm } from '../forms/withholding-form.tsx'

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
              <DeductionItem key={deduction.id} deduction={deduction} detail={detail} />
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
            {withholdings.map((item) => {
              const name = t(`earnings:withholdings.${item.kind}`)
              return (
                <li key={item.id}>
                  <span>
                    {name} · <EvidenceLinks ids={item.evidenceIds} name={name} />
                  </span>
                  <span className="row">
                    <Money fen={item.amountFen} />
                    <EditButton
                      name={name}
                      renderForm={(onClose) => <WithholdingForm detail={detail} known={item} onClose={onClose} />}
                    />
                    <VoidButton kind="withholding" id={item.id} name={name} />
                  </span>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </section>
  )
}

function DeductionItem({ deduction, detail }: { deduction: Deduction; detail: CycleDetail }) {
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
          <EvidenceLinks ids={deduction.evidenceIds} name={statedReason} />
        </p>
      </div>
      <span className="row">
        <Money fen={amountFen} />
        <EditButton
          name={statedReason}
          renderForm={(onClose) => <DeductionForm detail={detail} known={deduction} onClose={onClose} />}
        />
        <VoidButton kind="deduction" id={deduction.id} name={statedReason} />
      </span>
    </li>
  )
}
