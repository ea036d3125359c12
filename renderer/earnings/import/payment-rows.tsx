import { Checkbox, Input, Segmented, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Keep } from '../../../shared/earnings/import-calls.ts'
import type { StatementPreview } from '../../../shared/earnings/import-shapes.ts'
import { formatCount } from '../../../shared/i18n/index.ts'
import { shanghaiClock } from '../../ui/format.ts'
import { Money } from '../../ui/money.tsx'
import { Status } from '../../ui/status.tsx'
import { type OpenFile, useImport } from './import-store.ts'
import { DecisionStatus } from './preview-rows.tsx'

type Payment = StatementPreview['payments'][number]

const pageSize = 50
const ways = ['proposed', 'income', 'none'] as const

/** The rows of a payment list that are kept: proposed ones are ticked, the person has the last word; the rest is not stored. */
export function PaymentRows({ file, preview }: { file: OpenFile; preview: StatementPreview }) {
  const { t } = useTranslation('import-screen')
  const [filter, setFilter] = useState('')
  const rows = preview.payments.filter((payment) => payment.decision !== 'rejected')
  const ticked = tickedRows(rows, file.keep)
  const keepRows = (keep: Keep): void => useImport.getState().keepRows(file.key, keep)
  const isWhole = rows.length >= paymentRowCount(preview)
  const shown = rows.filter((payment) => `${payment.counterparty}${payment.subject}`.includes(filter.trim()))
  const sumFen = rows.filter((payment) => ticked.has(payment.row)).reduce((sum, payment) => sum + payment.amountFen, 0)
  return (
    <div className="stack">
      <div className="row">
        <Segmented
          aria-label={t('payments.ways')}
          value={typeof file.keep === 'string' ? file.keep : ''}
          onChange={(way) => keepRows(ways.find((known) => known === way) ?? 'proposed')}
          options={ways.map((way) => ({
            value: way,
            label: t(`payments.way.${way}`, { shown: formatCount(tickedRows(rows, way).size) }),
          }))}
        />
        <Input
          className="payment-filter end"
          placeholder={t('payments.filter')}
          aria-label={t('payments.filter')}
          value={filter}
          allowClear
          onChange={(event) => setFilter(event.target.value)}
        />
      </div>
      <p className="soft">
        {t('payments.ticked', { count: ticked.size, shown: formatCount(ticked.size), sumFen })}
        {isWhole ? null : ` ${t('payments.cut', { shown: formatCount(rows.length) })}`}
      </p>
      <Table<Payment>
        className="preview-table"
        size="middle"
        rowKey="row"
        dataSource={shown}
        pagination={shown.length > pageSize ? { pageSize, showSizeChanger: false } : false}
        rowSelection={{
          selectedRowKeys: [...ticked],
          preserveSelectedRowKeys: true,
          onChange: (keys) => keepRows(keys.map(Number).toSorted((a, b) => a - b)),
          getCheckboxProps: (payment) => ({
            disabled: !isWhole || payment.decision === 'repeated',
            'aria-label': t('payments.tick', { row: payment.row, name: payment.counterparty }),
          }),
          getTitleCheckboxProps: () => ({ 'aria-label': t('payments.tickAll') }),
        }}
        columns={[
          { title: t('column.paidAt'), render: (_, payment) => shanghaiClock(payment.paidAt) },
          {
            title: t('column.counterparty'),
            render: (_, payment) => (
              <div className="two-lines">
                <div className="row payment-name">
                  {payment.counterparty === '' ? t('payments.nameless') : payment.counterparty}
                  {payment.partyId === null ? null : (
                    <Status tone="good" icon="person">
                      {t('payments.known')}
                    </Status>
                  )}
                </div>
                <div className="soft">{payment.subject}</div>
              </div>
            ),
          },
          {
            title: t('column.class'),
            render: (_, payment) => (
              <div className="two-lines">
                <div>{t(`class.${payment.class}`)}</div>
                <div className="soft">{payment.status}</div>
              </div>
            ),
          },
          { title: t('column.amount'), className: 'number', render: (_, payment) => <Money fen={payment.amountFen} /> },
          {
            title: t('column.decision'),
            render: (_, payment) =>
              payment.decision === 'repeated' || ticked.has(payment.row) ? (
                <DecisionStatus decision={payment.decision} />
              ) : (
                <Status tone="plain">{t('payments.unticked')}</Status>
              ),
          },
        ]}
      />
      <Checkbox
        checked={file.keepFile}
        onChange={(event) => useImport.getState().keepFile(file.key, event.target.checked)}
      >
        {t('payments.keepFile')}
      </Checkbox>
      <p className="soft keep-file-help">{t('payments.keepFileHelp')}</p>
    </div>
  )
}

function tickedRows(payments: Payment[], keep: Keep): Set<number> {
  if (typeof keep !== 'string') return new Set(keep)
  return new Set(payments.filter((payment) => isKept(payment, keep)).map((payment) => payment.row))
}

function isKept(payment: Payment, keep: Exclude<Keep, number[]>): boolean {
  if (payment.decision === 'repeated' || keep === 'none') return false
  if (keep === 'proposed') return payment.keep
  return keep === 'all' || payment.class === 'income'
}

/** Rows that are payments, shown or not. */
function paymentRowCount(preview: StatementPreview): number {
  const sums: Record<string, { rows: number }> = preview.sums
  return Object.values(sums).reduce((total, { rows }) => total + rows, 0)
}
