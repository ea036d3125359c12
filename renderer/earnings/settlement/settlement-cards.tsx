import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { goTo, hrefTo } from '../../shell/route.ts'
import { DueDate } from '../../ui/due-date.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Money } from '../../ui/money.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { cycleName } from '../ledger/cycle-words.ts'
import { groupPayables } from './payable-groups.ts'
import { RunStatus } from './run-list.tsx'
import { monthBefore, monthParts } from './settlement-words.ts'

const shown = 5

/** For the home of one who pays: what is due and what falls due soon, by payee. */
export function PayablesCard({ asOf }: { asOf: string }) {
  const { t } = useTranslation('settlement')
  const { data, error } = useQuery('earnings.payables', { asOf })
  const soon = groupPayables(data?.rows ?? [], asOf).filter(({ id }) => id === 'due' || id === 'week')
  const rows = soon.flatMap((group) => group.rows)
  return (
    <section className="card home-due">
      <div className="row">
        <h2 className="soft">{t('cards.payables')}</h2>
        <a className="end" href={hrefTo('ledger/payables')}>
          {t('cards.payablesAll')}
        </a>
      </div>
      {data === undefined ? null : (
        <div className="row">
          <Figure
            label={t('cards.payables')}
            fen={data.dueFen}
            size="headline"
            {...(data.dueFen > 0 ? { tone: 'bad' as const } : {})}
            onOpen={() => goTo('ledger/payables')}
          />
          <span className="soft">{t('cards.payablesLater', { fen: data.notDueFen })}</span>
        </div>
      )}
      {error === undefined ? null : <ErrorNote error={error} />}
      {rows.length === 0 ? (
        <p className="soft">{t('cards.payablesNone')}</p>
      ) : (
        <ul className="lines">
          {rows.slice(0, shown).map((row) => (
            <li key={`${row.agreementId} ${row.cycle}`}>
              <span>
                <a href={hrefTo('ledger', { open: row.agreementId, cycle: row.cycle, month: row.to.slice(0, 7) })}>
                  {row.payee.name}
                </a>
                <br />
                <span className="soft">{cycleName(t, row.cycle, row.from)}</span>
              </span>
              <span className="settlement-card-figures">
                <Money fen={row.outstandingFen} />
                {row.dueDate === null ? null : <DueDate date={row.dueDate} asOf={asOf} short />}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** For the home of one who pays: how far the run of the last month is, or that there is none yet. */
export function RunCard({ asOf }: { asOf: string }) {
  const { t } = useTranslation('settlement')
  const { data, error } = useQuery('earnings.listSettlements', {})
  const month = monthBefore(asOf)
  const run = data?.runs.find((one) => one.month === month)
  return (
    <section className="card">
      <h2>{t('cards.run', monthParts(month))}</h2>
      {error === undefined ? null : <ErrorNote error={error} />}
      {data === undefined ? null : run === undefined ? (
        <div className="row">
          <span className="soft">{t('cards.runNone')}</span>
          <Button className="end" href={hrefTo('ledger/settlement/review', { month })}>
            {t('cards.runStart')}
          </Button>
        </div>
      ) : (
        <div className="row">
          <RunStatus run={run} />
          <span className="soft">
            {run.paid === run.toPay
              ? t('cards.runDone')
              : t('cards.runPaid', { paid: run.paid, toPay: run.toPay, fen: run.payableFen - run.paidFen })}
          </span>
          <Button className="end" href={hrefTo(`ledger/settlement/${run.id}`)}>
            {t('cards.runOpen', { number: run.number })}
          </Button>
        </div>
      )}
    </section>
  )
}
