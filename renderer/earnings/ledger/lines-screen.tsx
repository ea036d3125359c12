import { Input, Select, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerLine } from '../../../shared/earnings/ledger-shapes.ts'
import { formatAmount } from '../../../shared/i18n/index.ts'
import { goTo, hrefTo, useRoute } from '../../shell/route.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { shanghaiClock } from '../../ui/format.ts'
import { Icon } from '../../ui/icons.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useDelayed } from '../../ui/use-delayed.ts'
import { useQuery } from '../../ui/use-query.ts'
import { useWide } from '../../ui/use-wide.ts'
import { LinePlacePanel } from './line-place-panel.tsx'
import { useLines } from './use-lines.ts'
import { useTableHeight } from './use-table-height.ts'

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
  const { answer, error, more } = useLines({
    ...(agreementId === undefined ? {} : { agreementId }),
    ...(cycle === undefined ? {} : { cycle }),
    ...(commissionId === undefined ? {} : { commissionId }),
    ...(param('lacking') === undefined ? {} : { lacking: true }),
    ...(month === undefined ? {} : { month }),
    ...(sought === '' ? {} : { orderId: sought }),
  })
  const jump = (to: string | undefined): void =>
    goTo('ledger/lines', { ...Object.fromEntries(params), jump: to }, { replace: true })
  return (
    <div className={opened === undefined ? 'ledger' : 'ledger with-panel'}>
      <section className="stack">
        <div className="row">
          <a href={hrefTo('ledger', { open: agreementId, cycle })} className="row back-link">
            <Icon name="undo" size={16} />
            {t('lines.back')}
          </a>
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
          <LinesTable
            lines={answer.lines}
            counted={commissionId !== undefined}
            narrow={wide && opened !== undefined}
            onOpen={setOpened}
            onEnd={more}
          />
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
  onOpen: (line: LedgerLine) => void
  onEnd: () => void
}

type MoneyKey = 'saleFen' | 'refundFen' | 'settledBaseFen' | 'commissionFen' | 'countedFen'

function moneyColumn(key: MoneyKey, title: string) {
  return {
    title,
    dataIndex: key,
    align: 'right' as const,
    width: 100,
    render: (fen: number | null) => (fen === null ? '—' : formatAmount(fen)),
  }
}

/** What a line counts in the basis asked about; a line that lacks the amount says so. */
function countedColumn(title: string, lacks: string) {
  return {
    ...moneyColumn('countedFen', title),
    render: (fen: number | null) => (fen === null ? lacks : formatAmount(fen)),
  }
}

function LinesTable({ lines, counted, narrow, onOpen, onEnd }: LinesTableProps) {
  const { t } = useTranslation('ledger')
  const { place, heightPx } = useTableHeight()
  return (
    <div className="card ledger-list" ref={place}>
      <Table<LedgerLine>
        virtual
        size="small"
        rowKey="id"
        dataSource={lines}
        pagination={false}
        scroll={{ x: narrow ? 480 : 820, y: heightPx }}
        locale={{ emptyText: t('lines.empty') }}
        onRow={(line) => ({ onClick: () => onOpen(line) })}
        onScroll={({ currentTarget }) => {
          if (currentTarget.scrollHeight - currentTarget.scrollTop - currentTarget.clientHeight < 600) onEnd()
        }}
        columns={[
          {
            title: t('lines.order'),
            dataIndex: 'orderId',
            width: 196,
            render: (id: string) => (
              <button type="button" className="bare-button link-button">
                {id}
              </button>
            ),
          },
          { title: t('lines.paidAt'), dataIndex: 'paidAt', width: 136, render: shanghaiClock },
          ...(narrow
            ? []
            : [
                {
                  title: t('lines.settledAt'),
                  dataIndex: 'settledAt',
                  width: 98,
                  render: (moment: string | null) => (moment === null ? '—' : shanghaiClock(moment).slice(0, 10)),
                },
              ]),
          {
            title: t('lines.status'),
            dataIndex: 'status',
            width: 72,
            render: (status: string) => t(`earnings:lineStatuses.${status}`),
          },
          ...(narrow
            ? []
            : [
                moneyColumn('saleFen', t('lines.sale')),
                moneyColumn('refundFen', t('lines.refund')),
                moneyColumn('commissionFen', t('lines.commission')),
              ]),
          ...(counted
            ? [countedColumn(t('lines.counted'), t('lines.lacks'))]
            : [moneyColumn('settledBaseFen', t('lines.base'))]),
        ]}
      />
    </div>
  )
}
