import { Button, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import { goTo } from '../../shell/route.ts'
import { DueDate } from '../../ui/due-date.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Money } from '../../ui/money.tsx'
import { CasePicture } from '../../ui/pictures.tsx'
import { Status } from '../../ui/status.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { hrefToCase } from './case-address.ts'
import { asKept } from './use-words.ts'

type CaseRow = Output<'disputes.listCases'>['cases'][number]

/** All cases, newest first, with what each claims and the day that must not be missed. */
export function CaseList() {
  const { t } = useTranslation('disputes')
  const [withVoided, setWithVoided] = useState(false)
  const query = useQuery('disputes.listCases', { withVoided })
  if (query.error !== undefined) return <ErrorNote error={query.error} onRetry={query.reload} />
  if (query.data === undefined) return <Loading />
  const { cases } = query.data
  return (
    <div className="stack">
      <div className="row">
        <h1>{t('list.title')}</h1>
        <label className="row end soft">
          <Switch size="small" checked={withVoided} onChange={setWithVoided} />
          {t('list.withVoided')}
        </label>
      </div>
      {cases.length === 0 ? (
        <EmptyState
          title={t('list.emptyTitle')}
          purpose={t('list.emptyText')}
          picture={<CasePicture />}
          action={{ label: t('list.emptyAction'), onClick: () => goTo('ledger', { status: 'overdue' }) }}
        />
      ) : (
        <section className="card case-table-card">
          <CaseTable cases={cases} />
        </section>
      )}
    </div>
  )
}

function CaseTable({ cases }: { cases: CaseRow[] }) {
  const { t } = useTranslation('disputes')
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t('list.case')}</th>
          <th scope="col">{t('list.respondents')}</th>
          <th scope="col" className="number">
            {t('list.total')}
          </th>
          <th scope="col">{t('list.limit')}</th>
          <th scope="col">{t('list.state')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('list.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {cases.map((row) => (
          <CaseTableRow key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function CaseTableRow({ row }: { row: CaseRow }) {
  const { t } = useTranslation('disputes')
  const voiding = useCommand(row.voidedAt === null ? 'disputes.voidCase' : 'disputes.restoreCase')
  const onVoid = (): void =>
    void voiding.run({ id: row.id, ...(row.voidedAt === null ? { reason: asKept(t('list.voidReason')) } : {}) })
  return (
    <tr className={row.voidedAt === null ? '' : 'case-voided'}>
      <td>
        <a href={hrefToCase(row.id)}>{row.title}</a>
        <div className="soft">{t('list.numberAndCycles', { number: row.number, count: row.cycles })}</div>
        {voiding.error === undefined ? null : <ErrorNote error={voiding.error} />}
      </td>
      <td>{row.respondents.join(t('documents:words.listComma'))}</td>
      <td className="number">
        {row.totalFen === null ? (
          <span className="soft">{t('list.unknown')}</span>
        ) : (
          <Money fen={row.totalFen} size="strong" />
        )}
      </td>
      <td>
        {row.nearestLimit === null ? (
          <span className="soft">{t('list.noLimit')}</span>
        ) : (
          <DueDate date={row.nearestLimit} />
        )}
      </td>
      <td>
        {row.exportedAt === null ? (
          <Status tone="plain">{t('list.preparing')}</Status>
        ) : (
          <Status tone="good">{t('list.exported', { date: row.exportedAt.slice(0, 10) })}</Status>
        )}
      </td>
      <td className="number">
        <Button size="small" type="text" onClick={onVoid} loading={voiding.busy}>
          {t(row.voidedAt === null ? 'list.void' : 'list.restore')}
        </Button>
      </td>
    </tr>
  )
}
