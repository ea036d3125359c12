import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useState, type DragEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerAgreement, LedgerRow } from '../../../shared/earnings/ledger-shapes.ts'
import { formatAmount } from '../../../shared/i18n/index.ts'
import { hrefTo } from '../../shell/route.ts'
import { Icon } from '../../ui/icons.tsx'
import { Status } from '../../ui/status.tsx'
import { useSideForm } from '../../ui/term.tsx'
import { cycleName, monthName, monthOf, monthsEndingWith } from './cycle-words.ts'
import { draggedPayment, type DraggedPayment } from './dragged-payment.ts'
import { openerMark } from './opened-cycle.ts'
import { OtherName } from './other-name.tsx'
import { RowStatus } from './row-status.tsx'
import { useRoom } from './use-room.ts'

interface MatrixProps {
  agreements: LedgerAgreement[]
  asOf: string
  open: { agreementId: string; month: string | undefined } | undefined
  /** A month to have in sight at first. */
  show: string | undefined
  onOpen: (agreementId: string, rows: LedgerRow[]) => void
  /** A payment was dropped on a cycle. */
  onMovePayment: (payment: DraggedPayment, agreementId: string, cycle: string) => void
}

/** The rest of the width after the titles (24 % in ledger.css), and what one month needs. */
const monthsShare = 0.76
const monthWidthPx = 122

