import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lessonHours } from '../../../shared/training/occupation.ts'
import type { Overview } from '../../../shared/training/views.ts'
import { useTargetWords } from '../words.ts'

type Division = 'byKind' | 'byLevel' | 'byYear'

interface Line {
  key: string
  label: string
  minutes: number
  records: number
}

/** Where the hours went: of the year by kind and level, of all time by year; each division adds up to its whole. */
export function SumsCard({ overview }: { overview: Overview }) {
  const { t } = useTranslation('training')
  const [division, setDivision] = useState<Division>('byKind')
  const lines = useLines(overview, division)
  const most = Math.max(1, ...lines.map((line) => line.minutes))
  return (
    <section className="card">
      <div className="row">
        <h2>{t('log.sumsTitle')}</h2>
        <Segmented<Division>
          className="end"
          size="small"
          aria-label={t('log.sumsTitle')}
          value={division}
          onChange={setDivision}
          options={(['byKind', 'byLevel', 'byYear'] as const).map((value) => ({ value, label: t(`log.${value}`) }))}
        />
      </div>
      {lines.length === 0 ? <p className="soft">{t('log.none')}</p> : null}
      <ul className="training-bars">
        {lines.map((line) => (
          <li key={line.key}>
            <span>{line.label}</span>
            <span className="number">
              {t('hours', { hours: lessonHours(line.minutes, overview.lessonMinutes) })}{' '}
              <span className="soft">{t('log.records', { count: line.records })}</span>
            </span>
            <Bar share={line.minutes / most} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The figures stand beside it: for a screen reader the bar is decoration. */
function Bar({ share }: { share: number }) {
  return (
    <span className="training-bar" aria-hidden="true">
      <span style={{ width: `${Math.round(share * 100)}%` }} />
    </span>
  )
}

function useLines({ totals, yearTotals }: Overview, division: Division): Line[] {
  const { t } = useTranslation('training')
  const target = useTargetWords()
  if (division === 'byYear') {
    return totals.byYear.map(({ year, ...sum }) => ({ key: String(year), label: t('log.year', { year }), ...sum }))
  }
  if (division === 'byKind') {
    return yearTotals.byKind.map(({ kind, ...sum }) => ({ key: kind, label: t(`kinds.${kind}`), ...sum }))
  }
  const levels = yearTotals.byLevel.map(({ job, level, ...sum }) => ({
    key: `${job} ${level}`,
    label: target(job, level) ?? '',
    ...sum,
  }))
  const { noLevel } = yearTotals
  return noLevel.records === 0 ? levels : [...levels, { key: 'none', label: t('log.noLevel'), ...noLevel }]
}
