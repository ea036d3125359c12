import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Goal } from '../../../shared/training/records.ts'
import type { OccupationRow } from '../../../shared/training/occupation.ts'
import type { PlanView } from '../../../shared/training/views.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { type Target, TargetFields } from '../target-fields.tsx'
import { useTargetWords } from '../words.ts'
import { PlanView as PlanResult } from './plan-view.tsx'
import { SkillMapCard } from './skill-map-card.tsx'

/** 计划: the job and level one works towards, what is missing for it and why, and the skills trained so far as a picture. */
export function PlanPlace({ partyId }: { partyId: string }) {
  const plan = useQuery('training.plan', { partyId })
  const occupation = useQuery('training.occupation', {})
  const [changing, setChanging] = useState(false)
  const error = plan.error ?? occupation.error
  if (error !== undefined) return <ErrorNote error={error} onRetry={plan.reload} />
  if (plan.data === undefined || occupation.data === undefined) return <Loading />
  const { goal } = plan.data
  return (
    <div className="stack">
      {goal === null || changing ? (
        <GoalCard partyId={partyId} goal={goal} rows={occupation.data.rows} onDone={() => setChanging(false)} />
      ) : (
        <Reached plan={plan.data} goal={goal} onChange={() => setChanging(true)} />
      )}
      <SkillMapCard partyId={partyId} job={goal?.job ?? 'live-seller'} name={plan.data.person?.name ?? ''} />
    </div>
  )
}

function Reached({ plan, goal, onChange }: { plan: PlanView; goal: Goal; onChange: () => void }) {
  const { t } = useTranslation('training-plan')
  const target = useTargetWords()
  return (
    <section className="card stack">
      <div className="row">
        <h2>{t('plan.goalTitle')}</h2>
        <b>{target(goal.job, goal.level)}</b>
        <Button size="small" className="end" onClick={onChange}>
          {t('plan.change')}
        </Button>
      </div>
      <PlanResult view={plan} />
    </section>
  )
}

interface GoalCardProps {
  partyId: string
  goal: Goal | null
  rows: readonly OccupationRow[]
  onDone: () => void
}

function GoalCard({ partyId, goal, rows, onDone }: GoalCardProps) {
  const { t } = useTranslation('training-plan')
  const [target, setTarget] = useState<Target>({ job: goal?.job ?? 'live-seller', level: goal?.level ?? 5 })
  const [tradeSince, setTradeSince] = useState<string | undefined>(goal?.tradeSince ?? undefined)
  const save = useCommand('training.saveGoal')
  const submit = async (): Promise<void> => {
    const { job, level } = target
    if (job === null || level === null) return
    if ((await save.run({ partyId, job, level, tradeSince: tradeSince ?? null })) !== undefined) onDone()
  }
  return (
    <section className="card">
      <h2>{t('plan.goalTitle')}</h2>
      <p className="soft">{t('plan.goalText')}</p>
      <form
        className="form goal-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <TargetFields target={target} rows={rows} onChange={setTarget} />
        <div className="form-pair">
          <Field label={t('plan.tradeSince')}>
            {(id) => <DateInput id={id} clearable value={tradeSince} onChange={setTradeSince} />}
          </Field>
        </div>
        {save.error === undefined ? null : <ErrorNote error={save.error} />}
        <div className="row">
          <Button type="primary" htmlType="submit" loading={save.busy}>
            {t('plan.save')}
          </Button>
          {goal === null ? null : <Button onClick={onDone}>{t('app:action.cancel')}</Button>}
        </div>
      </form>
    </section>
  )
}
