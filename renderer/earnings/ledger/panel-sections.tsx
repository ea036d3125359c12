import { App, Button } from 'antd'
import type { CycleDetail } from '../../../shared/earnings/ledger-shapes.ts'
import { shanghaiDate } from '../../../shared/calendar.ts'
import { hrefTo } from '../../shell/route.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { EvidenceLinks } from '../../ui/evidence-links.tsx'
import { Money } from '../../ui/money.tsx'
import { Term, useSideTranslation } from '../../ui/term.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { AcknowledgementForm } from '../forms/acknowledgement-form.tsx'
import { EditButton } from '../forms/edit-button.tsx'
import { EventForm } from '../forms/event-form.tsx'
import { VoidButton } from '../forms/void-button.tsx'

/** 少算, 不当扣款 and 认账未付, once the payer's own figure is known; else the button that records it. */
export function DifferenceSection({ detail, onAcknowledge }: { detail: CycleDetail; onAcknowledge: () => void }) {
  const { t } = useSideTranslation('ledger')
  const { row, acknowledgement } = detail
  if (acknowledgement === null) {
    if (row.status === 'open' || row.outstandingFen <= 0) return null
    return (
      <section className="note note-plain row">
        <span className="grow">{t('panel.noAcknowledged')}</span>
        <Button size="small" onClick={onAcknowledge}>
          {t('panel.addAcknowledged')}
        </Button>
      </section>
    )
  }
  const parts = [
    { id: 'underCounted', fen: row.underCountedFen },
    { id: 'improper', fen: row.improperFen },
    { id: 'acknowledgedUnpaid', fen: row.acknowledgedUnpaidFen },
  ]
  return (
    <section className="panel-section">
      <h2>{t('panel.parts')}</h2>
      <ul className="lines">
        {parts.map(({ id, fen }) => (
          <li key={id}>
            <Term id={id} />
            <Money fen={fen ?? 0} />
          </li>
        ))}
        <li>
          <span className="soft">
            {t('panel.acknowledged')} ·{' '}
            <EvidenceLinks ids={acknowledgement.evidenceIds} name={t('panel.acknowledged')} />
          </span>
          <span className="row">
            <Money fen={acknowledgement.amountFen} tone="soft" />
            <EditButton
              name={t('panel.acknowledged')}
              renderForm={(onClose) => <AcknowledgementForm detail={detail} onClose={onClose} />}
            />
            <VoidButton kind="acknowledgement" id={acknowledgement.id} name={t('panel.acknowledged')} />
          </span>
        </li>
      </ul>
    </section>
  )
}

/** Late interest up to the chosen day, stretch by stretch. */
export function InterestSection({ detail }: { detail: CycleDetail }) {
  const { t } = useSideTranslation('ledger')
  const { interest, row } = detail
  if (row.status !== 'overdue' && interest.interestFen === 0) return null
  return (
    <section className="panel-section">
      <h2 className="row">
        <Term id="interest" />
        <span className="end">
          <Money fen={interest.interestFen} />
        </span>
      </h2>
      {interest.basis === 'none' || interest.kind === null ? (
        <p className="soft">{t('panel.interestNone')}</p>
      ) : (
        <>
          <p className="soft">{t(interest.basis === 'terms' ? 'panel.interestTerms' : 'panel.interestStatutory')}</p>
          <ul className="lines soft">
            {interest.periods.map((period) => (
              <li key={period.from}>{t(`earnings:interestPeriods.${interest.kind}`, period)}</li>
            ))}
          </ul>
          {interest.assumedDays === 0 ? null : (
            <p className="soft">{t('earnings:interestPeriods.assumed', { days: interest.assumedDays })}</p>
          )}
          {interest.unknownDays === 0 ? null : (
            <p className="soft">{t('earnings:interestPeriods.unknown', { days: interest.unknownDays })}</p>
          )}
          {interest.interestFirstFen === null ? null : (
            <p className="soft">{t('panel.interestFirst', { amountFen: interest.interestFirstFen })}</p>
          )}
        </>
      )}
    </section>
  )
}

/** What else is known of the cycle: changes after it was confirmed, dates, the files behind it, and whether it is confirmed. */
export function FactsSection({ detail, onAddEvent }: { detail: CycleDetail; onAddEvent: () => void }) {
  const { t } = useSideTranslation('ledger')
  const { adjustments, events, statements } = detail
  return (
    <>
      {adjustments.length === 0 ? null : (
        <section className="panel-section">
          <h2>
            <Term id="adjustment" />
          </h2>
          <ul className="lines">
            {adjustments.map((adjustment) => (
              <li key={adjustment.id}>
                <span>{t('panel.adjustment', adjustment)}</span>
                <Money fen={adjustment.netSaleDeltaFen} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="panel-section">
        <h2 className="row">
          {t('panel.events')}
          <Button size="small" className="end" onClick={onAddEvent}>
            {t('panel.addEvent')}
          </Button>
        </h2>
        <ul className="lines">
          {events.map((event) => (
            <li key={event.id}>
              <span>{t(`earnings:cycleEvents.${event.kind}`)}</span>
              <span className="row">
                {event.date}
                <EditButton
                  name={t(`earnings:cycleEvents.${event.kind}`)}
                  renderForm={(onClose) => <EventForm detail={detail} known={event} onClose={onClose} />}
                />
                <VoidButton kind="cycle-event" id={event.id} name={t(`earnings:cycleEvents.${event.kind}`)} />
              </span>
            </li>
          ))}
          <ConfirmLine detail={detail} />
        </ul>
      </section>
      {statements.length === 0 ? null : (
        <section className="panel-section">
          <h2>{t('panel.files')}</h2>
          <ul className="lines">
            {statements.map((statement) => (
              <li key={statement.id}>
                <a href={hrefTo('import', { statement: statement.id })}>
                  {t('panel.file', { file: statement.file, count: statement.lines })}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function ConfirmLine({ detail }: { detail: CycleDetail }) {
  const { t } = useSideTranslation('ledger')
  const { message } = App.useApp()
  const confirm = useCommand('earnings.confirmCycle')
  const { agreementId, cycle, status, confirmed } = detail.row
  if (status === 'open' && !confirmed) return null
  const set = async (to: boolean): Promise<void> => {
    const done = await confirm.run({ agreementId, cycle, confirmed: to })
    if (done !== undefined && to) void message.info(t('panel.confirmHelp'), 6)
  }
  return (
    <li>
      <div>
        {detail.confirmedAt === null
          ? t('panel.unconfirmed')
          : t('panel.confirmed', { date: shanghaiDate(detail.confirmedAt) })}
        {confirm.error === undefined ? null : <ErrorNote error={confirm.error} />}
      </div>
      <Button size="small" loading={confirm.busy} onClick={() => void set(!confirmed)}>
        {t(confirmed ? 'panel.reopen' : 'panel.confirm')}
      </Button>
    </li>
  )
}