/** Agreements down, as many months across as there is room for; arrows walk the cells. */
export function MatrixTable({ agreements, asOf, open, show, onOpen, onMovePayment }: MatrixProps) {
  const { t } = useTranslation('ledger')
  const { place, widthPx } = useRoom<HTMLDivElement>()
  const [lastShown, setLastShown] = useState<string>()
  const known = agreements.flatMap((agreement) => agreement.rows.map(monthOf)).toSorted()
  const [firstKnown = asOf.slice(0, 7), lastKnown = asOf.slice(0, 7)] = [known[0], known.at(-1)]
  const room = Math.max(1, Math.floor((widthPx * monthsShare) / monthWidthPx))
  const wanted = lastShown !== undefined && lastShown < lastKnown ? lastShown : lastKnown
  const last = lastMonthShowing(open?.month ?? (lastShown === undefined ? show : undefined), wanted, room, lastKnown)
  const months = monthsEndingWith(last, room)
  const [first = last] = months
  const shift = (byMonths: number): void =>
    setLastShown(monthsEndingWith(byMonths < 0 ? first : addMonths(last, room), 1)[0])
  return (
    <div ref={place} className="card ledger-matrix">
      <div className="row matrix-months">
        <span className="soft">{t('matrix.range', { from: monthName(t, first), to: monthName(t, last) })}</span>
        <Button size="small" className="end" disabled={first <= firstKnown} onClick={() => shift(-1)}>
          {t('matrix.earlier')}
        </Button>
        <Button size="small" disabled={last >= lastKnown} onClick={() => shift(1)}>
          {t('matrix.later')}
        </Button>
      </div>
      <table className="matrix">
        <caption className="visually-hidden">{t('matrix.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('list.agreement')}</th>
            {months.map((month) => (
              <th key={month} scope="col" className="number">
                {month.endsWith('-01') || month === first ? monthName(t, month) : monthOnly(t, month)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {agreements.map((agreement) => (
            <tr key={agreement.id}>
              <AgreementHead agreement={agreement} />
              {months.map((month) => (
                <MonthCell
                  key={month}
                  agreement={agreement}
                  month={month}
                  asOf={asOf}
                  isOpen={open?.agreementId === agreement.id && open.month === month}
                  onOpen={onOpen}
                  onMovePayment={onMovePayment}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The opened month stays in sight when a panel takes room: in the middle, as far as there are later months. */
function lastMonthShowing(opened: string | undefined, last: string, room: number, lastKnown: string): string {
  const [first = last] = monthsEndingWith(last, room)
  if (opened === undefined || (opened >= first && opened <= last)) return last
  const centred = addMonths(opened, Math.floor(room / 2))
  return centred < lastKnown ? centred : lastKnown
}

function addMonths(month: string, count: number): string {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
}

function monthOnly(t: Translate, month: string): string {
  return t('monthHead', { month: Number(month.slice(5)) })
}

function AgreementHead({ agreement }: { agreement: LedgerAgreement }) {
  const { t } = useTranslation('ledger')
  const reason = agreement.error
  const withoutTerms = agreement.rows.some((row) => row.source === 'platform')
  return (
    <th scope="row" className="matrix-title">
      <a href={hrefTo('contracts', { agreement: agreement.id })}>{agreement.title}</a>
      <OtherName agreement={agreement} />
      {withoutTerms ? <span className="soft">{t('matrix.noTerms')}</span> : null}
      {reason === null ? null : (
        <Status tone="warn">
          {t('matrix.faulty', { reason: t(`earnings:errors.${reason.code}`, { path: reason.path }) })}
        </Status>
      )}
    </th>
  )
}

interface MonthCellProps extends Pick<MatrixProps, 'asOf' | 'onOpen' | 'onMovePayment'> {
  agreement: LedgerAgreement
  month: string
  isOpen: boolean
}

function MonthCell({ agreement, month, asOf, isOpen, onOpen, onMovePayment }: MonthCellProps) {
  const { t } = useTranslation('ledger')
  const rows = agreement.rows.filter((row) => monthOf(row) === month)
  const [row] = rows
  if (row === undefined) {
    return (
      <td className="number matrix-empty">
        <span aria-hidden="true">—</span>
      </td>
    )
  }
  const drop = (event: DragEvent): void => {
    const payment = draggedPayment(event)
    if (payment === undefined) return
    event.preventDefault()
    onMovePayment(payment, agreement.id, row.cycle)
  }
  return (
    <td className={isOpen ? 'matrix-cell open' : 'matrix-cell'}>
      <button
        type="button"
        className="bare-button"
        {...openerMark(agreement.id, month)}
        aria-expanded={isOpen}
        onClick={() => onOpen(agreement.id, rows)}
        onKeyDown={walkCells}
        onDragOver={(event) => (draggedPayment(event) === undefined ? undefined : event.preventDefault())}
        onDrop={drop}
      >
        <span className="visually-hidden">{cellWords(t, agreement, rows, month)}</span>
        <CellFigures rows={rows} asOf={asOf} />
      </button>
    </td>
  )
}

function CellFigures({ rows, asOf }: { rows: LedgerRow[]; asOf: string }) {
  const { t } = useTranslation('ledger')
  const form = useSideForm()
  const sum = (pick: (row: LedgerRow) => number): number => rows.reduce((total, row) => total + pick(row), 0)
  const paidFen = sum((row) => row.paidFen)
  const [worst] = rows.toSorted((a, b) => rank(a) - rank(b))
  if (worst === undefined) return null
  const showPaid = paidFen !== 0 && worst.status !== 'settled'
  return (
    <>
      <span className="cell-expected">{formatAmount(sum((row) => row.expectedFen))}</span>
      {showPaid ? <span className="soft">{t('matrix.paid', { amountFen: paidFen, ...form })}</span> : null}
      <span className="cell-status">
        {worst.confirmed && rows.length === 1 ? <Icon name="lock" size={13} /> : null}
        <RowStatus row={worst} asOf={asOf} short />
      </span>
      {rows.length > 1 ? <span className="soft">{t('matrix.periods', { count: rows.length })}</span> : null}
    </>
  )
}

const order: LedgerRow['status'][] = ['overdue', 'due-today', 'overpaid', 'not-due', 'open', 'settled']

/** Of several cycles in one cell, the one that needs looking at first. */
function rank(row: LedgerRow): number {
  return order.indexOf(row.status)
}

type Translate = TFunction<'ledger'>

/** What a screen reader says before the figures of a cell. */
function cellWords(t: Translate, { title, self }: LedgerAgreement, rows: LedgerRow[], month: string): string {
  const [row] = rows
  const cycle = row === undefined || rows.length > 1 ? monthName(t, month) : cycleName(t, row.cycle, row.from)
  return t('ledger:matrix.cell', { title, cycle, ...(self === 'payer' ? { context: 'payer' } : {}) })
}

/** Arrow keys move the focus from cell to cell, over empty ones too. */
function walkCells(event: KeyboardEvent<HTMLElement>): void {
  const steps: Record<string, [number, number] | undefined> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
  }
  const step = steps[event.key]
  const here = event.currentTarget.closest('td')
  const table = event.currentTarget.closest('table')
  if (step === undefined || here === null || table === null) return
  event.preventDefault()
  const rows = [...table.rows]
  let row = rows.findIndex((candidate) => candidate === here.parentElement)
  let column = here.cellIndex
  for (;;) {
    row += step[0]
    column += step[1]
    const cell = rows[row]?.cells[column]
    if (cell === undefined) return
    const target = cell.querySelector<HTMLElement>('button, a')
    if (target !== null) {
      target.focus()
      return
    }
  }
}
