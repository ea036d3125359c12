import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../shared/calendar.ts'
import type { Mediation } from '../../../shared/disputes/mediation/mediator-calls.ts'
import { buildPlan, isInOrder, planDifferenceFen } from '../../../shared/disputes/mediation/plan.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { today } from '../../ui/due-date.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icons.tsx'
import { MoneyInput } from '../../ui/money-input.tsx'
import { Status } from '../../ui/status.tsx'
import { useCommand } from '../../ui/use-command.ts'

interface DraftRow {
  key: number
  date: string | undefined
  amountFen: number | undefined
}

/** 分期: made from a number of months, then edited date by date; what it lacks to the proposal stands beside it. */
export function PlanCard({ id, mediation }: { id: string; mediation: Mediation }) {
  const { t } = useTranslation('mediation')
  const { plan, proposal } = mediation
  const { totalFen } = proposal
  const [rows, setRows] = useState<DraftRow[]>(() => plan.map((one, key) => ({ ...one, key })))
  const save = useCommand('disputes.setInstalments')
  const complete = rows.flatMap(({ date, amountFen }) =>
    date === undefined || amountFen === undefined || amountFen <= 0 ? [] : [{ date, amountFen }],
  )
  const isComplete = complete.length === rows.length
  const isOrdered = isInOrder(complete)
  const changed = JSON.stringify(complete) !== JSON.stringify(plan) || !isComplete
  const change = (key: number, part: Partial<DraftRow>): void =>
    setRows((known) => known.map((row) => (row.key === key ? { ...row, ...part } : row)))
  const nextKey = Math.max(-1, ...rows.map(({ key }) => key)) + 1
  return (
    <section className="card stack">
      <h2>{t('plan.title')}</h2>
      <PlanMaker
        totalFen={totalFen}
        onMake={(made) => setRows(made.map((one, index) => ({ ...one, key: nextKey + index })))}
      />
      {rows.length === 0 ? <p className="soft">{t('plan.none')}</p> : null}
      <ol className="plan-rows">
        {rows.map(({ key, date, amountFen }, index) => (
          <li key={key} className="plan-row">
            <span>{t('plan.number', { number: index + 1 })}</span>
            <DateInput
              value={date}
              label={t('plan.dateOf', { number: index + 1 })}
              onChange={(next) => change(key, { date: next })}
            />
            <MoneyInput
              fen={amountFen}
              label={t('plan.amountOf', { number: index + 1 })}
              onChange={(next) => change(key, { amountFen: next })}
            />
            <Button
              type="text"
              aria-label={t('plan.remove', { number: index + 1 })}
              icon={<Icon name="close" size={16} />}
              onClick={() => setRows((known) => known.filter((row) => row.key !== key))}
            />
          </li>
        ))}
      </ol>
      <div className="row">
        <Button
          icon={<Icon name="plus" size={16} />}
          onClick={() => setRows((known) => [...known, { key: nextKey, date: undefined, amountFen: undefined }])}
        >
          {t('plan.add')}
        </Button>
        <PlanState rows={complete} totalFen={totalFen} isComplete={isComplete} isOrdered={isOrdered} />
        <Button
          type="primary"
          className="end"
          disabled={!changed || !isComplete || !isOrdered}
          loading={save.busy}
          onClick={() => void save.run({ bundleId: id, plan: complete })}
        >
          {t('plan.save')}
        </Button>
      </div>
      {save.error === undefined ? null : <ErrorNote error={save.error} />}
    </section>
  )
}

interface PlanStateProps {
  rows: { date: string; amountFen: number }[]
  totalFen: number
  isComplete: boolean
  isOrdered: boolean
}

function PlanState({ rows, totalFen, isComplete, isOrdered }: PlanStateProps) {
  const { t } = useTranslation('mediation')
  if (rows.length === 0 && isComplete) return null
  if (!isComplete) return <Status tone="warn">{t('plan.incomplete')}</Status>
  if (!isOrdered) return <Status tone="bad">{t('plan.unordered')}</Status>
  const differenceFen = planDifferenceFen(totalFen, rows)
  if (differenceFen === 0) return <Status tone="good">{t('plan.fits', { totalFen })}</Status>
  return (
    <Status tone="bad">
      {t(differenceFen > 0 ? 'plan.lacks' : 'plan.exceeds', { amountFen: Math.abs(differenceFen) })}
    </Status>
  )
}

/** How many months, from when, on which day: makes the whole plan at once. */
function PlanMaker({
  totalFen,
  onMake,
}: {
  totalFen: number
  onMake: (plan: { date: string; amountFen: number }[]) => void
}) {
  const { t } = useTranslation('mediation')
  const [count, setCount] = useState(3)
  const [firstDate, setFirstDate] = useState<string | undefined>(addDays(today(), 14))
  const [dayOfMonth, setDayOfMonth] = useState(10)
  const possible = firstDate !== undefined && count <= totalFen
  return (
    <div className="plan-maker">
      <Field label={t('plan.count')}>
        {(id) => (
          <InputNumber id={id} min={1} max={120} precision={0} value={count} onChange={(next) => setCount(next ?? 1)} />
        )}
      </Field>
      <Field label={t('plan.first')}>{(id) => <DateInput id={id} value={firstDate} onChange={setFirstDate} />}</Field>
      <Field label={t('plan.day')}>
        {(id) => (
          <InputNumber
            id={id}
            min={1}
            max={31}
            precision={0}
            value={dayOfMonth}
            onChange={(next) => setDayOfMonth(next ?? 1)}
          />
        )}
      </Field>
      <Button
        disabled={!possible}
        onClick={() => firstDate !== undefined && onMake(buildPlan(totalFen, { count, firstDate, dayOfMonth }))}
      >
        {t('plan.make')}
      </Button>
    </div>
  )
}
