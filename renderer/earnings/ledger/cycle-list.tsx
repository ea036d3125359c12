import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LedgerAgreement, LedgerRow } from '../../../shared/earnings/ledger-shapes.ts'
import { formatAmount } from '../../../shared/i18n/index.ts'
import { useWord } from '../../ui/term.tsx'
import { cycleName } from './cycle-words.ts'
import { RowStatus } from './row-status.tsx'

interface ListRow extends LedgerRow {
  title: string
  payer: string
}

interface CycleListProps {
  agreements: LedgerAgreement[]
  asOf: string
  open: { agreementId: string; cycle: string | undefined } | undefined
  onOpen: (agreementId: string, rows: LedgerRow[]) => void
  heightPx: number
  /** A panel stands beside the list: only the columns that matter most. */
  narrow: boolean
}

/** Every cycle a row, the newest first within its agreement. */
export function CycleList({ agreements, asOf, open, onOpen, heightPx, narrow }: CycleListProps) {
  const { t } = useTranslation('ledger')
  const word = useWord()
  const rows: ListRow[] = agreements.flatMap((agreement) =>
    agreement.rows
      .toReversed()
      .map((row) => Object.assign({ title: agreement.title, payer: agreement.payer.name }, row)),
  )
  const money = (key: 'expectedFen' | 'paidFen' | 'outstandingFen', id: string) => ({
    title: word(id),
    dataIndex: key,
    align: 'right' as const,
    width: 110,
    render: (fen: number) => formatAmount(fen),
  })
  return (
    <div className="card ledger-list">
      <Table<ListRow>
        virtual
        size="middle"
        rowKey={(row) => `${row.agreementId} ${row.cycle}`}
        dataSource={rows}
        pagination={false}
        scroll={{ x: narrow ? 480 : 830, y: heightPx }}
        rowClassName={(row) => (row.agreementId === open?.agreementId && row.cycle === open.cycle ? 'row-open' : '')}
        onRow={(row) => ({ onClick: () => onOpen(row.agreementId, [row]) })}
        columns={[
          {
            title: t('list.agreement'),
            dataIndex: 'title',
            width: narrow ? 160 : 176,
            render: (title: string, row) => (
              <>
                {title}
                <span className="soft one-line">{row.payer}</span>
              </>
            ),
          },
          {
            title: t('list.cycle'),
            dataIndex: 'cycle',
            width: 112,
            render: (cycle: string, row) => (
              <button type="button" className="bare-button link-button">
                {cycleName(t, cycle, row.from)}
              </button>
            ),
          },
          ...(narrow
            ? []
            : [
                {
                  title: t('list.due'),
                  dataIndex: 'dueDate',
                  width: 104,
                  render: (due: string | null) => due ?? t('list.noDue'),
                },
                money('expectedFen', 'expected'),
                money('paidFen', 'paid'),
              ]),
          money('outstandingFen', 'outstanding'),
          {
            title: t('list.status'),
            dataIndex: 'status',
            width: 118,
            render: (_status, row) => <RowStatus row={row} asOf={asOf} />,
          },
        ]}
      />
    </div>
  )
}
