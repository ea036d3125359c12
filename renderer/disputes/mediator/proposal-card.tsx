import { Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mediation } from '../../../shared/disputes/mediation/mediator-calls.ts'
import type { ProposalLine } from '../../../shared/disputes/mediation/proposal.ts'
import { type InterestChoice, interestChoiceSchema } from '../../../shared/disputes/mediation/shapes.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Money } from '../../ui/money.tsx'
import { MoneyInput } from '../../ui/money-input.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useCycleName } from '../case/use-words.ts'

/** 调解方案: what the findings come to; nothing in it is typed but the choice of interest. */
export function ProposalCard({ id, mediation }: { id: string; mediation: Mediation }) {
  const { t } = useTranslation('mediation')
  const [open, setOpen] = useState(false)
  const { proposal } = mediation
  const show = (): void => setOpen(true)
  return (
    <div className={open ? 'received-with-panel' : 'stack'}>
      <section className="card stack">
        <div className="row">
          <h2>{t('proposal.title')}</h2>
          {proposal.undecided === 0 ? null : (
            <span className="end soft">{t('proposal.preliminary', { count: proposal.undecided })}</span>
          )}
        </div>
        <dl className="proposal-figures">
          <div>
            <dt className="soft">{t('proposal.total')}</dt>
            <dd>
              <Figure label={t('proposal.total')} fen={proposal.totalFen} onOpen={show} size="headline" />
            </dd>
          </div>
          <div>
            <dt className="soft">{t('proposal.principal')}</dt>
            <dd>
              <Figure label={t('proposal.principal')} fen={proposal.principalFen} onOpen={show} size="large" />
            </dd>
          </div>
          <div>
            <dt className="soft">{t('proposal.interest')}</dt>
            <dd>
              <Figure label={t('proposal.interest')} fen={proposal.interestFen} onOpen={show} size="large" />
            </dd>
          </div>
          <div>
            <dt className="soft">{t('proposal.claimed')}</dt>
            <dd>
              <Money fen={proposal.claimedFen} size="large" tone="soft" />
            </dd>
          </div>
        </dl>
        {proposal.foundInterestFen === 0 ? null : <InterestChoiceFields id={id} mediation={mediation} />}
      </section>
      {open ? <ProposalWorking mediation={mediation} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}

function InterestChoiceFields({ id, mediation }: { id: string; mediation: Mediation }) {
  const { t } = useTranslation('mediation')
  const save = useCommand('disputes.saveMediation')
  const { foundInterestFen } = mediation.proposal
  const { interest, agreedInterestFen } = mediation.words
  const [typed, setTyped] = useState<number | undefined>(agreedInterestFen)
  const tooMuch = typed === undefined || typed > foundInterestFen
  const keep = (): void => {
    if (!tooMuch && typed !== agreedInterestFen) void save.run({ bundleId: id, agreedInterestFen: typed })
  }
  return (
    <div className="stack">
      <Radio.Group
        aria-label={t('proposal.interest')}
        value={interest}
        onChange={(event) => void save.run({ bundleId: id, interest: event.target.value as InterestChoice })}
        options={interestChoiceSchema.options.map((value) => ({
          value,
          label: t(`proposal.choices.${value}`, { amountFen: foundInterestFen }),
        }))}
      />
      {interest === 'agreed' ? (
        // The amount is kept when the field is left: every digit on the way would be a change of the proposal.
        <div onBlur={keep} className="proposal-agreed">
          <Field
            label={t('proposal.agreedInterest')}
            problem={tooMuch ? t('proposal.agreedProblem', { amountFen: foundInterestFen }) : undefined}
          >
            {(field) => <MoneyInput id={field} fen={typed} onChange={setTyped} invalid={tooMuch} />}
          </Field>
        </div>
      ) : null}
      {save.error === undefined ? null : <ErrorNote error={save.error} />}
    </div>
  )
}

/** How the proposal comes about, line by line. */
function ProposalWorking({ mediation, onClose }: { mediation: Mediation; onClose: () => void }) {
  const { t } = useTranslation('mediation')
  const { proposal } = mediation
  return (
    <SidePanel title={<h2>{t('proposal.working')}</h2>} label={t('proposal.working')} onClose={onClose}>
      <ul className="lines">
        {proposal.lines.map((line) => (
          <WorkingLine key={`${line.claimId} ${line.agreementId} ${line.cycle}`} line={line} />
        ))}
        <li>
          <b>{t('proposal.principal')}</b>
          <Money fen={proposal.principalFen} size="strong" />
        </li>
        <li>
          <span>{t(`proposal.choices.${proposal.interest}`, { amountFen: proposal.foundInterestFen })}</span>
          <Money fen={proposal.interestFen} />
        </li>
        <li>
          <b>{t('proposal.total')}</b>
          <Money fen={proposal.totalFen} size="strong" />
        </li>
      </ul>
    </SidePanel>
  )
}

function WorkingLine({ line }: { line: ProposalLine }) {
  const { t } = useTranslation('mediation')
  const cycleName = useCycleName()
  const kind = t(`kinds.${line.kind}`)
  const name = line.cycle === null ? kind : t('ofCycle', { cycle: cycleName(line.cycle, line.from), kind })
  const interest =
    line.interestFen === 0
      ? ''
      : t(line.verdict === 'partly' ? 'proposal.interestPart' : 'proposal.interestWhole', { ...line })
  return (
    <li>
      <div>
        {name}
        <p className="soft">{t(`proposal.lines.${line.verdict ?? 'undecided'}`, { ...line })}</p>
        {interest === '' ? null : <p className="soft">{interest}</p>}
      </div>
      <Money fen={line.amountFen} />
    </li>
  )
}
