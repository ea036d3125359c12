import { useTranslation } from 'react-i18next'
import type { ShownCase } from '../../../shared/bundles/contents.ts'
import type { Mediation } from '../../../shared/disputes/mediation/mediator-calls.ts'
import { WithMediation } from './begin-mediation.tsx'
import { FindingsCard } from './findings-card.tsx'
import { PlanCard } from './plan-card.tsx'
import { ProposalCard } from './proposal-card.tsx'

/** 意见和方案: what is found about each claim, the proposal that follows, and how it is paid. */
export function DecidePlace({ id, file }: { id: string; file: ShownCase }) {
  return (
    <WithMediation id={id}>
      {(mediation) => (
        <>
          <FindingsCard id={id} file={file} mediation={mediation} />
          <ProposalCard id={id} mediation={mediation} />
          <Plan id={id} mediation={mediation} />
        </>
      )}
    </WithMediation>
  )
}

function Plan({ id, mediation }: { id: string; mediation: Mediation }) {
  const { t } = useTranslation('mediation')
  if (mediation.proposal.totalFen === 0 && mediation.plan.length === 0) {
    return (
      <section className="card">
        <h2>{t('plan.title')}</h2>
        <p className="soft">{t('plan.nothingYet')}</p>
      </section>
    )
  }
  return <PlanCard key={JSON.stringify(mediation.plan)} id={id} mediation={mediation} />
}
