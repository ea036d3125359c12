import { Checkbox } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { RunStatement, SettlementRun } from '../../../shared/earnings/settlement-shapes.ts'
import { formatAmount } from '../../../shared/i18n/index.ts'
import { Status, type Tone } from '../../ui/status.tsx'

interface RunTableProps {
  run: SettlementRun
  /** Ids of the statements that are ticked. */
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
  opened: string | undefined
  /** A panel stands beside it: only the columns that matter most. */
  narrow: boolean
  onOpen: (statementId: string) => void
}

function isOpen({ state }: RunStatement): boolean {
  return state === 'unpaid' || state === 'part'
}

/** The statements of a run, one a payee; those that are not paid can be ticked. */
export function RunTable({ run, chosen, onChoose, opened, narrow, onOpen }: RunTableProps) {
  const { t } = useTranslation('settlement')
  const open = run.statements.filter(isOpen)
  const canPay = run.voidedAt === null && open.length > 0
  const toggle = (id: string, on: boolean): void => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    onChoose(next)
  }
  return (
    <table className="plain-table">
      <caption className="visually-hidden">{run.number}</caption>
      <thead>
        <tr>
          {canPay ? (
            <th scope="col">
              <Checkbox
                aria-label={t('run.selectAll')}
                checked={open.every(({ id }) => chosen.has(id))}
                indeterminate={chosen.size > 0 && !open.every(({ id }) => chosen.has(id))}
                onChange={(event) => onChoose(new Set(event.target.checked ? open.map(({ id }) => id) : []))}
              />
            </th>
          ) : null}
          <th scope="col">{t('run.columns.payee')}</th>
          {narrow ? null : (
            <>
              <Number word={t('run.columns.expected')} />
              <Number word={t('run.columns.less')} />
              <Number word={t('run.columns.paidBefore')} />
            </>
          )}
          <Number word={t('run.columns.payable')} />
          {narrow ? null : <th scope="col">{t('run.columns.payBy')}</th>}
          <th scope="col">{t('run.columns.state')}</th>
        </tr>
      </thead>
      <tbody>
        {run.statements.map((statement) => (
          <tr key={statement.id} className={statement.id === opened ? 'row-open' : ''}>
            {canPay ? (
              <td>
                <Checkbox
                  disabled={!isOpen(statement)}
                  checked={isOpen(statement) && chosen.has(statement.id)}
                  aria-label={t('run.select', { payee: statement.payee.name })}
                  onChange={(event) => toggle(statement.id, event.target.checked)}
                />
              </td>
            ) : null}
            <td>
              <button type="button" className="bare-button link-button" onClick={() => onOpen(statement.id)}>
                {statement.payee.name}
              </button>
              <div className="soft keep">{statement.number}</div>
            </td>
            {narrow ? null : <FrozenFigures statement={statement} />}
            <td className="number">
              <b>{formatAmount(statement.totals.payableFen)}</b>
            </td>
            {narrow ? null : <td className="keep">{payByWords(t, statement)}</td>}
            <td>
              <Marks statement={statement} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Where nothing is to be paid, no day is: a missing one would read as a missing agreement. */
function payByWords(t: TFunction<'settlement'>, { payBy, totals }: RunStatement): string {
  if (totals.payableFen === 0) return ''
  return payBy ?? t('payables.noDue')
}

function Number({ word }: { word: string }) {
  return (
    <th scope="col" className="number">
      {word}
    </th>
  )
}

function FrozenFigures({ statement: { totals } }: { statement: RunStatement }) {
  return (
    <>
      <td className="number">{formatAmount(totals.expectedFen)}</td>
      <td className="number">{formatAmount(totals.withheldFen + totals.allowedFen)}</td>
      <td className="number">{formatAmount(totals.paidFen)}</td>
    </>
  )
}

const tones: Record<RunStatement['state'], Tone> = { nothing: 'plain', unpaid: 'plain', part: 'warn', paid: 'good' }

/** How far it is paid, what is missing for a transfer, and what the ledger says differently by now. */
function Marks({ statement }: { statement: RunStatement }) {
  const { t } = useTranslation('settlement')
  const { state, paidFen, lacks, items } = statement
  const changedFen = items.reduce((sum, item) => sum + (item.changedFen ?? 0), 0)
  const isGone = items.some((item) => item.changedFen === null)
  const lacking = lacks.map((field) => t(`run.fields.${field}`)).join(t('run.comma'))
  return (
    <div className="settlement-marks">
      <Status tone={tones[state]}>{t(`run.states.${state}`, { fen: paidFen })}</Status>
      {lacks.includes('bankCard') && isOpen(statement) ? (
        <Status tone="warn">{t('run.lacks', { fields: lacking })}</Status>
      ) : null}
      {changedFen === 0 ? null : <Status tone="warn">{t('run.changedRow', { fen: changedFen })}</Status>}
      {isGone ? <Status tone="warn">{t('run.gone')}</Status> : null}
    </div>
  )
}
