import { Checkbox, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { isBlocked } from '../../../shared/earnings/settlement.ts'
import {
  blockingWarnings,
  type SettlementRow,
  type SettlementTotals,
  type SettlementWarning,
} from '../../../shared/earnings/settlement-shapes.ts'
import { formatAmount } from '../../../shared/i18n/index.ts'
import { hrefTo } from '../../shell/route.ts'
import { Status } from '../../ui/status.tsx'
import { useWord } from '../../ui/term.tsx'
import { cycleName } from '../ledger/cycle-words.ts'

/** Names a cycle of an agreement among the rows. */
export function placeOf({ agreementId, cycle }: Pick<SettlementRow, 'agreementId' | 'cycle'>): string {
  return `${agreementId} ${cycle}`
}

interface ReviewTableProps {
  rows: readonly SettlementRow[]
  /** Why rows are left out, by place. */
  reasons: ReadonlyMap<string, string>
  /** Of what is settled. */
  totals: SettlementTotals
  onExclude: (row: SettlementRow) => void
  onInclude: (row: SettlementRow) => void
}

const amounts = ['expected', 'withheld', 'allowed', 'paid'] as const

/** Every cycle of the month with its figures and marks; a tick says whether it is settled. */
export function ReviewTable({ rows, reasons, totals, onExclude, onInclude }: ReviewTableProps) {
  const { t } = useTranslation('settlement')
  const word = useWord()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col" className="keep">
            {t('review.columns.include')}
          </th>
          <th scope="col">{t('review.columns.payee')}</th>
          {amounts.map((amount) => (
            <th key={amount} scope="col" className="number">
              {word(amount)}
            </th>
          ))}
          <th scope="col" className="number">
            {t('review.columns.payable')}
          </th>
          <th scope="col">{t('review.columns.due')}</th>
          <th scope="col">{t('review.columns.warnings')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ReviewRow
            key={placeOf(row)}
            row={row}
            reason={reasons.get(placeOf(row))}
            onChange={(included) => (included ? onInclude(row) : onExclude(row))}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t('review.total')}
          </th>
          {amounts.map((amount) => (
            <td key={amount} className="number">
              {formatAmount(totals[`${amount}Fen`])}
            </td>
          ))}
          <td className="number">
            <b>{formatAmount(totals.payableFen)}</b>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

interface ReviewRowProps {
  row: SettlementRow
  reason: string | undefined
  onChange: (included: boolean) => void
}

function ReviewRow({ row, reason, onChange }: ReviewRowProps) {
  const { t } = useTranslation('settlement')
  const blocked = isBlocked(row)
  const isIn = !blocked && reason === undefined
  const name = cycleName(t, row.cycle, row.from)
  return (
    <tr className={isIn ? '' : 'settlement-out'}>
      <td>
        <Checkbox
          checked={isIn}
          disabled={blocked}
          aria-label={t('review.include', { payee: row.payee.name, title: row.title, cycle: name })}
          onChange={(event) => onChange(event.target.checked)}
        />
      </td>
      <td>
        {row.payee.name}
        <div className="soft">
          <a href={hrefTo('ledger', { open: row.agreementId, cycle: row.cycle, month: row.to.slice(0, 7) })}>
            <span className="keep">{name}</span>
          </a>{' '}
          {row.title === row.payee.name ? null : row.title}
        </div>
      </td>
      {amounts.map((amount) => (
        <td key={amount} className="number">
          {formatAmount(row[`${amount}Fen`])}
        </td>
      ))}
      <td className="number">
        <b>{formatAmount(row.payableFen)}</b>
      </td>
      <td className="keep">{row.dueDate ?? t('payables.noDue')}</td>
      <td>
        {reason === undefined ? null : <div className="soft">{t('review.excluded', { reason })}</div>}
        <Warnings row={row} />
      </td>
    </tr>
  )
}

/** Marks of a row, each with what it means. */
function Warnings({ row }: { row: SettlementRow }) {
  const { t } = useTranslation('settlement')
  return (
    <div className="settlement-marks">
      {row.warnings.map((warning) => (
        <Tooltip key={warning} title={t(`review.help.${warning}`)} trigger={['hover', 'focus', 'click']}>
          <button type="button" className="bare-button">
            <Status tone={toneOf(warning)}>{t(`review.warnings.${warning}`, { number: row.run?.number ?? '' })}</Status>
          </button>
        </Tooltip>
      ))}
    </div>
  )
}

function toneOf(warning: SettlementWarning): 'bad' | 'warn' | 'plain' {
  if (blockingWarnings.includes(warning)) return 'bad'
  return warning === 'unconfirmed' ? 'plain' : 'warn'
}
