import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lessonHours } from '../../../shared/training/occupation.ts'
import { yearOf } from '../../../shared/training/totals.ts'
import type { Roster } from '../../../shared/training/views.ts'
import { saveFile } from '../../client.ts'
import { goTo, hrefTo } from '../../shell/route.ts'
import { DueDate, today } from '../../ui/due-date.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Status } from '../../ui/status.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { RecordForm } from '../log/record-form.tsx'
import { toneOfRequired } from '../log/required-card.tsx'
import { TrainingPicture } from '../picture.tsx'

const shownKinds = ['first-stream', 'yearly', 'agency'] as const
const yearsBack = [0, 1, 2]

/** 名册: everyone whom one pays, with hours, the trainings the rules ask for, and certificates near expiry. */
export function RosterPlace() {
  const { t } = useTranslation('training')
  const [year, setYear] = useState(yearOf(today()))
  const { data, error, reload } = useQuery('training.roster', { year })
  const [chosen, setChosen] = useState<string[]>([])
  const [logging, setLogging] = useState(false)
  const make = useCommand('training.exportRoster')
  const save = async (): Promise<void> => {
    const made = await make.run({ year })
    if (made !== undefined) saveFile(made.file)
  }
  if (error !== undefined) return <ErrorNote error={error} onRetry={reload} />
  if (data === undefined) return <Loading />
  if (data.people.length === 0) {
    return (
      <EmptyState
        title={t('roster.none')}
        purpose={t('roster.noneText')}
        picture={<TrainingPicture />}
        action={{ label: t('roster.noneDo'), onClick: () => goTo('contracts') }}
      />
    )
  }
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
        <Button icon={<Icon name="download" size={16} />} loading={make.busy} onClick={() => void save()}>
          {t('roster.export')}
        </Button>
      </div>
      {make.error === undefined ? null : <ErrorNote error={make.error} />}
      <div className="row training-filters">
        <Button
          size="small"
          type="primary"
          disabled={chosen.length === 0}
          icon={<Icon name="plus" size={14} />}
          onClick={() => setLogging(true)}
        >
          {chosen.length === 0 ? t('roster.recordForNone') : t('roster.recordFor', { count: chosen.length })}
        </Button>
      </div>
      <RosterTable roster={data} chosen={chosen} onChoose={setChosen} />
      {logging ? (
        <RecordForm
          partyIds={chosen}
          start={{ kind: 'agency' }}
          onClose={() => {
            setLogging(false)
            setChosen([])
          }}
        />
      ) : null}
    </section>
  )
}

interface RosterTableProps {
  roster: Roster
  chosen: readonly string[]
  onChoose: (ids: string[]) => void
}

function RosterTable({ roster, chosen, onChoose }: RosterTableProps) {
  const { t } = useTranslation('training')
  const all = roster.people.map(({ person }) => person.id)
  const toggle = (id: string): void =>
    onChoose(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])
  return (
    <table className="plain-table roster">
      <thead>
        <tr>
          <td>
            <Checkbox
              aria-label={t('roster.chooseAll')}
              checked={chosen.length === all.length}
              indeterminate={chosen.length > 0 && chosen.length < all.length}
              onChange={(event) => onChoose(event.target.checked ? all : [])}
            />
          </td>
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
          <RosterRow
            key={one.person.id}
            one={one}
            lesson={roster.lessonMinutes}
            isChosen={chosen.includes(one.person.id)}
            onToggle={() => toggle(one.person.id)}
          />
        ))}
      </tbody>
    </table>
  )
}

interface RosterRowProps {
  one: Roster['people'][number]
  lesson: number
  isChosen: boolean
  onToggle: () => void
}

function RosterRow({ one, lesson, isChosen, onToggle }: RosterRowProps) {
  const { t } = useTranslation('training')
  return (
    <tr>
      <td>
        <Checkbox aria-label={t('roster.choose', { name: one.person.name })} checked={isChosen} onChange={onToggle} />
      </td>
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
      <td className="number">{lessonHours(one.yearMinutes, lesson)}</td>
      <td className="number">{lessonHours(one.minutes, lesson)}</td>
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
