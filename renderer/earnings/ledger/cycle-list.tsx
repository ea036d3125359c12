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
}

/** Every cycle a row, the newest first within its agreement. */
export function CycleList({ agreements, asOf, open, onOpen, heightPx }: CycleListProps) {
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
    width: 124,
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
        scroll={{ x: 760, y: heightPx }}
        rowClassName={(row) => (row.agreementId === open?.agreementId && row.cycle === open.cycle ? 'row-open' : '')}
        onRow={(row) => ({ onClick: () => onOpen(row.agreementId, [row]) })}
        columns={[
          {
            title: t('list.agreement'),
            dataIndex: 'title',
            width: 200,
            render: (title: string, row) => (
              <>
                {title}
                <br />
                <span className="soft">{row.payer}</span>
              </>
            ),
          },
          {
            title: t('list.cycle'),
            dataIndex: 'cycle',
            width: 130,
            render: (cycle: string, row) => (
              <button type="button" className="bare-button link-button">
                {cycleName(t, cycle, row.from)}
              </button>
            ),
          },
          { title: t('list.due'), dataIndex: 'dueDate', width: 112, render: (due) => due ?? t('list.noDue') },
          money('expectedFen', 'expected'),
          money('paidFen', 'paid'),
          money('outstandingFen', 'outstanding'),
          {
            title: t('list.status'),
            dataIndex: 'status',
            width: 130,
            render: (_status, row) => <RowStatus row={row} asOf={asOf} />,
          },
        ]}
      />
    </div>
  )
}
