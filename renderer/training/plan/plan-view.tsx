import { Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { lessonHours, missingLessonHours, type OccupationRow } from '../../../shared/training/occupation.ts'
import type { ConditionState } from '../../../shared/training/plan.ts'
import type { PlanView as View } from '../../../shared/training/views.ts'
import { Status, type Tone } from '../../ui/status.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { OriginMark } from '../origin-mark.tsx'
import { useDataWords } from '../words.ts'

type Plan = NonNullable<View['plan']>
type Path = Plan['paths'][number]

const tones: Record<ConditionState, Tone> = { met: 'good', unmet: 'warn', unknown: 'plain' }

/** What is there and what is missing for the goal, each figure with the row it comes from. */
export function PlanView({ view }: { view: View }) {
  const { t } = useTranslation('training-plan')
  const { plan, rows } = view
  if (plan === null) return null
  const rowOf = (id: string | null): OccupationRow | undefined => rows.find((row) => row.id === id)
  return (
    <>
      {plan.certificateId === null ? null : <Held id={plan.certificateId} partyId={view.person?.id} />}
      <Hours plan={plan} lesson={view.lessonMinutes} row={rowOf(plan.hours.rowId)} />
      <div className="training-columns">
        <section className="stack" aria-label={t('plan.pathsTitle')}>
          <h3>{t('plan.pathsTitle')}</h3>
          <ul className="plan-paths">
            {plan.paths.map((path) => (
              <PathLine key={path.rowId} path={path} row={rowOf(path.rowId)} lesson={view.lessonMinutes} />
            ))}
          </ul>
        </section>
        <section className="stack" aria-label={t('plan.partsTitle')}>
          <h3>{t('plan.partsTitle')}</h3>
          <ul className="plan-paths">
            {plan.parts.map((part) => (
              <PartLine
                key={part.part}
                part={part}
                row={rows.find((row) => row.section === 'part' && row.part === part.part)}
              />
            ))}
          </ul>
          <p className="soft">{t('plan.partsText')}</p>
        </section>
      </div>
      <p className="note note-plain">{t('plan.check')}</p>
    </>
  )
}

function Held({ id, partyId }: { id: string; partyId: string | undefined }) {
  const { t } = useTranslation('training-plan')
  const { data } = useQuery('training.listCertificates', partyId === undefined ? undefined : { partyId })
  const title = data?.certificates.find((certificate) => certificate.id === id)?.title ?? ''
  return <Status tone="good">{t('plan.reached', { title })}</Status>
}

function Hours({ plan, lesson, row }: { plan: Plan; lesson: number; row: OccupationRow | undefined }) {
  const { t } = useTranslation('training-plan')
  const { neededMinutes, doneMinutes, missingMinutes } = plan.hours
  const done = lessonHours(doneMinutes, lesson)
  if (neededMinutes === null || missingMinutes === null) {
    return (
      <p>
        {t('training:hours', { hours: done })} <span className="soft">{t('plan.hoursUnknown')}</span>
      </p>
    )
  }
  return (
    <section className="plan-hours" aria-label={t('plan.hoursTitle')}>
      <div className="row">
        <h3>{t('plan.hoursTitle')}</h3>
        <b>{t('training:hoursOf', { done, needed: lessonHours(neededMinutes, lesson) })}</b>
        <Status tone={missingMinutes === 0 ? 'good' : 'warn'}>
          {missingMinutes === 0
            ? t('plan.hoursDone')
            : t('plan.hoursMissing', { hours: missingLessonHours(missingMinutes, lesson) })}
        </Status>
      </div>
      <Progress
        percent={Math.min(100, Math.floor((doneMinutes * 100) / neededMinutes))}
        showInfo={false}
        aria-label={t('plan.hoursTitle')}
      />
      {row === undefined ? null : <OriginMark row={row} />}
    </section>
  )
}

function PathLine({ path, row, lesson }: { path: Path; row: OccupationRow | undefined; lesson: number }) {
  const { t } = useTranslation('training-plan')
  const words = useDataWords()
  return (
    <li>
      <div className="row">
        <Status tone={tones[path.state]}>{t(`plan.state.${path.state}`)}</Status>
        <span>{row?.section === 'path' ? words(row.words) : ''}</span>
      </div>
      <ul className="plan-conditions">
        {path.conditions.map((condition) => (
          <li key={condition.kind}>
            <Status tone={tones[condition.state]}>
              <ConditionWords
                condition={condition}
                lesson={lesson}
                hasCertificate={path.conditions.some((one) => one.kind === 'certificate')}
              />
            </Status>
          </li>
        ))}
      </ul>
      {row === undefined ? null : <OriginMark row={row} />}
    </li>
  )
}

interface ConditionWordsProps {
  condition: Path['conditions'][number]
  lesson: number
  hasCertificate: boolean
}

function ConditionWords({ condition, lesson, hasCertificate }: ConditionWordsProps) {
  const { t } = useTranslation('training-plan')
  const { kind, needed, have } = condition
  if (kind === 'certificate') return t('plan.condition.certificate', { level: t(`training:levels.${needed ?? 5}`) })
  if (kind === 'years') {
    if (have !== null) return t('plan.condition.years', { have, needed })
    return t(hasCertificate ? 'plan.condition.yearsNoCertificate' : 'plan.condition.yearsUnknown', { needed })
  }
  if (kind !== 'training') return t(`plan.condition.${kind}`)
  if (needed === null) return t('plan.condition.trainingUnknown')
  return t('plan.condition.training', { have: lessonHours(have ?? 0, lesson), needed: lessonHours(needed, lesson) })
}

function PartLine({ part, row }: { part: Plan['parts'][number]; row: OccupationRow | undefined }) {
  const { t } = useTranslation('training-plan')
  const tone: Tone = part.state === 'passed' ? 'good' : part.state === 'failed' ? 'bad' : 'plain'
  return (
    <li>
      <div className="row">
        <b>{t(`training:parts.${part.part}`)}</b>
        <Status tone={tone}>{t(`plan.part.${part.state}`, { score: part.bestScore })}</Status>
        <span className="soft">{t('plan.passMark', { mark: part.passMark })}</span>
      </div>
      {row === undefined ? null : <OriginMark row={row} />}
    </li>
  )
}
