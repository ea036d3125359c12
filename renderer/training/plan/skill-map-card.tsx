import { Button, Select } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Job, jobs, lessonHours } from '../../../shared/training/occupation.ts'
import type { SkillView } from '../../../shared/training/skill-map.ts'
import type { SkillMapView } from '../../../shared/training/views.ts'
import type { ErrorData } from '../../../shared/errors.ts'
import { errorData } from '../../shell/app-store.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { useDataWords } from '../words.ts'
import { savePng, saveSvg } from './save-picture.ts'
import { SkillRadar } from './skill-radar.tsx'

interface SkillMapCardProps {
  partyId: string
  job: Job
  /** Of the person, for the file's name. */
  name: string
}

/** Where a person's training hours went, as a picture with its figures beside it. */
export function SkillMapCard({ partyId, job, name }: SkillMapCardProps) {
  const { t } = useTranslation('training-plan')
  const [view, setView] = useState<SkillView>('tracks')
  const { data, error, reload } = useQuery('training.skillMap', { partyId, view })
  const viewNames = [
    { value: 'tracks' as const, label: t('skills.tracks') },
    ...[job, ...jobs.filter((other) => other !== job)].map((value) => ({ value, label: t(`training:jobs.${value}`) })),
  ]
  return (
    <section className="card" aria-labelledby="skills-title">
      <div className="row">
        <h2 id="skills-title">{t('skills.title')}</h2>
        <Select<SkillView>
          className="end"
          aria-label={t('skills.view')}
          value={view}
          onChange={setView}
          popupMatchSelectWidth={false}
          options={viewNames}
        />
      </div>
      <p className="soft">{t('skills.text')}</p>
      {error === undefined ? null : <ErrorNote error={error} onRetry={reload} />}
      {data === undefined ? <Loading /> : <SkillMap map={data} title={t('skills.fileName', { name })} />}
    </section>
  )
}

function SkillMap({ map, title }: { map: SkillMapView; title: string }) {
  const { t } = useTranslation('training-plan')
  const words = useDataWords()
  const drawing = useRef<SVGSVGElement>(null)
  const [failure, setFailure] = useState<ErrorData>()
  const save = async (format: 'svg' | 'png'): Promise<void> => {
    if (drawing.current === null) return
    setFailure(undefined)
    try {
      if (format === 'svg') saveSvg(drawing.current, title)
      else await savePng(drawing.current, title)
    } catch (error) {
      setFailure(errorData(error))
    }
  }
  const hours = (minutes: number): string => lessonHours(minutes, map.lessonMinutes)
  const axes = map.axes.map((axis) => ({
    ...axis,
    label: axis.track === null ? (axis.name === null ? axis.id : words(axis.name)) : t(`training:tracks.${axis.track}`),
  }))
  if (map.totalMinutes === map.unplacedMinutes) return <p className="skills-none">{t('skills.none')}</p>
  const itemOf = (axis: (typeof axes)[number]): string =>
    axis.targetMinutes === null
      ? t('skills.item', { name: axis.label, hours: hours(axis.minutes) })
      : t('skills.itemOf', { name: axis.label, hours: hours(axis.minutes), target: hours(axis.targetMinutes) })
  const hasTarget = axes.some((axis) => axis.targetMinutes !== null)
  return (
    <div className="skill-map">
      <figure>
        <SkillRadar
          ref={drawing}
          axes={axes.map(({ id, label, minutes, targetMinutes }) => ({
            id,
            label,
            value: minutes,
            target: targetMinutes,
            text: hours(minutes),
          }))}
          summary={t('skills.summary', { name: title, list: axes.map(itemOf).join(t('skills.comma')) })}
        />
      </figure>
      <div className="stack">
        <ul className="lines">
          {axes.map((axis) => (
            <li key={axis.id}>
              <span>{axis.label}</span>
              <span className="number">
                {axis.targetMinutes === null
                  ? t('training:hours', { hours: hours(axis.minutes) })
                  : t('training:hoursOf', { done: hours(axis.minutes), needed: hours(axis.targetMinutes) })}
              </span>
            </li>
          ))}
        </ul>
        <p className="soft">{t(hasTarget ? 'skills.target' : 'skills.noTarget')}</p>
        {map.unplacedMinutes === 0 ? null : (
          <p className="soft">{t('skills.unplaced', { hours: hours(map.unplacedMinutes) })}</p>
        )}
        <div className="row">
          {(['png', 'svg'] as const).map((format) => (
            <Button
              key={format}
              size="small"
              icon={<Icon name="download" size={14} />}
              onClick={() => void save(format)}
            >
              {t(`skills.${format}`)}
            </Button>
          ))}
        </div>
        {failure === undefined ? null : <ErrorNote error={failure} />}
      </div>
    </div>
  )
}
