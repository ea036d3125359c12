import { Input, Select } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerLine } from '../../../shared/earnings/ledger-shapes.ts'
import { formatAmount } from '../../../shared/i18n/index.ts'
import { goTo, hrefTo, useRoute } from '../../shell/route.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { shanghaiClock } from '../../ui/format.ts'
import { Loading } from '../../ui/loading.tsx'
import { Pager, usePages } from '../../ui/pager.tsx'
import { TableHead } from '../../ui/table-head.tsx'
import { useDelayed } from '../../ui/use-delayed.ts'
import { useQuery } from '../../ui/use-query.ts'
import { useWide } from '../../ui/use-wide.ts'
import { lacksSettledAt, LinePlacePanel } from './line-place-panel.tsx'

/** Order lines behind a figure, 200 at a time however many there are, with a jump to any month. */
export function LinesScreen() {
  const { t } = useTranslation('ledger')
  const { params } = useRoute()
  const wide = useWide()
  const param = (name: string): string | undefined => params.get(name) ?? undefined
  const [agreementId, cycle, commissionId, month] = ['agreement', 'cycle', 'commission', 'jump'].map(param)
  const [orderId, setOrderId] = useState('')
  const sought = useDelayed(orderId.trim(), 250)
  const [opened, setOpened] = useState<LedgerLine>()
  const asked = {
    ...(agreementId === undefined ? {} : { agreementId }),
    ...(cycle === undefined ? {} : { cycle }),
    ...(commissionId === undefined ? {} : { commissionId }),
    ...(param('lacking') === undefined ? {} : { lacking: true }),
    ...(month === undefined ? {} : { month }),
    ...(sought === '' ? {} : { orderId: sought }),
  }
  const pages = usePages(JSON.stringify(asked))
  const { data: answer, error } = useQuery('earnings.lines', { ...asked, after: pages.after })
  const jump = (to: string | undefined): void =>
    goTo('ledger/lines', { ...Object.fromEntries(params), jump: to }, { replace: true })
  return (
    <div className={opened === undefined ? 'ledger' : 'ledger with-panel'}>
      <section className="stack">
        <div className="row">
          <BackLink href={hrefTo('ledger', { open: agreementId, cycle })} text={t('lines.back')} />
          <h1>{t('lines.title')}</h1>
          <LinesPlace agreementId={agreementId} cycle={cycle} />
          <span className="soft end">{answer === undefined ? '' : t('lines.total', { count: answer.total })}</span>
        </div>
        <search className="row">
          <Input
            className="filter-select"
            aria-label={t('lines.search')}
            placeholder={t('lines.search')}
            value={orderId}
            onChange={(event) => setOrderId(event.target.value)}
          />
          <Select
            className="filter-month"
            aria-label={t('lines.jump')}
            placeholder={t('lines.jump')}
            allowClear
            value={month ?? null}
            onChange={(value: string | null | undefined) => jump(value ?? undefined)}
            options={(answer?.months ?? []).map((one) => ({
              value: one.month,
              label: t('lines.month', { month: one.month, count: one.lines }),
            }))}
          />
        </search>
        {error === undefined ? null : <ErrorNote error={error} />}
        {answer === undefined ? (
          <Loading rows={10} />
        ) : (
          <>
            <LinesTable
              lines={answer.lines}
              counted={commissionId !== undefined}
              narrow={wide && opened !== undefined}
              openId={opened?.id}
              onOpen={setOpened}
            />
            <Pager pages={pages} next={answer.next} />
          </>
        )}
      </section>
      {opened === undefined ? null : <LinePlacePanel line={opened} onClose={() => setOpened(undefined)} />}
    </div>
  )
}

function LinesPlace({ agreementId, cycle }: { agreementId: string | undefined; cycle: string | undefined }) {
  const { data } = useQuery('contracts.getAgreement', agreementId === undefined ? undefined : { id: agreementId })
  return <span className="soft">{[data?.title, cycle].filter((part) => part !== undefined).join(' · ')}</span>
}

interface LinesTableProps {
  lines: LedgerLine[]
  /** A commission was asked about: show what each line counts in it. */
  counted: boolean
  /** A panel stands beside the table: only the columns that matter most. */
  narrow: boolean
  openId: string | undefined
  onOpen: (line: LedgerLine) => void
}

interface Column {
  key: string
  title: string
  isNumber: boolean
  text: (line: LedgerLine) => string
}

/** The day a line was settled; a settled line whose file does not say when counts in no cycle as settled. */
function settledDay(t: TFunction<'ledger'>, line: LedgerLine): string {
  if (lacksSettledAt(line)) return t('lines.unsettled')
  return line.settledAt === null ? '—' : shanghaiClock(line.settledAt).slice(0, 10)
}

/** What is shown of a line beside its order id. */
function useColumns(counted: boolean, narrow: boolean): Column[] {
  const { t } = useTranslation('ledger')
  const text = (key: string, of: (line: LedgerLine) => string): Column => ({
    key,
    title: t(`lines.${key}`),
    isNumber: false,
    text: of,
  })
  const amount = (key: string, of: (line: LedgerLine) => number | null, lacking = '—'): Column => ({
    key,
    title: t(`lines.${key}`),
    isNumber: true,
    text: (line) => {
      const fen = of(line)
      return fen === null ? lacking : formatAmount(fen)
    },
  })
  return [
    text('paidAt', (line) => shanghaiClock(line.paidAt)),
    ...(narrow ? [] : [text('settledAt', (line) => settledDay(t, line))]),
    text('status', (line) => t(`earnings:lineStatuses.${line.status}`)),
    ...(narrow
      ? []
      : [
          amount('sale', (line) => line.saleFen),
          amount('refund', (line) => line.refundFen),
          amount('commission', (line) => line.commissionFen),
        ]),
    counted
      ? amount('counted', (line) => line.countedFen, t('lines.lacks'))
      : amount('base', (line) => line.settledBaseFen),
  ]
}

function LinesTable({ lines, counted, narrow, openId, onOpen }: LinesTableProps) {
  const { t } = useTranslation('ledger')
  const columns = useColumns(counted, narrow)
  if (lines.length === 0) return <p className="card soft">{t('lines.empty')}</p>
  return (
    <div className="card ledger-list">
      <table className="plain-table opening-table dense">
        <caption className="visually-hidden">{t('lines.title')}</caption>
        <TableHead columns={[t('lines.order'), ...columns]} />
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} className={line.id === openId ? 'row-open' : ''}>
              <th scope="row">
                <button type="button" className="bare-button link-button row-opener" onClick={() => onOpen(line)}>
                  {line.orderId}
                </button>
              </th>
              {columns.map(({ key, isNumber, text }) => (
                <td key={key} className={isNumber ? 'number' : 'keep'}>
                  {text(line)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
