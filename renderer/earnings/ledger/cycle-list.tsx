import { useTranslation } from 'react-i18next'
import type { LedgerAgreement, LedgerRow } from '../../../shared/earnings/ledger-shapes.ts'
import { formatAmount } from '../../../shared/i18n/index.ts'
import { Pager, usePages } from '../../ui/pager.tsx'
import { useWord } from '../../ui/term.tsx'
import { cycleName } from './cycle-words.ts'
import { openerMark, type OpenedCycle } from './opened-cycle.ts'
import { OtherName } from './other-name.tsx'
import { RowStatus } from './row-status.tsx'

interface CycleListProps {
  agreements: LedgerAgreement[]
  asOf: string
  open: OpenedCycle | undefined
  onOpen: (agreementId: string, rows: LedgerRow[]) => void
  /** A panel stands beside the list: only the columns that matter most. */
  narrow: boolean
}

const pageSize = 100

/** Every cycle a row, the newest first within its agreement. */
export function CycleList({ agreements, asOf, open, onOpen, narrow }: CycleListProps) {
  const { t } = useTranslation('ledger')
  const word = useWord()
  const rows = agreements.flatMap((agreement) => agreement.rows.toReversed().map((row) => ({ agreement, row })))
  const pages = usePages<number>(`${agreements[0]?.id ?? ''} ${rows.length}`)
  const from = pages.after ?? 0
  const amounts = narrow ? (['outstanding'] as const) : (['expected', 'paid', 'outstanding'] as const)
  return (
    <div className="card ledger-list">
      <table className="plain-table opening-table">
        <caption className="visually-hidden">{t('list.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('list.agreement')}</th>
            <th scope="col">{t('list.cycle')}</th>
            {narrow ? null : <th scope="col">{t('list.due')}</th>}
            {amounts.map((amount) => (
              <th key={amount} scope="col" className="number">
                {word(amount)}
              </th>
            ))}
            <th scope="col">{t('list.status')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(from, from + pageSize).map(({ agreement, row }) => (
            <tr
              key={`${agreement.id} ${row.cycle}`}
              className={agreement.id === open?.agreementId && row.cycle === open.cycle ? 'row-open' : ''}
            >
              <td>
                {agreement.title}
                <OtherName agreement={agreement} />
              </td>
              <th scope="row" className="keep">
                <button
                  type="button"
                  className="bare-button link-button row-opener"
                  {...openerMark(agreement.id, row.cycle)}
                  onClick={() => onOpen(agreement.id, [row])}
                >
                  {cycleName(t, row.cycle, row.from)}
                </button>
              </th>
              {narrow ? null : <td className="keep">{row.dueDate ?? t('list.noDue')}</td>}
              {amounts.map((amount) => (
                <td key={amount} className="number">
                  {formatAmount(row[`${amount}Fen`])}
                </td>
              ))}
              <td>
                <RowStatus row={row} asOf={asOf} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager pages={pages} next={from + pageSize < rows.length ? from + pageSize : null} />
    </div>
  )
}
