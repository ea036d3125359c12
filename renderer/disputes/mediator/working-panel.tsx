import { useTranslation } from 'react-i18next'
import type { Working } from '../../../shared/bundles/calls.ts'
import type { ShownCase } from '../../../shared/bundles/contents.ts'
import { useFormulaText } from '../../earnings/index.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Money } from '../../ui/money.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { Status } from '../../ui/status.tsx'
import { Term } from '../../ui/term.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { useCycleName } from '../case/use-words.ts'
import { mediatorHref } from './mediator-address.ts'

interface WorkingPanelProps {
  id: string
  part: ShownCase['claims'][number]['cycles'][number]
  onClose: () => void
}

/** How a cycle's figures come about, computed on this computer from the file's own rows and terms. */
export function WorkingPanel({ id, part, onClose }: WorkingPanelProps) {
  const { t } = useTranslation('mediator')
  const cycleName = useCycleName()
  const { agreementId, cycle } = part
  const { data, error, reload } = useQuery('bundles.working', { id, agreementId, cycle })
  const title = cycleName(cycle, part.from)
  return (
    <SidePanel title={<h2>{title}</h2>} label={t('claims.working')} onClose={onClose}>
      {error === undefined ? null : <ErrorNote error={error} onRetry={reload} />}
      {data === undefined ? (
        error === undefined ? (
          <Loading rows={6} />
        ) : null
      ) : (
        <>
          <p className="soft">
            {data.agreement} · {t('working.computed')}
          </p>
          <Steps working={data} />
          <Chain working={data} />
          <Deductions working={data} />
          <Payments working={data} />
          <Interest working={data} />
          {data.lines === 0 ? null : (
            <a href={mediatorHref(id, 'lines', { agreement: agreementId, cycle })}>
              {t('working.lines', { count: data.lines })}
            </a>
          )}
        </>
      )}
    </SidePanel>
  )
}

function Steps({ working }: { working: Working }) {
  const { t } = useTranslation('mediator')
  const formulaText = useFormulaText()
  return (
    <section>
      <h3>{t('working.expected')}</h3>
      <ul className="lines">
        {working.steps.map((step) => (
          <li key={`${step.kind} ${step.id}`}>
            <div>
              {[...new Set([t(`earnings:stepKinds.${step.kind}`), step.label])]
                .filter((word) => word !== '')
                .join(' · ')}
              <p className="soft">{formulaText(step.formula)}</p>
              {step.basis === null ? null : <p className="soft">{formulaText(step.basis)}</p>}
            </div>
            <Money fen={step.amountFen} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Chain({ working }: { working: Working }) {
  const { t } = useTranslation('mediator')
  const parts = [
    ['expected', working.expectedFen],
    ['withheld', -working.withheldFen],
    ['allowed', -working.allowedFen],
    ['paid', -working.paidFen],
  ] as const
  return (
    <section>
      <h3>{t('working.chain')}</h3>
      <ul className="lines">
        {parts.map(([term, fen]) => (
          <li key={term}>
            <Term id={term} />
            <Money fen={fen} />
          </li>
        ))}
        <li>
          <span className="row">
            <Term id="outstanding" />
            {working.dueDate === null ? null : (
              <span className="soft">{t('working.due', { date: working.dueDate })}</span>
            )}
          </span>
          <Money fen={working.outstandingFen} size="strong" />
        </li>
      </ul>
    </section>
  )
}

function Deductions({ working }: { working: Working }) {
  const { t } = useTranslation('mediator')
  if (working.deductions.length === 0) return null
  return (
    <section>
      <h3>{t('working.deductions')}</h3>
      <ul className="lines">
        {working.deductions.map(({ id, statedReason, amountFen, allowedFen, reason }) => (
          <li key={id}>
            <div>
              <span className="row">
                {statedReason}
                <Status tone={allowedFen === amountFen ? 'plain' : 'warn'}>
                  {allowedFen === amountFen
                    ? t('working.holds')
                    : allowedFen === 0
                      ? t('working.holdsNot')
                      : t('working.holdsPart', { amountFen: allowedFen })}
                </Status>
              </span>
              <p className="soft">{t(`earnings:deductions.${reason.code}`, { ...reason.params })}</p>
            </div>
            <Money fen={amountFen} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Payments({ working }: { working: Working }) {
  const { t } = useTranslation('mediator')
  return (
    <section>
      <h3>{t('working.payments')}</h3>
      {working.payments.length === 0 ? (
        <p className="soft">{t('working.noPayments')}</p>
      ) : (
        <ul className="lines">
          {working.payments.map(({ id, date, amountFen, channel, reference }) => (
            <li key={`${id} ${amountFen}`}>
              <div>
                {date}
                <p className="soft">{[channel, reference].filter((part) => part !== '').join(' · ')}</p>
              </div>
              <Money fen={amountFen} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Interest({ working: { interest } }: { working: Working }) {
  const { t } = useTranslation('mediator')
  if (interest.kind === null || interest.interestFen === 0) return null
  return (
    <section>
      <h3 className="row">
        <Term id="interest" />
        <span className="end">
          <Money fen={interest.interestFen} />
        </span>
      </h3>
      <ul>
        {interest.periods.map((period) => (
          <li key={period.from} className="soft">
            {t(`earnings:interestPeriods.${interest.kind}`, period)}
          </li>
        ))}
      </ul>
    </section>
  )
}
