import { useTranslation } from 'react-i18next'
import type { CaseClaim, ClaimCycle } from '../../../shared/disputes/case-file.ts'
import { goTo } from '../../shell/route.ts'
import { DueDate } from '../../ui/due-date.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Money } from '../../ui/money.tsx'
import { Status } from '../../ui/status.tsx'
import { useClaimWorking, useCycleName } from './use-words.ts'

/** One claim: the amount, each cycle with its working, the deductions with why they do not hold, and the law it rests on. */
export function ClaimCard({ claim, number }: { claim: CaseClaim; number: number }) {
  const { t } = useTranslation('disputes')
  return (
    <section className="card">
      <div className="row claim-head">
        <h2>{t('claims.numbered', { number, kind: t(`claims.kind.${claim.kind}`) })}</h2>
        {claim.warnings.map((warning) => (
          <Status key={warning} tone="warn">
            {t(`warnings.${warning}`)}
          </Status>
        ))}
        <span className="end">
          <Money fen={claim.totalFen} size="large" />
        </span>
      </div>
      <p className="soft">{t(`claims.about.${claim.kind}`)}</p>
      <CycleTable claim={claim} />
      {claim.deductions.length === 0 ? null : <DeductionTable claim={claim} />}
      <p className="soft">
        {t('claims.law', {
          law: claim.lawIds
            .map((id) => t(`documents:law.${id}`, { defaultValue: id }))
            .join(t('documents:words.semicolon')),
        })}
      </p>
    </section>
  )
}

function CycleTable({ claim }: { claim: CaseClaim }) {
  const { t } = useTranslation('disputes')
  const withInterest = claim.interestFen > 0
  return (
    <div className="case-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('claims.cycle')}</th>
            <th scope="col">{t('claims.working')}</th>
            <th scope="col" className="number">
              {t('claims.amount')}
            </th>
            {withInterest ? (
              <th scope="col" className="number">
                {t('claims.interest', { to: claim.interestTo })}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {claim.cycles.map((cycle) => (
            <CycleLine
              key={`${cycle.agreementId} ${cycle.cycle}`}
              cycle={cycle}
              claim={claim}
              withInterest={withInterest}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function CycleLine({ cycle, claim, withInterest }: { cycle: ClaimCycle; claim: CaseClaim; withInterest: boolean }) {
  const { t } = useTranslation('disputes')
  const cycleName = useCycleName()
  const working = useClaimWorking()
  const name = cycleName(cycle.cycle, cycle.from)
  const open = (): void =>
    goTo('ledger', { open: cycle.agreementId, cycle: cycle.cycle, asOf: claim.interestTo, period: 'all' })
  return (
    <tr>
      <td>
        {name}
        {cycle.dueDate === null ? null : (
          <div>
            <DueDate date={cycle.dueDate} asOf={claim.interestTo} />
          </div>
        )}
      </td>
      <td>{working(cycle, claim.kind)}</td>
      <td className="number">
        <Figure label={t('claims.of', { name })} fen={cycle.amountFen} onOpen={open} />
      </td>
      {withInterest ? (
        <td className="number">
          <Money fen={cycle.interestFen} />
        </td>
      ) : null}
    </tr>
  )
}

function DeductionTable({ claim }: { claim: CaseClaim }) {
  const { t } = useTranslation('disputes')
  const cycleName = useCycleName()
  return (
    <div className="case-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('claims.cycle')}</th>
            <th scope="col">{t('claims.statedReason')}</th>
            <th scope="col" className="number">
              {t('claims.deducted')}
            </th>
            <th scope="col" className="number">
              {t('claims.allowed')}
            </th>
            <th scope="col">{t('claims.why')}</th>
          </tr>
        </thead>
        <tbody>
          {claim.deductions.map((deduction) => (
            <tr key={deduction.id}>
              <td>{cycleName(deduction.cycle)}</td>
              <td>{deduction.statedReason}</td>
              <td className="number">
                <Money fen={deduction.deductedFen} />
              </td>
              <td className="number">
                <Money fen={deduction.allowedFen} />
              </td>
              <td>{t(`earnings:deductions.${deduction.whyCode}`, deduction.whyParams)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
