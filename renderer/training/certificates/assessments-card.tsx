import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessment } from '../../../shared/training/records.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { EvidenceLinks } from '../../ui/evidence-links.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Status } from '../../ui/status.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { VoidEntry } from '../void-entry.tsx'
import { useTargetWords } from '../words.ts'
import { AssessmentForm } from './assessment-form.tsx'

/** Assessments, newest first; practice papers among them, marked as what they are. */
export function AssessmentsCard({ partyId }: { partyId: string }) {
  const { t } = useTranslation('training')
  const [form, setForm] = useState<Assessment | 'new'>()
  const [withVoided, setWithVoided] = useState(false)
  const { data, error, reload } = useQuery('training.listAssessments', { partyId, withVoided: true })
  if (error !== undefined) return <ErrorNote error={error} onRetry={reload} />
  if (data === undefined) return <Loading />
  const shown = data.assessments.filter((one) => withVoided || one.voidedAt === null)
  return (
    <section className="card" aria-labelledby="assessments-title">
      <div className="row">
        <h2 id="assessments-title">{t('assessments.title')}</h2>
        {data.assessments.some((one) => one.voidedAt !== null) ? (
          <Checkbox checked={withVoided} onChange={(event) => setWithVoided(event.target.checked)}>
            {t('log.showVoided')}
          </Checkbox>
        ) : null}
        <Button className="end" icon={<Icon name="plus" size={16} />} onClick={() => setForm('new')}>
          {t('assessments.add')}
        </Button>
      </div>
      {shown.length === 0 ? <p className="soft">{t('assessments.none')}</p> : null}
      <ul className="training-entries">
        {shown.map((one) => (
          <AssessmentLine key={one.id} assessment={one} onEdit={() => setForm(one)} />
        ))}
      </ul>
      {form === undefined ? null : (
        <AssessmentForm
          partyId={partyId}
          known={form === 'new' ? undefined : form}
          onClose={() => setForm(undefined)}
        />
      )}
    </section>
  )
}

function AssessmentLine({ assessment, onEdit }: { assessment: Assessment; onEdit: () => void }) {
  const { t } = useTranslation('training')
  const target = useTargetWords()
  const { date, part, score, kind, assessor, evidenceIds, voidedAt } = assessment
  const words = [target(assessment.job, assessment.level), assessor].filter((one) => one !== undefined && one !== '')
  const name = `${date} ${t(`parts.${part}`)}`
  return (
    <li>
      <div>
        <b>{t(`parts.${part}`)}</b> {voidedAt === null ? null : <Status tone="plain">{t('log.voided')}</Status>}
        <p className="soft">{words.join(' · ')}</p>
        <p className="soft">
          <EvidenceLinks ids={evidenceIds} name={name} />
        </p>
      </div>
      <div className="training-entry-date">
        <span className="soft">{date}</span>
        <span>
          <b>{t('score', { score })}</b> <Outcome kind={kind} passes={score >= assessment.passMark} />
        </span>
      </div>
      <div className="row">
        {voidedAt === null ? (
          <Button size="small" onClick={onEdit} aria-label={`${t('assessments.edit')} ${name}`}>
            {t('assessments.edit')}
          </Button>
        ) : null}
        <VoidEntry kind="Assessment" id={assessment.id} isVoided={voidedAt !== null} />
      </div>
    </li>
  )
}

function Outcome({ kind, passes }: { kind: Assessment['kind']; passes: boolean }) {
  const { t } = useTranslation('training')
  if (kind === 'mock') return <Status tone="plain">{t('assessments.mock')}</Status>
  return <Status tone={passes ? 'good' : 'bad'}>{t(passes ? 'assessments.passed' : 'assessments.failed')}</Status>
}
