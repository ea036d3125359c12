import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplacedFields } from '../../../shared/training/views.ts'
import type { TrainingRecord } from '../../../shared/training/records.ts'
import { EvidenceLinks } from '../../ui/evidence-links.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { shanghaiClock } from '../../ui/format.ts'
import { Money } from '../../ui/money.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { VoidEntry } from '../void-entry.tsx'
import { useHoursWords, useLawWords, useSkillName, useTargetWords } from '../words.ts'

interface RecordPanelProps {
  record: TrainingRecord
  lessonMinutes: number
  onEdit: () => void
  onClose: () => void
}

/** One training whole: what was said of it, its proof, what it was before. */
export function RecordPanel({ record, lessonMinutes, onEdit, onClose }: RecordPanelProps) {
  const { t } = useTranslation('training')
  const isVoided = record.voidedAt !== null
  return (
    <SidePanel
      title={<h2>{record.topic}</h2>}
      label={record.topic}
      onClose={onClose}
      footer={
        <>
          {isVoided ? null : (
            <Button size="small" type="primary" onClick={onEdit}>
              {t('record.edit')}
            </Button>
          )}
          <VoidEntry kind="Record" id={record.id} isVoided={isVoided} />
        </>
      }
    >
      {isVoided ? <p className="note">{t('log.voidedBecause', { reason: record.voidReason })}</p> : null}
      <Details record={record} lessonMinutes={lessonMinutes} />
      <History id={record.id} />
    </SidePanel>
  )
}

function Details({ record, lessonMinutes }: { record: TrainingRecord; lessonMinutes: number }) {
  const { t } = useTranslation('training')
  const hours = useHoursWords(lessonMinutes)
  const target = useTargetWords()
  const law = useLawWords()
  const { data } = useQuery('training.occupation', {})
  const skillName = useSkillName(data?.rows ?? [])
  const { score, passMark, costFen } = record
  const lines: [label: string, value: ReactNode][] = [
    [t('record.date'), [record.date, record.startTime].filter((part) => part !== null).join(' ')],
    [t('record.minutes'), `${t('minutes', { minutes: record.minutes })} · ${hours(record.minutes)}`],
    [t('record.kind'), t(`kinds.${record.kind}`)],
    [t('record.target'), target(record.job, record.level) ?? t('noTarget')],
    [t('record.provider'), record.provider],
    [t('record.trainer'), record.trainer],
    [t('record.mode'), t(`modes.${record.mode}`)],
    [t('record.skills'), record.skills.map(skillName).join(' · ')],
    [t('record.score'), score === null ? '' : t('score', { score })],
    [t('record.passMark'), passMark === null ? '' : t('score', { score: passMark })],
    [t('record.proof'), <EvidenceLinks key="proof" ids={record.evidenceIds} name={record.topic} />],
    [t('record.note'), record.note],
  ]
  return (
    <>
      <dl className="training-details">
        {lines
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt className="soft">{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        {costFen === null ? null : (
          <div>
            <dt className="soft">{t('record.cost')}</dt>
            <dd>
              <Money fen={costFen} /> · <EvidenceLinks ids={record.voucherIds} name={t('record.vouchers')} />
              <p className="soft">{t('record.costHelp', { law: law('lcl-22') })}</p>
            </dd>
          </div>
        )}
      </dl>
    </>
  )
}

function History({ id }: { id: string }) {
  const { t } = useTranslation('training')
  const [isOpen, setOpen] = useState(false)
  const { data, error } = useQuery('training.history', { id })
  if (error !== undefined) return <ErrorNote error={error} />
  if (data === undefined || data.changes.length === 0) return <p className="soft">{t('record.historyNone')}</p>
  return (
    <section className="training-history">
      <button type="button" className="bare-button link-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('record.history', { count: data.changes.length })}
      </button>
      {isOpen ? (
        <ol>
          {data.changes.map(({ replacedAt, before }) => (
            <li key={replacedAt}>
              <p className="soft">{t('record.historyAt', { time: shanghaiClock(replacedAt) })}</p>
              <Before before={before} />
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  )
}

function Before({ before }: { before: ReplacedFields }) {
  const { t } = useTranslation('training')
  const words = (field: string, value: ReplacedFields[string]): string => {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return t('record.field.empty')
    if (field === 'kind') return t(`kinds.${String(value)}`)
    if (field === 'mode') return t(`modes.${String(value)}`)
    if (field === 'job') return t(`jobs.${String(value)}`)
    if (field === 'level') return t(`levels.${String(value)}`)
    if (field === 'evidenceIds' || field === 'voucherIds')
      return t('log.proofs', { count: Array.isArray(value) ? value.length : 0 })
    return Array.isArray(value) ? value.join(' · ') : String(value)
  }
  return (
    <dl className="training-details">
      {Object.entries(before).map(([field, value]) => (
        <div key={field}>
          <dt className="soft">{t(`record.field.${field}`)}</dt>
          <dd>{words(field, value)}</dd>
        </div>
      ))}
    </dl>
  )
}
