import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { isOffered, type Job, jobs, type Level, levels, type OccupationRow } from '../../shared/training/occupation.ts'
import { Field } from '../ui/field.tsx'

export interface Target {
  job: Job | null
  level: Level | null
}

interface TargetFieldsProps {
  target: Target
  rows: readonly OccupationRow[]
  onChange: (target: Target) => void
  /** Whether none is an answer too. */
  optional?: boolean
}

/** A job and one of the levels it is offered at; choosing a job keeps the level where the job has it. */
export function TargetFields({ target, rows, onChange, optional = false }: TargetFieldsProps) {
  const { t } = useTranslation('training')
  const offered = (job: Job): Level[] => levels.filter((level) => isOffered(rows, job, level))
  const setJob = (job: Job | null): void => {
    if (job === null) return onChange({ job: null, level: null })
    const keeps = target.level !== null && offered(job).includes(target.level)
    onChange({ job, level: keeps ? target.level : (offered(job)[0] ?? 5) })
  }
  const none = optional ? [{ value: '' as const, label: t('noTarget') }] : []
  return (
    <div className="form-pair">
      <Field label={t('record.job')}>
        {(id) => (
          <Select<Job | ''>
            id={id}
            value={target.job ?? ''}
            onChange={(job) => setJob(job === '' ? null : job)}
            options={[...none, ...jobs.map((job) => ({ value: job, label: t(`jobs.${job}`) }))]}
          />
        )}
      </Field>
      <Field label={t('record.level')}>
        {(id) => (
          <Select<Level>
            id={id}
            disabled={target.job === null}
            value={target.level}
            onChange={(level) => onChange({ ...target, level })}
            options={(target.job === null ? [] : offered(target.job)).map((level) => ({
              value: level,
              label: t(`levels.${level}`),
            }))}
          />
        )}
      </Field>
    </div>
  )
}
