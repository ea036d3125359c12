import { Button } from 'antd'
import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import { formatAmount } from '../../../shared/i18n/index.ts'
import type { LedgerRow } from '../../../shared/earnings/ledger-shapes.ts'
import { goTo, hrefTo, useRoute } from '../../shell/route.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Pager, usePages, type Pages } from '../../ui/pager.tsx'
import { LedgerPicture } from '../../ui/pictures.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { WordSide } from '../../ui/term.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { useWide } from '../../ui/use-wide.ts'
import { CycleList } from './cycle-list.tsx'
import { CyclePanel } from './cycle-panel.tsx'
import { cycleName, monthName, monthOf } from './cycle-words.ts'
import { moveAllocation } from './dragged-payment.ts'
import { ExportMenu } from './export-menu.tsx'
import { FilterBar, SidesNote, ViewSwitch } from './filter-bar.tsx'
import { useLedgerAddress } from './ledger-address.ts'
import { openedIn, openerOf, type OpenedCycle } from './opened-cycle.ts'
import { LetterScreen } from './letter-screen.tsx'
import { LinesScreen } from './lines-screen.tsx'
import { MatrixTable } from './matrix-table.tsx'
import { PaymentsView } from './payments-view.tsx'
import { RowStatus } from './row-status.tsx'
import { SessionsView } from './sessions-view.tsx'
import { TotalsCard } from './totals-card.tsx'
import { UnassignedNote } from './unassigned-note.tsx'
import './ledger.css'

/** What `all time` means where a query wants a period. */
const [firstDay, lastDay] = ['2000-01-01', '2099-12-31']

// The payer's places are chunks of their own: a streamer never loads them.
const PayablesScreen = lazy(() =>
  import('../settlement/index.ts').then((module) => ({ default: module.PayablesScreen })),
)
const SettlementScreen = lazy(() =>
  import('../settlement/index.ts').then((module) => ({ default: module.SettlementScreen })),
)

/** 对账: agreements by months, as a list, their payments, or the order lines behind a figure. */
export function LedgerScreen() {
  const { path } = useRoute()
  switch (path[1]) {
    case 'lines':
      return <LinesScreen />
    case 'letter':
      return <LetterScreen />
    case 'payables':
      return <PayablesScreen />
    case 'settlement':
      return <SettlementScreen />
    default:
      return <LedgerOverview />
  }
}

function LedgerOverview() {
  const { t } = useTranslation('ledger')
  const { address, filter, change } = useLedgerAddress()
  const pages = usePages(JSON.stringify([address.asOf, filter]))
  const { data, error, reload } = useQuery('earnings.ledger', {
    asOf: address.asOf,
    filter,
    after: pages.after,
  })
  const open = openedIn(data?.agreements ?? [], address.open)
  return (
    <WordSide side={sideOf(data?.agreements ?? [])}>
      <div className={open === undefined ? 'ledger' : 'ledger with-panel'}>
        <section className="stack ledger-main">
          <div className="row">
            <h1>{t('title')}</h1>
            <ViewSwitch address={address} change={change} />
            <span className="end" />
            <PayerPlaces agreements={data?.agreements ?? []} />
            <ExportMenu asOf={address.asOf} filter={filter} />
          </div>
          <FilterBar address={address} change={change} />
          <SidesNote address={address} change={change} />
          {error === undefined ? null : <ErrorNote error={error} onRetry={reload} />}
          {address.view === 'payments' ? (
            <PaymentsView
              key={`${address.payer ?? ''} ${address.payee ?? ''}`}
              asOf={address.asOf}
              payerId={address.payer}
              payeeId={address.payee}
            />
          ) : address.view === 'sessions' ? (
            <SessionsView from={filter.from ?? firstDay} to={filter.to ?? lastDay} />
          ) : data === undefined ? (
            error === undefined ? (
              <Loading rows={8} />
            ) : null
          ) : (
            <Figures data={data} pages={pages} open={open} />
          )}
        </section>
        {open === undefined ? null : <OpenedCell agreements={data?.agreements ?? []} open={open} />}
      </div>
    </WordSide>
  )
}

type Ledger = Output<'earnings.ledger'>

/** The side that all agreements shown are about; undefined where they are of both sides. */
function sideOf(agreements: Ledger['agreements']): 'payer' | 'payee' | undefined {
  const sides = new Set(agreements.map(({ self }) => self))
  const [only] = sides
  return sides.size === 1 && only !== 'none' ? only : undefined
}

/** One who pays has two places more: what is owed to whom by when, and the month's run. */
function PayerPlaces({ agreements }: { agreements: Ledger['agreements'] }) {
  const { t } = useTranslation('settlement')
  if (!agreements.some(({ self }) => self === 'payer')) return null
  return (
    <>
      <Button href={hrefTo('ledger/payables')}>{t('side.payables')}</Button>
      <Button href={hrefTo('ledger/settlement')}>{t('side.settlement')}</Button>
    </>
  )
}

