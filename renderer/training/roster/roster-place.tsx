import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lessonHours } from '../../../shared/training/occupation.ts'
import { yearOf } from '../../../shared/training/totals.ts'
import type { Roster } from '../../../shared/training/views.ts'
import { saveFile } from '../../client.ts'
import { hrefTo } from '../../shell/route.ts'
import { DueDate, today } from '../../ui/due-date.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Status } from '../../ui/status.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { toneOfRequired } from '../log/required-card.tsx'

const shownKinds = ['first-stream', 'yearly', 'agency'] as const
const yearsBack = [0, 1, 2]

/** 名册: everyone whom one pays, with hours, the trainings the rules ask for, and certificates near expiry. */
export function RosterPlace() {
  const { t } = useTranslation('training')
  const [year, setYear] = useState(yearOf(today()))
  const { data, error, reload } = useQuery('training.roster', { year })
  const make = useCommand('training.exportRoster')
  const save = async (): Promise<void> => {
    const made = await make.run({ year })
    if (made !== undefined) saveFile(made.file)
  }
  if (error !== undefined) return <ErrorNote error={error} onRetry={reload} />
  if (data === undefined) return <Loading />
  return (
    <section className="card">
      <div className="row">
        <p className="soft">{t('roster.text')}</p>
        <Select
          className="end"
          aria-label={t('log.yearLabel')}
          value={year}
          onChange={setYear}
          options={yearsBack.map((back) => {
            const value = yearOf(today()) - back
            return { value, label: t('log.year', { year: value }) }
          })}
        />
        <Button
          icon={<Icon name="download" size={16} />}
          loading={make.busy}
          disabled={data.people.length === 0}
          onClick={() => void save()}
        >
          {t('roster.export')}
        </Button>
      </div>
      {make.error === undefined ? null : <ErrorNote error={make.error} />}
      {data.people.length === 0 ? <p>{t('roster.none')}</p> : <RosterTable roster={data} />}
    </section>
  )
}

function RosterTable({ roster }: { roster: Roster }) {
  const { t } = useTranslation('training')
  return (
    <table className="plain-table roster">
      <thead>
        <tr>
          <th scope="col">{t('roster.person')}</th>
          <th scope="col" className="number">
            {t('roster.thisYear', { year: roster.year })}
          </th>
          <th scope="col" className="number">
            {t('roster.allTime')}
          </th>
          {shownKinds.map((kind) => (
            <th key={kind} scope="col">
              {t(`kinds.${kind}`)}
            </th>
          ))}
          <th scope="col">{t('roster.expiring')}</th>
        </tr>
      </thead>
      <tbody>
        {roster.people.map((one) => (
          <RosterRow key={one.person.id} one={one} lesson={roster.lessonMinutes} />
        ))}
      </tbody>
    </table>
  )
}

function RosterRow({ one, lesson }: { one: Roster['people'][number]; lesson: number }) {
  const { t } = useTranslation('training')
  const hours = (minutes: number): string => t('hours', { hours: lessonHours(minutes, lesson) })
  return (
    <tr>
      <td>
        <a className="list-link" href={hrefTo('training', { person: one.person.id })}>
          {one.person.name}
        </a>
        {one.warnings === 0 ? null : (
          <div className="soft">
            {t('roster.warnings')} {one.warnings}
          </div>
        )}
      </td>
      <td className="number">{hours(one.yearMinutes)}</td>
      <td className="number">{hours(one.minutes)}</td>
      {shownKinds.map((kind) => {
        const state = one.required.find((required) => required.kind === kind)?.state
        return (
          <td key={kind}>
            {state === undefined ? null : <Status tone={toneOfRequired[state]}>{t(`required.state.${state}`)}</Status>}
          </td>
        )
      })}
      <td>
        {one.expiring.length === 0 ? <span className="soft">{t('roster.noExpiring')}</span> : null}
        {one.expiring.map((certificate) => (
          <div key={certificate.id}>
            {certificate.title} <DueDate date={certificate.expiresOn} short />
          </div>
        ))}
      </td>
    </tr>
  )
}
