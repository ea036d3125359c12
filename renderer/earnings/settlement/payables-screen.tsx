import { Input } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Payables, PayableRow } from '../../../shared/earnings/settlement-shapes.ts'
import { formatAmount } from '../../../shared/i18n/index.ts'
import { goTo, hrefTo } from '../../shell/route.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { DueDate, today } from '../../ui/due-date.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useFilterKey } from '../../ui/keyboard.ts'
import { Loading } from '../../ui/loading.tsx'
import { Money } from '../../ui/money.tsx'
import { LedgerPicture } from '../../ui/pictures.tsx'
import { useWord, WordSide } from '../../ui/term.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { cycleName } from '../ledger/cycle-words.ts'
import { groupPayables } from './payable-groups.ts'
import './settlement.css'

/** 应付清单: what the person owes to whom by when. */
export function PayablesScreen() {
  const { t } = useTranslation('settlement')
  const asOf = today()
  const { data, error, reload } = useQuery('earnings.payables', { asOf })
  return (
    <WordSide side="payer">
      <div className="stack">
        <BackLink href={hrefTo('ledger')} text={t('payables.back')} />
        <div className="row">
          <h1>{t('payables.title')}</h1>
          <span className="soft">{t('payables.text')}</span>
        </div>
        {error === undefined ? null : <ErrorNote error={error} onRetry={reload} />}
        {data === undefined ? (
          error === undefined ? (
            <Loading rows={8} />
          ) : null
        ) : data.agreements === 0 ? (
          <EmptyState
            title={t('payables.emptyTitle')}
            purpose={t('payables.emptyPurpose')}
            picture={<LedgerPicture />}
            action={{ label: t('payables.emptyDo'), onClick: () => goTo('contracts', { agreement: 'new' }) }}
          />
        ) : (
          <PayablesList payables={data} asOf={asOf} />
        )}
      </div>
    </WordSide>
  )
}

function PayablesList({ payables, asOf }: { payables: Payables; asOf: string }) {
  const { t } = useTranslation('settlement')
  const [filter, setFilter] = useState('')
  const field = useRef<HTMLDivElement>(null)
  useFilterKey(() => field.current?.querySelector('input')?.focus())
  const wanted = filter.trim().toLowerCase()
  const rows = payables.rows.filter(({ payee, title }) => `${payee.name} ${title}`.toLowerCase().includes(wanted))
  return (
    <>
      <Figures payables={payables} />
      {payables.rows.length === 0 ? (
        <section className="card">{t('payables.none')}</section>
      ) : (
        <>
          <div ref={field}>
            <Input
              className="settlement-filter"
              allowClear
              aria-label={t('payables.filter')}
              placeholder={t('payables.filter')}
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
            />
          </div>
          {rows.length === 0 ? <section className="card">{t('payables.noMatch')}</section> : null}
          {groupPayables(rows, asOf).map(({ id, rows: own }) => (
            <PayableGroup key={id} id={id} rows={own} asOf={asOf} />
          ))}
        </>
      )}
      {payables.more === 0 ? null : <p className="soft">{t('payables.more', { count: payables.more })}</p>}
    </>
  )
}

function Figures({ payables }: { payables: Payables }) {
  const { t } = useTranslation('settlement')
  return (
    <section className="card settlement-figures" aria-label={t('payables.title')}>
      <div>
        <span className="soft">{t('payables.due')}</span>
        <Money fen={payables.dueFen} size="large" {...(payables.dueFen > 0 ? { tone: 'bad' as const } : {})} />
      </div>
      <div>
        <span className="soft">{t('payables.notDue')}</span>
        <Money fen={payables.notDueFen} size="large" />
      </div>
      <div>
        <span className="soft">{t('payables.open')}</span>
        <Money fen={payables.openFen} size="large" tone="soft" />
      </div>
      {payables.overpaidFen === 0 ? null : (
        <span className="soft">{t('payables.overpaid', { fen: payables.overpaidFen })}</span>
      )}
    </section>
  )
}

interface PayableGroupProps {
  id: string
  rows: PayableRow[]
  asOf: string
}

function PayableGroup({ id, rows, asOf }: PayableGroupProps) {
  const { t } = useTranslation('settlement')
  const word = useWord()
  const sum = rows.reduce((total, { outstandingFen }) => total + outstandingFen, 0)
  const title = t(`payables.groups.${id}`)
  return (
    <section className="card settlement-scroll" aria-label={title}>
      <div className="row">
        <h2>{title}</h2>
        <span className="end soft">{t('payables.groupSum', { count: rows.length, fen: sum })}</span>
      </div>
      <table className="plain-table settlement-payables">
        <thead>
          <tr>
            <th scope="col">{t('payables.columns.due')}</th>
            <th scope="col">{t('payables.columns.payee')}</th>
            <th scope="col">{t('payables.columns.about')}</th>
            <th scope="col" className="number">
              {word('expected')}
            </th>
            <th scope="col" className="number">
              {word('paid')}
            </th>
            <th scope="col" className="number">
              {word('outstanding')}
            </th>
            <th scope="col" className="keep">
              {t('payables.columns.run')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.agreementId} ${row.cycle}`}>
              <td>{row.dueDate === null ? t('payables.noDue') : <DueDate date={row.dueDate} asOf={asOf} />}</td>
              <td>{row.payee.name}</td>
              <td>
                <a href={hrefTo('ledger', { open: row.agreementId, cycle: row.cycle, month: row.to.slice(0, 7) })}>
                  {cycleName(t, row.cycle, row.from)}
                </a>{' '}
                {row.title === row.payee.name ? null : <span className="soft">{row.title}</span>}
              </td>
              <td className="number">{formatAmount(row.expectedFen)}</td>
              <td className="number">{formatAmount(row.paidFen)}</td>
              <td className="number">
                <b>{formatAmount(row.outstandingFen)}</b>
              </td>
              <td>
                {row.run === null ? null : (
                  <a href={hrefTo(`ledger/settlement/${row.run.id}`)}>{t('payables.inRun', row.run)}</a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
