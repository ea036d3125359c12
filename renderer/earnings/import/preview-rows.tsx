import { Table } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import type { Decision, StatementPreview } from '../../../shared/earnings/import-shapes.ts'
import { errorSentence } from '../../../shared/i18n/index.ts'
import { formatPpm } from '../../../shared/money.ts'
import { shanghaiClock } from '../../ui/format.ts'
import { Money } from '../../ui/money.tsx'
import { Status } from '../../ui/status.tsx'
import { decisionTones } from './words.ts'

type Order = StatementPreview['orders'][number]
type Session = StatementPreview['sessions'][number]
type Rejected = Output<'earnings.rejectedRows'>['rows'][number]

const pageSize = 50

/** The first and the strange rows as they will be stored, with what happens to each and why. */
export function PreviewRows({ preview, shown }: { preview: StatementPreview; shown: Decision | undefined }) {
  const { t } = useTranslation('import-screen')
  if (shown === 'rejected') return <RejectedTable rows={preview.rejected} />
  if (shown === 'ignored') return <IgnoredRows preview={preview} />
  const chosen = <T extends { decision: Decision }>(rows: T[]): T[] =>
    shown === undefined ? rows : rows.filter((row) => row.decision === shown)
  return (
    <div className="stack">
      <p className="soft">{shown === undefined ? t('preview.some') : t(`why.${shown}`)}</p>
      {preview.kind === 'sessions' ? (
        <SessionTable rows={chosen(preview.sessions)} />
      ) : (
        <OrderTable rows={chosen(preview.orders)} />
      )}
      {shown === undefined && preview.rejected.length > 0 ? (
        <section>
          <h2 className="sub-title">{t('decision.rejected')}</h2>
          <RejectedTable rows={preview.rejected} />
        </section>
      ) : null}
    </div>
  )
}

export function DecisionStatus({ decision }: { decision: Decision }) {
  const { t } = useTranslation('import-screen')
  return <Status tone={decisionTones[decision]}>{t(`decision.${decision}`)}</Status>
}

function OrderTable({ rows }: { rows: Order[] }) {
  const { t } = useTranslation('import-screen')
  return (
    <Table<Order>
      className="preview-table"
      size="middle"
      rowKey={(order) => `${order.row}-${order.orderId}`}
      dataSource={rows}
      pagination={rows.length > pageSize ? { pageSize, showSizeChanger: false } : false}
      columns={[
        { title: t('column.row'), dataIndex: 'row', className: 'number' },
        { title: t('column.decision'), render: (_, order) => <DecisionStatus decision={order.decision} /> },
        {
          title: t('column.order'),
          render: (_, order) => (
            <Two first={<span className="long-id">{order.orderId}</span>} second={order.productId} />
          ),
        },
        {
          title: t('column.status'),
          render: (_, order) => (
            <Two
              first={t(`earnings:lineStatuses.${order.status}`)}
              second={shanghaiClock(order.settledAt ?? order.paidAt)}
            />
          ),
        },
        {
          title: t('column.sale'),
          className: 'number',
          render: (_, order) => (
            <Two
              first={<Amount fen={order.saleFen} />}
              second={
                order.refundFen === null || order.refundFen === 0 ? '' : <Named word="refund" fen={order.refundFen} />
              }
            />
          ),
        },
        {
          title: t('column.basis'),
          className: 'number',
          render: (_, order) => (
            <Two
              first={<Amount fen={order.settledBaseFen} />}
              second={order.ratePpm === null ? '' : formatPpm(order.ratePpm)}
            />
          ),
        },
        {
          title: t('column.commission'),
          className: 'number',
          render: (_, order) => (
            <Two
              first={<Amount fen={order.commissionFen} />}
              second={
                order.estimatedCommissionFen === null ? (
                  ''
                ) : (
                  <Named word="estimated" fen={order.estimatedCommissionFen} />
                )
              }
            />
          ),
        },
      ]}
    />
  )
}

function SessionTable({ rows }: { rows: Session[] }) {
  const { t } = useTranslation('import-screen')
  return (
    <Table<Session>
      className="preview-table"
      size="middle"
      rowKey="row"
      dataSource={rows}
      pagination={rows.length > pageSize ? { pageSize, showSizeChanger: false } : false}
      columns={[
        { title: t('column.row'), dataIndex: 'row', className: 'number' },
        { title: t('column.decision'), render: (_, session) => <DecisionStatus decision={session.decision} /> },
        { title: t('column.account'), dataIndex: 'account' },
        { title: t('column.start'), render: (_, session) => shanghaiClock(session.start) },
        { title: t('column.end'), render: (_, session) => shanghaiClock(session.end) },
        { title: t('column.room'), render: (_, session) => <span className="long-id">{session.roomId}</span> },
      ]}
    />
  )
}

/** Rows that were refused: where, what stands there, and what to do about it. */
export function RejectedTable({ rows }: { rows: Rejected[] }) {
  const { t } = useTranslation('import-screen')
  return (
    <Table<Rejected>
      className="preview-table"
      size="middle"
      rowKey={(row) => `${row.row}-${row.column}`}
      dataSource={rows}
      pagination={rows.length > pageSize ? { pageSize, showSizeChanger: false } : false}
      columns={[
        { title: t('column.row'), dataIndex: 'row', className: 'number' },
        { title: t('column.column'), dataIndex: 'column', width: 132 },
        { title: t('column.value'), width: 190, render: (_, row) => <span className="long-id">{row.value}</span> },
        {
          title: t('column.why'),
          render: (_, row) =>
            errorSentence(t, {
              code: `import.${row.code}`,
              params: {},
              where: { column: row.column, value: row.value },
            }),
        },
      ]}
    />
  )
}

/** Why rows count for nothing, in numbers. */
function IgnoredRows({ preview }: { preview: StatementPreview }) {
  const { t } = useTranslation('import-screen')
  return (
    <ul className="lines">
      {Object.entries(preview.ignored).map(([why, count]) => (
        <li key={why}>
          <span>{t(`ignored.${why}`)}</span>
          <span className="number">{t('rows', { count, shown: String(count) })}</span>
        </li>
      ))}
    </ul>
  )
}

function Two({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <div className="two-lines">
      <div>{first}</div>
      {second === '' ? null : <div className="soft">{second}</div>}
    </div>
  )
}

function Amount({ fen }: { fen: number | null }) {
  return fen === null ? <span className="soft">—</span> : <Money fen={fen} />
}

function Named({ word, fen }: { word: 'refund' | 'estimated'; fen: number }) {
  const { t } = useTranslation('import-screen')
  return (
    <>
      {t(`column.${word}`)} <Money fen={fen} />
    </>
  )
}
