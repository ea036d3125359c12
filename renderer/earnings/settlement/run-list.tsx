import { Button, Select, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAmount } from '../../../shared/i18n/index.ts'
import type { RunSummary } from '../../../shared/earnings/settlement-shapes.ts'
import { goTo, hrefTo } from '../../shell/route.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { today } from '../../ui/due-date.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { LedgerPicture } from '../../ui/pictures.tsx'
import { Status } from '../../ui/status.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { monthsEndingWith } from '../ledger/cycle-words.ts'
import { monthBefore, monthParts, runState } from './settlement-words.ts'

/** Runs made before, and the month to settle next. */
export function RunList() {
  const { t } = useTranslation('settlement')
  const [withVoided, setWithVoided] = useState(false)
  const { data, error, reload } = useQuery('earnings.listSettlements', { withVoided })
  return (
    <div className="stack">
      <BackLink href={hrefTo('ledger')} text={t('runs.back')} />
      <div className="row">
        <h1>{t('runs.title')}</h1>
        <span className="soft">{t('runs.text')}</span>
      </div>
      <MonthStart />
      {error === undefined ? null : <ErrorNote error={error} onRetry={reload} />}
      {data === undefined ? (
        <Loading rows={4} />
      ) : data.runs.length === 0 && !withVoided ? (
        <EmptyState title={t('runs.emptyTitle')} purpose={t('runs.emptyPurpose')} picture={<LedgerPicture />} />
      ) : (
        <section className="card settlement-scroll">
          <RunTable runs={data.runs} />
        </section>
      )}
      {data === undefined || (data.runs.length === 0 && !withVoided) ? null : (
        <label className="row soft">
          <Switch size="small" checked={withVoided} onChange={setWithVoided} />
          {t('runs.withVoided')}
        </label>
      )}
    </div>
  )
}

/** Which month to settle: at first the last one that is over. */
function MonthStart() {
  const { t } = useTranslation('settlement')
  const last = monthBefore(today())
  const [month, setMonth] = useState(last)
  const options = monthsEndingWith(today().slice(0, 7), 14).toReversed()
  return (
    <section className="card row">
      <label className="row">
        <span>{t('runs.month')}</span>
        <Select
          className="settlement-month"
          value={month}
          onChange={setMonth}
          aria-label={t('runs.month')}
          options={options.map((value) => ({ value, label: t('ledger:cycle.month', monthParts(value)) }))}
        />
      </label>
      <Button type="primary" onClick={() => goTo('ledger/settlement/review', { month })}>
        {t('runs.start', monthParts(month))}
      </Button>
    </section>
  )
}

function RunTable({ runs }: { runs: RunSummary[] }) {
  const { t } = useTranslation('settlement')
  return (
    <table className="plain-table opening-table">
      <caption className="visually-hidden">{t('runs.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('runs.columns.number')}</th>
          <th scope="col">{t('runs.columns.month')}</th>
          <th scope="col">{t('runs.columns.asOf')}</th>
          <th scope="col" className="number">
            {t('runs.columns.people')}
          </th>
          <th scope="col" className="number">
            {t('runs.columns.payable')}
          </th>
          <th scope="col">{t('runs.columns.state')}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id}>
            <th scope="row">
              <button
                type="button"
                className="bare-button link-button row-opener"
                onClick={() => goTo(`ledger/settlement/${run.id}`)}
              >
                {run.number}
              </button>
            </th>
            <td>{t('ledger:cycle.month', monthParts(run.month))}</td>
            <td>{run.asOf}</td>
            <td className="number">{run.statements}</td>
            <td className="number">{formatAmount(run.payableFen)}</td>
            <td>
              <RunStatus run={run} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How far a run is paid. */
export function RunStatus({ run }: { run: Pick<RunSummary, 'voidedAt' | 'toPay' | 'paid'> }) {
  const { t } = useTranslation('settlement')
  const { tone, words } = runState(t, run)
  return <Status tone={tone}>{words}</Status>
}
