import { useTranslation } from 'react-i18next'
import { lessonHours } from '../../../shared/training/occupation.ts'
import type { TrainingRecord } from '../../../shared/training/records.ts'
import { Status } from '../../ui/status.tsx'
import { useTargetWords } from '../words.ts'

interface RecordTableProps {
  records: readonly TrainingRecord[]
  lessonMinutes: number
  openId: string | undefined
  onOpen: (id: string) => void
}

/** Trainings, newest first; a row opens one. */
export function RecordTable({ records, lessonMinutes, openId, onOpen }: RecordTableProps) {
  const { t } = useTranslation('training')
  const target = useTargetWords()
  return (
    <table className="plain-table opening-table">
      <thead>
        <tr>
          <th scope="col">{t('log.date')}</th>
          <th scope="col">{t('log.topic')}</th>
          <th scope="col">{t('log.kind')}</th>
          <th scope="col" className="number">
            {t('log.length')}
          </th>
          <th scope="col">{t('log.proof')}</th>
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <tr key={record.id} className={record.id === openId ? 'row-open' : ''}>
            <td className="keep">
              <time dateTime={record.date}>{record.date}</time>
            </td>
            <th scope="row">
              <button
                type="button"
                className="bare-button row-opener"
                aria-label={t('log.open', { topic: record.topic })}
                onClick={() => onOpen(record.id)}
              >
                {record.topic}
              </button>{' '}
              {record.voidedAt === null ? null : <Status tone="plain">{t('log.voided')}</Status>}
              <div className="soft">{[record.provider, record.trainer].filter((part) => part !== '').join(' · ')}</div>
            </th>
            <td>
              {t(`kinds.${record.kind}`)}
              <div className="soft">{target(record.job, record.level)}</div>
            </td>
            <td className="number">
              {lessonHours(record.minutes, lessonMinutes)}
              <div className="soft">{t('minutes', { minutes: record.minutes })}</div>
            </td>
            <td className="keep">
              {record.evidenceIds.length === 0 ? (
                <span className="soft">{t('log.noProof')}</span>
              ) : (
                t('log.proofs', { count: record.evidenceIds.length })
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
