import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '../../../shared/disputes/views.ts'
import { DueDate } from '../../ui/due-date.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Money } from '../../ui/money.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useCycleName } from './use-words.ts'

type CaseAgreement = CaseView['agreements'][number]

/** Which cycles the case is about: those it claims, and others of the same agreements in which something is owed. */
export function CyclePicker({ view }: { view: CaseView }) {
  const { t } = useTranslation('disputes')
  return (
    <section className="card">
      <h2>{t('claims.cycles')}</h2>
      <p className="soft case-hint">{t('claims.cyclesHelp')}</p>
      {view.agreements.map((agreement) => (
        <AgreementCycles key={agreement.id} view={view} agreement={agreement} />
      ))}
    </section>
  )
}

function AgreementCycles({ view, agreement }: { view: CaseView; agreement: CaseAgreement }) {
  const { t } = useTranslation('disputes')
  const cycleName = useCycleName()
  const set = useCommand('disputes.setCycles')
  const claimed = agreement.cycles.filter((cycle) => cycle.claimed).map((cycle) => cycle.cycle)
  const choose = (cycle: string, chosen: boolean): void => {
    const cycles = chosen ? [...claimed, cycle] : claimed.filter((other) => other !== cycle)
    void set.run({ caseId: view.id, agreementId: agreement.id, cycles })
  }
  return (
    <fieldset className="cycle-picker" disabled={set.busy}>
      <legend>{t('claims.agreement', { title: agreement.title, payer: agreement.payerName })}</legend>
      <ul className="lines">
        {agreement.cycles.map(({ cycle, claimed: isClaimed, dueDate, outstandingFen }) => (
          <li key={cycle}>
            <Checkbox
              checked={isClaimed}
              // The last claimed cycle stays: a case about nothing is no case.
              disabled={isClaimed && claimed.length === 1}
              onChange={(event) => choose(cycle, event.target.checked)}
            >
              {cycleName(cycle)}
            </Checkbox>
            {dueDate === null ? (
              <span className="soft">{t('claims.noDue')}</span>
            ) : (
              <DueDate date={dueDate} asOf={view.asOf} />
            )}
            <Money fen={outstandingFen} />
          </li>
        ))}
      </ul>
      {set.error === undefined ? null : <ErrorNote error={set.error} />}
    </fieldset>
  )
}