interface FiguresProps {
  data: Ledger
  pages: Pages<string>
  open: OpenedCycle | undefined
}

function Figures({ data, pages, open }: FiguresProps) {
  const { t } = useTranslation('ledger')
  const { address, change } = useLedgerAddress()
  const wide = useWide()
  const allocate = useCommand('earnings.allocatePayment')
  if (data.totals.rows === 0 && pages.number === 1) return <NoRows asOf={address.asOf} />
  const onOpen = (agreementId: string, rows: LedgerRow[]): void => {
    const [row] = rows
    if (row === undefined) return
    change({ open: agreementId, cycle: rows.length === 1 ? row.cycle : undefined, month: monthOf(row) })
  }
  return (
    <>
      <UnassignedNote asOf={address.asOf} />
      <TotalsCard totals={data.totals} />
      {allocate.error === undefined ? null : <ErrorNote error={allocate.error} onClose={allocate.clear} />}
      {address.view === 'list' ? (
        <CycleList
          agreements={data.agreements}
          asOf={address.asOf}
          open={open}
          onOpen={onOpen}
          narrow={wide && open !== undefined}
        />
      ) : (
        <MatrixTable
          agreements={data.agreements}
          asOf={address.asOf}
          open={open}
          show={address.show}
          onOpen={onOpen}
          onMovePayment={(payment, agreementId, cycle) =>
            void allocate.run({
              paymentId: payment.paymentId,
              allocations: moveAllocation(payment, agreementId, cycle),
            })
          }
        />
      )}
      <div className="row soft">
        {t('totals.equal', data.totals)} · {t('matrix.hint')}
        <span className="end" />
        <Pager pages={pages} next={data.next} />
      </div>
    </>
  )
}

/** No rows: because nothing is there yet, or because the filters let nothing through. */
function NoRows({ asOf }: { asOf: string }) {
  const { t } = useTranslation('ledger')
  const { change } = useLedgerAddress()
  const { data } = useQuery('contracts.listAgreements', { onDay: asOf })
  if (data === undefined) return <Loading />
  if (data.agreements.length === 0) return <NothingYet asOf={asOf} />
  const everything = { payer: undefined, agreement: undefined, status: undefined, period: 'all' }
  return (
    <>
      <UnassignedNote asOf={asOf} />
      <section className="card row">
        {t('matrix.none')}
        <Button className="end" onClick={() => change(everything, { replace: true })}>
          {t('filter.clear')}
        </Button>
      </section>
    </>
  )
}

function NothingYet({ asOf }: { asOf: string }) {
  const { t } = useTranslation('ledger')
  return (
    <>
      <UnassignedNote asOf={asOf} />
      <EmptyState
        title={t('empty.title')}
        purpose={t('empty.purpose')}
        picture={<LedgerPicture />}
        action={{ label: t('empty.import'), onClick: () => goTo('import') }}
        aside={
          <Button type="link" onClick={() => goTo('contracts')}>
            {t('empty.agreement')}
          </Button>
        }
      />
    </>
  )
}

/** The panel beside the table: the one cycle of the opened cell, or the choice among several of that month. */
function OpenedCell({ agreements, open }: { agreements: Ledger['agreements']; open: OpenedCycle }) {
  const { t } = useTranslation('ledger')
  const { address, change } = useLedgerAddress()
  const close = (): void => change({ open: undefined, cycle: undefined, month: undefined, show: open.month })
  const returnTo = (): HTMLElement | null => openerOf(open)
  if (open.cycle !== undefined) {
    return (
      <CyclePanel
        key={`${open.agreementId} ${open.cycle}`}
        agreementId={open.agreementId}
        cycle={open.cycle}
        asOf={address.asOf}
        onClose={close}
        returnTo={returnTo}
      />
    )
  }
  const agreement = agreements.find((one) => one.id === open.agreementId)
  const month = open.month ?? ''
  const title = t('panel.severalTitle', { title: agreement?.title ?? '', month: monthName(t, month) })
  return (
    <SidePanel label={title} title={<h1>{title}</h1>} onClose={close} returnTo={returnTo}>
      <ul className="lines">
        {(agreement?.rows ?? [])
          .filter((row) => monthOf(row) === month)
          .map((row) => (
            <li key={row.cycle}>
              <button
                type="button"
                className="bare-button link-button"
                onClick={() => change({ open: open.agreementId, cycle: row.cycle })}
              >
                {cycleName(t, row.cycle, row.from)}
              </button>
              <span className="row">
                {formatAmount(row.expectedFen)}
                <RowStatus row={row} asOf={address.asOf} short />
              </span>
            </li>
          ))}
      </ul>
    </SidePanel>
  )
}
