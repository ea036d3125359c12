import type { CycleDetail } from '../../../shared/earnings/ledger-shapes.ts'
import { formatAmount } from '../../../shared/i18n/index.ts'
import { hrefTo } from '../../shell/route.ts'
import { Term, useSideTranslation } from '../../ui/term.tsx'
import { useFormulaText } from '../formula-text.ts'

type Step = CycleDetail['steps'][number]

/** 结算明细: each step with its formula in words, down to its rows. */
export function StepsSection({ detail }: { detail: CycleDetail }) {
  const { t } = useSideTranslation('ledger')
  const { row, steps, version } = detail
  return (
    <section aria-label={t('panel.steps')}>
      <table className="plain-table steps">
        <caption className="visually-hidden">{t('panel.steps')}</caption>
        <tbody>
          {steps.map((step) => (
            <StepRow key={`${step.kind} ${step.id}`} step={step} detail={detail} />
          ))}
          <tr className="steps-total">
            <th scope="row">
              <Term id="expected" />
              {version === null ? null : <div className="soft">{t('panel.version', { date: version.from })}</div>}
            </th>
            <td className="number">{formatAmount(row.expectedFen)}</td>
          </tr>
        </tbody>
      </table>
      {row.missing === 0 ? null : (
        <p className="note">
          {t('panel.missing', { count: row.missing })}{' '}
          <a href={linesHref(detail, undefined, true)}>{t('panel.seeMissing')}</a>
        </p>
      )}
    </section>
  )
}

function StepRow({ step, detail }: { step: Step; detail: CycleDetail }) {
  const { t } = useSideTranslation('ledger')
  const formulaText = useFormulaText()
  const carried = detail.carried.find((one) => one.id === step.id)
  return (
    <tr>
      <th scope="row">
        {t(`earnings:stepKinds.${step.kind}`)}
        {step.label === '' ? '' : ` · ${step.label}`}
        <div className="soft">{formulaText(step.formula)}</div>
        {step.basis === null ? null : <div className="soft">{formulaText(step.basis)}</div>}
        {carried === undefined || carried.outFen === 0 ? null : (
          <div className="soft">{t('panel.carriedOut', { amountFen: carried.outFen })}</div>
        )}
        {step.sources === 0 ? null : (
          <a className="soft-link" href={linesHref(detail, step.id, false)}>
            {t('panel.lines', { count: step.sources })}
          </a>
        )}
      </th>
      <td className="number">{formatAmount(step.amountFen)}</td>
    </tr>
  )
}

function linesHref(detail: CycleDetail, commission: string | undefined, lacking: boolean): string {
  return hrefTo('ledger/lines', {
    agreement: detail.row.agreementId,
    cycle: detail.row.cycle,
    commission,
    lacking: lacking ? 'yes' : undefined,
  })
}
